"""What the pages of 下级公开 show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Fact, Frame, Pager, Row
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SubordinatesPage:
    """/subordinates/: the columns that were collected."""

    template: ClassVar[str] = "pages/subordinates.html"
    frame: Frame
    lead: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SubordinatePage:
    """/subordinates/<id>/: the documents of a column, newest first; their addresses lead to its own site, ``host``."""

    template: ClassVar[str] = "pages/subordinate.html"
    frame: Frame
    heading: str
    host: str
    facts: tuple[Fact, ...]
    caption: str
    rows: tuple[Row, ...]
    pager: Pager
    empty: str
