"""Model → problems: one function a rule, grouped by what it protects.

A rule yields ``(origin, field, message)``; the runner turns that into problems.  Adding a rule touches one module here
and one case file under ``tests/cases/rules``.
"""

from __future__ import annotations

from disclosure.column import Column
from disclosure.problems import Problem, Rule
from disclosure.rules import (
    annual_fees,
    annual_known,
    annual_tables,
    annual_texts,
    annual_told,
    annual_years,
    bulletins,
    calendar,
    catalogue,
    collected,
    completeness,
    dates,
    fields,
    files,
    items,
    markup,
    numbers,
    openness,
    organs,
    registers,
    relations,
    synonyms,
    tasks,
)
from disclosure.rules.registry import CHECKS

__all__ = ["all_rules", "check"]

_GROUPS = (
    annual_fees,
    annual_known,
    annual_tables,
    annual_texts,
    annual_told,
    annual_years,
    bulletins,
    calendar,
    catalogue,
    collected,
    completeness,
    dates,
    fields,
    files,
    items,
    markup,
    numbers,
    openness,
    organs,
    registers,
    relations,
    synonyms,
    tasks,
)


def check(column: Column) -> tuple[Problem, ...]:
    """Every finding of every rule."""
    return tuple(
        Problem(path, line, rule, message) for rule, function in CHECKS for path, line, message in function(column)
    )


def all_rules() -> tuple[Rule, ...]:
    """The rules in the order of their names."""
    return tuple(sorted((rule for rule, _ in CHECKS), key=lambda rule: rule.name))
