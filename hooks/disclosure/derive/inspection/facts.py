"""Everything that is measured of a column for its inspectors, taken once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from disclosure.column import Column
from disclosure.derive.fields.fulfilment import Fulfilment, fulfilments
from disclosure.derive.holdings import Holdings
from disclosure.derive.inspection.before import Before
from disclosure.derive.inspection.findings import Finding, findings_of
from disclosure.measures.coverage import Coverage, coverage
from disclosure.measures.forecast import AHEAD, Due, forecast
from disclosure.measures.freshness import ItemFreshness, freshness
from disclosure.measures.interpretation import Rate, rates
from disclosure.measures.register_freshness import RegisterFreshness, register_freshness
from disclosure.measures.timeliness import Spread, Timeliness, spreads, timeliness
from disclosure.measures.vetoes import Veto, vetoes
from disclosure.problems import Family, Problem
from disclosure.public import public_part


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A column, whole and as citizens see it, what was found wrong with it, what the report before said.

    ``site_url`` is where the site stands, or nothing; ``is_site_known`` tells whether the finished site was checked, too,
    which it cannot be while errors keep it from being built.
    """

    column: Column
    findings: tuple[Finding, ...]
    before: Before | None
    site_url: str
    is_site_known: bool

    @cached_property
    def public(self) -> Column:
        """What citizens see of the column."""
        return public_part(self.column)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The files that could not be read, or were left out for a fault in them, so that nothing else in them was checked."""
        errors = [each.problem for each in self.findings if each.problem.is_error]
        left_out = self.column.broken | self.column.broken_registers
        tables = {f"{path.removesuffix('.yml')}.csv" for path in self.column.broken_registers}
        return left_out | {each.path for each in errors if each.rule.family is Family.LOADING or each.path in tables}

    @cached_property
    def timeliness(self) -> tuple[Timeliness, ...]:
        """How soon each document was published."""
        return timeliness(self.column)

    @cached_property
    def spreads(self) -> tuple[Spread, ...]:
        """The same, counted by organ and item."""
        return spreads(self.timeliness)

    @cached_property
    def freshness(self) -> tuple[ItemFreshness, ...]:
        """How each item stands."""
        return freshness(self.column)

    @cached_property
    def registers(self) -> tuple[RegisterFreshness, ...]:
        """How each register stands."""
        return register_freshness(self.column)

    @cached_property
    def vetoes(self) -> tuple[Veto, ...]:
        """The counts by which a whole site fails."""
        return vetoes(self.column, self.freshness)

    @cached_property
    def forecast(self) -> tuple[Due, ...]:
        """What will be stale soon."""
        return forecast(self.column, self.freshness, self.registers, self.column.checks.limit(AHEAD))

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """What each organ has published under each item."""
        return coverage(self.column)

    @cached_property
    def matters(self) -> tuple[Fulfilment, ...]:
        """What has been published under each row of the field catalogues."""
        holdings = Holdings(self.public)
        return tuple(each for catalogue in self.public.field_catalogues for each in fulfilments(holdings, catalogue))

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """How many normative documents were interpreted, by quarter and organ."""
        return rates(self.public)


def facts_of(
    column: Column, problems: Iterable[Problem], before: Before | None, site_url: str, *, is_site_known: bool
) -> Facts:
    """The facts of the whole ``column``."""
    return Facts(
        column=column,
        findings=findings_of(column, problems, before),
        before=before,
        site_url=site_url,
        is_site_known=is_site_known,
    )
