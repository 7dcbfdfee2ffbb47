"""How the days of a term were counted, so that a clerk can count them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from disclosure.measures.time_limits import Unit
from disclosure.measures.timeliness import FIRST_DAY, Timeliness, Timing
from disclosure.workdays import WEEKEND, WORKED_WEEKEND, Calendar, Step

_WEEKDAYS = "一二三四五六日"


def explanation(each: Timeliness, calendar: Calendar) -> tuple[str, ...]:
    """The counting line by line: from which day, which days do not count, the last day, the day of publication."""
    issued = each.document.issued
    if each.timing is Timing.NO_TERM:
        return (f"成文日期 {issued} 在 {FIRST_DAY} 以前，那时还没有公开的期限。",)
    lines = [
        f"期限是 {each.term}内，依据：{each.term.basis}。",
        f"成文日期是 {_day(issued)}，当天不算，从 {_day(issued + dt.timedelta(days=1))}起算。",
        *_counted_days(each, calendar),
    ]
    if each.last_day:
        lines.append(f"最后一天是 {_day(each.last_day)}。")
    elif each.unknown_year:
        lines.append(f"没有{each.unknown_year}年的放假安排，最后一天算不出来。")
    elif each.timing is Timing.UNKNOWN:
        lines.append("栏目的公开时限没有都写明是多少天，算不出来。")
    if each.timing is Timing.REPOST:
        lines.append("这份文件是转载的，由制作它的机关按时公开。")
    return (*lines, f"发布日期是 {_day(each.document.published)}{_count(each)}：{each.timing}{_lateness(each)}。")


def rest_in_short(each: Timeliness, calendar: Calendar) -> str:
    """The days that did not count, by their kinds, as in “周末 6 天、国庆节放假 8 天不算，调休上班 1 天照算”."""
    if moved := _moved_from(each):
        return f"{moved} 是休息日，顺延"
    steps = _steps(each, calendar)
    rests: dict[str, int] = {}
    for step in steps:
        if step.number is None:
            rests[step.note] = rests.get(step.note, 0) + 1
    names = sorted(rests, key=lambda note: note != WEEKEND)
    rest = f"{'、'.join(f'{name} {rests[name]} 天' for name in names)}不算" if rests else ""
    worked = sum(step.note == WORKED_WEEKEND for step in steps)
    return f"{rest}，{WORKED_WEEKEND} {worked} 天照算" if worked else rest


def _steps(each: Timeliness, calendar: Calendar) -> tuple[Step, ...]:
    """The days of a term in working days that can be counted."""
    if each.term.unit is not Unit.WORKING_DAYS or each.last_day is None:
        return ()
    return calendar.steps(each.document.issued, each.term.count) or ()


def _counted_days(each: Timeliness, calendar: Calendar) -> Iterable[str]:
    steps = _steps(each, calendar)
    rests = "；".join(_runs(step for step in steps if step.number is None))
    worked = "；".join(_runs(step for step in steps if step.note == WORKED_WEEKEND))
    if rests:
        yield f"不算的日子：{rests}。"
    if worked:
        yield f"照算的周末：{worked}。"
    if moved := _moved_from(each):
        yield f"期限的最后一天 {_day(moved)}是休息日，顺延到下一个工作日。"


def _moved_from(each: Timeliness) -> dt.date | None:
    """The day of rest on which a term in days or months would have ended."""
    safe_day = each.term.safe_day(each.document.issued)
    is_moved = each.term.unit is not Unit.WORKING_DAYS and each.last_day and each.last_day != safe_day
    return safe_day if is_moved else None


def _runs(steps: Iterable[Step]) -> Iterable[str]:
    """Days in a row under one name, as in “2026-10-01 至 2026-10-07 国庆节放假”."""
    for (note, _), run in groupby(enumerate(steps), key=lambda pair: (pair[1].note, pair[1].day.toordinal() - pair[0])):
        days = [step.day for _, step in run]
        yield f"{days[0]} 至 {days[-1]} {note}" if len(days) > 1 else f"{days[0]} {note}"


def _day(day: dt.date) -> str:
    return f"{day}（星期{_WEEKDAYS[day.weekday()]}）"


def _count(each: Timeliness) -> str:
    return f"，是第 {each.working_days} 个工作日" if each.working_days else ""


def _lateness(each: Timeliness) -> str:
    return f"，晚了 {each.days_late} 个工作日" if each.days_late else ""
