"""The parts of an official paper that a body repeats from its head: title, 发文字号, who signed it and when.

Bodies come from printed papers (GB/T 9704) and from pages of older sites, so the same part stands in several places: the
signature at the end, or after the short notice that puts a plan into force, with the plan below it; the organs on lines
of their own, on one line, or letter-spaced; the day in Arabic or Chinese numerals.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from disclosure.load.dates import read_moment
from disclosure.load.paper_numbers import plain_number

_MOST_SIGNERS = 16
"""Lines above a date that are looked at: papers of a dozen organs are seen, some of them on two lines."""

_HEAD_LINES = 8
_TAIL_LINES = 6
_ANNEX_LINE = re.compile(r"附件?\s*\d{0,2}\s*[:：]")
"""What names an annex is no title of the paper."""

_LONGEST_TITLE, _SHORTEST_TITLE = 160, 8
_LONGEST_SIGNED_LINE = 60

_DIGITS_OF_YEARS = "0-9０-９〇○零一二三四五六七八九Oo◯ΟОＯ"
_BLANK = r"[ \t\u3000\u00a0]*"
DAY = (
    rf"[{_DIGITS_OF_YEARS}]{{4}}{_BLANK}年{_BLANK}[0-9０-９元正一二三四五六七八九十]{{1,2}}{_BLANK}月"
    rf"{_BLANK}[0-9０-９一二三四五六七八九十廿卅]{{1,3}}{_BLANK}日"
)
"""A day as papers write it; :func:`~disclosure.load.dates.read_moment` reads it."""

_SIGNED = re.compile(rf"(?P<organ>[^\d，。；：、！？,;:!?|]{{0,40}}?)(?P<day>{DAY})")
_LAID_OUT = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:nbsp|emsp|ensp);")
_EDGE = " \t\u00a0\u3000\u200b\ufeff*_#>"
_NOTE = re.compile(r"[（(](?:印章?|盖章|公章|代?章|签章|签字)[）)]")
_BLANKS = re.compile(r"[\s\u3000\u00a0\u200b]+")
_ANNEX_HEAD = re.compile(r"附件?\s*\d{0,2}\s*[:：.]?")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|第[一二三四五六七八九十百]+[章节条]"
)
_NUMBER = re.compile(
    r"[（(]?("
    r"[\u4e00-\u9fffA-Za-z]{1,12}〔(?:19|20)\d{2}〕第?\d{1,6}号"
    r"|[\u4e00-\u9fff]{2,14}令第\d{1,4}号"
    r"|[\u4e00-\u9fff]{2,14}公告(?:19|20)\d{2}年第\d{1,4}号"
    r")[）)]?"
)
_ORGAN = re.compile(
    r"[\u4e00-\u9fff（）()“”·]{1,44}?"
    "(?:政府|办公[室厅]|委员会|管委会|常委会|委|局|厅|部|院|署|[协学商总]会|联合会|工会|中心|处|[支大总]队"
    "|所|站|馆|台|[学党]校|大学|法院|检察院|公司|集团|银行|[分支]行|领导小组|指挥部|工作组|专班|办|社|联)"
)
PAPER_KINDS = (
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
"""文种 of 《党政机关公文处理工作条例》 as titles end with them; 命令 is also written 令."""

_TITLE = re.compile(
    rf".*(?:{'|'.join(PAPER_KINDS)}|令|公示|答复|办法|规定|细则|方案|规划|预案|规则|制度)(?:[（(][^（()）]{{1,20}}[）)])?"
)
_UNREAD = re.compile(r"[^\d。；，：、！？;:,!?|\]）)]{3,30}")
_CLOSINGS = ("特此", "此复", "此致", "附")
"""What may stand above a signature without being of it: a line that ends no sentence is another organ, or a person."""

_SENTENCE = tuple("。；，：！？;:,!?")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper as it is written, and its place: the line of the body, from 0, where it begins."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: the organs that signed, in the order of writing, and the day; there may be a day alone.

    What stands below the head of an annex may be the signature of that annex; a text that others sign, too, may only
    collect their papers.
    """

    organs: tuple[Part, ...]
    day: dt.date
    day_written: Part
    may_be_of_another: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What a body repeats of the head of its document; a part that it does not repeat is None."""

    title: Part | None
    number: Part | None
    signature: Signature | None


@lru_cache(maxsize=16384)
def paper_in(body: str) -> Paper:
    """The parts of the paper that ``body`` is."""
    lines = [Part(plain, place) for place, line in enumerate(body.split("\n")) if (plain := _plain(line))]
    title, number = _head(lines)
    return Paper(title, number, _signature(lines))


def is_organ_name(text: str) -> bool:
    """Whether ``text`` reads like the name of an organ and nothing else."""
    return len(text) > 2 and bool(_ORGAN.fullmatch(text))


def _plain(line: str) -> str:
    """A line without what only lays it out; a row of a table counts as empty."""
    if line.startswith("|") or "<t" in line:
        return ""
    if "<" in line or "&" in line:
        line = _LAID_OUT.sub("", line)
    return line.strip(_EDGE)


def _head(lines: list[Part]) -> tuple[Part | None, Part | None]:
    """Title and 发文字号 above the first sentence."""
    title: Part | None = None
    number: Part | None = None
    written, place = "", 0
    for line in lines[:_HEAD_LINES]:
        if found := _NUMBER.fullmatch(plain_number(line.text)):
            number = number or Part(found[1], line.place)
            written = ""  # above the number stands 红头, who issues it, and not the title
        elif line.text.endswith(_SENTENCE) or _NUMBERED.match(line.text) or _ANNEX_LINE.match(line.text):
            break
        elif title is None:
            place = place if written else line.place
            written += _BLANKS.sub(" ", line.text)
            if len(written) > _LONGEST_TITLE:
                break
            if len(written) >= _SHORTEST_TITLE and _TITLE.fullmatch(written):
                title = Part(written, place)
    return title, number


def _signature(lines: list[Part]) -> Signature | None:
    """The first day with organs above it; without one, a day alone among the last lines."""
    first: Signature | None = None
    alone: Signature | None = None
    is_below_annex = False
    for number, line in enumerate(lines):
        text = line.text
        if text.startswith("附") and _ANNEX_HEAD.fullmatch(text):
            is_below_annex = True
        if not text.endswith("日") or len(text) > _LONGEST_SIGNED_LINE or not (found := _SIGNED.fullmatch(text)):
            continue
        moment = read_moment(found["day"])
        if moment is None:
            continue
        own = found["organ"].strip(_EDGE)
        organs = tuple(_organs_on(Part(own, line.place))) if own else _organs_above(lines, number)
        if organs is None:
            continue
        signature = Signature(organs, moment.day, Part(found["day"], line.place), is_below_annex)
        if organs and first is None:
            first = signature
        elif organs and first is not None and not is_below_annex and _names(first) != _names(signature):
            return replace(first, may_be_of_another=True)
        elif not own and number >= len(lines) - _TAIL_LINES:
            alone = signature
    return first or alone


def _names(signature: Signature) -> list[str]:
    return [organ.text for organ in signature.organs]


def _organs_above(lines: list[Part], number: int) -> tuple[Part, ...] | None:
    """The organs on the lines right above the line ``number``; None if a line may be one more and cannot be read."""
    found: list[Part] = []
    above = lines[max(0, number - _MOST_SIGNERS) : number]
    while above:
        line = above.pop()
        organs = tuple(_organs_on(line))
        if not organs and above and is_organ_name(whole := above[-1].text + line.text):
            organs = (Part(whole, above.pop().place),)
        if not organs:
            return None if _UNREAD.fullmatch(line.text) and not line.text.startswith(_CLOSINGS) else tuple(found)
        found[:0] = organs
    return tuple(found)


def _organs_on(line: Part) -> Iterator[Part]:
    """The organs that a line of a signature names; none if it says anything else."""
    text = _NOTE.sub("", line.text).strip(_EDGE)
    parts = [part for part in _BLANKS.split(text) if part]
    joined = "".join(parts)
    if len(parts) > 1 and all(map(is_organ_name, parts)):
        yield from (Part(part, line.place) for part in parts)
    elif is_organ_name(joined):
        yield Part(joined, line.place)
