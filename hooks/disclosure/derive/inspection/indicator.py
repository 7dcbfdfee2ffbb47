"""An indicator: what is asked of a column, and which rules and measures answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.measured import Measured
from disclosure.problems import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that is asked: findings of ``families`` and ``rules`` speak against it, ``measure`` says what was counted.

    ``by_hand`` is what a person has to look at beyond that, or instead, where there are no rules and no measure.
    """

    id: str
    group: str
    name: str
    asks: str
    norm: str
    families: tuple[Family, ...] = ()
    rules: tuple[str, ...] = ()
    measure: Callable[[Facts], Measured] | None = None
    by_hand: str = ""

    @property
    def is_judged(self) -> bool:
        """Whether files can tell anything about it."""
        return bool(self.families or self.rules or self.measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSet:
    """An official set of indicators; ``id`` is the name of its page."""

    id: str
    name: str
    norm: str
    lead: str
    indicators: tuple[Indicator, ...]
