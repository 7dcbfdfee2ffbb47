"""/annual/comparison/: the main numbers of the reports through the years, and how they changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.derive import addresses, labels
from disclosure.derive.annual.charts import bars
from disclosure.derive.annual.contexts import Chart, ComparisonPage, FormCell, FormTable
from disclosure.derive.annual.form import plain
from disclosure.derive.frame import ANNUAL, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import File, Link
from disclosure.model import AnnualReport, FormReport, Number

TITLE = "历年年度报告数据对比"
_NOTHING = "表里没有这个数"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that every report, or every report of the newer form, tells; ``of`` gives None where it does not."""

    name: str
    unit: str
    of: Callable[[AnnualReport], Number | None]


def _of_form(number: Callable[[FormReport], Number | None]) -> Callable[[AnnualReport], Number | None]:
    return lambda report: number(report) if isinstance(report, FormReport) else None


def _suits(report: AnnualReport) -> Number | None:
    direct, after = report.disputes.suits_direct.shown[-1], report.disputes.suits_after_review.shown[-1]
    return None if direct is None or after is None else direct + after


COMPARED = (
    Measure("新收申请", "件", lambda report: report.requests.new.shown[-1]),
    Measure("上年结转申请", "件", lambda report: report.requests.carried_in.shown[-1]),
    Measure("办结申请", "件", lambda report: report.requests.total.shown[-1]),
    Measure("其中：予以公开", "件", lambda report: report.requests.opened.shown[-1]),
    Measure("其中：部分公开", "件", lambda report: report.requests.opened_partly.shown[-1]),
    Measure("结转下年度申请", "件", lambda report: report.requests.carried_out.shown[-1]),
    Measure("行政复议", "件", lambda report: report.disputes.reviews.shown[-1]),
    Measure("其中：复议结果纠正", "件", lambda report: report.disputes.reviews.shown[1]),
    Measure(
        "行政诉讼",
        "件",
        _suits,
    ),
    Measure("本年制发行政规范性文件", "件", _of_form(lambda report: report.disclosed.normative.shown[0])),
    Measure("现行有效行政规范性文件", "件", _of_form(lambda report: report.disclosed.normative.shown[2])),
    Measure("行政许可决定", "件", lambda report: report.disclosed.licences.shown[-1]),
    Measure("行政处罚决定", "件", lambda report: report.disclosed.penalties.shown[-1]),
    Measure("行政强制决定", "件", lambda report: report.disclosed.coercions.shown[-1]),
    Measure("收取的信息处理费", "元", _of_form(lambda report: report.handling_fee.shown[0])),
)
"""What is compared, in the order of the page."""

_CHARTED = (COMPARED[0], COMPARED[6])


def compared_reports(column: Column) -> tuple[AnnualReport, ...]:
    """The own reports with tables, newest first."""
    own = (report for report in column.reports if report.organ is None)
    return tuple(sorted(own, key=lambda report: report.year, reverse=True))


def comparison_page(holdings: Holdings, downloads: tuple[File, ...]) -> ComparisonPage | None:
    """The page, if there are two years to compare."""
    reports = compared_reports(holdings.column)
    if len(reports) < 2:
        return None
    organ = holdings.column.info.organ.name
    newest, oldest = reports[0], reports[-1]
    description = f"{organ}{oldest.year}年到{newest.year}年政府信息公开工作年度报告的主要数据和变化。"
    updated = max(report.updated or report.published for report in reports)
    return ComparisonPage(
        frame=frame(
            addresses.ANNUAL_COMPARISON,
            TITLE,
            description,
            Link(ANNUAL, addresses.ANNUAL),
            part="annual",
            changed=updated.isoformat(),
            labels=labels.of_part("annual"),
        ),
        lead=f"{organ}各年度报告里的主要数，新的在前。2021年起用新的表格；哪一年的表里没有的数，写“{_NOTHING}”。",
        table=_table(reports),
        charts=tuple(_chart(measure, reports) for measure in _CHARTED if _can_be_charted(measure, reports)),
        downloads=downloads,
        back=Link(ANNUAL, addresses.ANNUAL),
    )


def change(now: Number, then: Number, unit: str) -> str:
    """How a number changed, in words: 多 28 件，增长 15.1%."""
    if now == then:
        return "没有变化"
    difference: Number = now - then if now > then else then - now
    words = f"{'多' if now > then else '少'} {plain(difference)} {unit}"
    if then == 0:
        return words
    return f"{words}，{'增长' if now > then else '下降'} {float(difference) / float(then) * 100:.1f}%"


def _table(reports: tuple[AnnualReport, ...]) -> FormTable:
    newest, last = reports[0], reports[1]
    compared = f"{newest.year}年比{last.year}年"
    return FormTable(
        anchor="comparison",
        caption=f"{reports[-1].year}年到{newest.year}年主要数据",
        sheet="历年对比",
        columns=len(reports) + 2,
        labels=1,
        head=(
            (
                FormCell("指标", scope="col"),
                *(FormCell(f"{report.year}年", scope="col") for report in reports),
                FormCell(compared, scope="col"),
            ),
        ),
        bodies=(tuple(_line(measure, reports) for measure in COMPARED),),
    )


def _line(measure: Measure, reports: tuple[AnnualReport, ...]) -> tuple[FormCell, ...]:
    values = [measure.of(report) for report in reports]
    now, then = values[0], values[1]
    words = _NOTHING if now is None or then is None else change(now, then, measure.unit)
    return (
        FormCell(f"{measure.name}（{measure.unit}）", scope="row"),
        *(FormCell(_NOTHING if value is None else plain(value), number=value) for value in values),
        FormCell(words),
    )


def _can_be_charted(measure: Measure, reports: tuple[AnnualReport, ...]) -> bool:
    """Whether every report tells the number, and not all of them 0."""
    told = [measure.of(report) for report in reports]
    return None not in told and any(told)


def _chart(measure: Measure, reports: tuple[AnnualReport, ...]) -> Chart:
    """A number through the years, from the oldest to the newest."""
    counts = {f"{report.year}年": int(measure.of(report) or 0) for report in reversed(reports)}
    newest, last = reports[0], reports[1]
    now, then = counts[f"{newest.year}年"], counts[f"{last.year}年"]
    return Chart(
        title=f"历年{measure.name}",
        sentence=f"{newest.year}年{measure.name} {now} {measure.unit}，比{last.year}年{change(now, then, measure.unit)}。",
        bars=bars(counts, 0, measure.unit),
    )
