"""A text as its readers see it, every sign still at its place, and how a finding quotes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from disclosure.passages import Passage, Source

FILL = "\0"
"""Stands for a sign that readers do not see (of a tag, a link's target, code); it is neither blank nor mark nor letter."""

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|</?[A-Za-z][^<>]*>"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_LONG_NUMBER = re.compile(r"(\d{3})\d{4,}")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u00ad\ufeff\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_INNER = str.maketrans("“”", "‘’")
_MARKUP = re.compile(r"\*\*|`|^#+ ")


def view(passage: Passage) -> str:
    """The text with :data:`FILL` in place of what is not shown, and of addresses, in which words mean nothing."""
    return _view(passage.text, passage.source is Source.BODY)


@lru_cache(maxsize=4)
def _view(text: str, is_markdown: bool) -> str:
    if is_markdown and ("<" in text or "`" in text or "](" in text or "]:" in text):
        text = _UNSEEN.sub(_filled, text)
    if "." in text and ("/" in text or "@" in text or "www." in text):
        text = _ADDRESS.sub(_filled, text)
    return text


def _filled(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", FILL, found[0])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with the place where it begins; ``text`` has no blanks at its ends."""

    text: str
    place: int
    number: int


@lru_cache(maxsize=4)
def signs(text: str) -> str:
    """Each sign of ``text`` once, in no order: a short string in which a pattern finds fast that there is nothing to find."""
    return "".join(set(text))


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in which something stands; they are numbered from 0."""
    found = []
    place = 0
    for number, whole in enumerate(text.split("\n")):
        written = whole.strip()
        if written:
            found.append(Line(written, place + whole.index(written[0]), number))
        place += len(whole) + 1
    return tuple(found)


def quoted(text: str, start: int, end: int, around: int = 8) -> str:
    """The words from ``start`` to ``end`` with those around them on the same line, in “”.

    Long numbers are masked, signs that cannot be seen are shown as □.
    """
    begin = max(text.rfind("\n", 0, start) + 1, start - around)
    stop = text.find("\n", end)
    stop = min(len(text) if stop < 0 else stop, end + around)
    words = _MARKUP.sub("", text[begin:stop]).replace(FILL, "")
    words = " ".join(_LONG_NUMBER.sub(r"\1****", _INVISIBLE.sub("□", words)).split()).translate(_INNER)
    before = "…" if begin and text[begin - 1] != "\n" else ""
    after = "…" if stop < len(text) and text[stop] != "\n" else ""
    return f"“{before}{words}{after}”"


def sentence_at(text: str, place: int) -> str:
    """The sentence in which the sign at ``place`` stands, as far as its line goes."""
    start = max(text.rfind(mark, 0, place) for mark in "。！？\n") + 1
    ends = [end for mark in "。！？\n" if (end := text.find(mark, place)) >= 0]
    return text[start : min(ends, default=len(text))]
