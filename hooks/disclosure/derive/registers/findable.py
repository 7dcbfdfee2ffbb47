"""Registers as search finds them: by the pages of their rows."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses
from disclosure.derive.findable import Findable, escaped, of_place
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import numbered, pages_of
from disclosure.derive.registers.cells import words
from disclosure.derive.registers.tables import PAGE_SIZE, order_of
from disclosure.model import Register


def register_findables(holdings: Holdings) -> Iterator[Findable]:
    """Each page of each register."""
    for register in holdings.column.registers:
        yield from _of_register(holdings, register)


def _of_register(holdings: Holdings, register: Register) -> Iterator[Findable]:
    """Each page of the rows of a register."""
    column, order = holdings.column, order_of(register)
    item = holdings.item_by_id[register.item]
    for pager, address, rows in pages_of(register.rows, addresses.of_register(register), PAGE_SIZE):
        lines = (" ".join(words(column, register.columns[at], row.values[at]) for at in order) for row in rows)
        yield of_place(
            address,
            numbered(register.name, pager.page),
            register.description or "",
            "statutory",
            body="\n".join(escaped(line) for line in lines),
            items=(item,),
            organs=register.organs,
        )
