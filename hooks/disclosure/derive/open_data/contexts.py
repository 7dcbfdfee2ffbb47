"""What the pages of the open data show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Fact, File, Frame, Link
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKind:
    """The data sets of one kind, folded where each is a card of its own; ``anchor`` is where they stand."""

    anchor: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """/data/: every data set, the terms, what programs can rely on.

    ``table`` are those of which there is one of a kind; ``kinds`` all others. ``example`` is an address as it is in the files: whole, or
    relative to the root of the site; ``feeds`` tells whether there are any.
    """

    template: ClassVar[str] = "pages/data.html"
    frame: Frame
    lead: str
    table: Table
    kinds: tuple[DataKind, ...]
    licence: str
    catalogue: Link
    example: str
    feeds: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetPage:
    """/data/<id>/: what a data set holds, its files, its fields."""

    template: ClassVar[str] = "pages/dataset.html"
    frame: Frame
    description: str
    facts: tuple[Fact, ...]
    files: tuple[File, ...]
    fields: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribePage:
    """/subscribe/: how to be told of what is new, and the addresses that a program wants."""

    template: ClassVar[str] = "pages/subscribe.html"
    frame: Frame
    table: Table
