"""What was written twice by a slip: marks, units, words, sentences, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import FILL, Line, lines, quoted, view

_MARKS = re.compile("[。，、；：？！]{2,}")
_RIGHT_MARKS = re.compile("[？！]{2,3}")
_TWICE = re.compile(r"([\u4e00-\u9fff%％]{1,12})\1")
_WORDS = frozenset(
    (
        "部门", "单位", "工作", "进行", "批次", "应当", "以及", "或者", "通过", "办理", "按照", "根据", "对于", "由于",
        "但是", "如果", "可以", "不得", "必须", "其他", "有关", "相关", "主要", "及时", "依法", "认真", "积极", "负责",
        "开展", "落实", "加强", "推进", "问题", "关于", "进一步",
    )
)  # fmt: skip
"""Short words that nobody doubles on purpose; others are: 研究研究, 上一年度年度报告."""

_UNITS = frozenset(
    ["万元", "亿元", "元", "公里", "平方米", "人次", "个", "件", "项", "户", "家", "亩", "吨", "名", "%", "％"]
)
"""Units, which follow a number once."""

_SHORTEST, _LONGEST = 4, 10
"""Signs of any words that nobody writes twice in a row on purpose."""

_COUNTED_OUT = frozenset("一两每逐层步")
"""With these words are doubled on purpose: 一个问题一个问题地解决."""

_COURTS = ("最高", "高级", "中级", "省", "市", "县", "区")
_FEW_SIGNS = 300
"""Up to this length a text is searched faster by a pattern."""

_SENTENCE = 12
"""Signs of a sentence, and of a paragraph that follows itself, that must be a slip."""

_PARAGRAPH = 40
"""Signs of a paragraph that counts when a text is looked through for being pasted twice."""

_MOST_AGAIN = 3
"""Of so few paragraphs all must come again: a law or a form may say some again where they are needed."""


@text_rule(
    "doubled-marks",
    "标点不能重复，也不能两个连在一起",
    Severity.WARNING,
    norm="GB/T 15834—2011",
    family=Family.WORDING,
    advice="请只留一个合适的标点。",
    bad="公布收费标准。。各单位，、要认真执行；。",
    good="公布收费标准。各单位要认真执行。",
)
def doubled_marks(passage: Passage, _column: Column) -> TextFindings:
    """No mark follows another that ends or parts the same words; what nobody sees at once, such as a property, is not judged."""
    text = view(passage)
    if passage.is_hidden:
        return
    for found in _MARKS.finditer(text):
        if not _RIGHT_MARKS.fullmatch(found[0]):
            yield found.start(), f"{quoted(text, *found.span())}里“{found[0]}”连在一起；请只留一个标点"


@text_rule(
    "doubled-words",
    "单位、词语不能接连写两遍",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请删去多写的一遍。",
    bad="投入资金 120 万元万元，由县财政部门部门负责",
    good="投入资金 120 万元，由县财政部门负责",
)
def doubled_words(passage: Passage, _column: Column) -> TextFindings:
    """No unit, and no word that is never doubled on purpose, follows itself."""
    text = view(passage)
    last = -1
    for start, length in sorted(_repeated(text)):
        if start >= last and _is_slip(text, start, length):
            last = start + 2 * length
            yield (
                start,
                f"{quoted(text, start, last)}里的“{text[start : start + length]}”像是多写了一遍；请核对，删去多余的",
            )


@text_rule(
    "doubled-passage",
    "句子、段落不能写两遍",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对是不是复制了两遍，删去多余的一遍。",
    bad="本办法自公布之日起施行，有效期五年。本办法自公布之日起施行，有效期五年。",
    good="本办法自公布之日起施行，有效期五年。",
)
def doubled_passage(passage: Passage, _column: Column) -> TextFindings:
    """No sentence follows itself, and no long paragraph comes again in the same text."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    seen: set[str] = set()
    again: list[Line] = []
    before = ""
    for line in lines(text):
        plain = line.text
        written = passage.text[line.place : line.place + len(plain)]  # links that read alike may lead elsewhere
        if written == before and len(plain) >= _SENTENCE and not plain.startswith(("|", FILL)):
            yield (
                line.place,
                f"{quoted(text, line.place, line.place + 12, 0)}这一段与上一段完全一样；请核对，删去多余的",
            )
        elif len(plain) >= _PARAGRAPH:
            if plain in seen:
                again.append(line)
            seen.add(plain)
        if plain.count("。") > 1:
            yield from _sentences_twice(text, plain, line.place)
        before = written
    if len(again) * (2 if len(again) > _MOST_AGAIN else 1) >= len(seen) > 1:
        first = again[0]
        yield (
            first.place,
            f"从{quoted(text, first.place, first.place + 12, 0)}起有 {len(again)} 段与前面的一样，正文像是粘贴了两遍；请删去一遍",
        )


def _sentences_twice(text: str, line: str, place: int) -> TextFindings:
    """Sentences of a line that follow themselves."""
    at, before = 0, ""
    for sentence in line.split("。"):
        plain = sentence.strip()
        if plain == before and len(plain) >= _SENTENCE:
            yield place + at, f"{quoted(text, place + at, place + at + 12, 0)}这一句接连写了两遍；请删去一遍"
        before, at = plain, at + len(sentence) + 1


def _is_slip(text: str, start: int, length: int) -> bool:
    """Whether words that follow themselves do so by a slip."""
    word, before = text[start : start + length], text[max(0, start - 2) : start]
    after = text[start + 2 * length : start + 2 * length + 1]
    if length >= _SHORTEST:
        is_rhythm = bool(_COUNTED_OUT & set(word)) or word in (word * 2)[1:-1]
        return not is_rhythm and not (word.startswith("人民") and before.endswith(_COURTS))
    if word == "的":
        return not before.endswith(("目", "标", "有")) and after not in "确士哥"
    if word in _UNITS and before.strip()[-1:].isdigit():
        return not (word == "项" and after == "目")
    return word in _WORDS and after != "者"


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    """Where words follow themselves, and how long these are."""
    if len(text) <= _FEW_SIGNS:
        yield from ((found.start(), len(found[1])) for found in _TWICE.finditer(text))
        return
    signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    for length in (1, 2, 3, *range(_SHORTEST, _LONGEST + 1)):
        same = np.flatnonzero(signs[:-length] == signs[length:])
        if len(same) >= length:
            starts = same[: len(same) - length + 1]
            for start in starts[same[length - 1 :] - starts == length - 1].tolist():
                if all("\u4e00" <= sign <= "\u9fff" or sign in "%％" for sign in text[start : start + length]):
                    yield start, length
