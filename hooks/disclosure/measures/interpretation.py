"""政策解读: documents with all their interpretations, and how many normative documents were interpreted in time.

The wants behind it, as systems of cities and counties have them: every normative document has an interpretation, in two
forms or more, within three working days.  Whether it came in time is counted by the calendar of working days, and where
that year is not known nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.lapses import is_over, tidies_up
from disclosure.measures.once import once
from disclosure.model import Document, Reference
from disclosure.problems import Limit

IN_TIME = Limit("interpretation-late", "工作日", 3, "文件发布以后几个工作日内要有解读；按时率也照它算")
FORMS = Limit("interpretation-forms", "形式", 2, "一份文件至少要有几种形式的解读")
_ITEM, _GROUP = "interpretation", "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreted:
    """A document of the column, or one outside it as it was referred to, with its interpretations, the oldest first."""

    document: Document | None
    reference: Reference
    interpretations: tuple[Document, ...]

    @property
    def days(self) -> int | None:
        """Days from the document to its first interpretation, below 0 if that came before; None for one outside."""
        return (self.interpretations[0].published - self.document.published).days if self.document else None

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms in which it was interpreted, each once."""
        return tuple(dict.fromkeys(str(each.form) for each in self.interpretations if each.form))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Counts of normative documents; papers of several organs count for the one that leads, so that sums hold.

    ``documents`` = ``interpreted`` + ``missing``, and ``interpreted`` = ``in_time`` + ``late`` + ``unknown`` (their year has
    no calendar); ``several`` of the interpreted have two forms or more.
    """

    quarter: str
    organ: str
    documents: int = 0
    interpreted: int = 0
    several: int = 0
    in_time: int = 0
    late: int = 0
    unknown: int = 0
    missing: int = 0


COUNTS = ("documents", "interpreted", "several", "in_time", "late", "unknown", "missing")


@once
def interpreted(column: Column) -> tuple[Interpreted, ...]:
    """Everything that has an interpretation, newest document first; one outside stands where its first interpretation does."""
    found: dict[tuple[str, ...], tuple[Document | None, Reference, dict[str, Document]]] = {}
    for source in sorted(column.documents, key=_moment):
        for reference in source.interprets:
            target = column.by_number.get(reference.number or "")
            key = (target.origin.path,) if target else (reference.number or "", reference.title or "")
            found.setdefault(key, (target, reference, {}))[2][source.index_number] = source
    sets = [
        Interpreted(document=document, reference=reference, interpretations=tuple(sources.values()))
        for document, reference, sources in found.values()
    ]
    return tuple(sorted(sets, key=lambda each: _moment(each.document or each.interpretations[0]), reverse=True))


def interpreted_documents(column: Column) -> Mapping[str, Interpreted]:
    """The documents of the column that have an interpretation, by path."""
    return {each.document.origin.path: each for each in interpreted(column) if each.document}


def is_in_time(column: Column, each: Interpreted) -> bool | None:
    """Whether the first interpretation came within the term; None if the calendar does not say when that ended.

    What came within as many days of any kind is in time whatever days of rest there are.
    """
    assert each.document is not None and each.days is not None
    days = column.checks.limit(IN_TIME)
    end = column.calendar.end(each.document.published, days)
    if end is None:
        return True if each.days <= days else None
    return each.interpretations[0].published <= end


def wanting(column: Column, since: dt.date) -> Iterator[Document]:
    """Normative documents published since that day that ought to be interpreted; not those that only tidy up, or are gone.

    A column that says why it has no 政策解读 (不设栏目) has its interpretations elsewhere; one that could not be loaded as a
    whole may have them where nobody sees.
    """
    excused = {id_ for each in column.info.not_kept for id_ in each.items}
    is_elsewhere = excused & {_ITEM, _GROUP} and _ITEM not in {item.id for item in column.applicable_items}
    if is_elsewhere or column.broken:
        return
    for document in column.documents:
        is_wanted = document.normative and document.is_public and document.published >= since
        if is_wanted and not tidies_up(document) and not is_over(column, document):
            yield document


def missing_since(column: Column, document: Document) -> dt.date | None:
    """The last day for an interpretation of ``document``, if that is over; None if not, or if nobody can tell."""
    end = column.calendar.end(document.published, column.checks.limit(IN_TIME))
    return end if end is not None and end < column.today else None


def unit_of(interpretation: Document) -> str:
    """解读单位: as written, or the issuing organs."""
    return interpretation.interpreter or "、".join(organ.name for organ in interpretation.issuers)


def rates(column: Column) -> tuple[Rate, ...]:
    """One for each quarter and organ that published any, newest quarter first, organs in the order of their catalogue."""
    sets = interpreted_documents(column)
    groups: dict[tuple[int, int, int], list[Document]] = {}
    places = {organ.id: place for place, organ in enumerate(column.organs)}
    for document in column.documents:
        if document.normative:
            day = document.published
            key = (-day.year, -((day.month + 2) // 3), places[document.issuers[0].id])
            groups.setdefault(key, []).append(document)
    return tuple(
        _counted(
            column,
            sets,
            f"{-year}年第{'一二三四'[-quarter - 1]}季度",
            column.organs[place].short_name or column.organs[place].name,
            documents,
        )
        for (year, quarter, place), documents in sorted(groups.items())
    )


def total(rates: Iterable[Rate], quarter: str = "合计") -> Rate:
    """The sum of ``rates``."""
    listed = tuple(rates)

    def summed(name: str) -> int:
        return sum(getattr(rate, name) for rate in listed)

    return Rate(quarter=quarter, organ="", **{name: summed(name) for name in COUNTS})


def percent(part: int, whole: int) -> str:
    """A part as whole per cent, halves rounded up."""
    return f"{(200 * part + whole) // (2 * whole)}%"


def _counted(
    column: Column, sets: Mapping[str, Interpreted], quarter: str, organ: str, documents: list[Document]
) -> Rate:
    found = [each for document in documents if (each := sets.get(document.origin.path))]
    verdicts = [is_in_time(column, each) for each in found]
    return Rate(
        quarter=quarter,
        organ=organ,
        documents=len(documents),
        interpreted=len(found),
        several=sum(len(each.forms) > 1 for each in found),
        in_time=verdicts.count(True),
        late=verdicts.count(False),
        unknown=verdicts.count(None),
        missing=len(documents) - len(found),
    )


def _moment(document: Document) -> tuple[str, str, str]:
    return document.published.isoformat(), document.clock, document.index_number
