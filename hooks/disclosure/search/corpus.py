"""All texts as one long row of items, which everything else is counted from.

An item is a unit (a sign, a number, a word of letters) and whether it follows the one before directly or after
punctuation.  The row holds entry after entry, and of each its fields in order; a field of an entry is a run of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from disclosure.derive.findable import Findable
from disclosure.search.plain import plain_text
from disclosure.search.signs import CLASS_OF, DIGIT, LETTER, PUNCTUATION, RUN, SIGN, even

FIELDS = ("title", "numbers", "organ", "keywords", "summary", "attachments", "body")
TITLE, NUMBERS, BODY = FIELDS.index("title"), FIELDS.index("numbers"), FIELDS.index("body")
CHUNK = 16
"""Entries whose results lie in one file."""

_AT_ONCE = 1_000_000
"""Signs that are read, and items that are sorted, at once; bounds the memory."""

_MARK = "\uffff"
_FIRST_WORD = 0x40000
"""Codes of units: a sign is its code point, words are numbered from here on."""


@dataclass(frozen=True)
class Corpus:
    """The row of items and what the numbers in it mean.

    entries: what the numbers of entries stand for; texts: their bodies as plain text.
    names: the units in the order of JavaScript strings; units: their places there, item by item.
    plain: whether an item follows the one before it directly.
    starts: where each run (entry × field) starts, and the end.
    keys: for each entry the names of its numbers that are terms of their own.
    """

    entries: tuple[Findable, ...]
    texts: tuple[str, ...]
    names: tuple[str, ...]
    units: np.ndarray
    plain: np.ndarray
    starts: np.ndarray
    keys: tuple[tuple[str, ...], ...]

    @cached_property
    def lengths(self) -> np.ndarray:
        """The length of each run as lunr counts it: its items, its pairs, and in ``numbers`` its keys."""
        lengths = _lengths(self.starts, self.plain)
        lengths[NUMBERS :: len(FIELDS)] += np.array([len(keys) for keys in self.keys], lengths.dtype)
        return lengths

    @cached_property
    def zone(self) -> int:
        """The first position that is not of a title."""
        titles = np.diff(self.starts)[TITLE :: len(FIELDS)]
        return int(titles.max(initial=0)) + 1

    @cached_property
    def offsets(self) -> np.ndarray:
        """The position of the first item of each run: titles from 0, the others from ``zone`` with a gap between."""
        sizes = np.diff(self.starts).reshape(-1, len(FIELDS)) + 1
        sizes[:, TITLE] = 0
        before = np.cumsum(sizes, axis=1) - sizes + self.zone
        before[:, TITLE] = 0
        offsets: np.ndarray = before.ravel()
        return offsets

    @cached_property
    def runs(self) -> np.ndarray:
        """The run of each item."""
        sizes = np.diff(self.starts)
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    def batches(self) -> Iterator[np.ndarray]:
        """All items in batches of whole units, ascending within a batch."""
        batch_of_unit = np.cumsum(np.bincount(self.units, minlength=len(self.names))) // _AT_ONCE
        batch_of = batch_of_unit.astype(np.uint8 if len(self.units) < 255 * _AT_ONCE else np.uint32)[self.units]
        for batch in np.unique(batch_of_unit):
            yield np.flatnonzero(batch_of == batch)


def read_corpus(findables: Sequence[Findable]) -> Corpus:
    """The corpus of ``findables``.

    Entries are numbered by title read backwards: what is about the same thing ends the same (…残疾人保障条例), so that the
    results of a question lie in few files; within a file by length, which then takes few bytes to tell.
    """
    entries = sorted(findables, key=lambda entry: (entry.title[::-1], entry.address))
    texts = [plain_text(entry.body) for entry in entries]
    words: dict[str, int] = {}
    blocks = [_read(text, words) for text in _blocks(entries, texts)]
    codes, plain, sizes = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    blocks.clear()
    starts = np.concatenate(([0], np.cumsum(sizes)))
    order = _order(_lengths(starts, plain)[BODY :: len(FIELDS)])
    first, last = starts[:: len(FIELDS)][:-1], starts[len(FIELDS) :: len(FIELDS)]
    spans = [slice(first[number], last[number]) for number in order]
    codes, plain = (np.concatenate([row[span] for span in spans]) for row in (codes, plain))
    names, units = _ranked(codes, words)
    entries = [entries[number] for number in order]
    return Corpus(
        entries=tuple(entries),
        texts=tuple(texts[number] for number in order),
        names=names,
        units=units,
        plain=plain,
        starts=np.concatenate(([0], np.cumsum(sizes.reshape(-1, len(FIELDS))[order]))),
        keys=tuple(tuple(key for number in entry.numbers for key in number_keys(number)) for entry in entries),
    )


def changes(values: np.ndarray) -> np.ndarray:
    """Whether each of ``values`` differs from the one before it; the first does."""
    return np.concatenate(([True], values[1:] != values[:-1]))


def order_of(keys: np.ndarray) -> np.ndarray:
    """The places of ``keys`` (not negative) in ascending order, equal ones as they stand.

    Where key and place fit into one number these are sorted, which is several times faster than sorting places by keys.
    """
    bits = len(keys).bit_length()
    if len(keys) and int(keys.max()).bit_length() + bits > 63:
        return np.argsort(keys, kind="stable")
    return np.sort(keys.astype(np.int64) << bits | np.arange(len(keys))) & ((1 << bits) - 1)


def number_keys(number: str) -> tuple[str, ...]:
    """The names under which a 文号 or 索引号 is found whatever its brackets: whole, and from its year on."""
    runs = [run.lstrip("0") or "0" if run[0].isdigit() else run for run in RUN.findall(even(number))]
    if not runs:
        return ()
    years = [place for place, run in enumerate(runs[:-1]) if place and re.fullmatch(r"(?:19|20)\d\d", run)]
    return (f"#{' '.join(runs)}", *(f"${' '.join(runs[place:])}" for place in years[:1]))


def _blocks(entries: Sequence[Findable], texts: Sequence[str]) -> Iterator[str]:
    """The fields of all entries, each with a mark behind it, in blocks of whole entries."""
    block: list[str] = []
    size = 0
    for entry, text in zip(entries, texts, strict=True):
        fields = (
            entry.title,
            "\n".join(entry.numbers),
            entry.organ,
            "\n".join(entry.keywords),
            entry.summary,
            "\n".join(entry.attachments),
            text,
        )
        block += [field.replace(_MARK, " ") for field in fields]
        size += len(text)
        if size > _AT_ONCE:
            yield _MARK.join([*block, ""])
            block, size = [], 0
    if block:
        yield _MARK.join([*block, ""])


def _read(text: str, words: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes of the items of ``text``, whether each is plain, and the number of items of each run."""
    text = even(text)
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    classes = CLASS_OF[points]
    is_word = (classes == DIGIT) | (classes == LETTER)
    begins = changes(classes)
    first = np.flatnonzero((classes == SIGN) | (is_word & begins))
    codes = points[first].astype(np.int32)
    of_words = np.flatnonzero(classes[first] != SIGN)
    ends = np.flatnonzero(is_word & np.concatenate((begins[1:], [True]))) + 1
    codes[of_words] = [
        words.setdefault(text[start:end], _FIRST_WORD + len(words))
        for start, end in zip(first[of_words].tolist(), ends.tolist(), strict=True)
    ]
    stops = np.cumsum(classes == PUNCTUATION)[first]
    marks = np.flatnonzero(points == ord(_MARK))
    sizes = np.diff(np.searchsorted(first, marks), prepend=0)
    return codes, np.concatenate(([False], stops[1:] == stops[:-1]))[: len(first)], sizes


def _lengths(starts: np.ndarray, plain: np.ndarray) -> np.ndarray:
    """The number of items and of pairs in each run."""
    pairs = np.concatenate(([0], np.cumsum(plain)))
    lengths: np.ndarray = np.diff(starts) + np.diff(pairs[starts])
    return lengths


def _order(bodies: np.ndarray) -> np.ndarray:
    """The entries in chunks as they are, each chunk by the length of the bodies."""
    order: np.ndarray = np.lexsort((bodies, np.arange(len(bodies)) // CHUNK))
    return order


def _ranked(codes: np.ndarray, words: dict[str, int]) -> tuple[tuple[str, ...], np.ndarray]:
    """The units in the order of JavaScript strings (UTF-16), and the codes as places in it."""
    names = [*words]
    used = np.flatnonzero(np.bincount(codes)).tolist()
    named = [(names[code - _FIRST_WORD] if code >= _FIRST_WORD else chr(code), code) for code in used]
    named.sort(key=lambda unit: unit[0].encode("utf-16-be", "surrogatepass"))
    ranks = np.zeros(_FIRST_WORD + len(words), np.int32)
    ranks[[code for _, code in named]] = np.arange(len(named))
    return tuple(name for name, _ in named), ranks[codes]
