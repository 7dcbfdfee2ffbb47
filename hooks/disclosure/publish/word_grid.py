"""Which place each cell of an HTML table takes, as HTML lays tables out, without columns in which no cell starts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from disclosure.publish.tree import Element

_WIDEST = 1000
"""The most columns that a cell may span in HTML."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its place, with the rows and columns it takes."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


def grid_of(table: Element) -> tuple[int, int, list[GridCell]]:
    """Rows, columns and cells of ``table``; no two cells overlap, and none is lost."""
    groups = sorted(
        table.elements("thead", "tbody", "tfoot", "tr"), key=lambda group: {"thead": 0, "tfoot": 2}.get(group.tag, 1)
    )
    lines = [line for group in groups for line in ([group] if group.tag == "tr" else group.elements("tr"))]
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row, line in enumerate(lines):
        column = 0
        for element in line.elements("td", "th"):
            while (row, column) in taken:
                column += 1
            wanted = min(_number(element, "colspan"), _WIDEST)
            columns = next((step for step in range(1, wanted) if (row, column + step) in taken), wanted)
            rows = min(_number(element, "rowspan") or len(lines), len(lines) - row)
            taken |= {(row + down, column + step) for down in range(rows) for step in range(columns)}
            cells.append(GridCell(element, row, column, rows, columns))
            column += columns
    return _without_empty_columns(len(lines), cells)


def _without_empty_columns(rows: int, cells: list[GridCell]) -> tuple[int, int, list[GridCell]]:
    starts = sorted({cell.column for cell in cells})
    kept = {column: place for place, column in enumerate(starts)}
    narrowed = [
        replace(
            cell,
            column=kept[cell.column],
            columns=sum(cell.column <= start < cell.column + cell.columns for start in starts),
        )
        for cell in cells
    ]
    return rows, len(starts), narrowed


def _number(element: Element, name: str) -> int:
    """A span as written; 1 where it is not a number, and 0 (to the end) only for rows."""
    written = element.attributes.get(name, "1").strip()
    number = int(written) if written.isascii() and written.isdigit() else 1
    return number if name == "rowspan" else max(number, 1)
