"""The whole flow, READ THIS FIRST: load → check → derive → publish → check what will be published.

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
    column, problems = _sound(*read_column(root, today, cache))
    return public_part(column), problems


def build_site(
    root: Path, today: dt.date, target: publish.Target
) -> tuple[tuple[publish.Output, ...], tuple[Problem, ...]]:
    """Every file of the site of a sound column, checked as it will be published, and the reminders.

    Nothing but the cache is written.  Raises :class:`BadInput` if there is any error in the column or in the site.
    """
    column, problems = _sound(*read_column(root, today, target.cache))
    outputs = tuple(publish_column(public_part(column), target))
    site = publish.built_site(outputs, target, rules.withheld_files(column), publish.FoundBefore(target.cache))
    found = Problems()
    found.extend((*problems, *rules.check_site(site, column)))
    _sound(column, found.sorted())
    return outputs, found.sorted()


def check_site(root: Path, today: dt.date, target: publish.Target) -> tuple[Problem, ...]:
    """Everything that is wrong with the column, and, as far as that lets a site be made, with the site."""
    try:
        return build_site(root, today, target)[1]
    except BadInput as bad:
        return bad.problems


def publish_column(column: Column, target: publish.Target) -> Iterator[publish.Output]:
    """Every file of the site of the public ``column``."""
    yield from publish.outputs(column, derive.site(column), tuple(derive.pages(column)), target)


def _sound(column: Column | None, problems: tuple[Problem, ...]) -> tuple[Column, tuple[Problem, ...]]:
    """What was given; raises :class:`BadInput` if there is no column or an error among the ``problems``."""
    if column is None or any(problem.is_error for problem in problems):
        raise BadInput(problems)
    return column, problems
