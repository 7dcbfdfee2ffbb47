"""Words directly before a name that say whose it is: 低保户, 患者, 孤儿, 学生."""

from __future__ import annotations

import re

from disclosure.measures.private.kinds import Kind
from disclosure.measures.private.names import ANY_NAME

_AT_UNIVERSITIES = (
    "大学|高校|研究生|本科|专科|高职|函授|大中专|学院|师专|师范|医专|中专|技校|技工|职业学院|博士|硕士|医学生|党校|留学"
)
_AT_WORK = "教师|老师|导师|优秀班主任|班主任[：:]|校长|教职|职工|志愿|驻校|家长委员|招聘|聘用|成人|技师|驾校|专家|评委|裁判|规培|公务员|选调|代表|委员"
GROWN = re.compile(f"{_AT_UNIVERSITIES}|{_AT_WORK}")
"""Beside these, pupils and students are grown up."""

CHILD_ROLE = (
    "孤儿|未成年人|儿童|少年|小朋友|幼儿|小孩|孩子|婴儿|弃[婴儿]|患儿|[男女]童|[男女]孩|[男女]婴|"
    "学生|新生|中生|小学生|小?选手|少先队员|被监护人|被收养人|被送养人|养[子女]"
)
_HARDSHIP = "低保|五保|特困|贫困|脱贫|监测|困难|边缘|不稳定|返贫|致贫|改造|失独|残疾|低收入|受灾"
_HELPED = "救助|帮扶|供养|资助|扶助|保障|受助|慰问|优抚|配租"
HARD_ROLE = (
    f"(?:{_HARDSHIP})(?:供养)?(?:户|对象|家庭|人员|群众|职工|党员|残疾人|老人|学生|妇女|母亲|人口|人)|特困|"
    f"(?:{_HELPED})(?:对象|人员|家庭|人|户)|被?救助人|供养人员|"
    "工伤职工|残疾(?:人|军人|儿童|职工|老人)|[肢聋盲]残?人|伤残军人|[失孤病伤残][能寡残智独][^，。；]{0,2}老人|"
    "感染者|携带者|接触者|患者|病人|病例|孕妇|产妇|"
    "吸毒(?:人员|者)|戒毒人员|社区矫正对象|矫正对象|刑满释放人员"
)
_JUST_BEFORE = re.compile(
    rf"(?:(?P<child>{CHILD_ROLE})|(?P<hard>{HARD_ROLE}))(?:姓名|名单|等|为|是|有|分别为)?[：: “‘\"']{{0,2}}\Z"
)
_NAMES_BEFORE = re.compile(rf"(?:{ANY_NAME}(?:[(（][^()（）]{{0,16}}[)）])?[、，,和及与]\s?)+\Z")
_NEAR = 12


def without_names(before: str) -> str:
    """What stands before a list of names whose last comes next."""
    return _NAMES_BEFORE.sub("", before)


def role_before(before: str) -> Kind | None:
    """What the word that ``before`` ends with makes of the name after it."""
    found = _JUST_BEFORE.search(before)
    if found is None:
        return None
    if found["child"] and not GROWN.search(before[-_NEAR:]):
        return Kind.MINOR
    return Kind.HARDSHIP if found["hard"] else None
