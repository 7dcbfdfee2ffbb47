"""规范性文件清理: lists of what was reviewed against what the column holds."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.measures.lapses import is_over, tidies_up
from disclosure.model import Document, Register
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule

CHANGED = Limit("clean-up-unfinished", "天数", 365, "列为“拟修改”以后多少天里要修改、废止")

_NORM = "国办发〔2018〕37号"
_REVIEW, _NUMBER, _RESULT = "规范性文件清理结果", "文号", "清理结果"
_KEPT, _TO_CHANGE = "继续有效", "拟修改"
_SHOWN = 3


@rule(
    "clean-up-incomplete",
    "清理结果要写到每一份有效的规范性文件",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.VALIDITY,
    advice="把漏掉的文件补进清理结果，或者另发文件废止；不在“继续有效”里的文件，不再作为行政管理的依据。",
    bad="清理结果列了81件继续有效的，专栏里还有一份当时有效的不在里面",
    good="清理时有效的规范性文件，都有一行",
)
def clean_up_incomplete(column: Column) -> Findings:
    """A list that says what stays in force names every normative document that was, of the organs that it is about."""
    for register, place, results in _lists(column):
        if _KEPT not in results.values():
            continue
        organs = {
            each.id for row in register.rows for value in row.values if isinstance(value, tuple) for each in value
        }
        listed = {number for row in register.rows for number in str(row.values[place] or "").split("\n")}
        left = [each for each in _reviewable(column, register, organs) if not listed.intersection(each.numbers)]
        if left:
            names = "、".join(each.doc_number or each.index_number for each in left[:_SHOWN])
            many = f"{names}等 {len(left)} 份" if len(left) > _SHOWN else names
            yield (
                register.origin.path,
                register.origin.line_of("updated"),
                f"清理结果（{register.updated}）里没有 {many}，这时它还有效；请补上，或者写明怎样处理",
            )


@rule(
    "clean-up-unfinished",
    "列为“拟修改”的文件要在一年里改完",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.VALIDITY,
    advice="催起草部门修改；已经修改的，在修改它的文件里写“修改”，接替它的文件里写“废止”。",
    bad="2024年3月列为“拟修改”，2026年还是原来的样子",
    good="修改它的文件写“修改: [它的文号]”",
    limits=(CHANGED,),
)
def clean_up_unfinished(column: Column) -> Findings:
    """What a list wants changed was changed, replaced or repealed within the time."""
    changed = {relation.target.origin.path for relation in column.relations if relation.kind in ("amends", "repeals")}
    for register, place, results in _lists(column):
        age = (column.today - register.updated).days
        if age <= column.checks.limit(CHANGED):
            continue
        for row in register.rows:
            document = column.by_number.get(str(row.values[place] or ""))
            if document is None or results[row.id] != _TO_CHANGE:
                continue
            if document.origin.path not in changed and not is_over(column, document):
                yield (
                    row.path,
                    row.line,
                    f"“{document.title}”{register.updated} 列为“{_TO_CHANGE}”，已经 {age} 天，还没有修改、废止；请催办",
                )


def _lists(column: Column) -> Iterator[tuple[Register, int, dict[str, str]]]:
    """The lists of what was reviewed, with the place of their numbers, and the result of each row by its id; none while documents are broken."""
    for register in () if column.broken else column.registers:
        names = [each.name for each in register.columns]
        if register.kind == _REVIEW and {_NUMBER, _RESULT} <= set(names):
            result = names.index(_RESULT)
            results = {row.id: str(row.values[result] or "") for row in register.rows}
            yield register, names.index(_NUMBER), results


def _reviewable(column: Column, register: Register, organs: set[str]) -> Iterator[Document]:
    """Normative documents of ``organs`` from the years before the list that were in force when it was made."""
    for document in column.documents:
        is_of_them = document.issuers and document.issuers[0].id in organs
        is_before = document.issued.year < register.updated.year
        is_asked = document.normative and is_of_them and is_before and not tidies_up(document)
        if is_asked and not is_over(column, document, register.updated):
            yield document
