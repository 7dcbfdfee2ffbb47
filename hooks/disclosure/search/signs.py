"""What counts as the same when people search: the classes of signs, and how text is made even.

Text is made even by NFKC and lower case: full-width and half-width forms, 〔〕 and [] as far as they are letters or
digits, ㈠ and (一) become the same.  Then every sign is blank (vanishes, but ends a word), a digit, a letter, a sign of its
own (Chinese characters, kana), or punctuation, all of which counts as the same.  overrides/search/words.js holds the same ranges;
a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata

import numpy as np

BLANK, PUNCTUATION, SIGN, DIGIT, LETTER = range(5)

Ranges = tuple[tuple[int, int], ...]

BLANKS: Ranges = (
    (0x00, 0x09), (0x0B, 0x0C), (0x0E, 0x20), (0x7F, 0x84), (0x86, 0xA0), (0xAD, 0xAD), (0x1680, 0x1680), (0x180B, 0x180E),
    (0x2000, 0x200F), (0x202A, 0x202F), (0x205F, 0x206F), (0x3000, 0x3000), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)  # fmt: skip
"""Whitespace but line ends, and what nobody sees.  A line end is punctuation: a line is a paragraph."""

SIGNS: Ranges = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3041, 0x3096), (0x309D, 0x309F), (0x30A1, 0x30FA),
    (0x30FC, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA48C),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFD),
)  # fmt: skip
"""Chinese characters of all planes, kana, bopomofo, Yi, Hangul."""

DIGITS: Ranges = ((0x30, 0x39),)

LETTERS: Ranges = (
    (0x61, 0x7A), (0xDF, 0xF6), (0xF8, 0x2AF), (0x300, 0x36F), (0x370, 0x37D), (0x386, 0x386), (0x388, 0x481), (0x483, 0x52F),
    (0x531, 0x556), (0x561, 0x587), (0x5D0, 0x5EA), (0x620, 0x669), (0x66E, 0x6D3), (0x6D5, 0x6DC), (0x6EE, 0x6FF),
    (0x900, 0x963), (0xE01, 0xE5B), (0xF18, 0xF33), (0xF40, 0xFBC), (0x1810, 0x18AA), (0x1E00, 0x1FFC),
)  # fmt: skip
"""Scripts that write words: Latin, Greek, Cyrillic, Arabic (Uyghur, Kazakh), Tibetan, Mongolian and others."""

HIGHEST = 0x10FFFF


def _class_table() -> np.ndarray:
    table = np.full(HIGHEST + 1, PUNCTUATION, np.uint8)
    for ranges, own in ((BLANKS, BLANK), (SIGNS, SIGN), (DIGITS, DIGIT), (LETTERS, LETTER)):
        for first, last in ranges:
            table[first : last + 1] = own
    return table


CLASS_OF = _class_table()
"""The class of every code point."""


def _of(ranges: Ranges) -> str:
    return "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]+"


RUN = re.compile("|".join(_of(ranges) for ranges in (SIGNS, DIGITS, LETTERS)))
"""Signs, digits or letters that stand together."""


def even(text: str) -> str:
    """``text`` with everything the same that people take for the same."""
    return unicodedata.normalize("NFKC", text).lower()
