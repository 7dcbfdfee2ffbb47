"""任务分解表: what a work plan asks of whom and by when, how far it has come, and what proves it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from disclosure.model.catalogues import Organ
from disclosure.model.origin import Origin
from disclosure.model.writings import Reference
from disclosure.terms import Kind, term


class TaskTerm(enum.StrEnum):
    """时限 of a task that no single day ends; all but the last end with the year of the plan."""

    YEAR = "全年"
    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    LASTING = "长期"


class TaskState(enum.StrEnum):
    """状态 of a task, derived from its days, never written by hand."""

    DONE = "已完成"
    RUNNING = "进行中"
    WAITING = "未开始"
    OVERDUE = "逾期"


TimeLimit: TypeAlias = "dt.date | TaskTerm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """证据: a document of the column by its number, or an address with a name."""

    shorthand: ClassVar[str] = "number"

    number: str | None = term("文号", Kind.PAPER_NUMBER, "本专栏文件的发文字号或者索引号")
    address: str | None = term("地址", Kind.TEXT, "本站的地址（不以 / 开头），或者 https:// 开头的网址")
    title: str | None = term("名称", Kind.TEXT, "写地址的，写上那里有什么")
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """进展: what was done by a day, with what proves it."""

    day: dt.date = term("日期", Kind.DAY, "哪一天的进展", required=True)
    text: str = term("说明", Kind.TEXT, "做了什么，一两句话", required=True)
    evidence: tuple[Evidence, ...] = term("证据", Kind.RECORDS, "能看到结果的文件或者网页", record=Evidence)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """任务: one row; ``lines`` tells the line of each written key by code name."""

    id: str = term("编号", Kind.ID, "这张表里不重复的编号，如 1；它是网址的一部分，定了不要改", required=True)
    text: str = term("任务", Kind.TEXT, "做什么，一句话", required=True)
    demands: tuple[str, ...] = term("要求", Kind.TEXTS, "具体要求，可以有几条")
    leads: tuple[Organ, ...] = term("牵头单位", Kind.ORGANS, "牵头落实的机关")
    supports: tuple[Organ, ...] = term("配合单位", Kind.ORGANS, "配合落实的机关")
    others: str | None = term(
        "其他单位", Kind.TEXT, "不在 organs.yml 里的单位，或者“各乡镇人民政府、县政府各部门”这样的说法"
    )
    limit: TimeLimit = term(
        "时限", Kind.DAY_OR_CHOICE, "哪一天以前完成；没有哪一天的，写全年、每季度等", required=True, choices=TaskTerm
    )
    progress: tuple[Progress, ...] = term("进展", Kind.RECORDS, "做到哪一步了，一步一项", record=Progress)
    finished: dt.date | None = term("完成日期", Kind.DAY, "全部做完的那一天；没有做完不写")
    outcome: str | None = term("完成情况", Kind.TEXT, "做完的结果，一两句话；有证据的可以不写")
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line of the field ``name``, or of the whole task if the field was not written."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """分组: tasks under a heading, as in “一、重点领域公开”."""

    name: str = term("名称", Kind.TEXT, "这组任务的标题，如 一、重点领域公开", required=True)
    tasks: tuple[Task, ...] = term("任务", Kind.RECORDS, "这一组的任务", required=True, record=Task)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPlan:
    """任务分解表: a work plan broken down into tasks; ``id`` is the name of its file, ``year`` the first part of that."""

    title: str = term("标题", Kind.TEXT, "表的标题", required=True)
    organ: Organ = term("机关", Kind.ORGAN, "哪个机关的表", required=True)
    sources: tuple[Reference, ...] = term("来源文件", Kind.RECORDS, "分解的是哪个文件，写文号", record=Reference)
    lead: str | None = term("说明", Kind.TEXT, "一两句话告诉群众这张表是什么")
    updated: dt.date = term("更新日期", Kind.DAY, "这张表的进展更新到哪一天", required=True)
    groups: tuple[TaskGroup, ...] = term("分组", Kind.RECORDS, "任务，一组一项", required=True, record=TaskGroup)
    id: str
    year: int
    origin: Origin

    @property
    def tasks(self) -> Iterator[Task]:
        """All tasks in their order."""
        for group in self.groups:
            yield from group.tasks

    def due(self, task: Task) -> dt.date | None:
        """The last day for ``task``: the day written, the end of the year, or None for what lasts."""
        if isinstance(task.limit, dt.date):
            return task.limit
        return None if task.limit is TaskTerm.LASTING else dt.date(self.year, 12, 31)

    def state(self, task: Task, today: dt.date) -> TaskState:
        """How ``task`` stands on ``today``."""
        if task.finished:
            return TaskState.DONE
        due = self.due(task)
        if due and due < today:
            return TaskState.OVERDUE
        return TaskState.RUNNING if task.progress else TaskState.WAITING

    def days_late(self, task: Task) -> int:
        """By how many days a finished ``task`` missed its last day; 0 if it did not."""
        due = self.due(task)
        return max((task.finished - due).days, 0) if task.finished and due else 0
