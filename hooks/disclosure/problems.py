"""What is wrong with the input: one noun, one printed form, one exception.

A rule or a loader never prints, logs or raises: it reports a :class:`Problem`.  Everything that shows problems
(the build, ``disclosure check``, the preview page) prints them from here, so they always read the same.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How grave a finding is.  Only an error stops the build."""

    ERROR = "错误"
    WARNING = "提醒"
    NOTICE = "提示"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition that the input has to meet.

    ``summary`` is one Chinese sentence for editors; ``norm`` names the document and article it comes from, if any.
    """

    name: str
    summary: str
    severity: Severity = Severity.ERROR
    norm: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, what is wrong, which value, what is allowed, what to do.

    ``path`` is relative to the column's root with forward slashes, ``line`` counts from 1.
    """

    path: str
    line: int
    rule: Rule
    message: str

    def __str__(self) -> str:
        """One line, whatever line breaks a value has that the message repeats."""
        grade = "" if self.rule.severity is Severity.ERROR else f"（{self.rule.severity}）"
        line = f"{self.path}:{self.line}: {grade}{self.message} [{self.rule.name}]"
        return " ".join(line.splitlines())

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """Order of printing: by file, then by line, then by rule."""
        return (self.path, self.line, self.rule.name, self.message)

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build."""
        return self.rule.severity is Severity.ERROR


Report = Callable[[int, Rule, str], None]
"""Reports a finding in the file at hand: line, rule, message."""


class Problems:
    """Collects findings while loading and checking; hands them out sorted and without repetition."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def in_file(self, path: str) -> Report:
        """The function that reports findings in the file ``path``."""

        def report(line: int, rule: Rule, message: str) -> None:
            self._found.add(Problem(path, line, rule, message))

        return report

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add findings made elsewhere."""
        self._found.update(problems)

    def sorted(self) -> tuple[Problem, ...]:
        """All findings in the order of printing."""
        return tuple(sorted(self._found, key=lambda problem: problem.sort_key))


class BadInput(Exception):
    """The column cannot be built; ``problems`` says why, all of it at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(summary_of(problems))


def summary_of(problems: tuple[Problem, ...]) -> str:
    """The findings, one a line, and a closing line that counts them."""
    errors = sum(problem.is_error for problem in problems)
    others = len(problems) - errors
    reminders = f"、{others} 个提醒" if others else ""
    stopped = f"共 {errors} 个错误{reminders}。网站没有改动，请改好后再试。"
    return "\n".join([*map(str, problems), stopped if errors else f"没有错误，有 {others} 个提醒。"])
