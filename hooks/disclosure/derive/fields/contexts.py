"""What the pages of the field catalogues show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Fact, File, Frame, Link
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRow:
    """A row of the form: ten columns, of which five are ticks (“√” or nothing)."""

    number: int
    anchor: str
    first: str
    second: str
    third: str
    contents: tuple[str, ...]
    bases: tuple[str, ...]
    time_limit: str
    organs: tuple[Link, ...]
    channels: tuple[str, ...]
    everybody: str
    groups: str
    active: str
    on_application: str
    county: str
    township: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterGroup:
    """The rows of one organ or one level, as links to them."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPage:
    """/fields/<id>/: what has been published under each row of the catalogue, and the catalogue itself in its form.

    ``summary`` says in a sentence how much of it is there; ``groups`` are ways to the rows that need no script;
    ``has_third`` tells whether the form needs a column for 三级事项.
    """

    template: ClassVar[str] = "pages/field.html"
    frame: Frame
    lead: str
    summary: str
    facts: tuple[Fact, ...]
    groups: tuple[MatterGroup, ...]
    table: Table
    caption: str
    has_third: bool
    rows: tuple[StandardRow, ...]
    downloads: tuple[File, ...]
    apply: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsPage:
    """/fields/: all the fields, with how much there is of each, those without a catalogue last."""

    template: ClassVar[str] = "pages/fields.html"
    frame: Frame
    lead: str
    table: Table
    downloads: tuple[File, ...]
