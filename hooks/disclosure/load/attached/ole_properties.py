"""Properties of old Office files ([MS-OLEPS]): the known ones by number, those that users made by name."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_MOST = 500
_LONGEST = 100_000
_SHORT, _NARROW, _WIDE = 2, 30, 31
_CODE_PAGE, _NAMES = 1, 0
_UTF_16 = 1200
_ENCODINGS = {-535: "utf-8", 65001: "utf-8", _UTF_16: "utf-16-le", 1252: "cp1252"}


def properties_in(stream: bytes) -> Iterator[tuple[int | str, str]]:
    """Number or name, and text, of every property that is a text; a damaged stream just ends earlier."""
    try:
        for number in range(min(struct.unpack_from("<I", stream, 24)[0], 2)):
            yield from _section(stream, struct.unpack_from("<I", stream, 28 + 20 * number + 16)[0])
    except struct.error:
        return


def _section(stream: bytes, start: int) -> Iterator[tuple[int | str, str]]:
    count = min(struct.unpack_from("<I", stream, start + 4)[0], _MOST)
    places = {}
    for number in range(count):
        id_, place = struct.unpack_from("<II", stream, start + 8 + 8 * number)
        places[id_] = start + place
    page = _number(stream, places[_CODE_PAGE]) if _CODE_PAGE in places else 936
    names = _names(stream, places[_NAMES], page) if _NAMES in places else {}
    for id_, place in places.items():
        if id_ > _CODE_PAGE and (text := _text(stream, place, page)):
            yield names.get(id_, id_), text


def _number(stream: bytes, place: int) -> int:
    kind, value = struct.unpack_from("<Ih", stream, place)
    return int(value) if kind == _SHORT else 936


def _text(stream: bytes, place: int, page: int) -> str:
    kind, length = struct.unpack_from("<II", stream, place)
    if kind == _WIDE:
        return _decoded(stream[place + 8 : place + 8 + 2 * min(length, _LONGEST)], _UTF_16)
    return _decoded(stream[place + 8 : place + 8 + min(length, _LONGEST)], page) if kind == _NARROW else ""


def _names(stream: bytes, place: int, page: int) -> dict[int, str]:
    """The names that users gave to properties, by number."""
    names: dict[int, str] = {}
    count = min(struct.unpack_from("<I", stream, place)[0], _MOST)
    place += 4
    for _ in range(count):
        id_, length = struct.unpack_from("<II", stream, place)
        size = 2 * length + -2 * length % 4 if page == _UTF_16 else length
        names[id_] = _decoded(stream[place + 8 : place + 8 + min(size, _LONGEST)], page)
        place += 8 + size
    return names


def _decoded(content: bytes, page: int) -> str:
    return content.decode(_ENCODINGS.get(page, "gb18030"), "replace").partition("\0")[0].strip()
