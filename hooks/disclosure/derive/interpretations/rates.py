"""How many normative documents were interpreted, by the quarter and the organ that published them.

The wants behind it, as systems of cities and counties have them: every normative document has an interpretation, in two
forms or more, within three working days.  Whether it came in time is counted by the calendar of working days, and where
that year is not known nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.derive.interpretations.sets import Interpreted, interpreted
from disclosure.model import Document

DAYS = 3
"""Working days after publication in which an interpretation is in time."""


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


def rates(column: Column) -> tuple[Rate, ...]:
    """One for each quarter and organ that published any, newest quarter first, organs in the order of their catalogue."""
    sets = {each.document.origin.path: each for each in interpreted(column) if each.document}
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


COUNTS = ("documents", "interpreted", "several", "in_time", "late", "unknown", "missing")


def percent(part: int, whole: int) -> str:
    """A part as whole per cent, halves rounded up."""
    return f"{(200 * part + whole) // (2 * whole)}%"


def _counted(
    column: Column, sets: Mapping[str, Interpreted], quarter: str, organ: str, documents: list[Document]
) -> Rate:
    found = [each for document in documents if (each := sets.get(document.origin.path))]
    verdicts = [_is_in_time(column, each) for each in found]
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


def _is_in_time(column: Column, each: Interpreted) -> bool | None:
    """Whether the first interpretation came within the term; None if the calendar does not say when that ended."""
    assert each.document is not None
    end = column.calendar.end(each.document.published, DAYS)
    return None if end is None else each.interpretations[0].published <= end
