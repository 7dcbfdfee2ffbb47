"""Annual reports: the official form on the page, in the workbook and in the data; the comparison; a new one to fill in."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from browsing import printed_text, reader
from columns import ROOT, TODAY, sample_at
from disclosure import derive
from disclosure.cli import main
from disclosure.derive.annual.comparison import change
from disclosure.derive.annual.contexts import ComparisonPage, FormCell, FormTable, ReportPage
from disclosure.model.annual_form import PARTS
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.publish.annual import report_workbook
from disclosure.publish.body import to_bodies

pytestmark = pytest.mark.xdist_group("annual")


@pytest.fixture(scope="module")
def pages() -> dict[str, object]:
    column, problems = read_column(ROOT, TODAY)
    assert column is not None and not [problem for problem in problems if problem.is_error]
    return {page.frame.address: page for page in derive.pages(public_part(column))}


@pytest.fixture(scope="module")
def report(pages: dict[str, object]) -> ReportPage:
    page = pages["annual/2025/"]
    assert isinstance(page, ReportPage)
    return page


def tables_of(page: ReportPage) -> list[FormTable]:
    return [table for part in page.parts for table in part.tables]


def grid_of(table: FormTable) -> list[list[FormCell]]:
    """The cells of ``table`` spread over its columns; fails if they leave a hole or overlap."""
    rows = [*table.head, *(row for body in table.bodies for row in body)]
    grid: list[list[FormCell | None]] = [[None] * table.columns for _ in rows]
    for place, row in enumerate(rows):
        for cell in row:
            column = grid[place].index(None)
            for down in range(cell.rowspan):
                for right in range(cell.colspan):
                    assert grid[place + down][column + right] is None, cell
                    grid[place + down][column + right] = cell
    assert not [row for row in grid if None in row]
    return [[cell for cell in row if cell] for row in grid]


@pytest.mark.parametrize("address", ["annual/2025/", "annual/2020/", "annual/2025/land/"])
def test_every_table_fills_its_grid(address: str, pages: dict[str, object]) -> None:
    page = pages[address]
    assert isinstance(page, ReportPage)
    tables = tables_of(page)
    assert [table.columns for table in tables] == [4, 10, 15]
    for table in tables:
        grid_of(table)


def test_the_form_is_that_of_the_norm(report: ReportPage) -> None:
    disclosed, requests, disputes = tables_of(report)
    rows = [[cell.text for cell in row] for row in grid_of(disclosed)]
    assert rows[0] == ["第二十条第（一）项"] * 4
    assert rows[1] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    assert rows[3] == ["行政规范性文件", "7", "11", "54"]
    assert rows[-1] == ["行政事业性收费", "8312.46", "8312.46", "8312.46"]
    grid = grid_of(requests)
    assert len(grid) == 3 + 25
    assert grid[0][0].text == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert [cell.text for cell in grid[2][4:9]] == ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    results = [row for row in grid if row[0].text == "三、本年度办理结果"]
    assert len(results) == 22 and results[0][0].rowspan == 22
    assert [cell.text for cell in results[2][:3]] == ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]
    assert [cell.number for cell in results[-1][3:]] == [180, 18, 1, 2, 8, 3, 212]
    assert [cell.number for cell in grid_of(disputes)[-1]] == [7, 3, 4, 2, 16, 1, 0, 1, 1, 3, 3, 1, 0, 1, 5]


def test_the_report_of_2020_has_the_trial_form(pages: dict[str, object]) -> None:
    page = pages["annual/2020/"]
    assert isinstance(page, ReportPage)
    disclosed, requests, _ = tables_of(page)
    texts = [cell.text for row in grid_of(disclosed) for cell in row]
    assert {"本年新制作数量", "其他对外管理服务事项", "采购总金额", "第二十条第（九）项", "-3"} <= set(texts)
    results = [row for row in grid_of(requests) if row[0].text == "三、本年度办理结果"]
    assert len(results) == 20 and results[-2][1].text == "（六）其他处理"


def test_charts_say_in_words_what_they_show(report: ReportPage) -> None:
    results = report.parts[3].charts[0]
    assert results.sentence.endswith("予以公开和部分公开的共 130 件，占 61.3%。")
    assert [(bar.label, bar.words, bar.length) for bar in results.bars][:2] == [
        ("予以公开", "106 件，占 50.0%", "100.0"),
        ("部分公开", "24 件，占 11.3%", "22.6"),
    ]
    assert sum(int(bar.words.split()[0]) for bar in results.bars) == 212


def test_departments_stand_below_their_year(report: ReportPage, pages: dict[str, object]) -> None:
    assert [link.address for link in report.members] == ["annual/2025/civil-affairs/", "annual/2025/land/"]
    land = pages["annual/2025/land/"]
    assert isinstance(land, ReportPage) and not land.members
    assert [link.text for link in land.frame.trail] == ["首页", "政府信息公开工作年度报告", "2025年"]
    labels = {label.name: label.content for label in land.frame.labels}
    assert (labels["ContentSource"], labels["ColumnType"]) == ("示例县自然资源局", "信息公开年报")
    author = dict(dict(land.frame.things[0].properties)["author"].properties)  # type: ignore[union-attr]
    assert author["name"] == "示例县自然资源局"
    assert report.previous is None and report.next and report.next.address == "annual/2024/"


def test_the_workbook_has_the_layout_of_the_form(report: ReportPage) -> None:
    content = report_workbook(report)
    assert content == report_workbook(report)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["主动公开", "申请", "复议诉讼"]
    for table, sheet in zip(tables_of(report), book.worksheets, strict=True):
        assert (sheet.max_column, sheet.cell(1, 1).value) == (table.columns, table.caption)
        merged = {str(cells) for cells in sheet.merged_cells.ranges}
        seen: set[int] = set()
        for place, row in enumerate(grid_of(table), 2):
            for column, cell in enumerate(row, 1):
                if id(cell) not in seen:
                    wanted = cell.text if cell.number is None else cell.number
                    held = float(wanted) if isinstance(wanted, Decimal) else wanted
                    assert sheet.cell(place, column).value == held
                seen.add(id(cell))
        assert sheet.page_setup.paperSize == 9
        if table.sheet == "申请":
            assert {"A2:C4", "A7:A28", "B9:B16", "A5:C5", "D2:J2"} <= merged
    assert book["主动公开"].cell(15, 2).number_format == "0.00"


def test_the_data_hold_every_number_of_the_form(report: ReportPage) -> None:
    column, _ = read_column(ROOT, TODAY)
    assert column is not None
    datasets = {dataset.id: dataset for dataset in derive.datasets(public_part(column))}
    assert {"annual-2025", "annual-2025-land", "annual-2020", "annual-comparison"} <= set(datasets)
    shown = [cell.number for table in tables_of(report) for body in table.bodies for row in body for cell in row]
    held = [row[3] for row in datasets["annual-2025"].rows if row[1] != "信息处理费"]
    assert held == [number for number in shown if number is not None] and len(held) == 10 + 25 * 7 + 15
    rows = {row[:3]: row[3] for row in datasets["annual-2025"].rows}
    assert rows["三、收到和处理政府信息公开申请情况", "（三）不予公开 7.属于行政执法案卷", "自然人"] == 6
    compared = datasets["annual-comparison"].rows
    assert (2024, "新收申请", 186, "件") in compared
    assert not [row for row in compared if row[:2] == (2020, "收取的信息处理费")]


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [(214, 186, "多 28 件，增长 15.1%"), (3, 4, "少 1 件，下降 25.0%"), (5, 5, "没有变化"), (5, 0, "多 5 件")],
)
def test_changes_are_told_in_words(now: int, then: int, words: str) -> None:
    assert change(now, then, "件") == words


def test_the_comparison_has_the_years_side_by_side(pages: dict[str, object]) -> None:
    page = pages["annual/comparison/"]
    assert isinstance(page, ComparisonPage)
    head, *rows = grid_of(page.table)
    assert [cell.text for cell in head] == [
        "指标",
        *(f"{year}年" for year in range(2025, 2018, -1)),
        "2025年比2024年",
    ]
    new = ["214", "186", "167", "150", "131", "110", "84"]
    assert [cell.text for cell in rows[0]] == ["新收申请（件）", *new, "多 28 件，增长 15.1%"]
    assert rows[-1][6].text == "表里没有这个数"
    assert page.charts[0].sentence == "2025年新收申请 214 件，比2024年多 28 件，增长 15.1%。"


def test_texts_of_one_page_share_no_anchor() -> None:
    bodies = to_bodies([("## 一、甲\n\n（一）其他\n\n文字", {}), ("## 二、乙\n\n（一）其他\n\n文字", {})])
    anchors = [heading.anchor for body in bodies for heading in body.headings]
    assert len(anchors) == 4 == len(set(anchors))
    assert all(f'id="{heading.anchor}"' in body.html for body in bodies for heading in body.headings)


@pytest.mark.browser
def test_the_tables_are_printed_whole(browser: object, address: str, tmp_path: Path) -> None:
    with reader(browser) as context:  # type: ignore[arg-type]
        tab = context.new_page()
        tab.goto(f"{address}annual/2025/")
        printed = re.sub(r"\s", "", printed_text(tab, tmp_path / "report.pdf"))
    assert "四、结转下年度继续办理102001013" in printed
    assert "7342161011331015" in printed


def new(root: Path, *arguments: str) -> int:
    return main(["--config", str(root / "mkdocs.yml"), "new", "annual", *arguments])


def test_a_new_report_has_what_the_column_knows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(sample, "2024", "--organ", "transport") == 0
    path = sample / "catalogue/annual/2024/transport.yml"
    assert path.name in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert "  上年结转: [0, 1, 0, 0, 0, 0, 1]  # 2023年报告的结转下年度" in text
    assert "  行政规范性文件: [1, 0, 2]  # 按专栏里的文件数出来的，请核对" in text
    _, problems = read_column(sample, TODAY)
    assert {problem.rule.name for problem in problems} == {"wrong-date", "wrong-number"}
    assert {problem.path for problem in problems} == {"catalogue/annual/2024/transport.yml"}


def test_a_new_report_that_is_filled_in_is_sound_but_for_its_texts(sample: Path) -> None:
    assert new(sample, "2026") == 0
    path = sample / "catalogue/annual/2026.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("发布日期: 待填", "发布日期: 2027-01-25").replace(
        "人员: 待填, 日期: 待填", "人员: 审查岗, 日期: 2027-01-24"
    )
    lines = [
        re.sub("待填(?=[],]|$)", "0", line) if re.match(r"(?:  )?\S+: ", line) else line for line in text.split("\n")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    _, problems = read_column(sample, dt.date(2027, 2, 1))
    own = [problem for problem in problems if problem.path == "catalogue/annual/2026.yml"]
    assert {problem.rule.name for problem in own if problem.is_error} == {"annual-unfilled"}
    assert {text.split("\n")[problem.line - 1].count("待填") for problem in own if problem.is_error} == {1}


def test_a_new_report_never_overwrites(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (sample / "catalogue/annual/2023.yml").read_bytes()
    assert new(sample, "2023") == 2 and "已经有了" in capsys.readouterr().err
    assert (sample / "catalogue/annual/2023.yml").read_bytes() == before
    assert new(sample, "2025") == 2 and "content/annual/2025.md 已经有了" in capsys.readouterr().err
    assert not (sample / "catalogue/annual/2025.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2024", "--organ", "harbour"], "transport（样例县交通运输局）"),
        (["2012"], "content/annual/2012.md"),
        (["10000"], "只能写到 2027 年度"),
        (["2028"], "请核对年份"),
    ],
)
def test_a_new_report_that_cannot_be_is_explained(
    arguments: list[str], said: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(sample, *arguments) == 2
    assert said in capsys.readouterr().err


def test_the_sample_publishes_reports_and_their_files(tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    (root / "catalogue/annual/2023-whole.txt").write_bytes("报告全文".encode())
    path = root / "catalogue/annual/2023.yml"
    path.write_text("附件: [{标题: 全文, 文件: 2023-whole.txt}]\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["--config", str(root / "mkdocs.yml"), "build"]) == 0
    folder = root / "site/annual/2023"
    assert (folder / "2023-whole.txt").read_bytes() == "报告全文".encode()
    assert (folder / "annual-report-2023.xlsx").exists() and (
        folder / "transport/annual-report-2023-transport.xlsx"
    ).exists()
    html = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="../../annual/2023/2023-whole.txt"' in html and "style=" not in html
    data = json.loads((root / "site/data/annual-2020.json").read_text(encoding="utf-8"))
    assert {
        "表": "二、主动公开政府信息情况",
        "行": "政府集中采购",
        "列": "采购总金额",
        "数量": 128.5,
        "计量单位": "原表没有写明",
    } in data["数据"]


def test_a_blank_cell_of_an_old_report_stays_blank(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    path = root / "catalogue/annual/2022.yml"
    text = path.read_text(encoding="utf-8").replace("新收: [8, 2, 0, 0, 0, 0, 10]", "新收: [8, 2, 空, 0, 0, 0, 空]")
    path.write_text(text + "差错说明: 有两格原来空着。\n", encoding="utf-8")
    column, problems = read_column(root, TODAY)
    assert column is not None and not [problem for problem in problems if problem.is_error]
    public = public_part(column)
    pages = {page.frame.address: page for page in derive.pages(public)}
    page = pages["annual/2022/"]
    assert isinstance(page, ReportPage)
    new = next(row for row in grid_of(tables_of(page)[1]) if row[0].text.startswith("一、"))
    assert [cell.text for cell in new[3:]] == ["8", "2", "", "0", "0", "0", ""]
    assert not page.parts[3].charts
    comparison = pages["annual/comparison/"]
    assert isinstance(comparison, ComparisonPage)
    rows = [[cell.text for cell in row] for row in grid_of(comparison.table)]
    assert rows[1][:3] == ["新收申请（件）", "14", "表里没有这个数"]
    dataset = next(each for each in derive.datasets(public) if each.id == "annual-2022")
    assert [row[3] for row in dataset.rows if str(row[1]).startswith("一、")] == [8, 2, None, 0, 0, 0, None]


def test_a_new_report_tells_what_more_can_be_checked_and_asked_for(sample: Path) -> None:
    assert new(sample, "2026") == 0 and new(sample, "2026", "--organ", "transport") == 0
    own = (sample / "catalogue/annual/2026.yml").read_text(encoding="utf-8")
    member = (sample / "catalogue/annual/2026/transport.yml").read_text(encoding="utf-8")
    for topic in ("工作考核", "社会评议", "责任追究"):
        assert f"  {topic}：待填" in own and topic not in member
    assert "# 汇总单位数: 0" in own and "汇总单位数" not in member
    assert "# 规范性文件齐全: 是" in own and "# 规范性文件齐全: 是" in member


def test_what_an_old_report_never_published_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    path = root / "catalogue/annual/2022.yml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("复议诉讼:"), text.index("存在问题:")
    text = text[:start] + text[end:].replace("信息处理费元: 0", "差错说明: 当年没有公布行政复议、行政诉讼的数。")
    path.write_text(text.replace("  公开出版物: [0, 0, 0, 0, 0, 0, 0]\n", ""), encoding="utf-8")
    column, problems = read_column(root, TODAY)
    assert column is not None and not [problem for problem in problems if problem.is_error]
    public = public_part(column)
    page = {page.frame.address: page for page in derive.pages(public)}["annual/2022/"]
    assert isinstance(page, ReportPage)
    disclosed, requests = (part.tables for part in page.parts[2:4])
    assert len(disclosed) == len(requests) == 1 and not page.parts[4].tables and not page.parts[4].charts
    assert page.texts[4].markdown.endswith("\n\n当年公布的报告里没有这张表的数。\n")
    row = next(row for row in grid_of(requests[0]) if row[2].text.startswith("3.要求提供公开出版物"))
    assert [cell.text for cell in row[3:]] == [""] * 7
    rows = next(each for each in derive.datasets(public) if each.id == "annual-2022").rows
    assert [row[3] for row in rows if row[0] == PARTS[3]] == [None] * 15
    assert [row[3] for row in rows if row[0] == PARTS[5]] == [None]
    path.write_text(path.read_text(encoding="utf-8").replace("差错说明:", "来源:"), encoding="utf-8")
    assert read_column(root, TODAY)[0] is None or any(problem.is_error for problem in read_column(root, TODAY)[1])
