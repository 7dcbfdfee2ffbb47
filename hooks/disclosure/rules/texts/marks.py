"""Punctuation: half-width marks in Chinese sentences, and marks that stand in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import Line, lines, quoted, view

HALF_WIDTH = Limit("half-width-marks", "处数", 3, "一篇里半角标点到几处，就提示一次")

_HALF_WIDTH = re.compile(r"[,;:!?](?<=[\u4e00-\u9fff”》）].)(?=[\u4e00-\u9fff“《（\s]|$)", re.MULTILINE)
_OPENING = {"《": "》", "（": "）", "〔": "〕", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_PAIRED = re.compile("[《》（）()〔〕【】]")
_QUOTES = re.compile("[“”]")
_WIDE = str.maketrans("()", "（）")
_ENUMERATES = re.compile(r"(?:^|[\s。；;：:，,、（(”|\0])(?:[0-9０-９a-zA-Z]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])$")
_FEW = 12
"""Signs before a closing bracket in which the number that it follows stands."""

_REACH = 4
"""Lines over which a title, or words in brackets, may be broken."""

_CUT_OFF = re.compile(r"(?:…|\.{3})\s*\S{0,12}$|\ufffd|[a-z]?[\u0100-\u01dcàáèéìíòóùú]")
"""A title that a list of links cut off; garbled text and debris of pinyin, which are told by themselves."""


@text_rule(
    "half-width-marks",
    "汉字句子里用全角标点",
    Severity.NOTICE,
    norm="GB/T 15834—2011",
    family=Family.WORDING,
    advice="请把汉字后面的半角逗号、冒号、分号改成全角的“，”“：”“；”。",
    bad="各镇政府,街道办事处:现将方案印发给你们,请认真执行",
    good="各镇政府，街道办事处：现将方案印发给你们，请认真执行",
    limits=(HALF_WIDTH,),
)
def half_width_marks(passage: Passage, column: Column) -> TextFindings:
    """Chinese sentences have Chinese marks; told once a text."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    found = list(_HALF_WIDTH.finditer(text))
    if len(found) >= column.checks.limit(HALF_WIDTH):
        yield (
            found[0].start(),
            f"{quoted(text, *found[0].span())}等 {len(found)} 处，汉字后面用了半角标点；请改成全角的“，”“：”“；”",
        )


@text_rule(
    "unpaired-marks",
    "书名号、括号、引号要成对",
    Severity.WARNING,
    norm="GB/T 15834—2011",
    family=Family.WORDING,
    advice="请补上漏掉的一半，或者删去多余的一半。",
    bad="根据《示例县停车管理办法（示政发〔2026〕3号）",
    good="根据《示例县停车管理办法》（示政发〔2026〕3号）",
)
def unpaired_marks(passage: Passage, _column: Column) -> TextFindings:
    """Within a paragraph every bracket has its partner; the bracket of 1）needs none.

    Of quotation marks only a closing one that nothing opened is told: in a quotation of several paragraphs each begins with
    one and only the last ends with one.
    """
    if passage.source is Source.ATTACHED:
        return
    text = view(passage)
    for place in () if _is_balanced("".join(_PAIRED.findall(text))) else _unpaired(lines(text)):
        sign = text[place].translate(_WIDE)
        partner = _OPENING.get(sign) or _CLOSING[sign]
        yield place, f"{quoted(text, place, place + 1, 12)}里的“{text[place]}”没有配对的“{partner}”；请补上或者删去"
    for place in _unopened(text) if "”" in text else ():
        yield place, f"{quoted(text, place, place + 1, 12)}里的后引号前面没有前引号；请补上，写反了的请改正"


def _unopened(text: str) -> Iterator[int]:
    """Places of ” that close no “."""
    depth = 0
    for found in _QUOTES.finditer(text):
        depth += 1 if found[0] == "“" else -1
        if depth < 0:
            yield found.start()
            depth = 0


def _is_balanced(brackets: str) -> bool:
    """Whether all brackets of a text close one another; most texts are done with this."""
    rest, before = brackets.translate(_WIDE), ""
    while rest != before:
        before = rest
        for opening, closing in _OPENING.items():
            rest = rest.replace(opening + closing, "")
    return not rest


def _unpaired(written: tuple[Line, ...]) -> list[int]:
    """Places of marks without a partner on their line or the next few."""
    open_: list[tuple[str, int, int]] = []
    wrong: list[int] = []
    for number, line in enumerate(written):
        if open_ and open_[0][2] < number - _REACH:
            wrong += [place for _, place, since in open_ if since < number - _REACH]
            open_ = [each for each in open_ if each[2] >= number - _REACH]
        if _CUT_OFF.search(line.text):
            continue
        for found in _PAIRED.finditer(line.text):
            at, sign = found.start(), found[0].translate(_WIDE)
            if sign in _OPENING:
                open_.append((sign, line.place + at, number))
            elif any(opening == _CLOSING[sign] for opening, _, _ in open_):
                while open_[-1][0] != _CLOSING[sign]:
                    wrong.append(open_.pop()[1])
                open_.pop()
            elif not _ENUMERATES.search(line.text, max(0, at - _FEW), at):
                wrong.append(line.place + at)
    return sorted([*wrong, *(place for _, place, _ in open_)])
