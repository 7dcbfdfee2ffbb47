"""The value of a cell as pages, data sets and the search have it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from disclosure.column import Column
from disclosure.derive import addresses, contacts, wording
from disclosure.derive.data_pieces import DataValue
from disclosure.derive.pieces import Day, Link
from disclosure.derive.table_pieces import Cell
from disclosure.model import CellKind, CellValue, RegisterColumn

EMPTY = "—"
"""What stands in an empty cell of a page."""


def shown(column: Column, own: RegisterColumn, value: CellValue) -> Cell:
    """The cell of a page."""
    if value is None:
        return Cell((Link(EMPTY),))
    if isinstance(value, Decimal):
        return Cell((Link(number(value)),), key=format(value, "f"))
    if isinstance(value, dt.date):
        return Cell((wording.day(value),), key=value.isoformat())
    if isinstance(value, tuple):
        return Cell(tuple(Link(organ.name, addresses.of_organ(organ)) for organ in value))
    if own.kind is CellKind.PHONE:
        return Cell(contacts.telephones(value))
    lines = value.split("\n")
    return Cell(tuple(_paper(column, line) for line in lines) if own.kind is CellKind.PAPER else _texts(lines))


def plain(value: CellValue) -> DataValue:
    """The value in a data set: organs by name, several values on lines of their own."""
    return "\n".join(organ.name for organ in value) if isinstance(value, tuple) else value


def words(column: Column, own: RegisterColumn, value: CellValue) -> str:
    """The cell as a text on one line, "" if it is empty."""
    return "" if value is None else " ".join(each.text for each in shown(column, own, value).values)


def number(value: Decimal) -> str:
    """1234.5 as 1,234.5: all its places, and thousands that can be counted."""
    return format(value, ",f")


def _texts(lines: list[str]) -> tuple[Link | Day, ...]:
    return tuple(Link(line) for line in lines)


def _paper(column: Column, line: str) -> Link:
    """A number or title; a document of the column is linked, under its 发文字号 or its title."""
    document = column.by_number.get(line)
    return Link(document.doc_number or document.title, addresses.of_writing(document)) if document else Link(line)
