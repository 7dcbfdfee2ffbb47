"""The three tables of a report as the official form prints them."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive.annual.contexts import FormCell, FormTable
from disclosure.model import AnnualReport, Figures, FormReport, Number, TrialReport
from disclosure.model.annual import APPLICANTS, OUTCOMES, rows_of, term_of
from disclosure.model.annual_form import (
    AFTER_REVIEW,
    APPLICANT,
    BLOCKS,
    CORNER,
    DIRECT,
    DISPUTE_ROWS,
    ENDS,
    ORGANISATION,
    PARTS,
    RESULT_GROUPS,
    RESULTS,
    REVIEW,
    SUBJECT,
    SUIT,
    TRIAL_BLOCKS,
    TRIAL_RESULT_GROUPS,
    RowGroup,
    label_of_result,
)

Row = tuple[FormCell, ...]

_DISCLOSED_COLUMNS = 4
_SPANS = {3: (1, 1, 1), 2: (1, 2), 1: (3,)}
"""How the numbers of a row of table 二 share its three columns."""

_REQUEST_LABELS, _REQUEST_HEADS = 3, 3

_UNITS = {
    "本年收费金额（单位：万元）": "万元",
    "上一年项目数量": "项",
    "本年增/减": "项",
    "采购项目数量": "项",
    "采购总金额": "原表没有写明",
}
"""What the columns of table 二 are counted in that are not 件; the trial form prints no unit beside its sum of money."""


def plain(number: Number | None) -> str:
    """A number as it was written, nothing for a blank cell."""
    if number is None:
        return ""
    return str(number) if isinstance(number, int) else format(number, "f")


def disclosed_table(report: AnnualReport) -> FormTable:
    """Table 二."""
    return FormTable(
        anchor="table-2",
        caption=f"{report.year}年主动公开政府信息情况",
        sheet="主动公开",
        columns=_DISCLOSED_COLUMNS,
        labels=1,
        head=(),
        bodies=tuple(tuple(_block(report, block)) for block in _blocks(report)),
    )


def requests_table(report: AnnualReport) -> FormTable:
    """Table 三."""
    rows = rows_of(report.requests)
    groups = _result_groups(report)
    results = [row for group in groups for row in _result_rows(group, rows)]
    height = len(results) + 1
    results[0] = (FormCell(RESULTS, rowspan=height, scope="rowgroup"), *results[0])
    total = (FormCell(ENDS["total"], colspan=2, scope="row"), *_numbers(rows["total"]))
    return FormTable(
        anchor="table-3",
        caption=f"{report.year}年收到和处理政府信息公开申请情况（单位：件）",
        sheet="申请",
        columns=_REQUEST_LABELS + len(APPLICANTS),
        labels=_REQUEST_LABELS,
        head=_requests_head(),
        bodies=(
            (_end_row("new", rows), _end_row("carried_in", rows)),
            (*results, total),
            (_end_row("carried_out", rows),),
        ),
        is_wide=True,
    )


def disputes_table(report: AnnualReport) -> FormTable:
    """Table 四."""
    rows = rows_of(report.disputes)
    outcomes = tuple(FormCell(outcome, scope="col") for outcome in OUTCOMES)
    return FormTable(
        anchor="table-4",
        caption=f"{report.year}年政府信息公开行政复议、行政诉讼情况（单位：件）",
        sheet="复议诉讼",
        columns=len(OUTCOMES) * len(DISPUTE_ROWS),
        labels=0,
        head=(
            (
                FormCell(REVIEW, colspan=len(OUTCOMES), scope="colgroup"),
                FormCell(SUIT, colspan=2 * len(OUTCOMES), scope="colgroup"),
            ),
            (
                *(FormCell(outcome, rowspan=2, scope="col") for outcome in OUTCOMES),
                FormCell(DIRECT, colspan=len(OUTCOMES), scope="colgroup"),
                FormCell(AFTER_REVIEW, colspan=len(OUTCOMES), scope="colgroup"),
            ),
            (*outcomes, *outcomes),
        ),
        bodies=((tuple(cell for name in DISPUTE_ROWS for cell in _numbers(rows[name])),),),
        is_wide=True,
    )


def flat_rows(report: AnnualReport) -> Iterator[tuple[str, str, str, Number | None, str]]:
    """Every number of the three tables in the order of the form, and 信息处理费.

    Each with table, row, column, number (None for a blank cell) and unit.
    """
    disclosed = rows_of(report.disclosed)
    for block in _blocks(report):
        for name, label in block.rows:
            for column, value in zip(term_of(report.disclosed, name).columns, disclosed[name].shown, strict=True):
                yield PARTS[1], label, column, value, _UNITS.get(column, "件")
    requests = rows_of(report.requests)
    results = {name: label_of_result(group, label) for group in _result_groups(report) for name, label in group.rows}
    labels = {"new": ENDS["new"], "carried_in": ENDS["carried_in"], **results}
    for name, label in {**labels, "total": ENDS["total"], "carried_out": ENDS["carried_out"]}.items():
        for column, value in zip(APPLICANTS, requests[name].shown, strict=True):
            yield PARTS[2], label, column, value, "件"
    disputes = rows_of(report.disputes)
    for name, label in DISPUTE_ROWS.items():
        for column, value in zip(OUTCOMES, disputes[name].shown, strict=True):
            yield PARTS[3], label, column, value, "件"
    if isinstance(report, FormReport):
        yield PARTS[5], "信息处理费", "全年收取", report.handling_fee.shown[0], "元"


def totals_of_results(report: AnnualReport) -> dict[str, int]:
    """The total of each group of results, such as 予以公开, by its name without number."""
    rows = rows_of(report.requests)
    return {
        group.label.partition("）")[2].partition("（")[0]: sum(int(rows[name].values[-1]) for name, _ in group.rows)
        for group in _result_groups(report)
    }


def _blocks(report: AnnualReport) -> tuple[RowGroup, ...]:
    return TRIAL_BLOCKS if isinstance(report, TrialReport) else BLOCKS


def _result_groups(report: AnnualReport) -> tuple[RowGroup, ...]:
    return TRIAL_RESULT_GROUPS if isinstance(report, TrialReport) else RESULT_GROUPS


def _block(report: AnnualReport, block: RowGroup) -> Iterator[Row]:
    rows = rows_of(report.disclosed)
    columns = term_of(report.disclosed, block.rows[0][0]).columns
    spans = _SPANS[len(columns)]
    yield (FormCell(block.label, colspan=_DISCLOSED_COLUMNS, scope="colgroup"),)
    yield (
        FormCell(SUBJECT, scope="col"),
        *(
            FormCell(column, colspan=span, scope="col" if span == 1 else "colgroup")
            for column, span in zip(columns, spans, strict=True)
        ),
    )
    for name, label in block.rows:
        values = zip(_numbers(rows[name]), spans, strict=True)
        yield (
            FormCell(label, scope="row"),
            *(FormCell(cell.text, colspan=span, number=cell.number) for cell, span in values),
        )


def _requests_head() -> tuple[Row, ...]:
    first, *organisations, last = APPLICANTS
    return (
        (
            FormCell(CORNER, colspan=_REQUEST_LABELS, rowspan=_REQUEST_HEADS),
            FormCell(APPLICANT, colspan=len(APPLICANTS), scope="colgroup"),
        ),
        (
            FormCell(first, rowspan=2, scope="col"),
            FormCell(ORGANISATION, colspan=len(organisations), scope="colgroup"),
            FormCell(last, rowspan=2, scope="col"),
        ),
        tuple(FormCell(organisation, scope="col") for organisation in organisations),
    )


def _result_rows(group: RowGroup, rows: dict[str, Figures]) -> Iterator[Row]:
    for place, (name, label) in enumerate(group.rows):
        numbers = _numbers(rows[name])
        if not label:
            yield (FormCell(group.label, colspan=2, scope="row"), *numbers)
        elif place == 0:
            head = FormCell(group.label, rowspan=len(group.rows), scope="rowgroup")
            yield (head, FormCell(label, scope="row"), *numbers)
        else:
            yield (FormCell(label, scope="row"), *numbers)


def _end_row(name: str, rows: dict[str, Figures]) -> Row:
    return (FormCell(ENDS[name], colspan=_REQUEST_LABELS, scope="row"), *_numbers(rows[name]))


def _numbers(row: Figures) -> Row:
    return tuple(FormCell(plain(value), number=value) for value in row.shown)
