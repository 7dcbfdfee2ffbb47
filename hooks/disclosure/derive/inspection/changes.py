"""What changed since the report before: what is new, what is mended, what is still open, and since when.

Only what was looked at again and is gone counts as mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from disclosure.derive.inspection.before import Seen
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.verdicts import JudgedSet
from disclosure.model import ChosenSeverity
from disclosure.problems import Family, Severity
from disclosure.rules.registry import SITE_CHECKS


@dataclass(frozen=True, slots=True)
class Turn:
    """An indicator that stands otherwise than before."""

    set: str
    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Open findings that are new, those of before that are gone, those that stay; indicators that turned.

    ``set_aside`` are those of before that somebody has accepted or graded down since, ``unseen`` those that could not be
    looked at this time.  Together with ``mended`` and ``open`` they are all that the report before told.
    """

    new: tuple[Finding, ...]
    mended: tuple[Seen, ...]
    open: tuple[Finding, ...]
    set_aside: tuple[Seen, ...]
    unseen: tuple[Seen, ...]
    turns: tuple[Turn, ...]


def changes_of(facts: Facts, sets: tuple[JudgedSet, ...]) -> Changes:
    """What is otherwise than in the report before; without one everything is new."""
    before = facts.before
    seen = before.findings if before else {}
    standing = [finding for finding in facts.findings if finding.is_open]
    present = {finding.key for finding in standing}
    told = {finding.key for finding in facts.findings}
    off = {choice.rule for choice in facts.column.checks.choices if choice.severity is ChosenSeverity.OFF}
    gone = {key: each for key, each in seen.items() if key not in present}
    set_aside = {key for key, each in gone.items() if key in told or each.rule in off}
    unseen = {key for key, each in gone.items() if key not in set_aside} & set(_not_looked_at(gone, facts))
    turns = [
        Turn(each.set.name, judged.indicator.name, was, str(judged.verdict))
        for each in sets
        for judged in each.judged
        if before
        and (was := before.verdicts.get(f"{each.set.id}/{judged.indicator.id}", str(judged.verdict)))
        and was != judged.verdict
    ]
    return Changes(
        new=tuple(finding for finding in standing if finding.key not in seen),
        mended=tuple(each for key, each in gone.items() if key not in set_aside | unseen),
        open=tuple(finding for finding in standing if finding.key in seen),
        set_aside=tuple(gone[key] for key in gone if key in set_aside),
        unseen=tuple(gone[key] for key in gone if key in unseen),
        turns=tuple(turns),
    )


def _not_looked_at(gone: Mapping[str, Seen], facts: Facts) -> Iterator[str]:
    """The keys of what could not be found again: its file could not be read, or it is of the site, which was not made."""
    unread = {
        finding.problem.path
        for finding in facts.findings
        if finding.problem.rule.family is Family.LOADING and finding.problem.severity is Severity.ERROR
    }
    unmade = set() if facts.is_site_known else {rule.name for rule, _ in SITE_CHECKS}
    yield from (key for key, each in gone.items() if each.path in unread or each.rule in unmade)
