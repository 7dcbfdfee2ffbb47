"""The whole flow, READ THIS FIRST: load → check → derive → publish.

``read_column`` is what every command starts with, so that the build and ``disclosure check`` cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from disclosure import derive, publish, rules
from disclosure.column import Column
from disclosure.load import load_column
from disclosure.measures.private.discreet import discreet
from disclosure.problems import BadInput, Problem, Problems
from disclosure.public import public_part


def read_column(root: Path, today: dt.date) -> tuple[Column | None, tuple[Problem, ...]]:
    """Load and check the column at ``root``: the column (None if it cannot be judged) and everything that is wrong."""
    problems = Problems()
    column = load_column(root, today, problems)
    if column is not None:
        problems.extend(rules.check(column))
    return column, tuple(map(_discreet, problems.sorted()))


def _discreet(problem: Problem) -> Problem:
    """``problem`` as it may be printed anywhere: what it repeats from the input is masked if it is private."""
    return replace(problem, path=discreet(problem.path), message=discreet(problem.message))


def build_column(root: Path, today: dt.date) -> tuple[Column, tuple[Problem, ...]]:
    """The public part of a sound column, and the reminders; raises :class:`BadInput` if there is any error."""
    column, problems = read_column(root, today)
    if column is None or any(problem.is_error for problem in problems):
        raise BadInput(problems)
    return public_part(column), problems


def publish_column(column: Column, target: publish.Target) -> Iterator[publish.Output]:
    """Every file of the site of the public ``column``."""
    yield from publish.outputs(column, derive.site(column), tuple(derive.pages(column)), target)
