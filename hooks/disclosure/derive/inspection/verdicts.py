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
from disclosure.problems import Rule, Severity
from disclosure.rules.registry import SITE_CHECKS


class Verdict(enum.StrEnum):
    """How the column stands by an indicator."""

    MET = "符合"
    REMINDED = "有要改的"
    FAILED = "不符合"
    BY_HAND = "要人看"


TONES = {Verdict.MET: "good", Verdict.REMINDED: "wait", Verdict.FAILED: "gone", Verdict.BY_HAND: "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An indicator with its verdict: the findings against it that are open, those somebody accepted, what was counted.

    ``unseen`` says what could not be looked at, so that nobody can say the indicator is met.
    """

    indicator: Indicator
    verdict: Verdict
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    measured: Measured | None
    unseen: str = ""

    @property
    def words(self) -> str:
        """What was counted, and what could not be looked at."""
        return f"{self.measured.words if self.measured else ''}{self.unseen}"

    @property
    def organs(self) -> tuple[Organ, ...]:
        """Who answers for what is to be done, the organ with the most to do first."""
        found = Counter(finding.organ for finding in self.findings)
        if self.measured and (self.measured.is_met is False or self.measured.falls_short):
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
    against = [finding for finding in facts.findings if _asks_for(indicator, finding.problem.rule)]
    findings = tuple(finding for finding in against if finding.is_open)
    measured = indicator.measure(facts) if indicator.measure else None
    unseen = _unseen(facts, indicator)
    return Judged(
        indicator=indicator,
        verdict=_verdict(indicator, findings, measured, unseen),
        findings=findings,
        accepted=tuple(finding for finding in against if finding.problem.accepted),
        measured=measured,
        unseen=unseen,
    )


def _asks_for(indicator: Indicator, rule: Rule) -> bool:
    """Whether what ``rule`` finds is one of what the indicator asks."""
    return rule.name in indicator.rules or rule.family in indicator.families


def _unseen(facts: Facts, indicator: Indicator) -> str:
    """What rules of the indicator would have had to look at and could not."""
    words = ""
    if not facts.is_site_known and any(_asks_for(indicator, rule) for rule, _ in SITE_CHECKS):
        words += "有错误，网站没有生成，所以网页没有检查。"
    if facts.unread and (indicator.families or indicator.rules):
        words += f"有 {len(facts.unread)} 个文件读不出来，里面的内容没有检查。"
    return words


def _verdict(indicator: Indicator, findings: tuple[Finding, ...], measured: Measured | None, unseen: str) -> Verdict:
    if not indicator.is_judged:
        return Verdict.BY_HAND
    is_unmet = measured is not None and measured.is_met is False
    if is_unmet or any(finding.problem.severity is Severity.ERROR for finding in findings):
        return Verdict.FAILED
    if findings or (measured is not None and measured.falls_short):
        return Verdict.REMINDED
    if unseen or (measured is not None and not measured.is_known):
        return Verdict.BY_HAND
    return Verdict.MET
