"""任务分解表: whole rows, days that can be, evidence that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import Evidence, Task, TaskPlan, TaskState, TaskTerm
from disclosure.problems import Family, Severity
from disclosure.rules.places import leads_somewhere
from disclosure.rules.registry import Findings, rule


@rule(
    "task-plan",
    "任务分解表要有任务，更新日期不能晚于今天",
    family=Family.CATALOGUES,
    advice="补上任务，空的组删去；更新日期写真正更新的那一天。",
    bad="分组: []",
    good="分组: [{名称: 一、重点领域公开, 任务: […]}]",
)
def task_plan(column: Column) -> Findings:
    """Every group has tasks, and a table cannot have been updated tomorrow."""
    for plan in column.tasks:
        path, origin = plan.origin.path, plan.origin
        if not plan.groups:
            yield path, origin.line_of("groups"), "“分组”是空的列表，一项任务也没有；请写上任务，或者删去这个文件"
        for group in plan.groups:
            if not group.tasks:
                yield path, group.line, f"“{group.name}”这一组没有任务；请写上任务，或者删去这一组"
        if plan.updated > column.today:
            yield (
                path,
                origin.line_of("updated"),
                f"更新日期 {plan.updated} 晚于今天 {column.today}；请改成真正更新的那一天",
            )


@rule(
    "task-source",
    "任务分解表的来源文件要能找到；专栏以外的文件要写标题",
    family=Family.CATALOGUES,
    advice="核对文号；专栏以外的文件，写标题和 https:// 开头的网址。",
    bad="来源文件: [示政发〔2025〕66号]（专栏里没有）",
    good="来源文件: [{标题: 2025年政务公开工作要点, 文号: 示政发〔2025〕66号}]",
)
def task_source(column: Column) -> Findings:
    """What a plan breaks down is a document of the column, or has a title, and an address that is safe."""
    for plan in column.tasks:
        for source in plan.sources:
            if source.title is None and not _is_known(column, source.number):
                written = (
                    f"“{source.number}”在专栏里找不到；请核对文号，专栏以外的文件写成"
                    f" {{标题: 文件名称, 文号: {source.number}}}"
                    if source.number
                    else "有一项既没有文号也没有标题；请写文号，专栏以外的文件写标题"
                )
                yield (
                    plan.origin.path,
                    source.line,
                    f"来源文件{written}",
                )
            if source.address and not source.address.startswith("https://"):
                yield (
                    plan.origin.path,
                    source.line,
                    f"来源文件的地址“{source.address}”不是以 https:// 开头；请写官方网站上这份文件的完整网址",
                )


@rule(
    "task-lead",
    "每项任务要有牵头单位",
    family=Family.CATALOGUES,
    advice="写上牵头单位；不指名的写在“其他单位”里，牵头和配合不要重复。",
    bad="配合单位: [县财政局]，没有牵头单位",
    good="牵头单位: 县民政局，配合单位: [县财政局]",
)
def task_lead(column: Column) -> Findings:
    """Somebody answers for every task: organs that lead, or others in words; nobody leads and supports at once."""
    for plan, task in _tasks(column):
        if not task.leads and not task.others:
            yield (
                plan.origin.path,
                task.line_of("leads"),
                f"任务“{task.text}”没有牵头单位；请写上机关，不指名的写在“其他单位”里",
            )
        for organ in task.supports:
            if organ in task.leads:
                yield (
                    plan.origin.path,
                    task.line_of("supports"),
                    f"任务“{task.text}”的牵头单位和配合单位里都有“{organ.name}”；请删去一处",
                )


@rule(
    "task-limit",
    "任务的时限要在当年或者下一年",
    family=Family.CATALOGUES,
    advice="核对时限的年份；没有哪一天的，写全年、每月、每季度、每半年或者长期。",
    bad="时限: 2062-03-31",
    good="时限: 2026-03-31",
)
def task_limit(column: Column) -> Findings:
    """The last day lies in the year of the plan or the next; anything else is a slip of the pen."""
    for plan, task in _tasks(column):
        due = plan.due(task)
        if due and not plan.year <= due.year <= plan.year + 1:
            yield (
                plan.origin.path,
                task.line_of("limit"),
                f"任务“{task.text}”的时限 {due} 不在{plan.year}年，也不在{plan.year + 1}年；请核对，"
                f"没有哪一天的写：{'、'.join(TaskTerm)}",
            )


@rule(
    "task-progress",
    "进展和完成的日期要在当年开始以后、更新日期以前",
    family=Family.CATALOGUES,
    advice="核对日期；新写了进展的，把“更新日期”也改了。",
    bad="更新日期: 2026-11-10，进展日期: 2026-11-12",
    good="更新日期: 2026-11-12，进展日期: 2026-11-12",
)
def task_progress(column: Column) -> Findings:
    """Nothing is reported that happened before the year of the plan, after the table was updated, or tomorrow."""
    for plan, task in _tasks(column):
        last = min(plan.updated, column.today)
        name = "更新日期" if plan.updated <= column.today else "今天"
        days = [("进展日期", step.day, step.line) for step in task.progress]
        if task.finished:
            days.append(("完成日期", task.finished, task.line_of("finished")))
        for what, day, line in days:
            if day > last:
                yield (
                    plan.origin.path,
                    line,
                    f"任务“{task.text}”的{what} {day} 晚于{name} {last}；请核对，表有更新的把“更新日期”也改了",
                )
            elif day.year < plan.year:
                yield (
                    plan.origin.path,
                    line,
                    f"任务“{task.text}”的{what} {day} 在{plan.year}年以前；请核对",
                )


@rule(
    "task-finished",
    "完成的任务要写完成日期，还要有证据或者完成情况",
    family=Family.CATALOGUES,
    advice="完成了的写完成日期，并在“进展”里写证据，没有证据的写一句“完成情况”。",
    bad="完成日期: 2026-06-12，没有证据和完成情况",
    good="完成日期: 2026-06-12，证据: 示政办发〔2026〕50号",
)
def task_finished(column: Column) -> Findings:
    """A task is finished on a day, and there is evidence of it or at least a word about it."""
    for plan, task in _tasks(column):
        has_evidence = any(step.evidence for step in task.progress)
        if task.finished and not task.outcome and not has_evidence:
            yield (
                plan.origin.path,
                task.line_of("finished"),
                f"任务“{task.text}”写了完成日期，却没有证据，也没有完成情况；请在“进展”里写上证据，或者写一句“完成情况”",
            )
        if task.outcome and not task.finished:
            yield (
                plan.origin.path,
                task.line_of("outcome"),
                f"任务“{task.text}”写了完成情况，却没有完成日期；完成了请补上日期，没有完成请写在“进展”里",
            )


@rule(
    "task-evidence",
    "任务的证据要能看到",
    family=Family.CATALOGUES,
    advice="换成专栏里公开的文件的文号，或者写网页的地址和名称。",
    bad="证据: 示政发〔2025〕66号（专栏里没有）",
    good="证据: {地址: annual/2025/, 名称: 2025年年度报告}",
)
def task_evidence(column: Column) -> Findings:
    """Evidence is a public document of the column, or an address with a name that leads somewhere."""
    for plan, task in _tasks(column):
        for step in task.progress:
            for evidence in step.evidence:
                wrong = _wrong_with(column, evidence)
                if wrong:
                    yield plan.origin.path, evidence.line, f"任务“{task.text}”的证据{wrong}"


@rule(
    "task-overdue",
    "任务到了时限还没有完成",
    Severity.WARNING,
    family=Family.TIMELINESS,
    advice="完成了的补上“完成日期”；没有完成的，在“进展”里写明原因，尽快办。",
    bad="时限: 2026-05-31，到了十一月还没有“完成日期”",
    good="时限: 2026-05-31，完成日期: 2026-05-28",
)
def task_overdue(column: Column) -> Findings:
    """A task that is not finished after its last day is shown as overdue; the editor is told first."""
    for plan, task in _tasks(column):
        due = plan.due(task)
        if due and due.year >= plan.year and plan.state(task, column.today) is TaskState.OVERDUE:
            yield (
                plan.origin.path,
                task.line_of("limit"),
                f"任务“{task.text}”的时限 {due} 已经过了，网页上标为逾期；完成了请补上“完成日期”",
            )


def _tasks(column: Column) -> Iterator[tuple[TaskPlan, Task]]:
    for plan in column.tasks:
        for task in plan.tasks:
            yield plan, task


def _wrong_with(column: Column, evidence: Evidence) -> str:
    """What is wrong with a piece of evidence, or nothing."""
    if bool(evidence.number) == bool(evidence.address):
        return "只能写文号或者地址中的一样；请改正"
    if evidence.number in column.withheld_names:
        return f"“{evidence.number}”是不公开的文件；请换成能公开的，没有就删去"
    if evidence.number:
        if _is_known(column, evidence.number):
            return ""
        return f"“{evidence.number}”在专栏里找不到；请核对文号，网页写成 {{地址: 网址, 名称: 那里有什么}}"
    if not evidence.title:
        return f"“{evidence.address}”没有写名称；请写成 {{地址: {evidence.address}, 名称: 那里有什么}}"
    if not leads_somewhere(column, evidence.address or ""):
        return f"“{evidence.address}”在本站找不到；请写现有页面的地址（不以 / 开头），或者 https:// 开头的网址"
    return ""


def _is_known(column: Column, number: str | None) -> bool:
    """Whether ``number`` is that of a document, or may be that of one that could not be read."""
    return number in column.by_number or column.broken_numbers is None or number in column.broken_numbers
