"""What /data/ and /data/catalog.json both tell: the data sets with their files, who answers for them, how they may be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.derive.data_pieces import Dataset
from disclosure.derive.frame import COLUMN
from disclosure.derive.open_data.files import DataFile, FileKind
from disclosure.model import ColumnInfo

CONTRACT = 1
"""The version of what README.md beside this file promises; it changes only when something that was promised goes."""


@dataclass(frozen=True, slots=True)
class PublishedData:
    """A data set with its files, in the order of their kinds."""

    dataset: Dataset
    files: tuple[DataFile, ...]

    def file(self, kind: FileKind) -> DataFile:
        """The file of this kind."""
        return next(file for file in self.files if file.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCatalogue:
    """All data sets of a column; ``code`` is the 统一社会信用代码 of ``publisher``, ``updated`` the newest of their days."""

    title: str
    description: str
    publisher: str
    code: str
    publisher_site: str
    licence: str
    updated: dt.date | None
    entries: tuple[PublishedData, ...]


def data_catalogue(column: Column, datasets: Iterable[Dataset], files: Sequence[DataFile]) -> DataCatalogue:
    """The catalogue of ``datasets``, which were published as ``files``."""
    info = column.info
    name = info.organ.name
    entries = tuple(
        PublishedData(dataset, tuple(file for file in files if file.dataset == dataset.id)) for dataset in datasets
    )
    days = [entry.dataset.updated for entry in entries if entry.dataset.updated]
    return DataCatalogue(
        title=f"{name}{COLUMN}",
        description=f"{name}{COLUMN}专栏的目录、清单和统计表。",
        publisher=name,
        code=info.organ.credit_code,
        publisher_site=info.site_address or "",
        licence=licence_of(info),
        updated=max(days, default=None),
        entries=entries,
    )


def licence_of(info: ColumnInfo) -> str:
    """数据许可 as column.yml words it, or that the data may be used and its source be named."""
    return info.licence or f"这里的数据可以免费下载和使用；转载、引用时请注明来源“{info.organ.name}{COLUMN}专栏”。"
