"""Marks that a paper bears because it is secret or internal, not words about secrecy (保密法, on 国家秘密标志)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.signs import lines_with

_BLANK = r"[ \t\u3000\xa0]*"
_OPEN, _CLOSE = rf"{_BLANK}[#>*_|（(【\[〔“\"《]*{_BLANK}", rf"{_BLANK}[*_|）)】\]〕”\"》！!。.]*{_BLANK}"
_GRADE = rf"(?:绝{_BLANK}密|机{_BLANK}密|秘{_BLANK}密)"
_TERM = (
    r"(?:长期|[0-9０-９]{1,2}\s?(?:年|个月|月|天)|[一二三四五六七八九十]{1,3}(?:年|个月|天)|(?:启用|公布|解密|考试|开标)前|"
    r"[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:前|解密)?)"
)
_STAR = re.compile(rf"{_GRADE}{_BLANK}(?:级{_BLANK})?(?:[★☆⭐✩✪]\ufe0f?(?:{_BLANK}{_TERM})?|[*＊]{_BLANK}{_TERM})")
_FIELD = re.compile(
    rf"(?:密{_BLANK}级|(?:涉密|秘密|保密)等级){_BLANK}[:：|]{_BLANK}({_GRADE}级?(?:{_BLANK}{_TERM})?)(?=[\s，,。；;|）)]|$)"
)
_ALONE = re.compile(
    rf"{_OPEN}({_GRADE}级?(?:{_BLANK}(?:文件|资料|材料|件))?(?:{_BLANK}[·—－:：]?{_BLANK}{_TERM})?){_CLOSE}"
)
_KEPT_IN = (
    "内部(?:资料|文件|材料|文稿|刊物|参考|传阅|掌握|通讯录|电话)|"
    "(?:仅供|只供|仅限|限)(?:内部|领导|系统内|单位内部)(?:参考|使用|参阅|传阅|掌握|工作参考)?"
)
_CARE = (
    "(?:注意|妥善)保(?:存|管|密)|(?:不得|请勿|严禁|切勿|禁止|请不要)(?:外传|外泄|泄露|上网|转发|复印|复制|翻印|传播|扩散|对外提供|摘抄|公开传播)|"
    "阅后(?:即焚|收回|退回|销毁|清退)|会后(?:收回|退回|清退)|涉密(?:文件|资料|材料)"
)
_JOINT = r"[，,、；;！!·　 —-]{0,2}"
_INTERNAL = re.compile(
    rf"{_OPEN}((?:{_KEPT_IN})(?:{_JOINT}(?:{_KEPT_IN}|{_CARE}|内部使用))*|(?:{_CARE}|内部使用)(?:{_JOINT}(?:{_KEPT_IN}|{_CARE}|内部使用))*){_CLOSE}"
)
_BRACKETED = re.compile(
    rf"[（(【\[〔]{_BLANK}((?:{_KEPT_IN}|{_CARE})(?:{_JOINT}(?:{_KEPT_IN}|{_CARE}|内部使用))*){_BLANK}[）)】\]〕]"
)
_BOTH = re.compile(rf"内部(?:资料|文件|材料|使用|通讯录){_JOINT}(?:{_CARE})")
_SENTENCE = re.compile(
    rf"{_OPEN}((?:本|此)(?:件|文|文件|资料|材料|稿|表|名单|手册|通讯录|报告|刊)(?:为|属于?|系)?(?:{_KEPT_IN}|涉密|内部)[^。\n]{{0,24}}){_CLOSE}"
)
_BEGUN = re.compile(rf"{_OPEN}(内部(?:资料|文件|材料))[，,；;][^。，\n]{{1,20}}")
"""Such a mark with a note behind it, as in the properties of a file."""

_TALK = re.compile(
    "标注|标志|标识|标明|应当|规定|形式|样式|例如|字样|格式|不含|无密级|是否|定密|解密后|已解密|划分|分为|等级是"
)
_CORE = re.compile(
    rf"绝{_BLANK}密|机{_BLANK}密|秘{_BLANK}密|密{_BLANK}级|内部|外传|外泄|注意保|妥善保|阅后|会后|涉密|仅供|翻印"
)
_HEAD_LINES, _FOOT_LINES, _LONGEST = 12, 8, 60


def marks(text: str, head: str = "") -> Iterator[Found]:
    """Every mark of a secret or internal paper in ``text``: with a star, in brackets, or in a line of its own at its head or foot."""
    for start, end in lines_with(_CORE, text):
        line = text[start:end]
        if len(line.strip()) > _LONGEST or _TALK.search(line):
            continue
        found = _STAR.search(line) or _FIELD.search(line) or _BOTH.search(line)
        if found is None and _is_at_edge(text, start, end):
            found = (
                _ALONE.fullmatch(line)
                or _INTERNAL.fullmatch(line)
                or _BRACKETED.search(line)
                or _SENTENCE.fullmatch(line)
                or _BEGUN.fullmatch(line)
            )
        if found is None and re.search("密级|涉密等级", head):
            found = _ALONE.fullmatch(line)
        if found is not None:
            group = 1 if found.re.groups else 0
            begin, stop = found.span(group)
            yield Found(Kind.SECRECY, start + begin, start + stop, " ".join(found[group].split()))


def _is_at_edge(text: str, start: int, end: int) -> bool:
    """Whether a line is one of the first or last of the text, blank ones not counted."""
    before = sum(1 for line in text[max(0, start - 2000) : start].split("\n") if line.strip())
    after = sum(1 for line in text[end : end + 2000].split("\n") if line.strip())
    return (before < _HEAD_LINES and start < 2000) or (after < _FOOT_LINES and len(text) - end < 2000)
