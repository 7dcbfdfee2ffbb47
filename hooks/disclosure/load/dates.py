"""Dates in every form that official pages use.

2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 二〇二四年三月五日 (with 〇, ○, Ｏ, 零 and other circles, and 元月), full-width digits,
with or without a time of day.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

_TIME = r"(?:[\sT]*(?P<hour>\d{1,2})[:：时](?P<minute>\d{1,2})分?(?::\d{1,2}(?:\.\d+)?)?)?"
_WESTERN = re.compile(
    r"(?P<year>\d{4})\s*(?:[-/.]|年)\s*(?P<month>\d{1,2})\s*(?:[-/.]|月)\s*(?P<day>\d{1,2})\s*日?" + _TIME
)
_CHINESE = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九Oo0◯ΟО]{4})年(?P<month>[元正一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十廿卅]{1,3})日"
)
_DIGITS = {**dict(zip("〇一二三四五六七八九", "0123456789", strict=True)), **dict.fromkeys("○零Oo◯ΟО", "0")}


def _spelled(number: int) -> str:
    """A number below 40 in Chinese numerals: 五, 十, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")


_NUMERALS = {_spelled(number): number for number in range(1, 32)}
_NUMERALS |= {text.replace("二十", "廿").replace("三十", "卅"): number for text, number in _NUMERALS.items()}
_NUMERALS |= {"元": 1, "正": 1}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time of day (``"10:30"``) if one was written."""

    day: dt.date
    clock: str = ""


def read_moment(text: str) -> Moment | None:
    """The moment that ``text`` names, or None if it names none that exists."""
    plain = re.sub(r"[\s\u200b\ufeff]+", " ", unicodedata.normalize("NFKC", text)).strip()
    if found := _WESTERN.fullmatch(plain):
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    elif found := _CHINESE.fullmatch(plain.replace(" ", "")):
        year = int("".join(_DIGITS.get(sign, sign) for sign in found["year"]))
        month, day = _NUMERALS.get(found["month"], 0), _NUMERALS.get(found["day"], 0)
    else:
        return None
    try:
        return Moment(dt.date(year, month, day), _clock(found)) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> str:
    hour = found.groupdict().get("hour")
    if hour is None:
        return ""
    return dt.time(int(hour), int(found["minute"])).strftime("%H:%M")
