"""The calendar of working days: the library's years, completed and replaced by catalogue/calendar/<year>.yml."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from chinese_calendar import constants

from disclosure.load import faults, marked_yaml
from disclosure.load.convert import Lookups, read_fields
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.problems import Problems, Report
from disclosure.terms import label
from disclosure.workdays import Calendar, CalendarYear, Holiday, days_from

_FOLDER = "catalogue/calendar"
_YEAR = re.compile(r"20\d\d")
_LONGEST = 12
"""Days off in a row; longer ones are a slip of the pen (the longest so far had ten)."""

_FEWEST = 6
"""Holidays in a year: seven, of which two may fall together."""

_CHINESE = {holiday.value: holiday.chinese for holiday in constants.Holiday}


def load_calendar(root: Path, problems: Problems) -> Calendar:
    """The calendar for the column at ``root``; a year whose file is wrong keeps what the library says of it."""
    calendar = Calendar(
        years=frozenset(day.year for day in constants.holidays),
        days_off={day: _CHINESE[name] for day, name in constants.holidays.items()},
        worked=frozenset(constants.workdays),
    )
    for path, stem in yaml_files(root, _FOLDER, _YEAR, "2027.yml", problems):
        arranged = _read(root, path, int(stem), problems.in_file(path))
        calendar = calendar.with_year(int(stem), arranged) if arranged else calendar.with_broken(int(stem))
    return calendar


def _read(root: Path, path: str, year: int, report: Report) -> CalendarYear | None:
    node = read_mapping(root, path, report)
    if node is None:
        return None
    values = read_fields(node, CalendarYear, report, Lookups())
    if values is None:
        return None
    arranged = CalendarYear(**values)
    is_sound = _are_holidays_sound(arranged, year, node.line, report)
    worked = node.get(label(CalendarYear, "worked"))
    each_worked = worked.items if isinstance(worked, marked_yaml.Sequence) else (worked,) if worked else ()
    lines = [each.line for each in each_worked]
    return arranged if _are_worked_days_sound(arranged, year, lines, report) and is_sound else None


def _are_holidays_sound(arranged: CalendarYear, year: int, line: int, report: Report) -> bool:
    is_sound = len(arranged.holidays) >= _FEWEST
    if not is_sound:
        count = f"只有 {len(arranged.holidays)} 次放假" if arranged.holidays else "一次放假也没有"
        report(
            line,
            faults.CALENDAR,
            f"“放假”里{count}；请照通知写全：元旦、春节、清明节、劳动节、端午节、中秋节、国庆节，其中两个可以连在一起放",
        )
    for number, holiday in enumerate(arranged.holidays):
        wrong = _wrong_with(holiday, year) or _overlap(holiday, arranged.holidays[:number])
        if wrong:
            report(holiday.line, faults.CALENDAR, f"“{holiday.name}”{wrong}")
            is_sound = False
    return is_sound


def _wrong_with(holiday: Holiday, year: int) -> str:
    if holiday.last < holiday.first:
        return f"结束的 {holiday.last} 在开始的 {holiday.first} 之前；请核对通知"
    if {holiday.first.year, holiday.last.year} != {year}:
        return (
            f"从 {holiday.first} 到 {holiday.last}，不全在{year}年；"
            "这个文件只写这一年的日子，请把别的年份的日子写进那一年的文件"
        )
    count = (holiday.last - holiday.first).days + 1
    if count > _LONGEST:
        return f"从 {holiday.first} 到 {holiday.last}，有 {count} 天；一次放假最多 {_LONGEST} 天，请核对通知"
    return ""


def _overlap(holiday: Holiday, earlier: tuple[Holiday, ...]) -> str:
    for other in earlier:
        if holiday.first <= other.last and other.first <= holiday.last:
            return (
                f"从 {holiday.first} 到 {holiday.last}，与“{other.name}”的 {other.first} 到 {other.last} 重叠；"
                "请核对通知，两个节日连在一起放的写成一次"
            )
    return ""


def _are_worked_days_sound(arranged: CalendarYear, year: int, lines: list[int], report: Report) -> bool:
    off: dict[dt.date, str] = {}
    for holiday in arranged.holidays:
        if holiday.first.year == holiday.last.year == year:
            off.update(dict.fromkeys(days_from(holiday.first, holiday.last), holiday.name))
    is_sound = True
    for number, (day, line) in enumerate(zip(arranged.worked, lines, strict=True)):
        if day.year != year:
            wrong = f"不在{year}年；请写进 {day.year}.yml"
        elif day.weekday() < 5:
            wrong = "不是周六、周日，本来就上班；请核对通知"
        elif day in off:
            wrong = f"又在“{off[day]}”的放假里；请核对通知"
        elif day in arranged.worked[:number]:
            wrong = "写了两次；请删去一次，或者核对通知"
        else:
            continue
        report(line, faults.CALENDAR, f"“上班”里的 {day} {wrong}")
        is_sound = False
    return is_sound
