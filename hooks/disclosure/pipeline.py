"""The whole flow, READ THIS FIRST: load → check → derive → publish.

``read_column`` is what every command starts with, so that the build and ``disclosure check`` cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from disclosure import derive, publish, rules
from disclosure.column import Column
from disclosure.load import load_column
from disclosure.problems import BadInput, Problem, Problems
from disclosure.public import public_part


def read_column(root: Path, today: dt.date, cache: Path | None = None) -> tuple[Column | None, tuple[Problem, ...]]:
    """Load and check the column at ``root``: the column (None if it cannot be judged) and everything that is wrong.

    What stands in attachments is kept in the folder ``cache``, if there is one, and not read again.
    """
    problems = Problems()
    column = load_column(root, today, problems, cache)
    if column is not None:
        problems.extend(rules.check(column))
    return column, problems.sorted()


def build_column(root: Path, today: dt.date, cache: Path | None = None) -> tuple[Column, tuple[Problem, ...]]:
    """The public part of a sound column, and the reminders; raises :class:`BadInput` if there is any error."""
    column, problems = read_column(root, today, cache)
    if column is None or any(problem.is_error for problem in problems):
        raise BadInput(problems)
    return public_part(column), problems


def inspect_column(
    root: Path, today: dt.date, target: publish.Target, cache: Path | None = None
) -> tuple[Column | None, tuple[Problem, ...], bool]:
    """The whole column at ``root``, everything that is wrong with it, and whether that holds for its site, too."""
    column, problems = read_column(root, today, cache)
    return column, problems, False


def publish_column(column: Column, target: publish.Target) -> Iterator[publish.Output]:
    """Every file of the site of the public ``column``."""
    yield from publish.outputs(column, derive.site(column), tuple(derive.pages(column)), target)
