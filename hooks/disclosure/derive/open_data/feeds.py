"""What is new, for programs that people follow pages with: documents and registers of the column and of every item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.derive import addresses, labels, wording
from disclosure.derive.frame import COLUMN
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import Document, Item, Register

CHINA = dt.timezone(dt.timedelta(hours=8))
LENGTH = 50
"""Entries in a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A document, or a register as it was updated on a day.

    ``id`` is the address of the document, or that of the register with the day, so that an update is another entry;
    ``authors`` issued it, ``moment`` is when it was published.
    """

    id: str
    address: str
    title: str
    summary: str
    authors: tuple[str, ...]
    theme: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What is newest under ``page``; never empty, newest first."""

    address: str
    page: str
    title: str
    subtitle: str
    organ: str
    entries: tuple[FeedEntry, ...]


def feeds(holdings: Holdings) -> Iterator[Feed]:
    """The feed of everything, then one for each item; none where there is nothing."""
    organ = holdings.column.info.organ.name
    if entries := _entries(holdings.newest, holdings.column.registers):
        subtitle = "最新公开的全部文件和更新的名录清单。"
        yield _feed(holdings, addresses.FEED, addresses.HOME, f"{organ}{COLUMN}", subtitle, entries)
    for item in holdings.items:
        if _has_feed(holdings, item):
            found = holdings.by_item.get(item.id, ()), holdings.registers_by_item.get(item.id, ())
            page = addresses.of_item(item)
            subtitle = labels.description_of(item)
            yield _feed(holdings, addresses.of_feed(item), page, item.name, subtitle, _entries(*found))


def feed_of_all(holdings: Holdings) -> Link | None:
    """Where the feed of everything is, if there is one."""
    return Link("最新公开的文件", addresses.FEED) if holdings.newest or holdings.column.registers else None


def feed_of_item(holdings: Holdings, item: Item) -> Link | None:
    """Where the feed of ``item`` is, if there is one."""
    return Link(item.name, addresses.of_feed(item)) if _has_feed(holdings, item) else None


def _has_feed(holdings: Holdings, item: Item) -> bool:
    is_filled = item.id in holdings.by_item or item.id in holdings.registers_by_item
    return is_filled and holdings.has_page(item)


def _entries(documents: Sequence[Document], registers: Sequence[Register]) -> tuple[FeedEntry, ...]:
    """The newest of both, newest first; those of one moment in the order in which they are given."""
    both = (*map(_entry, documents[:LENGTH]), *map(_entry_of_register, registers))
    return tuple(sorted(both, key=lambda entry: entry.moment, reverse=True))[:LENGTH]


def _feed(
    holdings: Holdings, address: str, page: str, title: str, subtitle: str, entries: tuple[FeedEntry, ...]
) -> Feed:
    return Feed(
        address=address,
        page=page,
        title=title,
        subtitle=subtitle,
        organ=holdings.column.info.organ.name,
        entries=entries,
    )


def _entry(document: Document) -> FeedEntry:
    clock = dt.time.fromisoformat(document.clock) if document.clock else dt.time()
    return FeedEntry(
        id=addresses.of_writing(document),
        address=addresses.of_writing(document),
        title=document.title,
        summary=document.summary,
        authors=tuple(organ.name for organ in document.issuers),
        theme=document.theme.name,
        moment=dt.datetime.combine(document.published, clock, CHINA),
    )


def _entry_of_register(register: Register) -> FeedEntry:
    address = addresses.of_register(register)
    told = f"{wording.day(register.updated).text}更新，共 {len(register.rows)} 条。"
    return FeedEntry(
        id=f"{address}#updated-{register.updated.isoformat()}",
        address=address,
        title=register.name,
        summary=f"{register.description}{told}" if register.description else told,
        authors=tuple(organ.name for organ in register.organs),
        theme="名录清单",
        moment=dt.datetime.combine(register.updated, dt.time(), CHINA),
    )
