"""What the pages about interpretations show, and what the page of a document shows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Day, Frame, Link, Pager
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An interpretation as the page of its document names it: its form (图解, 问答 …), who made it and when."""

    form: str
    link: Link
    unit: str
    published: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What an interpretation is about: ``link`` without address for a paper that is not on the web; ``state`` may be empty."""

    link: Link
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """What an interpretation says of itself: its documents, who made it, whom to call, the other forms of the same."""

    documents: tuple[Explained, ...]
    unit: str
    telephones: tuple[Link, ...]
    others: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpretationsPage:
    """/interpretations/: documents with their interpretations, newest first; ``rates`` leads to the counts."""

    template: ClassVar[str] = "pages/interpretations.html"
    frame: Frame
    table: Table
    pager: Pager
    rates: Link
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpretationRatesPage:
    """/interpretations/rates/: how many normative documents were interpreted, by quarter and organ.

    ``words`` say the newest quarters in sentences, newest first; ``days`` are the working days that an interpretation may take.
    """

    template: ClassVar[str] = "pages/interpretation_rates.html"
    frame: Frame
    days: int
    words: tuple[str, ...]
    table: Table | None
    files: tuple[Link, ...]
