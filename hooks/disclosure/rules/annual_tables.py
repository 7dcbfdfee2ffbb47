"""年度报告: the arithmetic inside its three tables.

A report that was published with a fault has to be shown as it was; where it says so (差错说明) the same findings are reminders
(rules/annual_known.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.column import Column
from disclosure.model import AnnualReport, Figures, Number, TrialReport
from disclosure.model.annual import APPLICANTS, OUTCOMES, rows_of, term_of
from disclosure.model.annual_form import (
    DISPUTE_ROWS,
    ENDS,
    PARTS,
    RESULT_GROUPS,
    TOTAL,
    TRIAL_RESULT_GROUPS,
    label_of_result,
)
from disclosure.problems import Family
from disclosure.rules.registry import Findings, rule

Faults = Iterator[tuple[int, str]]
"""Line and message of each fault of a report."""

_NORM = "国办公开办函〔2021〕30号"
_MAY_BE_NEGATIVE = "增/减"
_MONEY = ("收费金额", "采购总金额", "元")


def result_labels(report: AnnualReport) -> dict[str, str]:
    """The rows of table 三 by code name: results in the order of the form, with the rows around them."""
    groups = TRIAL_RESULT_GROUPS if isinstance(report, TrialReport) else RESULT_GROUPS
    results = {name: label_of_result(group, label) for group in groups for name, label in group.rows}
    return {"new": ENDS["new"], "carried_in": ENDS["carried_in"], **results, **_tail()}


def _tail() -> dict[str, str]:
    return {"total": ENDS["total"], "carried_out": ENDS["carried_out"]}


def plain(number: Number) -> str:
    """A number as it is printed."""
    return format(number, "f") if not isinstance(number, int) else str(number)


@rule(
    "annual-number",
    "年度报告里的数不能是负数，件数要是整数",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="核对这个数；只有增减数可以是负的，只有金额可以有小数。",
    bad="行政许可: 530.5",
    good="行政许可: 530",
)
def annual_number(column: Column) -> Findings:
    """Numbers are whole and not negative; only changes may be negative, only money may have decimals."""
    for report in column.reports:
        for line, message in _odd_numbers(report):
            yield report.origin.path, line, message


@rule(
    "annual-row-sum",
    "年度报告表格每一行的总计要等于前面各列之和",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="核对这一行，改正写错的数，不要只改总计来凑。",
    bad="行政复议: [2, 0, 0, 0, 0]",
    good="行政复议: [2, 0, 0, 0, 2]",
)
def annual_row_sum(column: Column) -> Findings:
    """总计 of a row of table 三 or of a group of table 四 is the sum of the numbers before it."""
    yield from of_unknown(column, row_sums)


@rule(
    "annual-column-sum",
    "年度报告表三每一列的总计要等于各项办理结果之和",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="核对这一列的各项办理结果，改正写错的数。",
    bad="自然人一列各项相加是 5，总计写 6",
    good="自然人一列各项相加是 5，总计写 5",
)
def annual_column_sum(column: Column) -> Findings:
    """（七）总计 of each column of table 三 is the sum of the results above it."""
    yield from of_unknown(column, column_sums)


@rule(
    "annual-balance",
    "年度报告表三每一列：新收加上年结转，等于办理结果总计加结转下年度",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="核对这一列的新收、上年结转、总计和结转下年度，改正写错的那个。",
    bad="新收 14、上年结转 4，总计 15、结转下年度 2",
    good="新收 14、上年结转 4，总计 15、结转下年度 3",
)
def annual_balance(column: Column) -> Findings:
    """The relation that the form prints in the corner of table 三."""
    yield from of_unknown(column, balances)


@rule(
    "annual-carry-over",
    "年度报告的上年结转要等于上一年报告的结转下年度",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="对照上一年的报告改；上一年的报告原来就错了的，在那份报告里写“差错说明”。",
    bad="上年结转写 4，上一年报告的结转下年度是 3",
    good="上年结转写 3，与上一年报告一样",
)
def annual_carry_over(column: Column) -> Findings:
    """What one report carries over is what the next one takes over, column by column."""
    yield from carry_overs(column, is_known=False)


def before(column: Column, report: AnnualReport) -> AnnualReport | None:
    """The report of the same organ on the year before, if the column has it with its tables."""
    for other in column.reports:
        if other.year == report.year - 1 and other.organ == report.organ:
            return other
    return None


def of_unknown(column: Column, check: Callable[[AnnualReport], Faults]) -> Findings:
    """The faults of the reports that do not own up to them."""
    for report in column.reports:
        if not report.known_fault:
            yield from ((report.origin.path, line, message) for line, message in check(report))


def _odd_numbers(report: AnnualReport) -> Faults:
    tables: list[object] = [report.disclosed, report.requests, report.disputes, report]
    for table in tables:
        for name, row in rows_of(table).items():
            a_term = term_of(table, name)
            for column, value in zip(a_term.columns, row.values, strict=True):
                where = f"“{a_term.key}”" if len(a_term.columns) == 1 else f"“{a_term.key}”里“{column}”"
                if value < 0 and _MAY_BE_NEGATIVE not in column:
                    yield row.line, f"{where}写的是 {plain(value)}，不能是负数；请核对"
                elif not isinstance(value, int) and not column.endswith(_MONEY) and "金额" not in column:
                    yield row.line, f"{where}写的是 {plain(value)}，件数要是整数；请核对"


def row_sums(report: AnnualReport) -> Faults:
    """Rows whose total is not the sum of their numbers; a blank total is no total."""
    requests = rows_of(report.requests)
    for name, label in result_labels(report).items():
        yield from _row_sum(PARTS[2], label, APPLICANTS, requests[name])
    disputes = rows_of(report.disputes)
    for name, label in DISPUTE_ROWS.items():
        yield from _row_sum(PARTS[3], label, OUTCOMES, disputes[name])


def _row_sum(part: str, label: str, columns: tuple[str, ...], row: Figures) -> Faults:
    *parts, total = row.values
    if len(row.values) - 1 in row.blanks:
        return
    if sum(parts) != total:
        yield (
            row.line,
            f"“{part}”的“{label}”一行，“{columns[0]}”到“{columns[-2]}”相加是 {sum(parts)}，“{columns[-1]}”写的是 {total}，"
            f"相差 {abs(sum(parts) - total)}；请核对这一行",
        )


def column_sums(report: AnnualReport) -> Faults:
    """Columns of table 三 whose total is not the sum of the results."""
    rows = rows_of(report.requests)
    results = [name for name in result_labels(report) if name not in ENDS]
    for place, applicant in enumerate(APPLICANTS):
        added, total = sum(rows[name].values[place] for name in results), rows["total"].values[place]
        if added != total and place not in rows["total"].blanks:
            yield (
                rows["total"].line,
                f"“{PARTS[2]}”的“{applicant}”一列，{len(results)} 项办理结果相加是 {added}，“{TOTAL}”写的是 {total}，"
                f"相差 {abs(added - total)}；请核对这一列",
            )


def balances(report: AnnualReport) -> Faults:
    """Columns of table 三 where what came in is not what was done or left."""
    rows = rows_of(report.requests)
    for place, applicant in enumerate(APPLICANTS):
        new, carried_in, total, carried_out = (rows[name].values[place] for name in ENDS)
        is_told = all(place not in rows[name].blanks for name in ENDS)
        if is_told and new + carried_in != total + carried_out:
            yield (
                rows["carried_out"].line,
                f"“{PARTS[2]}”的“{applicant}”一列，新收 {new} 加上年结转 {carried_in} 是 {new + carried_in}，"
                f"办理结果总计 {total} 加结转下年度 {carried_out} 是 {total + carried_out}，"
                f"相差 {abs(new + carried_in - total - carried_out)}；两边应当相等，请核对这一列",
            )


def carry_overs(column: Column, *, is_known: bool) -> Findings:
    """Where a report takes over something else than the last one left; ``is_known`` where one of them owns up to faults."""
    for report in column.reports:
        last = before(column, report)
        if last is None or bool(report.known_fault or last.known_fault) is not is_known:
            continue
        given, taken = last.requests.carried_out, report.requests.carried_in
        for applicant, out, into in zip(APPLICANTS, given.shown, taken.shown, strict=True):
            if out is not None and into is not None and out != into:
                yield (
                    report.origin.path,
                    taken.line,
                    f"“{PARTS[2]}”的“{applicant}”一列，上年结转写的是 {into}，而 {last.year} 年报告（{last.origin.path}"
                    f" 第 {given.line} 行）的结转下年度是 {out}，相差 {abs(out - into)}；两年应当一致，请核对",
                )
