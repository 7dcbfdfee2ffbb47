"""出生日期 to the day: how old somebody is concerns a public list to the month at most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.mentions import mentions
from disclosure.measures.private.names import ANY_NAME, is_name, names_a_person
from disclosure.measures.private.signs import lines_with
from disclosure.measures.private.tables import Row

_YEAR, _MONTH, _DAY = r"(?:19|20)\d{2}", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERAL = "[〇零○一二三四五六七八九十]"
_DATE = (
    rf"{_YEAR}\s?年\s?{_MONTH}\s?月\s?{_DAY}\s?[日号]|{_YEAR}\s?[-./—]\s?{_MONTH}\s?[-./—]\s?{_DAY}(?!\d)|"
    rf"(?<!\d){_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|[一二]{_NUMERAL}{{3}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日"
)
_CLOCK = r"(?:[ T]?\d{1,2}(?:[:：]\d{2}){1,2}|[ ]?\d{1,2}时(?:\d{1,2}分)?)?"
_WRITTEN = re.compile(rf"({_DATE}){_CLOCK}")
_BORN = "(?:出生|生日|诞生|生辰|(?<![A-Za-z])(?:DOB|[Dd]ate of [Bb]irth))(?:日期|年月日?|时间|地点)?"
_SOME_WORDS = "[^，。；;\\n\\d〇零一二三四五六七八九十男女]{0,14}"
_SOME_SIGNS = r"(?:[:：为是于|，, ]|\s|\u200b){0,24}"
_APART = "[，,、 |\u3000\u200b]"
_PEOPLE = "[\u4e00-\u9fff]{1,5}族"
_SAID_NEXT = (
    f"{_PEOPLE}|住|身份|公民身份|.{{0,4}}文化|学历|大学|大专|本科|高中|初中|小学|户籍|籍贯|[\u4e00-\u9fff]{{2,10}}人"
)
_BORN_ON = rf"(?:{_BORN}(?:{_SOME_WORDS}|{_SOME_SIGNS})|生于(?:公元)?)({_DATE})"
_DAY_BORN = rf"({_DATE})(?:[（(](?:农历|阴历|公历|阳历)[)）])?(?:出生|诞生|生(?![产效活态育日前成]))"
_AFTER_SEX = rf"[男女]{_APART}{{1,4}}(?:{_PEOPLE}{_APART}{{1,4}})?({_DATE})(?={_APART}(?:{_SAID_NEXT}))"
_BIRTH = re.compile(f"{_BORN_ON}|{_DAY_BORN}|{_AFTER_SEX}")
_CORRECTED = re.compile(rf"(?:日)?(?:，)?(?:更正|更改|变更|修改|改)[为成]({_DATE})")
_NAME = re.compile(rf"({ANY_NAME})[，,、 |]\s*[男女]|姓\s*名[:：\s|\u200b]{{0,8}}({ANY_NAME})")
_WHOSE = re.compile(rf"的[\u4e00-\u9fff]{{0,4}}?({ANY_NAME})(?=[，,、。随与和因在已于系])")
_FOREIGN_NAME = re.compile(r"[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){1,3}[，,]\s?[男女]")
_FAMILY = re.compile("家庭成员|户口|落户|共同申请人")
_IN_BRACKETS = re.compile(rf"({ANY_NAME})[(（]({_DATE})[)）]")
_HEAD = re.compile("出生(?:日期|年月日?|时间)|生日|出生$|^DOB$", re.IGNORECASE)
_HINT = re.compile("出生|生于|生日|诞生|[0-9日号]生|[男女][，,、 |\u3000]|DOB|[Bb]irth")
_HISTORY = re.compile("烈士|牺牲|殉国|逝世|去世|故居|诞辰|纪念|革命家|院士|历史|享年|终年|卒于|民国|抗日|诗人")
_FOUNDED = re.compile("水库|公司|学校|工厂")
"""What comes into being without being born."""

_LIVING = 1915
_REACH = 60


def births(text: str, head: str = "") -> Iterator[Found]:
    """Every birth date to the day in ``text`` that stands beside a full name, or under a head that says so."""
    if head and _HEAD.search(head):
        if whole := _WRITTEN.fullmatch(text.strip()):
            start = text.index(whole[1])
            yield Found(Kind.BIRTH, start, start + len(whole[1]), masked_date(whole[1]))
        return
    dates = (match for start, end in lines_with(_HINT, text) for match in _BIRTH.finditer(text, start, end))
    for match in dates:
        begin = text.rfind("\n", 0, match.start()) + 1
        before = re.split("。", text[max(begin, match.start() - _REACH) : match.start()])[-1]
        after = re.split(r"[。\n]", text[match.end() : match.end() + _REACH])[0]
        part = next(number for number in (1, 2, 3) if match[number])
        if not (_has_name(before) or _has_name(after) or _is_followed_by_name(after)):
            continue
        if _is_of_history(before + after, match[part]) or ("诞生" in match[0] and _FOUNDED.search(before + after)):
            continue
        yield Found(Kind.BIRTH, *match.span(part), masked_date(match[part]))
        if corrected := _CORRECTED.match(text, match.end(part)):
            yield Found(Kind.BIRTH, *corrected.span(1), masked_date(corrected[1]))
    for start, end in lines_with(_FAMILY, text):
        for match in _IN_BRACKETS.finditer(text, start, end):
            if is_name(match[1]):
                yield Found(Kind.BIRTH, *match.span(2), masked_date(match[2]))


def _is_followed_by_name(after: str) -> bool:
    return any(is_name(found[1]) for found in [_WHOSE.match(after)] if found)


def _is_of_history(said: str, written: str) -> bool:
    year = re.match(r"\d{4}", written)
    return bool(_HISTORY.search(said)) or (year is not None and int(year[0]) < _LIVING)


def births_in_row(row: Row) -> Iterator[tuple[int, Found]]:
    """The first date after a name and 男 or 女, with its column, in a row whose heads are not there."""
    texts = [cell.text.strip() if cell else "" for cell in row]
    sex = next((place for place, text in enumerate(texts) if text in ("男", "女")), None)
    if sex is None or not any(map(is_name, texts)):
        return
    for place, text in enumerate(texts[sex + 1 :], sex + 1):
        cell = row[place]
        if cell and _WRITTEN.fullmatch(text):
            start = cell.text.index(text)
            yield place, Found(Kind.BIRTH, start, start + len(text), masked_date(text))
            return


def masked_date(written: str) -> str:
    """The year and stars."""
    year = re.match(r"\d{4}", written)
    rest = "年**月**日" if "年" in written else "-**-**"
    return (year[0] if year else "****") + rest


def _has_name(text: str) -> bool:
    if (
        names_a_person(text)
        or _FOREIGN_NAME.search(text)
        or any(is_name(match[1] or match[2]) for match in _NAME.finditer(text))
    ):
        return True
    return any(True for _ in mentions(text)) or any(is_name(text.removesuffix("的")[-signs:]) for signs in (3, 2, 4))
