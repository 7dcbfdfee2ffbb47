"""法定主动公开内容: the tree of items with what the law asks of each, and the page of every item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from disclosure.derive import addresses, labels, wording
from disclosure.derive.contexts import ListPage, StatutoryPage, TextPage
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.downloads import downloads_of
from disclosure.derive.frame import STATUTORY, frame, item_trail, link_to
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import PAGE_SIZE, caption, last_change, numbered, pages_of, row
from disclosure.derive.open_data.feeds import feed_of_item
from disclosure.derive.pieces import Card, Fact, FactTable, ItemRow, Link, Place
from disclosure.derive.texts import text_page
from disclosure.load.usual_items import usual_names
from disclosure.model import Item, ItemForm, Page
from disclosure.terms import label, terms

DATASET = "statutory"
ELSEWHERE = "在另一个网站上"


def statutory_page(holdings: Holdings) -> StatutoryPage:
    """/statutory/."""
    return StatutoryPage(
        frame=frame(
            addresses.STATUTORY,
            STATUTORY,
            "《政府信息公开条例》第二十条、第二十一条规定主动公开的内容，各栏目的依据、责任机构、时限和更新周期。",
            part="statutory",
            changed=last_change(holdings.newest),
            labels=labels.of_part("statutory"),
        ),
        items=tuple(_item_row(holdings, item) for item in holdings.items),
        not_kept=_not_kept(holdings),
        downloads=downloads_of(DATASET, "栏目一览"),
    )


def item_pages(holdings: Holdings) -> Iterator[ListPage | TextPage]:
    """The page of every item that has one of its own: its list, or what an editor wrote."""
    for item in holdings.items:
        page = holdings.page_of_item.get(item.id)
        if page:
            yield _single_page(holdings, item, page)
        elif holdings.has_page(item):
            yield from _pages_of_item(holdings, item)


def _pages_of_item(holdings: Holdings, item: Item) -> Iterator[ListPage]:
    documents = holdings.by_item.get(item.id, ())
    trail = item_trail(holdings, item)[:-1]
    for pager, address, shown in pages_of(documents, addresses.of_item(item), PAGE_SIZE):
        yield ListPage(
            frame=frame(
                address,
                numbered(item.name, pager.page),
                labels.description_of(item),
                *trail,
                part="statutory",
                entry=item.id,
                changed=last_change(documents),
                labels=labels.of_item(holdings, item),
                feed=feed_of_item(holdings, item),
            ),
            heading=item.name,
            lead=item.description or "",
            facts=_obligations(item),
            members=tuple(_member_card(holdings, member) for member in holdings.members_of(item)),
            caption=caption(item.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            registers=_registers(holdings, item) if pager.page == 1 else (),
            empty="这个栏目还没有发布文件。您可以看看其他栏目，或者打电话问我们。",
        )


def _single_page(holdings: Holdings, item: Item, page: Page) -> TextPage:
    """An item of the form 单页: what the law asks of it, then the text."""
    return text_page(
        holdings,
        page,
        "statutory",
        item_trail(holdings, item)[:-1],
        tables=(FactTable(caption=f"{item.name}：基本情况", facts=_obligations(item)),),
        here=item.name,
        list_labels=labels.of_item(holdings, item),
    )


def _member_card(holdings: Holdings, member: Item) -> Card:
    """A member of a group with how much it holds."""
    count = len(holdings.by_item.get(member.id, ()))
    newest = holdings.newest_of(member)
    parts = [member.description or "", place_of(member)]
    if member.form is ItemForm.DOCUMENTS:
        parts.append(f"共 {count} 件")
    if newest:
        parts.append(f"最近发布：{wording.day(newest).text}")
    return Card(link=Link(member.name, addresses.of_item(member)), text=" ".join(part for part in parts if part))


def _item_row(holdings: Holdings, item: Item) -> ItemRow:
    documents = holdings.by_item.get(item.id, ())
    page = holdings.page_of_item.get(item.id)
    newest = holdings.newest_of(item)
    return ItemRow(
        link=Link(item.name, addresses.of_item(item)),
        depth=2 if item.parent else 1,
        duties=tuple(replace(fact, values=_in_words(fact)) for fact in _obligations(item)),
        count=_count(holdings, item) if holdings.has_page(item) else "",
        place=place_of(item),
        latest=link_to(documents[0] if documents else page),
        newest=wording.day(newest) if newest else None,
    )


def _in_words(fact: Fact) -> tuple[Link, ...]:
    """The values of ``fact`` as one text: forty rows of links to the same few organs would lead nowhere new."""
    return (Link("、".join(value.text for value in fact.values)),)


def place_of(item: Item) -> str:
    """What an item is that is no list of documents; whether it leads to another site."""
    if item.address and item.address.startswith("https://"):
        return ELSEWHERE
    return "" if item.form is ItemForm.DOCUMENTS else "专页" if item.form is not ItemForm.REGISTER else "名录"


def _not_kept(holdings: Holdings) -> tuple[Fact, ...]:
    """The usual items that the column does without, by name, and why."""
    names = usual_names()
    return tuple(
        Fact("、".join(names[id_] for id_ in each.items if id_ in names), (Link(each.reason),))
        for each in holdings.column.info.not_kept
    )


def _count(holdings: Holdings, item: Item) -> str:
    """How many documents and registers an item holds; one that consists of registers has no documents to count."""
    documents = len(holdings.by_item.get(item.id, ()))
    registers = len(holdings.registers_by_item.get(item.id, ()))
    counts = (f"{documents} 件" if documents or not registers else "", f"{registers} 份名录" if registers else "")
    return "、".join(count for count in counts if count)


def _registers(holdings: Holdings, item: Item) -> tuple[Card, ...]:
    """The registers of an item: what each is, how long, how old."""
    return tuple(
        Card(
            link=Link(register.name, addresses.of_register(register)),
            text=f"{len(register.rows)} 条，{wording.day(register.updated).text}更新",
        )
        for register in holdings.registers_by_item.get(item.id, ())
    )


def _obligations(item: Item) -> tuple[Fact, ...]:
    """What the law asks of an item: basis, responsible organ, time limit, period, and for which levels it is meant."""
    values: dict[str, tuple[Link, ...]] = {
        "basis": (Link(item.basis),),
        "organs": tuple(Link(organ.name, addresses.of_organ(organ)) for organ in item.organs),
        "form": (Link(str(item.form)),),
        "time_limit": (Link(item.time_limit),) if item.time_limit else (),
        "period": (Link(str(item.period)),) if item.period else (),
        "levels": (Link("、".join(item.levels)),) if item.levels else (),
    }
    return tuple(Fact(label(Item, name), links, minor=name != "organs") for name, links in values.items() if links)


def statutory_dataset(holdings: Holdings) -> Dataset:
    """statutory: the tree of items with what the law asks of each and how much is there."""
    vocabulary = terms(Item)
    names = ("id", "name", "basis", "organs", "form", "time_limit", "period", "levels")
    newest = holdings.newest
    return Dataset(
        id=DATASET,
        title="法定主动公开内容栏目一览",
        description="本专栏的法定主动公开栏目：依据、责任机构、形式、时限、更新周期，各有多少文件和名录清单。",
        organ=holdings.column.info.organ.name,
        page=addresses.STATUTORY,
        updated=newest[0].published if newest else None,
        fields=(
            *(DataField(name=vocabulary[name].key, meaning=vocabulary[name].meaning) for name in names),
            DataField(name="上级栏目", meaning="属于哪个栏目"),
            DataField(name="文件数", kind=DataKind.NUMBER, meaning="栏目里有多少文件，子栏目的也算"),
            DataField(name="最近发布", kind=DataKind.DAY, meaning="最近一次发布的日期"),
            DataField(name="地址", kind=DataKind.ADDRESS, meaning="栏目页面的地址"),
            DataField(name="名录数", kind=DataKind.NUMBER, meaning="栏目里有多少份名录清单，子栏目的也算"),
            DataField(name="名录条数", kind=DataKind.NUMBER, meaning="这些名录清单一共有多少条"),
        ),
        rows=tuple(_data_row(holdings, item) for item in holdings.items),
    )


def _data_row(holdings: Holdings, item: Item) -> tuple[DataValue, ...]:
    group = holdings.item_by_id.get(item.parent or "")
    registers = holdings.registers_by_item.get(item.id, ())
    return (
        item.id,
        item.name,
        item.basis,
        "、".join(organ.name for organ in item.organs),
        str(item.form),
        item.time_limit,
        str(item.period) if item.period else None,
        "、".join(item.levels) or None,
        group.name if group else None,
        len(holdings.by_item.get(item.id, ())),
        holdings.newest_of(item),
        item.address if place_of(item) == ELSEWHERE else Place(addresses.of_item(item)),
        len(registers),
        sum(len(register.rows) for register in registers),
    )
