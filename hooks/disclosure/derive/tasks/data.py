"""The tables of tasks as data sets."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, wording
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Place
from disclosure.derive.tasks import standing
from disclosure.derive.tasks.table import name_of
from disclosure.model import Organ, Task, TaskPlan
from disclosure.terms import terms

_WRITTEN = {name: DataField(name=term.key, meaning=term.meaning) for name, term in terms(Task).items()}
_FIELDS = (
    _WRITTEN["id"],
    DataField(name="分组", meaning="任务在哪一组"),
    *(_WRITTEN[name] for name in ("text", "demands", "leads", "supports")),
    DataField(name=_WRITTEN["others"].name, meaning="还有哪些单位，或者“各乡镇人民政府”这样的说法"),
    _WRITTEN["limit"],
    DataField(name="最后期限", kind=DataKind.DAY, meaning="最晚哪一天完成；写全年、每季度等的是年底，长期的没有"),
    DataField(name="状态", meaning="未开始、进行中、已完成、逾期，按生成的那天算"),
    DataField(name="进展", meaning="各步进展，一步一句"),
    DataField(name="证据", meaning="证据的名称"),
    DataField(name="完成日期", kind=DataKind.DAY, meaning=_WRITTEN["finished"].meaning),
    DataField(name="超期天数", kind=DataKind.NUMBER, meaning="完成日期比最后期限晚几天；没有完成的是空的", unit="天"),
    _WRITTEN["outcome"],
    DataField(name="地址", kind=DataKind.ADDRESS, meaning="网页上这项任务的地址"),
)


def dataset_id(plan: TaskPlan) -> str:
    """tasks-<year>, or tasks-<year>-<name>."""
    return f"tasks-{plan.id}"


def task_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """A data set for every plan, newest first."""
    for plan in holdings.column.tasks:
        yield Dataset(
            id=dataset_id(plan),
            title=plan.title,
            description=plan.lead or f"{plan.title}：任务、责任单位、时限和进展，一行一项。",
            organ=plan.organ.name,
            page=addresses.of_plan(plan),
            updated=plan.updated,
            fields=_FIELDS,
            rows=tuple(_row(holdings, plan, group.name, task) for group in plan.groups for task in group.tasks),
        )


def _row(holdings: Holdings, plan: TaskPlan, group: str, task: Task) -> tuple[DataValue, ...]:
    column = holdings.column
    steps = sorted(task.progress, key=lambda step: step.day)
    return (
        task.id,
        group,
        task.text,
        "\n".join(task.demands) or None,
        _names(task.leads),
        _names(task.supports),
        task.others,
        standing.limit(task).text,
        plan.due(task),
        str(plan.state(task, column.today)),
        "\n".join(f"{wording.day(step.day).text}：{step.text}" for step in steps) or None,
        "\n".join(name_of(column, evidence) for step in steps for evidence in step.evidence) or None,
        task.finished,
        plan.days_late(task) if task.finished else None,
        task.outcome,
        Place(f"{addresses.of_plan(plan)}#{standing.anchor(task)}"),
    )


def _names(organs: tuple[Organ, ...]) -> str | None:
    return "、".join(organ.name for organ in organs) or None
