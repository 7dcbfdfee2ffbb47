"""The parts that tables of data are made of."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.derive.pieces import Day, Link


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a table: ``kind`` is text, number or day; a filter offers its values to choose from.

    Where only a part of the table is on the page, ``choices`` are the values of the whole.  With ``is_sum`` the last row
    holds the sum of the column, which a script counts anew for the rows that are found.
    """

    text: str
    kind: str = "text"
    is_filter: bool = False
    choices: tuple[str, ...] = ()
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: values below each other; ``key`` is what it is sorted by where that is not its text.

    With a ``tone`` (good, wait, changed, gone) it is shown as a state.
    """

    values: tuple[Link | Day, ...]
    key: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table under its own anchor; the first cell names the row, ``called`` tells it from rows of the same name."""

    anchor: str
    cells: tuple[Cell, ...]
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The table of which a page shows the ``page``th part of ``size`` rows.

    ``first`` is the address of the first part, ``rows`` that of the script with all rows (publish/tables.py), ``part``
    says in the caption which rows these are.
    """

    first: str
    rows: str
    part: str
    page: int
    size: int
    total: int


_MOST_BESIDE = 8
"""Columns that fit beside each other whatever they hold."""

_MOST_WEIGHT = 5.5
"""What more columns than that may weigh to fit all the same."""

_MOST_ACROSS = 12
"""Columns that can be read on A4 across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that can be sorted and filtered where there are scripts, and reads well without.

    ``totals`` is the last row, a text for each column, or empty.  With ``is_linked`` each row shows a link to itself;
    ``whole`` is given where the page has only a part of the rows.
    """

    id: str
    caption: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    totals: tuple[str, ...] = ()
    is_linked: bool = False
    whole: Whole | None = None

    @property
    def is_cards(self) -> bool:
        """Whether every row is a card on any screen; a column of numbers or days takes half the place of one of texts."""
        weight = sum(1 if head.kind == "text" else 0.5 for head in self.heads)
        return len(self.heads) > _MOST_BESIDE and weight > _MOST_WEIGHT

    @property
    def is_across(self) -> bool:
        """Whether these cards are a table on paper that lies across."""
        return self.is_cards and len(self.heads) <= _MOST_ACROSS
