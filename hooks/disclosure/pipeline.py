"""The whole flow, READ THIS FIRST: load → check → derive → publish → check what will be published.

``read_column`` is what every command starts with, so that the build and ``disclosure check`` cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from disclosure import derive, publish, rules
from disclosure.column import Column
from disclosure.load import load_column
from disclosure.measures.private.discreet import discreet
from disclosure.problems import BadInput, Problem, Problems, has_errors
from disclosure.public import public_part


def read_column(root: Path, today: dt.date, cache: Path | None = None) -> tuple[Column | None, tuple[Problem, ...]]:
    """Load and check the column at ``root``: the column (None if it cannot be judged) and everything that is wrong.

    What stands in attachments is kept in the folder ``cache``, if there is one, and not read again.
    """
    problems = Problems()
    column = load_column(root, today, problems, cache)
    if column is not None:
        problems.extend(rules.check(column))
    return column, _discreet(problems.sorted())


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A column (None if it cannot be judged), everything that is wrong with it and with its site, and the files of the site.

    Errors in the column keep the site from being made: then ``outputs`` is None.
    """

    column: Column | None
    problems: tuple[Problem, ...]
    outputs: tuple[publish.Output, ...] | None = None


def inspect_column(root: Path, today: dt.date, target: publish.Target) -> Inspected:
    """Load, check, and make the site as it would be published, to check that, too.  Nothing but the cache is written."""
    column, problems = read_column(root, today, target.cache)
    if column is None or has_errors(problems):
        return Inspected(column=column, problems=problems)
    outputs = tuple(publish_column(public_part(column), target))
    site = publish.built_site(outputs, target, rules.withheld_files(column), publish.FoundBefore(target.cache))
    found = Problems()
    found.extend((*problems, *rules.check_site(site, column)))
    return Inspected(column=column, problems=_discreet(found.sorted()), outputs=outputs)


def build_site(
    root: Path, today: dt.date, target: publish.Target
) -> tuple[tuple[publish.Output, ...], tuple[Problem, ...]]:
    """Every file of the site of a sound column, checked as it will be published, and the reminders.

    Raises :class:`BadInput` if there is any error in the column or in the site.
    """
    inspected = inspect_column(root, today, target)
    if inspected.outputs is None or has_errors(inspected.problems):
        raise BadInput(inspected.problems)
    return inspected.outputs, inspected.problems


def publish_column(column: Column, target: publish.Target) -> Iterator[publish.Output]:
    """Every file of the site of the public ``column``."""
    yield from publish.outputs(column, derive.site(column), tuple(derive.pages(column)), target)


def _discreet(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """``problems`` as they may be printed anywhere: what they repeat from the input is masked if it is private."""
    return tuple(
        replace(
            problem,
            path=_discreet_path(problem.path),
            message=discreet(problem.message),
            accepted=replace(note, reason=discreet(note.reason)) if (note := problem.accepted) else None,
        )
        for problem in problems
    )


def _discreet_path(path: str) -> str:
    """``path`` with the name of the file masked, if that tells a number; its ending is no part of the number."""
    name, dot, ending = path.rpartition(".")
    return f"{discreet(name)}{dot}{ending}" if dot else discreet(path)
