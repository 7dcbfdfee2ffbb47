"""How a column stands by each indicator: from findings and measures to a state with its evidence."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass

from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.indicator import Indicator, IndicatorSet
from disclosure.derive.inspection.indicators import SETS
from disclosure.derive.inspection.measured import Measured
from disclosure.model import Organ
from disclosure.problems import Family, Severity


class Verdict(enum.StrEnum):
    """How the column stands by an indicator."""

    MET = "符合"
    REMINDED = "有要改的"
    FAILED = "不符合"
    BY_HAND = "要人看"


TONES = {Verdict.MET: "good", Verdict.REMINDED: "wait", Verdict.FAILED: "gone", Verdict.BY_HAND: "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An indicator with its verdict: the findings against it that are open, those somebody accepted, what was counted."""

    indicator: Indicator
    verdict: Verdict
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    measured: Measured | None

    @property
    def organs(self) -> tuple[Organ, ...]:
        """Who answers for what is to be done, the organ with the most to do first."""
        found = Counter(finding.organ for finding in self.findings)
        if self.measured and self.measured.is_met is False:
            found.update(organ for each in self.measured.evidence for organ in each.organs)
        return tuple(organ for organ, _ in found.most_common())


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSet:
    """A set of indicators, judged."""

    set: IndicatorSet
    judged: tuple[Judged, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many indicators have which verdict, each verdict named."""
        found = Counter(each.verdict for each in self.judged)
        return {verdict: found[verdict] for verdict in Verdict}


def judged_sets(facts: Facts) -> tuple[JudgedSet, ...]:
    """All indicators of all sets."""
    return tuple(
        JudgedSet(set=each, judged=tuple(_judged(facts, indicator) for indicator in each.indicators)) for each in SETS
    )


def _judged(facts: Facts, indicator: Indicator) -> Judged:
    against = [finding for finding in facts.findings if speaks_against(finding, indicator)]
    findings = tuple(finding for finding in against if finding.is_open)
    measured = indicator.measure(facts) if indicator.measure else None
    return Judged(
        indicator=indicator,
        verdict=_verdict(facts, indicator, findings, measured),
        findings=findings,
        accepted=tuple(finding for finding in against if finding.problem.accepted),
        measured=measured,
    )


def speaks_against(finding: Finding, indicator: Indicator) -> bool:
    """Whether a finding is one of what the indicator asks."""
    rule = finding.problem.rule
    return rule.name in indicator.rules or rule.family in indicator.families


def _verdict(facts: Facts, indicator: Indicator, findings: tuple[Finding, ...], measured: Measured | None) -> Verdict:
    if not indicator.is_judged:
        return Verdict.BY_HAND
    is_unmet = measured is not None and measured.is_met is False
    if is_unmet or any(finding.problem.severity is Severity.ERROR for finding in findings):
        return Verdict.FAILED
    if findings:
        return Verdict.REMINDED
    is_unseen = Family.SITE in indicator.families and not facts.is_site_known
    if is_unseen or (measured is not None and not measured.is_known):
        return Verdict.BY_HAND
    return Verdict.MET
