"""From which day documents are no longer in force, and why: repealed as a whole, or past their 有效期至."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.once import once
from disclosure.model import Document

_TIDIES_UP = re.compile("废止|宣布失效|继续有效|清理结果|延长.{0,60}有效期|更正")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lapse:
    """The first day on which a document is not in force, which may be to come; ``by`` is what repeals it, if anything does."""

    day: dt.date
    by: Document | None = None

    @property
    def reason(self) -> str:
        """Why and since when, in words that follow a title."""
        if self.by is None:
            return f"有效期到 {self.day - _ONE_DAY} 为止"
        return f"从 {self.day} 起被“{self.by.doc_number or self.by.title}”废止"


@once
def lapses(column: Column) -> Mapping[str, Lapse]:
    """The lapse of each document that has one, by path; of several reasons the earliest.

    An older document repeals nothing newer: its number is wrong, and a rule says so.
    """
    found: dict[str, list[Lapse]] = {}
    for document in column.documents:
        if document.expires:
            found.setdefault(document.origin.path, []).append(Lapse(document.expires + _ONE_DAY))
    for relation in column.relations:
        source, target = relation.source, relation.target
        is_whole = relation.kind == "repeals" and not relation.articles
        if is_whole and source is not target and target.issued <= source.issued:
            found.setdefault(target.origin.path, []).append(Lapse(source.takes_effect, source))
    return {path: min(each, key=lambda lapse: lapse.day) for path, each in found.items()}


def tidies_up(document: Document) -> bool:
    """Whether ``document`` only ends, prolongs or corrects others and rules nothing itself."""
    return bool(_TIDIES_UP.search(document.title))


def is_over(column: Column, document: Document, day: dt.date | None = None) -> bool:
    """Whether ``document`` is no longer in force on ``day``, or today."""
    lapse = lapses(column).get(document.origin.path)
    return lapse is not None and lapse.day <= (day or column.today)
