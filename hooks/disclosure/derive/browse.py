"""The ways into the column: home, the statutory tree, lists by item, theme, genre, organ and year, the 目录."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from disclosure.derive import addresses, contacts, labels, structured, wording
from disclosure.derive.contexts import (
    CataloguePage,
    EntriesPage,
    HomePage,
    ListPage,
    NotFoundPage,
    StatutoryPage,
    WithdrawnPage,
)
from disclosure.derive.frame import (
    ANNUAL,
    GUIDE,
    ON_APPLICATION,
    RULES,
    SEARCH,
    SITEMAP,
    STATUTORY,
    contact,
    frame,
    item_trail,
)
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import CATALOGUE_PAGE_SIZE, PAGE_SIZE, pages_of, row
from disclosure.derive.pieces import Card, CatalogueRow, Entry, Fact, ItemRow, Link
from disclosure.model import ColumnType, Document, Genre, Item, Organ, Theme
from disclosure.terms import label

NEWEST_ON_HOME = 10

WAYS = (
    Card(link=Link(SEARCH, addresses.SEARCH), text="输入几个字或者文号，在全部文件里找"),
    Card(link=Link("按年份看目录", addresses.CATALOGUE), text="全部公开文件的目录，一年一页，可以下载"),
    Card(link=Link("按主题找", addresses.THEMES), text="教育、卫生、民政等"),
    Card(link=Link("按体裁找", addresses.GENRES), text="通知、公告、预算等"),
    Card(link=Link("按机关找", addresses.ORGANS), text="各部门的文件和联系方式"),
    Card(link=Link(ON_APPLICATION, addresses.APPLY), text="没有找到的信息，可以填表申请"),
)
CATALOGUE_DOWNLOAD = Link("下载全部目录（CSV 表格，可用 Excel 打开）", addresses.CATALOGUE_FILE)


def home_page(holdings: Holdings) -> HomePage:
    """/."""
    column = holdings.column
    organ = column.info.organ.name
    newest = holdings.newest[:NEWEST_ON_HOME]
    title, description = (
        f"{organ}政府信息公开",
        f"{organ}政府信息公开专栏：指南、制度、法定主动公开内容、工作年度报告。",
    )
    return HomePage(
        frame=frame(
            addresses.HOME,
            title,
            description,
            changed=newest[0].published.isoformat() if newest else "",
            labels=labels.of_list(title, description, ColumnType.HOME),
            things=structured.of_home(column.info, title),
        ),
        lead=f"{organ}依法公开的文件和信息都在这里，可以查、可以下载。查不到的，可以申请公开，也可以打电话问。",
        parts=(
            Card(link=Link(GUIDE, addresses.GUIDE), text="公开什么、怎么查、怎么申请、找谁问"),
            Card(link=Link(RULES, addresses.RULES), text="国家和省、市、县的公开制度"),
            Card(link=Link(STATUTORY, addresses.STATUTORY), text="政策文件、规划、统计、预算、民生等法定公开的内容"),
            Card(link=Link(ANNUAL, addresses.ANNUAL), text="每年公开了多少、办理了多少申请"),
        ),
        items=tuple(Link(item.name, addresses.of_item(item)) for item in holdings.items if item.parent is None),
        newest=tuple(row(column, document) for document in newest),
        ways=WAYS,
        contact=contact(column.info),
    )


def not_found_page(holdings: Holdings) -> NotFoundPage:
    """404.html."""
    return NotFoundPage(
        frame=frame(addresses.NOT_FOUND, "没有找到这个页面", "这个地址没有对应的页面。"),
        ways=(
            Card(link=Link("回到首页", addresses.HOME), text="从四个部分重新找"),
            Card(link=Link(STATUTORY, addresses.STATUTORY), text="按栏目找文件"),
            *WAYS,
            Card(link=Link(SITEMAP, addresses.SITEMAP), text="全部栏目和页面，一页看完"),
        ),
        contact=contact(holdings.column.info),
    )


def withdrawn_pages(holdings: Holdings) -> Iterator[WithdrawnPage]:
    """What answers at addresses that were published once."""
    titles = {addresses.of_writing(writing): writing.title for writing in holdings.column.writings}
    for withdrawal in holdings.column.withdrawn:
        target = withdrawal.target
        yield WithdrawnPage(
            frame=frame(
                withdrawal.address,
                f"页面已经撤下（{withdrawal.address}）",
                "这个页面已经撤下或者移动。",
                here="已经撤下的页面",
            ),
            day=wording.day(withdrawal.day),
            reason=withdrawal.reason,
            target=Link(titles.get(target, target), target) if target else None,
            contact=contact(holdings.column.info),
        )


def statutory_page(holdings: Holdings) -> StatutoryPage:
    """/statutory/."""
    return StatutoryPage(
        frame=frame(
            addresses.STATUTORY,
            STATUTORY,
            "《政府信息公开条例》第二十条、第二十一条规定主动公开的内容，各栏目的依据、责任机构、时限和更新周期。",
            part="statutory",
            changed=_changed(holdings.newest),
            labels=labels.of_part("statutory"),
        ),
        items=tuple(_item_row(holdings, item) for item in holdings.items),
    )


def list_pages(holdings: Holdings) -> Iterator[ListPage]:
    """The lists of every item, theme, genre and organ."""
    for item in holdings.items:
        if holdings.has_page(item):
            yield from _item_pages(holdings, item)
    for theme in holdings.column.themes:
        yield from _group_pages(holdings, theme, holdings.by_theme, addresses.of_theme(theme), _THEMES)
    for genre in holdings.column.genres:
        yield from _group_pages(holdings, genre, holdings.by_genre, addresses.of_genre(genre), _GENRES)
    for organ in holdings.column.organs:
        facts = _organ_facts(organ)
        yield from _group_pages(holdings, organ, holdings.by_organ, addresses.of_organ(organ), _ORGANS, facts)


def entries_pages(holdings: Holdings) -> Iterator[EntriesPage]:
    """/themes/, /genres/, /organs/ and /catalogue/."""
    column = holdings.column
    for (address, title, what, type_), groups, documents in (
        (_THEMES, tuple((theme, addresses.of_theme(theme)) for theme in column.themes), holdings.by_theme),
        (_GENRES, tuple((genre, addresses.of_genre(genre)) for genre in column.genres), holdings.by_genre),
        (_ORGANS, tuple((organ, addresses.of_organ(organ)) for organ in column.organs), holdings.by_organ),
    ):
        counts = [(Link(group.name, place), len(documents.get(group.id, ()))) for group, place in groups]
        description = f"{title}：每个{what}有多少文件。"
        yield EntriesPage(
            frame=frame(
                address,
                title,
                description,
                changed=_changed(holdings.newest),
                labels=labels.of_list(title, description, type_, what),
            ),
            lead=f"选一个{what}，看它的全部文件。",
            caption=f"{title}（共 {len(holdings.newest)} 件）",
            column=what,
            entries=tuple(Entry(link, count) for link, count in counts if count or address == addresses.ORGANS),
        )


def catalogue_pages(holdings: Holdings) -> Iterator[CataloguePage | EntriesPage]:
    """/catalogue/ and its years: the 目录 of 条例 Art. 12."""
    title, description = "政府信息公开目录", "全部公开文件的目录，按发布年份排列，可以下载。"
    years = tuple(Link(f"{year}年", addresses.of_year(year)) for year in holdings.by_year)
    yield EntriesPage(
        frame=frame(
            addresses.CATALOGUE,
            title,
            description,
            changed=_changed(holdings.newest),
            labels=labels.of_list(title, description, ColumnType.CATALOGUE),
        ),
        lead="目录列出每份文件的索引号、名称、内容概述和生成日期。选一个年份，或者下载全部目录。",
        caption=f"{title}（共 {len(holdings.newest)} 件）",
        column="年份",
        entries=tuple(
            Entry(link, len(documents)) for link, documents in zip(years, holdings.by_year.values(), strict=True)
        ),
        download=CATALOGUE_DOWNLOAD,
    )
    for year, documents in holdings.by_year.items():
        name = f"{year}年目录"
        for pager, address, shown in pages_of(documents, addresses.of_year(year), CATALOGUE_PAGE_SIZE):
            description = f"{year}年发布的 {pager.total} 份文件的目录。"
            yield CataloguePage(
                frame=frame(
                    address,
                    _numbered(name, pager.page),
                    description,
                    Link(title, addresses.CATALOGUE),
                    changed=_changed(documents),
                    labels=labels.of_list(name, description, ColumnType.CATALOGUE, title),
                ),
                heading=f"{year}年政府信息公开目录",
                caption=f"{year}年发布的文件，共 {pager.total} 件，新的在前",
                years=tuple(
                    Link(link.text, None if link.address == addresses.of_year(year) else link.address) for link in years
                ),
                rows=tuple(_catalogue_row(document) for document in shown),
                pager=pager,
            )


_THEMES = (addresses.THEMES, "按主题浏览", "主题", ColumnType.CATALOGUE)
_GENRES = (addresses.GENRES, "按体裁浏览", "体裁", ColumnType.CATALOGUE)
_ORGANS = (addresses.ORGANS, "机构职能", "机关", ColumnType.ORGANS)


def _item_pages(holdings: Holdings, item: Item) -> Iterator[ListPage]:
    documents = holdings.by_item.get(item.id, ())
    trail = item_trail(holdings, item)[:-1]
    for pager, address, shown in pages_of(documents, addresses.of_item(item), PAGE_SIZE):
        yield ListPage(
            frame=frame(
                address,
                _numbered(item.name, pager.page),
                labels.description_of(item),
                *trail,
                part="statutory",
                entry=item.id,
                changed=_changed(documents),
                labels=labels.of_item(holdings, item),
            ),
            heading=item.name,
            lead=item.description or "",
            facts=_obligations(item),
            members=tuple(
                Card(link=Link(member.name, addresses.of_item(member)), text=member.description or "")
                for member in holdings.members_of(item)
            ),
            caption=_caption(item.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            empty="这个栏目还没有发布文件。您可以看看其他栏目，或者打电话问我们。",
        )


def _group_pages(
    holdings: Holdings,
    group: Theme | Genre | Organ,
    grouped: Mapping[str, tuple[Document, ...]],
    first: str,
    index: tuple[str, str, str, ColumnType],
    facts: tuple[Fact, ...] = (),
) -> Iterator[ListPage]:
    """The list of one theme, genre or organ; a theme or genre without documents has no page."""
    documents = grouped.get(group.id, ())
    index_address, index_title, what, type_ = index
    if not documents and not isinstance(group, Organ):
        return
    description = f"{what}“{group.name}”的公开文件，共 {len(documents)} 件。"
    for pager, address, shown in pages_of(documents, first, PAGE_SIZE):
        yield ListPage(
            frame=frame(
                address,
                _numbered(f"{group.name}（{what}）", pager.page),
                description,
                Link(index_title, index_address),
                here=_numbered(group.name, pager.page),
                changed=_changed(documents),
                labels=labels.of_list(group.name, description, type_, index_title),
                things=(structured.of_organ(group),) if isinstance(group, Organ) and pager.page == 1 else (),
            ),
            heading=group.name,
            lead="",
            facts=facts,
            members=(),
            caption=_caption(group.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            empty="这个机关还没有以自己的名义发布文件。",
        )


def _item_row(holdings: Holdings, item: Item) -> ItemRow:
    documents = holdings.by_item.get(item.id, ())
    return ItemRow(
        link=Link(item.name, addresses.of_item(item)),
        depth=2 if item.parent else 1,
        basis=item.basis,
        organs="、".join(organ.short_name or organ.name for organ in item.organs),
        time_limit=item.time_limit or "",
        period=str(item.period or ""),
        count=f"{len(documents)} 件" if holdings.has_page(item) else "",
        newest=wording.day(documents[0].published) if documents else None,
    )


def _obligations(item: Item) -> tuple[Fact, ...]:
    """What the law asks of an item: basis, responsible organ, time limit, period."""
    values: dict[str, tuple[Link, ...]] = {
        "basis": (Link(item.basis),),
        "organs": tuple(Link(organ.name, addresses.of_organ(organ)) for organ in item.organs),
        "time_limit": (Link(item.time_limit),) if item.time_limit else (),
        "period": (Link(str(item.period)),) if item.period else (),
    }
    return tuple(Fact(label(Item, name), links, minor=name != "organs") for name, links in values.items() if links)


def _organ_facts(organ: Organ) -> tuple[Fact, ...]:
    """The six facts of 条例 Art. 20(2), as far as they are known."""
    head = f"{organ.head}（{organ.head_post}）" if organ.head and organ.head_post else organ.head
    values: dict[str, tuple[str | None, ...]] = {
        "duties": organ.duties,
        "divisions": organ.divisions,
        "address": (organ.address,),
        "hours": (organ.hours,),
        "telephone": (organ.telephone,),
        "fax": (organ.fax,),
        "email": (organ.email,),
        "head": (head,),
    }
    return tuple(
        Fact(label(Organ, name), links)
        for name, written in values.items()
        if (links := tuple(link for value in written if value for link in contacts.values(name, value)))
    )


def _catalogue_row(document: Document) -> CatalogueRow:
    return CatalogueRow(
        index_number=document.index_number,
        title=document.title,
        address=addresses.of_writing(document),
        summary=document.summary,
        issued=wording.day(document.issued),
    )


def _caption(name: str, total: int) -> str:
    return f"{name}文件列表，共 {total} 件，新的在前"


def _numbered(title: str, page: int) -> str:
    return title if page == 1 else f"{title}（第 {page} 页）"


def _changed(documents: Sequence[Document]) -> str:
    return documents[0].published.isoformat() if documents else ""
