"""Items are blank, stale, made to look fresh or soon stale, as people would say who look at their lists."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from columns import ROOT, TODAY, sample_at
from disclosure.column import Column
from disclosure.measures.forecast import forecast
from disclosure.measures.freshness import ItemFreshness, State, freshness
from disclosure.measures.register_freshness import register_freshness
from disclosure.measures.vetoes import vetoes
from disclosure.pipeline import read_column

pytestmark = pytest.mark.xdist_group("freshness")

DOCUMENT = """---
标题: 便民公告
索引号: 11980101100210021A/{issued:.4}-0009{number:02}
发文机关: 样例县人民政府办公室
主题分类: 民政、救灾
体裁分类: 解读
成文日期: {issued}
发布日期: {published}
公开属性: 主动公开
内容概述: 便民公告。
审核: {{人员: 保密审查岗, 日期: {reviewed}}}
---
便民公告。
"""


def with_items(
    tmp_path: Path, items: str, *documents: tuple[str, str, str, str], today: dt.date = TODAY
) -> dict[str, ItemFreshness]:
    """The items of the sample and ``items``, with ``documents``: item, 成文, 发布, 审核."""
    return by_id(column_with(tmp_path, items, *documents, today=today))


def column_with(tmp_path: Path, items: str, *documents: tuple[str, str, str, str], today: dt.date = TODAY) -> Column:
    root = sample_at(tmp_path)
    path = root / "catalogue/statutory.yml"
    path.write_text(path.read_text(encoding="utf-8") + items, encoding="utf-8")
    for number, (item, issued, published, reviewed) in enumerate(documents, 1):
        file = root / f"content/statutory/{item}/{published[:4]}/notice-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = DOCUMENT.format(number=number, issued=issued, published=published, reviewed=reviewed)
        file.write_text(text, encoding="utf-8")
    column, _ = read_column(root, today)
    assert column is not None
    return column


def by_id(column: Column) -> dict[str, ItemFreshness]:
    return {each.item.id: each for each in freshness(column)}


def item(id_: str, more: str = "", form: str = "文件") -> str:
    return f"- {{标识: {id_}, 名称: 栏目{id_}, 依据: 条例第二十条, 形式: {form}{more}}}\n"


@pytest.fixture(scope="module")
def example() -> Column:
    column, _ = read_column(ROOT, TODAY)
    assert column is not None
    return column


def test_the_items_of_the_example_stand_as_by_hand(example: Column) -> None:
    found = by_id(example)
    assert (found["statistics"].state, found["statistics"].last_day) == (State.FRESH, dt.date(2027, 1, 30))
    assert found["statistics"].newest and found["statistics"].newest.name == "2026年前三季度示例县经济运行情况"
    assert found["organs"].state is State.ELSEWHERE and found["credit-publicity"].state is State.ELSEWHERE
    budget, departments = found["budget"], found["budget-departments"]
    assert (budget.count, departments.count) == (7, 3)
    assert budget.newest == departments.newest, "a group shows what its members hold"
    powers = found["powers"]
    assert powers.newest and (powers.newest.path, powers.newest.day) == (
        "catalogue/registers/powers.yml",
        dt.date(2026, 4, 15),
    )
    assert {each.state for each in found.values()} <= {State.FRESH, State.ELSEWHERE, State.NO_PERIOD}


def test_the_stricter_of_promise_and_national_period_counts(tmp_path: Path) -> None:
    found = with_items(
        tmp_path,
        item("news", ", 更新周期: 每年, 栏目类型: 工作动态")
        + item("often", ", 更新周期: 每月, 栏目类型: 政策文件")
        + item("policy", ", 更新周期: 实时, 栏目类型: 政策文件")
        + item("rare", ", 更新周期: 长期, 栏目类型: 政策文件")
        + item("free"),
        *[(id_, "2026-10-01", "2026-10-15", "2026-10-14") for id_ in ("news", "often", "policy", "rare", "free")],
    )
    asked = {id_: (found[id_].allowed, found[id_].state) for id_ in ("news", "often", "policy", "rare", "free")}
    assert asked == {
        "news": (14, State.STALE),
        "often": (31, State.STALE),
        "policy": (184, State.FRESH),
        "rare": (None, State.NO_PERIOD),
        "free": (None, State.NO_PERIOD),
    }
    assert found["news"].asked_by == "国办秘函〔2019〕19号对工作动态类栏目的要求"
    assert found["often"].asked_by == "更新周期“每月”"


def test_an_item_is_stale_on_the_day_after_its_last(tmp_path: Path) -> None:
    for today, state in (("2026-11-20", State.FRESH), ("2026-11-21", State.STALE)):
        day = dt.date.fromisoformat(today)
        found = with_items(
            tmp_path / today,
            item("often", ", 更新周期: 每月"),
            ("often", "2026-10-12", "2026-10-20", "2026-10-19"),
            today=day,
        )
        assert found["often"].state is state
        assert found["often"].last_day == dt.date(2026, 11, 20)


def test_what_could_not_be_read_is_not_called_blank(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    path = root / "content/statutory/budget-government/2026/budget-2026.md"
    path.write_text(path.read_text(encoding="utf-8").replace("成文日期", "成文日"), encoding="utf-8")
    column, _ = read_column(root, TODAY)
    assert column is not None
    found = by_id(column)
    assert found["budget-government"].state is found["budget"].state is State.UNREAD


def test_what_is_withheld_fills_no_item(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    (root / "content/statutory/welfare/2021/relief-2021.md").unlink()
    for name in ("relief-payments.yml", "relief-payments.csv"):
        (root / "catalogue/registers" / name).unlink()
    column, _ = read_column(root, TODAY)
    assert column is not None
    assert by_id(column)["welfare"].state is State.BLANK


@pytest.mark.parametrize(
    ("issued", "published", "reviewed", "is_made_fresh"),
    [
        ("2025-03-10", "2026-10-20", "2026-10-19", True),  # an old paper, reviewed now
        ("2025-03-10", "2026-10-20", "2025-03-11", True),  # a day of publication that was moved
        ("2026-02-20", "2026-10-20", "2026-02-23", True),  # reviewed eight months before
        ("2026-06-01", "2026-10-20", "2026-10-19", False),  # late, but not an old paper
        ("2026-10-12", "2026-10-20", "2026-10-19", False),
    ],
)
def test_a_list_made_fresh_by_an_old_paper_is_noticed(
    tmp_path: Path, issued: str, published: str, reviewed: str, is_made_fresh: bool
) -> None:
    found = with_items(
        tmp_path,
        item("notices", ", 更新周期: 每半年"),
        ("notices", issued, published, reviewed),
        ("notices", "2025-05-12", "2025-05-14", "2025-05-13"),
    )["notices"]
    assert (found.state, found.is_made_fresh) == (State.FRESH, is_made_fresh)
    if is_made_fresh:
        assert [str(document.published) for document in found.old] == [published]
        assert found.newest_other and found.newest_other.day == dt.date(2025, 5, 14)


def test_an_old_paper_above_new_ones_does_no_harm(tmp_path: Path) -> None:
    found = with_items(
        tmp_path,
        item("notices", ", 更新周期: 每半年"),
        ("notices", "2025-03-10", "2026-10-20", "2026-10-19"),
        ("notices", "2026-09-10", "2026-09-14", "2026-09-11"),
    )["notices"]
    assert found.old and not found.is_made_fresh


def test_the_national_counts_name_what_counts_and_no_group_twice(tmp_path: Path) -> None:
    group = (
        "- 标识: services\n  名称: 便民服务\n  依据: 条例第二十条\n  形式: 文件\n  更新周期: 每月\n  子栏目:\n"
        "    - {标识: lost, 名称: 失物招领, 依据: 条例第二十条, 形式: 文件, 更新周期: 每月}\n"
    )
    blank = "".join(item(f"blank-{number}") for number in range(4))
    column = column_with(
        tmp_path,
        blank + group + item("policy", ", 更新周期: 实时, 栏目类型: 政策文件"),
        ("policy", "2026-02-02", "2026-02-05", "2026-02-04"),
    )
    national, overdue, empty = vetoes(column, freshness(column))
    assert [each.item.id for each in national.items] == ["policy"] and not national.is_reached
    assert [each.item.id for each in overdue.items] == ["policy"] and not overdue.is_reached
    assert [each.item.id for each in empty.items] == [*(f"blank-{number}" for number in range(4)), "lost"]
    assert empty.is_reached and empty.allowed == 5


def test_a_register_of_a_year_that_is_over_is_closed_by_the_next(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    for year in (2024, 2025):
        (root / f"catalogue/registers/fares-{year}.yml").write_text(
            f"名称: {year}年停车收费目录\n责任机构: 样例县交通运输局\n栏目: 部门预决算\n更新周期: 每年\n更新日期: {year}-03-05\n"
            "列: [停车场]\n数据: [{停车场: 柳堤}]\n",
            encoding="utf-8",
        )
    column, _ = read_column(root, TODAY)
    assert column is not None
    found = {each.register.id: each.is_stale for each in register_freshness(column)}
    assert found == {"fares-2025": True, "ferry-fares": False}


def test_the_forecast_names_the_most_urgent_first_and_no_group_of_what_it_names(example: Column) -> None:
    due = forecast(example, freshness(example), register_freshness(example), 90)
    assert [each.last_day for each in due] == sorted(each.last_day for each in due)
    assert due[0].name == "治安管理" and due[0].last_day == dt.date(2026, 12, 11)
    assert not {"budget", "livelihood", "supervision"} & {each.id for each in due if each.kind == "栏目"}
    assert forecast(example, freshness(example), register_freshness(example), 5) == ()
