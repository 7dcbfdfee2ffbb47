"""Full names in running text beside hardship, illness and disability, and names of children.

Ordinary words look like names: what counts is a name where a name can stand, in a sentence that says such things (states).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, SURE_NAME, is_name, masked_name
from disclosure.measures.private.people import GROWN
from disclosure.measures.private.states import has_post, is_about_hardship, is_at_work, is_hard, is_young


def _words(alternatives: str) -> tuple[str, ...]:
    return tuple(alternatives.split("|"))


_HAN = "\u4e00-\u9fff"
_ROLE = (
    "低保户|低保对象|低保家庭|五保户|五保老人|五保对象|特困人员|供养人员|特困户|特困对象|贫困户|脱贫户|监测户|困难户|困难群众|困难职工|工伤职工|困难党员|残疾人|"
    "感染者|患者|病人|孕妇|产妇|失独家庭|失独老人|吸毒人员|救助对象|改造对象|补贴对象|戒毒人员|社区矫正对象|刑满释放人员|矫正对象|肢残人|盲人|聋人"
)
_CHILD = "孤儿|未成年人|儿童|少年|学生|中生|幼儿|女童|男童|少先队员|患儿|被监护人"
_ROLES, _CHILD_ROLES = _words(_ROLE), _words(_CHILD)
_NO_ROLE = re.compile(
    "少年(?:宫|先锋|法庭|犯|队|班|时|感|期|法|儿)|儿童(?:节|团|福利|医院|文学|乐园)|学生(?:会|证|处|科|服|卡)|幼儿(?:园|班)|患者(?:权|安全)"
)
"""Words that begin like one of these and mean no person."""

_ANY_CHILD = re.compile(_CHILD)
_STOP = r"[，,。；;、：:！？|）)(（”\"\]\s\u200b]|$"
_KIN = (
    "家(?=[，,：:的])|家庭(?=[，,：:的人年月])|丈夫|妻子|父亲|母亲|父母|儿子|女儿|孙子|孙女|本人|今年|现年|年仅|刚满|才\\d|享受|申请|一家(?!又|企|公|单)|母子|母女|父子|"
    "父女|夫妇|夫妻|小朋友|同学|因|患|身患|罹患|确诊|系|是[^，。；]{1,8}患者|被诊断"
)
_LITTLE_WORDS = "向文方由海来于付代相越原管申古仲水车刑路战成高迟束封宣包勾何先展容强常安范查程洪项关籍时应经任单全万元易金季乐明那占游解米毕冷舒撒许"
"""Surnames that are, far more often, the beginning of what goes on after 患者 or 人员."""

_AT_A_STOP = rf"({SURE_NAME})(?=[，,（(：:|)）\s\u200b\]]|$|{_KIN})"
_FIRST, _BOUNDED = re.compile(_AT_A_STOP), re.compile(rf"[，,。；;：:！？|（(“\"\s>\[\u200b）)\]]{_AT_A_STOP}")
_LONG = rf"({SURE_NAME})(?<=[^{_LITTLE_WORDS}][{_HAN}]{{2}})(?=[{_HAN}\d])"
"""A name of three signs, whatever goes on after it."""

_AFTER_WORD = re.compile(rf"[“\"‘'：: ]?(?:{_AT_A_STOP}|({SURE_NAME})(?={_STOP}|等)|{_LONG})")
_AND_ANOTHER = re.compile(rf"[、和]({SURE_NAME})(?={_STOP}|{_KIN}|等|两|二人)")
_WORDS_BEFORE = _words(
    "请人|事人|护人|害人|助人|取人|证人|托人|疑人|告人|信人|访人|诉人|租人|收人|养人|益人|领人|罚人|村民|居民|户主|家属|职工|对象|人员|公示|证明|病例|伤者|"
    "死者|给予|关于|同意|答复|批注|群众|家长|家庭|军人|因|经鉴定|删除|调查"
)
_NOTED = re.compile(rf"(?=[{_HAN}]{{3}}[(（])({SURE_NAME})[(（]([^()（）\n]{{1,30}})[)）]")
_NOTE = r"(?:[(（][^()（）\n]{1,16}[)）])?"
_LIST = re.compile(
    rf"[:：]\s*({ANY_NAME}{_NOTE}(?:[、，,;；\s/]{{1,3}}{ANY_NAME}{_NOTE}){{0,200}})(?=[。；;，,、\s等共）)]|$)"
)
_OF_A_LIST = re.compile(
    f"(?:{_CHILD}|{_ROLE}|(?:残疾|低保|特困|五保|救助|资助|慰问|配租|帮扶|扶助|孕检|优生)[{_HAN}]{{0,8}}(?:名单|对象|人员|家庭|户|姓名|学生|群众|者))[{_HAN}\\d(（）)]{{0,12}}\\Z"
)
_LISTED = re.compile(rf"{ANY_NAME}(?=[、，,;；\s/(（等共。）)]|$)")
_HINT = re.compile("[户象员庭人者工妇童年生儿患病残癌岁孕级困瘫明析瘤梗胎扎毒独伤阳保助贫危租寡劳抚]")
"""A sign of every word that is looked for."""

_BRACKET, _END_OF_SENTENCE = re.compile("[(（]"), re.compile(r"[。；;\n]")
_REACH, _NEAR = 160, 6
_SHORT, _CLOSE = 2, 12
"""Many words of two signs look like names: what is said of one has to stand close to it."""


def in_sentences(text: str) -> Iterator[Found]:
    """Every full name in ``text`` that such a word stands beside."""
    if not _HINT.search(text):
        return
    yield from _after_roles(text)
    yield from _in_lists(text)
    for start, end in _candidates(text):
        if is_name(text[start:end]) and (kind := _kind_of(text, start, end)):
            yield from _with_others(text, start, end, kind)


def _with_others(text: str, start: int, end: int, kind: Kind) -> Iterator[Found]:
    """A name, and the names that are joined to it by 、 or 和."""
    yield Found(kind, start, end, masked_name(text[start:end]))
    while (other := _AND_ANOTHER.match(text, end)) and is_name(other[1]):
        yield Found(kind, *other.span(1), masked_name(other[1]))
        end = other.end(1)


def _after_roles(text: str) -> Iterator[Found]:
    """Names directly after a word such as 低保户 or 孤儿."""
    for words, kind in ((_CHILD_ROLES, Kind.MINOR), (_ROLES, Kind.HARDSHIP)):
        for place, word in _occurrences(words, text):
            span = None if _NO_ROLE.match(text, place) else _name_at(text, place + len(word))
            if span is None:
                continue
            if kind is Kind.MINOR and GROWN.search(text, max(0, place - _NEAR), span[1]):
                if (other := _kind_of(text, *span)) is Kind.HARDSHIP:
                    yield from _with_others(text, *span, other)
            else:
                yield from _with_others(text, *span, kind)


def _name_at(text: str, place: int) -> tuple[int, int] | None:
    """The name that begins at ``place``, if what stands there is one."""
    match = _AFTER_WORD.match(text, place)
    if match is None:
        return None
    span = match.span(next(group for group in (1, 2, 3) if match[group]))
    return span if is_name(text[slice(*span)]) else None


def _in_lists(text: str) -> Iterator[Found]:
    """Names after a colon, if all of the list are names and what stands before says what it lists."""
    for match in _LIST.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
        if not _OF_A_LIST.search(before) or has_post(before, ""):
            continue
        names = list(_LISTED.finditer(match[1]))
        kind = Kind.MINOR if _ANY_CHILD.search(before) and not GROWN.search(before) else Kind.HARDSHIP
        for each in names if all(is_name(each[0]) for each in names) else ():
            yield Found(kind, match.start(1) + each.start(), match.start(1) + each.end(), masked_name(each[0]))


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Places of what could be names: between punctuation, after a word such as 申请人, before 丈夫 or （残疾）."""
    if match := _FIRST.match(text):
        yield match.span(1)
    for match in _BOUNDED.finditer(text):
        yield match.span(1)
    for place, word in _occurrences(_WORDS_BEFORE, text):
        if span := _name_at(text, place + len(word)):
            yield span
    for bracket in _BRACKET.finditer(text):
        match = _NOTED.match(text, max(0, bracket.start() - 3))
        if match and (is_hard(match[2]) or is_young(match[2])):
            yield match.span(1)


def _occurrences(words: tuple[str, ...], text: str) -> Iterator[tuple[int, str]]:
    for word in words:
        place = text.find(word)
        while place >= 0:
            yield place, word
            place = text.find(word, place + len(word))


def _kind_of(text: str, start: int, end: int) -> Kind | None:
    """What the sentence says of the name in it, unless it is that of somebody with a post."""
    from_ = max(0, start - _REACH)
    begin = max((match.end() for match in _END_OF_SENTENCE.finditer(text, from_, start)), default=from_)
    stop = _END_OF_SENTENCE.search(text, end, end + _REACH)
    before, after = text[begin:start], text[end : stop.start() if stop else end + _REACH]
    said = f"{before} {after}" if end - start > _SHORT else f"{before[-_CLOSE:]} {after[: 2 * _CLOSE]}"
    if has_post(before, after) or is_at_work(after):
        return None
    if is_young(said) and not GROWN.search(said):
        return Kind.MINOR
    return Kind.HARDSHIP if is_hard(said) or is_about_hardship(said) else None
