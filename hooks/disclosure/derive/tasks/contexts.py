"""What the pages of work plans show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Fact, Frame, Link
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True)
class Count:
    """A state and how many tasks are in it; ``tone`` is that of the state."""

    text: str
    number: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """/tasks/: the plans, newest year first, with how far each has come."""

    template: ClassVar[str] = "pages/tasks.html"
    frame: Frame
    lead: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPlanPage:
    """/tasks/<plan>/: the numbers, the same tasks by state, unit and time limit, and the whole table.

    ``counts`` add up to ``total``; ``late`` of the finished ones missed their last day; ``judged`` says by which day.
    """

    template: ClassVar[str] = "pages/task_plan.html"
    frame: Frame
    lead: str
    facts: tuple[Fact, ...]
    total: int
    counts: tuple[Count, ...]
    late: int
    judged: str
    views: tuple[Table, ...]
    table: Table
    files: tuple[Link, ...]
