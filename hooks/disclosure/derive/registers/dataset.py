"""Registers as data sets: the declared columns in their order, and the address of each row."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses
from disclosure.derive.data_pieces import DataField, DataKind, Dataset
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Place
from disclosure.derive.registers.cells import plain
from disclosure.model import CellKind, Register, RegisterColumn

ADDRESS = "地址"
_KINDS = {CellKind.NUMBER: DataKind.NUMBER, CellKind.MONEY: DataKind.NUMBER, CellKind.DAY: DataKind.DAY}


def dataset_id(register: Register) -> str:
    """register-<id>."""
    return f"register-{register.id}"


def register_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """A data set for every register."""
    for register in holdings.column.registers:
        page = addresses.of_register(register)
        yield Dataset(
            id=dataset_id(register),
            title=register.name,
            description=register.description or f"{register.name}，一行一条。",
            organ="、".join(organ.name for organ in register.organs),
            page=page,
            updated=register.updated,
            fields=(*map(_field, register.columns), *_address_field(register)),
            rows=tuple(
                (
                    *(plain(value) for value in row.values),
                    *(Place(f"{page}#{row.id}") for _ in _address_field(register)),
                )
                for row in register.rows
            ),
        )


def _field(column: RegisterColumn) -> DataField:
    kind = _KINDS.get(column.kind or CellKind.TEXT, DataKind.TEXT)
    return DataField(name=column.name, kind=kind, meaning=column.meaning or "", unit=column.unit or "")


def _address_field(register: Register) -> tuple[DataField, ...]:
    """The field of the rows' addresses, unless a column has its name: names are keys and must differ."""
    if any(column.name == ADDRESS for column in register.columns):
        return ()
    return (DataField(name=ADDRESS, kind=DataKind.ADDRESS, meaning="这一行在网页上的地址"),)
