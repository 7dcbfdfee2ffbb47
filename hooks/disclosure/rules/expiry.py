"""有效期至: what has run out or soon will, and what rests on papers that are gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.measures.cited import Cited, cited
from disclosure.measures.clauses import rests_on
from disclosure.measures.lapses import is_over, lapses
from disclosure.model import Document
from disclosure.passages import Source
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule

RUN_OUT = Limit("validity-over", "天数", 90, "有效期满以后多少天里提示怎么处理")
RUNNING_OUT = Limit("validity-ending", "天数", 90, "有效期满以前多少天开始提示")

_NORM = "国办发〔2018〕37号"
_ADVICE = (
    "还要执行的，评估后重新发文，或者延长有效期、改写“有效期至”；不再执行的，在清理结果里写“失效”，或者由新的文件废止。"
)
_BASIS = "依据"
_RESULT = "清理"


@rule(
    "validity-over",
    "有效期满的规范性文件要有个交代：重新发文、延长，或者宣布失效",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.VALIDITY,
    advice=_ADVICE,
    bad="有效期至: 2026-10-31，过了一个月，既没有新的文件，也没有写进清理结果",
    good="新的文件写“废止”它，或者清理结果里写它“失效”",
    limits=(RUN_OUT,),
)
def validity_over(column: Column) -> Findings:
    """A document that has run out lately was replaced, or somebody said that it is over."""
    since = column.today - dt.timedelta(days=column.checks.limit(RUN_OUT))
    declared = _declared(column)
    for document, expires in _expiring(column):
        if since <= expires < column.today and not declared.intersection(document.numbers):
            yield (
                document.origin.path,
                document.origin.line_of("expires"),
                f"有效期到 {expires} 为止，已经失效，没有文件接替它，也没有清理结果说明；"
                "还要执行的请重新发文或者延长有效期，不再执行的请在清理结果里写“失效”",
            )


@rule(
    "validity-ending",
    "有效期快满的规范性文件要提前评估",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.VALIDITY,
    advice=_ADVICE,
    bad="有效期至: 2026-12-31，到了11月还没有打算",
    good="到期以前发布新的文件，或者改写“有效期至”",
    limits=(RUNNING_OUT,),
)
def validity_ending(column: Column) -> Findings:
    """A document that will run out soon is told beforehand."""
    until = column.today + dt.timedelta(days=column.checks.limit(RUNNING_OUT))
    for document, expires in _expiring(column):
        if column.today < expires <= until:
            left = (expires - column.today).days
            yield (
                document.origin.path,
                document.origin.line_of("expires"),
                f"有效期到 {expires} 为止，还有 {left} 天，过后网页上自动标为失效；"
                "还要执行的请提前评估，重新发文或者延长有效期",
            )


@rule(
    "basis-gone",
    "依据的文件要是现在有效的",
    Severity.WARNING,
    norm=_NORM,
    family=Family.VALIDITY,
    advice="改写成接替它的那一份文件；没有接替的，删去。",
    bad="2026年印发的通知写“根据《示例县停车管理办法》（示政发〔2019〕5号）”，而它2022年就废止了",
    good="写现在有效的文件",
)
def basis_gone(column: Column) -> Findings:
    """Neither a document newer than the end of another nor a catalogue of today rests on it."""
    told: set[tuple[str, str]] = set()
    for relation in column.relations:
        source, target = relation.source, relation.target
        if relation.kind == "implements" and is_over(column, target, source.issued):
            told.add((source.origin.path, target.origin.path))
            yield (
                source.origin.path,
                source.origin.line_of("implements"),
                f"“依据”里的“{_name(target)}”{_reason(column, target)}，本文件成文于 {source.issued}；请换成现在有效的文件",
            )
    for each, target in _rested_on(column):
        writing = each.passage.writing
        key = each.passage.path, target.origin.path
        day = writing.issued if isinstance(writing, Document) else column.today
        if key in told or not is_over(column, target, day):
            continue
        told.add(key)
        yield (
            each.passage.path,
            each.line,
            f"作为依据的{each.name}{_reason(column, target)}；请换成现在有效的文件",
        )


@rule(
    "basis-gone-since",
    "依据废止了的规范性文件要及时清理",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.VALIDITY,
    advice="看还要不要执行：要执行的，修改或者重新发文；不要执行的，废止。",
    bad="依据: [示政发〔2019〕5号]，它在2022年废止了，本文件还是有效",
    good="依据废止以后，本文件也修改或者废止",
)
def basis_gone_since(column: Column) -> Findings:
    """A normative document in force whose basis has gone since is looked at again."""
    for relation in column.relations:
        source, target = relation.source, relation.target
        has_gone = is_over(column, target) and not is_over(column, target, source.issued)
        if relation.kind == "implements" and source.normative and has_gone and not is_over(column, source):
            yield (
                source.origin.path,
                source.origin.line_of("implements"),
                f"“依据”里的“{_name(target)}”{_reason(column, target)}；请看本文件还要不要执行，该修改、废止的及时处理",
            )


def _expiring(column: Column) -> Iterator[tuple[Document, dt.date]]:
    """Normative documents that 有效期至 ends, with that day: no other repeals them, now or later.

    A notice that was meant for a time, such as one about works in a street, simply ends.  What takes the place of a document
    may be in a file that could not be loaded; then nothing is said.
    """
    repealed = {relation.target.origin.path for relation in column.relations if relation.kind == "repeals"}
    for document in () if column.broken else column.documents:
        if document.normative and document.expires and document.origin.path not in repealed:
            yield document, document.expires


def _declared(column: Column) -> set[str]:
    """The numbers in lists of what was reviewed."""
    return {
        number
        for register in column.registers
        if _RESULT in (register.kind or register.name)
        for row in register.rows
        for value in row.values
        if isinstance(value, str)
        for number in value.split("\n")
    }


def _rested_on(column: Column) -> Iterator[tuple[Cited, Document]]:
    """Papers of the column, gone or to go, that a text names as its basis; interpretations rest on what they explain."""
    ending = lapses(column)
    for each in cited(column):
        target, passage = each.paper, each.passage
        if not isinstance(target, Document) or target.origin.path not in ending:
            continue
        writing = passage.writing
        if isinstance(writing, Document):
            rests = (
                passage.source is Source.BODY
                and not writing.interprets
                and not is_over(column, writing)
                and rests_on(passage.text, each.citation)
            )
        else:
            rests = _BASIS in passage.label and passage.source in (Source.FIELD, Source.CELL)
        if rests:
            yield each, target


def _reason(column: Column, document: Document) -> str:
    return lapses(column)[document.origin.path].reason


def _name(document: Document) -> str:
    return document.doc_number or document.title
