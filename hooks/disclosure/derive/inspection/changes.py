"""What changed since the report before: what is new, what is mended, what is still open, and since when.

Only what was looked at again and is gone is mended.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from disclosure.derive.inspection.before import Seen
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.verdicts import JudgedSet
from disclosure.load.body import is_markdown
from disclosure.model import ChosenSeverity
from disclosure.rules.registry import SITE_CHECKS

_OF_SITE = frozenset(rule.name for rule, _ in SITE_CHECKS)
"""Rules that look at the finished site."""


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

    ``set_aside`` are those of before that somebody has accepted or graded down since; ``unseen`` those that nobody can
    tell about: their file cannot be read now, or the site was not made.
    """

    new: tuple[Finding, ...]
    mended: tuple[Seen, ...]
    set_aside: tuple[Seen, ...]
    unseen: tuple[Seen, ...]
    open: tuple[Finding, ...]
    turns: tuple[Turn, ...]


def changes_of(facts: Facts, sets: tuple[JudgedSet, ...]) -> Changes:
    """What is otherwise than in the report before; without one everything is new."""
    before = facts.before
    known = before.findings if before else {}
    new: list[Finding] = []
    still: list[Finding] = []
    present: Counter[str] = Counter()
    for finding in facts.findings:
        if finding.is_open:
            present[finding.key] += 1
            (still if present[finding.key] <= len(known.get(finding.key, ())) else new).append(finding)
    gone = [each for key, many in known.items() for each in many[present[key] :]]
    set_aside = _set_aside(known, present, facts)
    beside = {posixpath.dirname(path) for path in facts.unread}
    unseen = [each for each in gone if each not in set_aside and _is_unseen(each, facts, beside)]
    turns = [
        Turn(each.set.name, judged.indicator.name, was, str(judged.verdict))
        for each in sets
        for judged in each.judged
        if before
        and (was := before.verdicts.get(f"{each.set.id}/{judged.indicator.id}", str(judged.verdict)))
        and was != judged.verdict
    ]
    return Changes(
        new=tuple(new),
        mended=tuple(each for each in gone if each not in unseen and each not in set_aside),
        set_aside=tuple(set_aside),
        unseen=tuple(unseen),
        open=tuple(still),
        turns=tuple(turns),
    )


def _set_aside(known: Mapping[str, tuple[Seen, ...]], present: Counter[str], facts: Facts) -> list[Seen]:
    """Those of before that are found as before, but by which nobody has to do anything any more."""
    quiet = Counter(finding.key for finding in facts.findings if not finding.is_open)
    off = {choice.rule for choice in facts.column.checks.choices if choice.severity is ChosenSeverity.OFF}
    gone = ((key, many[present[key] :]) for key, many in known.items())
    return [each for key, many in gone for each in (many if many and many[0].rule in off else many[: quiet[key]])]


def _is_unseen(seen: Seen, facts: Facts, beside: Set[str]) -> bool:
    """Whether the finding could not be made again, whatever is wrong: a file in a folder ``beside`` an unread text is only read with it."""
    if seen.rule in _OF_SITE and not facts.is_site_known:
        return True
    is_beside = (
        posixpath.dirname(seen.path) in beside and not is_markdown(seen.path) and seen.path in facts.column.files
    )
    return seen.path in facts.unread or is_beside
