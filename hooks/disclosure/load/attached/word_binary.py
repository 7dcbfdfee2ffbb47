"""The bones of binary Word files ([MS-DOC]): which text stands where, and which runs of it are deleted, hidden or in tables."""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from disclosure.load.attached.gathering import Unreadable

_MARK = 0xA5EC
_WORD_97 = 0x00C1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_LENGTHS = 0x4C
"""Where the lengths of the eight stories stand: text, footnotes, headers, macros, comments, endnotes, text boxes, those in headers."""

_STORIES = 8
_PAIRS = 0x9A
_CHARACTER_PAGES, _PARAGRAPH_PAGES, _PIECES, _AUTHORS, _SAVED = 12, 13, 33, 36, 71
_TABLE_HEAD = 6
_PAGE = 512
_PROPERTY_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_LONG_DEFINITION = 0xD608
_DELETED, _INSERTED, _VANISHED = 0x0800, 0x0801, 0x083C
_IN_TABLE, _ROW_END = 0x2416, 0x2417
_ELSEWHERE = (0x6645, 0x6646, 0x646B)
"""Properties that say where in the stream of data the properties stand."""


Span = tuple[int, int]
"""A run of signs: from, to (not included)."""


@dataclass(frozen=True)
class _Piece:
    """A run of text that lies together in the file."""

    start: int
    end: int
    place: int
    width: int


@dataclass
class WordText:
    """The text of a file with all its stories one after the other, and runs of it that are special.

    ``authors`` wrote the comments; ``saved`` tells, in turn, who saved the file before, and where.
    """

    text: str
    lengths: tuple[int, ...]
    deleted: list[Span] = field(default_factory=list)
    inserted: list[Span] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    in_tables: list[Span] = field(default_factory=list)
    row_ends: list[Span] = field(default_factory=list)
    authors: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()


def word_text(word: bytes, tables: list[bytes], data: bytes) -> WordText:
    """The text in the main stream ``word``, which the two ``tables`` describe; ``data`` is the stream of what is long."""
    try:
        return _word_text(word, tables, data)
    except (struct.error, IndexError) as error:
        raise Unreadable("文件已经损坏，读不完整；请另存为 docx 后重新上传") from error


def _word_text(word: bytes, tables: list[bytes], data: bytes) -> WordText:
    mark, version = struct.unpack_from("<HH", word)
    flags = struct.unpack_from("<H", word, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise Unreadable("加了打开密码，读不出来；请去掉密码后重新上传")
    if mark != _MARK or version < _WORD_97:
        return _old_text(word)
    table = tables[1 if flags & _SECOND_TABLE else 0]
    pieces = list(_pieces(_structure(word, table, _PIECES)))
    if not pieces:
        raise Unreadable("找不到正文，文件不完整；请另存为 docx 后重新上传")
    if sum(piece.end - piece.start for piece in pieces) > len(word):
        raise Unreadable("文件已经损坏，读不完整；请另存为 docx 后重新上传")
    text = "".join(_text_of(word, piece) for piece in pieces)
    pieces.sort(key=_place_of)
    found = WordText(text, struct.unpack_from(f"<{_STORIES}i", word, _LENGTHS))
    marks = {_DELETED: found.deleted, _INSERTED: found.inserted, _VANISHED: found.hidden}
    for span, properties in _runs(word, _structure(word, table, _CHARACTER_PAGES), _character_properties):
        _add(marks, span, properties, pieces)
    marks = {_IN_TABLE: found.in_tables, _ROW_END: found.row_ends}
    for span, properties in _runs(
        word, _structure(word, table, _PARAGRAPH_PAGES), partial(_paragraph_properties, data)
    ):
        _add(marks, span, properties, pieces)
    for spans in (found.deleted, found.inserted, found.hidden, found.in_tables, found.row_ends):
        spans.sort()
    found.authors = tuple(_names(_structure(word, table, _AUTHORS)))
    found.saved = tuple(_names(_structure(word, table, _SAVED)[_TABLE_HEAD:]))
    return found


def _old_text(word: bytes) -> WordText:
    """The text of a file older than Word 97: one run of bytes."""
    start, end = struct.unpack_from("<ii", word, 0x18)
    if not 0 < start < end <= len(word):
        raise Unreadable("是 Word 97 以前的格式，读不了；请另存为 docx 后重新上传")
    text = word[start:end].decode("gb18030", "replace")
    return WordText(text, (len(text),))


def _structure(word: bytes, table: bytes, number: int) -> bytes:
    place, length = struct.unpack_from("<ii", word, _PAIRS + 8 * number)
    return table[place : place + length] if place >= 0 and length > 0 else b""


def _pieces(clx: bytes) -> Iterator[_Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + max(struct.unpack_from("<h", clx, at + 1)[0], 0)
    if at >= len(clx) or clx[at] != 2:
        return
    plex = clx[at + 5 :]
    count = (struct.unpack_from("<i", clx, at + 1)[0] - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}i", plex) if 0 < count <= len(plex) // 12 else ()
    for number in range(len(ends) - 1):
        written = struct.unpack_from("<I", plex, 4 * (count + 1) + 8 * number + 2)[0]
        is_narrow = bool(written & 0x40000000)
        place = written & 0x3FFFFFFF
        start, end = ends[number], ends[number + 1]
        if start < end:
            yield _Piece(start, end, place // 2 if is_narrow else place, 1 if is_narrow else 2)


def _text_of(word: bytes, piece: _Piece) -> str:
    """The text of a piece, exactly as many signs as it says, so that places stay right."""
    length = piece.end - piece.start
    raw = word[piece.place : piece.place + length * piece.width]
    if piece.width == 1:
        return raw.decode("cp1252", "replace").ljust(length, "\0")
    units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    return "".join(map(chr, units)).ljust(length, "\0")


def _runs(
    word: bytes, plex: bytes, properties_at: Callable[[bytes, int, int], frozenset[int]]
) -> Iterator[tuple[Span, frozenset[int]]]:
    """The runs of bytes that have properties, page by page."""
    count = (len(plex) - 4) // 8
    for number in range(count):
        page_number = struct.unpack_from("<I", plex, 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
        page = word[page_number * _PAGE : (page_number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        runs = page[-1]
        if 4 * (runs + 1) >= _PAGE:
            continue
        places = struct.unpack_from(f"<{runs + 1}I", page)
        for run in range(runs):
            properties = properties_at(page, 4 * (runs + 1), run)
            if properties:
                yield (places[run], places[run + 1]), properties


def _character_properties(page: bytes, start: int, run: int) -> frozenset[int]:
    at = page[start + run] * 2
    return _switched_on(page[at + 1 : at + 1 + page[at]], b"") if at else frozenset()


def _paragraph_properties(data: bytes, page: bytes, start: int, run: int) -> frozenset[int]:
    at = page[start + 13 * run] * 2
    if not at or at + 1 >= _PAGE:
        return frozenset()
    words = page[at]
    content = page[at + 1 : at + 2 * words] if words else page[at + 2 : at + 2 + 2 * page[at + 1]]
    return _switched_on(content[2:], data)


def _switched_on(properties: bytes, data: bytes) -> frozenset[int]:
    """Which of the properties we look for are on; what stands in ``data`` is looked up there, once."""
    found: set[int] = set()
    at = 0
    while at + 2 < len(properties):
        code = properties[at] | properties[at + 1] << 8
        size = _PROPERTY_SIZES[code >> 13]
        if size == 0:
            is_long = code == _LONG_DEFINITION
            size = int.from_bytes(properties[at + 2 : at + 4], "little") + 1 if is_long else properties[at + 2] + 1
        elif size == 1 and properties[at + 2] & 1:
            found.add(code)
        elif code in _ELSEWHERE and data:
            place = int.from_bytes(properties[at + 2 : at + 6], "little")
            length = int.from_bytes(data[place : place + 2], "little")
            found |= _switched_on(data[place + 2 : place + 2 + length], b"")
        at += 2 + size
    return frozenset(found)


def _add(marks: dict[int, list[Span]], run: Span, properties: frozenset[int], pieces: list[_Piece]) -> None:
    """Note the signs that lie in the bytes ``run`` under each of its properties; ``pieces`` in the order of their place."""
    wanted = properties & marks.keys()
    if not wanted:
        return
    first = max(bisect_right(pieces, run[0], key=_place_of) - 1, 0)
    for piece in pieces[first : bisect_left(pieces, run[1], key=_place_of)]:
        start = max(run[0], piece.place) - piece.place
        end = min(run[1], piece.place + (piece.end - piece.start) * piece.width) - piece.place
        if start < end:
            span = (piece.start + start // piece.width, piece.start + end // piece.width)
            for code in wanted:
                marks[code].append(span)


def _place_of(piece: _Piece) -> int:
    return piece.place


def _names(group: bytes) -> Iterator[str]:
    at = 0
    while at + 2 <= len(group):
        length = int.from_bytes(group[at : at + 2], "little")
        yield group[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        at += 2 + 2 * length
