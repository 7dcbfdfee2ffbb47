"""Data sets: everything of the column that is a table, once, for downloads, for /data/ and for other columns to collect.

A page that shows a table and the files that hold it are made from the same data set, so their numbers cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, wording
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Place
from disclosure.derive.registers.dataset import register_datasets
from disclosure.model import Document
from disclosure.terms import terms

__all__ = ["DataField", "DataKind", "DataValue", "Dataset", "all_datasets", "documents_dataset"]


def all_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """Every data set of the column, the 目录 of all documents first."""
    yield documents_dataset(holdings)
    yield from register_datasets(holdings)


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
