"""The inspectors' report: everything found is in it, with the organ that answers, and what changed since the last one."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from playwright.sync_api import Browser

import office_files
from browsing import axe_findings, keep, load_axe, reader
from conftest import example_at
from disclosure.cli import main
from disclosure.derive.inspection.indicators import SETS
from disclosure.rules import every_rule
from tools import npm_file, program
from trees import PageReader, tree

pytestmark = pytest.mark.xdist_group("report")

FERRY = "content/statutory/normative/2026/ferry-2026.md"
EFFECTIVE = ("施行日期: 2027-01-01", "施行日期: 2026-11-01")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def report_on(root: Path, today: str = "2026-11-21") -> dict[str, Any]:
    """The report on the column at ``root``, made on a day, as programs read it."""
    config = root / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.strip().startswith("today:")]
    config.write_text("\n".join([*kept, f"    today: {today}", ""]), encoding="utf-8")
    assert main(["--config", str(config), "report"]) == 0
    whole: dict[str, Any] = json.loads((root / "report/report.json").read_text(encoding="utf-8"))
    return whole


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def verdicts(whole: dict[str, Any]) -> dict[str, str]:
    return {f"{each['体系']}/{each['标识']}": each["结论"] for each in whole["指标"]}


@pytest.fixture(scope="module")
def example_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the example column."""
    root = example_at(tmp_path_factory.mktemp("report") / "column")
    assert main(["--config", str(root / "mkdocs.yml"), "report"]) == 0
    return root / "report"


def test_every_rule_speaks_for_an_indicator_and_every_named_rule_is_there() -> None:
    rules = {rule.name: rule for rule in every_rule()}
    named = {name for each in SETS for indicator in each.indicators for name in indicator.rules}
    families = {family for each in SETS for indicator in each.indicators for family in indicator.families}
    assert named <= rules.keys()
    assert {rule.name for rule in rules.values() if rule.family not in families} <= named
    for each in SETS:
        assert len({indicator.id for indicator in each.indicators}) == len(each.indicators)
        for indicator in each.indicators:
            assert indicator.is_judged or indicator.by_hand, f"{indicator.id} says nothing"


def test_a_sound_column_meets_what_can_be_judged(sample: Path) -> None:
    whole = report_on(sample)
    assert [each for each in whole["问题"] if each["级别"] != "提示"] == []
    short = [key for key, verdict in verdicts(whole).items() if verdict == "有要改的"]
    assert short == ["column/annual"], "there is no report for 2021"
    assert verdicts(whole)["inspection/secrets"] == "符合"
    assert verdicts(whole)["inspection/reachable"] == "要人看"


def test_a_finding_is_told_with_its_organ_place_and_indicator_everywhere(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    whole = report_on(sample)
    found = next(each for each in whole["问题"] if each["规则"] == "effective-before-issued")
    assert found["文件"] == FERRY and found["行"] == 10 and found["责任机关"] == "样例县人民政府"
    assert found["页面"] == "statutory/normative/2026/ferry-2026/" and found["发现日期"] == "2026-11-21"
    family = next(rule.family for rule in every_rule() if rule.name == "effective-before-issued")
    asking = [f"{each.id}/{one.id}" for each in SETS for one in each.indicators if family in one.families]
    assert asking and {verdicts(whole)[key] for key in asking} == {"有要改的"}
    page = (sample / "report/findings.html").read_text(encoding="utf-8")
    assert found["内容"] in page and f"{FERRY}:10" in page
    ledger = (sample / "report/ledgers/gov.html").read_text(encoding="utf-8")
    assert found["内容"] in ledger
    rows = rows_of(sample / "report/data/findings.csv")
    assert found["内容"] in [row["问题"] for row in rows]


def test_an_accepted_finding_is_in_the_report_with_its_reason_and_asks_nothing(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    review = "审核: {人员: 保密审查岗, 日期: 2026-11-06}"
    note = "已核对:\n  - {规则: effective-before-issued, 原因: 追溯施行有上级文件依据, 日期: 2026-11-07}"
    replace_in(sample / FERRY, review, f"{review}\n{note}")
    whole = report_on(sample)
    found = next(each for each in whole["问题"] if each["规则"] == "effective-before-issued")
    assert found["已核对"] == {"原因": "追溯施行有上级文件依据", "日期": "2026-11-07"}
    page = (sample / "report/findings.html").read_text(encoding="utf-8")
    assert "追溯施行有上级文件依据" in page
    assert not (sample / "report/ledgers/gov.html").exists()


def test_nothing_is_called_met_that_nobody_could_look_at(sample: Path) -> None:
    """A text that is left out for a wrong value may hold anything; pages that were not made were not looked at."""
    replace_in(sample / FERRY, "主题分类: ", "主题分类: 没有的")
    replace_in(sample / FERRY, "第二条 风力", "第二条 联系人身份证号119901199003071235。\n\n第三条 风力")
    found = verdicts(report_on(sample))
    ids = ("inspection/secrets", "inspection/wording", "inspection/marks", "evaluation/privacy", "column/search")
    assert {found[key] for key in ids} == {"要人看"}
    overview, page = ((sample / f"report/{name}.html").read_text(encoding="utf-8") for name in ("index", "inspection"))
    assert "有 1 个文件读不出来" in overview
    assert page.count("有 1 个文件读不出来") > 3 and "网站没有生成，所以网页没有检查" in page


def test_a_register_with_a_bad_cell_was_not_looked_at(sample: Path) -> None:
    table = sample / "catalogue/registers/relief-payments.csv"
    table.write_bytes(table.read_bytes().replace(b"800", "八百".encode("gbk")))
    assert verdicts(report_on(sample))["evaluation/privacy"] == "要人看"


def test_the_annual_report_that_is_missing_speaks_against_the_annual_reports(sample: Path) -> None:
    (sample / "content/annual/2025.md").unlink()
    whole = report_on(sample)
    assert "annual-missing" in [each["规则"] for each in whole["问题"]]
    page = (sample / "report/column.html").read_text(encoding="utf-8")
    row = page[page.index('id="annual"') :].partition("</article>")[0]
    assert "还没有 2025 年度的报告" in row
    named = {name for each in SETS for one in each.indicators if one.id == "annual" for name in one.rules}
    assert {rule.name for rule in every_rule() if rule.name.startswith("annual-")} <= named


def test_how_many_of_the_late_papers_are_of_this_year_is_told(sample: Path) -> None:
    """Those of earlier years nobody can mend: what stands against the column is told apart from them."""
    replace_in(sample / FERRY, "成文日期: 2026-11-02", "成文日期: 2026-02-02")
    report_on(sample)
    page = (sample / "report/evaluation.html").read_text(encoding="utf-8")
    assert "（其中今年发布的 1 件）" in page


def test_what_falls_short_is_not_called_met(example_report: Path) -> None:
    whole = json.loads((example_report / "report.json").read_text(encoding="utf-8"))
    assert verdicts(whole)["evaluation/interpretation"] == "有要改的"
    page = (example_report / "evaluation.html").read_text(encoding="utf-8")
    row = page[page.index('id="interpretation"') :].partition("</article>")[0]
    assert "两种以上形式的 3 件" in row and row.count("只有 1 种形式的解读") == 2
    standards = page[page.index('id="standards"') :].partition("</article>")[0]
    assert standards.count("<li>") == 30 and "还有 63 项没有列在这里。" in standards


def test_errors_do_not_keep_the_report_from_being_written_and_are_its_first_findings(sample: Path) -> None:
    replace_in(sample / FERRY, "发布日期: 2026-11-09", "发布日期: 2026-11-01")
    whole = report_on(sample)
    assert whole["网页检查过"] is False
    assert verdicts(whole)["inspection/forged-dates"] == "不符合"
    assert "没有检查生成的网页" in (sample / "report/index.html").read_text(encoding="utf-8")


def test_the_next_report_tells_what_is_new_what_is_mended_and_since_when(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    first = report_on(sample)
    assert first["上一次"] is None
    report_on(sample)
    for name in ("index", "changes"):
        said = (sample / f"report/{name}.html").read_text(encoding="utf-8")
        assert "还没有以前的报告可以比；改天再写" in said, "one of the same day is none before"
    replace_in(sample / FERRY, *reversed(EFFECTIVE))
    (sample / "content/statutory/normative/2026/beifen.txt").write_text("底稿", encoding="utf-8")
    second = report_on(sample, "2026-11-23")
    assert second["上一次"]["日期"] == "2026-11-21"
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "改好了的，1 处" in changes and "施行日期 2026-11-01 早于成文日期" in changes
    assert "新发现的，1 处" in changes and "beifen.txt" in changes
    third = report_on(sample, "2026-11-24")
    stray = next(each for each in third["问题"] if each["规则"] == "stray-file")
    assert stray["发现日期"] == "2026-11-23", "known since it was found, not since today"
    assert "还没有改的，1 处" in (sample / "report/changes.html").read_text(encoding="utf-8")


def test_the_same_report_made_twice_on_a_day_is_the_same(sample: Path) -> None:
    report_on(sample, "2026-11-20")
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    once = tree(sample / "report")
    report_on(sample)
    assert tree(sample / "report") == once


def test_a_line_that_moves_is_still_the_same_finding(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    replace_in(sample / FERRY, "公开属性: 主动公开", "关键词: [渡口]\n公开属性: 主动公开")
    replace_in(sample / FERRY, "标题: ", "来源: 样例县人民政府\n标题: ")
    report_on(sample, "2026-11-22")
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "还没有改的，1 处" in changes and "新发现的，0 处" in changes


def test_a_finding_that_grows_older_day_by_day_is_still_the_same(sample: Path) -> None:
    replace_in(sample / "catalogue/registers/relief-payments.yml", "更新日期:", "更新周期: 每月\n更新日期:")
    first = next(each for each in report_on(sample)["问题"] if each["规则"] == "stale-register")
    second = next(each for each in report_on(sample, "2026-11-25")["问题"] if each["规则"] == "stale-register")
    assert first["内容"] != second["内容"], "it tells how many days"
    assert second["发现日期"] == "2026-11-21"
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "新发现的，0 处" in changes and "改好了的，0 处" in changes


def test_what_was_accepted_is_not_called_mended(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    review = "审核: {人员: 保密审查岗, 日期: 2026-11-06}"
    note = "已核对:\n  - {规则: effective-before-issued, 原因: 有上级文件依据, 日期: 2026-11-07}"
    replace_in(sample / FERRY, review, f"{review}\n{note}")
    report_on(sample, "2026-11-22")
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "改好了的，0 处" in changes and "核对过，或者改了级别的，1 处" in changes


def test_what_could_not_be_looked_at_again_stays_known(sample: Path) -> None:
    replace_in(
        sample / "mkdocs.yml", "site_url: https://www.shilixian.gov.cn/zfxxgk/", "site_url: https://example.org/"
    )
    replace_in(sample / FERRY, *EFFECTIVE)
    of_site = next(each for each in report_on(sample)["问题"] if each["规则"] == "site-address")
    whole = (sample / FERRY).read_bytes()
    (sample / FERRY).write_bytes(whole.decode().encode("gbk"))
    second = report_on(sample, "2026-11-22")
    assert {each["规则"] for each in second["没有查的"]} == {"site-address", "effective-before-issued"}
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "改好了的，0 处" in changes and "这次没有查的" in changes
    (sample / FERRY).write_bytes(whole)
    third = report_on(sample, "2026-11-23")
    since = {each["规则"]: each["发现日期"] for each in third["问题"]}
    assert since["site-address"] == since["effective-before-issued"] == of_site["发现日期"] == "2026-11-21"
    assert third["没有查的"] == []


def test_papers_of_others_stand_in_the_table_of_days(sample: Path) -> None:
    replace_in(sample / FERRY, "成文日期: 2026-11-02", "成文日期: 2026-02-02\n来源: 中国政府网")
    report_on(sample)
    assert "转载" in (sample / "report/timeliness.html").read_text(encoding="utf-8")


def test_links_to_the_site_work_wherever_it_stands(sample: Path) -> None:
    replace_in(sample / "mkdocs.yml", "https://www.shilixian.gov.cn/zfxxgk/", "http://127.0.0.1:8000/")
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    page = (sample / "report/ledgers/gov.html").read_text(encoding="utf-8")
    assert 'href="http://127.0.0.1:8000/statutory/normative/2026/ferry-2026/"' in page


def test_a_paper_that_may_still_be_interpreted_speaks_against_nobody(sample: Path) -> None:
    replace_in(sample / "catalogue/column.yml", "recruitment, other, urban", "recruitment, urban")
    replace_in(sample / "catalogue/statutory.yml", "- 标识: village\n", "- 标识: interpretation\n- 标识: village\n")
    key = "evaluation/interpretation"
    assert verdicts(report_on(sample, "2026-11-11"))[key] == "符合"
    assert verdicts(report_on(sample))[key] == "不符合"
    review = "审核: {人员: 保密审查岗, 日期: 2026-11-06}"
    note = "已核对:\n  - {规则: interpretation-missing, 原因: 只改名称，不用解读, 日期: 2026-11-17}"
    replace_in(sample / FERRY, review, f"{review}\n{note}")
    assert verdicts(report_on(sample))[key] == "符合"


def test_the_numbers_of_pages_tables_and_programs_are_the_same(example_report: Path) -> None:
    whole = json.loads((example_report / "report.json").read_text(encoding="utf-8"))
    rows = rows_of(example_report / "data/findings.csv")
    assert [(row["文件"], row["行"], row["问题"]) for row in rows] == [
        (each["文件"], str(each["行"]), each["内容"]) for each in whole["问题"]
    ]
    indicators = rows_of(example_report / "data/indicators.csv")
    assert [(row["指标"], row["结论"], int(row["要改的"])) for row in indicators] == [
        (each["名称"], each["结论"], each["问题数"]) for each in whole["指标"]
    ]
    overview = (example_report / "index.html").read_text(encoding="utf-8")
    for name in ("inspection", "column", "evaluation"):
        counts = Counter(each["结论"] for each in whole["指标"] if each["体系"] == name)
        page = (example_report / f"{name}.html").read_text(encoding="utf-8")
        for verdict in ("符合", "有要改的", "不符合", "要人看"):
            tally = f'<span class="dr-tally__count">{counts[verdict]}</span> {verdict}'
            assert tally in page and tally in overview


def test_a_ledger_is_a_workbook_that_says_the_same_as_its_page(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    whole = report_on(sample)
    own = [each for each in whole["问题"] if each["责任机关"] == "样例县人民政府" and each["级别"] != "提示"]
    sheet = load_workbook(sample / "report/ledgers/gov.xlsx").active
    title, about, head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert title[0] == "样例县人民政府政府信息公开整改台账" and f"共 {len(own)} 处" in about[0]
    assert head[:4] == ["序号", "级别", "问题", "标题"] and head[-2:] == ["整改情况", "完成日期"]
    assert [(row[1], row[2], row[4]) for row in rows] == [
        (each["级别"], each["内容"], f"{each['文件']}:{each['行']}") for each in own
    ]
    assert "样例县渡口安全办法" in rows[0][3] and sheet["F4"].hyperlink.target.endswith("/2026/ferry-2026/")
    assert {row[-1] for row in rows} == {None}, "the organ fills them in"


def test_a_ledger_prints_on_one_width_of_paper_with_its_head_on_every_page(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    sheet = load_workbook(sample / "report/ledgers/gov.xlsx").active
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0 and sheet.print_title_rows == "$3:$3"
    assert all(cell.alignment.wrap_text for cell in sheet[4])


def test_coverage_is_what_lies_in_the_folders(sample: Path) -> None:
    report_on(sample)
    counted: Counter[tuple[str, str]] = Counter()
    for file in (sample / "content/statutory/normative").rglob("*.md"):
        head = yaml.load(file.read_text(encoding="utf-8").split("---")[1], yaml.BaseLoader)
        issuers = head["发文机关"] if isinstance(head["发文机关"], list) else [head["发文机关"]]
        counted.update(("行政规范性文件", name) for name in issuers if head["公开属性"] == "主动公开")
    found = {
        (row["栏目"], row["机关"]): int(row["件数"])
        for row in rows_of(sample / "report/data/coverage.csv")
        if row["栏目"] == "行政规范性文件" and row["件数"] != "0"
    }
    assert found == counted and len(counted) > 1


def test_links_of_the_report_lead_to_its_files(example_report: Path) -> None:
    for page in example_report.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script" not in html and " style=" not in html
        read = PageReader(html)
        for target in (*read.attribute("a", "href"), *read.attribute("link", "href")):
            if target.startswith("https://"):
                assert ".gov.cn/" in target
                continue
            path, _, anchor = target.partition("#")
            file = page.parent / path if path else page
            assert file.is_file(), f"{page.name}: {target}"
            if anchor:
                assert anchor in PageReader(file.read_text(encoding="utf-8")).ids


def test_a_folder_with_other_things_is_not_touched(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = str(sample / "mkdocs.yml")
    (sample / "notes").mkdir()
    (sample / "notes/a.txt").write_text("a note", encoding="utf-8")
    assert main(["--config", config, "report", "--output", str(sample / "notes")]) == 2
    assert "放着别的东西" in capsys.readouterr().err and list(_files(sample / "notes")) == [Path("a.txt")]


def test_a_damaged_report_is_explained_and_stays(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report_on(sample)
    for damage in ("{", "[]", '{"日期": "2026-11-20"}', '{"日期": 7}', "[" * 100_000):
        (sample / "report/report.json").write_text(damage, encoding="utf-8")
        assert main(["--config", str(sample / "mkdocs.yml"), "report"]) == 2
        assert "读不出来" in capsys.readouterr().err
        assert (sample / "report/report.json").read_text(encoding="utf-8") == damage


def test_a_column_that_cannot_be_judged_says_why(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "catalogue/organs.yml").unlink()
    assert main(["--config", str(sample / "mkdocs.yml"), "report"]) == 1
    assert "[missing-file]" in capsys.readouterr().out and not (sample / "report").exists()


def test_organs_answer_for_what_is_theirs(sample: Path) -> None:
    replace_in(sample / "catalogue/organs.yml", "  办公地址: 样例县码头街3号\n", "")
    found = {each["规则"]: each["责任机关"] for each in report_on(sample)["问题"]}
    assert found["organ-facts"] == "样例县交通运输局"


def test_the_organ_of_the_column_answers_for_what_is_told_of_a_whole_catalogue(sample: Path) -> None:
    items = sample / "catalogue/statutory.yml"
    replace_in(items, "- 标识: village\n", "- 标识: interpretation\n- 标识: village\n")
    items.write_text(f"# 栏目\n{items.read_text(encoding='utf-8')}", encoding="utf-8")
    replace_in(sample / "catalogue/column.yml", "recruitment, other, urban", "recruitment, urban")
    limit = "规则: [{规则: veto-count, 限值: [{名称: 空白栏目, 数值: 1}], 原因: 县里的要求, 日期: 2026-11-02}]\n"
    (sample / "catalogue/checks.yml").write_text(limit, encoding="utf-8")
    found = {each["规则"]: each["责任机关"] for each in report_on(sample)["问题"]}
    assert found["veto-count"] == "样例县人民政府"


@pytest.mark.browser
def test_the_html_checker_finds_no_error(example_report: Path) -> None:
    command = [program("java"), "-jar", str(npm_file("vnu-jar/build/dist/vnu.jar")), "--errors-only", "--skip-non-html"]
    done = subprocess.run([*command, str(example_report)], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index", "inspection", "coverage", "timeliness", "findings", "ledgers"])
def test_pages_of_the_report_can_be_read_by_everybody(name: str, example_report: Path, browser: Browser) -> None:
    troubles: list[str] = []
    for width in (1280, 360):
        with reader(browser, width=width) as context:
            tab = context.new_page()
            tab.goto(f"file://{example_report}/{name}.html")
            load_axe(tab)
            troubles += [f"{width}: {finding}" for finding in axe_findings(tab)]
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                troubles.append(f"{width}: scrolls sideways")
            keep(tab, f"report-{name}-{width}")
    assert troubles == []


def test_nothing_of_a_report_gets_into_the_site(sample: Path) -> None:
    report_on(sample)
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 0
    published = set(_files(sample / "site"))
    assert published and not published & set(_files(sample / "report")) - {Path("index.html")}
    assert not [path for path in published if "inspection" in path.parts or path.name == "report.json"]


def _files(folder: Path) -> Iterator[Path]:
    return (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_what_could_not_be_looked_at_is_not_told_as_mended(sample: Path) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    replace_in(sample / FERRY, "内容概述: ", "内容概述：")
    second = report_on(sample, "2026-11-22")
    changes = (sample / "report/changes.html").read_text(encoding="utf-8")
    assert "改好了的，0 处" in changes and "这次没有查的，1 处" in changes
    assert [each["规则"] for each in second["没有查的"]] == ["effective-before-issued"]
    overview = (sample / "report/index.html").read_text(encoding="utf-8")
    assert "有 1 个文件读不出来" in overview and "其中错误" in overview
    replace_in(sample / FERRY, "内容概述：", "内容概述: ")
    third = report_on(sample, "2026-11-24")
    found = next(each for each in third["问题"] if each["规则"] == "effective-before-issued")
    assert found["发现日期"] == "2026-11-21", "known all the time, though it could not be seen once"


def test_findings_about_the_site_are_not_mended_because_there_is_no_site(sample: Path) -> None:
    replace_in(sample / FERRY, "第二条 风力", "![](tu.png)\n\n第二条 风力")
    (sample / FERRY).with_name("tu.png").write_bytes(office_files.png("图"))
    first = report_on(sample)
    assert "site-image-text" in [each["规则"] for each in first["问题"]]
    replace_in(sample / FERRY, "发布日期: 2026-11-09", "发布日期: 2026-11-01")
    second = report_on(sample, "2026-11-22")
    assert second["网页检查过"] is False
    assert [each["规则"] for each in second["没有查的"]] == ["site-image-text"]


def test_what_people_write_into_the_folder_stays(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(sample / FERRY, *EFFECTIVE)
    report_on(sample)
    filled = sample / "report/ledgers/gov.xlsx"
    filled.write_bytes(b"filled in by the organ")
    (sample / "report/回复.docx").write_bytes(b"an answer")
    for day in ("2026-11-22", "2026-11-23", "2026-11-23"):
        report_on(sample, day)
        assert "回复.docx" in capsys.readouterr().out
        assert (sample / "report/回复.docx").read_bytes() == b"an answer"
        assert (sample / "report/ledgers/gov（2026-11-21）.xlsx").read_bytes() == b"filled in by the organ"
        assert load_workbook(filled).active.title == "整改台账"
    assert len(list((sample / "report/ledgers").glob("gov*.xlsx"))) == 2


@pytest.mark.parametrize("where", ["content/report", "catalogue/report", "site/report"])
def test_a_report_is_not_written_where_it_would_be_published(
    where: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--config", str(sample / "mkdocs.yml"), "report", "--output", str(sample / where)]) == 2
    assert "会和网站一起发布" in capsys.readouterr().err and not (sample / where).exists()


def test_years_without_an_annual_report_are_told(sample: Path) -> None:
    report_on(sample)
    page = (sample / "report/column.html").read_text(encoding="utf-8")
    assert "有 2025、2024、2023、2022、2020 年的报告，中间没有 2021 年的。" in page


def test_every_table_is_there_for_spreadsheets_and_for_programs(example_report: Path) -> None:
    names = {path.stem for path in (example_report / "data").glob("*.csv")}
    assert names == {"findings", "indicators", "coverage", "timeliness", "interpretation", "citations"}
    for name in names:
        rows = rows_of(example_report / f"data/{name}.csv")
        data = json.loads((example_report / f"data/{name}.json").read_text(encoding="utf-8"))["数据"]
        assert [list(row) for row in rows] == [list(row) for row in data]
        assert [row.get("文件") for row in rows] == [str(row["文件"]) if "文件" in row else None for row in data]


def test_papers_that_texts_name_are_listed_with_where_they_can_be_read(sample: Path) -> None:
    number = "示例政发〔2019〕88号"
    added = (
        f"第二条 按照《样例省渡口条例》（{number}）停航，{number}另有规定的除外。\n\n"
        "第三条 《样例县公共汽车试行办法》（样政发〔2020〕3号）同时执行。\n\n"
        "第四条 依照[《样例省航道规定》（示例政发〔2018〕7号）](https://www.shilisheng.gov.cn/7.html)办理。"
    )
    replace_in(sample / FERRY, "第二条 风力六级以上停航。", added)
    report_on(sample)
    rows = {row["文件"]: row for row in rows_of(sample / "report/data/citations.csv")}
    missing = rows[f"《样例省渡口条例》（{number}）"]
    assert (missing["在哪里看"], missing["写到几次"]) == ("没有找到", "2")
    assert missing["第一处在哪里"].startswith(f"{FERRY}:")
    assert rows["《样例省航道规定》（示例政发〔2018〕7号）"]["网址"] == "https://www.shilisheng.gov.cn/7.html"
    assert {row["在哪里看"] for row in rows.values()} == {"本专栏", "官方网址", "没有找到"}
    assert "《样例省渡口条例》" in (sample / "report/citations.html").read_text(encoding="utf-8")


def test_the_matrix_of_coverage_fits_on_paper_and_leaves_nobody_out(example_report: Path) -> None:
    page = (example_report / "coverage.html").read_text(encoding="utf-8")
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    heads = [re.findall(r'<th scope="col">(.*?)</th>', each)[1:] for each in tables]
    rows = rows_of(example_report / "data/coverage.csv")
    assert len(tables) > 1 and all(len(each) <= 9 for each in heads)
    assert sum(map(len, heads)) == len({name for each in heads for name in each}) == len({row["机关"] for row in rows})
    cells = [re.sub("<[^>]*>", " ", cell).split() for cell in re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)]
    told = [cell[:2] for cell in cells if cell]
    assert Counter(int(cell[0]) if cell[0].isdigit() else 0 for cell in told) == Counter(
        int(row["件数"]) for row in rows
    )


def test_what_is_private_in_a_title_is_told_by_no_part_of_the_report(sample: Path) -> None:
    """The ledgers are sent on, though the title is not mended yet."""
    replace_in(
        sample / FERRY,
        "标题: 样例县人民政府关于印发《样例县渡口安全办法》的通知",
        "标题: 关于林望川（13900000019）来信的答复",
    )
    replace_in(sample / FERRY, "第二条", "《关于13900000028的通知》（样政规〔2019〕9号）\n\n第二条")
    assert main(["--config", str(sample / "mkdocs.yml"), "report"]) == 0
    report = sample / "report"
    books = [cell.value for file in report.rglob("*.xlsx") for row in load_workbook(file).active for cell in row]
    texts = [
        file.read_text(encoding="utf-8") for file in report.rglob("*") if file.suffix in (".html", ".csv", ".json")
    ]
    told = "\n".join([*texts, *map(str, books)])
    assert "139****0019" in told and "139****0028" in told
    assert "13900000019" not in told and "13900000028" not in told


def test_a_control_character_in_a_text_does_not_keep_the_ledger_from_being_written(sample: Path) -> None:
    replace_in(sample / FERRY, "第二条", "《样例县渡口\x0b规则》（样政规〔2019〕9号）\n\n第二条")
    assert main(["--config", str(sample / "mkdocs.yml"), "report"]) == 0
    book = load_workbook(next((sample / "report/ledgers").glob("*.xlsx"))).active
    assert any("《样例县渡口规则》" in str(cell.value) for row in book for cell in row)


def test_each_row_of_timeliness_says_how_its_days_were_counted(example_report: Path) -> None:
    rows = rows_of(example_report / "data/timeliness.csv")
    counted = [
        row["怎么数的"]
        for row in rows
        if row["期限"] == "20 个工作日" and row["成文日期"] < "2026-10-01" < row["最后一天"]
    ]
    assert counted and all("不算的日子：" in each and "国庆节放假" in each for each in counted)


@pytest.mark.browser
def test_a_long_path_in_a_finding_folds_on_a_telephone(sample: Path, browser: Browser) -> None:
    taxi = sample / "content/statutory/normative/2023/taxi-2023.md"
    taxi.rename(taxi.with_name("longdistancetaxioperationandservice2023.md"))
    replace_in(sample / FERRY, "11980101100210013F/2026-000011", "1198010110021003X2/2023-000004")
    report_on(sample)
    with reader(browser, width=360) as context:
        tab = context.new_page()
        tab.goto(f"file://{sample}/report/column.html")
        assert "longdistancetaxioperationandservice2023.md" in tab.inner_text("main")
        assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.browser
def test_the_whole_width_of_coverage_is_on_the_printed_paper(example_report: Path, browser: Browser) -> None:
    """A4 across has 273 mm between its margins, 1031 dots."""
    with reader(browser, width=1031) as context:
        tab = context.new_page()
        tab.goto(f"file://{example_report}/coverage.html")
        tab.emulate_media(media="print")
        assert tab.locator("[id^=coverage]").count() > 1
        assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth")
