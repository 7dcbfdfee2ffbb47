"""Amounts in prose: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = (
    "万平方米|平方米|平方公里|公里|万亩|万吨|公顷|亿元|万元|元|人次|个百分点|百分点|万人|万户|万件"
    "|件|项|个|家|户|人|名|条|份|篇|次|起|宗|处|场|期|辆|台|套|亩|吨|所|座|批|例|只|头|部|张|笔|天|日|%|％"
)
_AMOUNT = re.compile(
    rf"(?<![\d.〔第－—~-])(?P<number>\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>{UNITS})(?![\d])"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it is written from ``start`` to ``end`` of its sentence, which has no blanks."""

    value: Decimal
    unit: str
    places: int
    start: int
    end: int


def amounts(sentence: str) -> Iterator[Amount]:
    """The amounts in ``sentence``, in order; numbers of years, papers and articles are none."""
    for found in _AMOUNT.finditer(sentence):
        written = re.sub("[,，]", "", found["number"])
        unit = found["unit"].replace("％", "%").replace("个百分点", "百分点")
        yield Amount(Decimal(written), unit, len(written.partition(".")[2]), *found.span())


def is_rounded(exact: Decimal, written: Decimal, places: int) -> bool:
    """Whether ``written`` is ``exact`` rounded, or cut off, at as many places."""
    return abs(exact - written) < Decimal(1).scaleb(-places)


def shown(value: Decimal) -> str:
    """A number without needless zeros."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
