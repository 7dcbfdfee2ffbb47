"""What is wrong with the input: one noun, one printed form, one exception.

A rule or a loader never prints, logs or raises: it reports a :class:`Problem`.  Everything that shows problems
(the build, ``disclosure check``, the preview page, the inspectors' report) shows them from here, so they always read the same.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass


class Severity(enum.StrEnum):
    """How grave a finding is.  Only an error stops the build."""

    ERROR = "错误"
    WARNING = "提醒"
    NOTICE = "提示"


class Family(enum.StrEnum):
    """What a rule protects; rules are listed and reported by family, in this order."""

    LOADING = "文件读得出来"
    CATALOGUES = "目录写得对"
    TIMELINESS = "公开及时"
    FRESHNESS = "栏目不空白、不陈旧"
    COMPLETENESS = "内容完整、前后一致"
    VALIDITY = "有效性和引用"
    INTERPRETATION = "政策解读"
    OPENNESS = "公开属性"
    PRIVACY = "个人信息和秘密"
    WORDING = "文字质量"
    SITE = "生成的网站"
    NUMBERS = "数字对得上"


class Latitude(enum.Enum):
    """What a column may decide about a rule: its severity, and accepting its findings with a reason and a day."""

    NONE = enum.auto()
    """Nothing: the engine or the law leaves no choice."""

    NAMED = enum.auto()
    """Findings can be accepted only by a part of their message, so that an old acceptance never covers a new finding."""

    FULL = enum.auto()
    """All findings of the rule in a file can be accepted together, too."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that a rule judges by; a column may set another one in catalogue/checks.yml."""

    rule: str
    name: str
    value: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition that the input has to meet.

    ``summary`` is one Chinese sentence for editors, ``advice`` says what to do about a finding, ``bad`` and ``good`` are a
    short example of each; ``norm`` names the document and article it comes from, if any.  Without a ``latitude`` of its
    own a rule whose findings are errors has none, and any other has all.
    """

    name: str
    summary: str
    severity: Severity = Severity.ERROR
    _: KW_ONLY
    family: Family
    norm: str = ""
    advice: str
    bad: str
    good: str
    limits: tuple[Limit, ...] = ()
    latitude: Latitude | None = None

    @property
    def leaves(self) -> Latitude:
        """What a column may decide about the rule."""
        return self.latitude or (Latitude.NONE if self.severity is Severity.ERROR else Latitude.FULL)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why and since when a finding is accepted, and where that was written."""

    reason: str
    day: dt.date
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, what is wrong, which value, what is allowed, what to do.

    ``path`` is relative to the column's root with forward slashes, ``line`` counts from 1.  ``severity`` is that of the
    rule unless the column set another one; an ``accepted`` finding is only counted and reported.
    """

    path: str
    line: int
    rule: Rule
    message: str
    severity: Severity = Severity.ERROR
    accepted: Accepted | None = None

    def __str__(self) -> str:
        """One line, whatever line breaks a value has that the message repeats."""
        grade = "" if self.severity is Severity.ERROR else f"（{self.severity}）"
        line = f"{self.path}:{self.line}: {grade}{self.message} [{self.rule.name}]"
        return " ".join(line.splitlines())

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """Order of printing: by file, then by line, then by rule."""
        return (self.path, self.line, self.rule.name, self.message)

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build."""
        return self.severity is Severity.ERROR and self.accepted is None


def problem_of(path: str, line: int, rule: Rule, message: str) -> Problem:
    """A finding as grave as its rule."""
    return Problem(path, line, rule, message, rule.severity)


Report = Callable[[int, Rule, str], None]
"""Reports a finding in the file at hand: line, rule, message."""


class Problems:
    """Collects findings while loading and checking; hands them out sorted and without repetition."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def in_file(self, path: str) -> Report:
        """The function that reports findings in the file ``path``."""

        def report(line: int, rule: Rule, message: str) -> None:
            self._found.add(problem_of(path, line, rule, message))

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
    """The findings that stand, one a line, and a closing line that counts them and those that were accepted."""
    standing = standing_of(problems)
    counts = {severity: sum(problem.severity is severity for problem in standing) for severity in Severity}
    errors = counts.pop(Severity.ERROR)
    others = "、".join(f"{count} 个{severity}" for severity, count in counts.items() if count)
    accepted = len(problems) - len(standing)
    known = f"另有 {accepted} 处已核对过。" if accepted else ""
    stopped = f"共 {errors} 个错误{'、' if others else ''}{others}。{known}网站没有改动，请改好后再试。"
    passed = f"没有错误，有 {others}。{known}" if others else f"没有发现问题。{known}"
    return "\n".join([*map(str, standing), stopped if errors else passed])


def standing_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The findings that nobody has accepted."""
    return tuple(problem for problem in problems if problem.accepted is None)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the findings stops the build."""
    return any(problem.is_error for problem in problems)
