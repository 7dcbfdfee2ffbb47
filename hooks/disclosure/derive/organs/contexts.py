"""What the pages of organs show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Card, Fact, Frame, Link, Pager, Row
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionRow:
    """A division: its name, what it does, its own telephone numbers."""

    name: str
    duty: str
    telephones: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderRow:
    """A leader: name, post, fields of work."""

    name: str
    post: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """What goes into the address book of a telephone; ``telephones`` are the digits to dial, ``page`` the organ's page."""

    name: str
    short_name: str
    address: str
    telephones: tuple[str, ...]
    fax: str
    email: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryRow:
    """An organ in the directory, with what most people come for."""

    link: Link
    address: str
    telephones: tuple[Link, ...]
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryGroup:
    """The organs of one kind; ``name`` is empty where no kinds were written."""

    name: str
    anchor: str
    rows: tuple[DirectoryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgansPage:
    """/organs/: all organs by kind with addresses, telephones and hours."""

    template: ClassVar[str] = "pages/organs.html"
    frame: Frame
    lead: str
    groups: tuple[DirectoryGroup, ...]
    file: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganPage:
    """/organs/<id>/: the six facts of 条例 Art. 20(2), what the organ answers for, its documents.

    ``sections`` are the headings by anchor, in order, of what is there.  From the second page of its documents on only
    these are shown.  ``contact_file`` leads to the file made of ``contact``.
    """

    template: ClassVar[str] = "pages/organ.html"
    frame: Frame
    heading: str
    sections: Mapping[str, str]
    facts: tuple[Fact, ...]
    contact: ContactCard
    contact_file: Link
    duties: tuple[str, ...]
    divisions: tuple[DivisionRow, ...]
    leaders: tuple[LeaderRow, ...]
    tasks: Table | None
    holdings: tuple[Card, ...]
    items: tuple[Link, ...]
    caption: str
    rows: tuple[Row, ...]
    pager: Pager
    empty: str
