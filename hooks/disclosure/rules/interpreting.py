"""政策解读: every normative document has an interpretation, in time and in more than one form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.measures.interpretation import (
    FORMS,
    IN_TIME,
    Interpreted,
    interpreted_documents,
    is_in_time,
    missing_since,
    wanting,
)
from disclosure.model import Document
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule

MISSING_FOR = Limit("interpretation-missing", "天数", 180, "只查发布不超过多少天的文件，以前的看统计页")
LATE_FOR = Limit("interpretation-late", "天数", 60, "只查发布不超过多少天的文件，以前的看统计页")
FEW_FOR = Limit("interpretation-forms", "天数", 90, "只查发布不超过多少天的文件，以前的看统计页")

_NORM = "各地政策解读工作制度"


@rule(
    "interpretation-missing",
    "规范性文件要有解读",
    Severity.WARNING,
    norm=_NORM,
    family=Family.INTERPRETATION,
    advice="请起草的单位写解读，放在“政策解读”栏目里，开头写上“解读: [文件的文号]”和“解读形式”。确实不用解读的，可以写进“已核对”。",
    bad="规范性文件发布了一个月，没有一份解读",
    good="文件发布当天，同时发布文字解读和图解",
    limits=(MISSING_FOR,),
)
def interpretation_missing(column: Column) -> Findings:
    """A normative document in force has an interpretation once the term for it is over."""
    sets = interpreted_documents(column)
    days = column.checks.limit(IN_TIME)
    for document in _wanting(column, MISSING_FOR):
        end = missing_since(column, document)
        if document.origin.path not in sets and end:
            yield (
                document.origin.path,
                document.origin.line_of("published"),
                f"是规范性文件，{document.published} 发布，应当在 {end} 以前（{days} 个工作日内）解读，现在还没有解读；"
                "请补上解读，写上“解读”和“解读形式”",
            )


@rule(
    "interpretation-late",
    "解读要在文件发布以后3个工作日内发布",
    Severity.WARNING,
    norm=_NORM,
    family=Family.INTERPRETATION,
    advice="核对两个发布日期；没有错的，今后和文件同步起草、同步审签、同步发布。",
    bad="文件3月2日（周一）发布，解读3月16日才发布",
    good="文件3月2日发布，解读也在3月2日发布",
    limits=(IN_TIME, LATE_FOR),
)
def interpretation_late(column: Column) -> Findings:
    """The first interpretation of a normative document comes within the term; a year without calendar is not judged."""
    sets = interpreted_documents(column)
    days = column.checks.limit(IN_TIME)
    for document in _wanting(column, LATE_FOR):
        each = sets.get(document.origin.path)
        if each and is_in_time(column, each) is False:
            first = each.interpretations[0]
            end = column.calendar.end(document.published, days)
            yield (
                first.origin.path,
                first.origin.line_of("published"),
                f"解读的“{document.title}”{document.published} 发布，{days} 个工作日到 {end} 为止，"
                f"这份最早的解读 {first.published} 才发布；请核对日期，今后同步发布",
            )


@rule(
    "interpretation-forms",
    "规范性文件的解读要有两种以上形式",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.INTERPRETATION,
    advice="再做一种群众看得懂的：图解、问答、音视频等，一种一份文件，各写各的“解读形式”。",
    bad="一份规范性文件只有一份文字解读",
    good="一份文字解读，一份图解",
    limits=(FORMS, FEW_FOR),
)
def interpretation_forms(column: Column) -> Findings:
    """A normative document that is interpreted at all is so in several forms, once the term is over."""
    sets = interpreted_documents(column)
    least = column.checks.limit(FORMS)
    for document in _wanting(column, FEW_FOR):
        each: Interpreted | None = sets.get(document.origin.path)
        if each and len(each.forms) < least and missing_since(column, document):
            first = each.interpretations[0]
            others = [form for form in ("图解", "问答", "文字") if form not in each.forms]
            yield (
                first.origin.path,
                first.origin.line_of("form"),
                f"“{document.title}”的解读只有 {len(each.forms)} 种形式（{'、'.join(each.forms)}），"
                f"应当有 {least} 种以上；请再做一种，如{'、'.join(others[:2])}",
            )


def _wanting(column: Column, limit: Limit) -> Iterator[Document]:
    """The documents of the last days that ought to be interpreted."""
    return wanting(column, column.today - dt.timedelta(days=column.checks.limit(limit)))
