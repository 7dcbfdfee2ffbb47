"""Days that a body tells of its own document agree with those in its head."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from disclosure.column import Column
from disclosure.load.told_days import FromWhen, ToldEnd, ToldStart, told_ends, told_starts
from disclosure.measures.named_organs import is_issuer, organs_by_name, signature_of, signers_of
from disclosure.model import Document, Organ, RulePage
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_OLDER = dt.timedelta(days=366)
"""A text that is in force since longer ago than this before 成文日期 is an older one that the document amends or repeats."""


@rule(
    "signature-date",
    "成文日期要与落款的日期一致",
    Severity.WARNING,
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="成文日期是负责人签发的日期，照落款写；网页发布的日期写在发布日期里。",
    bad="成文日期: 2026-03-09（正文落款是“2026年3月5日”）",
    good="成文日期: 2026-03-05（正文落款是“2026年3月5日”，写成“二〇二六年三月五日”也行）",
)
def signature_date(column: Column) -> Findings:
    """The day under the signature of an issuer is 成文日期; what others signed is told by issuer-disagrees."""
    named = organs_by_name(column)
    papers: tuple[Document | RulePage, ...] = (*column.documents, *column.rules)
    for document in papers:
        signature = signature_of(document)
        if signature is None or document.issued is None or signature.day == document.issued:
            continue
        if not isinstance(document, Document) or _is_signed_by_issuer(document, named):
            written = signature.day_written
            yield (
                document.origin.path,
                document.origin.line_of("issued"),
                f"成文日期是 {document.issued}，正文第 {document.body_line + written.place} 行落款的日期是“{written.text}”；"
                "请核对，一般以落款为准",
            )


@rule(
    "effective-disagrees",
    "施行日期要与正文里写的一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="照正文里“自……起施行”的那一天写；自印发、发布之日起施行的，写成文日期或者发布日期。",
    bad="施行日期: 2026-02-01（正文写“本办法自2026年1月1日起施行”）",
    good="施行日期: 2026-01-01（正文写“本办法自2026年1月1日起施行”）",
)
def effective_disagrees(column: Column) -> Findings:
    """施行日期 is one of the days from which the text says that it is in force."""
    for document in _papers(column):
        if document.effective is None:
            continue
        starts = list(told_starts(document.body))
        if any(_begins(told, document) for told in starts):
            continue
        for told in starts[:1] if not all(_is_older(told, document) for told in starts) else ():
            yield (
                document.origin.path,
                document.origin.line_of("effective"),
                f"施行日期是 {document.effective}，正文第 {_line(document, told.place)} 行写的是“{told.written}”；"
                "请核对，一般以正文为准",
            )


@rule(
    "effective-missing",
    "正文写明哪天起施行的，要写施行日期",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="补上施行日期：不写的话，从成文那天起就显示为有效，它废止的文件也从那天起显示为废止。",
    bad="（没有写施行日期，正文写“本办法自2027年1月1日起施行”）",
    good="施行日期: 2027-01-01",
)
def effective_missing(column: Column) -> Findings:
    """A text that says that it is in force only from a day after it was issued has a 施行日期."""
    for document in _papers(column):
        if document.effective is not None:
            continue
        starts = ((told, told.start) for told in told_starts(document.body))
        later = ((told, start) for told, start in starts if isinstance(start, dt.date) and start > document.issued)
        for told, start in list(later)[:1]:
            yield (
                document.origin.path,
                document.origin.line_of("issued"),
                f"正文第 {_line(document, told.place)} 行写明“{told.written}”，却没有写“施行日期”；"
                f"请补上一行“施行日期: {start}”",
            )


@rule(
    "expires-disagrees",
    "有效期至要与正文里写的一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="照正文里的有效期写：有效期几年的，从施行那天算起，写最后一天。",
    bad="有效期至: 2030-12-31（正文写“自2026年1月1日起施行，有效期3年”）",
    good="有效期至: 2028-12-31（正文写“自2026年1月1日起施行，有效期3年”）",
)
def expires_disagrees(column: Column) -> Findings:
    """有效期至 is the day that the text names, or as many years after the beginning as it says, or the day before."""
    for document in _papers(column):
        if document.expires is None:
            continue
        for told in told_ends(document.body):
            if document.expires not in _last_days(told, document):
                yield (
                    document.origin.path,
                    document.origin.line_of("expires"),
                    f"有效期至 {document.expires}，正文第 {_line(document, told.place)} 行写的是“{told.written}”"
                    f"（到 {_last_day(told, document)} 为止）；请核对，一般以正文为准",
                )


@rule(
    "expires-missing",
    "正文写明有效期的，要写有效期至",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="补上有效期至，写有效的最后一天：不写的话，过了期也一直显示为有效。",
    bad="（没有写有效期至，正文写“自2026年1月1日起施行，有效期5年”）",
    good="有效期至: 2030-12-31",
)
def expires_missing(column: Column) -> Findings:
    """A text that says how long it is in force has a 有效期至."""
    for document in _papers(column):
        for told in list(told_ends(document.body))[:1] if document.expires is None else ():
            yield (
                document.origin.path,
                document.origin.line_of("issued"),
                f"正文第 {_line(document, told.place)} 行写明“{told.written}”，却没有写“有效期至”；"
                f"请补上一行“有效期至: {_last_day(told, document)}”",
            )


def _is_signed_by_issuer(document: Document, named: Mapping[str, Organ]) -> bool:
    """Whether an issuer signs, or nobody but the day is written."""
    signers = signers_of(document, named)
    return not signers or any(is_issuer(each, document, named) for each in signers)


def _papers(column: Column) -> Iterator[Document]:
    """The documents that speak of themselves: those that explain another one repeat what it says."""
    return (each for each in column.documents if not each.interprets and "解读" not in each.genre.name + each.title)


def _begins(told: ToldStart, document: Document) -> bool:
    """Whether 施行日期 is when ``told`` says; what is in force from its issue begins by the day of publication."""
    effective = document.effective
    if told.start == FromWhen.ISSUE:
        return effective is not None and document.issued <= effective <= document.published
    return told.start == effective


def _is_older(told: ToldStart, document: Document) -> bool:
    return isinstance(told.start, dt.date) and told.start < document.issued - _OLDER


def _last_days(told: ToldEnd, document: Document) -> set[dt.date]:
    """The days that may be meant by ``told``: years count from whichever beginning the document has."""
    if isinstance(told.end, dt.date):
        return {told.end}
    starts = {
        document.issued,
        document.published,
        document.effective,
        *(each.start for each in told_starts(document.body)),
    }
    after = {_years_after(start, told.end) for start in starts if isinstance(start, dt.date)}
    return after | {day - dt.timedelta(days=1) for day in after}


def _last_day(told: ToldEnd, document: Document) -> dt.date:
    if isinstance(told.end, dt.date):
        return told.end
    told_days = [each.start for each in told_starts(document.body) if isinstance(each.start, dt.date)]
    start = document.effective or (told_days[0] if told_days else document.issued)
    return _years_after(start, told.end) - dt.timedelta(days=1)


def _years_after(day: dt.date, years: int) -> dt.date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return dt.date(day.year + years, 3, 1) if is_leap_day else day.replace(year=day.year + years)


def _line(document: Document, place: int) -> int:
    return document.body_line + document.body.count("\n", 0, place)
