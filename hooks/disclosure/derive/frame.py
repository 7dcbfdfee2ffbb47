"""What surrounds every page: names, navigation, breadcrumb, footer."""

from __future__ import annotations

from disclosure.derive import addresses
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Fact, Frame, Link, NavEntry, Site
from disclosure.model import ColumnInfo, Item, Page, Writing
from disclosure.terms import label

GUIDE = "政府信息公开指南"
RULES = "政府信息公开制度"
STATUTORY = "法定主动公开内容"
ANNUAL = "政府信息公开工作年度报告"
COLUMN = "政府信息公开"
ON_APPLICATION = "依申请公开"
HOME = Link("首页", addresses.HOME)


def site_of(holdings: Holdings) -> Site:
    """The names, navigation and footer of the column."""
    column = holdings.column
    info = column.info
    return Site(
        name=f"{info.organ.name}{COLUMN}",
        organ=info.organ.name,
        parts=(
            NavEntry(
                "guide",
                GUIDE,
                addresses.GUIDE,
                (
                    NavEntry(addresses.APPLY, ON_APPLICATION, addresses.APPLY),
                    *_texts(tuple(page for page in column.guide if page.slug != "index")),
                ),
            ),
            NavEntry("rules", RULES, addresses.RULES),
            NavEntry("statutory", STATUTORY, addresses.STATUTORY, _items(holdings, None)),
            NavEntry("annual", ANNUAL, addresses.ANNUAL),
        ),
        footer=_footer(info),
        about=tuple(Link(page.title, addresses.of_writing(page)) for page in column.about),
        home=Link(info.site_name or "网站首页", info.site_address) if info.site_address else None,
    )


def frame(
    address: str,
    title: str,
    description: str,
    *trail: Link,
    part: str = "",
    entry: str = "",
    changed: str = "",
) -> Frame:
    """The frame of a page; the breadcrumb starts at the home page."""
    return Frame(
        address=address,
        title=title,
        description=description,
        trail=(HOME, *trail),
        part=part,
        entry=entry,
        changed=changed,
    )


def link_to(writing: Writing | None) -> Link | None:
    """The title of a document or page as a link to it."""
    return Link(writing.title, addresses.of_writing(writing)) if writing else None


def item_trail(holdings: Holdings, item: Item) -> tuple[Link, ...]:
    """The breadcrumb down to ``item``, itself included."""
    parent = holdings.item_by_id.get(item.parent or "")
    above = (Link(parent.name, addresses.of_item(parent)),) if parent else ()
    return (Link(STATUTORY, addresses.STATUTORY), *above, Link(item.name, addresses.of_item(item)))


def contact(info: ColumnInfo) -> tuple[Fact, ...]:
    """How the office of 政府信息公开 is reached, the facts of 条例 Art. 12."""
    return _facts(info, ("office", "address", "hours", "telephone", "fax", "online", "postcode"))


def _footer(info: ColumnInfo) -> tuple[Fact, ...]:
    return (
        Fact("主办单位", (Link(info.organ.name),)),
        *_facts(info, ("office", "address", "telephone", "site_code", "icp", "police_filing")),
    )


def _facts(info: ColumnInfo, names: tuple[str, ...]) -> tuple[Fact, ...]:
    """The written ones of the fields ``names`` with their labels."""
    return tuple(
        Fact(label(ColumnInfo, name), (Link(getattr(info, name)),)) for name in names if getattr(info, name) is not None
    )


def _items(holdings: Holdings, parent: str | None) -> tuple[NavEntry, ...]:
    return tuple(
        NavEntry(item.id, item.name, addresses.of_item(item), _items(holdings, item.id))
        for item in holdings.items
        if item.parent == parent
    )


def _texts(pages: tuple[Page, ...]) -> tuple[NavEntry, ...]:
    return tuple(NavEntry(page.slug, page.title, addresses.of_writing(page)) for page in pages)
