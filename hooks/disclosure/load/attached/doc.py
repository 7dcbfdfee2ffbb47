"""Binary Word files (doc, and wps of older programs): every story, tables cell by cell, deleted and hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.people import note_person
from disclosure.load.attached.tables import tell_table
from disclosure.load.attached.word_binary import Span, WordText, word_text
from disclosure.model import Trait

_STORIES = ("", "脚注", "页眉页脚", "", "批注", "尾注", "文本框", "页眉里的文本框")
_COMMENTS = 4
_CELL, _ROW, _LINE_IN_CELL = "\x07", "\x1c", "\x1d"
_CODE = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_MARKS = re.compile("[\x01-\x06\x08\x13-\x15\x1f\x7f\ufffc]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\xa0": " "})
_PART = re.compile(f"[^\r\x0c{_CELL}{_ROW}]*(?:[\r\x0c{_CELL}{_ROW}]|$)")
_NOT_A_MARK = re.compile(f"[^\r\x0c{_CELL}{_ROW}{_LINE_IN_CELL}]")
_NESTED = 5
_PLACE = re.compile(r"mailto:|file:|[A-Za-z]:\\", re.IGNORECASE)


def read_doc(word: bytes, tables: list[bytes], data: bytes, gathering: Gathering) -> None:
    """Gather everything in a Word file, given its main stream, its two tables and its data."""
    found = word_text(word, tables, data)
    text = _with_table_marks(found)
    start = 0
    for number, length in enumerate(found.lengths):
        length = max(0, min(length, len(text) - start))
        where = _STORIES[number] if number < len(_STORIES) else ""
        story = (start, start + length)
        _tell_story(_without(text, story, [*found.deleted, *found.hidden]), where, gathering, number == _COMMENTS)
        start += length
    _tell_spans(text, found.deleted, "修订删去的文字", gathering)
    _tell_spans(text, found.hidden, "隐藏的文字", gathering)
    for text in found.saved:
        gathering.tell("以前保存的记录", text, is_hidden=True)
    changes = len(_joined([*found.deleted, *found.inserted]))
    if changes:
        gathering.note(Trait.CHANGES, f"{changes} 处修订")
    if hidden := _joined(found.hidden):
        gathering.note(Trait.HIDDEN, f"{len(hidden)} 处隐藏的文字")
    if len(found.lengths) > _COMMENTS and found.lengths[_COMMENTS] > 0:
        gathering.note(Trait.COMMENTS, "批注")
        for author in found.authors:
            gathering.tell("批注的作者", author, is_hidden=True)
            note_person(author, "批注的作者", gathering)


def _with_table_marks(found: WordText) -> str:
    """The text with signs of our own where rows end, and where a line ends inside a cell."""
    text = _exchanged(found.text, found.row_ends, _CELL, _ROW)
    return _exchanged(text, found.in_tables, "\r", _LINE_IN_CELL)


def _exchanged(text: str, spans: list[Span], old: str, new: str) -> str:
    parts: list[str] = []
    at = 0
    for start, end in _joined(spans):
        parts += (text[at:start], text[start:end].replace(old, new))
        at = end
    return "".join((*parts, text[at:]))


def _joined(spans: list[Span]) -> list[Span]:
    """``spans`` in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without(text: str, story: Span, spans: list[Span]) -> str:
    """The text of ``story`` without ``spans``; the marks in them stay, for they shape tables."""
    parts: list[str] = []
    at, end = story
    for first, last in _joined(spans):
        if last <= at or first >= end:
            continue
        parts += (text[at:first], _NOT_A_MARK.sub("", text[max(first, at) : min(last, end)]))
        at = min(last, end)
    return "".join((*parts, text[at:end]))


def _tell_spans(text: str, spans: list[Span], where: str, gathering: Gathering) -> None:
    for start, end in _joined(spans):
        gathering.tell(where, _plain(text[start:end]), is_hidden=True)


def _tell_story(text: str, where: str, gathering: Gathering, is_hidden: bool) -> None:
    text, codes = _without_codes(text)
    for code in codes:
        if _PLACE.search(code):
            gathering.tell("链接的地址", _plain(code), is_hidden=True)
    paragraphs = 0
    rows: list[dict[int, str]] = []
    row: list[str] = []
    tables = 0
    for part in _PART.findall(text):
        mark, content = part[-1:], _plain(part)
        if mark == _CELL:
            row.append(content)
        elif mark == _ROW:
            rows.append({column: cell for column, cell in enumerate([*row, content]) if cell})
            row = []
        else:
            if rows or row:
                tables += 1
                tell_table(gathering, [*rows, dict(enumerate(row))], f"{where}表格{tables}", is_hidden=is_hidden)
                rows, row = [], []
            if content:
                paragraphs += 1
                gathering.tell(where or f"第{paragraphs}段", content, is_hidden=is_hidden)


def _without_codes(text: str) -> tuple[str, Iterator[str]]:
    """``text`` with the results of fields in place of their codes, and the codes."""
    codes: list[str] = []
    for _ in range(_NESTED):
        found = _CODE.findall(text)
        if not found:
            break
        codes += found
        text = _CODE.sub("", text)
    return text, iter(codes)


def _plain(text: str) -> str:
    """``text`` without the marks of Word, its pairs of half signs made whole."""
    text = text.replace(_LINE_IN_CELL, "\n").rstrip(f"\r\x0c{_CELL}{_ROW}").replace("\r", "\n").replace(_CELL, "\t")
    text = _MARKS.sub("", text).translate(_SIGNS)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
