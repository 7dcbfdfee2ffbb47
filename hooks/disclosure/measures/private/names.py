"""Names of people: what looks like one, and how it is masked."""

from __future__ import annotations

import re

from disclosure.measures.private.common_words import BEGINNINGS_OF_WORDS
from disclosure.measures.private.surnames import AMBIGUOUS, COMPOUND, DOTTED, HAN, NEVER_GIVEN, PAIRED, SURE

_GIVEN = f"(?:(?![{NEVER_GIVEN}])[{HAN}]){{1,2}}"

SURE_NAME = f"(?:{DOTTED}|{PAIRED}|(?:{COMPOUND}|[{SURE}]){_GIVEN})"
"""A name in running text; what stands around it has to say that it is one."""

ANY_NAME = f"(?:{DOTTED}|{PAIRED}|(?:{COMPOUND}|[{SURE}{AMBIGUOUS}]){_GIVEN})"
"""A name where names are to be expected."""

BEGINS_NAME = f"(?:(?<![{HAN}A-Za-z])|(?<=[者人员民户生儿童长任友象众组村名士年因予复示问理师记授管监席系]))"
"""Where a name can begin in running text: after punctuation and digits, or after the end of a word such as 村民 or 患者."""

_ANY, _PAIRED = re.compile(ANY_NAME), re.compile(PAIRED)
_SOMEBODY = re.compile(
    rf"{BEGINS_NAME}({SURE_NAME})(?=[，,、。；;：:\s|（()）\]\u200b\dA-Za-z]|家|的|同志|系|女士|先生|老师|经理|收(?![入费]|$)|$)"
)
_BLANKS = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_LISTED = re.compile(f"{DOTTED}|[{HAN}]{{2,5}}")
_LABELS = (
    "姓名|名字|性别|年龄|民族|籍贯|学历|简历|职业|电话|邮箱|信箱|微信|住址|地址|照片|面貌|程度|出生|班级|年级|签名|签字|盖章|"
    "合计|总计|小计|共计|累计|备注|序号|不详|保密|同上|空白|待定|暂无|以上|以下|名单|说明|审核|公示"
)
_BODIES = "单位|部门|项目|村委|社区|街道|小组|居委|政府|中心|学校|公司|医院|银行"
_PERSONS = (
    "本人|户主|配偶|子女|父亲|母亲|父母|祖父|祖母|外祖|低保|特困|孤儿|残疾|患者|学生|儿童|某|先生|女士|同学|同志|"
    "许多[国人年地家城企村学事问方干县市中省青老]"
)
_TITLES = (
    "员$|大爷|大娘|大妈|大叔|大伯|大姐|大哥|大嫂|阿姨|奶奶|爷爷|婆婆|伯伯|叔叔|妈妈|爸爸|老汉|老太|老人|"
    "老师|师傅|医生|局长|主任|书记|村长|队长|警官|法官|律师|教授|家长|氏$"
)
_NO_NAMES = re.compile("|".join(("周[一二三四五六日]$", _LABELS, _BODIES, _PERSONS, _TITLES)))
_SHORT, _PLACES, _SURE_PLACES = 2, "州县市区镇乡村省路街城港", "县市区镇乡村省"
"""Ends of places, of two signs and of more."""

_VILLAGE = re.compile(".{1,2}[庄屯寨湾坪圩庙铺]|.家[坡岗沟塘桥店集岭口营堡坝河山洼嘴坟窑垴冲台楼院]")


def is_name(text: str) -> bool:
    """Whether ``text`` is a full name that can be told by its surname."""
    plain = _closed(text)
    if _PAIRED.fullmatch(plain):
        return True
    if not _ANY.fullmatch(plain) or _NO_NAMES.search(plain) or plain[:2] in BEGINNINGS_OF_WORDS:
        return False
    return plain[-1] not in (_PLACES if len(plain) == _SHORT else _SURE_PLACES) and not _VILLAGE.fullmatch(plain)


def names_a_person(text: str) -> bool:
    """Whether a full name stands in ``text`` by itself, or before 家 or 的."""
    return any(is_name(match[1]) for match in _SOMEBODY.finditer(text))


def could_be_name(text: str) -> bool:
    """Whether ``text`` could be the name of somebody, among other names."""
    plain = _closed(text)
    return bool(_LISTED.fullmatch(plain)) and not _NO_NAMES.search(plain)


def masked_name(name: str) -> str:
    """The surname and a star: 张三丰 → 张*, 欧阳修 → 欧阳*."""
    plain = _closed(name)
    compound = re.match(COMPOUND, plain)
    return (compound[0] if compound and len(plain) > len(compound[0]) else plain[:1]) + "*"


def _closed(text: str) -> str:
    """``text`` without blanks inside: 张　三."""
    return _BLANKS.sub("", text) if _BLANKS.search(text) else text
