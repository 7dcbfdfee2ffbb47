"""Whether the items of the statutory content are blank or stale, each by what is asked of it.

An item promises an 更新周期; the inspection of government web sites (国办秘函〔2019〕19号) asks of columns of news two weeks and of
those of policies six months, whatever they promise.  What counts is the day on which people see something new: the 发布日期
of a document, the 更新日期 of a register or of a page.  A link has no content of its own.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclosure.column import Column
from disclosure.model import ColumnType, Document, Item, ItemForm, Organ, Period
from disclosure.problems import Limit

DAYS_OF = {Period.MONTHLY: 31, Period.QUARTERLY: 92, Period.HALF_YEARLY: 184, Period.YEARLY: 366}
"""The longest that each 更新周期 can last; 实时 and 长期 set no term that days could tell."""

NATIONAL_DAYS = {ColumnType.NEWS: 14, ColumnType.POLICY: 184, ColumnType.INTERPRETATION: 184}
"""What 国办秘函〔2019〕19号 asks, by 栏目类型; 长期 says that such content is rare, so it is not asked of these."""

LATE_AFTER = Limit("redated-list", "成文天数", 184, "成文以后过了多少天才发布的，算旧文件")
REVIEWED_AFTER = Limit("redated-list", "审核天数", 92, "审核以后过了多少天才发布的，算旧文件")


class State(enum.StrEnum):
    """How an item stands."""

    FRESH = "按时更新"
    STALE = "超期未更新"
    BLANK = "空白"
    NO_PERIOD = "没有更新周期"
    ELSEWHERE = "链接到别处"
    UNREAD = "有读不出来的文件"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that people find under an item: the day on which it came, its name, its file."""

    day: dt.date
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFreshness:
    """How an item stands, and what shows it.

    ``count`` and ``newest`` are of documents, registers and the page, for a group those of its members too.  ``allowed``
    are the days that may pass without anything new, as ``asked_by`` asks; None if nothing does.  ``old`` are the
    documents on top of the list that came long after they were signed or reviewed, ``newest_other`` is what stands below
    them; ``is_made_fresh`` tells that by the days on which they were signed the item would be stale.  ``is_told_by_member`` is true for a group
    of which a member is blank, stale or made fresh: the member is to be mended.
    """

    item: Item
    column_type: ColumnType
    state: State
    count: int
    newest: Entry | None
    allowed: int | None
    asked_by: str
    old: tuple[Document, ...] = ()
    newest_other: Entry | None = None
    is_made_fresh: bool = False
    is_told_by_member: bool = False

    @property
    def organs(self) -> tuple[Organ, ...]:
        """Who answers for it."""
        return self.item.organs

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it is not stale."""
        return last_day(self.newest, self.allowed)


def last_day(newest: Entry | None, allowed: int | None) -> dt.date | None:
    """The last day on which what was last updated with ``newest`` is not stale."""
    return newest.day + dt.timedelta(days=allowed) if newest and allowed else None


def freshness(column: Column) -> tuple[ItemFreshness, ...]:
    """How each item that applies stands today, groups before their members."""
    contents = _Contents(column)
    found = [contents.judged(item) for item in column.applicable_items]
    faulty = {each.item.parent for each in found if each.state in (State.BLANK, State.STALE) or each.is_made_fresh}
    return tuple(replace(each, is_told_by_member=each.item.id in faulty) for each in found)


class _Contents:
    """What people find under each item."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._items = {item.id: item for item in column.applicable_items}
        self._entries: dict[str, list[tuple[Entry, Document | None]]] = {}
        self._unread: set[str] = set()
        for document in column.documents:
            if document.is_public:
                self._add(document.item, Entry(document.published, document.title, document.origin.path), document)
        for register in column.registers:
            if any((register.day_until(row) or column.today) >= column.today for row in register.rows):
                self._add(register.item, Entry(register.updated, register.name, register.origin.path))
        for page in column.item_pages:
            self._add(page.slug, Entry(page.updated or page.published, page.title, page.origin.path))
        for path in column.broken:
            parts = path.removesuffix(".md").split("/")
            self._unread.update(id_ for id_ in self._with_group(parts[2] if len(parts) > 2 else ""))
        self._has_links = {item.parent for item in self._items.values() if item.form is ItemForm.LINK}

    def judged(self, item: Item) -> ItemFreshness:
        """How ``item`` stands."""
        entries = sorted(self._entries.get(item.id, ()), key=lambda pair: pair[0].day, reverse=True)
        newest = entries[0][0] if entries else None
        allowed, asked_by = self._asked(item)
        old = tuple(self._old_on_top(entries))
        other = entries[len(old)][0] if len(entries) > len(old) else None
        days = [*(document.issued for document in old), *([other.day] if other else ())]
        state = self._state(item, newest, allowed)
        return ItemFreshness(
            item=item,
            column_type=self._column.type_of(item),
            state=state,
            count=len(entries),
            newest=newest,
            allowed=allowed,
            asked_by=asked_by,
            old=old,
            newest_other=other,
            is_made_fresh=state is State.FRESH and bool(old) and self._is_stale(max(days), allowed),
        )

    def _add(self, id_: str, entry: Entry, document: Document | None = None) -> None:
        for each in self._with_group(id_):
            self._entries.setdefault(each, []).append((entry, document))

    def _with_group(self, id_: str) -> Iterator[str]:
        yield id_
        parent = self._items[id_].parent if id_ in self._items else None
        if parent:
            yield parent

    def _asked(self, item: Item) -> tuple[int | None, str]:
        """How many days may pass, and who says so: the stricter of the item's own period and the national one."""
        own = DAYS_OF.get(item.period) if item.period else None
        type_ = self._column.type_of(item)
        national = None if item.period is Period.LASTING else NATIONAL_DAYS.get(type_)
        if national and (own is None or national < own):
            return national, f"国办秘函〔2019〕19号对{type_}类栏目的要求"
        return own, f"更新周期“{item.period}”" if own else ""

    def _state(self, item: Item, newest: Entry | None, allowed: int | None) -> State:
        if item.form is ItemForm.LINK:
            return State.ELSEWHERE
        if item.id in self._unread or (newest is None and self._column.broken_registers):
            return State.UNREAD
        if newest is None:
            return State.ELSEWHERE if item.id in self._has_links else State.BLANK
        if allowed is None:
            return State.NO_PERIOD
        return State.STALE if self._is_stale(newest.day, allowed) else State.FRESH

    def _is_stale(self, day: dt.date, allowed: int | None) -> bool:
        return allowed is not None and (self._column.today - day).days > allowed

    def _old_on_top(self, entries: list[tuple[Entry, Document | None]]) -> Iterator[Document]:
        """The documents from the top down to the first entry that came when it was made."""
        checks = self._column.checks
        late_after, reviewed_after = checks.limit(LATE_AFTER), checks.limit(REVIEWED_AFTER)
        for _, document in entries:
            if document is None:
                return
            after = (document.published - document.issued).days
            if after <= late_after and (document.published - document.review.day).days <= reviewed_after:
                return
            yield document
