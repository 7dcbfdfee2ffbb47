"""Everything private in a column, with the place that people are told."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath

from disclosure.column import Column
from disclosure.measures.once import once
from disclosure.measures.private.finder import is_worth_a_look, private_in, private_in_table
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.office import Office, office_of
from disclosure.measures.private.tables import Cell, Row, Table, table_of
from disclosure.model import Register
from disclosure.passages import Passage, Source, passages
from disclosure.public import public_part

_IN_TABLE = re.compile(r"(.*?)(?:([A-Z]{1,3})(\d{1,7})|第(\d+)行第(\d+)列)(?:（[^（）]*）)?")
"""The place of a cell inside an attached file: 工作表“名单”C5, 表格2第3行第1列."""

_PAGE = 20_000
"""Signs of neighbouring texts of a file that are looked at together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Something private in the file ``path``; ``where`` is the place inside an attached file.  Its value is never printed."""

    kind: Kind
    path: str
    line: int
    mask: str
    where: str = ""
    value: str = field(repr=False, default="")


_WIDEST, _LONGEST_TITLE = 200, 60


@once
def leaks_in(column: Column) -> tuple[Leak, ...]:
    """Everything private that citizens could read in ``column``, contact data of its organs left out."""
    return tuple(_all_in(column, office_of(column)))


def _all_in(column: Column, office: Office) -> Iterator[Leak]:
    for (path, source), group in groupby(passages(column), key=lambda each: (each.path, each.source)):
        if source is Source.ATTACHED:
            yield from _in_attached(path, list(group), office)
        elif source is not Source.CELL:
            for passage in group:
                yield from _in_passage(passage, office)
    for register in public_part(column).registers:
        yield from _in_register(register, office)


def _in_passage(passage: Passage, office: Office) -> Iterator[Leak]:
    is_body = passage.source is Source.BODY
    if not is_body and not is_worth_a_look(passage.text, passage.label):
        return
    title = passage.writing.title if passage.writing and is_body else ""
    for found in private_in(passage.text, "" if is_body else passage.label, title):
        if not office.owns(found, passage.text):
            yield Leak(
                kind=found.kind,
                path=passage.path,
                line=passage.line_at(found.start),
                mask=found.mask,
                value=passage.text[found.start : found.end],
            )


def _in_register(register: Register, office: Office) -> Iterator[Leak]:
    heads = tuple(column.name for column in register.columns)
    rows = tuple(tuple(_cell(value) for value in row.values) for row in register.rows)
    for number, place, found in private_in_table(Table(heads, rows, register.name)):
        text = (rows[number][place] or Cell(0, 0, "")).text
        if not office.owns(found, text):
            row = register.rows[number]
            yield Leak(
                kind=found.kind, path=row.path, line=row.line, mask=found.mask, value=text[found.start : found.end]
            )


def _cell(value: object) -> Cell | None:
    """What a cell of a register shows as text."""
    if value is None or isinstance(value, tuple):
        return None
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return Cell(0, len(text), text)


def _in_attached(path: str, texts: Sequence[Passage], office: Office) -> Iterator[Leak]:
    title = PurePosixPath(path).stem
    if texts and texts[0].writing:
        title = f"{texts[0].writing.title} {title}"
    for (prefix, is_hidden), group in groupby(texts, key=_kind_of_place):
        if prefix is not None:
            yield from _in_cells(list(group), f"{title} {prefix}", office)
        elif is_hidden:
            for passage in group:
                yield from _in_one(passage, title, office)
        else:
            yield from _in_pages(list(group), title, office)


def _kind_of_place(passage: Passage) -> tuple[str | None, bool]:
    """The table that a text is a cell of (None for running text), and whether running text is hidden."""
    found = _IN_TABLE.fullmatch(passage.where)
    return (found[1], False) if found else (None, passage.is_hidden)


def _leak(passage: Passage, found: Found, value: str) -> Leak:
    return Leak(
        kind=found.kind, path=passage.path, line=passage.line, mask=found.mask, where=passage.where, value=value
    )


def _in_one(passage: Passage, title: str, office: Office) -> Iterator[Leak]:
    for found in private_in(passage.text, passage.label, title):
        if not office.owns(found, passage.text):
            yield _leak(passage, found, passage.text[found.start : found.end])


def _in_pages(texts: Sequence[Passage], title: str, office: Office) -> Iterator[Leak]:
    """Paragraphs and lines that follow each other, looked at together: a label may stand above its number."""
    start = 0
    while start < len(texts):
        signs, end = 0, start
        while end < len(texts) and (end == start or signs + len(texts[end].text) < _PAGE):
            signs += len(texts[end].text) + 1
            end += 1
        part = texts[start:end]
        start = end
        starts = [0]
        for passage in part[:-1]:
            starts.append(starts[-1] + len(passage.text) + 1)
        text = "\n".join(passage.text for passage in part)
        for found in private_in(text, "", title):
            if not office.owns(found, text):
                yield _leak(part[bisect_right(starts, found.start) - 1], found, text[found.start : found.end])


def _in_cells(texts: Sequence[Passage], title: str, office: Office) -> Iterator[Leak]:
    """The cells of one table, with the heads that they have or that its first row gives."""
    passages_of: dict[tuple[int, int], Passage] = {}
    for passage in texts:
        place = _place_of(passage)
        passages_of.setdefault(place, passage)
    heads: dict[int, str] = {}
    is_form = False
    for (_, column), passage in passages_of.items():
        if passage.label and heads.setdefault(column, passage.label) != passage.label:
            is_form = True
    rows = {row for row, _ in passages_of}
    width = max(column for _, column in passages_of) + 1
    if is_form or width > _WIDEST:
        yield from _in_form(passages_of, title, office)
        return
    grid: list[Row] = []
    above: list[Passage] = []
    numbers: list[int] = []
    for number in sorted(rows):
        own = [passages_of.get((number, column)) for column in range(width)]
        if heads and not any(passage and passage.label for passage in own):
            above += [passage for passage in own if passage]
        else:
            numbers.append(number)
            grid.append(tuple(_cell(passage.text) if passage else None for passage in own))
    about = " ".join((title, *(passage.text for passage in above if len(passage.text) <= _LONGEST_TITLE)))
    table = Table(tuple(heads.get(column, "") for column in range(width)), tuple(grid), about) if heads else None
    table = table or table_of(grid, about) or Table((), tuple(grid), about)
    first = len(grid) - len(table.rows)
    above += [passages_of[place] for place in passages_of if place[0] in numbers[:first]]
    for passage in above:
        yield from _in_one(passage, title, office)
    for row, column, found in private_in_table(table):
        passage = passages_of[numbers[first + row], column]
        if not office.owns(found, passage.text):
            yield _leak(passage, found, passage.text[found.start : found.end])


def _in_form(cells: Mapping[tuple[int, int], Passage], title: str, office: Office) -> Iterator[Leak]:
    """Cells that have their label beside them: what all labels say, the form is about."""
    about = " ".join((title, *dict.fromkeys(passage.label for passage in cells.values())))
    for _, group in groupby(sorted(cells), key=lambda place: place[0]):
        own = [cells[place] for place in group]
        table = Table(tuple(passage.label for passage in own), (tuple(_cell(passage.text) for passage in own),), about)
        for _, column, found in private_in_table(table):
            if not office.owns(found, own[column].text):
                yield _leak(own[column], found, own[column].text[found.start : found.end])


def _place_of(passage: Passage) -> tuple[int, int]:
    """Row and column of a cell, from 1 and from 0."""
    found = _IN_TABLE.fullmatch(passage.where)
    if found is None:
        return 0, 0
    if found[4]:
        return int(found[4]), int(found[5]) - 1
    column = 0
    for letter in found[2]:
        column = column * 26 + ord(letter) - 64
    return int(found[3]), column - 1
