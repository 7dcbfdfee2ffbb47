"""What the pages of registers show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Fact, File, Frame, Link, Pager
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterGroup:
    """The registers of an item, with their number of rows and last change, as a table."""

    title: str
    anchor: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersPage:
    """/registers/: all registers by item."""

    template: ClassVar[str] = "pages/registers.html"
    frame: Frame
    lead: str
    groups: tuple[RegisterGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """/registers/<id>/ and /2/ …: a page of the rows of a register; without rows ``table`` is None.

    ``downloads`` are the same rows, all of them; ``other`` leads from a later page to the first, where the facts are.
    """

    template: ClassVar[str] = "pages/register.html"
    frame: Frame
    heading: str
    lead: str
    facts: tuple[Fact, ...]
    table: Table | None
    pager: Pager
    downloads: tuple[File, ...]
    other: Link | None
