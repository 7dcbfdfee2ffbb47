"""Growth and shares in prose: what two given figures say about the third."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.amounts import UNITS, Amount, amounts, is_rounded, shown
from disclosure.rules.texts.view import FILL, lines, quoted, view

_UP = "提高|增加|增长|上升|上调|提升|扩大|延长|涨|增"
_DOWN = "降低|减少|下降|下调|压缩|缩短|缩减|压减|精简|降|减"
_MOVED = re.compile(
    rf"(?:由|从)(?P<from>[^，。；]{{0,24}}?)(?P<way>{_UP}|{_DOWN})(?:到|至|为)(?P<to>[^，。；]{{0,16}}?\d[\d,.]*(?:{UNITS}))"
    rf"(?:[，,](?P<then>[^，。；]{{1,24}}))?"
)
_CHANGE = re.compile(
    rf"(?:净|共|约)?(?P<way>{_UP}|{_DOWN}|增幅|降幅)(?:了|达|为|约)?(?P<number>\d+(?:\.\d+)?)(?P<unit>{UNITS})?$"
)
_AGAINST = re.compile(
    rf"(?P<now>\d[\d,.]*)(?P<unit>{UNITS})[，,（(]?(?:比|较)(?:上年|去年|上一年|上年同期|去年同期|\d{{4}}年)(?:同期)?的?(?P<then>\d[\d,.]*)(?P=unit)"
    rf"[，,]?(?P<way>{_UP}|{_DOWN})(?:了)?(?P<change>\d+(?:\.\d+)?)(?P<in>[%％]|{UNITS})"
)
_INDUSTRIES = re.compile(
    r"(?:三次产业|[一二三]{3}产业|三产)(?:增加值)?(?:的)?(?:结构|比例|比重|占比|构成)[^，。；]{0,16}?(?:为|是|：|:|至|到)"
    r"(?P<one>\d+(?:\.\d+)?)[:：∶比](?P<two>\d+(?:\.\d+)?)[:：∶比](?P<three>\d+(?:\.\d+)?)"
)
_INDUSTRY = re.compile(r"第?[一二三][产次]业?[^，。；%％]{0,16}占[^，。；%％\d]{0,16}(?P<share>\d+(?:\.\d+)?)[%％]")
_MEASURE = r"(?![^，。；\d]*(?:计划|预算|目标|任务|指标|年初|上年|去年|同期|各自|生产总值|GDP|财力|收入|资产|资本))"
"""占年度计划的112%: what is no whole, but a measure that more than all of it can be reached of."""

_EACH = re.compile(
    rf"分别占{_MEASURE}[^，。；%％\d]{{0,16}}(?P<shares>\d+(?:\.\d+)?[%％](?:(?:[、，和]|以及)\d+(?:\.\d+)?[%％])+)"
)
_RANKED = re.compile("排名|位次|名次")
"""A place in a ranking is higher the smaller its number is."""

_SHARE = re.compile(rf"占{_MEASURE}[^，。；\d]{{0,20}}的(?:比重(?:为|达)?)?(?P<share>\d{{3,4}}(?:\.\d+)?)[%％]")


@text_rule(
    "growth-and-figures",
    "增减的方向和幅度要与前后两个数一致",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对两个数和增减幅度，改正写错的那个。",
    bad="低保标准由每人每月600元提高到650元，提高10%",
    good="低保标准由每人每月600元提高到650元，提高8.3%",
)
def growth_and_figures(passage: Passage, _column: Column) -> TextFindings:
    """A change that is told together with the figures before and after it is their difference or their ratio."""
    if passage.source not in (Source.BODY, Source.FIELD):
        return
    text = view(passage)
    for line in lines(text) if re.search(r"\d", text) else ():
        if ("由" in line.text or "从" in line.text or "比" in line.text or "较" in line.text) and re.search(
            r"\d", line.text
        ):
            plain = "".join(line.text.replace(FILL, "").split())
            for message in (*_moves(plain), *_comparisons(plain)):
                yield line.place, message


@text_rule(
    "shares-of-whole",
    "占比之和是百分之百，单项占比不超过百分之百",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对各项占比，改正写错的那个。",
    bad="三次产业结构为 12.1:38.4:51.5",
    good="三次产业结构为 12.1:36.4:51.5",
)
def shares_of_whole(passage: Passage, _column: Column) -> TextFindings:
    """The three industries make up the whole, and no part is more than it."""
    text = passage.text
    if passage.source not in (Source.BODY, Source.FIELD) or ("产业" not in text and "占" not in text):
        return
    text = view(passage)
    for found in _INDUSTRIES.finditer(text) if "产" in text else ():
        total = Decimal(found["one"]) + Decimal(found["two"]) + Decimal(found["three"])
        if abs(total - 100) > Decimal("0.2"):
            yield found.start(), f"{quoted(text, *found.span(), 0)}，三项相加是 {shown(total)}，不是 100；请核对"
    if "%" not in text and "％" not in text:
        return
    for sentence in re.finditer(r"[^。；\n]+", text) if "产业" in text else ():
        parts = [Decimal(part["share"]) for part in _INDUSTRY.finditer(sentence[0])]
        total = sum(parts, Decimal(0))
        if len(parts) == 3 and abs(total - 100) > Decimal("0.2"):
            place = sentence.start()
            yield (
                place,
                f"{quoted(text, place, sentence.end(), 0)}，三次产业的占比相加是 {shown(total)}%；请核对",
            )
    for found in _EACH.finditer(text):
        total = sum(map(Decimal, re.findall(r"\d+(?:\.\d+)?", found["shares"])), Decimal(0))
        if total > 101:
            yield found.start(), f"{quoted(text, *found.span())}，各部分相加是 {shown(total)}%，超过了 100%；请核对"
    for found in _SHARE.finditer(text):
        if Decimal(found["share"]) > 100:
            yield found.start(), f"{quoted(text, *found.span())}，一部分不会超过 100%；请核对"


def _moves(line: str) -> Iterator[str]:
    """由600元提高到650元，提高8.3%."""
    for found in _MOVED.finditer(line):
        before, after = list(amounts(found["from"])), list(amounts(found["to"]))
        if not before or not after or before[-1].unit != after[-1].unit or _RANKED.search(line[: found.end()]):
            continue
        old, new = before[-1], after[-1]
        is_up = found["way"] in _UP.split("|")
        if new.value == old.value or (new.value > old.value) is not is_up:
            yield f"{quoted(found[0], 0, found.end('to') - found.start())}，写的是“{found['way']}”，数却没有{'变大' if is_up else '变小'}；请核对"
        elif found["then"] and (message := _wrong_change(found[0], old, new, found["then"])):
            yield message


def _wrong_change(words: str, old: Amount, new: Amount, then: str) -> str:
    change = _CHANGE.search(then)
    if change is None or not change["unit"] or re.search("同比|环比|年均|平均|其中|每", then):
        return ""
    written = Decimal(change["number"])
    places = len(change["number"].partition(".")[2])
    unit = change["unit"].replace("％", "%").replace("个百分点", "百分点")
    difference = abs(new.value - old.value)
    if unit == "%" and old.unit != "%":
        if not old.value:
            return ""
        share = difference / old.value * 100
        if is_rounded(share, written, places):
            return ""
        return f"{quoted(words, 0, len(words))}，按这两个数算是 {share:.1f}%；请核对"
    if unit in (old.unit, "百分点") and (old.unit == "%" or unit == old.unit):
        is_ratio = unit == "%" and old.unit == "%" and old.value != 0
        if difference == written or (is_ratio and is_rounded(difference / old.value * 100, written, places)):
            return ""
        return f"{quoted(words, 0, len(words))}，按这两个数算是 {shown(difference)}{unit}；请核对"
    return ""


def _comparisons(line: str) -> Iterator[str]:
    """1.2亿元，比上年的1亿元增长20%."""
    for found in _AGAINST.finditer(line):
        now, then = (_number(found[name]) for name in ("now", "then"))
        if now is None or then is None:
            continue
        is_up = found["way"] in _UP.split("|")
        if now == then or (now > then) is not is_up:
            yield f"{quoted(found[0], 0, len(found[0]))}，写的是“{found['way']}”，数却没有{'变大' if is_up else '变小'}；请核对"
            continue
        written, places = Decimal(found["change"]), len(found["change"].partition(".")[2])
        if found["in"] in "%％" and then:
            share = abs(now - then) / then * 100
            if not is_rounded(share, written, places):
                yield f"{quoted(found[0], 0, len(found[0]))}，按这两个数算是 {share:.1f}%；请核对"
        elif found["in"] == found["unit"] and abs(now - then) != written:
            yield f"{quoted(found[0], 0, len(found[0]))}，按这两个数算是 {shown(abs(now - then))}{found['unit']}；请核对"


def _number(written: str) -> Decimal | None:
    """What digits with points and commas stand for; None for what is no number (1.2.3)."""
    plain = re.sub("[,，]", "", written).rstrip(".")
    return Decimal(plain) if plain.count(".") < 2 else None
