"""What other columns publish, as it was collected from their open data: no editor writes it, so there are no terms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedDocument:
    """A document in the column of another organ, under the fields of its 目录; ``line`` is where it stands in the file."""

    index_number: str
    title: str
    summary: str
    issuers: str
    published: dt.date
    address: str
    doc_number: str = ""
    validity: str = ""
    keywords: tuple[str, ...] = ()
    line: int = 1

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers under which it can be found."""
        return (self.index_number, self.doc_number) if self.doc_number else (self.index_number,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedColumn:
    """The column of another organ: ``address`` is its root, ``day`` when it was collected; documents are newest first."""

    id: str
    path: str
    name: str
    organ: str
    address: str
    day: dt.date
    documents: tuple[CollectedDocument, ...]
