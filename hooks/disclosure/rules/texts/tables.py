"""Tables in a body: Markdown and HTML, as rows of cells with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and whether it stands for several rows or columns."""

    text: str
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``line`` counts from 0 in the body."""

    cells: tuple[Cell, ...]
    line: int


Table = tuple[Row, ...]

_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULER = re.compile(r"[\s|:\-]+")
_SPLIT = re.compile(r"(?<!\\)\|")


def tables(body: str) -> Iterator[Table]:
    """Every table of ``body``, in no order."""
    if "|" in body:
        yield from _markdown(body)
    if "<table" in body.lower():
        reader = _Reader()
        with suppress(AssertionError):  # a declaration such as <![x[, behind which nothing is HTML
            reader.feed(body)
            reader.close()
        yield from reader.found


def _markdown(body: str) -> Iterator[Table]:
    rows: list[Row] = []
    for number, line in enumerate([*body.split("\n"), ""]):
        if _ROW.match(line):
            if not _RULER.fullmatch(line):
                cells = _SPLIT.split(line.strip()[1:-1])
                rows.append(Row(tuple(Cell(cell.strip().replace("\\|", "|").strip("*")) for cell in cells), number))
        elif rows:
            yield tuple(rows)
            rows = []


class _Reader(HTMLParser):
    """Collects the rows of every table; those of a table inside a cell go with the inner one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Table] = []
        self._open: list[list[Row]] = []
        self._cells: list[list[Cell]] = []
        self._text: list[str] | None = None
        self._is_merged = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append([])
        elif tag == "tr" and self._open:
            self._end_row()
            self._cells.append([])
        elif tag in ("td", "th") and self._cells:
            self._end_cell()
            self._text = []
            self._is_merged = any(
                name in ("colspan", "rowspan") and value not in (None, "", "1") for name, value in attrs
            )

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and self._open:
            self._end_row()
            self.found.append(tuple(self._open.pop()))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None and self._cells:
            self._cells[-1].append(Cell(unescape("".join(self._text)).strip(), self._is_merged))
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells and self._open:
            self._open[-1].append(Row(tuple(self._cells.pop()), self.getpos()[0] - 1))
