"""A register as one table, of which each page shows a part."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from disclosure.column import Column
from disclosure.derive import addresses
from disclosure.derive.registers.cells import number, shown
from disclosure.derive.table_pieces import Head, Line, Table, Whole
from disclosure.model import CellKind, Register, RegisterColumn

PAGE_SIZE = 100
_MOST_CHOICES = 300
"""A filter of more values than these is no help; the box for words is."""

_KINDS = {CellKind.NUMBER: "number", CellKind.MONEY: "number", CellKind.DAY: "day"}


def order_of(register: Register) -> tuple[int, ...]:
    """The places of the columns as a page shows them: the one that names the row first."""
    others = (place for place in range(len(register.columns)) if place != register.naming)
    return (register.naming, *others)


def whole_table(column: Column, register: Register) -> Table:
    """All rows of ``register``."""
    order = order_of(register)
    columns = [register.columns[place] for place in order]
    rows = tuple(
        Line(
            anchor=row.id,
            cells=tuple(shown(column, own, row.values[place]) for own, place in zip(columns, order, strict=True)),
        )
        for row in register.rows
    )
    names = Counter(_name(line) for line in rows)
    lines = tuple(replace(line, called=_called(line, names[_name(line)] > 1)) for line in rows)
    return Table(
        id="dc-register",
        caption=f"{register.name}，共 {len(lines)} 条",
        heads=tuple(_head(own, number_, lines) for number_, own in enumerate(columns)),
        lines=lines,
        totals=_totals(register, order),
        is_linked=True,
    )


def is_paged(table: Table) -> bool:
    """Whether the rows need more than one page."""
    return len(table.lines) > PAGE_SIZE


def part_of(table: Table, register: Register, page: int) -> Table:
    """What the ``page``th page (from 1) shows of the whole ``table``."""
    if not is_paged(table):
        return table
    return replace(
        table,
        lines=table.lines[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        whole=Whole(
            first=addresses.of_register(register),
            rows=addresses.of_rows(register),
            part=f"这一页是第 {(page - 1) * PAGE_SIZE + 1} 条到第 {min(page * PAGE_SIZE, len(table.lines))} 条",
            page=page,
            size=PAGE_SIZE,
            total=len(table.lines),
        ),
    )


def _name(line: Line) -> str:
    return line.cells[0].values[0].text


def _called(line: Line, is_shared: bool) -> str:
    """The name of a row as the script of a whole register makes it, too (overrides/table/rows.js)."""
    return f"{_name(line)}（{line.anchor.removeprefix('r-')}）" if is_shared else _name(line)


def _head(own: RegisterColumn, place: int, lines: tuple[Line, ...]) -> Head:
    kind = _KINDS.get(own.kind or CellKind.TEXT, "text")
    is_sum = bool(own.total) and place > 0
    if not own.filter:
        return Head(own.heading, kind, is_sum=is_sum)
    found = dict.fromkeys(value.text for line in lines for value in line.cells[place].values)
    choices = tuple(choice for choice in own.choices if choice in found) or tuple(found)
    if not 1 < len(found) <= _MOST_CHOICES:
        return Head(own.heading, kind, is_sum=is_sum)
    choices = (*choices, *(each for each in found if each not in choices))
    return Head(own.heading, kind, is_filter=True, choices=choices, is_sum=is_sum)


def _totals(register: Register, order: tuple[int, ...]) -> tuple[str, ...]:
    """The sums over all rows, not over those of a page."""
    sums = {
        place: sum((value for row in register.rows if isinstance(value := row.values[place], Decimal)), Decimal(0))
        for place in order[1:]
        if register.columns[place].total
    }
    if not sums or not register.rows:
        return ()
    return (
        f"合计（全部 {len(register.rows)} 条）",
        *(number(sums[place]) if place in sums else "" for place in order[1:]),
    )
