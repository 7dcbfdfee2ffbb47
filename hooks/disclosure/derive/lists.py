"""Lists of documents: rows, and pages of twenty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.pieces import Link, Pager, Row
from disclosure.model import Document

PAGE_SIZE = 20
CATALOGUE_PAGE_SIZE = 50

_Entry = TypeVar("_Entry")


def row(column: Column, document: Document) -> Row:
    """A document as a row of a list."""
    state, tone = wording.validity(column, document)
    return Row(
        title=document.title,
        address=addresses.of_writing(document),
        number=document.doc_number or document.index_number,
        issuers=wording.issuers(document),
        published=wording.day(document.published),
        validity=state,
        validity_tone=tone,
    )


def pages_of(entries: Sequence[_Entry], first: str, size: int) -> Iterator[tuple[Pager, str, Sequence[_Entry]]]:
    """Cut ``entries`` into pages of ``size``; an empty list still has one page.

    Yields the pager, the address and the entries of each page; ``first`` is the address of the first.
    """
    count = max(-(-len(entries) // size), 1)
    for number in range(1, count + 1):
        pager = Pager(
            page=number,
            pages=count,
            total=len(entries),
            choices=tuple(
                Link(str(choice), None if choice == number else addresses.of_list_page(first, choice))
                for choice in _near(number, count)
            ),
            newer=Link("上一页", addresses.of_list_page(first, number - 1)) if number > 1 else None,
            older=Link("下一页", addresses.of_list_page(first, number + 1)) if number < count else None,
        )
        yield pager, addresses.of_list_page(first, number), entries[(number - 1) * size : number * size]


def caption(name: str, total: int) -> str:
    """What a list of documents is called."""
    return f"{name}文件列表，共 {total} 件，新的在前"


def numbered(title: str, page: int) -> str:
    """The title of the ``page``th page of a list."""
    return title if page == 1 else f"{title}（第 {page} 页）"


def last_change(documents: Sequence[Document]) -> str:
    """The day (ISO) of the newest of ``documents``, which stand newest first."""
    return documents[0].published.isoformat() if documents else ""


def _near(number: int, count: int) -> list[int]:
    """The pages to offer: the first, the last, and two on either side of the current one."""
    return [choice for choice in range(1, count + 1) if choice in (1, count) or abs(choice - number) <= 2]
