"""Downloads made from the vocabulary: the whole 目录 as a CSV table."""

from __future__ import annotations

import csv
import io

from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.holdings import Holdings
from disclosure.model import Document
from disclosure.terms import label

_FIELDS = (
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
"""索引、名称、内容概述、生成日期 first, as 条例 Art. 12 names them."""


def catalogue_csv(column: Column) -> bytes:
    """The 目录 of all documents, newest first: UTF-8 with a byte-order mark, because Excel asks for it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(label(Document, name) for name in _FIELDS), "地址"])
    for document in Holdings(column).newest:
        cells = {
            "index_number": document.index_number,
            "title": document.title,
            "summary": document.summary,
            "issued": document.issued.isoformat(),
            "doc_number": document.doc_number or "",
            "issuers": wording.issuers(document),
            "theme": document.theme.name,
            "genre": document.genre.name,
            "published": document.published.isoformat(),
            "stated_validity": wording.validity(column, document)[0],
        }
        writer.writerow([*(_inert(cells[name]) for name in _FIELDS), addresses.of_writing(document)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _inert(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
