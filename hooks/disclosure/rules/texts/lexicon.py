"""Looking for many words at once, and for what makes a wrong one right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from disclosure.load.usual_wording import usual_wording
from disclosure.model import Wording, WrongWord
from disclosure.rules.texts.view import sentence_at

_TITLE = re.compile("《(?:中华人民共和国)?([^《》\n]{2,24})》")
_SIGNS = 1 << 16
_FEW_SIGNS = 100
"""Up to this length a text is read sign by sign; a longer one by numpy, all at once."""

_QUOTES = frozenset(("“”", "‘’", '""', "「」"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A wrong word that stands from ``start`` to ``end``, and its entry."""

    start: int
    end: int
    word: str
    entry: WrongWord


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Wrong words, longest first, by the rarest pair of signs in them, and wrong titles in 《》 by themselves.

    ``pairs`` are the numbers of the pairs, sorted; ``firsts`` and ``seconds`` tell of every sign whether it begins or ends one.
    """

    by_pair: dict[str, tuple[tuple[str, int, WrongWord], ...]]
    titles: dict[str, WrongWord]
    pairs: np.ndarray[Any, np.dtype[np.uint32]]
    firsts: np.ndarray[Any, np.dtype[np.bool_]]
    seconds: np.ndarray[Any, np.dtype[np.bool_]]


@lru_cache(maxsize=2)
def lexicon(wording: Wording) -> Lexicon:
    """The words of the engine and of a column; what the column says of a word goes before, and may be that it is right."""
    entries = {word: entry for entry in (*usual_wording(), *wording.entries) for word in entry.wrong}
    words = {word: entry for word, entry in entries.items() if word != entry.right and len(word) > 1}
    titles = {word[1:-1]: words.pop(word) for word in list(words) if word.startswith("《") and word.endswith("》")}
    often = Counter(pair for word in words for pair in _pairs_of(word))
    by_pair: dict[str, list[tuple[str, int, WrongWord]]] = {}
    for word in sorted(words, key=len, reverse=True):
        pair = min(_pairs_of(word), key=lambda each: often[each])
        by_pair.setdefault(pair, []).append((word, word.index(pair), words[word]))
    numbers = np.array(sorted(ord(pair[0]) << 16 | ord(pair[1]) for pair in by_pair), dtype=np.uint32)
    firsts, seconds = np.zeros(_SIGNS, dtype=np.bool_), np.zeros(_SIGNS, dtype=np.bool_)
    firsts[numbers >> 16] = seconds[numbers & (_SIGNS - 1)] = True
    return Lexicon({pair: tuple(found) for pair, found in by_pair.items()}, titles, numbers, firsts, seconds)


@lru_cache(maxsize=4)
def hits(text: str, known: Lexicon) -> tuple[Hit, ...]:
    """Every word of ``known`` in ``text`` that is wrong where it stands, whatever the day of the text."""
    return tuple(_hits(text, known))


def _hits(text: str, known: Lexicon) -> Iterator[Hit]:
    found: dict[int, Hit] = {}
    for place in _places(text, known):
        for word, offset, entry in known.by_pair.get(text[place : place + 2], ()):
            start = place - offset
            longer = found.get(start)
            if start < 0 or not text.startswith(word, start) or (longer and len(longer.word) >= len(word)):
                continue
            if not _is_right(text, start, word, entry):
                found[start] = Hit(start, start + len(word), word, entry)
    for title in _TITLE.finditer(text) if "《" in text else ():
        if named := known.titles.get(title[1]):
            found[title.start()] = Hit(title.start(), title.end(), title[0], named)
    end = 0
    for start in sorted(found):
        if start >= end:
            end = found[start].end
            yield found[start]


def _places(text: str, known: Lexicon) -> Iterable[int]:
    """Where one of the pairs stands."""
    if len(text) <= _FEW_SIGNS:
        return range(len(text) - 1)
    signs = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(signs) != len(text):
        return range(len(text) - 1)
    places = np.flatnonzero(known.firsts[signs[:-1]] & known.seconds[signs[1:]])
    numbers = (signs[places].astype(np.uint32) << 16) | signs[places + 1]
    at = np.searchsorted(known.pairs, numbers)
    at[at == len(known.pairs)] = 0
    return [int(place) for place in places[known.pairs[at] == numbers]]


def _pairs_of(word: str) -> list[str]:
    return [word[place : place + 2] for place in range(len(word) - 1)]


def is_within(text: str, start: int, word: str, longer: Iterable[str]) -> bool:
    """Whether the ``word`` at ``start`` is a part of one of the ``longer`` words."""
    for each in longer:
        at = each.find(word)
        while at >= 0:
            if start >= at and text.startswith(each, start - at):
                return True
            at = each.find(word, at + 1)
    return False


def _is_right(text: str, start: int, word: str, entry: WrongWord) -> bool:
    """Whether the words around make the wrong one right, or speak of it: “帐户”."""
    end = start + len(word)
    if text[start - 1 : start] + text[end : end + 1] in _QUOTES or is_within(text, start, word, (entry.right,)):
        return True
    if is_within(text, start, word, (each for each in entry.exceptions if "…" not in each)):
        return True
    return any(_is_followed(text, start, each) for each in entry.exceptions if "…" in each)


def _is_followed(text: str, start: int, parts: str) -> bool:
    """Whether the text at ``start`` begins with the words before … and has those after it in the same sentence."""
    first, _, second = parts.partition("…")
    return text.startswith(first, start) and second in sentence_at(text, start).partition(first)[2]
