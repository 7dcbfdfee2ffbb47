"""/annual/ and the reports with tables: what each page shows, and how they lead to each other."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, labels, structured, wording
from disclosure.derive.annual.charts import dispute_charts, request_charts
from disclosure.derive.annual.comparison import TITLE, compared_reports, comparison_page
from disclosure.derive.annual.contexts import (
    AnnualIndexPage,
    Chart,
    ComparisonPage,
    FormTable,
    ReportPage,
    ReportPart,
    ReportYear,
)
from disclosure.derive.annual.data import COMPARISON_ID, id_of_report
from disclosure.derive.annual.form import disclosed_table, disputes_table, requests_table
from disclosure.derive.beside import body_of, files_of
from disclosure.derive.downloads import downloads_of
from disclosure.derive.frame import ANNUAL, BODY, frame, link_to
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import AnnualRow, Card, Fact, Link, Writing
from disclosure.model import AnnualPage, AnnualReport, Page, Prose
from disclosure.model.annual import has_numbers
from disclosure.model.annual_form import PARTS
from disclosure.terms import label

_COMPARISON = Card(link=Link(TITLE, addresses.ANNUAL_COMPARISON), text="新收申请、办理结果、行政复议等，一年一列")

_NO_TABLE = Prose("当年公布的报告里没有这张表的数。")


def annual_pages(holdings: Holdings) -> Iterator[AnnualIndexPage | ReportPage | ComparisonPage]:
    """The index, every report with tables, and the comparison."""
    column = holdings.column
    yield _index_page(holdings)
    for report in column.reports:
        yield _report_page(holdings, report)
    if page := comparison_page(holdings, downloads_of(COMPARISON_ID, TITLE)):
        yield page


def _index_page(holdings: Holdings) -> AnnualIndexPage:
    column = holdings.column
    everything = (*column.annual, *column.reports)
    years = sorted({report.year for report in everything}, reverse=True)
    changed = max(((page.updated or page.published).isoformat() for page in everything), default="")
    own = {report.year: report for report in column.annual_reports}
    return AnnualIndexPage(
        frame=frame(
            addresses.ANNUAL,
            ANNUAL,
            f"{column.info.organ.name}各年度的政府信息公开工作年度报告。",
            part="annual",
            changed=changed,
            labels=labels.of_part("annual"),
        ),
        years=tuple(
            ReportYear(
                year=year,
                own=_row(own[year]) if year in own else None,
                members=tuple(_row(report) for report in _members(holdings, year)),
            )
            for year in years
        ),
        ways=_ways(holdings),
    )


def _report_page(holdings: Holdings, report: AnnualReport) -> ReportPage:
    column = holdings.column
    newer, older = _neighbours(holdings, report)
    changed = report.updated or report.published
    own = next((each for each in column.annual_reports if each.year == report.year), None)
    trail = [Link(ANNUAL, addresses.ANNUAL)]
    if report.organ and own:
        trail.append(Link(f"{report.year}年", addresses.of_writing(own)))
    dates = [Fact(label(Page, "published"), (wording.day(report.published, report.clock),))]
    if report.updated:
        dates.append(Fact(label(Page, "updated"), (wording.day(report.updated),)))
    ending = {"source": report.source, "editor": report.editor}
    members = _members(holdings, report.year) if report.organ is None else ()
    links = body_of(holdings, report).links
    file_name = f"annual-report-{id_of_report(report).removeprefix('annual-')}.xlsx"
    return ReportPage(
        frame=frame(
            addresses.of_writing(report),
            report.title,
            report.summary,
            *trail,
            here=BODY,
            part="annual",
            entry=report.slug,
            changed=changed.isoformat(),
            labels=(*labels.of_part("annual"), *labels.of_text(column.info, report)),
            things=(structured.of_report(column.info, report),),
        ),
        facts=tuple(dates),
        fault=report.known_fault or "",
        texts=tuple(
            Writing(markdown=_text(heading, prose), links=links)
            for heading, prose in zip(("", *PARTS), _texts(report), strict=True)
        ),
        parts=(
            ReportPart(),
            ReportPart(),
            _part(report.disclosed, disclosed_table(report)),
            _part(report.requests, requests_table(report), request_charts(report)),
            _part(report.disputes, disputes_table(report), dispute_charts(report)),
            ReportPart(),
            ReportPart(),
        ),
        workbook=Link("下载三张表（Excel 表格，和报告的格式一样）", addresses.of_writing(report) + file_name),
        downloads=downloads_of(id_of_report(report), "全部数，一行一个"),
        members_title=f"部门、乡镇的{report.year}年度报告",
        members=tuple(Link(each.title, addresses.of_writing(each)) for each in members),
        ways=_ways(holdings),
        files=files_of(report),
        previous=link_to(newer),
        next=link_to(older),
        ending=tuple(Fact(label(Page, name), (Link(value),)) for name, value in ending.items() if value),
    )


def _part(table: object, form: FormTable, charts: tuple[Chart, ...] = ()) -> ReportPart:
    """A part that is a table; where it was never published there is only the text."""
    return ReportPart(tables=(form,), charts=charts) if has_numbers(table) else ReportPart()


def _texts(report: AnnualReport) -> tuple[Prose | None, ...]:
    """The preface and the texts of the six parts."""
    tables = (report.disclosed, report.requests, report.disputes)
    notes = (table.note if table.note or has_numbers(table) else _NO_TABLE for table in tables)
    return (report.preface, report.overview, *notes, report.issues, report.others)


def _text(heading: str, prose: Prose | None) -> str:
    text = prose.text if prose else ""
    return f"## {heading}\n\n{text}\n" if heading else f"{text}\n"


def _members(holdings: Holdings, year: int) -> tuple[AnnualReport, ...]:
    """The reports of departments and townships on ``year``, in the order of organs.yml."""
    organs = {organ: place for place, organ in enumerate(holdings.column.organs)}
    found = [(organs[each.organ], each) for each in holdings.column.reports if each.organ and each.year == year]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _neighbours(holdings: Holdings, report: AnnualReport) -> tuple[AnnualPage | None, AnnualPage | None]:
    """The reports of the same organ on the years after and before."""
    same: list[AnnualPage] = [each for each in holdings.column.reports if each.organ == report.organ]
    if report.organ is None:
        same = list(holdings.column.annual_reports)
    newer = [each for each in same if each.year > report.year]
    older = [each for each in same if each.year < report.year]
    return (
        min(newer, key=lambda each: each.year, default=None),
        max(older, key=lambda each: each.year, default=None),
    )


def _ways(holdings: Holdings) -> tuple[Card, ...]:
    return (_COMPARISON,) if len(compared_reports(holdings.column)) > 1 else ()


def _row(report: AnnualPage) -> AnnualRow:
    return AnnualRow(
        year=report.year,
        title=report.title,
        address=addresses.of_writing(report),
        published=wording.day(report.published),
    )
