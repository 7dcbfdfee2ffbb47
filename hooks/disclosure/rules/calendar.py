"""放假安排: the years that terms of these days run through are known."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_NOTICE_MONTH = 12
"""By December the notice for the next year is out, and applications of these days are answered in it."""


@rule(
    "calendar-missing",
    "今年的放假安排要有，十二月起还要有下一年的",
    Severity.WARNING,
    norm="条例第三十三条",
    family=Family.CATALOGUES,
    advice="照国务院办公厅的放假通知新建 catalogue/calendar/年份.yml。",
    bad="2026年12月，没有 catalogue/calendar/2027.yml",
    good="2026年12月，照通知写好了 catalogue/calendar/2027.yml",
)
def calendar_missing(column: Column) -> Findings:
    """The term of an application can be counted: this year's arrangement is known, from 1 December the next one's too."""
    this_year = column.today.year
    needed = [this_year, this_year + 1] if column.today.month >= _NOTICE_MONTH else [this_year]
    for year in needed:
        if year not in column.calendar.years | column.calendar.broken:
            yield (
                f"catalogue/calendar/{year}.yml",
                1,
                f"没有{year}年的放假安排，到{year}年的答复期限算不出来；"
                "请照国务院办公厅的通知新建这个文件，写法见 catalogue/README.md",
            )
