"""Field catalogues: tables as clerks write them, what has been published under each row, the form on paper."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import printed_text, reader
from columns import ROOT, TODAY, sample_at
from disclosure import derive
from disclosure.column import Column
from disclosure.derive.contexts import ListPage, PageContext
from disclosure.derive.fields.contexts import FieldPage, FieldsPage
from disclosure.derive.pieces import Day, Link
from disclosure.load.fields import _names_ticked
from disclosure.model import PILOT_FIELDS, Level
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.publish.datasets import csv_of
from tools import program

pytestmark = pytest.mark.xdist_group("fields")

FIELD = "fields/municipal-services/"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("■政府网站 □政府公报 ■政务服务中心", ["政府网站", "政务服务中心"]),
        ("■政府网站\n口政府公报\n☑ 便民服务站", ["政府网站", "便民服务站"]),
        ("■政府网站、口入户/现场、✔其他", ["政府网站", "其他"]),
        ("全社会√ 特定群体□", ["全社会"]),
        ("全社会 √", ["全社会"]),
        ("√全社会", ["全社会"]),
        ("口政府网站 ○其他", []),
        ("政府网站、政务服务中心", ["政府网站", "政务服务中心"]),
        ("政务服务窗口", ["政务服务窗口"]),
        ("政府网站 ■政府公报 □两微一端", None),
        ("R政府网站 □政府公报", None),
        ("政府网站√ 无此渠道", None),
    ],
)
def test_ticks_are_read_as_real_tables_write_them(written: str, names: list[str] | None) -> None:
    assert _names_ticked(written) == names


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    return load(sample_at(tmp_path_factory.mktemp("fields")))


def load(root: Path) -> Column:
    column, _ = read_column(root, TODAY)
    assert column is not None
    return public_part(column)


def pages_of(column: Column) -> Mapping[str, PageContext]:
    return {page.frame.address: page for page in derive.pages(column)}


def field_of(column: Column) -> FieldPage:
    page = pages_of(column)[FIELD]
    assert isinstance(page, FieldPage)
    return page


def cells(page: FieldPage) -> dict[str, list[list[str]]]:
    """What stands in the cells of each row, by its anchor."""
    return {line.anchor: [[each.text for each in cell.values] for cell in line.cells] for line in page.table.lines}


def test_defaults_of_the_file_fill_the_rows_that_say_nothing(column: Column) -> None:
    _, first = column.matters["parking-01"]
    _, second = column.matters["parking-02"]
    assert [str(channel) for channel in first.channels] == ["政府网站", "其他"]
    assert (first.time_limit, [organ.id for organ in first.organs]) == ("20个工作日内", ["transport"])
    assert [organ.id for organ in second.organs] == ["gov-office", "transport"]
    assert [str(manner) for manner in second.manners] == ["主动", "依申请"]


def test_each_row_shows_what_is_there_or_says_plainly_why_nothing_is(column: Column) -> None:
    page = field_of(column)
    rows = cells(page)
    assert list(rows) == ["parking-01", "parking-02", "parking-03", "parking-04"]
    assert rows["parking-01"][3:] == [
        ["样例县人民政府关于印发《样例县停车管理办法》的通知", "行政规范性文件", "省停车平台"],
        ["2026年11月9日"],
    ]
    assert rows["parking-02"] == [
        ["停车：残疾人免费"],
        ["县政府办", "县交通局", "各镇人民政府"],
        ["县级", "乡级"],
        ["还没有发布"],
        ["无"],
    ]
    assert rows["parking-03"][3] == ["可以依申请公开"]
    assert rows["parking-04"][3] == ["由乡镇、街道公开"]
    assert page.summary == "共 4 项，已经公开 1 项，还没有发布 1 项，不在本站公开 2 项（原因写在各项后面）。"


@pytest.mark.parametrize(
    ("place", "name", "day"),
    [
        ("statutory/budget-departments/", "部门预决算", "2026年3月5日"),
        ("registers/relief-payments/", "临时救助发放结果", "2026年6月30日"),
        ("tasks/2026/", "样例县2026年政务公开任务分解表", "2026年11月10日"),
        ("bulletins/2026-1/", "样例县人民政府公报2026年第1期", "2026年3月31日"),
        ("annual/2023/", "样例县2023年政府信息公开工作年度报告", "2024年1月25日"),
        ("annual/2023/transport/", "样例县交通运输局2023年政府信息公开工作年度报告", "2024年1月22日"),
        ("fields/municipal-services/", "市政服务领域标准目录", "2026年3月1日"),
        ("organs/transport/", "样例县交通运输局", "无"),
    ],
)
def test_whatever_is_named_as_place_has_its_name_and_its_day(tmp_path: Path, place: str, name: str, day: str) -> None:
    root = sample_at(tmp_path)
    file = root / "catalogue/fields/municipal-services.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    公开层级: √乡级\n", f"    公开层级: √乡级\n    公开位置: {place}\n"), "utf-8")
    assert cells(field_of(load(root)))["parking-04"][3:] == [[name], [day]]


def test_a_township_answers_for_its_own_rows(column: Column) -> None:
    township = replace(column, info=replace(column.info, level=Level.TOWNSHIP))
    rows = cells(field_of(township))
    assert rows["parking-03"][3] == ["可以依申请公开"]
    assert rows["parking-04"][3] == ["还没有发布"]


def test_all_26_fields_are_named_and_counted(column: Column) -> None:
    page = pages_of(column)["fields/"]
    assert isinstance(page, FieldsPage)
    assert [line.anchor for line in page.table.lines][:2] == ["municipal-services", "ferries"]
    assert len({line.anchor for line in page.table.lines}) == 1 + 26, "a field of the column's own, and the 26"
    assert [[each.text for each in cell.values] for cell in page.table.lines[0].cells][:4] == [
        ["市政服务"],
        ["4 项"],
        ["1 项"],
        ["1 项"],
    ]
    unwritten = page.table.lines[2:]
    assert {line.cells[1].values[0].text for line in unwritten} == {"目录还没有公布"}
    assert not any(value.address for line in unwritten for cell in line.cells for value in cell.values)
    assert "养老服务" in {line.cells[0].values[0].text for line in unwritten}


def test_the_example_has_depth_in_four_fields_and_a_frame_for_each_of_the_others() -> None:
    pages = pages_of(load(ROOT))
    assert {address.split("/")[1] for address in pages if address.startswith("fields/")} >= set(PILOT_FIELDS)
    rows = {id_: len(page.rows) for id_ in PILOT_FIELDS if isinstance(page := pages[f"fields/{id_}/"], FieldPage)}
    assert len(rows) == 26 and min(rows.values()) >= 4
    assert min(rows[id_] for id_ in ("social-assistance", "elderly-care", "household-registration", "budget")) >= 15
    overview = pages["fields/"]
    assert isinstance(overview, FieldsPage) and "目录还没有公布" not in repr(overview)


def test_the_example_shows_what_was_counted_by_hand() -> None:
    page = pages_of(load(ROOT))["fields/land-compensation/"]
    assert isinstance(page, FieldPage)
    said = {anchor: (row[3], row[4]) for anchor, row in cells(page).items()}
    project = "示例县人民政府关于示例县医疗康养中心项目"
    assert said == {
        "land-compensation-01": (["还没有发布"], ["无"]),
        "land-compensation-02": ([f"{project}拟征收土地的预公告"], ["2026年4月13日"]),
        "land-compensation-03": ([f"{project}征地补偿安置方案的公告"], ["2026年6月12日"]),
        "land-compensation-04": (["还没有发布"], ["无"]),
        "land-compensation-05": (["示例县人民政府关于征收清河镇柳湾村、石桥村集体土地的公告"], ["2026年11月9日"]),
        "land-compensation-06": (["不在网站上，在这些地方公开：社区/企事业单位/村公示栏（电子屏）"], ["无"]),
    }
    assert page.summary == "共 6 项，已经公开 3 项，还没有发布 2 项，不在本站公开 1 项（原因写在各项后面）。"


def test_a_row_that_no_organ_of_the_column_answers_for_names_who_does(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    file = root / "catalogue/fields/municipal-services.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("公开主体: 样例县交通运输局", "其他主体: 国家税务总局样例县税务局"), "utf-8")
    page = field_of(load(root))
    assert cells(page)["parking-01"][1] == ["国家税务总局样例县税务局"]
    assert page.rows[0].organs == (Link("国家税务总局样例县税务局"),)


def test_a_document_and_its_rows_lead_to_each_other(column: Column) -> None:
    pages = pages_of(column)
    document = pages["statutory/normative/2025/parking-2025/"]
    links = [value for fact in document.facts if fact.label == "公开事项" for value in fact.values]
    assert links == [Link("市政服务：停车收费", f"{FIELD}#parking-01")]
    page = field_of(column)
    line = next(line for line in page.table.lines if line.anchor == "parking-01")
    assert line.cells[3].values[0] == Link(
        "样例县人民政府关于印发《样例县停车管理办法》的通知", "statutory/normative/2025/parking-2025/"
    )
    assert line.cells[0].values == (Link("停车：停车收费", f"{FIELD}#{page.rows[0].anchor}"),)


def test_a_withheld_document_shows_under_no_row(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    withheld = root / "content/statutory/welfare/2026/heron-ledger-7731.md"
    text = withheld.read_text(encoding="utf-8").replace("公开属性:", "公开事项: [parking-02]\n公开属性:")
    withheld.write_text(text, encoding="utf-8")
    column = load(root)
    assert cells(field_of(column))["parking-02"][3] == ["还没有发布"]
    assert "heron" not in repr(list(derive.pages(column))) + repr(derive.datasets(column)) + repr(
        derive.findables(column)
    )


def test_a_row_with_many_documents_has_a_list_of_its_own(column: Column) -> None:
    documents = tuple(replace(document, matters=("parking-02",)) for document in column.documents)
    full = replace(column, documents=documents)
    line = next(line for line in field_of(full).table.lines if line.anchor == "parking-02")
    assert len(line.cells[3].values) == 5
    rest = line.cells[3].values[-1]
    assert rest == Link(f"全部 {len(documents)} 件", f"{FIELD}parking-02/")
    page = pages_of(full)[f"{FIELD}parking-02/"]
    assert isinstance(page, ListPage) and page.pager.total == len(documents)
    newest = line.cells[4].values[0]
    assert isinstance(newest, Day) and newest.iso == max(document.published for document in documents).isoformat()


def test_without_a_catalogue_nothing_speaks_of_fields(column: Column) -> None:
    bare = replace(column, field_catalogues=(), documents=tuple(replace(each, matters=()) for each in column.documents))
    assert "fields/" not in repr(list(derive.pages(bare))) + repr(derive.site(bare))


def test_the_downloads_say_the_same_as_the_page(column: Column) -> None:
    dataset = next(dataset for dataset in derive.datasets(column) if dataset.id == "field-municipal-services")
    rows = list(csv.DictReader(io.StringIO(csv_of(dataset, "https://www.yanglixian.gov.cn/").decode("utf-8-sig"))))
    page = field_of(column)
    assert [row["标识"] for row in rows] == list(cells(page))
    assert [row["公开情况"] for row in rows] == ["已公开", "还没有发布", "可以依申请公开", "由乡镇、街道公开"]
    assert [(row["文件数"], row["最近发布"]) for row in rows][:2] == [("1", "2026-11-09"), ("0", "")]
    assert rows[0]["公开渠道"] == "政府网站、停车场入口"
    assert rows[0]["地址"] == f"https://www.yanglixian.gov.cn/{FIELD}#parking-01"


def test_all_catalogues_can_be_taken_as_one_table(column: Column) -> None:
    datasets = {dataset.id: dataset for dataset in derive.datasets(column)}
    whole, parts = datasets["fields"], [datasets["field-municipal-services"], datasets["field-ferries"]]
    assert [row[1:] for row in whole.rows] == [row for part in parts for row in part.rows]
    assert [field.name for field in whole.fields] == ["领域", *(field.name for field in parts[0].fields)]
    assert {row[0] for row in whole.rows} == {catalogue.name for catalogue in column.field_catalogues}
    page = pages_of(column)["fields/"]
    assert isinstance(page, FieldsPage)
    assert [file.address for file in page.downloads] == [f"data/fields.{ending}" for ending in ("xlsx", "csv", "json")]


def test_search_leads_to_the_row(column: Column) -> None:
    found = {each.address: each for each in derive.findables(column)}
    assert found[f"{FIELD}#parking-03"].title == "停车：本人停车记录"
    assert "《残疾人保障法》第五十条" in found[f"{FIELD}#parking-02"].body


@pytest.mark.browser
def test_the_form_is_whole_on_paper(browser: Browser, address: str, tmp_path: Path) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}fields/budget/")
        table = tab.locator(".dc-standard tbody tr")
        written = table.evaluate_all("rows => rows.map((row) => [...row.cells].map((cell) => cell.innerText))")
        paper = tmp_path / "budget.pdf"
        printed = printed_text(tab, paper)
    assert len(written) == 17
    for sign in "√■":
        assert printed.count(sign) == sum(cell.count(sign) for row in written for cell in row) > 17
    command = [program("pdfinfo"), "-f", "1", "-l", "99", str(paper)]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    sizes = [(float(width), float(height)) for width, height in re.findall(r"size: +([\d.]+) x ([\d.]+)", said)]
    across = [width > height for width, height in sizes]
    assert not across[0] and sum(across) >= 2, "the page upright, the form across"
