"""Plans of tasks as search finds them."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses
from disclosure.derive.findable import Findable, of_place
from disclosure.derive.holdings import Holdings
from disclosure.model import TaskPlan


def task_findables(holdings: Holdings) -> Iterator[Findable]:
    """Each plan, with what its tasks say."""
    for plan in holdings.column.tasks:
        yield _of_plan(plan)


def _of_plan(plan: TaskPlan) -> Findable:
    """The page of a plan: what its tasks say."""
    texts = (
        text
        for task in plan.tasks
        for text in (task.text, *task.demands, *(step.text for step in task.progress), task.outcome)
    )
    return of_place(
        addresses.of_plan(plan),
        plan.title,
        plan.lead or f"{plan.title}：任务、责任单位、时限和进展。",
        "statutory",
        body="\n".join(text for text in texts if text),
        organs=(plan.organ,),
    )
