"""The ways into the column: home, the statutory tree, lists by theme, genre and year, the 目录."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.derive import addresses, labels, structured, wording
from disclosure.derive.contexts import (
    CataloguePage,
    EntriesPage,
    HomePage,
    ListPage,
    NotFoundPage,
    WithdrawnPage,
)
from disclosure.derive.frame import (
    ANNUAL,
    GUIDE,
    RULES,
    SITEMAP,
    STATUTORY,
    contact,
    frame,
)
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import CATALOGUE_PAGE_SIZE, PAGE_SIZE, caption, last_change, numbered, pages_of, row
from disclosure.derive.open_data.feeds import feed_of_all
from disclosure.derive.pieces import Card, CatalogueRow, Entry, Link
from disclosure.derive.ways import CATALOGUE_DOWNLOAD, ways
from disclosure.model import ColumnType, Document, Genre, Theme

NEWEST_ON_HOME = 10


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
            feed=feed_of_all(holdings),
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
        ways=ways(holdings),
        contact=contact(column.info),
    )


def not_found_page(holdings: Holdings) -> NotFoundPage:
    """404.html."""
    return NotFoundPage(
        frame=frame(addresses.NOT_FOUND, "没有找到这个页面", "这个地址没有对应的页面。"),
        ways=(
            Card(link=Link("回到首页", addresses.HOME), text="从四个部分重新找"),
            Card(link=Link(STATUTORY, addresses.STATUTORY), text="按栏目找文件"),
            *ways(holdings),
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


def list_pages(holdings: Holdings) -> Iterator[ListPage]:
    """The lists of every theme and genre."""
    for theme in holdings.column.themes:
        yield from _group_pages(holdings, theme, holdings.by_theme, addresses.of_theme(theme), _THEMES)
    for genre in holdings.column.genres:
        yield from _group_pages(holdings, genre, holdings.by_genre, addresses.of_genre(genre), _GENRES)


def entries_pages(holdings: Holdings) -> Iterator[EntriesPage]:
    """/themes/ and /genres/."""
    column = holdings.column
    for (address, title, what, type_), groups, documents in (
        (_THEMES, tuple((theme, addresses.of_theme(theme)) for theme in column.themes), holdings.by_theme),
        (_GENRES, tuple((genre, addresses.of_genre(genre)) for genre in column.genres), holdings.by_genre),
    ):
        counts = [(Link(group.name, place), len(documents.get(group.id, ()))) for group, place in groups]
        description = f"{title}：每个{what}有多少文件。"
        yield EntriesPage(
            frame=frame(
                address,
                title,
                description,
                changed=last_change(holdings.newest),
                labels=labels.of_list(title, description, type_, what),
            ),
            lead=f"选一个{what}，看它的全部文件。",
            caption=f"{title}（共 {len(holdings.newest)} 件）",
            column=what,
            entries=tuple(Entry(link, count) for link, count in counts if count),
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
            changed=last_change(holdings.newest),
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
                    numbered(name, pager.page),
                    description,
                    Link(title, addresses.CATALOGUE),
                    changed=last_change(documents),
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


def _group_pages(
    holdings: Holdings,
    group: Theme | Genre,
    grouped: Mapping[str, tuple[Document, ...]],
    first: str,
    index: tuple[str, str, str, ColumnType],
) -> Iterator[ListPage]:
    """The list of one theme or genre; one without documents has no page."""
    documents = grouped.get(group.id, ())
    index_address, index_title, what, type_ = index
    if not documents:
        return
    description = f"{what}“{group.name}”的公开文件，共 {len(documents)} 件。"
    for pager, address, shown in pages_of(documents, first, PAGE_SIZE):
        yield ListPage(
            frame=frame(
                address,
                numbered(f"{group.name}（{what}）", pager.page),
                description,
                Link(index_title, index_address),
                here=numbered(group.name, pager.page),
                changed=last_change(documents),
                labels=labels.of_list(group.name, description, type_, index_title),
            ),
            heading=group.name,
            lead="",
            facts=(),
            members=(),
            caption=caption(group.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            empty="",
        )


def _catalogue_row(document: Document) -> CatalogueRow:
    return CatalogueRow(
        index_number=document.index_number,
        title=document.title,
        address=addresses.of_writing(document),
        summary=document.summary,
        issued=wording.day(document.issued),
    )
