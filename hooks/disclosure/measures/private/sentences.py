"""Full names in running text beside hardship, illness and disability, and names of children.

Ordinary words look like names, and rules about the poor and the ill name nobody: what counts is a name where a name can
stand, together with what can be said of one person only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, SURE_NAME, is_name, masked_name
from disclosure.measures.private.people import GROWN


def _words(alternatives: str) -> tuple[str, ...]:
    return tuple(alternatives.split("|"))


_HAN = "\u4e00-\u9fff"
_ROLE = (
    "低保户|低保对象|低保家庭|五保户|五保老人|五保对象|特困人员|供养人员|特困户|特困对象|贫困户|脱贫户|监测户|困难户|困难群众|困难职工|工伤职工|"
    "困难党员|残疾人|感染者|患者|病人|孕妇|产妇|失独家庭|失独老人|吸毒人员|救助对象|改造对象|补贴对象|"
    "戒毒人员|社区矫正对象|刑满释放人员|矫正对象|肢残人|盲人|聋人"
)
_CHILD = "孤儿|未成年人|儿童|少年|学生|中生|幼儿|女童|男童|少先队员|患儿|被监护人"
_AFTER_ROLE = (
    "家(?!长|政|园|居|校|电|具)|的|等|因|患|现|已|被|在|于|曾|为|将|自|经|应|申请|去世|死亡|病|送|接受|享受|系|是|常年|长期|目前|今年|年仅|年满|身|突|才|刚|"
    "不|居|住|[男女]|\\d|同志|同学|小朋友|一家|母子|母女|父子|父女|夫妇|夫妻|丈夫|妻子|父亲|母亲|儿子|女儿|本人|家中|名下|临时|医疗|大病|救助|补助|发放|病情"
)
_STOP = r"[，,。；;、：:！？|）)(（”\"\]\s\u200b]|$"
_NAME_AFTER_ROLE = re.compile(rf"[“\"‘'：: ]?({SURE_NAME})(?:(?={_STOP})|(?<=[{_HAN}]{{3}})(?={_AFTER_ROLE}))")
_BOUND = r"，,。；;：:！？|（(“\"\s>\[\u200b）)\]"
_KIN = (
    "家(?=[，,：:的])|家庭(?=[，,：:的])|丈夫|妻子|父亲|母亲|父母|儿子|女儿|孙子|孙女|本人|今年|现年|年仅|刚满|才\\d|一家|母子|母女|父子|父女|夫妇|夫妻|小朋友|同学|"
    "因|患|身患|罹患|确诊|系|是[^，。；]{1,8}患者|被诊断"
)
_NAMED = rf"({SURE_NAME})(?=[，,（(：:|)）\s\u200b\]]|$|{_KIN})"
_FIRST, _BOUNDED = re.compile(_NAMED), re.compile(rf"[{_BOUND}\d]{_NAMED}")
_WORDS_BEFORE = _words(
    "人|村民|居民|户主|家属|职工|对象|人员|公示|证明|病例|伤者|死者|给予|关于|同意|答复|批注|群众|家长|因|经鉴定|删除"
)
_NOTED = re.compile(rf"(?=[{_HAN}]{{3}}[(（])({SURE_NAME})[(（]([^()（）\n]{{1,30}})[)）]")
_NOTE = r"(?:[(（][^()（）\n]{1,16}[)）])?"
_LIST = re.compile(
    rf"[:：]\s*({ANY_NAME}{_NOTE}(?:[、，,;；\s/]{{1,3}}{ANY_NAME}{_NOTE}){{0,200}})(?=[。；;，,、\s等共）)]|$)"
)
_ABOUT = re.compile(f"(?:{_CHILD}|{_ROLE}|残疾|低保|特困|五保|救助|资助|慰问|配租)[{_HAN}\\d(（）)]{{0,20}}\\Z")
_LISTED = re.compile(rf"{ANY_NAME}(?=[、，,;；\s/(（等共。）)]|$)")
_DISEASE = "病|症|癌|瘤|炎|障碍|综合征|梗|分裂|抑郁|癫痫|瘫|贫血|残"
_LIMBS = "肢体|智力|精神|视力|听力|言语|多重"
_ENDS = r"(?=[，,。；;、）)（(|\s]|$)"
STATE = re.compile(
    rf"患(?<![隐忧医]患)(?:有|上|了)?(?![者难处])[^，,。；;、的\n]{{1,14}}(?:{_DISEASE})(?![人患])|确诊(?:为|患)[^，。；的]{{1,10}}(?:{_DISEASE})|"
    rf"身患|罹患|[系是][^，。；\n]{{1,12}}患者|因(?![此为其])[^，。；、的\n]{{0,6}}(?:病|癌|梗|瘤|致残|住院|手术)|(?:低保|五保|特困|贫困|脱贫|监测|易返贫)(?:户|家庭|对象){_ENDS}|监测对象|风险类型|因病致贫|特困人员{_ENDS}|孤儿{_ENDS}|"
    rf"级(?:{_LIMBS})残|(?:{_LIMBS})残疾(?:[一二三四1-4]级|{_ENDS})|重度残疾{_ENDS}|丧偶|截肢|偏瘫|瘫痪|失明{_ENDS}|透析|尿毒症(?![患等])|白血病(?![患等])|"
    rf"癌(?<=[肺肝胃肠腺颈喉骨脑道胰巴]癌)(?![症患等])|脑梗|脑出血|HIV阳性|艾滋病{_ENDS}|基因携带|(?:检测|检查|抗体|结果)阳性|"
    rf"怀孕[\d一二三四五六七八九]|孕\d|人工流产|引产|结扎|家庭(?:经济)?(?:特别|特殊|十分|非常|较为)?困难{_ENDS}|工伤(?=[，,])|"
    r"(?:伤残|障碍)(?:程度|等级)?[一二三四五六七八九十]级|级伤残|级危房(?<=[CD]级危房)|人均月收入\d|吸毒(?=[，,。；;）)]|$)|失独"
)
"""What is said of one person and not of all whom a rule is about."""

YOUNG = re.compile(
    rf"岁(?<=\d岁)(?=[，,。；;、）)（(|\s]|$|半|时|的?[男女]|学生|儿童)|岁(?<=\d周岁)(?=[，,。；;、）)（(|\s]|$|半|时|的?[男女]|学生|儿童)|"
    rf"未成年(?<=[，,（(系为是]未成年)人?{_ENDS}|孤儿(?<=[系为是（(，,]孤儿)|小学[一二三四五六]年级|年级(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[)）]?班|学生)|"
    r"幼儿园(?:小|中|大)班|就读于?[^，。；]{0,16}(?:小学|初中|中学|幼儿园|高中)|(?:小学|初中|中学|高中)(?:在读)?学?生(?=[，,。；;）)]|$)|"
    r"201\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生(?=[，,。；;）)]|$)"
)
"""What is said of one child; an age is looked at by itself."""

_AGE = re.compile(r"(?<![\d.])(?<![满至到~—–-])(?<!年龄)(\d{1,2})周?岁")


_POSTS = (
    "长|主任|书记|主席|教师|老师|医生|医师|大夫|护士|记者|专家|教授|院士|律师|法官|检察官|民警|警官|干部|志愿者|社工|网格员|负责人|联系人|工作人员|(?:经办|审核|代表|代理|证明|主讲|发言|调查|记录|填表|审批|制表|投资|合伙|发包|承包|中标|候选|报告|撰稿|带头|推荐|介绍|采购|招标|投标|竞得|主持|承办|办理|责任)人|审核|法人|"
    "委员|代表|经理|员工|理事|督导员|评估员|护理员|讲师|作者|编辑|承办|主持|同志|先生|女士|主办|协办|签发|领导|[股科局室委]"
)
_OF_POST = re.compile(rf"(?:{_POSTS})[：: ]*\Z")
_NOT_OF_POST = re.compile(r"(?:家长|组长)[：: ]*\Z")
_HAS_POST = re.compile(
    r"[，,（(:： ]*(?:系|是|任|为)?[^，,。；;）)]{0,16}(?:局长|主任|书记|主席|教师|老师|医生|医师|校长|院长|园长|县长|镇长|乡长|科长|股长|理事长|记者|干部|"
    "志愿者)"
)
_NAMES_BEFORE = re.compile(rf"(?:{ANY_NAME}(?:[(（][^()（）]{{0,16}}[)）])?[、，和及])+\Z")
_HINT = re.compile("[户象员庭人者工妇童年生儿患病残癌岁孕级困瘫明析瘤梗胎扎毒独伤阳]")
"""A sign of every word that is looked for."""

_CHILDREN = re.compile(_CHILD)
_ROLES, _CHILD_ROLES = _words(_ROLE), _words(_CHILD)
_ADULT, _REACH = 18, 160
_BRACKET = re.compile("[(（]")
_END_OF_SENTENCE = re.compile(r"[。；;\n]")


def in_sentences(text: str) -> Iterator[Found]:
    """Every full name in ``text`` that such a word stands beside."""
    if not _HINT.search(text):
        return
    yield from _after_roles(text)
    yield from _in_lists(text)
    for start, end in _candidates(text):
        if is_name(text[start:end]) and (kind := _kind_of(text, start, end)):
            yield Found(kind, start, end, masked_name(text[start:end]))


def _after_roles(text: str) -> Iterator[Found]:
    """Names directly after a word such as 低保户 or 孤儿."""
    for words, kind in ((_CHILD_ROLES, Kind.MINOR), (_ROLES, Kind.HARDSHIP)):
        for place, word in _occurrences(words, text):
            match = _NAME_AFTER_ROLE.match(text, place + len(word))
            if match and is_name(match[1]):
                is_grown = bool(GROWN.search(text, max(0, place - 6), match.end()))
                yield Found(Kind.HARDSHIP if is_grown else kind, *match.span(1), masked_name(match[1]))


def _in_lists(text: str) -> Iterator[Found]:
    """Names after a colon, if all of the list are names and what stands before says what it lists."""
    for match in _LIST.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
        if not _ABOUT.search(before) or _has_post(before, ""):
            continue
        names = list(_LISTED.finditer(match[1]))
        kind = Kind.MINOR if _CHILDREN.search(before) and not GROWN.search(before) else Kind.HARDSHIP
        for each in names if all(is_name(each[0]) for each in names) else ():
            yield Found(kind, match.start(1) + each.start(), match.start(1) + each.end(), masked_name(each[0]))


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Places of what could be names: between punctuation, after a word such as 申请人, before 丈夫 or （残疾）."""
    if match := _FIRST.match(text):
        yield match.span(1)
    for match in _BOUNDED.finditer(text):
        yield match.span(1)
    for place, word in _occurrences(_WORDS_BEFORE, text):
        if match := _FIRST.match(text, place + len(word)):
            yield match.span(1)
    for bracket in _BRACKET.finditer(text):
        for start in range(max(0, bracket.start() - 3), bracket.start() - 2):
            match = _NOTED.match(text, start)
            if match and (STATE.search(match[2]) or _is_young(match[2])):
                yield match.span(1)


def _occurrences(words: tuple[str, ...], text: str) -> Iterator[tuple[int, str]]:
    for word in words:
        place = text.find(word)
        while place >= 0:
            yield place, word
            place = text.find(word, place + len(word))


def _kind_of(text: str, start: int, end: int) -> Kind | None:
    """What the sentence says of the name in it, unless it is that of somebody with a post."""
    begin = max(
        (match.end() for match in _END_OF_SENTENCE.finditer(text, max(0, start - _REACH), start)),
        default=max(0, start - _REACH),
    )
    stop = _END_OF_SENTENCE.search(text, end, end + _REACH)
    before, after = text[begin:start], text[end : stop.start() if stop else end + _REACH]
    said = f"{before} {after}"
    is_young = _is_young(said) and not GROWN.search(said)
    if (not is_young and not STATE.search(said)) or _has_post(before, after):
        return None
    return Kind.MINOR if is_young else Kind.HARDSHIP


def _is_young(said: str) -> bool:
    """Whether it is said of one person that it is a child."""
    ages = [int(match[1]) for match in _AGE.finditer(said)]
    if ages:
        return min(ages) < _ADULT
    found = YOUNG.search(said)
    return bool(found) and not found[0].startswith("岁") if found else False


def _has_post(before: str, after: str) -> bool:
    """Whether a name is one of somebody who works there, or of one of several that do."""
    before = _NAMES_BEFORE.sub("", before)
    return bool(_OF_POST.search(before) and not _NOT_OF_POST.search(before)) or bool(_HAS_POST.match(after))
