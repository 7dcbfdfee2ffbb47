"""Values that know their lines: rows of numbers, and texts of several paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Number: TypeAlias = "int | Decimal"
"""A whole number as int, one with decimals as Decimal with the digits that were written."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of numbers in the order of its term's columns, and the line of the file where it stands.

    ``blanks`` are the places (from 0) of cells that a published report left empty, written as 空; sums take 0 for them.
    """

    values: tuple[Number, ...]
    line: int = 1
    blanks: frozenset[int] = frozenset()

    @property
    def shown(self) -> tuple[Number | None, ...]:
        """The numbers as they were published: None for a blank cell."""
        return tuple(None if place in self.blanks else value for place, value in enumerate(self.values))


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with its line breaks; line ``n`` (from 0) of ``text`` is line ``line + n`` of the file."""

    text: str
    line: int = 1
