"""Tables of texts: every cell with its place in words and its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.grids import headings_of


def tell_table(gathering: Gathering, rows: Sequence[Mapping[int, str]], where: str, *, is_hidden: bool = False) -> None:
    """Gather the cells of ``rows`` (texts by the number of their column, from 0) of the table ``where``."""
    plain = [{column: flat for column, text in row.items() if (flat := " ".join(text.split()))} for row in rows]
    headings = headings_of(plain)
    for number, row in enumerate(rows):
        for column, text in row.items():
            gathering.tell(
                f"{where}第{number + 1}行第{column + 1}列",
                text,
                is_hidden=is_hidden,
                heading=headings.get((number, column), ""),
            )
