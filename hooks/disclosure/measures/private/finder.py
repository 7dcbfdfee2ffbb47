"""Everything private in a text, each place once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from disclosure.measures.private import people
from disclosure.measures.private.births import births, births_in_row
from disclosure.measures.private.cards import cards
from disclosure.measures.private.contacts import accounts, accounts_under_head
from disclosure.measures.private.context import Around, around
from disclosure.measures.private.forms import of_forms, of_lines_in_turn
from disclosure.measures.private.homes import homes
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.loose_tables import of_columns, of_lines, records
from disclosure.measures.private.mailboxes import mailboxes
from disclosure.measures.private.names import masked_name
from disclosure.measures.private.papers import papers, plates
from disclosure.measures.private.people import under_head
from disclosure.measures.private.resident_ids import resident_ids
from disclosure.measures.private.secrecy import marks
from disclosure.measures.private.sentences import in_sentences
from disclosure.measures.private.signs import numbers_in, plain_text
from disclosure.measures.private.tables import Cell, Table
from disclosure.measures.private.telephones import mobiles
from disclosure.measures.private.written_tables import of_html, of_pipes

_ORDER = (
    Kind.RESIDENT_ID, Kind.BANK_CARD, Kind.PAPER, Kind.BANK_ACCOUNT, Kind.CONTACT, Kind.MOBILE, Kind.PLATE, Kind.HOME,
    Kind.BIRTH, Kind.MINOR, Kind.HARDSHIP, Kind.SECRECY,
)  # fmt: skip
"""What is taken where two kinds are found at one place."""

_SIGN_OF_SOMETHING = re.compile(
    r"\d(?:\D{0,9}\d){6}|@|[＠★☆]|密|内部|外传|外泄|注意保|妥善保|阅后|会后|仅供|翻印|[A-Za-zＡ-Ｚ]\d{3}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]|"
    r"\d\s?(?:号|室|栋|幢|单元|座)|单元|[0-9０-９][-－—–][0-9０-９]|QQ|微信|出生|日生|生于|生日|[〇零一二三四五六七八九十]日"
    "|[病癌患残岁孕户象困特保孤童生童年女级瘫析瘤梗毒伤阳诊染障聋盲保助贫危租寡劳抚]"
)
_HEAD_OF_SOMETHING = re.compile("名|证|号|出生|生日|地址|住|户|QQ|微信|邮|人|对象|学生|儿童|孤儿|患者", re.IGNORECASE)


@lru_cache(maxsize=4)
def private_in(text: str, head: str = "", title: str = "", row: str = "") -> tuple[Found, ...]:
    """Everything private in ``text``, in the order of places.

    ``head`` is the key or the head of the column that it stands under, ``title`` what the whole is about, ``row`` the
    other cells of its row in words.
    """
    found = sorted(_all_in(text, head, title, row), key=lambda each: (_ORDER.index(each.kind), each.start, -each.end))
    taken: list[Found] = []
    starts: list[int] = []
    for each in found:
        at = bisect_right(starts, each.start)
        is_free = (at == 0 or taken[at - 1].end <= each.start) and (at == len(taken) or each.end <= taken[at].start)
        if is_free:
            taken.insert(at, each)
            starts.insert(at, each.start)
    return tuple(taken)


def _all_in(written: str, head: str, title: str, row: str) -> Iterator[Found]:
    text = plain_text(written)
    places = _Places(text, _tables_in(written, text), head, title, row)
    numbers = tuple(numbers_in(text))
    if numbers:
        yield from resident_ids(text, numbers, places.around)
        yield from cards(text, numbers, places.around)
        yield from mobiles(text, numbers, places.around)
    yield from papers(text, head, row)
    yield from plates(text, head)
    yield from mailboxes(text, places.around)
    yield from accounts(text, places.around)
    yield from homes(text, places.around)
    yield from births(text, head)
    yield from marks(text, head)
    yield from (each for each in in_sentences(text) if not places.fills_cell(each.start, each.end))
    if head:
        yield from _under_head(text, head, places)
    for table in places.tables:
        yield from _in_table(text, table)


def _tables_in(written: str, text: str) -> Iterator[Table]:
    """Every table of a text; in HTML only what is written as a table is one."""
    if "<t" in written:
        yield from of_html(written)
        return
    if "|" in text:
        yield from of_pipes(text)
    yield from of_forms(text)
    yield from of_lines_in_turn(text)
    yield from of_columns(text)
    yield from records(text)
    yield from of_lines(text)


def _under_head(text: str, head: str, places: _Places) -> Iterator[Found]:
    """What the head of its column alone makes of a cell."""
    yield from accounts_under_head(text, head, places.around)
    name = text.strip()
    if kind := under_head(name, head, places.title):
        start = text.index(name)
        yield Found(kind, start, start + len(name), masked_name(name))


def private_in_table(table: Table) -> Iterator[tuple[int, int, Found]]:
    """Row, column and, with its place in the cell, everything private in a table whose cells are texts of their own."""
    told: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        words = ""
        for column, cell in enumerate(row):
            head = table.head(column)
            if cell and is_worth_a_look(cell.text, head):
                words = words or table.in_words(row)
                for found in private_in(cell.text, head, table.title, words):
                    told.add((number, column))
                    yield number, column, found
    for number, column, found in _by_rows(table):
        if (number, column) not in told:
            yield number, column, found


def is_worth_a_look(text: str, head: str = "") -> bool:
    """Whether a field or a cell can hold anything private: most cells of large tables cannot."""
    return bool(_SIGN_OF_SOMETHING.search(text) or _HEAD_OF_SOMETHING.search(head))


def _by_rows(table: Table) -> Iterator[tuple[int, int, Found]]:
    """What the other cells of its row make private."""
    if not table.heads:
        for number, row in enumerate(table.rows):
            for column, found in births_in_row(row):
                yield number, column, found
    for number, column, kind, mask in people.in_table(table):
        cell = table.rows[number][column]
        if cell:
            name = cell.text.strip()
            start = cell.text.index(name)
            yield number, column, Found(kind, start, start + len(name), mask)


def _in_table(text: str, table: Table) -> Iterator[Found]:
    """What only the heads and rows of a table inside a text tell."""
    for row in table.rows:
        words = table.in_words(row)
        for number, cell in enumerate(row):
            if cell and (head := table.head(number)):
                place = Around(head=head, row=words)
                for each in (
                    *papers(cell.text, head, words),
                    *births(cell.text, head),
                    *(marks(cell.text, head) if "密级" in head else ()),
                    *accounts_under_head(cell.text, head, lambda *_, place=place: place),
                ):
                    yield _moved(each, cell, text)
    for number, column, found in _by_rows(table):
        if cell := table.rows[number][column]:
            yield _moved(found, cell, text)


def _moved(found: Found, cell: Cell, text: str) -> Found:
    """``found`` in a cell, at its place in the text of the cell."""
    start = text.find(cell.text[found.start : found.end], cell.start, cell.end)
    if start < 0:
        return replace(found, start=cell.start, end=cell.end)
    return replace(found, start=start, end=start + found.end - found.start)


class _Places:
    """What stands around the places of a text, tables in it considered."""

    def __init__(self, text: str, tables: Iterable[Table], head: str, title: str, row: str) -> None:
        self._text, self._head, self.title, self._row = text, head, title, row
        self.tables = tuple(replace(table, title=f"{title} {table.title}") for table in tables)
        self._cells = sorted(
            (
                (cell.start, cell.end, number, table, row)
                for table in self.tables
                for row in table.rows
                for number, cell in enumerate(row)
                if cell
            ),
            key=lambda each: (each[0], -each[1], bool(each[3].heads)),
        )
        self._starts = [each[0] for each in self._cells]

    def fills_cell(self, start: int, end: int) -> bool:
        """Whether a cell of a table with heads holds nothing but what stands there: the table knows better what it is."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return False
        begin, stop, _, table, _ = self._cells[at]
        is_whole = end <= stop and self._text[begin:stop].strip(" \t\u3000\u200b") == self._text[start:end]
        return is_whole and bool(table.heads) and not table.is_form

    def around(self, start: int, end: int) -> Around:
        """What is known of the place between ``start`` and ``end``."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0:
            begin, stop, number, table, row = self._cells[at]
            if end <= stop:
                before = self._text[max(begin, start - 60) : start]
                return Around(before, self._text[end : min(stop, end + 24)], table.head(number), table.in_words(row))
        found = around(self._text, start, end, self._head)
        return replace(found, row=f"{found.row} {self._row}") if self._row else found
