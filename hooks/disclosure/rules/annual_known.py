"""年度报告 that were published with faults: they are shown as they were, and say so (差错说明); their faults are reminders."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import AnnualReport, Figures, FormReport
from disclosure.model.annual import has_numbers, rows_of, term_of
from disclosure.problems import Family, Severity
from disclosure.rules.annual_fees import fee_faults
from disclosure.rules.annual_tables import Faults, balances, carry_overs, column_sums, row_sums
from disclosure.rules.annual_texts import empty_parts
from disclosure.rules.registry import Findings, rule
from disclosure.terms import Term, label


@rule(
    "annual-known-fault",
    "报告原来公布时就有的差错，写了“差错说明”的照原样公布",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="不用改；这是提醒您，网页上照原来的数公布，并显示“差错说明”。",
    bad="原来公布的总计是 6，各项相加是 5，照着改成 5",
    good="照原来公布的写 6，再写 差错说明: 表三的总计原来印错。",
)
def annual_known_fault(column: Column) -> Findings:
    """The faults of a report that owns up to them."""
    for report in column.reports:
        if report.known_fault:
            for line, message in _faults(report):
                yield report.origin.path, line, message
    yield from carry_overs(column, is_known=True)


@rule(
    "annual-blank",
    "年度报告的数不能空着，只有照原样公布以前的报告、写了“差错说明”的才能写“空”",
    family=Family.NUMBERS,
    advice="没有的写 0；以前公布的报告原来就空着的，写上“差错说明”。",
    bad="新收: [3, 空, 0, 0, 0, 0, 3]",
    good="新收: [3, 0, 0, 0, 0, 0, 3]",
)
def annual_blank(column: Column) -> Findings:
    """A cell is blank only in a report that owns up to its faults; 汇总单位数, which nobody published, never is."""
    for report in column.reports:
        for line, where, is_published in _blanks(report):
            if not (report.known_fault and is_published):
                yield (
                    report.origin.path,
                    line,
                    f"{where}写的是“空”；请写成数，没有的写 0"
                    + ("；以前公布的报告原来就空着的，请写上“差错说明”" if is_published else "，或者删去这一行"),
                )


def _faults(report: AnnualReport) -> Faults:
    for check in (row_sums, column_sums, balances, empty_parts):
        yield from check(report)
    if isinstance(report, FormReport):
        yield from fee_faults(report)
    for line, where, is_published in _blanks(report):
        if is_published:
            yield line, f"{where}原来公布时空着，网页上也空着；别处用到这个数的地方都不写"


def _blanks(report: AnnualReport) -> Iterator[tuple[int, str, bool]]:
    """Line, place in words, and whether it belongs to what was published, of each blank cell, row and table."""
    for key in ("disclosed", "requests", "disputes"):
        rows = rows_of(getattr(report, key))
        if not has_numbers(getattr(report, key)):
            yield next(iter(rows.values())).line, f"“{label(type(report), key)}”整张表", True
            continue
        for name, row in rows.items():
            yield from ((row.line, where, True) for where in _blank_places(term_of(getattr(report, key), name), row))
    for name, row in rows_of(report).items():
        yield from ((row.line, where, name != "members") for where in _blank_places(term_of(report, name), row))


def _blank_places(a_term: Term, row: Figures) -> Iterator[str]:
    """Each blank cell of a row in words; a row without any number is told once."""
    if len(a_term.columns) > 1 and _is_blank(row):
        yield f"“{a_term.key}”一行"
        return
    for place in sorted(row.blanks):
        yield f"“{a_term.key}”" + (f"里“{a_term.columns[place]}”" if len(a_term.columns) > 1 else "")


def _is_blank(row: Figures) -> bool:
    return len(row.blanks) == len(row.values)
