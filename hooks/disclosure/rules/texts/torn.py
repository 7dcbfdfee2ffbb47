"""Numbers of papers and days that lost a sign: brackets around the year, digits, the dash between two days."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.passages import Passage
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import quoted, view

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_NUMBER = re.compile(
    rf"(?P<code>[\u4e00-\u9fff])(?P<year>{_YEAR})(?P<number>[1-9]\d{{0,3}})号"
    rf"|〔{_YEAR}(?P<late>[1-9]\d{{0,3}})号"
    r"|[\u4e00-\u9fff]〔(?P<short>\d{3}|\d{5,})〕\d{1,4}号"
    rf"|(?P<early>[发办函字规政秘令通电]){_YEAR}〕\s*\d{{1,4}}号"
)
_NO_CODES = frozenset("备第号证约共编近超达仅计至及和与")
"""Signs before a long number that is not of a paper: 粤ICP备2021…号, 第20215号."""

_DAYS = re.compile(
    rf"(?P<first>{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?)(?P<last>{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?)"
    r"|(?<!\d)(?P<from>[0-2]?\d[:：][0-5]\d)(?P<to>[0-2]?\d[:：][0-5]\d)(?![\d:：])"
)

_TOUCHING = re.compile(r"[月日:：](?:(?:19|20)\d\d年|\d{3,4}[:：])")
"""Found faster than the days themselves, and in hardly any text."""

_NUMBERED = re.compile("[0-9](?=号)")
_LONGEST = 16
"""Signs of the last part of the number of a paper."""


@text_rule(
    "torn-number",
    "文号的年份要用六角括号括起来，年份和序号要写全",
    Severity.WARNING,
    norm="GB/T 9704—2012 第7.2.5条",
    family=Family.WORDING,
    advice="请对照原文，把丢了的括号、数字补上。",
    bad="按照示政办20224号文件的要求",
    good="按照示政办〔2022〕4号文件的要求",
)
def torn_number(passage: Passage, _column: Column) -> TextFindings:
    """The number of a paper keeps the brackets around its year."""
    if "号" not in passage.text:
        return
    text = view(passage)
    for end in _NUMBERED.finditer(text):
        found = _NUMBER.search(text, max(0, end.start() - _LONGEST), end.end() + 1)
        if found is None or found.end() != end.end() + 1:
            continue
        if found["year"] and found["code"] in _NO_CODES:
            continue
        if found["year"]:
            right = f"；请核对是不是“{found['code']}〔{found['year']}〕{found['number']}号”"
        elif found["late"] or found["early"]:
            right = "；请补上括号"
        else:
            right = f"，年份“{found['short']}”不是四位；请对照原文改正"
        yield found.start(), f"{quoted(text, *found.span())}里的文号丢了{'数字' if found['short'] else '括号'}{right}"


@text_rule(
    "torn-days",
    "两个日期、时刻中间要有连接号",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请对照原文，补上“—”或者“至”。",
    bad="全面实施阶段（2022年7月2022年10月）",
    good="全面实施阶段（2022年7月—10月）",
)
def torn_days(passage: Passage, _column: Column) -> TextFindings:
    """Two days or hours that stand together are the ends of a time; something between them was lost."""
    text = view(passage)
    if not _TOUCHING.search(text):
        return
    for found in _DAYS.finditer(text):
        first, last = (found["first"], found["last"]) if found["first"] else (found["from"], found["to"])
        yield found.start(), f"{quoted(text, *found.span())}里“{first}”和“{last}”连在一起；请对照原文补上“—”或者“至”"
