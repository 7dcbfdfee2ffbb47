"""年度报告: its six parts: none empty, none left to fill in, no heading twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import AnnualReport, FormReport, Level, Organ, Prose
from disclosure.model.annual import texts_of
from disclosure.model.annual_form import PARTS
from disclosure.problems import Family, Severity
from disclosure.rules.annual_tables import Faults, of_unknown
from disclosure.rules.registry import Findings, rule

UNFILLED = "待填"
"""What a new report says where a person has to write."""

_NORM = "国办公开办函〔2021〕30号"
_SHORTEST = 10
_HEADING = re.compile("[一二三四五六七]、")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "00012345678901234" + "56789")
TOPICS = {
    "主动公开": "（一）主动公开",
    "依申请": "（二）依申请公开",
    "信息管理": "（三）政府信息管理",
    "平台": "（四）政府信息公开平台建设",
    "监督": "（五）监督保障",
}
GOVERNMENT_TOPICS = {"考核": "工作考核", "评议": "社会评议", "责任": "责任追究"}


@rule(
    "annual-unfilled",
    "年度报告里的“待填”要换成内容",
    family=Family.COMPLETENESS,
    advice="把“待填”换成要写的内容。",
    bad="内容概述: 待填",
    good="内容概述: 报告2026年政府信息公开工作情况。",
)
def annual_unfilled(column: Column) -> Findings:
    """Nothing that ``disclosure new`` left to a person is still there."""
    for report in column.reports:
        named = {"title": report.title, "summary": report.summary, "review": report.review.person}
        for name, text in named.items():
            if UNFILLED in text:
                yield report.origin.path, report.origin.line_of(name), f"“{UNFILLED}”还没有换成内容；请写上"
        for prose in texts_of(report):
            for line, text in _lines(prose):
                if UNFILLED in text:
                    yield report.origin.path, line, f"“{UNFILLED}”还没有换成内容；请写上"


@rule(
    "annual-title-year",
    "标题里的年份要是报告那一年",
    Severity.WARNING,
    norm="条例第四十九条",
    family=Family.COMPLETENESS,
    advice="改正标题里的年份；放错年份的，改文件名。",
    bad="2026.yml 里写 标题: 示例县人民政府2025年政府信息公开工作年度报告",
    good="2026.yml 里写 标题: 示例县人民政府2026年政府信息公开工作年度报告",
)
def annual_title_year(column: Column) -> Findings:
    """A title that names years names that of the report; one that names none is not judged."""
    for report in (*column.annual, *column.reports):
        years = [int(each) for each in _YEAR.findall(report.title.translate(_DIGITS))]
        if years and report.year not in years:
            yield (
                report.origin.path,
                report.origin.line_of("title"),
                f"标题里写的是 {'、'.join(f'{year} 年' for year in years)}，这是 {report.year} 年度的报告；"
                "请改正标题，或者把报告放到那一年",
            )


@rule(
    "annual-empty-part",
    "年度报告的总体情况、存在的问题要有实际内容",
    norm="条例第五十条",
    family=Family.COMPLETENESS,
    advice="写出实际情况和改进打算，不能只写“无”。",
    bad="存在问题: 无",
    good="存在问题里写“部分乡镇公开不及时，拟每季度通报一次。……”",
)
def annual_empty_part(column: Column) -> Findings:
    """Parts one and five say something; 无 is no answer to what is still wrong."""
    yield from of_unknown(column, empty_parts)


@rule(
    "annual-heading",
    "年度报告六个部分的标题由程序写，正文里不能再写",
    norm=_NORM,
    family=Family.COMPLETENESS,
    advice="删去这一行标题，把下面的文字写到那一部分的键里。",
    bad="总体情况的第一行写“一、总体情况”",
    good="总体情况的第一行写“（一）主动公开”",
)
def annual_heading(column: Column) -> Findings:
    """The six headings stand once each, in their order: the program writes them."""
    for report in column.reports:
        for prose in texts_of(report):
            for line, text in _lines(prose):
                if _HEADING.match(text) and any(_same(text, heading) for heading in PARTS):
                    yield (
                        report.origin.path,
                        line,
                        f"“{text[:24]}”是表格式样里六个部分的标题，程序会写；请删去这一行，把下面的文字写到那一部分的键里",
                    )


@rule(
    "annual-topics",
    "总体情况要写全五个方面",
    Severity.WARNING,
    norm=f"条例第五十条；{_NORM}",
    family=Family.COMPLETENESS,
    advice="补写缺的方面；没有开展的，也写一句说明。",
    bad="总体情况里没有写监督保障",
    good="总体情况里写“（五）监督保障”，并说明考核、评议、责任追究的结果",
)
def annual_topics(column: Column) -> Findings:
    """Part one has its five topics; that of a government says how work was judged, too."""
    for report in column.reports:
        if not isinstance(report, FormReport) or UNFILLED in report.overview.text:
            continue
        text = report.overview.text
        wanted = {**TOPICS, **(GOVERNMENT_TOPICS if is_government_report(column, report.organ) else {})}
        missing = [name for word, name in wanted.items() if word not in text]
        if missing:
            yield (
                report.origin.path,
                report.origin.line_of("overview"),
                f"“{PARTS[0]}”里没有写到：{'、'.join(missing)}；请补写，没有的也要说明",
            )


def is_government_report(column: Column, organ: Organ | None) -> bool:
    """Whether the report of ``organ`` (None: the column's own) is one that says how work was judged."""
    return organ is None and column.info.level not in (Level.DEPARTMENT, Level.TOWNSHIP)


def empty_parts(report: AnnualReport) -> Faults:
    """Line and message of each part that has to say something and does not."""
    for heading, name, prose in ((PARTS[0], "overview", report.overview), (PARTS[4], "issues", report.issues)):
        text = re.sub(r"\s", "", prose.text)
        if len(text) <= _SHORTEST and UNFILLED not in text:
            yield (
                report.origin.line_of(name),
                f"“{heading}”只写了“{text}”；这一部分要有实际内容，不能写“无”，请补写",
            )


def _same(text: str, heading: str) -> bool:
    """Whether ``text`` is ``heading`` but for its number and the words that are often left out."""
    bare = [re.sub("[一二三四五六七]、|的|主要|政府信息公开工作|情况|及|。", "", each) for each in (text, heading)]
    return bare[0] == bare[1]


def _lines(prose: Prose) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(prose.text.split("\n")):
        yield prose.line + number, text.strip()
