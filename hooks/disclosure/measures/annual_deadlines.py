"""When annual reports have to be public (条例 Art. 49), and the one that is not there yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.model import Level, Organ


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingReport:
    """The report of the column's own organ on the year before, which is not there; ``last_day`` is the last day for it."""

    year: int
    last_day: dt.date


def report_deadline(column: Column, year: int, organ: Organ | None) -> dt.date:
    """The last day for the report of ``organ`` (None: the column's own) on ``year``.

    A township or subdistrict, for which Art. 49 names none, has as long as a government.
    """
    is_government = (
        column.info.level is not Level.DEPARTMENT
        if organ is None
        else organ.name.endswith(("人民政府", "街道办事处", "管理委员会"))
    )
    return dt.date(year + 1, 3, 31) if is_government else dt.date(year + 1, 1, 31)


def missing_report(column: Column) -> MissingReport | None:
    """The report on the year before, if a column that has begun to publish them has none; one that is broken is there."""
    year = column.today.year - 1
    paths = (f"content/annual/{year}.md", f"catalogue/annual/{year}.yml")
    is_there = any(report.year == year for report in column.annual_reports) or column.texts & set(paths)
    if not column.annual_reports or is_there:
        return None
    return MissingReport(year=year, last_day=report_deadline(column, year, None))
