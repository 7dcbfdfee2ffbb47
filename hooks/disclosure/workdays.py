"""Working days: what the yearly notices of the State Council's office make of the weeks, and counting by it.

Terms of 条例 Art. 30–34 run in 工作日.  Holidays (法定节假日) and weekends that are worked in their stead (调休) are known
only once the notice for a year is out; for any other year there is no answer, and none is guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from disclosure.terms import Kind, term

WEEKEND = "周末"
WORKED_WEEKEND = "调休上班"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """放假: consecutive days off under one name, first and last day included."""

    name: str = term("名称", Kind.TEXT, "节日的名称，如 春节", required=True)
    first: dt.date = term("开始", Kind.DAY, "放假的第一天", required=True)
    last: dt.date = term("结束", Kind.DAY, "放假的最后一天", required=True)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """放假安排: the notice for one year."""

    basis: str = term("依据", Kind.TEXT, "安排出自哪个通知，写标题和文号", required=True)
    holidays: tuple[Holiday, ...] = term("放假", Kind.RECORDS, "这一年的各次放假", required=True, record=Holiday)
    worked: tuple[dt.date, ...] = term("上班", Kind.DAYS, "调休上班的周六、周日")


@dataclass(frozen=True, slots=True)
class Step:
    """A day on the way to the end of a term: its ``number`` if it counts, else None; ``note`` says why, if need be."""

    day: dt.date
    number: int | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The years that are known, their days off by name of the holiday, and the weekend days worked.

    ``bases`` tells which notice a year was written down from, if it was; ``broken`` are the years whose file is wrong.
    """

    years: frozenset[int] = frozenset()
    bases: Mapping[int, str] = field(default_factory=dict)
    broken: frozenset[int] = frozenset()
    days_off: Mapping[dt.date, str] = field(default_factory=dict)
    worked: frozenset[dt.date] = frozenset()

    def is_working(self, day: dt.date) -> bool | None:
        """Whether ``day`` is a 工作日; None if its year is not known."""
        if day.year not in self.years:
            return None
        return day in self.worked or (day.weekday() < 5 and day not in self.days_off)

    def steps(self, start: dt.date, count: int) -> tuple[Step, ...] | None:
        """Every day from the one after ``start`` to the ``count``-th working day; None if a year among them is unknown.

        The day on which something is received does not count.
        """
        found: list[Step] = []
        number, day = 0, start
        while number < count:
            day += dt.timedelta(days=1)
            is_working = self.is_working(day)
            if is_working is None:
                return None
            number += is_working
            found.append(Step(day, number if is_working else None, self._note(day, is_working)))
        return tuple(found)

    def end(self, start: dt.date, count: int) -> dt.date | None:
        """The last day of a term of ``count`` working days; None if it cannot be judged."""
        steps = self.steps(start, count)
        return steps[-1].day if steps else None

    def between(self, first: int, last: int) -> Calendar:
        """The part from the year ``first`` to the year ``last``."""
        return Calendar(
            years=frozenset(year for year in self.years if first <= year <= last),
            bases={year: basis for year, basis in self.bases.items() if first <= year <= last},
            broken=frozenset(year for year in self.broken if first <= year <= last),
            days_off={day: name for day, name in self.days_off.items() if first <= day.year <= last},
            worked=frozenset(day for day in self.worked if first <= day.year <= last),
        )

    def with_year(self, year: int, arranged: CalendarYear) -> Calendar:
        """The same calendar with the arrangement for ``year`` in place of what it knew of that year."""
        days_off = {day: name for day, name in self.days_off.items() if day.year != year}
        for holiday in arranged.holidays:
            days_off.update(dict.fromkeys(days_from(holiday.first, holiday.last), holiday.name))
        worked = {day for day in self.worked if day.year != year} | set(arranged.worked)
        return replace(
            self,
            years=self.years | {year},
            bases={**self.bases, year: arranged.basis},
            days_off=days_off,
            worked=frozenset(worked),
        )

    def with_broken(self, year: int) -> Calendar:
        """The same calendar, knowing that there is a file for ``year`` which is wrong."""
        return replace(self, broken=self.broken | {year})

    def _note(self, day: dt.date, is_working: bool) -> str:
        if is_working:
            return WORKED_WEEKEND if day in self.worked else ""
        return f"{self.days_off[day]}放假" if day in self.days_off else WEEKEND


def days_from(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from ``first`` to ``last``, both included."""
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)
