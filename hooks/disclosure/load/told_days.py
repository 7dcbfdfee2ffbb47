"""What a text says of its own term: the day from which it is in force, and until when (自……起施行，有效期5年)."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.load.dates import read_moment
from disclosure.load.papers import DAY

_SELF = (
    "(?:本|以上|上述)[\u4e00-\u9fff]{0,6}(?:办法|规定|条例|细则|通知|意见|决定|方案|规则|通告|公告|措施|标准|制度|规范|指南|预案|指引|政策"
    "|解释|规程|准则|守则|章程|计划|目录|清单|文件|法|令)(?:[（(][^（()）]{1,8}[）)])?"
)
"""How a paper calls itself."""

_IN_FORCE = "(?:正式)?(?:施行|实施|执行|生效|试行)"
_ISSUE = "自(?:印发|发布|公布|颁布|发文|下发|公告|签发)之日起"
_FROM_DAY = re.compile(rf"(?:{_SELF}[^。；\n]{{0,12}}?|(?:^|[\n。；])[ \t\u3000\u00a0]*)自(?P<day>{DAY})起\Z")
_FROM_ISSUE = re.compile(rf"{_SELF}[^。；\n]{{0,6}}?(?P<issue>{_ISSUE})\Z")
_FORCE = re.compile(_IN_FORCE)
_LOOK_BACK = 60
_BEFORE_TERM = re.compile(
    rf"(?:{_SELF}的?|(?:{_SELF}[^。；\n证照书牌号案]{{0,24}}?|(?:^|[\n。；])[ \t\u3000\u00a0]*)"
    rf"(?:{_ISSUE}|自{DAY}起){_IN_FORCE}[，,；;。、]?[ \u3000]?)\Z"
)
"""A term is that of the paper if the paper is what comes into force, and not a licence that it is about."""

_TERM_WORD = re.compile("[有试施执][效行]期")
_TERM = re.compile(
    "(?:试行期|有效期|施行期|执行期)限?[：:]?(?:"
    rf"自{DAY}起?至(?P<range_end>{DAY})"
    rf"|(?:至|到|截至|截止到?|截止至|至)(?P<end>{DAY})"
    "|(?:为|是|暂?定为?)?(?P<years>[0-9一二两三四五六七八九十]{1,2})年)"
)
_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}


class FromWhen(enum.Enum):
    """A beginning that is no day of the calendar."""

    ISSUE = enum.auto()
    """自印发（发布、公布）之日起."""


@dataclass(frozen=True, slots=True)
class ToldStart:
    """自……起施行: the day, or that of issue, as it is written and where (in signs, from 0)."""

    start: dt.date | FromWhen
    written: str
    place: int


@dataclass(frozen=True, slots=True)
class ToldEnd:
    """有效期至…… or 有效期……年: the last day, or the years from the beginning."""

    end: dt.date | int
    written: str
    place: int


def told_starts(text: str) -> Iterator[ToldStart]:
    """From when ``text`` says that it is in force."""
    at = text.find("日起")
    while at >= 0:
        end = at + len("日起")
        begin = max(0, end - _LOOK_BACK)
        if force := _FORCE.match(text, end):
            before = text[begin:end]
            if found := _FROM_DAY.search(before):
                if moment := read_moment(found["day"]):
                    yield ToldStart(moment.day, f"自{_plain(found['day'])}起{force[0]}", begin + found.start("day"))
            elif found := _FROM_ISSUE.search(before):
                yield ToldStart(FromWhen.ISSUE, found["issue"] + force[0], begin + found.start("issue"))
        at = text.find("日起", end)


def told_ends(text: str) -> Iterator[ToldEnd]:
    """Until when ``text`` says that it is in force."""
    for word in _TERM_WORD.finditer(text) if "期" in text else ():
        found = _TERM.match(text, word.start())
        if not found or not _BEFORE_TERM.search(text[max(0, word.start() - _LOOK_BACK) : word.start()]):
            continue
        day = found["range_end"] or found["end"]
        moment = read_moment(day) if day else None
        if moment:
            yield ToldEnd(moment.day, _plain(found[0]), word.start())
        elif years := _number(found["years"] or ""):
            yield ToldEnd(years, _plain(found[0]), word.start())


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS.get(text, 0)
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)


def _plain(text: str) -> str:
    return "".join(text.split())
