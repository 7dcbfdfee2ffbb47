"""Constructions that contradict themselves or say a thing twice; words stand between their parts, so they are patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNIT = "(?:多|余)?(?:万|亿)?(?:元|人|名|个|家|户|件|项|次|天|年|岁|亩|公里|平方米|吨|套|场|期|倍|%|％)"
_DAY = r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?|今年\d{1,2}月|\d{1,2}月底|本月底|去年底"
_PHRASES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("不再发生", re.compile("(?:防止|避免|杜绝|防范)[^，。；\n]{1,24}不再(?:次)?发生"), "是双重否定，意思反了；请改成“防止……再次发生”"),
    ("倍", re.compile(r"(?:降低|减少|下降|缩短|压缩|降)(?:了)?\d+(?:\.\d+)?倍"), "，减少不能用倍数；请改成百分数或者分数"),
    ("左右", re.compile(rf"(?:大约|约|近|大概|将近)\d[\d.]*{_UNIT}左右"), "重复，“约”和“左右”只留一个"),
    ("上下", re.compile(rf"(?:大约|约|近|将近)\d[\d.]*{_UNIT}上下"), "重复，“约”和“上下”只留一个"),
    ("以上", re.compile(rf"(?:超过|多于|至少|不少于|不低于|约|近)\d[\d.]*{_UNIT}以上"), "重复，“超过”“至少”和“以上”只留一个"),
    ("以下", re.compile(rf"(?:低于|少于|不超过|至多|最多)\d[\d.]*{_UNIT}以下"), "重复，“不超过”“低于”和“以下”只留一个"),
    ("余", re.compile(r"(?:约|近|将近|超过)\d[\d.]*(?:万|亿)?余(?:元|人|名|个|家|户|件|项|次)"), "重复，“约”“近”和“余”只留一个"),
    ("为止", re.compile("截[止至][^，。；\n]{2,16}为止"), "重复，“截至”和“为止”只留一个"),
    ("截止", re.compile(rf"截止(?:到)?(?:{_DAY})(?=[，,])"), "，表示到某时为止还在继续，应当写“截至”"),
)  # fmt: skip
"""A word without which the construction cannot be there, its pattern, and what to say about it."""


def phrases(text: str) -> Iterator[tuple[int, int, str]]:
    """Every such construction in ``text``: where it begins and ends, and what is wrong with it."""
    for word, pattern, advice in _PHRASES:
        if word in text:
            for found in pattern.finditer(text):
                yield *found.span(), advice
