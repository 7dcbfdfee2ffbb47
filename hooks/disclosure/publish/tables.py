"""All rows of a table that stands on several pages, as a script, which can be loaded from a disk and under any policy.

A cell is a text, an ISO day in a column of days, or ``[values, key, tone]``, where a value is a text or
``[text, address, ISO day]``; empty ends are left out.  overrides/table/rows.js reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from disclosure.derive.pieces import Day, Link
from disclosure.derive.table_pieces import Cell, Head, Table
from disclosure.publish.output import Output


def table_outputs(tables: Iterable[tuple[str, Table]]) -> Iterator[Output]:
    """The scripts of ``tables`` at their addresses."""
    for address, table in tables:
        yield Output(address, content=_script(address, table))


def _script(address: str, table: Table) -> bytes:
    rows = ",\n".join(
        _json([line.anchor, *(_cell(cell, head) for cell, head in zip(line.cells, table.heads, strict=True))])
        for line in table.lines
    )
    return f"(window.dcTableRows=window.dcTableRows||{{}})[{_json(address)}]=[\n{rows}\n];\n".encode()


def _cell(cell: Cell, head: Head) -> Any:
    if len(cell.values) == 1 and not cell.tone:
        value = cell.values[0]
        if isinstance(value, Day):
            if head.kind == "day" and cell.key == value.iso:
                return value.iso
        elif value.address is None and cell.key in ("", value.text.replace(",", "") if head.kind == "number" else ""):
            return value.text
    return _shortened([[_value(value) for value in cell.values], cell.key, cell.tone])


def _value(value: Link | Day) -> Any:
    if isinstance(value, Day):
        return [value.text, "", value.iso]
    return [value.text, _file_at(value.address)] if value.address else value.text


def _file_at(address: str) -> str:
    """The address as a link from the root of the site writes it: with the name of the file."""
    path, hash_sign, anchor = address.partition("#")
    is_page = ":" not in path and (path.endswith("/") or not path)
    return f"{path}index.html{hash_sign}{anchor}" if is_page else address


def _shortened(values: list[Any]) -> list[Any]:
    while values and not values[-1]:
        values.pop()
    return values


def _json(value: Any) -> str:
    """JSON that is safe in a script of any age."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
