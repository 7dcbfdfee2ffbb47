"""年度报告: how many 规章 are in force, against the 规章 of the column, where all of them have to be."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from disclosure.column import Column
from disclosure.measures.lapses import tidies_up
from disclosure.model import FormReport, Validity
from disclosure.model.annual_form import PARTS
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_ITEM = "regulations"
_CHANGES = re.compile("修改.*决定")
_GONE = (Validity.REPEALED, Validity.EXPIRED)


@rule(
    "annual-rules-count",
    "年度报告里现行有效的规章件数要与专栏里的一致",
    Severity.WARNING,
    norm="国办公开办函〔2021〕33号",
    family=Family.NUMBERS,
    advice="核对报告；没有错的，补上专栏里缺的规章，或者在废止它的文件里写“废止”。",
    bad="报告写现行有效12件，“规章”栏目里年底有效的有11件",
    good="报告和栏目都是12件",
)
def annual_rules_count(column: Column) -> Findings:
    """The newest report of the column's own organ, if the column holds 规章: by the norm it then holds all in force."""
    reports = [each for each in column.reports if isinstance(each, FormReport) and each.organ is None]
    newest = max(reports, key=lambda each: each.year, default=None)
    if newest is None or not any(document.item == _ITEM for document in column.documents):
        return
    row = newest.disclosed.rules
    written = row.shown[2]
    last = dt.date(newest.year, 12, 31)
    issued = tuple(document for document in column.documents if document.issued <= last)
    then = replace(column, today=last, documents=issued, settled_validity=None)
    held = [
        then.validity[document.origin.path]
        for document in issued
        if document.item == _ITEM and not tidies_up(document) and not _CHANGES.search(document.title)
    ]
    kept = [state for state in held if state not in _GONE]
    least = sum(state is not Validity.NOT_YET for state in kept)
    if written is not None and not least <= written <= len(kept):
        shown = str(least) if least == len(kept) else f"{least} 至 {len(kept)}"
        yield (
            newest.origin.path,
            row.line,
            f"“{PARTS[1]}”的“规章”一行，现行有效写的是 {written}，专栏“规章”栏目里 {newest.year} 年底有效的有 {shown} 件；"
            "请核对报告，或者补上、改正专栏里的规章",
        )
