"""The files that a data set is published as."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from disclosure.derive import addresses


class FileKind(enum.StrEnum):
    """A kind of file: its value is the ending of the address."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    SCHEMA = "schema.json"

    @property
    def media_type(self) -> str:
        """As IANA registers it, and JSON Schema for its own."""
        return _MEDIA_TYPES[self]

    @property
    def label(self) -> str:
        """What people call it."""
        return _TITLES[self]


_MEDIA_TYPES = {
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.JSON: "application/json",
    FileKind.SCHEMA: "application/schema+json",
}
_TITLES = {
    FileKind.CSV: "CSV 表格",
    FileKind.XLSX: "Excel 表格",
    FileKind.JSON: "JSON 数据",
    FileKind.SCHEMA: "JSON 的格式说明（JSON Schema）",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A published file of the data set ``dataset``: ``size`` in bytes, ``sha256`` in hexadecimal digits."""

    dataset: str
    kind: FileKind
    size: int
    sha256: str

    @property
    def address(self) -> str:
        """Where it is."""
        return addresses.of_data(self.dataset, self.kind)
