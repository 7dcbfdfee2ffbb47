"""Tables that are written as such: with pipes, or in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.tables import Cell, Row, Table, cells_between, table_of, title_above

_PIPES = re.compile(r"(?m)^[ \t\u200b]*+\|?[^\n|]*+\|[^\n]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-—=+]*")
_TABLE = re.compile(r"<table\b[^>]{0,2000}>(.*?)(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TR = re.compile(r"<tr\b[^>]{0,2000}>(.*?)(?=</tr\s*>|<tr\b|\Z)", re.IGNORECASE | re.DOTALL)
_TD = re.compile(r"<t([dh])\b([^>]{0,2000})>(.*?)(?=</t[dh]\s*>|<t[dh]\b|\Z)", re.IGNORECASE | re.DOTALL)
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,2000}>|&nbsp;")
_MOST_SPANNED, _WIDEST = 50, 200
"""Columns that one cell reaches over, and of a whole table: what spans more is a slip, and would make a row of millions."""


def of_pipes(text: str) -> Iterator[Table]:
    """Tables of Markdown, with or without the line below their heads."""
    block: list[Row] = []
    start = end = -2
    for match in _PIPES.finditer(text):
        if match.start() != end + 1:
            yield from _made(text, block, start)
            block, start = [], match.start()
        end = match.end()
        if not _RULE.fullmatch(match[0]):
            block.append(_piped(text, *match.span()))
    yield from _made(text, block, start)


def _piped(text: str, start: int, end: int) -> Row:
    cells = list(cells_between(text, start, end, _PIPE))
    if cells and not cells[0].text.strip("\u200b"):
        cells = cells[1:]
    if cells and not cells[-1].text.strip("\u200b"):
        cells = cells[:-1]
    return tuple(cells)


def of_html(text: str) -> Iterator[Table]:
    """Tables of HTML, cells that reach over several rows and columns in each of them; also a few cells without their table."""
    found = [match.span(1) for match in _TABLE.finditer(text)]
    if not found and _TD.search(text):
        found = [(0, len(text))]
    for start, end in found:
        lines = [match.span(1) for match in _TR.finditer(text, start, end)] or [(start, end)]
        yield from _made(text, _rows(text, lines), start)


def _rows(text: str, lines: list[tuple[int, int]]) -> list[Row]:
    rows: list[Row] = []
    held: dict[int, tuple[int, Cell]] = {}
    for start, end in lines:
        row: list[Cell] = []
        for match in _TD.finditer(text, start, end):
            _fill(row, held)
            cell = Cell(*match.span(3), _TAG.sub(" ", match[3]).strip())
            down = _span(_ROWSPAN, match[2])
            for _ in range(min(_span(_COLSPAN, match[2]), _MOST_SPANNED, _WIDEST - len(row))):
                if down > 1:
                    held[len(row)] = (down, cell)
                row.append(cell)
        _fill(row, held)
        held = {place: (left - 1, cell) for place, (left, cell) in held.items() if left > 1}
        rows.append(tuple(row))
    return rows


def _fill(row: list[Cell], held: dict[int, tuple[int, Cell]]) -> None:
    """Put cells that reach down from rows above into their places."""
    while len(row) in held and len(row) < _WIDEST:
        row.append(held[len(row)][1])


def _span(pattern: re.Pattern[str], attributes: str) -> int:
    found = pattern.search(attributes)
    return max(1, int(found[1])) if found else 1


def _made(text: str, block: list[Row], start: int) -> Iterator[Table]:
    if block and (table := table_of(block, title_above(text, max(0, start)))):
        yield table
