"""The parts that page contexts are made of.

Everything is text, number, truth value, None, one of these parts, or a tuple or mapping of such in a fixed order, so
that ``repr`` of a context is the same wherever and whenever it is made; the cache key of a page is the digest of it.
Addresses are relative to the site's root ("statutory/budget/"), "" is the home page; other addresses start with
"https://", "tel:" or "mailto:".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; without an address they are only words."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An address of this site where machines want a whole one: made absolute when the site's own address is known."""

    address: str


@dataclass(frozen=True, slots=True)
class Label:
    """A META tag of 《政府网站发展指引》 (国办发〔2017〕47号, annex), never empty."""

    name: str
    content: str | Place


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of structured data: its type and its properties as schema.org names them, none of them empty."""

    type: str
    properties: tuple[tuple[str, ThingValue], ...]


ThingValue: TypeAlias = "str | int | Place | Thing | tuple[ThingValue, ...]"


@dataclass(frozen=True, slots=True)
class Day:
    """A date for machines (``2024-03-05``) and for people (``2024年3月5日``)."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table of facts: its label, and one or more values below each other.

    A wide one takes a line of its own; 长者模式 does without the minor ones.
    """

    label: str
    values: tuple[Link | Day, ...]
    wide: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An entry of the left navigation with those below it."""

    id: str
    text: str
    address: str
    members: tuple[NavEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapGroup:
    """Places of one kind in the map of the site, with those below them."""

    title: str
    anchor: str
    entries: tuple[NavEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is the same on every page.

    ``footer`` are the facts that the norms want on each page, ``about`` the pages about the site and the entries to
    national services, ``telephone`` the number to call, ``labels`` the META tags about the web site.
    """

    name: str
    organ: str
    parts: tuple[NavEntry, ...]
    footer: tuple[Fact, ...]
    about: tuple[Link, ...]
    home: Link | None
    apply: Link
    telephone: Link
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a page is and what it is called.

    ``title`` goes into the window's title, and ``note`` behind it if another page is called the same.  ``trail`` is the
    breadcrumb without the page itself, ``here`` the word for the page at its end, ``part`` and ``entry`` are the ids of
    the current entries of the navigation, ``changed`` (ISO) goes into the sitemap, ``updated`` is the same day for people.
    ``labels`` are the META tags about the list and the article that the page is, ``things`` the same and more as
    structured data, ``feed`` is where programs learn what is new in it.
    """

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    here: str
    part: str
    entry: str = ""
    changed: str = ""
    updated: Day | None = None
    labels: tuple[Label, ...] = ()
    things: tuple[Thing, ...] = ()
    feed: Link | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A document in a list."""

    title: str
    address: str
    number: str
    issuers: str
    published: Day
    validity: str
    validity_tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Which page of a list this is, out of how many; the pages to choose from (the current one without address)."""

    page: int
    pages: int
    total: int
    choices: tuple[Link, ...]
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An attachment: kind (“Word 文档”), size (“1.2 MB”) and, for those who cannot open it, what it holds."""

    title: str
    address: str
    kind: str
    size: str
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """The state of a document that is not simply in force, with the documents that made it so."""

    tone: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A document that has to do with another: notes on it (文号, which articles, from when) and its state today."""

    link: Link
    notes: tuple[str, ...]
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedGroup:
    """Documents that have the same to do with another."""

    name: str
    entries: tuple[Related, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A Markdown body with what the renderer needs to know: the address of each link target written as a file name."""

    markdown: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A way to go: where, and what is there."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """A captioned table of facts."""

    caption: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """The rules of one level."""

    level: str
    anchor: str
    rules: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule in the list."""

    title: str
    address: str
    number: str
    published: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of the tree: what is asked of it, how many documents it holds, and the newest of them with its date.

    ``place`` says what there is instead where it holds no documents, as that it leads to another site.
    """

    link: Link
    depth: int
    duties: tuple[Fact, ...]
    count: str
    place: str
    latest: Link | None
    newest: Day | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One place and how many documents it holds."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """索引号, 名称, 内容概述, 生成日期 (条例 Art. 12)."""

    index_number: str
    title: str
    address: str
    summary: str
    issued: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualRow:
    """A report in the list."""

    year: int
    title: str
    address: str
    published: Day
