"""catalogue/tasks/<year>.yml and <year>-<name>.yml → the plans of work and their tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from disclosure.load import faults
from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.model import TaskPlan
from disclosure.problems import Problems, Report

_FOLDER = "catalogue/tasks"
_NAME = re.compile(r"20\d\d(?:-[a-z0-9]+)*")


def load_tasks(root: Path, lookups: Lookups, problems: Problems) -> tuple[TaskPlan, ...]:
    """The plans of the column at ``root``, newest year first; one whose file is wrong is left out and reported."""
    plans = sorted(_plans(root, lookups, problems), key=lambda plan: (-plan.year, plan.id))
    return tuple(plans)


def _plans(root: Path, lookups: Lookups, problems: Problems) -> Iterator[TaskPlan]:
    for path, stem in yaml_files(root, _FOLDER, _NAME, "2026.yml、2026-shuili.yml", problems):
        report = problems.in_file(path)
        node = read_mapping(root, path, report)
        values = None if node is None else read_fields(node, TaskPlan, report, lookups)
        if node is None or values is None:
            continue
        plan = TaskPlan(**values, id=stem, year=int(stem[:4]), origin=origin_of(node, TaskPlan, path))
        _report_repeated(plan, report)
        yield plan


def _report_repeated(plan: TaskPlan, report: Report) -> None:
    seen: dict[str, int] = {}
    for task in plan.tasks:
        line = task.line_of("id")
        if task.id in seen:
            report(
                line,
                faults.DUPLICATE_ID,
                f"编号“{task.id}”在第 {seen[task.id]} 行已经用过；请换一个，或者删去重复的一项",
            )
        seen.setdefault(task.id, line)
