"""Where full names stand in running text: a surname and a given name between words that end before and begin after names.

Chinese writes no blanks: in 认定杭玉珍为 a name stands because 认定 ends and 为 begins there.  How sure that is depends on both
edges: a sign of punctuation says more than a verb, a verb more than a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.measures.private.common_words import BEGINNINGS_OF_WORDS
from disclosure.measures.private.names import AMBIGUOUS, COMPOUND, DOTTED, HAN, NEVER_GIVEN, SURE, is_name
from disclosure.measures.private.roles import CHILD_ROLE, HARD_ROLE

_PERSONS = (
    "[者人员民户象众士友孤位]|[家军烈]属|[学新考中女男究小年]生|[孤患幼婴女]儿|[儿男女幼学]童|[男女小]孩|[男女]婴|[儿孩孙妻之其男女学弟养]子|[其之长次孙妇孤少三养]女|[父母]亲|"
    "[孕产寡]妇|[职民矿员学徒时]工|[姓村]名|[其之养继岳公]母|[其之养继岳公]父|[其之]妻|[其之]夫|[姐妹兄弟哥]|班|家长|组长|户主|同学|少年|选手|司机|[店业车雇]主|状元|[旅乘租]客|老[汉兵乡]|邻居|同事|代表|顾问"
)
_VERBS = (
    "给予|关于|同意|批准|核准|认定|评定|核定|确定|鉴定|决定|确认|通知|答复|回复|公示|批注|删除|解除|发现|走访|回访|随访|看望|探望|慰问|救助|资助|帮助|扶助|补助|"
    "帮扶|收养|送养|供养|托养|收治|救治|抢救|获救|救出|查出|找到|接到|寻找|查找|取消|撤销|注销|停止|终止|停发|调整|新增|纳入|护理|照料|照顾|检查|调查|核查|复查|更正|"
    "删掉|删去|隐去|例如|比如|包括|其中|\\d岁|[下看望访助了去]了|一下|安置|经查|接收|被告|原告|原因|证明|反映"
)
_PREPOSITIONS = "[因对为向将把给由与和及同是系叫的据被让如]"
_LEFT = re.compile(rf"(?P<word>(?P<person>{_PERSONS})|{_VERBS})\Z|{_PREPOSITIONS}\Z")
_ENDS = "者人员民户象众士属友孤位生儿童孩婴子女亲妇工名母父妻夫姐妹兄弟哥班长主学年手机元客汉兵乡居事表予于意准定认知复示注除现访望问助扶养治救出到找消销止发整增入理料顾查正掉去如括中岁了下置收告明映因对为向将把给由与和及同是系叫的据被让"
"""Last signs of these words."""

_ROLE = re.compile(
    rf"(?:{CHILD_ROLE}|{HARD_ROLE}|岁的?|[天月]大的?|给予|认定|同意|批准|取消|停发|资助|救助|帮扶|慰问|看望|收养|收治|救治|抢救)\Z"
)
_ROLE_ALONE = re.compile(rf"(?:{CHILD_ROLE}|{HARD_ROLE})\Z")
_SAID_OF = re.compile("(?:患|残|瘫|病|症|癌|伤|困|孤|家住|岁|[天月])[^，。；、]{0,14}的\\Z")
"""After these a name of three signs may be followed by anything."""

_ROLES_END = frozenset("庭儿人年童生孩婴手友员子女户象庭众工者妇亲口例独困岁大的予定意准消发助扶问望养治救")
_STOP = r"[，,。；;、：:！!？?|）)（(”\"\]】\s\u200b/<·]|\Z|[A-Za-z]"
_TELLING = (
    "家(?![庄村屯湾沟坡岗坝河桥店集])|一家|全家|家庭|户(?=[，,、的属是系家内因])|夫妇|夫妻|母子|母女|父子|父女|姐弟|姐妹|兄弟|兄妹|之[夫妻父母子女兄弟]|患|身患|罹患|得[了过的]|查出|系|"
    "因病|因[^此为素]|被|确[诊系]|诊断|住院|就读|[还正仍现均都]在|在[读上]|上[小初高幼大中学]|读[小初高幼]|升[入学]|转[入学]|入[学园托住]|出生|生于|丈夫|妻子|儿子|女儿|父[亲母]|母亲|"
    "小朋友|同学|老人|[今现]年|年[仅满龄]|刚[满上]|才\\d|[一二三四五六七八九十]级|\\d|肢体|视力|智力|精神|听力|言语|多重|低保|特困|残疾|双[目眼腿]|左[手腿眼脚侧]|右[手腿眼脚侧]|瘫|卧床|生活|长期|常年|"
    "多年|近[年日]|独[自居]|孤[身寡]|丧[偶失]|失[去能明独联]|不[幸能]|突[发患]|遭遇|意外|车祸|罚|吸毒|戒毒|刑满|怀孕|做了|享受|领取|申请|符合|属于?|有[^限关效]|本人|小儿|先天|名下|"
    "评[定为残]|夺得|荣获|获|均[为系]|等\\d?|曾[因经患]|靠|欠|身[体上]|慢性|急性|重[度病]|中度|轻度|骗|冒|诉|反映|改成|改为|医疗|临时|一次性|大病|救助|补助|资助|每[月年周人]|[坐站躺跪趴睡蹲]在|实施|进行|给予|发放|办理"
)
_WEAK = "[的为是在有无没也才已现于由从自与和及同向住上读升入出年多近不发要来去提接随跟带以到进会可应需将拟经转]"
_RIGHT = re.compile(rf"(?P<stop>{_STOP})|(?P<telling>{_TELLING})|{_WEAK}")
_EDGE = rf"(?:[^{HAN}A-Za-z*＊×]|[{_ENDS}])"
_GIVEN = f"(?![{NEVER_GIVEN}])[{HAN}]"
_SURNAMES = SURE + AMBIGUOUS.replace("和", "").replace("由", "").replace("从", "")
_SURNAME = re.compile(
    rf"(?:{COMPOUND})(?={_GIVEN})|[{_SURNAMES}](?:(?:(?<={_EDGE}.)|(?<=\A.))(?={_GIVEN})|(?<=[{_ROLES_END}].)(?=(?:{_GIVEN}){{2}}))"
)
_SEVERAL = re.compile(DOTTED)

_SIGN, _WORD, _LITTLE = 3, 2, 1
_LONG = 3
_SURE_ENOUGH = {2: 4, 3: 3, 4: 3}
"""How much both edges of a name of so many signs have to say together."""

_LITTLE_SURNAMES = frozenset(
    "于向方文单步项原籍管程水包刑相强成易安先封付查展车解权陆任何时代万全元季明那占游米舒关海路经容尚查战冷迟"
)
"""Surnames that are far more often the beginning or the end of a word."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of what is a full name by its edges; ``left`` and ``right`` say how sure these are."""

    start: int
    end: int
    left: int
    right: int


def mentions(text: str, start: int = 0, stop: int | None = None) -> Iterator[Mention]:
    """Every full name between ``start`` and ``stop``; of two that share a sign the one with surer edges."""
    stop = len(text) if stop is None else stop
    last: Mention | None = None
    for match in _SURNAME.finditer(text, start, stop):
        found = _at(text, match.start(), match.end() - match.start())
        if found is None:
            continue
        if last and found.start < last.end:
            last = found if found.left + found.right > last.left + last.right else last
            continue
        if last:
            yield last
        last = found
    if last:
        yield last
    if text.find("·", start, stop) >= 0:
        for match in _SEVERAL.finditer(text, start, stop):
            yield Mention(*match.span(), _SIGN, _SIGN)


def _at(text: str, start: int, surname: int) -> Mention | None:
    """The name that begins at ``start``: of the readings that fit, the one that ends before the longest word."""
    if text[start : start + 2] in BEGINNINGS_OF_WORDS:
        return None
    readings = [
        (right, end)
        for end in (start + surname + 2, start + surname + 1)
        if ((right := _RIGHT.match(text, end)) or end > start + surname + 1) and is_name(text[start:end])
    ]
    if not readings:
        return None
    before = text[max(0, start - 20) : start]
    left, is_tight = _left(before)
    is_ambiguous, is_little = text[start] in AMBIGUOUS, text[start] in _LITTLE_SURNAMES
    if not left or (is_ambiguous and (left < _SIGN or (is_tight and not _ROLE_ALONE.search(before)))):
        return None
    best: tuple[int, Mention] | None = None
    for right, end in readings:
        length = end - start
        if right is None:
            score, reach = 0, 0
        else:
            score = _SIGN if right["stop"] is not None else _WORD if right["telling"] else _LITTLE
            reach = _LONG if score == _SIGN else len(right[0])
        if not score and (is_ambiguous or is_little or length < _LONG or left < _WORD):
            continue
        if score and left + score < _SURE_ENOUGH[min(4, length)] + is_little:
            continue
        if is_ambiguous and (length < _LONG or score < (_SIGN if is_tight else _WORD)):
            continue
        if best is None or reach > best[0]:
            best = reach, Mention(start, end, left, score)
    return best[1] if best else None


def _left(before: str) -> tuple[int, bool]:
    """How sure it is that a name may begin here, and whether it is because of what somebody is or has."""
    if not before or not "\u3400" <= before[-1] <= "\u9fff":
        return _SIGN, False
    if before[-1] in _ROLES_END:
        if _ROLE.search(before[-8:]) or (before[-1] == "的" and _SAID_OF.search(before)):
            return _SIGN, True
    found = _LEFT.search(before[-4:])
    if found is None:
        return 0, False
    return (_WORD if found["word"] else _LITTLE), bool(found["person"])
