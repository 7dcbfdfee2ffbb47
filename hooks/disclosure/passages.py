"""Every text that citizens will read, with where it was written: for rules about words, wherever these stand."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from disclosure.column import Column
from disclosure.load.body import files_beside
from disclosure.model import (
    AcceptedFinding,
    AttachedFile,
    Bulletin,
    FieldCatalogue,
    Genre,
    Organ,
    Prose,
    Register,
    RegisterRow,
    TaskPlan,
    Theme,
    Writing,
)
from disclosure.public import public_part
from disclosure.terms import Kind, terms

NAME_OF_FILE = "文件名"
"""Where in an attached file the text is that is its name."""

_NAMED = (Organ, Theme, Genre)
"""Nouns that others name; what their own entries say is told once, there."""


class Source(enum.Enum):
    """What kind of text a passage is."""

    FIELD = enum.auto()
    BODY = enum.auto()
    CELL = enum.auto()
    ATTACHED = enum.auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of the file ``path`` that begins on ``line``.

    ``label`` is the key or the head of the column under which it stands, ``noun`` the class of the record that has the
    key.  ``where`` and ``is_hidden`` are those of a text inside an attached file, whose ``line`` is always 1; ``writing``
    is the document or page that it belongs to.
    """

    path: str
    line: int
    text: str
    source: Source = Source.FIELD
    label: str = ""
    noun: type | None = None
    where: str = ""
    is_hidden: bool = False
    writing: Writing | None = None

    def line_at(self, place: int) -> int:
        """The line of the file on which the sign at ``place`` of the text stands."""
        return self.line if self.source is Source.ATTACHED else self.line + self.text.count("\n", 0, place)


def passages(column: Column) -> Iterator[Passage]:
    """Everything written in ``column`` that passes the gate, files beside documents included; bodies come whole."""
    public = public_part(column)
    told: set[str] = set()
    for writing in public.writings:
        path = writing.origin.path
        if path not in column.public_texts:
            continue
        fields = _texts_in(writing, path, writing.origin.line)
        yield from (replace(each, writing=writing) for each in fields if not _is_prose(each))
        yield Passage(
            path=path, line=writing.body_line, text=writing.body, source=Source.BODY, label="正文", writing=writing
        )
        for source, _ in files_beside(writing):
            if source in column.attached and source not in told:
                told.add(source)
                yield from _attached(column.attached[source], writing)
    wholes: tuple[TaskPlan | Bulletin | FieldCatalogue | Register, ...] = (
        *public.tasks,
        *public.bulletins,
        *public.field_catalogues,
        *public.registers,
    )
    for whole in wholes:
        yield from _texts_in(whole, whole.origin.path, whole.origin.line)
    for register in public.registers:
        for row in register.rows:
            yield from _cells(register, row)
    entries: dict[tuple[str, str], object] = {("column", ""): public.info}
    entries |= {("organs", organ.id): organ for organ in public.organs}
    entries |= {("themes", theme.id): theme for theme in public.themes}
    entries |= {("genres", genre.id): genre for genre in public.genres}
    entries |= {("statutory", item.id): item for item in public.items}
    entries |= {("withdrawn", each.address): each for each in public.withdrawn}
    for key, entry in entries.items():
        if origin := column.origins.get(key):
            noun: type = type(entry)
            for name, a_term in terms(noun).items():
                line = origin.line_of(name)
                for each in _texts_of(getattr(entry, name), origin.path, line, a_term.key, noun):
                    yield replace(each, line=line)
    for group in public.synonyms:
        for word in group.words:
            yield Passage(path="catalogue/synonyms.yml", line=group.line, text=word, label="词语")


def _is_prose(passage: Passage) -> bool:
    """Whether a field holds paragraphs: those of a report are its body, too."""
    fields = terms(passage.noun).values() if passage.noun else ()
    return any(a_term.key == passage.label and a_term.kind is Kind.PROSE for a_term in fields)


def _attached(file: AttachedFile, writing: Writing) -> Iterator[Passage]:
    """The name of ``file``, which citizens see and which stands in addresses, and what is in it."""
    name = PurePosixPath(file.path).stem
    yield Passage(path=file.path, line=1, text=name, source=Source.ATTACHED, where=NAME_OF_FILE, writing=writing)
    for each in file.texts:
        yield Passage(
            path=file.path,
            line=1,
            text=each.text,
            source=Source.ATTACHED,
            label=each.heading,
            where=each.where,
            is_hidden=each.is_hidden,
            writing=writing,
        )


def _cells(register: Register, row: RegisterRow) -> Iterator[Passage]:
    for column, value in zip(register.columns, row.values, strict=True):
        if value is not None and not isinstance(value, (tuple, dt.date)):
            yield Passage(
                path=row.path,
                line=row.line,
                text=str(value),
                source=Source.CELL,
                label=column.name,
                noun=RegisterRow,
            )


def _texts_in(whole: Any, path: str, line: int) -> Iterator[Passage]:
    """The texts under the terms of ``whole``, each with its line, or ``line`` if that is not known."""
    own = getattr(whole, "origin", whole)
    noun: type = type(whole)
    line = getattr(own, "line", line)
    for name, a_term in terms(noun).items():
        at = own.line_of(name) if hasattr(own, "line_of") else line
        yield from _texts_of(getattr(whole, name), path, at, a_term.key, noun)


def _texts_of(value: Any, path: str, line: int, label: str, noun: type) -> Iterator[Passage]:
    if isinstance(value, Prose):
        yield Passage(path=path, line=value.line, text=value.text, label=label, noun=noun)
    elif isinstance(value, str) and not isinstance(value, enum.Enum):
        yield Passage(path=path, line=line, text=value, label=label, noun=noun)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_of(each, path, line, label, noun)
    elif is_dataclass(value) and not isinstance(value, (*_NAMED, RegisterRow, AcceptedFinding)):
        yield from _texts_in(value, path, line)
