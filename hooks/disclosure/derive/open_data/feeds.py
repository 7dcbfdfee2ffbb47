"""What is new, for programs that people follow pages with: the newest documents of the column and of every item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.derive import addresses, labels
from disclosure.derive.frame import COLUMN
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import Document, Item

CHINA = dt.timezone(dt.timedelta(hours=8))
LENGTH = 50
"""Documents in a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A document: ``authors`` issued it, ``moment`` is when it was published."""

    address: str
    title: str
    summary: str
    authors: tuple[str, ...]
    theme: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest documents of the list ``page``; never empty, newest first."""

    address: str
    page: str
    title: str
    subtitle: str
    organ: str
    entries: tuple[FeedEntry, ...]


def feeds(holdings: Holdings) -> Iterator[Feed]:
    """The feed of all documents, then one for each item; none where there is nothing."""
    organ = holdings.column.info.organ.name
    if holdings.newest:
        yield _feed(
            holdings, addresses.FEED, addresses.HOME, f"{organ}{COLUMN}", "最新公开的全部文件。", holdings.newest
        )
    for item in holdings.items:
        if documents := _documents_of(holdings, item):
            page = addresses.of_item(item)
            yield _feed(holdings, addresses.of_feed(item), page, item.name, labels.description_of(item), documents)


def feed_of_all(holdings: Holdings) -> Link | None:
    """Where the feed of all documents is, if there is one."""
    return Link("最新公开的文件", addresses.FEED) if holdings.newest else None


def feed_of_item(holdings: Holdings, item: Item) -> Link | None:
    """Where the feed of ``item`` is, if there is one."""
    return Link(item.name, addresses.of_feed(item)) if _documents_of(holdings, item) else None


def _documents_of(holdings: Holdings, item: Item) -> tuple[Document, ...]:
    return holdings.by_item.get(item.id, ()) if holdings.has_page(item) else ()


def _feed(
    holdings: Holdings, address: str, page: str, title: str, subtitle: str, documents: Sequence[Document]
) -> Feed:
    return Feed(
        address=address,
        page=page,
        title=title,
        subtitle=subtitle,
        organ=holdings.column.info.organ.name,
        entries=tuple(_entry(document) for document in documents[:LENGTH]),
    )


def _entry(document: Document) -> FeedEntry:
    clock = dt.time.fromisoformat(document.clock) if document.clock else dt.time()
    return FeedEntry(
        address=addresses.of_writing(document),
        title=document.title,
        summary=document.summary,
        authors=tuple(organ.name for organ in document.issuers),
        theme=document.theme.name,
        moment=dt.datetime.combine(document.published, clock, CHINA),
    )
