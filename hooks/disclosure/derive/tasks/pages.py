"""/tasks/ and the page of each plan."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, labels, wording
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Fact, Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.derive.tasks import standing
from disclosure.derive.tasks.contexts import TaskPlanPage, TasksPage
from disclosure.derive.tasks.data import dataset_id
from disclosure.derive.tasks.table import task_table, views
from disclosure.model import ColumnType, Reference, TaskPlan
from disclosure.terms import label

TASKS = "工作任务和进展"
_FILES = (("xlsx", "Excel 表格"), ("csv", "CSV 表格"), ("json", "JSON，给程序用"))


def tasks_pages(holdings: Holdings) -> Iterator[TasksPage | TaskPlanPage]:
    """The list of plans and the page of each; nothing if there are none."""
    column = holdings.column
    if not column.tasks:
        return
    description = "工作要点、重点任务分给了谁、什么时候完成、做到了哪一步。"
    yield TasksPage(
        frame=frame(
            addresses.TASKS,
            TASKS,
            description,
            changed=max(plan.updated for plan in column.tasks).isoformat(),
            labels=labels.of_list(TASKS, description, ColumnType.CATALOGUE),
        ),
        lead=description,
        table=_plans_table(holdings),
    )
    for plan in column.tasks:
        yield _plan_page(holdings, plan)


def _plans_table(holdings: Holdings) -> Table:
    today = holdings.column.today
    return Table(
        id="plans",
        caption=f"任务分解表，共 {len(holdings.column.tasks)} 张，新的在前",
        heads=(
            Head("名称"),
            Head("年份", kind="number"),
            Head("机关"),
            Head("项数", kind="number"),
            Head("进展"),
            Head("更新日期", kind="day"),
        ),
        lines=tuple(
            Line(
                anchor=f"plan-{plan.id}",
                cells=(
                    Cell((Link(plan.title, addresses.of_plan(plan)),)),
                    Cell((Link(str(plan.year)),)),
                    Cell((Link(standing.short(plan.organ)),)),
                    Cell((Link(str(len(tuple(plan.tasks)))),)),
                    Cell((Link(standing.summary(standing.counts(plan, plan.tasks, today))),)),
                    Cell((wording.day(plan.updated),)),
                ),
            )
            for plan in holdings.column.tasks
        ),
    )


def _plan_page(holdings: Holdings, plan: TaskPlan) -> TaskPlanPage:
    column = holdings.column
    total = len(tuple(plan.tasks))
    description = f"{plan.title}：{total} 项任务的牵头单位、时限、进展和证据。"
    sources = tuple(_source(holdings, source) for source in plan.sources)
    facts = (
        Fact(label(TaskPlan, "sources"), sources),
        Fact("制定机关", (Link(plan.organ.name, addresses.of_organ(plan.organ)),)),
        Fact(label(TaskPlan, "updated"), (wording.day(plan.updated),)),
    )
    return TaskPlanPage(
        frame=frame(
            addresses.of_plan(plan),
            plan.title,
            description,
            Link(TASKS, addresses.TASKS),
            here=f"{plan.year}年任务分解表",
            changed=plan.updated.isoformat(),
            labels=labels.of_list(plan.title, description, ColumnType.CATALOGUE, TASKS),
        ),
        lead=plan.lead or "",
        facts=tuple(fact for fact in facts if fact.values),
        total=total,
        counts=standing.counts(plan, plan.tasks, column.today),
        late=standing.late(plan),
        judged=f"是否逾期，按生成这个网页的那天（{wording.day(column.today).text}）算。",
        views=views(plan, column.today),
        table=task_table(column, plan),
        files=tuple(Link(f"下载这张表（{kind}）", addresses.of_data(dataset_id(plan), end)) for end, kind in _FILES),
    )


def _source(holdings: Holdings, source: Reference) -> Link:
    """What a plan breaks down: a document of the column with its number, or what lies outside it."""
    document = holdings.column.by_number.get(source.number or "")
    title = document.title if document else source.title or ""
    number = f"（{source.number}）" if source.number and (document is None or document.doc_number) else ""
    return Link(f"{title}{number}", addresses.of_writing(document) if document else source.address)
