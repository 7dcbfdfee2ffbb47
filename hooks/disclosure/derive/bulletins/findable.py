"""Issues of 政府公报 as search finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from disclosure.derive import addresses
from disclosure.derive.bulletins.beside import issue_of, name_of
from disclosure.derive.findable import Findable, of_place
from disclosure.derive.holdings import Holdings
from disclosure.model import Bulletin


def bulletin_findables(holdings: Holdings) -> Iterator[Findable]:
    """Each issue."""
    for bulletin in holdings.column.bulletins:
        yield _of_bulletin(holdings, bulletin)


def _of_bulletin(holdings: Holdings, bulletin: Bulletin) -> Findable:
    """An issue of 政府公报: its contents, and the texts that stand only there."""
    lines: list[str] = []
    for text in bulletin.texts:
        document = holdings.column.by_number.get(text.number or "")
        lines += [document.title] if document else [text.title or "", *text.paragraphs]
    return replace(
        of_place(
            addresses.of_bulletin(bulletin),
            f"{name_of(holdings.column)}{issue_of(bulletin)}",
            f"{issue_of(bulletin)}的目录和全文，刊登 {len(bulletin.texts)} 篇。",
            "statutory",
            keywords=("政府公报",),
            body="\n".join(lines),
            organs=(bulletin.organ,),
        ),
        day=bulletin.published.isoformat(),
    )
