"""What says of somebody that it is a child: an age, a form of a school, a year of birth, a word such as 孤儿."""

from __future__ import annotations

import re

ADULT = 18
_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "〇": 0}
_OF_TWO = 2
"""Numerals side by side: 七八岁 is about seven, but 一〇二岁 a hundred and two."""

_HAN_NUMBER = "[一二三四五六七八九十两〇零]{1,3}"
_NO_AGE_AFTER = "(?!以|及|至|到|[—~－-]|开始|起|那年|就|便|时[^，。；任]|学艺|参[加军]|入[伍党])"
_YEARS = rf"(?<![\d.])(\d{{1,3}})(?:\.\d)?\s?(?:周岁|岁){_NO_AGE_AFTER}|({_HAN_NUMBER})(?:周岁|岁){_NO_AGE_AFTER}"
_INFANT = (
    r"(?<![\d.])\d{1,2}个?多?月(?:大|龄)(?![以至到及])|(?:\A|(?<=[，,（(、|：:\s\u200b]))\d{1,2}个月(?=[，,。）)、|\s\u200b]|$)|月龄\s?\d|(?:未满|不满|刚满|才满)周岁|"
    r"出生(?:仅|才|刚)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:多?天|个月)(?!内|以)"
)
_AGE = re.compile(rf"{_YEARS}|(?P<infant>{_INFANT})")
_GENERAL = re.compile("(?<![刚已才])满$|[至到~—–-]$|年龄$|不低于$|不超过$")
"""What stands before an age that is a condition, not somebody's."""

_FORM = "[一二三四五六七八九1-9]年级"
_CLASS = (
    r"(?:[一二三四五六七八九]\s?[（(]\s?\d{1,2}\s?[)）]\s?班|(?<![\d月])[（(]\d{1,2}[)）]班|"
    r"[托小中大][一二三四五六\d]?班|[托小中大]\s?[（(]\d{1,2}[)）]班|乳儿班|学前班)"
)
_SENIOR = "初[一二三](?!步|次|中教|等)|高[一二三](?=[，,。、；（()）\\s年]|学|新|在|班|的|女|男|$)"
_SCHOOLS = "(?:小学|初中|初级中学|高中|高级中学|中学|完小|中心校|[一二三四五六七八九十][小中]|幼儿园|托儿所|托育(?:园|中心|机构))"
_TEACHER = "(?![^，。；]{0,8}(?:教师|老师|班主任|校长|园长|主任|组长|任教|教学|课程|教材|教研|以上|及以))"
_GOES_UP = "(?<![以地路马晚早])上(?!海|级|述|报|午|门|岗|线|下|交|课|学期|班)"
_GOES_TO = f"(?:就读|在读|[还在]?(?:[读念升入转]|{_GOES_UP})|转学|入托|入学)(?:于|在|到|了|至)?"
_WHERE_TO = f"(?:小学|初中|[一二三四五六七八九十]小(?![时组区])|幼儿园|学前班|{_CLASS}|年级|初[一二三]|高[一二三])"
_SCHOOLED = re.compile(
    rf"{_SCHOOLS}(?:在读)?[^，,。；;、]{{0,5}}(?:年级|{_CLASS}|学生|新生|在读|幼儿){_TEACHER}"
    rf"|{_SCHOOLS}生(?=[，,。；;）)\s、的]|$)"
    rf"|{_FORM}(?!组|及|以|至|起|开){_TEACHER}"
    rf"|{_CLASS}(?=[，,。；;、）)\s的学幼小|]|$)"
    rf"|(?:{_SENIOR}){_TEACHER}"
    rf"|{_GOES_TO}[^，。；]{{0,16}}?{_WHERE_TO}{_TEACHER}"
    r"|(?<!大)(?:小学生|初中生|高中生|中学生)|未成年(?:人)?(?=[，,。；;）)：:\s]|$)|(?<=[系是为（(，,：:])孤儿"
)
_BORN = re.compile(r"20[12]\d年?(?:[-./年]?\d{1,2}月?)?(?:[-./]?\d{1,2}日?)?(?:出生|生)(?=[，,。；;）)、\s的]|$)")
_BORN_BEFORE = re.compile(r"(?:19\d\d|200[0-7])(?:年|[-./])[^，,。；;]{0,8}(?:出?生)(?=[，,。；;）)、\s的]|$)")
"""Somebody who is grown up by now."""

_KIN = "儿子|女儿|孩子|孙[子女]|[之其][子女]|子女|丈夫|妻|母|父|[弟妹哥姐]"
_CARES = "带|抚养|照[顾料]|辅导|陪|任教|教学|讲|帮助|结对|资助|捐|走[访进]|慰问|看望|从事|毕业|担任|工作|[给向对]"
_FOR = "(?<!均)(?<!都)为(?!初|高|[一二三四五六七八九1-9]年级|小学|在读)"
_OTHERS = re.compile(f"{_KIN}|{_CARES}|{_FOR}")
"""Between a name and an age or school: these are somebody else's."""

_OF_KIN = re.compile("的?(?:大的)?(?:儿子|女儿|孩子|孙|[弟妹哥姐]|男[孩童]|女[孩童]|幼[子女]|小孩|小儿|[学新]生)")
_YOUNG_PERSON = "[\u4e00-\u9fff]{0,5}(?:[男女]?[孩童婴儿生]|子|少年|朋友|同学|选手)"
_JUST_BEFORE = re.compile(rf"(?:{_YEARS}|(?P<infant>{_INFANT}))半?(?:大)?的?(?:{_YOUNG_PERSON})?[：:“\"]?\Z")
_CHILD_WORD = (
    "学生|新生|幼儿|小?同学|小朋友|孩子|男生|女生|[男女]孩|[男女]童|[男女]婴|儿童|少年|队员|选手|中学生|小学生"
)
_IN_CLASS = rf"(?:{_FORM}|{_CLASS}|初[一二三](?:年级)?|高[一二三](?:年级)?)(?:[（(]?\d{{1,2}}[)）]?班)?(?:在读)?的?"
_SCHOOL_BEFORE = re.compile(
    rf"{_IN_CLASS}(?:{_CHILD_WORD})?[：:“\"]?\Z"
    rf"|20[12]\d年[^，。；]{{0,8}}生的(?:{_CHILD_WORD})?\Z"
    rf"|{_SCHOOLS}[^，,。；;、：]{{0,10}}(?:{_CHILD_WORD})[：:“\"]?\Z"
    r"|(?:小学生|初中生|高中生|中学生|小朋友)[：:“\"]?\Z|(?:未成年人?|孤儿|小学生|学生|孩子)[，,：:]\Z"
)
_KIN_BEFORE = re.compile("(?:儿子|女儿|孙|孩子|之子|之女)的\\Z")
_FRIEND = re.compile("(?<!大学)小朋友|(?<!大学)同学")
_REACH = 44


def age_in(text: str) -> int | None:
    """The first age of a person that ``text`` names, in full years."""
    for match in _AGE.finditer(text):
        if not _GENERAL.search(text[: match.start()]) or match["infant"]:
            return _age(match)
    return None


def says_child(text: str) -> bool:
    """Whether a cell or a note says that somebody is a child."""
    age = age_in(text)
    if age is not None:
        return age < ADULT
    return bool(_SCHOOLED.search(text) or _BORN.search(text) or re.search("孤儿|未成年人?(?![保人])", text))


def own_age(before: str, after: str) -> int | None:
    """The age of somebody between whose name ``before`` and ``after`` stand."""
    for match in _AGE.finditer(after[:_REACH]):
        if _GENERAL.search(after[: match.start()]) and not match["infant"]:
            continue
        if _OTHERS.search(after[: match.start()]) or _OF_KIN.match(after, match.end()):
            break
        return _age(match)
    found = _JUST_BEFORE.search(before)
    return _age(found) if found and not _KIN_BEFORE.search(before) else None


def was_born_before(after: str) -> bool:
    """Whether a year of birth follows a name that is long ago."""
    return bool(_BORN_BEFORE.search(after[:_REACH]))


def is_at_school(before: str, after: str) -> bool:
    """Whether what stands beside a name says that it is that of a pupil, or of somebody born lately."""
    near = after[:_REACH]
    if _FRIEND.match(near) or (_SCHOOL_BEFORE.search(before) and not _KIN_BEFORE.search(before)):
        return True
    return any(
        found and not _OTHERS.search(near[: found.start()]) for found in (_SCHOOLED.search(near), _BORN.search(near))
    )


def _age(match: re.Match[str]) -> int:
    if match["infant"]:
        return 0
    written = match[1] or match[2]
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if ten:
        return _NUMERALS[tens[:1] or "一"] * 10 + _NUMERALS[ones[:1] or "零"]
    return int("".join(str(_NUMERALS[sign]) for sign in written)) if len(written) > _OF_TWO else _NUMERALS[written[0]]
