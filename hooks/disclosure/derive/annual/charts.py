"""Charts of a report: bars, and a sentence that says the same in words."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.derive.annual.contexts import Bar, Chart
from disclosure.derive.annual.form import totals_of_results
from disclosure.model import AnnualReport
from disclosure.model.annual import APPLICANTS, OUTCOMES, rows_of

_OPEN = ("予以公开", "部分公开")


def request_charts(report: AnnualReport) -> tuple[Chart, ...]:
    """What became of the applications, and who applied; none where nobody did, or where cells are blank."""
    requests = report.requests
    if any(row.blanks for row in rows_of(requests).values()):
        return ()
    new, carried_in = int(requests.new.values[-1]), int(requests.carried_in.values[-1])
    done, left = int(requests.total.values[-1]), int(requests.carried_out.values[-1])
    if not new and not carried_in:
        return ()
    results = totals_of_results(report)
    opened = sum(results[name] for name in _OPEN)
    charts = []
    if done:
        charts.append(
            Chart(
                title="申请的办理结果",
                sentence=(
                    f"{report.year}年新收申请 {new} 件，上年结转 {carried_in} 件；办结 {done} 件，结转下年度 {left} 件。"
                    f"办结的申请里，予以公开和部分公开的共 {opened} 件，占 {percent(opened, done)}。"
                ),
                bars=bars(results, done),
            )
        )
    if new:
        applicants = dict(zip(APPLICANTS[:-1], (int(value) for value in requests.new.values[:-1]), strict=True))
        people = applicants["自然人"]
        charts.append(
            Chart(
                title="新收申请的申请人",
                sentence=(
                    f"{report.year}年新收的 {new} 件申请里，自然人提出 {people} 件，占 {percent(people, new)}；"
                    f"法人和其他组织提出 {new - people} 件，占 {percent(new - people, new)}。"
                ),
                bars=bars(applicants, new),
            )
        )
    return tuple(charts)


def dispute_charts(report: AnnualReport) -> tuple[Chart, ...]:
    """How reviews and suits ended; none where there were none, or where cells are blank."""
    if any(row.blanks for row in rows_of(report.disputes).values()):
        return ()
    reviews = _outcomes(report.disputes.reviews.values)
    suits = _outcomes(report.disputes.suits_direct.values)
    for outcome, count in _outcomes(report.disputes.suits_after_review.values).items():
        suits[outcome] += count
    return tuple(
        Chart(
            title=f"{name}的结果",
            sentence=f"{report.year}年{name}共 {sum(counts.values())} 件："
            + "，".join(f"{outcome} {count} 件" for outcome, count in counts.items())
            + "。",
            bars=bars(counts, sum(counts.values())),
        )
        for name, counts in (("行政复议", reviews), ("行政诉讼", suits))
        if sum(counts.values())
    )


def bars(counts: Mapping[str, int], whole: int, unit: str = "件") -> tuple[Bar, ...]:
    """A bar for each count; with a ``whole`` its share is said as well."""
    greatest = max(counts.values(), default=0)
    return tuple(
        Bar(
            label,
            f"{count} {unit}" + (f"，占 {percent(count, whole)}" if whole else ""),
            f"{count / greatest * 100:.1f}" if greatest else "0",
        )
        for label, count in counts.items()
    )


def percent(part: int, whole: int) -> str:
    """A share in percent with one decimal."""
    return f"{part / whole * 100:.1f}%"


def _outcomes(values: tuple[object, ...]) -> dict[str, int]:
    return {outcome: int(str(value)) for outcome, value in zip(OUTCOMES[:-1], values[:-1], strict=True)}
