"""What changed since the report before: what is new, what is mended, what is still open, and since when."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.derive.inspection.before import Seen
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.verdicts import JudgedSet


@dataclass(frozen=True, slots=True)
class Turn:
    """An indicator that stands otherwise than before."""

    set: str
    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Open findings that are new, those of before that are gone, those that stay; indicators that turned."""

    new: tuple[Finding, ...]
    mended: tuple[Seen, ...]
    open: tuple[Finding, ...]
    turns: tuple[Turn, ...]


def changes_of(facts: Facts, sets: tuple[JudgedSet, ...]) -> Changes:
    """What is otherwise than in the report before; without one everything is new."""
    before = facts.before
    seen = before.findings if before else {}
    standing = [finding for finding in facts.findings if finding.is_open]
    present = {finding.key for finding in standing}
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
        mended=tuple(each for key, each in seen.items() if key not in present),
        open=tuple(finding for finding in standing if finding.key in seen),
        turns=tuple(turns),
    )
