"""Digits as people write them: full-width, in groups, broken over lines → numbers that know where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = r"[ \t\u00a0\u2002-\u200d\u202f\u2060\u3000\ufeff\u2010-\u2015\u2212\-·]"
_BETWEEN = rf"(?:{_BLANK}{{0,8}}|{_BLANK}{{0,4}}\r?\n{_BLANK}{{0,8}})"
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d){{8,}}")
_GROUP = re.compile(r"\d(?:[\u200b-\u200d\u2060\ufeff]*\d)*")
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ＠．－／]")
_TO_HALF = {code: code - 0xFEE0 for code in (*range(0xFF0D, 0xFF1A), *range(0xFF20, 0xFF3B), *range(0xFF41, 0xFF5B))}
_INLINE, _LINES = "b|strong|em|i|u|span|font|s|del|ins|mark|sub|sup|small|wbr", "br|p|div|tr|li"
_TAG = re.compile(
    rf"</?(?:(?P<inline>{_INLINE})|(?P<line>{_LINES})|(?P<cell>td|th))(?![A-Za-z])[^<>]{{0,300}}>|&nbsp;|&#160;|&emsp;|&ensp;",
    re.IGNORECASE,
)
_NOTHING = "\u200b"
_SHORTEST, _LONGEST, _MOST_GROUPS = 9, 30, 7
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s<>\"'）)，。；、\u4e00-\u9fff]+", re.IGNORECASE)
"""The address of a page, whose number is not a person's."""

_WORD = r"0-9A-Za-z_"
BLURRED = "*＊×●○※"
"""Signs that stand in place of digits that were masked."""

_OTHER = r"1[3-9]\d{9}|(?:0\d{2,3}[-—－]?)?\d{7,8}|\d{17}[\dXx]"
_AFTER_OTHER = re.compile(rf"(?:^|[^0-9A-Za-z/])(?:{_OTHER})[/／]\Z")
"""Numbers of telephones and persons are kept apart by a stroke; what else stands before a stroke is part of a code."""

_NUMBER_SIGN = re.compile(r"(?:(?<![0-9A-Za-z])No[.．]?|&[LCR])\Z", re.IGNORECASE)
"""What stands before a number without being part of it: No., and the codes in headers of sheets."""

_MASK = r"(?:[*＊]{3,}|[×●○※]{2,})"
_BEFORE = re.compile(rf"(?:{_MASK}[ \t\-]?|[{_WORD}]|[{_WORD}][./／\\&=+\-]|\d[{BLURRED}xX]{{1,18}})\Z")
_FILE = r"\.(?:jpe?g|png|gif|bmp|pdf|docx?|xlsx?|wps|zip)(?![0-9A-Za-z])"
_AFTER = re.compile(
    rf"(?!{_FILE})(?:[{_WORD}]|(?![/／](?:{_OTHER})(?![0-9A-Za-z/]))[./／\\&=\-][0-9A-Za-z]|[{BLURRED}]+[{_WORD}]|[ \t\-]?{_MASK})"
)
_THOUSANDS_BEFORE = re.compile(r"\d[,，]\d{3}(?!\d)")
_THOUSANDS_AFTER = re.compile(r"(?<!\d)\d{1,3}[,，]\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """Digits in a text, ``plain`` without what stands between its groups, whose lengths are ``groups``."""

    start: int
    end: int
    plain: str
    groups: tuple[int, ...]
    is_broken: bool = False


def plain_digits(text: str) -> str:
    """The digits of ``text`` as 0 to 9."""
    return (
        text
        if text.isdigit() and text.isascii()
        else "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())
    )


def plain_text(text: str) -> str:
    """``text`` as it is read, sign for sign in the same place: in half-width form, cells for the tags of tables, no other tags."""
    if _FULL_WIDTH.search(text):
        text = text.translate(_TO_HALF)
    return _TAG.sub(_read, text) if "<" in text or "&" in text else text


def _read(tag: re.Match[str]) -> str:
    sign = "|" if tag["cell"] else "\n" if tag["line"] else _NOTHING if tag["inline"] else "\u00a0"
    return sign + "".join(each if each == "\n" else _NOTHING for each in tag[0][1:])


def numbers_in(text: str) -> Iterator[Number]:
    """Every number of 9 to 30 digits that stands in ``text``, whole or in groups; groups may belong to several.

    Addresses of web pages are left out.
    """
    skipped: list[tuple[int, int]] | None = None
    for run in _RUN.finditer(text):
        if skipped is None:
            skipped = addresses_in(text)
        if not any(start <= run.start() < end for start, end in skipped):
            yield from _windows(text, [match.span() for match in _GROUP.finditer(text, run.start(), run.end())])


def addresses_in(text: str) -> list[tuple[int, int]]:
    """Where the addresses of web pages stand."""
    if "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _windows(text: str, groups: list[tuple[int, int]]) -> Iterator[Number]:
    """Numbers of a few groups each, and numbers that are written sign by sign."""
    digits = [plain_digits(text[start:end]) for start, end in groups]
    apart = 0
    for first, own in enumerate(digits):
        apart = apart + 1 if len(own) == 1 else 0
        is_last_apart = apart and (first + 1 == len(groups) or len(digits[first + 1]) > 1)
        if is_last_apart and _SHORTEST <= apart <= _LONGEST:
            yield _number(text, groups, digits, first + 1 - apart, first + 1)
        length = 0
        for last in range(first, min(first + _MOST_GROUPS, len(groups))):
            length += len(digits[last])
            if length > _LONGEST:
                break
            if length >= _SHORTEST:
                yield _number(text, groups, digits, first, last + 1)


def _number(text: str, groups: list[tuple[int, int]], digits: list[str], first: int, stop: int) -> Number:
    start, end = groups[first][0], groups[stop - 1][1]
    is_broken = stop - first > 1 and "\n" in text[start:end]
    return Number(start, end, "".join(digits[first:stop]), tuple(map(len, digits[first:stop])), is_broken)


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands there is no part of a longer code, amount, address or masked number."""
    before, after = text[max(0, start - 20) : start], text[end : end + 20]
    is_joined = _BEFORE.search(before) and not _AFTER_OTHER.search(before) and not _NUMBER_SIGN.search(before)
    if is_joined or _AFTER.match(after):
        return False
    in_thousands = _THOUSANDS_BEFORE.match(text, max(0, start - 2)) or _THOUSANDS_AFTER.search(text[end - 4 : end + 5])
    return not in_thousands


def lines_with(hint: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of every line in which ``hint`` is found."""
    at = 0
    while found := hint.search(text, at):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield start, end
        at = end + 1
