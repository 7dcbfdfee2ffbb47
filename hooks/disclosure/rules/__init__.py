"""Model → problems: one function a rule, grouped by what it protects.

A rule yields places and messages; ``check`` and ``check_site`` turn them into problems, with what the column decided about the
rule (judging).  Adding a rule touches one module here, ``_GROUPS`` if the module is new, and its case files under ``tests/cases``.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.passages import Passage, passages
from disclosure.problems import Problem, problem_of
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
    decisions,
    fields,
    files,
    items,
    markup,
    numbers,
    openness,
    organs,
    private,
    registers,
    relations,
    synonyms,
    tasks,
)
from disclosure.rules.decisions import every_rule
from disclosure.rules.judging import judged, unused
from disclosure.rules.registry import CHECKS, SITE_CHECKS, TEXT_CHECKS
from disclosure.site import BuiltSite

__all__ = ["check", "check_site", "every_rule"]

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
    decisions,
    fields,
    files,
    items,
    markup,
    numbers,
    openness,
    organs,
    private,
    registers,
    relations,
    synonyms,
    tasks,
)


def check(column: Column) -> tuple[Problem, ...]:
    """Every finding of the rules about the column and its texts, as the column wants them told."""
    found = [problem_of(path, line, rule, message) for rule, look in CHECKS for path, line, message in look(column)]
    if TEXT_CHECKS:
        found += [problem for passage in passages(column) for problem in _in_text(passage, column)]
    told = list(judged(column, found))
    return (*told, *unused(column, told, (rule for rule, _ in (*CHECKS, *TEXT_CHECKS))))


def check_site(site: BuiltSite, column: Column) -> tuple[Problem, ...]:
    """Every finding of the rules about the finished site."""
    found = [
        problem_of(path, line, rule, message)
        for rule, look in SITE_CHECKS
        for path, line, message in look(site, column)
    ]
    told = list(judged(column, found))
    return (*told, *unused(column, told, (rule for rule, _ in SITE_CHECKS)))


def _in_text(passage: Passage, column: Column) -> Iterator[Problem]:
    """What the rules about texts find; inside an attached file the message says where."""
    where = f"{passage.where}：" if passage.where else ""
    for rule, look in TEXT_CHECKS:
        for place, message in look(passage, column):
            yield problem_of(passage.path, passage.line_at(place), rule, where + message)
