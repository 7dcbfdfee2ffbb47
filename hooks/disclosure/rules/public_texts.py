"""Every text that citizens will read, with where an editor wrote it: for rules about words, wherever these stand."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from disclosure.column import Column
from disclosure.model import Bulletin, FieldCatalogue, Genre, Organ, Prose, Register, RegisterRow, TaskPlan, Theme
from disclosure.public import public_part
from disclosure.terms import terms

_NAMED = (Organ, Theme, Genre)
"""Nouns that others name; what their own entries say is told once, there."""


def public_texts(column: Column) -> Iterator[tuple[str, int, str]]:
    """Path, first line and text of everything written in ``column`` that passes the gate; bodies come whole."""
    public = public_part(column)
    for writing in public.writings:
        if writing.origin.path in column.public_texts:
            path = writing.origin.path
            yield from ((path, line, text) for line, text in _texts_in(writing, writing.origin.line))
            yield path, writing.body_line, writing.body
    wholes: tuple[TaskPlan | Bulletin | FieldCatalogue | Register, ...] = (
        *public.tasks,
        *public.bulletins,
        *public.field_catalogues,
        *public.registers,
    )
    for whole in wholes:
        path = whole.origin.path
        yield from ((path, line, text) for line, text in _texts_in(whole, whole.origin.line))
    for register in public.registers:
        for row in register.rows:
            yield from ((row.path, row.line, value) for value in row.values if isinstance(value, str))
    entries: dict[tuple[str, str], object] = {("column", ""): public.info}
    entries |= {("organs", organ.id): organ for organ in public.organs}
    entries |= {("themes", theme.id): theme for theme in public.themes}
    entries |= {("genres", genre.id): genre for genre in public.genres}
    entries |= {("statutory", item.id): item for item in public.items}
    entries |= {("withdrawn", each.address): each for each in public.withdrawn}
    for key, entry in entries.items():
        if origin := column.origins.get(key):
            yield from ((origin.path, origin.line_of(name), text) for name, text in _fields_of(entry, origin.line))
    for group in public.synonyms:
        yield from (("catalogue/synonyms.yml", group.line, word) for word in group.words)


def _fields_of(entry: object, line: int) -> Iterator[tuple[str, str]]:
    """The fields of a catalogue's entry with the texts in them; a record inside stands at the line of its field."""
    noun: type = type(entry)
    for name in terms(noun):
        yield from ((name, text) for _, text in _texts_of(getattr(entry, name), line))


def _texts_in(whole: Any, line: int) -> Iterator[tuple[int, str]]:
    """The texts under the terms of ``whole``, each with its line, or ``line`` if that is not known."""
    own = getattr(whole, "origin", whole)
    noun: type = type(whole)
    line = getattr(own, "line", line)
    for name in terms(noun):
        at = own.line_of(name) if hasattr(own, "line_of") else line
        yield from _texts_of(getattr(whole, name), at)


def _texts_of(value: Any, line: int) -> Iterator[tuple[int, str]]:
    if isinstance(value, Prose):
        yield value.line, value.text
    elif isinstance(value, str) and not isinstance(value, enum.Enum):
        yield line, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_of(each, line)
    elif is_dataclass(value) and not isinstance(value, (*_NAMED, RegisterRow)):
        yield from _texts_in(value, line)
