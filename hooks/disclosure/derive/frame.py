"""What surrounds every page: names, navigation, breadcrumb, footer."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from disclosure.derive import addresses, contacts, wording
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Fact, Frame, Label, Link, NavEntry, Site, Thing
from disclosure.derive.structured import breadcrumb
from disclosure.model import ColumnInfo, Item, Page, Writing
from disclosure.terms import label

GUIDE = "政府信息公开指南"
RULES = "政府信息公开制度"
STATUTORY = "法定主动公开内容"
ANNUAL = "政府信息公开工作年度报告"
COLUMN = "政府信息公开"
ON_APPLICATION = "依申请公开"
SEARCH = "搜索"
FIELDS = "基层政务公开标准目录"
SITEMAP = "网站地图"
OPEN_DATA = "开放数据"
SUBSCRIBE = "订阅更新"
SUBORDINATES = "下级公开"
ACCESSIBILITY = "无障碍声明"
HOME = Link("首页", addresses.HOME)
BODY = "正文"
"""What the breadcrumb calls the page of a text, whose title stands right below it."""


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
            NavEntry("statutory", STATUTORY, addresses.STATUTORY, (*_items(holdings, None), *_fields(holdings))),
            NavEntry("annual", ANNUAL, addresses.ANNUAL),
        ),
        footer=_footer(info),
        about=_about(holdings),
        home=Link(info.site_name or "网站首页", info.site_address) if info.site_address else None,
        apply=Link(ON_APPLICATION, addresses.APPLY),
        telephone=contacts.telephones(info.telephone)[0],
        labels=_site_labels(info),
    )


def frame(
    address: str,
    title: str,
    description: str,
    *trail: Link,
    here: str = "",
    part: str = "",
    entry: str = "",
    changed: str = "",
    labels: tuple[Label, ...] = (),
    things: tuple[Thing, ...] = (),
    feed: Link | None = None,
    note: str = "",
) -> Frame:
    """The frame of a page; the breadcrumb starts at the home page and ends with ``here``, by default the title."""
    trail = (HOME, *trail)
    return Frame(
        address=address,
        title=title,
        description=description,
        trail=trail,
        here=here or title,
        part=part,
        entry=entry,
        changed=changed,
        updated=wording.day(dt.date.fromisoformat(changed)) if changed else None,
        labels=labels,
        things=(*things, *breadcrumb(trail, title, address)),
        feed=feed,
        note=note,
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
    return _facts(info, ("office", "address", "hours", "telephone", "hotline", "fax", "online", "postcode"))


def _footer(info: ColumnInfo) -> tuple[Fact, ...]:
    return (
        Fact("主办单位", (Link(info.organ.name),)),
        *_facts(info, ("office", "address", "telephone", "hotline", "site_code", "icp", "police_filing")),
    )


def _about(holdings: Holdings) -> tuple[Link, ...]:
    """The map of the site, the pages about it, and the two national entries that each page must offer."""
    info = holdings.column.info
    titles = {addresses.of_writing(page): page.title for page in holdings.column.about}
    own = {addresses.SITEMAP: SITEMAP, addresses.ACCESSIBILITY: ACCESSIBILITY} | titles
    entries = (("我为政府网站找错", info.corrections), ("党政机关网站标识", info.party_mark))
    return (
        *(Link(title, address) for address, title in own.items()),
        *(Link(text, address) for text, address in entries if address),
    )


def _site_labels(info: ColumnInfo) -> tuple[Label, ...]:
    """SiteName, SiteDomain and SiteIDCode, as far as column.yml gives them."""
    values = {
        "SiteName": info.site_name,
        "SiteDomain": urlsplit(info.site_address or "").hostname,
        "SiteIDCode": info.site_code,
    }
    return tuple(Label(name, value) for name, value in values.items() if value)


def _facts(info: ColumnInfo, names: tuple[str, ...]) -> tuple[Fact, ...]:
    """The written ones of the fields ``names`` with their labels."""
    return tuple(
        Fact(label(ColumnInfo, name), contacts.values(name, value)) for name in names if (value := getattr(info, name))
    )


def _items(holdings: Holdings, parent: str | None) -> tuple[NavEntry, ...]:
    return tuple(
        NavEntry(item.id, _menu_name(item), addresses.of_item(item), _items(holdings, item.id))
        for item in holdings.items
        if item.parent == parent
    )


def _menu_name(item: Item) -> str:
    """The name of an item; one that leads to another site says so."""
    return f"{item.name}（外部网站）" if (item.address or "").startswith("https://") else item.name


def _fields(holdings: Holdings) -> tuple[NavEntry, ...]:
    """The way to the field catalogues, if there are any."""
    return (NavEntry(addresses.FIELDS, FIELDS, addresses.FIELDS),) if holdings.column.field_catalogues else ()


def _texts(pages: tuple[Page, ...]) -> tuple[NavEntry, ...]:
    return tuple(NavEntry(page.slug, page.title, addresses.of_writing(page)) for page in pages)
