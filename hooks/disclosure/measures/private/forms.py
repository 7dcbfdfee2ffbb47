"""Forms in plain text: a label, a colon and what is filled in, several of them in a line or below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.tables import Cell, Table, title_above

_LABEL = r"[\u4e00-\u9fffA-Za-z](?:[ 　]{0,4}[\u4e00-\u9fffA-Za-z（()）]){1,11}"
_FIELD = re.compile(
    rf"({_LABEL})[ 　]*[:：][ \t　]*([^\s：:；;，,。|][^：:；;，,。|\n]{{0,40}}?)(?=[ \t　]+{_LABEL}[ 　]*[:：]|[ \t　]*(?:[；;，,。|]|$))",
    re.MULTILINE,
)
_NAME = re.compile(r"(?:姓[ 　]{0,4}名|申请人|学生|儿童|幼儿|户主)(?:姓名)?[ 　]*[:：]")
_NAMED = re.compile("姓名|申请人|当事人|学生|儿童|幼儿|户主")
_LONGEST_GAP, _FEWEST, _BEFORE, _AFTER = 3, 2, 300, 800


def of_forms(text: str) -> Iterator[Table]:
    """A row for every form: it ends where a label comes again, or where something else stands between."""
    done = 0
    for name in _NAME.finditer(text):
        if name.start() >= done:
            start = text.rfind("\n", 0, max(done, name.start() - _BEFORE)) + 1
            stop = text.find("\n", name.end() + _AFTER)
            done = len(text) if stop < 0 else stop
            yield from _between(text, max(start, 0), done)


def _between(text: str, begin: int, stop: int) -> Iterator[Table]:
    fields: dict[str, Cell] = {}
    start = end = begin
    for match in _FIELD.finditer(text, begin, stop):
        label = re.sub(r"\s", "", match[1])
        between = text[end : match.start()]
        if fields and (label in fields or "\n\n" in between or len(between.strip("；;，,。| \t　\n")) > _LONGEST_GAP):
            yield from _form(text, fields, start)
            fields = {}
        if not fields:
            start = match.start()
        fields[label] = Cell(*match.span(2), match[2].strip())
        end = match.end()
    yield from _form(text, fields, start)


def _form(text: str, fields: dict[str, Cell], start: int) -> Iterator[Table]:
    if len(fields) >= _FEWEST and _NAMED.search(" ".join(fields)):
        yield Table(tuple(fields), (tuple(fields.values()),), title_above(text, start), is_form=True)


_WORDS = (
    "性别|民族|籍贯|出生(?:日期|年月日?|时间)|年龄|学历|职业|政治面貌|婚姻状况|"
    "(?:身份)?证件?(?:号码?|种类|类型|名称)|身份证号码?|公民身份号码|护照号码?|"
    "(?:家庭|户籍|居住|通[讯信]|联系|现住)?(?:地址|住址)|户籍(?:所在地|地)?|"
    "(?:联系)?(?:电话|手机)(?:号码)?|(?:电子)?邮箱|银行卡号|账号|开户行|"
    "就读学校|学校|年级|班级|监护人|与.{1,4}关系|病种|诊断|残疾(?:类别|等级|证号)|困难(?:原因|情形|类型)|救助(?:原因|金额|类型)|申请事项|.{2,4}结论|备注"
)
_NAME_WORD = "姓[ 　]{0,4}名|申请人|当事人|户主|学生姓名|儿童姓名|幼儿姓名"
_NAME_LABEL = re.compile(rf"(?m)^[ \t　]*(?:{_NAME_WORD})[ \t　]*[:：]?[ \t　]*$")
_ANY_LABEL = re.compile(rf"(?:{_NAME_WORD}|{_WORDS})[:：]?")
_LINE = re.compile(r"(?m)^[ \t　]*+(\S[^\n]*)$")
_LONGEST_VALUE, _REACH = 40, 1500


def of_lines_in_turn(text: str) -> Iterator[Table]:
    """Forms whose labels and values stand a line each, in turn."""
    done = 0
    for name in _NAME_LABEL.finditer(text):
        if name.start() < done:
            continue
        fields: dict[str, Cell] = {}
        start = name.start()
        below = _lines(text, name.start(), name.end() + _REACH)
        for label, value in zip(below, below, strict=False):
            if _plain(label) in fields or not _is_pair(label, value):
                break
            fields[_plain(label)] = value
            done = value.end
        if not fields:
            continue
        above = list(_lines(text, max(text.rfind("\n", 0, max(0, start - _BEFORE)) + 1, 0), start))
        while len(above) > 1 and _is_pair(*above[-2:]):
            value, label = above.pop(), above.pop()
            fields.setdefault(_plain(label), value)
            start = label.start
        yield from _form(text, fields, start)


def _lines(text: str, start: int, end: int) -> Iterator[Cell]:
    """The lines that are not blank."""
    for line in _LINE.finditer(text, start, end):
        plain = line[1].rstrip()
        yield Cell(line.start(1), line.start(1) + len(plain), plain)


def _plain(label: Cell) -> str:
    return re.sub(r"[\s:：]", "", label.text)


def _is_pair(label: Cell, value: Cell) -> bool:
    """Whether one line is a label and the next what is filled in."""
    return (
        bool(_ANY_LABEL.fullmatch(label.text))
        and not _ANY_LABEL.fullmatch(value.text)
        and len(value.text) <= _LONGEST_VALUE
    )
