"""How soon documents were published: the days from 成文日期 to 发布日期, and whether the term was kept.

The day of 成文 does not count, the day of publication does.  条例 Art. 26 (Art. 18 of the text of 2007) asks it of what came
into being since 1 May 2008, when the first 条例 took effect.  Where a year among the days is not known to the calendar
nothing is guessed; only what is in time whatever the days of rest is still called in time.
"""

from __future__ import annotations

import bisect
import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.once import once
from disclosure.measures.reposts import is_repost
from disclosure.measures.time_limits import STATUTORY_DAYS, PublicationTerm, TimeLimits, Unit, time_limits, usual_limits
from disclosure.model import Document, Item, Organ
from disclosure.problems import Limit
from disclosure.workdays import days_from

WORKING_DAYS = Limit(
    "late-publication",
    "工作日",
    STATUTORY_DAYS,
    "信息形成以后多少个工作日内公开；栏目的“公开时限”写了别的期限的，按栏目的算",
)
FIRST_DAY = dt.date(2008, 5, 1)
"""When the first 条例 (国务院令第492号) took effect; what is older had no term."""

BUCKETS = (5, 10, 15, 20, 40, 60)
"""Working days by which documents are sorted: up to 5, up to 10 and so on; one more bucket holds what took longer."""


class Timing(enum.StrEnum):
    """Whether a document was published in time; REPOST is what came late and was published by its maker before."""

    IN_TIME = "按时"
    LATE = "晚于期限"
    UNKNOWN = "算不出来"
    NO_TERM = "没有期限"
    REPOST = "转载"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """A public document, the term that applies to it, and whether it was kept.

    ``term`` is the longest of those that may apply, ``last_day`` its last day (None if that cannot be counted).
    ``working_days`` are those after 成文日期 up to 发布日期, ``days_late`` those after the last day; both are None if a
    year among the days is not known, ``days_late`` also if the document is not late.  ``unknown_year`` is the year
    for want of which nothing can be judged; UNKNOWN without it means that the 公开时限 of the item leaves it open.
    """

    document: Document
    item: Item
    timing: Timing
    term: PublicationTerm
    last_day: dt.date | None
    working_days: int | None
    days_late: int | None
    unknown_year: int | None = None

    @property
    def organ(self) -> Organ:
        """Who answers for the publication: the maker, of a joint paper the one that leads (条例 Art. 10)."""
        return self.document.issuers[0]

    @property
    def calendar_days(self) -> int:
        """Days of any kind from 成文日期 to 发布日期."""
        return (self.document.published - self.document.issued).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How many documents of an organ under an item took how long.

    ``counts`` follows BUCKETS, with one more for what took longer; what cannot be counted is in none of them.
    ``timings`` counts every document by what was judged of it.
    """

    organ: Organ
    item: Item
    counts: tuple[int, ...]
    timings: Mapping[Timing, int]

    @property
    def total(self) -> int:
        """All documents of the organ under the item."""
        return sum(self.timings.values())


@once
def timeliness(column: Column) -> tuple[Timeliness, ...]:
    """What is to be said of each public document, in the order of the column."""
    items = {item.id: item for item in column.items}
    judge = _Judge(column)
    return tuple(
        judge.judged(document, items[document.item])
        for document in column.documents
        if document.is_public and document.item in items
    )


def spreads(found: Iterable[Timeliness]) -> tuple[Spread, ...]:
    """The documents of ``found`` by item and organ, in the order in which these first come."""
    groups: dict[tuple[str, str], list[Timeliness]] = {}
    for each in found:
        groups.setdefault((each.item.id, each.organ.id), []).append(each)
    return tuple(_spread(group) for group in groups.values())


class _Judge:
    """Judges documents of a column by its calendar, whose working days it lays out in order to count by."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._calendar = calendar = column.calendar
        self._usual_days = column.checks.limit(WORKING_DAYS)
        self._days = [
            day
            for year in sorted(calendar.years)
            for day in days_from(dt.date(year, 1, 1), dt.date(year, 12, 31))
            if calendar.is_working(day)
        ]

    def judged(self, document: Document, item: Item) -> Timeliness:
        """What is to be said of ``document``, which is filed under ``item``."""
        issued, published = document.issued, document.published
        limits = self._limits(document, item)
        ends = {term: term.last_day(issued, self._calendar) for term in limits.terms}
        term = max(ends, key=lambda each: ends[each] or each.safe_day(issued))
        last_day = None if None in ends.values() else ends[term]
        working_days = self._working_days(issued, published)
        unknown_year = None
        if issued < FIRST_DAY:
            timing = Timing.NO_TERM
        elif any(_is_kept(each, end, document, working_days) for each, end in ends.items()):
            timing = Timing.IN_TIME
        elif is_repost(self._column, document):
            timing = Timing.REPOST
        elif last_day and limits.is_complete:
            timing = Timing.LATE
        else:
            timing = Timing.UNKNOWN
            unknown_year = self._unknown_year(issued, published) if limits.is_complete else None
        return Timeliness(
            document=document,
            item=item,
            timing=timing,
            term=term,
            last_day=last_day,
            working_days=working_days,
            days_late=self._working_days(last_day, published) if last_day and timing is Timing.LATE else None,
            unknown_year=unknown_year,
        )

    def _limits(self, document: Document, item: Item) -> TimeLimits:
        if item.time_limit:
            return time_limits(item.time_limit, document.title, self._usual_days)
        return usual_limits(self._usual_days)

    def _working_days(self, start: dt.date, end: dt.date) -> int | None:
        """How many working days there are after ``start``, ``end`` included; None if a year among them is not known."""
        if self._unknown_year(start, end):
            return None
        return max(bisect.bisect_right(self._days, end) - bisect.bisect_right(self._days, start), 0)

    def _unknown_year(self, start: dt.date, end: dt.date) -> int | None:
        """The first year that is not known among the days after ``start`` up to ``end``."""
        years = range((start + dt.timedelta(days=1)).year, end.year + 1)
        return next((year for year in years if year not in self._calendar.years), None)


def _is_kept(term: PublicationTerm, end: dt.date | None, document: Document, working_days: int | None) -> bool:
    """Whether ``document`` was certainly published within ``term``, whose last day is ``end`` if that is known.

    Days of rest right after the last day are not held against anybody.
    """
    if document.published <= (end or term.safe_day(document.issued)):
        return True
    return term.unit is Unit.WORKING_DAYS and working_days is not None and working_days <= term.count


def _spread(group: list[Timeliness]) -> Spread:
    counts = [0] * (len(BUCKETS) + 1)
    for each in group:
        if each.working_days is not None:
            counts[bisect.bisect_left(BUCKETS, each.working_days)] += 1
    timings = Counter(each.timing for each in group)
    return Spread(
        organ=group[0].organ,
        item=group[0].item,
        counts=tuple(counts),
        timings={timing: timings[timing] for timing in Timing},
    )
