"""Sums in prose that do not add up.

Only what certainly belongs together is judged.  “共50件，其中举报20件” leaves open what the others are; the parts exhaust the
whole only if they are listed as it (分别为), are told before it (…，共…), or complete each other (男 and 女, 已办结 and 在办).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.amounts import UNITS, Amount, amounts, shown
from disclosure.rules.texts.view import FILL, lines, quoted, view

_PAIRS = (
    ("男", "女"), ("城镇|城市|城区", "农村|乡村"), ("已办结|办结", "未办结|正在办理|在办|结转"), ("人大代表建议|代表建议|建议", "政协提案|委员提案|提案"),
    ("网上|线上", "线下|窗口|现场"), ("简易程序", "一般程序|普通程序"), ("出口", "进口"), ("财产险|财险", "人身险|寿险"),
    ("已完成|完成", "未完成|正在推进"), ("继续有效", "废止|失效"), ("本地", "外地|外出"), ("受理", "不予受理"),
)  # fmt: skip
"""What completes each other; a pair that is followed by a third part is not judged."""

_NOT = "未予?|不予?|没有|非"
"""What makes of a part its complement: 采纳 and 未采纳."""

_THINGS = re.compile(
    "(?:意见|建议|提案|申请|投诉|举报|来信|信件|案件|问题|项目|事项|文件|人员|学生|企业|线索|产品|样品)?"
)
"""What may be counted between a whole and its parts: 5条意见，其中."""


_ITEM = rf"[^，。；：、\d]{{1,24}}\d+(?:\.\d+)?(?:{UNITS})"
_LISTED = re.compile(
    rf"(?<!\d)(?P<whole>\d+(?:\.\d+)?)(?P<unit>{UNITS})[^，。；\d]{{0,8}}[，,]?(?:分别为|分别是|分别有)[：:]?(?P<parts>{_ITEM}(?:[、，]|和|以及|及){_ITEM}(?:(?:[、，]|和|以及|及){_ITEM})*)"
)
_TOLD_BEFORE = re.compile(
    rf"(?P<parts>{_ITEM}(?:[、，]|和|以及|及){_ITEM}(?:(?:[、，]|和|以及|及){_ITEM})*)[，,](?:共计|合计|总计|总共|一共|共)(?P<whole>\d+(?:\.\d+)?)(?P<unit>{UNITS})"
)
_COUNTS = re.compile(rf"\d\s?(?:{UNITS})")
_AMONG = re.compile(r"其中[，,：:]?")
_NARROWER = re.compile("其中|包括|含|另|比|同比|增|减|降|超|约|近|余|以上|左右|每|平均|人均|最|占|达到|目标|计划|以内")
_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下)(?P<count>\d{1,2}|[二两三四五六七八九十]{1,3})(?:个方面|方面|项|点|条|类|种|个)[^。；，]{0,16}[：:。]?$"
)
_FIRST = re.compile(r"(?P<kind>[（(]|)(?P<number>[一1])(?P<tail>[）)]|[、.．])")


@text_rule(
    "parts-and-whole",
    "总数要等于各部分之和",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对总数和各部分，改正写错的那个。",
    bad="全年办理建议 45 件、提案 60 件，共 115 件",
    good="全年办理建议 45 件、提案 60 件，共 105 件",
)
def parts_and_whole(passage: Passage, _column: Column) -> TextFindings:
    """A whole that is told together with all of its parts is their sum, and no part is more than its whole."""
    if passage.source not in (Source.BODY, Source.FIELD):
        return
    text = view(passage)
    for line in lines(text) if _COUNTS.search(text) else ():
        if _COUNTS.search(line.text) and any(clue in line.text for clue in ("共", "计", "其中", "分别")):
            for message in _in_line("".join(line.text.replace(FILL, "").split())):
                yield line.place, message


@text_rule(
    "announced-count",
    "说有几项，下面就要列几项",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对是漏了一项，还是数目写错。",
    bad="重点做好以下三方面工作：（一）……（二）……",
    good="重点做好以下两方面工作：（一）……（二）……",
)
def announced_count(passage: Passage, _column: Column) -> TextFindings:
    """A list that follows the words 以下三方面 has as many members."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    if "以下" not in text and "下列" not in text and "如下" not in text:
        return
    written = lines(text)
    for number, line in enumerate(written[:-1]):
        announced = _ANNOUNCED.search(line.text[-40:]) if line.text[-1] in "：:。" else None
        if announced is None:
            continue
        told = _count(announced["count"])
        listed = _length([each.text for each in written[number + 1 :]])
        if listed and listed != told:
            yield line.place, f"“{announced[0]}”说有 {told} 项，下面列了 {listed} 项；请核对是漏了一项，还是数目写错"


def _in_line(line: str) -> Iterator[str]:
    for sentence in re.split("[。；]", line):
        for pattern in (_LISTED, _TOLD_BEFORE):
            for found in pattern.finditer(sentence):
                if message := _wrong_sum(found, sentence):
                    yield message
        yield from _among(sentence)


def _wrong_sum(found: re.Match[str], sentence: str) -> str:
    parts = list(amounts(found["parts"]))
    if len(parts) < 2 or any(part.unit != found["unit"].replace("％", "%") for part in parts) or found["unit"] in "%％":
        return ""
    if _NARROWER.search(found["parts"]) or "分别" in sentence[: found.start("parts")].replace(
        found[0][: found.start("parts") - found.start()], ""
    ):
        return ""
    whole, total = Decimal(found["whole"]), sum((part.value for part in parts), Decimal(0))
    slack = Decimal(len(parts)).scaleb(-max(part.places for part in parts)) if any(part.places for part in parts) else 0
    if abs(total - whole) <= slack:
        return ""
    sum_ = " + ".join(shown(part.value) for part in parts)
    return (
        f"{quoted(found[0], 0, len(found[0]))}里各部分相加是 {sum_} = {shown(total)}，总数写的是 {shown(whole)}；请核对"
    )


def _among(sentence: str) -> Iterator[str]:
    """共50件，其中…: no part is more, and two that complete each other are the whole."""
    told = [each for each in amounts(sentence) if each.unit not in ("%", "百分点")] if "其中" in sentence else []
    for among in _AMONG.finditer(sentence):
        before = [each for each in told if each.end <= among.start()]
        if not before or not _THINGS.fullmatch(sentence[before[-1].end : among.start()].strip("，,（(：:、")):
            continue
        whole = before[-1]
        clause = re.split("[，,：:（(]", sentence[: whole.start])[-1]
        is_alone = sum(each.unit == whole.unit for each in before) == 1
        if re.search("[增减降升多少比超余]|新增|结余", clause) or not (is_alone or re.search("共|合计|总", clause)):
            continue
        rest = sentence[among.end() :].partition("其中")[0]
        parts = [each for each in amounts(rest) if each.unit == whole.unit]
        if not parts:
            continue
        first = rest[: parts[0].start]
        if parts[0].value > whole.value and not re.search("[，,增减降比超额]|每|平均|最|目标|计划", first):
            yield (
                f"{quoted(sentence, whole.start, among.end() + parts[0].end)}里，其中的一部分（{shown(parts[0].value)}{whole.unit}）"
                f"比总数（{shown(whole.value)}{whole.unit}）还多；请核对"
            )
        elif len(parts) == 2 and not whole.places and (pair := _completes(rest, parts)):
            total = parts[0].value + parts[1].value
            if total != whole.value:
                yield (
                    f"{quoted(sentence, whole.start, among.end() + parts[1].end)}里，“{pair[0]}”和“{pair[1]}”相加是 "
                    f"{shown(total)}{whole.unit}，总数写的是 {shown(whole.value)}{whole.unit}；请核对"
                )


def _completes(rest: str, parts: list[Amount]) -> tuple[str, str] | None:
    """The words by which two parts complete each other, if they do and nothing else is told."""
    first, second = rest[: parts[0].start], rest[parts[0].end : parts[1].start].lstrip("，,、；和及")
    if _NARROWER.search(first + second) or re.search(r"\d", first + second + rest[parts[1].end :]):
        return None
    for one, other in _PAIRS:
        for left, right in ((one, other), (other, one)):
            head, tail = (
                re.fullmatch(f"[^，]{{0,6}}?({left})[^，]{{0,6}}", first),
                re.fullmatch(f"[^，]{{0,6}}?({right})[^，]{{0,6}}", second),
            )
            if head and tail and not re.search(right, first):
                return head[1], tail[1]
    return _denied(first.removesuffix("的"), second.removesuffix("的"))


def _denied(first: str, second: str) -> tuple[str, str] | None:
    """The words of two parts of which the second is told as what the first is not."""
    affirmed = re.search("[\u4e00-\u9fff]{2}\\Z", first)
    if affirmed is None or re.search(_NOT, first):
        return None
    denied = re.fullmatch(f"[^，]{{0,6}}?((?:{_NOT}){affirmed[0]})", second)
    return (affirmed[0], denied[1]) if denied else None


def _length(following: list[str]) -> int:
    """How many members a numbered list has that begins at once; 0 if none does, or if it cannot be told where it ends."""
    first = _FIRST.match(following[0])
    if first is None or (not first["kind"] and first["tail"] in "）)"):
        return 0
    number = r"\d{1,2}" if first["number"] == "1" else "[一二三四五六七八九十]{1,3}"
    member = re.compile(rf"{re.escape(first['kind'])}({number}){re.escape(first['tail'])}")
    last = 0
    for text in following:
        if found := member.match(text):
            value = _count(found[1])
            if value == 1 and last:
                break
            if value != last + 1:
                return 0
            last = value
        elif _higher(text, first["kind"], first["number"]):
            break
    return last


def _higher(text: str, kind: str, number: str) -> bool:
    """Whether ``text`` begins a part above a list of the given kind."""
    ranks = (
        r"#|第[一二三四五六七八九十]+[编章节条]|附件",
        r"[一二三四五六七八九十]{1,3}、",
        r"[（(][一二三四五六七八九十]{1,3}[）)]",
        r"\d{1,2}[.．、]",
    )
    own = {("", "一"): 1, ("（", "一"): 2, ("(", "一"): 2, ("", "1"): 3}.get((kind, number), 4)
    return any(re.match(rank, text) for rank in ranks[:own])


def _count(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, has_ten, ones = numeral.replace("两", "二").rpartition("十")
    digits = "零一二三四五六七八九"
    return (digits.index(tens or "一") * 10 if has_ten else 0) + (digits.index(ones) if ones else 0)
