"""/apply/: how to apply for information that is not public yet (条例 Art. 27–45), and by when it is answered."""

from __future__ import annotations

import datetime as dt

from disclosure.column import Column
from disclosure.derive import addresses, contacts, labels, wording
from disclosure.derive.apply_form import other_takers
from disclosure.derive.apply_pieces import ArrangedYear, Arrangement, CountedDay, Desk, Example
from disclosure.derive.contexts import ApplyPage, FormPage
from disclosure.derive.frame import GUIDE, ON_APPLICATION, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import ColumnInfo, ColumnType, Organ
from disclosure.workdays import WORKED_WEEKEND, Calendar, Step

REPLY_DAYS = 20
"""Working days for the answer (条例 Art. 33)."""

EXTENSION_DAYS = 20
"""Working days by which the term for the answer may be extended, once and at most (条例 Art. 33)."""

THIRD_PARTY_DAYS = 15
"""Working days in which somebody whose interests the information touches says what they think (条例 Art. 32)."""

CORRECTION_DAYS = 7
"""Working days in which an unclear application is sent back for correction (条例 Art. 30)."""

_WEEKDAYS = "一二三四五六日"
_SECTIONS = {
    "who": "谁可以申请",
    "whom": "向谁申请",
    "how": "怎么申请",
    "what": "写什么",
    "received": "什么时候算收到",
    "deadline": "多久答复",
    "answers": "可能得到的答复",
    "fees": "收费",
    "remedies": "对答复不满意怎么办",
    "forms": "下载申请表",
}


def apply_page(holdings: Holdings, forms: tuple[FormPage, ...]) -> ApplyPage:
    """/apply/ with the way to its ``forms``."""
    column = holdings.column
    info = column.info
    known = shown_calendar(column)
    description = (
        f"怎样向{info.organ.name}和各部门申请公开政府信息：向谁申请、写什么、多久答复、不满意怎么办，附申请表。"
    )
    return ApplyPage(
        frame=frame(
            addresses.APPLY,
            ON_APPLICATION,
            description,
            Link(GUIDE, addresses.GUIDE),
            part="guide",
            entry=addresses.APPLY,
            labels=labels.of_list(ON_APPLICATION, description, ColumnType.ON_APPLICATION),
        ),
        sections=_SECTIONS,
        organ=info.organ.name,
        office=info.office,
        address=f"{info.address}（邮政编码 {info.postcode}）" if info.postcode else info.address,
        hours=info.hours,
        telephones=contacts.telephones(info.telephone),
        fax=info.fax,
        online=contacts.online(info.online),
        desks=(_own_desk(info), *(_desk(organ) for organ in other_takers(column))),
        reply_days=REPLY_DAYS,
        extension_days=EXTENSION_DAYS,
        correction_days=CORRECTION_DAYS,
        third_party_days=THIRD_PARTY_DAYS,
        example=_example(known, column.today),
        years=tuple(_arranged(known, year) for year in sorted(known.years)),
        forms=tuple(Link(form.heading, form.frame.address) for form in forms),
        files=tuple(form.file for form in forms),
    )


def shown_calendar(column: Column) -> Calendar:
    """The part of the calendar that applications of these days need: last year, this year and the next."""
    return column.calendar.between(column.today.year - 1, column.today.year + 1)


def _own_desk(info: ColumnInfo) -> Desk:
    return Desk(
        name=f"{info.organ.name}（由{info.office}受理）",
        address=info.address,
        telephones=contacts.telephones(info.telephone),
        fax=info.fax,
        online=contacts.online(info.online),
    )


def _desk(organ: Organ) -> Desk:
    return Desk(
        name=organ.name,
        address=organ.address or "",
        telephones=contacts.telephones(organ.telephone) if organ.telephone else (),
        fax=organ.fax or "",
        online=contacts.online(organ.email) if organ.email else None,
    )


def _example(calendar: Calendar, today: dt.date) -> Example | None:
    """An application received today, or on the last day before for which the calendar knows the whole term."""
    received = today
    while received.year >= today.year - 1:
        steps, correction = calendar.steps(received, REPLY_DAYS), calendar.end(received, CORRECTION_DAYS)
        if steps and correction:
            return Example(
                received=wording.day(received),
                correction=wording.day(correction),
                reply=wording.day(steps[-1].day),
                is_today=received == today,
                days=tuple(_counted(step) for step in steps),
            )
        received -= dt.timedelta(days=1)
    return None


def _counted(step: Step) -> CountedDay:
    return CountedDay(
        day=wording.day(step.day),
        weekday=_weekday(step.day),
        count=(f"第 {step.number} 天" if step.number else "不算") + (f"（{step.note}）" if step.note else ""),
    )


def _arranged(calendar: Calendar, year: int) -> ArrangedYear:
    runs: list[tuple[str, dt.date, dt.date]] = []
    for day, name in sorted(calendar.days_off.items()):
        if day.year == year:
            is_next = runs and runs[-1][0] == name and (day - runs[-1][2]).days == 1
            runs[-1:] = [(name, runs[-1][1], day)] if is_next else [*runs[-1:], (name, day, day)]
    found = [
        Arrangement(kind="off", text=f"{name}放假", first=wording.day(first), last=wording.day(last))
        for name, first, last in runs
    ]
    found += [
        Arrangement(
            kind="worked", text=f"{WORKED_WEEKEND}（{_weekday(day)}）", first=wording.day(day), last=wording.day(day)
        )
        for day in calendar.worked
        if day.year == year
    ]
    return ArrangedYear(
        year=year,
        basis=calendar.bases.get(year, ""),
        arrangements=tuple(sorted(found, key=lambda each: each.first.iso)),
    )


def _weekday(day: dt.date) -> str:
    return f"星期{_WEEKDAYS[day.weekday()]}"
