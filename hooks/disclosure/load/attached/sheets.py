"""Sheets of workbooks, old and new: cells with their address and the head of their column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.grids import headings_of
from disclosure.model import Trait

_CODE = re.compile(r'&(?:[A-Z]|"[^"]*"|\d+)')


@dataclass
class Sheet:
    """A sheet as it was read; rows and columns count from 1."""

    name: str
    is_hidden: bool = False
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    besides: list[tuple[str, str]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The sheet in words."""
        return f"隐藏的工作表“{self.name}”" if self.is_hidden else f"工作表“{self.name}”"


def tell_sheet(sheet: Sheet, gathering: Gathering) -> None:
    """Gather the cells of a sheet, and whether it or parts of it are hidden."""
    if not sheet.cells:
        return
    order = sorted(sheet.cells)
    rows = [{column: sheet.cells[row, column] for _, column in cells} for row, cells in groupby(order, _row_of)]
    headings = headings_of(rows)
    hidden: dict[str, None] = {}
    for place, row in enumerate(dict.fromkeys(row for row, _ in order)):
        for column, text in rows[place].items():
            why = _why_hidden(sheet, row, column)
            if why:
                hidden[why] = None
            gathering.tell(
                f"{sheet.place}{letters_of(column)}{row}{f'（{why}）' if why else ''}",
                text,
                is_hidden=sheet.is_hidden or bool(why),
                heading=headings.get((place, column), ""),
            )
    for what, text in sheet.besides:
        gathering.tell(f"{sheet.place}的{what}", text, is_hidden=True)
    if sheet.is_hidden:
        gathering.note(Trait.HIDDEN, sheet.place)
    elif hidden:
        gathering.note(Trait.HIDDEN, f"{sheet.place}里{'、'.join(hidden)}")


def header_text(written: str) -> str:
    """A header or footer without the codes for its place, its type, pages and names of files."""
    return _CODE.sub("", written)


def _row_of(place: tuple[int, int]) -> int:
    return place[0]


def _why_hidden(sheet: Sheet, row: int, column: int) -> str:
    if column in sheet.hidden_columns:
        return "隐藏的列"
    return "隐藏的行" if row in sheet.hidden_rows else ""


def letters_of(column: int) -> str:
    """The letters of a column: 1 is A, 28 is AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
