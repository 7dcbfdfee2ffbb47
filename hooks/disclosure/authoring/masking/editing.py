"""What all kinds of files share in masking: what was found, what stays, and pieces of text that change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from disclosure.measures.private.finder import private_in, private_in_table
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.tables import Cell, Row, Table, table_of

Keeps = Callable[[Found, str, str], bool]
"""Whether something found in a text, at a place in words, stays as it is: it is an office's, or somebody accepted it."""


class ByHand(Exception):
    """The file, or a part of it, cannot be changed by the program; the message says what a person has to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """A mask that was, or would be, written: the kind, the place in words, the mask."""

    kind: Kind
    where: str
    mask: str


@dataclass
class Masking:
    """The masking of one file: ``keeps`` says what stays, ``changes`` and ``left`` tell what was done and what was not."""

    keeps: Keeps
    title: str = ""
    changes: list[Change] = field(default_factory=list)
    left: dict[str, None] = field(default_factory=dict)

    def take(self, found: Iterable[Found], text: str, where: str | Callable[[int], str]) -> list[Found]:
        """What of ``found`` in ``text`` is to be masked, remembered; marks of secrecy are told instead."""
        taken: list[Found] = []
        for each in found:
            place = where if isinstance(where, str) else where(each.start)
            if each.kind is Kind.SECRECY:
                self.left[f"{place}有“{each.mask}”的标志，不能用遮蔽代替；请不要公开这份文件，并报告保密工作机构"] = (
                    None
                )
            elif not self.keeps(each, text, place):
                taken.append(each)
                self.changes.append(Change(each.kind, place, each.mask))
        return taken


class Piece:
    """A text that is written in several stretches, such as a paragraph whose runs have different fonts.

    ``stretches`` are their texts in order; ``None`` in ``changed`` marks what stays as it is.
    """

    def __init__(self, stretches: Sequence[str]) -> None:
        self._stretches = list(stretches)
        self._starts = [0]
        for stretch in stretches:
            self._starts.append(self._starts[-1] + len(stretch))
        self.text = "".join(stretches)
        self._edits: list[tuple[int, int, str]] = []

    def mask(self, start: int, end: int, mask: str) -> None:
        """Put ``mask`` in the place of what stands between ``start`` and ``end``."""
        self._edits.append((start, end, mask))

    @property
    def changed(self) -> dict[int, str]:
        """The new text of every stretch that changes, by its number."""
        found = dict(enumerate(self._stretches))
        for start, end, mask in sorted(self._edits, reverse=True):
            rest = mask
            for number in range(len(self._stretches) - 1, -1, -1):
                begin, stop = self._starts[number], self._starts[number + 1]
                low, high = max(start, begin), min(end, stop)
                if low >= high:
                    continue
                own = rest if low == start else ""
                found[number] = found[number][: low - begin] + own + found[number][high - begin :]
        return {number: text for number, text in found.items() if text != self._stretches[number]}


def found_in_cells(rows: Sequence[Row], title: str) -> list[tuple[int, int, Found]]:
    """Row, column and place in the cell of everything private in ``rows``, the first of which may be heads or a title."""
    table = table_of(rows, title) or Table((), tuple(rows), title)
    first = len(rows) - len(table.rows)
    found = [(first + row, column, each) for row, column, each in private_in_table(table)]
    for number, row in enumerate(rows[:first]):
        for column, cell in enumerate(row):
            if cell:
                found += [(number, column, each) for each in private_in(cell.text, "", title)]
    return found


def cell_of(text: str) -> Cell:
    """A cell that is a text of its own."""
    return Cell(0, len(text), text)
