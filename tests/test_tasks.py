"""Work plans: numbers that add up, states that follow from days, evidence that leads somewhere."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from browsing import printed_text, reader
from columns import ROOT, SAMPLE, TODAY
from disclosure.authoring.schema import schemas
from disclosure.column import Column
from disclosure.derive.holdings import Holdings
from disclosure.derive.tasks.contexts import TaskPlanPage, TasksPage
from disclosure.derive.tasks.data import task_datasets
from disclosure.derive.tasks.pages import tasks_pages
from disclosure.model import Evidence, Organ, Origin, Progress, Task, TaskGroup, TaskPlan, TaskState, TaskTerm
from disclosure.pipeline import read_column
from disclosure.public import public_part

COLUMN: Column = read_column(SAMPLE, TODAY)[0]  # type: ignore[assignment]
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
STEPS = st.lists(DAYS.map(lambda day: Progress(day=day, text="做了一步")), max_size=2).map(tuple)
UNITS = st.lists(st.sampled_from(COLUMN.organs), max_size=2, unique=True).map(tuple)


def task_of(number: int, leads: tuple[Organ, ...], supports: tuple[Organ, ...], **days: object) -> Task:
    return Task(
        id=str(number), text=f"任务{number}", leads=leads, supports=supports, others=None if leads else "各部门", **days
    )


@st.composite
def plans(draw: st.DrawFn) -> TaskPlan:
    """A plan of 2026 with tasks in any state."""
    groups = []
    number = 0
    for name in ("一、甲", "二、乙")[: draw(st.integers(1, 2))]:
        tasks = []
        for _ in range(draw(st.integers(1, 6))):
            number += 1
            limit = draw(st.one_of(DAYS, st.sampled_from(TaskTerm)))
            finished = draw(st.none() | DAYS)
            tasks.append(
                task_of(number, draw(UNITS), draw(UNITS), limit=limit, finished=finished, progress=draw(STEPS))
            )
        groups.append(TaskGroup(name=name, tasks=tuple(tasks)))
    return TaskPlan(
        title="任务表",
        organ=COLUMN.organs[0],
        updated=dt.date(2026, 6, 1),
        groups=tuple(groups),
        id="2026",
        year=2026,
        origin=Origin("catalogue/tasks/2026.yml"),
    )


def page_of(plan: TaskPlan, today: dt.date) -> TaskPlanPage:
    column = replace(COLUMN, tasks=(plan,), today=today)
    (page,) = [page for page in tasks_pages(Holdings(column)) if isinstance(page, TaskPlanPage)]
    return page


@given(plans(), DAYS)
def test_the_numbers_add_up_to_the_rows_in_every_view(plan: TaskPlan, today: dt.date) -> None:
    page = page_of(plan, today)
    rows = {line.anchor for line in page.table.lines}
    assert page.total == len(page.table.lines) == len(rows) == sum(count.number for count in page.counts)
    for count in page.counts:
        shown = [line for line in page.table.lines if line.cells[4].values[0].text == count.text]
        assert len(shown) == count.number
    assert page.late <= page.counts[0].number
    by_state, by_unit, by_limit = page.views
    for view in (by_state, by_limit):
        led_to = [link.address for line in view.lines for link in line.cells[2].values]  # type: ignore[union-attr]
        assert sorted(led_to) == sorted(f"tasks/2026/#{anchor}" for anchor in rows), "each task once"
        assert sum(int(line.cells[1].values[0].text) for line in view.lines) == page.total
    led = {link.address for line in by_unit.lines for link in line.cells[1].values if link.address}  # type: ignore[union-attr]
    assert led == {f"tasks/2026/#{anchor}" for anchor in rows}, "each task has a unit that leads it"


@given(plans(), DAYS)
def test_a_task_is_overdue_from_the_day_after_its_last_and_never_once_finished(plan: TaskPlan, today: dt.date) -> None:
    for task in plan.tasks:
        due, state = plan.due(task), plan.state(task, today)
        assert (due is None) == (task.limit is TaskTerm.LASTING)
        assert (state is TaskState.DONE) == (task.finished is not None)
        if not task.finished:
            assert (state is TaskState.OVERDUE) == (due is not None and today > due)


def test_the_example_has_tasks_in_every_state_and_says_what_was_late(example_site: Path) -> None:
    html = (example_site / "tasks/2026/index.html").read_text(encoding="utf-8")
    numbers = {
        state: int(found) for state, found in re.findall(r"(\w+) <strong class=\"dc-counts__number\">(\d+)", html)
    }
    assert numbers == {"已完成": 14, "进行中": 8, "未开始": 2, "逾期": 2}
    assert "其中 3 项超过时限才完成" in html and "2026年6月12日完成，超过时限 12 天" in html
    assert "statutory/other/2026/disclosure-key-points-2026/" in html
    assert html.count('class="dc-badge dc-badge--gone">逾期') == 2
    finished = (example_site / "tasks/2025/index.html").read_text(encoding="utf-8")
    assert "共 <strong>8</strong> 项任务" in finished and 'dc-badge--gone">逾期<' not in finished


def test_the_files_hold_what_the_page_shows(example_site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((example_site / "data/tasks-2026.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 26
    first, lasting = rows[4], rows[25]
    assert (first["任务"], first["状态"], first["时限"], first["最后期限"], first["超期天数（天）"]) == (
        "公布行政许可事项清单（2026年版）", "已完成", "2026年5月31日", "2026-05-31", "12",
    )  # fmt: skip
    assert first["地址"].endswith("/tasks/2026/#task-5")
    assert (lasting["时限"], lasting["最后期限"]) == ("长期", "")
    page = (example_site / "tasks/2026/index.html").read_text(encoding="utf-8")
    for state in TaskState:
        assert sum(row["状态"] == state for row in rows) == page.count(f'">{state}</span></td>')
    whole = json.loads((example_site / "data/tasks-2025.json").read_text(encoding="utf-8"))
    assert whole["记录数"] == 8 and {row["状态"] for row in whole["数据"]} == {"已完成"}


def test_nothing_withheld_passes_the_gate_as_evidence_or_source() -> None:
    (number,) = {document.doc_number for document in COLUMN.documents if not document.is_public}
    plan = COLUMN.tasks[0]
    task = next(plan.tasks)
    proof = replace(task.progress[-1], evidence=(Evidence(number=number), *task.progress[-1].evidence))
    group = replace(plan.groups[0], tasks=(replace(task, progress=(proof,)),))
    source = replace(plan.sources[0], number=number)
    column = replace(COLUMN, tasks=(replace(plan, groups=(group,), sources=(source, *plan.sources)),))
    public = public_part(column).tasks[0]
    assert public.sources == plan.sources
    assert next(public.tasks).progress[0].evidence == task.progress[-1].evidence


def test_without_plans_there_is_no_page_and_no_way_to_it(sample: Path) -> None:
    holdings = Holdings(replace(COLUMN, tasks=()))
    assert list(tasks_pages(holdings)) == [] and list(task_datasets(holdings)) == []


def test_plans_stand_newest_first() -> None:
    (index,) = [page for page in tasks_pages(Holdings(COLUMN)) if isinstance(page, TasksPage)]
    assert [line.anchor for line in index.table.lines] == ["plan-2026", "plan-2025-ferry"]


@pytest.mark.parametrize("path", sorted((ROOT / "catalogue/tasks").glob("*.yml")), ids=lambda path: path.stem)
def test_the_plans_of_the_example_fit_their_schema(path: Path) -> None:
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), schemas()["tasks"])


@pytest.mark.browser
def test_a_task_is_found_by_its_address_and_the_views_open_without_scripts(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(f"{address}tasks/2026/")
        link = tab.locator("#by-unit a", has_text="5. 公布行政许可事项清单")
        assert not link.first.is_visible()
        tab.locator("summary", has_text="按单位看").click()
        link.first.click()
        assert tab.url.endswith("#task-5")
        assert tab.locator("#task-5").bounding_box()["y"] < 900  # type: ignore[index]


@pytest.mark.browser
def test_the_whole_table_is_printed(browser: Browser, address: str, tmp_path: Path) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}tasks/2026/")
        text = "".join(printed_text(tab, tmp_path / "tasks.pdf").split())
        for words in ("26.及时改正", "逾期2项", "长期", "13.公布有限", "2026年10月22日完成"):
            assert words in text, words
        assert "按单位看" not in text
