"""The list of rules and the decorator that adds to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.column import Column
from disclosure.problems import Rule, Severity

Findings = Iterator[tuple[str, int, str]]
"""Path, line and message of each finding."""

Check = Callable[[Column], Findings]

CHECKS: list[tuple[Rule, Check]] = []
"""Every rule with its function, filled by :func:`rule` when the modules of rules are imported."""


def rule(name: str, summary: str, severity: Severity = Severity.ERROR, norm: str = "") -> Callable[[Check], Check]:
    """Make a function a rule: its name, what it asks of editors (one Chinese sentence), severity and norm."""

    def register(function: Check) -> Check:
        CHECKS.append((Rule(name, summary, severity, norm), function))
        return function

    return register
