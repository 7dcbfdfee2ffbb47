"""How the tasks of a plan stand: counts by state, and how limits, states and units read."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from disclosure.derive import addresses, wording
from disclosure.derive.pieces import Day, Link
from disclosure.derive.tasks.contexts import Count
from disclosure.model import Organ, Task, TaskPlan, TaskState

TONES = {TaskState.DONE: "good", TaskState.RUNNING: "wait", TaskState.WAITING: "changed", TaskState.OVERDUE: "gone"}
NO_DAY = "9999-12-31"
"""What a task that lasts is sorted by: after all others."""


def counts(plan: TaskPlan, tasks: Iterable[Task], today: dt.date) -> tuple[Count, ...]:
    """How many of ``tasks`` are in each state, every state named once."""
    found = Counter(plan.state(task, today) for task in tasks)
    return tuple(Count(str(state), found[state], TONES[state]) for state in TaskState)


def summary(numbers: Iterable[Count]) -> str:
    """The counts in words, those of nothing left out: 已完成 3 项，逾期 1 项."""
    return "，".join(f"{count.text} {count.number} 项" for count in numbers if count.number)


def late(plan: TaskPlan) -> int:
    """How many finished tasks missed their last day."""
    return sum(plan.days_late(task) > 0 for task in plan.tasks)


def limit(task: Task) -> Link | Day:
    """时限 as written: a day, or a word."""
    return wording.day(task.limit) if isinstance(task.limit, dt.date) else Link(str(task.limit))


def sort_key(plan: TaskPlan, task: Task) -> str:
    """What a task is sorted by: its last day (ISO)."""
    due = plan.due(task)
    return due.isoformat() if due else NO_DAY


def anchor(task: Task) -> str:
    """The id of the row of ``task`` on the page of its plan."""
    return f"task-{task.id}"


def link(plan: TaskPlan, task: Task) -> Link:
    """A task as a link to its row, from anywhere."""
    return Link(f"{task.id}. {task.text}", f"{addresses.of_plan(plan)}#{anchor(task)}")


def short(organ: Organ) -> str:
    """An organ by the name that fits into a table."""
    return organ.short_name or organ.name
