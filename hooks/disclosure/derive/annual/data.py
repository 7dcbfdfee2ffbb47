"""The numbers of the reports as data sets: each report as a flat table, and the main numbers through the years."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses
from disclosure.derive.annual.comparison import COMPARED, compared_reports
from disclosure.derive.annual.form import flat_rows
from disclosure.derive.data_pieces import DataField, DataKind, Dataset
from disclosure.derive.holdings import Holdings
from disclosure.model import AnnualReport

COMPARISON_ID = "annual-comparison"


def annual_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """A data set for each report with tables, the newest year first, and the comparison if there is one."""
    reports = sorted(holdings.column.reports, key=lambda report: report.year, reverse=True)
    for report in reports:
        yield _of_report(holdings, report)
    compared = compared_reports(holdings.column)
    if len(compared) > 1:
        yield _of_comparison(holdings, compared)


def id_of_report(report: AnnualReport) -> str:
    """annual-<year>, with the id of the organ for the report of a department or township."""
    return f"annual-{report.year}-{report.organ.id}" if report.organ else f"annual-{report.year}"


def _of_report(holdings: Holdings, report: AnnualReport) -> Dataset:
    return Dataset(
        id=id_of_report(report),
        title=f"{report.title}统计表",
        description=f"{report.year}年度报告三张表的全部数和收取的信息处理费，一行一个数。格式依据{report.norm}。",
        organ=(report.organ or holdings.column.info.organ).name,
        page=addresses.of_writing(report),
        updated=report.updated or report.published,
        fields=(
            DataField(name="表", meaning="报告的哪一部分"),
            DataField(name="行", meaning="表里的哪一行"),
            DataField(name="列", meaning="表里的哪一列，收费金额的单位在列名里"),
            DataField(name="数量", kind=DataKind.NUMBER, meaning="表里的数，照原样；公布时空着的，这里也空着"),
            DataField(name="计量单位", meaning="数量的单位", required=True),
        ),
        rows=tuple(flat_rows(report)),
    )


def _of_comparison(holdings: Holdings, reports: tuple[AnnualReport, ...]) -> Dataset:
    return Dataset(
        id=COMPARISON_ID,
        title="政府信息公开工作年度报告历年主要数据",
        description="各年度报告的主要数，一行一个数；当年的表里没有这个数的，没有这一行。",
        organ=holdings.column.info.organ.name,
        page=addresses.ANNUAL_COMPARISON,
        updated=max(report.updated or report.published for report in reports),
        fields=(
            DataField(name="年度", kind=DataKind.NUMBER, meaning="报告哪一年的工作"),
            DataField(name="指标", meaning="报告里的哪一个数"),
            DataField(name="数量", kind=DataKind.NUMBER),
            DataField(name="计量单位"),
        ),
        rows=tuple(
            (report.year, measure.name, value, measure.unit)
            for report in reports
            for measure in COMPARED
            if (value := measure.of(report)) is not None
        ),
    )
