"""Papers that a text names: 《title》, number, or 《title》（number）, in the many ways in which people write them.

A number is a tail (〔2024〕7号, 令第711号) and the stem before it.  In brackets it is clear where the stem begins; in running
text (按示政发〔2024〕7号执行) it is not, and such a number is compared by its end, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.load.paper_numbers import plain_number

_BLANKS = " \t\u00a0\u2002\u2003\u3000\u200b"
_OPEN = re.compile(r"[（(〔\[【﹝［](?:\d{4}年\d{1,2}月\d{1,2}日)?\Z")
"""An open bracket, and the day of a paper that may stand before its number."""
_YEAR = r"[〔\[(（【﹝［{]\s*[1１2２][9９0０]\d\d\s*年?\s*[〕\])）】﹞］}]"
_SERIAL = r"第?\s*(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,7})\s*号"
_TAIL = re.compile(
    rf"(?:{_YEAR}\s*第?\s*\d{{1,5}}\s*号|(?:令|公告)\s*(?:{_YEAR}\s*年?|(?:19|20)\d\d\s*年)?\s*{_SERIAL})\Z"
)
_TAIL_OF_ORDER = re.compile(rf"{_SERIAL}\Z")
_LONGEST_TAIL, _LONGEST_STEM, _LONGEST_DAY = 28, 24, 13
_LETTER = r"[A-Za-z\u3007\u3400-\u9fff]"
_STEM = re.compile(rf"{_LETTER}+(?:[（(]{_LETTER}{{1,3}}[）)]{_LETTER}+)?\Z")
_LEADS = re.compile(
    r"(?:.*(?:根据|按照|依据|依照|遵照|参照|执行|落实|按))?"
    "(?:贯彻|转发|印发|下发|发布|公布|关于|以及|同时|废止|修改|结合|详见|通过|提出|文件|通知"
    "|依|以|和|及|与|由|对|将|原|在|经|见|即|如|据|照|用|为|把|至|从|的|是|了)*"
)
"""Words that lead over to a number in running text."""
_LEADS_IN_BRACKETS = re.compile("(?:(?:以下)?简?称(?:为|作)?|原文?|详见|见|即|如|文号)?")

_SIGNS = r"[^《》\n]++|\n(?!\s*\n)"
TITLE = re.compile(rf"《(?:{_SIGNS}|《(?:{_SIGNS}|《(?:{_SIGNS})*+》)*+》)*+》")
"""《title》, with titles inside it; in texts of PDF files it may go on in the next line."""
_LONGEST_TITLE = 160
_MARKUP = r"[*_]{1,3}|\]\([^()\s]*\)"
_BETWEEN = re.compile(rf"(?:{_MARKUP}|[（(][^（）()\d\n]{{1,10}}[）)])*\Z")
"""What may stand between a title and the bracket of its number: emphasis, the end of a link, （试行）."""
_JOINT = r"\s*(?:[、，,；;和及与]|以及)\s*"
_JOINED = re.compile(rf"(?:{_MARKUP})*(?:{_JOINT})?(?:[*_]{{1,3}}|\[)*\Z")
_NEXT = re.compile(rf"{_JOINT}\Z")
_JOINT_SIGN = re.compile("以及|[和及与](?=.)")
_NEXT_SERIAL = re.compile(rf"{_JOINT}第?(\d{{1,5}}号)")
_TITLE_BEHIND = re.compile("(?:文件?)?(?:印发|发布|公布|下发)?的?(?=《)")
_SHORT = re.compile("[^（）()\\n]{0,40}?简?称(?:为|作)?[:：]?\\s*[“\"'《〈「]{0,2}([^”\"'》〉」（）()，,。\\n]{2,24})")
_LINK = re.compile(rf"(?:{_MARKUP}|[）)》\s]){{0,4}}\]\(\s*<?([^()\s>]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A paper named in a text from ``place`` to ``end``.

    ``title`` is without the outer 《》, ``number`` in the form by which numbers are compared, ``whole`` the same with all
    that stands before it where nobody can tell where it begins.  ``short`` is its name in the rest of the text (以下简称),
    ``link`` where the text itself leads.
    """

    place: int
    end: int
    title: str | None = None
    number: str | None = None
    whole: str | None = None
    short: str | None = None
    link: str | None = None

    def has_number(self, number: str) -> bool:
        """Whether it names the paper ``number``."""
        return number == self.number or bool(self.whole and self.whole.endswith(number))


def citations(text: str) -> tuple[Citation, ...]:
    """Every paper that ``text`` names, in order; a title with its number is one."""
    has_titles = "《" in text
    if not has_titles and "号" not in text:
        return ()
    titles = [each for each in TITLE.finditer(text) if len(each[0]) <= _LONGEST_TITLE] if has_titles else []
    return _Reading(text, titles).citations()


def plain_title(title: str) -> str:
    """A title as it is compared: without blanks and marks, in half-width form."""
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", title))


_NOT_COMPARED = re.compile(r"[\s\u200b\ufeff《》〈〉<>“”\"'‘’*_、，,。:：()\[\]·-]")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a text, and where the bracket opens that it stands in: -1 in none, -2 in that of the number before."""

    start: int
    end: int
    plain: str
    whole: str | None = None
    bracket: int = -1


class _Reading:
    """One text being read."""

    def __init__(self, text: str, titles: list[re.Match[str]]) -> None:
        self._text = text
        self._titles = titles
        self._by_end = {each.end(): place for place, each in enumerate(titles)}
        self._by_start = {each.start(): place for place, each in enumerate(titles)}

    def citations(self) -> tuple[Citation, ...]:
        """Titles with their numbers, and the other numbers."""
        numbered: dict[int, _Number] = {}
        alone: list[_Number] = []
        for group in _groups(self._numbers()):
            for number, owner in zip(group, self._owners(group), strict=True):
                if owner is None or owner in numbered:
                    alone.append(number)
                else:
                    numbered[owner] = number
        found = [self._titled(title, numbered.get(place)) for place, title in enumerate(self._titles)]
        found += [
            Citation(place=each.start, end=each.end, number=each.plain, whole=each.whole, link=self._link(each.end))
            for each in alone
        ]
        return tuple(sorted(found, key=lambda each: each.place))

    def _titled(self, title: re.Match[str], number: _Number | None) -> Citation:
        name = title[0][1:-1].replace("\n", "").strip() or None
        short, link = self._short(title.end(), is_inside=False), self._link(title.end())
        if number is None:
            return Citation(place=title.start(), end=title.end(), title=name, short=short, link=link)
        end = max(title.end(), number.end)
        return Citation(
            place=min(title.start(), number.start),
            end=end,
            title=name,
            number=number.plain,
            whole=number.whole,
            short=short or self._short(end, is_inside=True),
            link=link or self._link(end),
        )

    def _short(self, end: int, *, is_inside: bool) -> str | None:
        """The short name given in a bracket behind a title, or ``is_inside`` the bracket of its number."""
        behind = self._text[end : end + 80].lstrip(_BLANKS + "*_")
        if not is_inside and not behind.startswith(("（", "(")):
            return None
        found = _SHORT.match(behind.lstrip("）)（(" + _BLANKS))
        return found[1].strip() if found and "号" not in found[1] else None

    def _link(self, end: int) -> str | None:
        found = _LINK.match(self._text, end) if "](" in self._text[end : end + 8] else None
        return found[1] if found else None

    def _owners(self, group: list[_Number]) -> list[int | None]:
        """The place of the title that each number of a bracket belongs to, if it has one."""
        first = group[0]
        title = self._title_before(first.bracket if first.bracket >= 0 else first.start)
        if title is None:
            behind = _TITLE_BEHIND.match(self._text, first.end) if len(group) == 1 else None
            return [self._by_start.get(behind.end()) if behind else None, *([None] * (len(group) - 1))]
        run = [title]
        while len(run) < len(group) and run[0] > 0 and self._are_joined(run[0] - 1, run[0]):
            run.insert(0, run[0] - 1)
        return [*run, *([None] * (len(group) - len(run)))]

    def _are_joined(self, one: int, other: int) -> bool:
        return bool(_JOINED.match(self._text, self._titles[one].end(), self._titles[other].start()))

    def _title_before(self, place: int) -> int | None:
        """The title right before ``place``, where a number or its bracket begins."""
        end = self._back_over_blanks(place)
        while end not in self._by_end and self._text[end - 1 : end] == "》":
            end -= 1
        if end in self._by_end:
            return self._by_end[end]
        start = self._text.rfind("》", max(0, end - 100), end) + 1
        if start in self._by_end and _BETWEEN.match(self._text[start:end].strip(_BLANKS)):
            return self._by_end[start]
        return None

    def _numbers(self) -> Iterator[_Number]:
        text, at = self._text, self._text.find("号")
        last: _Number | None = None
        while at >= 0:
            end = at + 1
            start = max(0, end - _LONGEST_TAIL)
            window, found = text[start:end], None
            if tail := _TAIL.search(window):
                found = self._number(start + tail.start(), end, last)
            elif text.startswith("令", end) and (tail := _TAIL_OF_ORDER.search(window)):
                found = self._order(start + tail.start(), end)
            elif last and "〕" in last.plain and (tail := _NEXT_SERIAL.fullmatch(text, last.end, end)):
                found = _Number(tail.start(1), end, f"{last.plain.partition('〕')[0]}〕{_plain(tail[1])}", bracket=-2)
            if found:
                yield found
                last = found
            at = text.find("号", end)

    def _number(self, tail: int, end: int, last: _Number | None) -> _Number | None:
        """The number whose tail begins at ``tail``; one without a stem of its own takes that of the number before it."""
        edge = self._back_over_blanks(tail)
        stem = self._stem(edge)
        start = edge - len(stem)
        if last and (joint := _JOINT_SIGN.match(stem)) and not self._text[last.end : start].strip():
            start, stem = start + joint.end(), stem[joint.end() :]
        is_next = last is not None and bool(_NEXT.match(self._text, last.end, start))
        if not stem:
            before = last.plain.partition("〔")[0] if last and is_next else ""
            return _Number(start, end, _plain(before + self._text[tail:end]), bracket=-2) if before else None
        bracket = self._bracket(start)
        is_open = bracket < 0 and not is_next
        whole = _plain(stem + self._text[tail:end]) if is_open else None
        lead = (_LEADS if is_open else _LEADS_IN_BRACKETS).match(stem)
        cut = lead.end() if lead and lead.end() < len(stem) else 0
        plain = _plain(stem[cut:] + self._text[tail:end])
        return _Number(start + cut, end, plain, whole, -2 if is_next else bracket)

    def _order(self, serial: int, end: int) -> _Number | None:
        """国务院第711号令, said as 国务院令第711号."""
        edge = self._back_over_blanks(serial)
        stem = self._stem(edge)
        bracket = self._bracket(edge - len(stem))
        plain = _plain(f"{stem}令{self._text[serial:end]}")
        whole = plain if bracket < 0 else None
        return _Number(edge - len(stem), end + 1, plain, whole, bracket) if stem else None

    def _stem(self, edge: int) -> str:
        """The letters that end at ``edge``, without the end of a date before them."""
        found = _STEM.search(self._text[max(0, edge - _LONGEST_STEM) : edge])
        stem = found[0].rpartition("号")[2] if found else ""
        before = edge - len(stem) - 1
        return stem[1:] if stem[:1] in ("年", "月", "日") and before >= 0 and self._text[before].isdigit() else stem

    def _bracket(self, start: int) -> int:
        """Where the bracket opens that ``start`` follows; -1 if there is none."""
        end = self._back_over_blanks(start)
        before = max(0, end - _LONGEST_DAY)
        found = _OPEN.search(self._text[before:end])
        return before + found.start() if found else -1

    def _back_over_blanks(self, at: int) -> int:
        while at > 0 and self._text[at - 1] in _BLANKS:
            at -= 1
        return at


def _groups(numbers: Iterator[_Number]) -> Iterator[list[_Number]]:
    """Numbers that follow each other, together."""
    group: list[_Number] = []
    for number in numbers:
        if group and number.bracket != -2:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


_YEAR_SIGN = re.compile(r"((?:19|20)\d\d)年(?=[\])】﹞］）〕}])")
_BRACKET_SERIAL = re.compile(r"〕第?(\d+)号\Z")
_WORDS = re.compile("[〇零一二三四五六七八九十百]+号\\Z")
_BARE_ORDER = re.compile(r"令(\d+)号\Z")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}


def _plain(number: str) -> str:
    """``number`` in the form of 发文字号: no 年 in the brackets of the year, no 第 after them, Arabic numerals."""
    plain = _BRACKET_SERIAL.sub(r"〕\1号", plain_number(_YEAR_SIGN.sub(r"\1", plain_number(number))))
    if words := _WORDS.search(plain):
        plain = f"{plain[: words.start()]}{_value(words[0])}号"
    return _BARE_ORDER.sub(r"令第\1号", plain)


def _value(words: str) -> int:
    """四十八号 → 48."""
    total = digit = 0
    for sign in words.removesuffix("号"):
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[sign]
    return total + digit
