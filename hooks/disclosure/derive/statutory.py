"""法定主动公开内容: the tree of items with what the law asks of each, and the page of every item."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, labels, wording
from disclosure.derive.contexts import ListPage, StatutoryPage
from disclosure.derive.frame import STATUTORY, frame, item_trail
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import PAGE_SIZE, caption, last_change, numbered, pages_of, row
from disclosure.derive.open_data.feeds import feed_of_item
from disclosure.derive.pieces import Card, Fact, ItemRow, Link
from disclosure.model import Item
from disclosure.terms import label


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
    )


def item_pages(holdings: Holdings) -> Iterator[ListPage]:
    """The lists of all items that have a page of their own."""
    for item in holdings.items:
        if holdings.has_page(item):
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
            members=tuple(
                Card(link=Link(member.name, addresses.of_item(member)), text=member.description or "")
                for member in holdings.members_of(item)
            ),
            caption=caption(item.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            registers=_registers(holdings, item) if pager.page == 1 else (),
            empty="这个栏目还没有发布文件。您可以看看其他栏目，或者打电话问我们。",
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
        count=_count(holdings, item) if holdings.has_page(item) else "",
        newest=wording.day(documents[0].published) if documents else None,
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
    """What the law asks of an item: basis, responsible organ, time limit, period."""
    values: dict[str, tuple[Link, ...]] = {
        "basis": (Link(item.basis),),
        "organs": tuple(Link(organ.name, addresses.of_organ(organ)) for organ in item.organs),
        "time_limit": (Link(item.time_limit),) if item.time_limit else (),
        "period": (Link(str(item.period)),) if item.period else (),
    }
    return tuple(Fact(label(Item, name), links, minor=name != "organs") for name, links in values.items() if links)
