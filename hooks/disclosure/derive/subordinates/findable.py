"""What was collected from other columns as search finds it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import frame, wording
from disclosure.derive.findable import Findable, Tag
from disclosure.derive.holdings import Holdings
from disclosure.model import CollectedColumn, CollectedDocument


def subordinate_findables(holdings: Holdings) -> Iterator[Findable]:
    """Each document of each collected column."""
    for column in holdings.column.collected:
        for document in column.documents:
            yield _of_collected(column, document)


def _of_collected(column: CollectedColumn, document: CollectedDocument) -> Findable:
    """A document of another column, by what its 目录 says; its page is on another site."""
    return Findable(
        address=document.address,
        title=document.title,
        number=document.doc_number or document.index_number,
        numbers=document.numbers,
        organ=document.issuers,
        keywords=document.keywords,
        summary=document.summary,
        attachments=(),
        body="",
        day=document.published.isoformat(),
        validity=document.validity,
        tone=wording.tone_of(document.validity),
        part=(Tag("subordinates", frame.SUBORDINATES),),
        items=(Tag(f"subordinates-{column.id}", column.name),),
    )
