"""In which issues of 政府公报 a document stands."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.derive import addresses
from disclosure.derive.pieces import Link
from disclosure.model import Bulletin, Document


def name_of(column: Column) -> str:
    """The name of the bulletin: 示例县人民政府公报."""
    return f"{column.info.organ.name}公报"


def issue_of(bulletin: Bulletin) -> str:
    """An issue by year and number."""
    return f"{bulletin.year}年第{bulletin.number}期"


def issues_with(column: Column, document: Document) -> tuple[Link, ...]:
    """The issues in which ``document`` stands, oldest first; their text is the standard text."""
    return tuple(
        Link(f"刊登于《{name_of(column)}》{issue_of(bulletin)}", addresses.of_bulletin(bulletin))
        for bulletin in reversed(column.bulletins)
        if any(text.number in document.numbers for text in bulletin.texts if text.number)
    )
