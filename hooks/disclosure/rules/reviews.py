"""Guide, organs and the column's own data are gone through from time to time, and registers of decisions as often as the law asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import ColumnInfo, Organ, Origin, Period
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

GUIDE_DAYS = Limit("guide-review", "天数", 366, "指南过了多少天没有更新就要核对")
DATA_DAYS = Limit("contact-review", "天数", 366, "机关和专栏的信息过了多少天就要再核对一遍")

_DECIDED = {
    "行政处罚决定": "处罚日期",
    "双随机抽查结果": "检查日期",
    "建议提案办理": "答复日期",
    "补贴发放结果": "发放日期",
}
"""The day on which what a row tells was done, by 类别."""

_PENALTIES = "行政处罚决定"
_SLOW = (Period.MONTHLY, Period.QUARTERLY, Period.HALF_YEARLY, Period.YEARLY)


@rule(
    "guide-review",
    "指南要及时更新，一年至少核对一遍",
    Severity.WARNING,
    norm="条例第十二条第一款",
    family=Family.TIMELINESS,
    advice="从头核对一遍：机构、地址、电话、办公时间、期限、收费、救济渠道；改好以后写上新的“更新日期”，没有要改的也写核对的那一天。",
    bad="更新日期: 2025-03-01，一年多没有动过",
    good="更新日期: 2026-09-18",
    limits=(GUIDE_DAYS,),
)
def guide_review(column: Column) -> Findings:
    """A page of the guide was looked at within the period."""
    allowed = column.checks.limit(GUIDE_DAYS)
    for page in column.guide:
        last = page.updated or page.published
        if (days := (column.today - last).days) > allowed:
            yield (
                page.origin.path,
                page.origin.line_of("updated" if page.updated else "published"),
                f"指南最近一次更新是 {last}，已经 {days} 天，超过 {allowed} 天；请从头核对一遍，写上新的“更新日期”",
            )


@rule(
    "contact-review",
    "机关和专栏的信息写了核对日期的，到期要再核对",
    Severity.WARNING,
    norm="条例第十二条、第二十条第二项",
    family=Family.TIMELINESS,
    advice="打一遍电话，核对地址、办公时间、负责人、职能和机构；改好以后写上新的“核对日期”。",
    bad="核对日期: 2025-03-01，一年多没有再核对",
    good="核对日期: 2026-09-01",
    limits=(DATA_DAYS,),
)
def contact_review(column: Column) -> Findings:
    """A written 核对日期 has come, and is not too long ago."""
    allowed = column.checks.limit(DATA_DAYS)
    for what, day, origin in _checked(column):
        days = (column.today - day).days
        if days < 0:
            yield origin.path, origin.line_of("checked"), f"{what}的核对日期 {day} 还没有到；请改成核对的那一天"
        elif days > allowed:
            yield (
                origin.path,
                origin.line_of("checked"),
                f"{what}的信息最近一次核对是 {day}，已经 {days} 天，超过 {allowed} 天；请再核对一遍，写上新的“{label(Organ, 'checked')}”",
            )


@rule(
    "register-seldom",
    "行政处罚决定要在作出后 7 个工作日内公开，名录不能隔很久才更新一次",
    Severity.NOTICE,
    norm="国办发〔2018〕118号",
    family=Family.TIMELINESS,
    advice="作出一件就加一行，更新周期写“实时”；逐件在别的网站按时公示了的，可以核对后不改。",
    bad="类别: 行政处罚决定，更新周期: 每季度",
    good="类别: 行政处罚决定，更新周期: 实时",
)
def register_seldom(column: Column) -> Findings:
    """A register of penalties that is brought up to date once a month or less cannot keep seven working days."""
    for register in column.registers:
        if register.kind == _PENALTIES and register.period in _SLOW:
            yield (
                register.origin.path,
                register.origin.line_of("period"),
                f"更新周期是“{register.period}”，而行政处罚决定要在作出之日起 7 个工作日内公开；"
                "请改成作出一件加一行（更新周期写“实时”），逐件在别处按时公示了的可以核对后不改",
            )


@rule(
    "register-row-later",
    "名录里已经发生的事，日期不能在更新日期之后",
    Severity.WARNING,
    family=Family.TIMELINESS,
    advice="日期写错了请改正；新加了行的，把名录的“更新日期”也改了。",
    bad="更新日期: 2026-10-14，有一行的处罚日期是 2026-11-02",
    good="更新日期: 2026-11-05，最近一行的处罚日期是 2026-11-02",
)
def register_row_later(column: Column) -> Findings:
    """What a register tells had happened when it was last updated; one finding a register."""
    for register in column.registers:
        name = _DECIDED.get(register.kind or "")
        places = [place for place, own in enumerate(register.columns) if own.name == name]
        later = [
            (row, day)
            for row in register.rows
            for place in places
            if isinstance(day := row.values[place], dt.date) and day > register.updated
        ]
        if later:
            row, day = later[0]
            more = f"，这样的还有 {len(later) - 1} 行" if len(later) > 1 else ""
            yield (
                row.path,
                row.line,
                f"{name} {day} 在名录的更新日期 {register.updated} 之后{more}；请核对，新加了行的把“更新日期”也改了",
            )


@rule(
    "register-until",
    "公示截止期不能早于作出决定的日期",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="核对这一行的两个日期；截止期写早了，这一行就不会公布。",
    bad="处罚日期 2026-10-09，公示截止期 2025-10-08",
    good="处罚日期 2026-10-09，公示截止期 2027-10-08",
)
def register_until(column: Column) -> Findings:
    """A row whose last day is before its decision is never shown, and nobody would notice."""
    for register in column.registers:
        name = _DECIDED.get(register.kind or "")
        places = [place for place, own in enumerate(register.columns) if own.name == name]
        for row in register.rows:
            until = register.day_until(row)
            for place in places:
                day = row.values[place]
                if until and isinstance(day, dt.date) and until < day:
                    yield (
                        row.path,
                        row.line,
                        f"“{register.columns[register.until or 0].name}”{until} 早于{name} {day}，这一行不会公布；请核对这两个日期",
                    )


def _checked(column: Column) -> Iterator[tuple[str, dt.date, Origin]]:
    """What has a 核对日期: its name, the day, where it was written."""
    found: list[tuple[str, ColumnInfo | Organ, tuple[str, str]]] = [("专栏", column.info, ("column", ""))]
    found += [(f"“{organ.name}”", organ, ("organs", organ.id)) for organ in column.organs]
    for what, noun, key in found:
        if noun.checked:
            yield what, noun.checked, column.origins[key]
