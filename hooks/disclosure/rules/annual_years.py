"""年度报告: what it has to agree with outside itself: other years, other organs, the column's documents, the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from disclosure.column import Column
from disclosure.measures.annual_deadlines import missing_report, report_deadline
from disclosure.model import (
    AnnualReport,
    Disclosed,
    Document,
    Figures,
    FormReport,
    Level,
    Number,
    Organ,
    Validity,
)
from disclosure.model.annual import rows_of, term_of
from disclosure.model.annual_form import BLOCKS, DISPUTE_ROWS, PARTS, TRIAL_BLOCKS
from disclosure.problems import Family, Severity
from disclosure.rules.annual_tables import before, plain, result_labels
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_NORM = "国办公开办函〔2021〕30号"
_LOCAL = (Level.COUNTY, Level.TOWNSHIP)
_GONE = (Validity.REPEALED, Validity.EXPIRED)


@rule(
    "annual-in-force",
    "现行有效件数一般等于上年现行有效加本年制发、减本年废止",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="核对这一行；有到期失效、划转、重新清理等情况的，可以不改，在“已核对”里写明。",
    bad="上年有效 3、制发 1、废止 1，现行有效写 4",
    good="上年有效 3、制发 1、废止 1，现行有效写 3",
)
def annual_in_force(column: Column) -> Findings:
    """What is in force is what was in force a year before, plus made, minus repealed, for 规章 and 行政规范性文件; expiry and recounts break it."""
    for report in column.reports:
        last = before(column, report)
        if not isinstance(report, FormReport) or not isinstance(last, FormReport):
            continue
        for name in ("rules", "normative"):
            row: Figures = getattr(report.disclosed, name)
            had_row: Figures = getattr(last.disclosed, name)
            if row.blanks or 2 in had_row.blanks:
                continue
            had = had_row.values[2]
            made, gone, left = row.values
            if had + made - gone != left:
                yield (
                    report.origin.path,
                    row.line,
                    f"“{PARTS[1]}”的“{label(Disclosed, name)}”一行，上年现行有效 {had} 加本年制发 {made}、减本年废止 {gone} 是 "
                    f"{had + made - gone}，“现行有效件数”写的是 {left}，相差 {abs(had + made - gone - left)}；"
                    "请核对，有到期失效、划转等情况的可以不改",
                )


@rule(
    "annual-local-rules",
    "县级和乡级不制定规章，规章一行应当都是 0",
    Severity.WARNING,
    norm="立法法",
    family=Family.NUMBERS,
    advice="把规章一行改成 [0, 0, 0]；把规范性文件误写成规章的，写到下一行去。",
    bad="规章: [1, 1, 0]",
    good="规章: [0, 0, 0]",
)
def annual_local_rules(column: Column) -> Findings:
    """规章 are made by governments of provinces and of cities with districts, and by ministries."""
    for report in column.reports:
        row = report.disclosed.rules
        if column.info.level in _LOCAL and any(row.values):
            written = "、".join(plain(value) for value in row.values)
            yield (
                report.origin.path,
                row.line,
                f"“{PARTS[1]}”的“规章”一行写的是 {written}；县级、乡级没有制定规章的权限，这一行应当都是 0，请核对",
            )


@rule(
    "annual-department-sum",
    "政府的报告要包含各单位的数",
    Severity.WARNING,
    norm=_NORM,
    family=Family.NUMBERS,
    advice="核对政府的数和各单位的数，改正写错的那个。",
    bad="全县行政处罚写 70，各单位相加是 77",
    good="全县行政处罚写 77，各单位相加是 77",
)
def annual_department_sum(column: Column) -> Findings:
    """No sum of the units that are here is greater than the whole; once all are here (汇总单位数), each cell is their sum."""
    for report in column.reports:
        if report.organ is not None or (report.members is None and column.info.level is Level.DEPARTMENT):
            continue
        units = [
            each for each in column.reports if each.organ and each.year == report.year and not _is_own(column, each)
        ]
        wanted = report.members.values[0] if report.members else None
        if not units:
            continue
        is_whole = len(units) == wanted
        told = "" if wanted is None else f"（应有 {plain(wanted)} 个）"
        many = f"全部 {len(units)} 个单位" if is_whole else f"已有的 {len(units)} 个单位{told}"
        cells = [dict(_cells(unit)) for unit in units]
        for where, (line, own) in _cells(report):
            if own is None:
                continue
            added: Number = sum(cell[where][1] or 0 for cell in cells)
            difference: Number = added - own if added > own else own - added
            if added > own or (is_whole and added != own):
                yield (
                    report.origin.path,
                    line,
                    f"{where}写的是 {plain(own)}，{many}的报告相加是 {plain(added)}，相差 {plain(difference)}；请核对",
                )


@rule(
    "annual-normative-count",
    "规范性文件的件数要与专栏里的文件一致",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="核对报告；专栏里缺文件的补上，日期、废止关系写错的改正。",
    bad="报告写制发 2 件，专栏里当年的规范性文件有 1 件",
    good="报告写制发 2 件，专栏里当年的规范性文件有 2 件",
)
def annual_normative_count(column: Column) -> Findings:
    """Judged only where the report says that all normative documents of its organ are in the column."""
    for report in column.reports:
        if not report.holds_all_normative or not isinstance(report, FormReport):
            continue
        row = report.disclosed.normative
        counted = normative_counts(column, report.year, report.organ)
        for name, written, (least, most) in zip(("制发", "废止", "现行有效"), row.shown, counted, strict=True):
            if written is not None and not least <= written <= most:
                shown = str(least) if least == most else f"{least} 至 {most}"
                yield (
                    report.origin.path,
                    row.line,
                    f"“{PARTS[1]}”的“行政规范性文件”一行，{name}写的是 {plain(written)}，专栏里{report.year}年{name}的有 {shown} 件；"
                    "请核对报告，或者补上、改正专栏里的文件",
                )


@rule(
    "annual-deadline",
    "年度报告要按时公布：部门 1 月 31 日前，政府 3 月 31 日前",
    Severity.WARNING,
    norm="条例第四十九条",
    family=Family.TIMELINESS,
    advice="核对发布日期；确实晚了的不能改日期，今后按时公布。",
    bad="2026 年度的报告，发布日期: 2027-04-01",
    good="2026 年度的报告，发布日期: 2027-03-20",
)
def annual_deadline(column: Column) -> Findings:
    """A department publishes by 31 January, a government by 31 March."""
    for report in column.reports:
        last = report_deadline(column, report.year, report.organ)
        if report.published > last:
            yield (
                report.origin.path,
                report.origin.line_of("published"),
                f"{report.year} 年度的报告应当在 {last} 以前公布，发布日期是 {report.published}；请核对日期，今后按时公布",
            )


@rule(
    "annual-missing",
    "到期要有上一年的年度报告",
    Severity.WARNING,
    norm="条例第四十九条",
    family=Family.TIMELINESS,
    advice="运行 disclosure new annual 年份，填好后发布。",
    bad="2027年4月了，还没有 catalogue/annual/2026.yml",
    good="2027年3月31日以前发布了 catalogue/annual/2026.yml",
)
def annual_missing(column: Column) -> Findings:
    """After the last day for it there is a report on the year before, in a column that has begun to publish them."""
    missing = missing_report(column)
    if missing and column.today > missing.last_day:
        year = missing.year
        yield (
            f"catalogue/annual/{year}.yml",
            1,
            f"还没有 {year} 年度的报告，应当在 {missing.last_day} 以前公布；请运行 disclosure new annual {year}，填好后发布",
        )


@rule(
    "annual-own-report",
    "专栏自己机关的报告直接放在 catalogue/annual 里",
    family=Family.CATALOGUES,
    advice="把文件移到 catalogue/annual/ 下面，用年份作文件名。",
    bad="catalogue/annual/2026/gov.yml",
    good="catalogue/annual/2026.yml",
)
def annual_own_report(column: Column) -> Findings:
    """The folder of a year holds the reports of others."""
    for report in column.reports:
        if _is_own(column, report):
            yield (
                report.origin.path,
                1,
                f"“{column.info.organ.name}”是这个专栏自己的机关；请把报告放到 catalogue/annual/{report.year}.yml",
            )


def _is_own(column: Column, report: AnnualReport) -> bool:
    """Whether a report of the column's own organ lies where those of others belong."""
    return report.organ == column.info.organ


def normative_counts(column: Column, year: int, organ: Organ | None) -> tuple[tuple[int, int], ...]:
    """Normative documents of the column made in ``year``, gone in it, in force at its end: least and most.

    Only those of ``organ``, if one is given.  Whether a document that expired was “repealed”, and one not yet in effect is
    “in force”, is counted both ways by different organs.
    """
    first, last = dt.date(year - 1, 12, 31), dt.date(year, 12, 31)
    was, now = _states(column, first, organ), _states(column, last, organ)
    made = sum(document.issued.year == year for document in _normative(column, organ))
    left = [state for path, state in now.items() if state in _GONE and was.get(path) not in _GONE]
    repealed = sum(state is Validity.REPEALED for state in left)
    kept = [state for state in now.values() if state not in _GONE]
    in_force = sum(state is not Validity.NOT_YET for state in kept)
    return (made, made), (repealed, len(left)), (in_force, len(kept))


def _normative(column: Column, organ: Organ | None) -> Iterator[Document]:
    for document in column.documents:
        # A joint paper is counted by the organ in the lead.
        if document.normative and (organ is None or document.issuers[:1] == (organ,)):
            yield document


def _states(column: Column, day: dt.date, organ: Organ | None) -> Mapping[str, Validity]:
    """The validity on ``day`` of the normative documents that were issued by then, by path."""
    issued = tuple(document for document in column.documents if document.issued <= day)
    then = replace(column, today=day, documents=issued, settled_validity=None)
    return {document.origin.path: then.validity[document.origin.path] for document in _normative(then, organ)}


def _cells(report: AnnualReport) -> Iterator[tuple[str, tuple[int, Number | None]]]:
    """Every cell: where it stands, its line, its number (None if it is blank)."""
    blocks = BLOCKS if isinstance(report, FormReport) else TRIAL_BLOCKS
    disclosed = {name: row_label for block in blocks for name, row_label in block.rows}
    tables = (
        (PARTS[1], report.disclosed, disclosed),
        (PARTS[2], report.requests, result_labels(report)),
        (PARTS[3], report.disputes, DISPUTE_ROWS),
    )
    for part, table, labels in tables:
        rows = rows_of(table)
        for name, row_label in labels.items():
            for column, value in zip(term_of(table, name).columns, rows[name].shown, strict=True):
                # A blank cell of the whole is not judged; one of a part counts as 0 like anywhere else.
                yield f"“{part}”的“{row_label}”一行“{column}”", (rows[name].line, value)
