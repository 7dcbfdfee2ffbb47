"""The parts that data sets are made of."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from disclosure.derive.pieces import Place

DataValue: TypeAlias = "str | int | Decimal | dt.date | Place | tuple[str, ...] | tuple[Place, ...] | None"
"""What a cell holds: None where nothing was written, never a blank text; a field of many holds a tuple, maybe empty."""


class DataKind(enum.StrEnum):
    """What the values of a field are, as the description of the data names it."""

    TEXT = "文本"
    NUMBER = "数字"
    DAY = "日期"
    ADDRESS = "网址"
    TEXTS = "文本列表"
    ADDRESSES = "网址列表"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataField:
    """A column of a data set: its name is the header of the CSV file and the key in JSON; ``unit`` as in 万元.

    A ``required`` one has a value in every row.
    """

    name: str
    kind: DataKind = DataKind.TEXT
    meaning: str = ""
    unit: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A table that can be downloaded.

    ``id`` gives the addresses (addresses.of_data); ``page`` is where people read the same; ``organ`` answers for it;
    ``updated`` is the day of its last change, None if nothing is in it.  Every row has a value for every field.
    """

    id: str
    title: str
    description: str
    organ: str
    page: str
    updated: dt.date | None
    fields: tuple[DataField, ...]
    rows: tuple[tuple[DataValue, ...], ...]
