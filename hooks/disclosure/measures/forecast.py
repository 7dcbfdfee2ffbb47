"""What will be stale or overdue soon, if nothing new comes: a list to work off."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.annual_deadlines import missing_report
from disclosure.measures.freshness import ItemFreshness, State
from disclosure.measures.register_freshness import RegisterFreshness
from disclosure.model import Organ
from disclosure.problems import Limit

AHEAD = Limit("stale-soon", "天数", 30, "提前多少天告诉栏目要更新")


class DueKind(enum.StrEnum):
    """What has to be updated."""

    ITEM = "栏目"
    REGISTER = "名录"
    REPORT = "年度报告"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An item or a register (``kind``) that has to be updated by ``last_day``, or an annual report that has to be there."""

    kind: DueKind
    id: str
    name: str
    organs: tuple[Organ, ...]
    last_day: dt.date


def forecast(
    column: Column, items: Iterable[ItemFreshness], registers: Iterable[RegisterFreshness], days: int
) -> tuple[Due, ...]:
    """What will be stale ``days`` days from today or earlier and is not yet, the most urgent first.

    A group is left out if one of its members has a period of its own, and a register if its item is named.
    """
    items = tuple(items)
    horizon = column.today + dt.timedelta(days=days)
    with_members = {each.item.parent for each in items if each.last_day}
    found = [
        Due(kind=DueKind.ITEM, id=each.item.id, name=each.item.name, organs=each.organs, last_day=each.last_day)
        for each in items
        if each.state is State.FRESH and each.last_day and each.last_day < horizon and each.item.id not in with_members
    ]
    named = {each.id for each in found}
    found += [
        Due(
            kind=DueKind.REGISTER,
            id=each.register.id,
            name=each.register.name,
            organs=each.organs,
            last_day=each.last_day,
        )
        for each in registers
        if not each.is_stale and each.last_day < horizon and each.register.item not in named
    ]
    missing = missing_report(column)
    if missing and column.today <= missing.last_day < horizon:
        name = f"{missing.year}年度"
        organs = (column.info.organ,)
        found.append(
            Due(kind=DueKind.REPORT, id=str(missing.year), name=name, organs=organs, last_day=missing.last_day)
        )
    return tuple(sorted(found, key=lambda each: each.last_day))
