"""Whether registers are updated as often as they promise.

A register of a year, a half-year or a quarter is closed once the next one is there: of registers that differ only by such
words in their names, the one updated last stands for all.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.freshness import DAYS_OF
from disclosure.model import Organ, Register

_TIMES = re.compile(r"\d+|[一二三四上下]季度|[上下]半年|年度|[年月]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFreshness:
    """A register with an 更新周期: the days that may pass, and whether more have passed."""

    register: Register
    allowed: int
    is_stale: bool

    @property
    def organs(self) -> tuple[Organ, ...]:
        """Who answers for it."""
        return self.register.organs

    @property
    def last_day(self) -> dt.date:
        """The last day on which it is not stale."""
        return self.register.updated + dt.timedelta(days=self.allowed)


def register_freshness(column: Column) -> tuple[RegisterFreshness, ...]:
    """The registers whose 更新周期 can be judged, without those that a later one stands for."""
    latest: dict[tuple[str, str], Register] = {}
    for register in column.registers:
        key = (register.item, _TIMES.sub("", register.name))
        if key not in latest or register.updated > latest[key].updated:
            latest[key] = register
    judged = {register.id: DAYS_OF.get(register.period) for register in latest.values() if register.period}
    return tuple(
        RegisterFreshness(
            register=register,
            allowed=allowed,
            is_stale=(column.today - register.updated).days > allowed,
        )
        for register in column.registers
        if (allowed := judged.get(register.id))
    )
