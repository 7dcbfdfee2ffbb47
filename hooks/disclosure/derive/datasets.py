"""Data sets: everything of the column that is a table, once, for downloads, for /data/ and for other columns to collect.

A page that shows a table and the files that hold it are made from the same data set, so their numbers cannot differ.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from disclosure.derive import addresses, wording
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Place
from disclosure.model import Document
from disclosure.terms import terms

DataValue: TypeAlias = "str | int | Decimal | dt.date | Place | None"
"""What a cell holds: None where nothing was written, never a blank text."""


class DataKind(enum.StrEnum):
    """What the values of a field are, as the description of the data names it."""

    TEXT = "文本"
    NUMBER = "数字"
    DAY = "日期"
    ADDRESS = "网址"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataField:
    """A column of a data set: its name is the header of the CSV file and the key in JSON; ``unit`` as in 万元."""

    name: str
    kind: DataKind = DataKind.TEXT
    meaning: str = ""
    unit: str = ""


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


def all_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """Every data set of the column, the 目录 of all documents first."""
    # Made of the nouns above, so not known when this module is read.
    from disclosure.derive.annual.data import annual_datasets

    yield documents_dataset(holdings)
    yield from annual_datasets(holdings)


def documents_dataset(holdings: Holdings) -> Dataset:
    """The 目录 of 条例 Art. 12: 索引、名称、内容概述、生成日期 first, newest document first."""
    column = holdings.column
    vocabulary = terms(Document)
    fields = tuple(
        DataField(
            name=vocabulary[name].key,
            kind=DataKind.DAY if name in ("issued", "published") else DataKind.TEXT,
            meaning=vocabulary[name].meaning,
        )
        for name in _DOCUMENT_FIELDS
    )
    newest = holdings.newest
    return Dataset(
        id="documents",
        title="政府信息公开目录",
        description="本专栏主动公开的全部文件，一行一件，新的在前。",
        organ=column.info.organ.name,
        page=addresses.CATALOGUE,
        updated=newest[0].published if newest else None,
        fields=(*fields, DataField(name="地址", kind=DataKind.ADDRESS, meaning="文件页面的地址")),
        rows=tuple(
            (
                document.index_number,
                document.title,
                document.summary,
                document.issued,
                document.doc_number,
                wording.issuers(document),
                document.theme.name,
                document.genre.name,
                document.published,
                wording.validity(column, document)[0] or None,
                Place(addresses.of_writing(document)),
            )
            for document in newest
        ),
    )


_DOCUMENT_FIELDS = (
    "index_number",
    "title",
    "summary",
    "issued",
    "doc_number",
    "issuers",
    "theme",
    "genre",
    "published",
    "stated_validity",
)
