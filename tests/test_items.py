"""Statutory items: the usual ones of each level, what an entry takes over from them, and how far the column covers them."""

from __future__ import annotations

import datetime as dt
import fnmatch
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from columns import ROOT, TODAY, sample_at
from disclosure import derive
from disclosure.column import Column
from disclosure.derive.contexts import PageContext, StatutoryPage, TextPage
from disclosure.derive.pieces import Link
from disclosure.load.usual_items import usual_groups
from disclosure.measures.coverage import coverage
from disclosure.model import Item, Level
from disclosure.pipeline import read_column
from disclosure.public import public_part

pytestmark = pytest.mark.xdist_group("items")

ARTICLE_21_TOWNSHIP = ["rural-policy", "water-works", "land-transfer", "homestead", "labour-levies",
                       "land", "housing-expropriation", "social-assistance"]  # fmt: skip
ARTICLE_21 = ["urban", "public-services", "welfare", "land", "housing-expropriation", "security", "social-assistance"]


def load(root: Path) -> Column:
    column, _ = read_column(root, TODAY)
    assert column is not None
    return public_part(column)


def with_items(tmp_path: Path, text: str | None, level: str = "县级") -> Mapping[str, Item]:
    """The items of the sample with another statutory.yml, by id in their order."""
    root = sample_at(tmp_path)
    path = root / "catalogue/statutory.yml"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    info = root / "catalogue/column.yml"
    info.write_text(info.read_text(encoding="utf-8").replace("层级: 县级", f"层级: {level}"), encoding="utf-8")
    return {item.id: item for item in load(root).applicable_items}


def pages_of(column: Column) -> Mapping[str, PageContext]:
    return {page.frame.address: page for page in derive.pages(column)}


def test_a_county_usually_has_the_fifteen_items_of_article_20_and_the_seven_of_article_21() -> None:
    groups = list(usual_groups(Level.COUNTY))
    assert len(groups) == 22 and groups[15:] == ARTICLE_21
    assert "regulations" not in groups, "a county makes no rules"
    assert list(usual_groups(Level.CITY)) == ["regulations", *groups]


def test_a_township_has_its_own_items_of_article_21() -> None:
    groups = list(usual_groups(Level.TOWNSHIP))
    assert groups[-8:] == ARTICLE_21_TOWNSHIP
    assert groups[:-8] == list(usual_groups(Level.COUNTY))[:15], "article 20 is for every organ"


def test_a_department_has_the_seven_items_of_article_21_and_no_budget_of_a_government(tmp_path: Path) -> None:
    items = with_items(tmp_path, None, "部门")
    assert list(usual_groups(Level.DEPARTMENT))[-7:] == ARTICLE_21
    assert not set(items) & {*set(ARTICLE_21_TOWNSHIP) - set(ARTICLE_21), "budget-government", "work-report"}
    assert "budget-departments" in items and "enforcement" in items


def test_without_a_catalogue_the_organ_of_the_column_answers_for_the_usual_items(tmp_path: Path) -> None:
    items = with_items(tmp_path, None)
    assert [id_ for id_, item in items.items() if item.parent is None] == list(usual_groups(Level.COUNTY))
    assert {organ.id for item in items.values() for organ in item.organs} == {"gov"}
    assert items["food-drug"].parent == "supervision" and items["food-drug"].name == "食品药品监督检查"


def test_an_entry_takes_over_what_it_does_not_write(tmp_path: Path) -> None:
    items = with_items(
        tmp_path,
        "- 标识: social-assistance\n- {标识: fees, 名称: 收费清单, 责任机构: 县交通局, 更新周期: 每半年}\n- 标识: budget\n"
        "- 标识: livelihood\n  责任机构: 县政府办\n  子栏目:\n    - 标识: education\n    - 标识: medical\n",
    )
    assert list(items) == ["social-assistance", "fees", "budget", "budget-government", "budget-departments",
                           "livelihood", "education", "medical"]  # fmt: skip
    fees = items["fees"]
    assert (fees.name, str(fees.period), [organ.id for organ in fees.organs]) == ("收费清单", "每半年", ["transport"])
    assert fees.basis == "《中华人民共和国政府信息公开条例》第二十条第八项" and fees.description
    assert [organ.id for organ in items["medical"].organs] == ["gov-office"]
    assert [organ.id for organ in items["budget"].organs] == ["gov"]


def test_an_entry_that_was_written_applies_whatever_its_usual_level(tmp_path: Path) -> None:
    assert list(with_items(tmp_path, "- 标识: statistics\n- 标识: organs\n", "部门")) == ["statistics", "organs"]


def test_the_usual_items_are_in_a_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["disclosure"]
    package = ROOT / "hooks/disclosure"
    data = [path.relative_to(package).as_posix() for path in package.rglob("*.yml")]
    assert "load/statutory.yml" in data
    assert [path for path in data if not any(fnmatch.fnmatch(path, pattern) for pattern in patterns)] == []


def test_a_single_page_stands_at_the_address_of_its_item(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    path = root / "catalogue/statutory.yml"
    text = path.read_text(encoding="utf-8")
    text += "- {标识: telephones, 名称: 便民电话, 依据: 条例第二十一条, 形式: 单页, 更新周期: 每年}\n"
    text += "- {标识: credit, 名称: 信用公示, 依据: 条例第二十条, 形式: 链接, 链接: 'https://www.yanglisheng.gov.cn/xinyong/'}\n"
    path.write_text(text, encoding="utf-8")
    (root / "content/statutory/telephones.md").write_text(
        "---\n标题: 便民电话一览\n内容概述: 常用电话。\n发布日期: 2026-02-03\n更新日期: 2026-05-06\n"
        "审核: {人员: 保密审查岗, 日期: 2026-02-02}\n---\n停水打 0399-5550299。\n",
        encoding="utf-8",
    )
    column = load(root)
    pages = pages_of(column)
    page = pages["statutory/telephones/"]
    assert isinstance(page, TextPage) and "0399-5550299" in page.body.markdown
    assert [fact.label for fact in page.tables[0].facts] == ["依据", "责任机构", "形式", "更新周期"]
    rows = pages["statutory/"]
    assert isinstance(rows, StatutoryPage)
    by_name = {row.link.text: row for row in rows.items}
    telephones, credit = by_name["便民电话"], by_name["信用公示"]
    assert telephones.latest == Link("便民电话一览", "statutory/telephones/")
    assert telephones.newest and telephones.newest.iso == "2026-05-06" and telephones.place == "专页"
    assert (credit.link.address, credit.place, credit.newest) == (
        "https://www.yanglisheng.gov.cn/xinyong/",
        "在另一个网站上",
        None,
    )
    assert "statutory/credit/" not in pages
    found = next(each for each in derive.findables(column) if each.address == "statutory/telephones/")
    assert "0399-5550299" in found.body and [tag.id for tag in found.items] == ["telephones"]
    row = next(
        row
        for dataset in derive.datasets(column)
        if dataset.id == "statutory"
        for row in dataset.rows
        if row[0] == "credit"
    )
    assert row[-3] == "https://www.yanglisheng.gov.cn/xinyong/"


@pytest.fixture(scope="module")
def example() -> Column:
    return load(ROOT)


def test_each_item_shows_its_newest_document(example: Column) -> None:
    page = pages_of(example)["statutory/"]
    assert isinstance(page, StatutoryPage)
    rows = {row.link.text: row for row in page.items}
    group, member = rows["财政预决算"], rows["部门预决算"]
    assert (group.count, member.count) == ("7 件", "3 件")
    assert group.newest and member.newest
    assert (group.newest.iso, member.newest.iso) == ("2026-09-22", "2026-09-22")
    assert member.latest and member.latest.text == "示例县教育和体育局2025年度部门决算公开"


def test_the_overview_says_of_each_item_what_is_asked_of_it_also_where_another_site_holds_the_data(
    example: Column,
) -> None:
    page = pages_of(example)["statutory/"]
    assert isinstance(page, StatutoryPage)
    rows = {row.link.text: {fact.label: fact.values[0].text for fact in row.duties} for row in page.items}
    assert all({"依据", "责任机构", "形式", "公开时限", "更新周期"} <= set(duties) for duties in rows.values())
    assert rows["许可和处罚信息公示"] == {
        "依据": "《中华人民共和国政府信息公开条例》第二十条第五项、第六项",
        "责任机构": "示例县发展和改革局",
        "形式": "链接",
        "公开时限": "自决定作出之日起7个工作日内",
        "更新周期": "实时",
    }
    assert rows["行政规范性文件"]["适用层级"] == "市级、县级"


def test_coverage_counts_by_item_and_organ_as_by_hand(example: Column) -> None:
    rows = {(row.item.id, row.organ.id): row for row in coverage(example)}

    def said(item: str, organ: str) -> tuple[int, dt.date | None, bool | None, bool]:
        row = rows[item, organ]
        return row.count, row.newest, row.is_overdue, row.is_responsible

    assert said("statistics", "statistics") == (4, dt.date(2026, 10, 30), False, True)
    assert said("budget-departments", "emergency") == (1, dt.date(2025, 3, 7), True, True)
    assert said("budget-departments", "finance") == (0, None, True, True)
    assert said("food-drug", "market") == (2, dt.date(2026, 10, 21), False, True)
    assert said("social-assistance", "finance") == (2, dt.date(2026, 6, 16), False, False)
    assert ("budget", "finance") not in rows, "a group answers for nothing of its own"
    assert ("organs", "gov-office") not in rows and ("service-telephones", "gov-office") not in rows
