"""What was collected from other columns: each column once, nothing from the future."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule


@rule(
    "collected-twice",
    "同一个下级专栏只能采集成一个文件",
    family=Family.CATALOGUES,
    advice="两个文件删去一个，留采集日期较新的。",
    bad="qinghe.json 和 qinghe-2.json 都是清河镇的专栏",
    good="清河镇的专栏只有 qinghe.json",
)
def collected_twice(column: Column) -> Findings:
    """No two files hold the same column."""
    first: dict[str, str] = {}
    for each in sorted(column.collected, key=lambda collected: collected.path):
        if each.address in first:
            yield (
                each.path,
                1,
                f"专栏“{each.name}”（{each.address}）与 {first[each.address]} 是同一个；请删去其中一个文件",
            )
        first.setdefault(each.address, each.path)


@rule(
    "collected-in-future",
    "采集来的文件，日期一般不晚于今天",
    Severity.WARNING,
    family=Family.CATALOGUES,
    advice="采集日期不对的，核对这台电脑的日期后重新采集；发布日期不对的，请对方改正。",
    bad="2026-11-25 采集的文件，发布日期是 2026-12-01",
    good="2026-11-25 采集的文件，发布日期是 2026-11-20",
)
def collected_in_future(column: Column) -> Findings:
    """Neither the day of collection nor 发布日期 of a document is after the day of the build."""
    for each in column.collected:
        if each.day > column.today:
            yield each.path, 1, f"采集日期 {each.day} 晚于今天 {column.today}；请核对这台电脑的日期，重新采集"
        for document in each.documents:
            if document.published > column.today:
                yield (
                    each.path,
                    document.line,
                    f"“{document.title}”的发布日期 {document.published} 晚于今天 {column.today}；请告诉{each.organ}改正",
                )
