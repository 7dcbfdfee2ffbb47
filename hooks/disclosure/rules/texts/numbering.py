"""Lost numbering: between 一、 and 三、 something is missing, or a number was written twice.

Only what is certain is told.  A list counts from its first number, one by one, for some steps; then a number or two are
left out or one is repeated, and the list goes on.  A list that starts anywhere, jumps back or jumps far is an excerpt, a
table or a list of another kind, and nobody's fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import Line, lines, quoted, view

_NUMERAL = "[一二三四五六七八九十百零〇]{1,7}"
_CITED = "(?!之|第|规定|和|、|，|至|修改|删|的|中|增|改|所|或|及|与|以|内|明确)"
"""Not before these words: 第三条规定 names an article and is none."""

_MARKERS = re.compile(
    rf"(?:#{{1,6}}\s*|\*\*)?(?:第(?P<article>{_NUMERAL})条{_CITED}"
    rf"|第(?P<chapter>{_NUMERAL})章{_CITED}|第(?P<section>{_NUMERAL})节{_CITED}"
    rf"|(?P<first>{_NUMERAL})、|[（(](?P<second>{_NUMERAL})[）)]"
    r"|(?P<third>\d{1,3})[.．](?!\d)|(?P<comma>\d{1,3})、|[（(](?P<fourth>\d{1,3})[）)])"
)
_RANKS = {
    name: rank
    for rank, name in enumerate(("chapter", "section", "article", "first", "second", "third", "comma", "fourth"))
}
_WRITTEN = {
    "chapter": "第{}章", "section": "第{}节", "article": "第{}条", "first": "{}、", "second": "（{}）",
    "third": "{}.", "comma": "{}、", "fourth": "（{}）", "spoken": "{}是",
}  # fmt: skip
_STARTS = frozenset("#*第（(一二三四五六七八九十百0123456789")
_ESTABLISHED = 3
"""Steps one by one after which a list is known to count."""

_ROW = re.compile(r"\d(?:[ \t\u3000\u00a0]+\d[\d,.]*){2,}$")
"""The end of a row of a table that was copied as text: its numbers are those of the table."""

_NEVER = -999
"""Steps of a list that did not begin with its first number: it is never judged."""

_MOST_MISSING = 2
"""Numbers that can have been lost; where more are missing the text is an excerpt."""

_IS = re.compile(r"(?<![\u4e00-\u9fff第])([一二三四五六七八九])是(?!否|不是|非)")


@dataclass(frozen=True, slots=True)
class _Break:
    """A step of a list of the given kind, from the place and number before to the place and number after."""

    kind: str
    start: int
    place: int
    before: int
    number: int


@dataclass(slots=True)
class _List:
    """A list being read: its last number and place, how many steps it has counted one by one from its first.

    ``doubt`` is a step that is wrong if the list goes on from there.
    """

    last: int
    place: int
    steps: int
    doubt: _Break | None = None

    def last_break(self) -> Iterator[_Break]:
        """The doubtful step at the end of the list: one number that is left out is lost, a repeated one may belong elsewhere."""
        if self.doubt and self.doubt.number == self.doubt.before + 2:
            yield self.doubt


@text_rule(
    "lost-numbering",
    "条款和标题的编号要连着，不缺号、不重号",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请对照原文：漏了内容的补上，只是编号写错的改正编号。",
    bad="一、总体要求 …… 二、主要任务 …… 三、保障措施 …… 五、工作要求",
    good="一、总体要求 …… 二、主要任务 …… 三、保障措施 …… 四、工作要求",
)
def lost_numbering(passage: Passage, _column: Column) -> TextFindings:
    """Numbers at the beginning of lines, and 一是、二是 within them, run on."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    written = lines(text)
    for each in _breaks(written):
        if not _is_joined(text, each):
            yield each.place, _told(text, each)
    if "二是" in text:
        for line in written:
            if "二是" in line.text:
                yield from _spoken(text, line)


def _breaks(written: tuple[Line, ...]) -> Iterator[_Break]:
    """Every step that is wrong."""
    running: dict[str, _List] = {}
    ended: dict[str, int] = {}
    open_quotes = 0
    for line in written:
        marker = _MARKERS.match(line.text) if line.text[0] in _STARTS and not open_quotes else None
        if "“" in line.text or open_quotes:
            open_quotes = max(0, open_quotes + line.text.count("“") - line.text.count("”"))
        if marker is None or marker.lastgroup is None or _ROW.search(line.text):
            continue
        kind, number = marker.lastgroup, _value(marker[marker.lastgroup])
        for inner in [name for name in running if _RANKS[name] > _RANKS[kind]]:
            yield from running[inner].last_break()
            ended[inner] = running.pop(inner).last
        current = running.get(kind)
        if current is None or number == 1:
            if current:
                yield from current.last_break()
            steps = 1 if number == 1 or number == ended.get(kind, -1) + 1 else _NEVER
            running[kind] = _List(number, line.place, steps)
            continue
        if number == current.last + 1:
            if current.doubt:
                yield current.doubt
            current.doubt = None
            current.steps += 1
        elif current.doubt or current.steps < _ESTABLISHED or not 0 <= number - current.last <= _MOST_MISSING + 1:
            current.steps, current.doubt = _NEVER, None
        else:
            current.doubt = _Break(kind, current.place, line.place, current.last, number)
        current.last, current.place = number, line.place
    for current in running.values():
        yield from current.last_break()


def _spoken(text: str, line: Line) -> TextFindings:
    """一是……二是……四是 within a line."""
    last, count = 0, 0
    for found in _IS.finditer(line.text):
        number = _value(found[1])
        if number == 1:
            last, count = 1, 1
        elif last and number == last + 1:
            last, count = number, count + 1
        elif last and count > 1 and number == last + 2:
            place = line.place + found.start()
            yield place, _told(text, _Break("spoken", line.place, place, last, number))
            last = 0
        else:
            last = 0


def _is_joined(text: str, step: _Break) -> bool:
    """Whether the number is there: in a heading for two, （三）政府信息管理、（四）平台建设, or on a line within a quotation."""
    between = text[step.start : step.place]
    return any(f"{joint}{_in_form(step, step.before + 1)}" in between for joint in "、和及—-至\n")


def _told(text: str, step: _Break) -> str:
    shown = quoted(text, step.place, step.place + 4, 10)
    if step.number == step.before:
        return f"{shown}的编号“{_in_form(step, step.number)}”前面已经用过；请核对是编号写错，还是内容重复了"
    missing = [_in_form(step, each) for each in range(step.before + 1, step.number)]
    named = "".join(f"“{each}”" for each in missing)
    if all(each in text[step.start : step.place] for each in missing):
        return f"{shown}前面的{named}没有另起一行；请另起一行"
    return f"{shown}前面是“{_in_form(step, step.before)}”，中间缺{named}；请核对是漏了内容，还是编号写错"


def _in_form(step: _Break, number: int) -> str:
    is_arabic = step.kind in ("third", "comma", "fourth")
    return _WRITTEN[step.kind].format(number if is_arabic else _numeral(number))


def _value(numeral: str) -> int:
    """The number that a Chinese or Arabic numeral below 1,000 means."""
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, 0
    for sign in numeral:
        if sign in "百十":
            total += (digit or 1) * (100 if sign == "百" else 10)
            digit = 0
        elif sign not in "零〇":
            digit = digit * 10 + "一二三四五六七八九".index(sign) + 1
    return total + digit


def _numeral(number: int) -> str:
    """``number`` in Chinese, as articles are numbered."""
    signs = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    front = f"{signs[hundreds]}百" if hundreds else ""
    if hundreds and not tens and ones:
        front += "零"
    middle = ("" if tens == 1 and not hundreds else signs[tens]) + "十" if tens else ""
    return front + middle + (signs[ones] if ones or not number else "")
