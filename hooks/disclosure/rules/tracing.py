"""Names and pieces of texts looked for in many long texts at once, whatever blanks, marks of titles and forms of signs stand between.

All texts are rows of sign codes in one form.  A window of everything wanted is turned into a number, and so is every window of
the same length of the texts; where the numbers agree, it is found.  The time taken does not depend on how much is wanted: some
20 nanoseconds a sign.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np

NAME = 7
"""Signs of the shortest name that is looked for."""

PIECE, STEP = 20, 10
"""Signs of a piece of a text, and from the start of one to that of the next: any 29 signs in a row hold a whole piece."""

_AT_ONCE = 1_000_000
"""Signs that are looked through at once; bounds the memory."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BITS = 22
"""A table of so many bits says of most windows that nothing like it is wanted."""

_SHIFT = np.uint64(64 - _BITS)
_BETWEEN = "\x01"
"""Stands between texts, and in none of them."""

_DROPPED = "《》〈〉*_\\\"'“”‘’\u00ad\u200b\u200c\u200d\u2060\ufeff\0"
_OPENING, _CLOSING = "([【﹝［（〔{", ")]】﹞］）〕}"


class Wanted:
    """Names, and pieces of texts: numbered as given, first the names, then each text's pieces, ``sources`` telling whose.

    A name is found as a whole; shorter ones than ``NAME`` never are.
    """

    def __init__(self, names: Sequence[str], texts: Sequence[str] = ()) -> None:
        row, spans = _spans(names)
        self._names = [row[start:end] for start, end in spans]
        self.sources: list[int] = []
        self._places = _Table(NAME)
        common = Counter(window for row in self._names for window in set(_windows(row, NAME).tolist()))
        for number, row in enumerate(self._names):
            windows = _windows(row, NAME).tolist()
            if windows:
                rarest = min(range(len(windows)), key=lambda place: common[windows[place]])
                self._places.add(windows[rarest], (number, rarest))
        self._pieces = _Table(PIECE)
        row, spans = _spans(texts)
        pieces = _windows(row, PIECE)
        for source, (start, end) in enumerate(spans):
            last = end - PIECE
            for place in dict.fromkeys((*range(start, last, STEP), last)) if last >= start else ():
                window = int(pieces[place])
                self._pieces.add(window, (len(self._names) + len(self.sources), 0))
                self.sources.append(source)

    def found_in(self, texts: Sequence[str]) -> list[set[int]]:
        """For each text the numbers of what is wanted in it."""
        found: list[set[int]] = [set() for _ in texts]
        for first, row, ends in _batches(texts):
            for at, text, (number, place) in self._places.found_in(row, ends):
                if self._is_whole(row, at - place, number):
                    found[first + text].add(number)
            for _, text, (number, _) in self._pieces.found_in(row, ends):
                found[first + text].add(number)
        return found

    def _is_whole(self, row: np.ndarray, start: int, number: int) -> bool:
        """Whether a name stands at ``start``, and no digits go on that it begins or ends with."""
        name = self._names[number]
        end = start + len(name)
        if start < 0 or not np.array_equal(row[start:end], name):
            return False
        goes_on = _is_digit(name[-1]) and _is_digit(row[end])
        began = start > 0 and _is_digit(name[0]) and _is_digit(row[start - 1])
        return not goes_on and not began


class _Table:
    """Windows of one length that are wanted, with what stands for each."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._known: dict[int, list[tuple[int, int]]] = {}
        self._likely = np.zeros(1 << _BITS, bool)

    def add(self, window: int, what: tuple[int, int]) -> None:
        self._known.setdefault(window, []).append(what)
        self._likely[window >> int(_SHIFT)] = True

    def found_in(self, row: np.ndarray, ends: np.ndarray) -> Iterator[tuple[int, int, tuple[int, int]]]:
        """Place, number of the text (which ``ends`` tell apart) and what stands for it, of each window that is wanted."""
        if not self._known:
            return
        windows = _windows(row, self._length)
        places = np.flatnonzero(self._likely[windows >> _SHIFT])
        texts = np.searchsorted(ends, places, side="right")
        for at, text, window in zip(places.tolist(), texts.tolist(), windows[places].tolist(), strict=True):
            for what in self._known.get(window, ()):
                yield at, text, what


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    """The number of the first text, some texts in one row, and where each of them ends."""
    first, size = 0, 0
    for number, text in enumerate(texts, 1):
        size += len(text)
        if size > _AT_ONCE or number == len(texts):
            row = _even(_BETWEEN.join([*texts[first:number], ""]))
            yield first, row, np.flatnonzero(row == ord(_BETWEEN))
            first, size = number, 0


def _spans(texts: Iterable[str]) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """The texts in one row, and where each begins and ends there."""
    row = _even(_BETWEEN.join([*texts, ""]))
    ends = np.flatnonzero(row == ord(_BETWEEN)).tolist()
    return row, list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


@cache
def _forms() -> np.ndarray:
    """The one form of every sign, by its code: full-width as half-width, one kind of brackets, small letters; 0 for none."""
    forms = np.arange(0x110000, dtype=np.uint32)
    for code in range(0x10000):
        sign = chr(code)
        if sign.isspace() or sign in _DROPPED:
            forms[code] = 0
        elif 0xFF01 <= code <= 0xFF5E or 0x41 <= code <= 0x5A:
            forms[code] = ord(unicodedata.normalize("NFKC", sign).lower())
    for signs, one in ((_OPENING, "["), (_CLOSING, "]")):
        for sign in signs:
            forms[ord(sign)] = ord(one)
    return forms


def _even(text: str) -> np.ndarray:
    """The signs of ``text`` in one form, without what does not count."""
    codes: np.ndarray = _forms()[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")]
    kept: np.ndarray = codes[codes != 0]
    return kept


def _windows(row: np.ndarray, length: int) -> np.ndarray:
    """A number for every window of ``row``: equal for equal windows, and hardly ever for others."""
    numbers = np.zeros(max(len(row) - length + 1, 0), np.uint64)
    for place in range(length if len(numbers) else 0):
        numbers = numbers * _FACTOR + row[place : place + len(numbers)]
    return numbers * _FACTOR


def _is_digit(code: np.uint32) -> bool:
    return ord("0") <= int(code) <= ord("9")
