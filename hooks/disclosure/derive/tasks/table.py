"""The tasks of a plan as a table, and the small tables that lead to them by state, unit and time limit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.pieces import Day, Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.derive.tasks import standing
from disclosure.model import Evidence, Task, TaskPlan, TaskState, TaskTerm

_QUARTERS = "一二三四"


def task_table(column: Column, plan: TaskPlan) -> Table:
    """Every task in a row of its own, in the order of the plan."""
    rows = [(group.name, task) for group in plan.groups for task in group.tasks]
    return Table(
        id="tasks",
        caption=f"{plan.title}，共 {len(rows)} 项",
        heads=(
            Head("任务"),
            Head("分类", is_filter=True),
            Head("牵头单位", is_filter=True),
            Head("时限", kind="day"),
            Head("状态", is_filter=True),
            Head("要求和进展"),
        ),
        lines=tuple(
            Line(
                anchor=standing.anchor(task),
                cells=(
                    Cell((Link(f"{task.id}. {task.text}"),), key=f"{number:05}"),
                    Cell((Link(group),)),
                    Cell(_leads(task)),
                    Cell((standing.limit(task),), key=standing.sort_key(plan, task)),
                    state_cell(plan, task, column.today),
                    Cell(tuple(_account(column, plan, task))),
                ),
            )
            for number, (group, task) in enumerate(rows)
        ),
    )


def state_cell(plan: TaskPlan, task: Task, today: dt.date) -> Cell:
    """The state of a task."""
    state = plan.state(task, today)
    return Cell((Link(str(state)),), tone=standing.TONES[state])


def views(plan: TaskPlan, today: dt.date) -> tuple[Table, ...]:
    """The same tasks by state, by unit and by time limit; each row leads to the tasks in it."""
    tasks = tuple(plan.tasks)
    by_state = {
        state: [task for task in tasks if plan.state(task, today) is state]
        for state in (TaskState.OVERDUE, TaskState.RUNNING, TaskState.WAITING, TaskState.DONE)
    }
    by_limit: dict[str, list[Task]] = {}
    for task in sorted(tasks, key=lambda task: (isinstance(task.limit, TaskTerm), standing.sort_key(plan, task))):
        by_limit.setdefault(_period(plan, task), []).append(task)
    return (
        Table(
            id="by-state",
            caption="按状态看",
            heads=(Head("状态"), Head("项数", kind="number"), Head("任务")),
            lines=tuple(_counted(plan, "state", {str(state): found for state, found in by_state.items()})),
        ),
        Table(
            id="by-unit",
            caption="按单位看",
            heads=(Head("单位"), Head("牵头"), Head("配合")),
            lines=tuple(_units(plan)),
        ),
        Table(
            id="by-limit",
            caption="按时限看",
            heads=(Head("时限"), Head("项数", kind="number"), Head("任务")),
            lines=tuple(_counted(plan, "limit", by_limit)),
        ),
    )


def _leads(task: Task) -> tuple[Link, ...]:
    """Who leads: organs as links to their pages, else the words."""
    organs = tuple(Link(standing.short(organ), addresses.of_organ(organ)) for organ in task.leads)
    return organs or (Link(task.others or ""),)


def _account(column: Column, plan: TaskPlan, task: Task) -> Iterator[Link | Day]:
    """What is asked, who helps, what was done with its evidence, and how it ended."""
    for demand in task.demands:
        yield Link(f"要求：{demand}")
    if task.supports:
        yield Link(f"配合单位：{'、'.join(standing.short(organ) for organ in task.supports)}")
    if task.leads and task.others:
        yield Link(f"其他单位：{task.others}")
    for step in sorted(task.progress, key=lambda step: step.day):
        yield Link(f"{wording.day(step.day).text}：{step.text}")
        for evidence in step.evidence:
            yield Link(f"证据：{name_of(column, evidence)}", _place_of(column, evidence))
    if task.finished:
        days = plan.days_late(task)
        missed = f"，超过时限 {days} 天" if days else ""
        outcome = f"：{task.outcome}" if task.outcome else ""
        yield Link(f"{wording.day(task.finished).text}完成{missed}{outcome}")
    elif not task.progress:
        yield Link("还没有进展")


def name_of(column: Column, evidence: Evidence) -> str:
    """What a piece of evidence is called."""
    document = column.by_number.get(evidence.number or "")
    return document.title if document else evidence.title or ""


def _place_of(column: Column, evidence: Evidence) -> str | None:
    document = column.by_number.get(evidence.number or "")
    return addresses.of_writing(document) if document else evidence.address


def _period(plan: TaskPlan, task: Task) -> str:
    """第一季度 … 第四季度 for the days of the year, 下一年, or the word that stands for the limit."""
    if isinstance(task.limit, TaskTerm):
        return str(task.limit)
    if task.limit.year == plan.year:
        return f"第{_QUARTERS[(task.limit.month - 1) // 3]}季度"
    return f"{task.limit.year}年"


def _counted(plan: TaskPlan, kind: str, groups: Mapping[str, list[Task]]) -> Iterator[Line]:
    for number, (name, tasks) in enumerate(groups.items()):
        if tasks:
            yield Line(
                anchor=f"{kind}-{number + 1}",
                cells=(Cell((Link(name),)), Cell((Link(str(len(tasks))),)), Cell(_links(plan, tasks))),
            )


def _units(plan: TaskPlan) -> Iterator[Line]:
    """A row for every unit, in the order in which the plan names them, leading ones first."""
    led: dict[str, list[Task]] = {}
    supported: dict[str, list[Task]] = {}
    names: dict[str, Link] = {}
    for task in plan.tasks:
        for organ in task.leads:
            names.setdefault(organ.id, Link(standing.short(organ), addresses.of_organ(organ)))
            led.setdefault(organ.id, []).append(task)
    for task in plan.tasks:
        for organ in task.supports:
            names.setdefault(organ.id, Link(standing.short(organ), addresses.of_organ(organ)))
            supported.setdefault(organ.id, []).append(task)
        if task.others:
            names.setdefault(task.others, Link(task.others))
            (supported if task.leads else led).setdefault(task.others, []).append(task)
    for number, (unit, name) in enumerate(names.items()):
        yield Line(
            anchor=f"unit-{number + 1}",
            cells=(
                Cell((name,)),
                Cell(_links(plan, led.get(unit, ()))),
                Cell(_links(plan, supported.get(unit, ()))),
            ),
        )


def _links(plan: TaskPlan, tasks: Iterable[Task]) -> tuple[Link, ...]:
    """The tasks as links to their rows; a word if there is none, so that no cell is empty."""
    return tuple(standing.link(plan, task) for task in tasks) or (Link("无"),)
