"""Model → problems: one function a rule, grouped by what it protects.

A rule yields places and messages; ``check`` and ``check_site`` turn them into problems, with what the column decided about the
rule (judging).  Adding a rule touches one module here and its case files under ``tests/cases``: every module beside this one is
imported, and its decorators add to the registry.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from disclosure.column import Column
from disclosure.passages import Passage, passages
from disclosure.problems import Problem, Rule, problem_of
from disclosure.rules.decisions import every_rule
from disclosure.rules.judging import judged, unused
from disclosure.rules.openness import withheld_files
from disclosure.rules.registry import CHECKS, SITE_CHECKS, TEXT_CHECKS, Findings
from disclosure.rules.stopping import stopped
from disclosure.site import BuiltSite

__all__ = ["check", "check_site", "every_rule", "withheld_files"]

for _module in pkgutil.walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)

_WHOLE = "catalogue/column.yml"
"""Where is told what is of no file in particular."""


def check(column: Column) -> tuple[Problem, ...]:
    """Every finding of the rules about the column and its texts, as the column wants them told."""
    found = [problem for rule, look in CHECKS for problem in _all_of(rule, partial(look, column))]
    if TEXT_CHECKS:
        found += [problem for passage in passages(column) for problem in _in_text(passage, column)]
    told = list(judged(column, found))
    return (*told, *unused(column, told, (rule for rule, _ in (*CHECKS, *TEXT_CHECKS))))


def check_site(site: BuiltSite, column: Column) -> tuple[Problem, ...]:
    """Every finding of the rules about the finished site."""
    found = [problem for rule, look in SITE_CHECKS for problem in _all_of(rule, partial(look, site, column))]
    told = list(judged(column, found))
    return (*told, *unused(column, told, (rule for rule, _ in SITE_CHECKS)))


def _all_of(rule: Rule, look: Callable[[], Findings]) -> Iterator[Problem]:
    """The findings of a rule about the whole column or site."""
    try:
        for path, line, message in look():
            yield problem_of(path, line, rule, message)
    except Exception as error:  # whatever the reason is: what nobody has looked at is not published
        yield stopped(error, rule, _WHOLE)


def _in_text(passage: Passage, column: Column) -> Iterator[Problem]:
    """What the rules about texts find; inside an attached file the message says where."""
    where = f"{passage.where}：" if passage.where else ""
    for rule, look in TEXT_CHECKS:
        try:
            for place, message in look(passage, column):
                yield problem_of(passage.path, passage.line_at(place), rule, where + message)
        except Exception as error:  # as above
            yield stopped(error, rule, passage.path)
