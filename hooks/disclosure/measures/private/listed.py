"""Names that are listed: after a colon, or in lines below a heading that says whom the list is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.children import says_child, was_born_before
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, is_name, masked_name
from disclosure.measures.private.posts import has_post, is_of_staff
from disclosure.measures.private.roles import CHILD_ROLE, GROWN, HARD_ROLE

_BRACKETS = r"[(（][^()（）\n]{1,16}[)）]"
_AMOUNT = r"[，,]?\s?\d[\d.]*万?元"
_NOTE = rf"(?:{_BRACKETS}|{_AMOUNT})?"
_NAMED = f"{ANY_NAME}{_NOTE}"

_AFTER_COLON = re.compile(rf"[:：]\s*({_NAMED}(?:[、，,;；\s/]{{1,3}}{_NAMED})*)(?=[。；;，,、\s等共）)]|$)")
_HELP = (
    "残疾|低保|特困|五保|低收入|救助|临时救助|资助|慰问|配租|帮扶|扶助|生活补贴|护理补贴|孕检|优生|公租房|危房|"
    "新生|录取|入学|入园|招生"
)
_PEOPLE = "名单|对象|人员|家庭|户|姓名|学生|群众|者"
_OF_A_LIST = re.compile(
    rf"(?:{CHILD_ROLE}|{HARD_ROLE}|(?:{_HELP})[\u4e00-\u9fff]{{0,8}}(?:{_PEOPLE})|[大重]病[\u4e00-\u9fff]{{0,4}}救助)"
    r"[\u4e00-\u9fff\d（(）)]{0,12}\Z"
)
_OF_PUPILS = re.compile(r"(?:名单|队员|学员|同学|小朋友|选手|成员|孩子)(?:[（(][^()（）]{0,10}[)）])?\Z")
"""A list of children, if the heading names a class or a school, too."""

_HARD = f"{HARD_ROLE}|低保|特困|五保|救助|残疾|公租房|危房"
_YOUNG = f"{CHILD_ROLE}|小学|[一二三四五六七八九]年级|幼儿园|入学|入园"
_HEADING = re.compile(
    rf"(?=.{{4,50}}$)(?=.*(?:{_HARD}|{_YOUNG}))"
    r".*(?:名单|公示|花名册|清册|签收|登记表|人员|对象|情况|如下|儿童)[（(]?[^）)]{0,10}[)）]?[：: ]*"
)
_ROLL = re.compile("名单|花名册|清册|签收|登记表")
_LABEL = r"(?P<label>[\u4e00-\u9fff]{2,10})(?:[（(][^()（）\n]{1,10}[)）])?[:：](?=[^\n])"
_SEVERAL = r"(?=[^\n]*[、，,　 \t/])"
_LINE = re.compile(
    rf"[ \t　]*+(?:{_LABEL}|{_SEVERAL}|\d{{1,4}}[.、．])[ \t　]*+"
    rf"(?P<names>{_NAMED}(?:[、，,;；　 \t/]{{1,3}}{_NAMED})*)[。；; \t　]*(?=\n|\Z)"
)
_ENTRY = re.compile(
    rf"[ \t　]*+(?:\d{{1,4}}[.、．]?[ \t　]*+)?(?P<name>{ANY_NAME})[ \t　]{{1,4}}(?P<note>[^\n|。；，]{{1,40}})(?=\n|\Z)"
)
_SHORT_LINE = re.compile(r"[^\n，。；|]{1,10}(?=\n|\Z)")
_COUNTED = re.compile(r"[\d.,%\s]*(?:[户人名个亩项件次][\d.,%\s]*)*")
"""What stands beside the name of a village."""

_LISTED = re.compile(rf"{ANY_NAME}(?=[、，,;；\s/(（等共。）)]|$)")
_ANY_CHILD, _ANY_HARD = re.compile(f"{_YOUNG}|新生"), re.compile(f"{_HARD}|{_HELP}|病")
_MOST_LINES, _NEXT = 5000, 120

_Name = tuple[int, str]
"""Where a name begins, and the name."""


def in_list(text: str, start: int, end: int) -> Iterator[Found]:
    """Names after a colon of a sentence, or in the lines below it, if all are names and the sentence says whose they are."""
    line_end = text.find("\n", start, end + _NEXT)
    for match in _AFTER_COLON.finditer(text, start, end + _NEXT if line_end < 0 else line_end):
        if match.start() >= end:
            break
        kind = _kind_before(text[max(start, match.start() - 40) : match.start()])
        if kind and not was_born_before(text[match.end() : match.end() + _NEXT]):
            yield from _told(_listed(match[1], match.start(1)), kind)
    heading = text[start:end]
    if text[end : end + 1] != "\n" or not _HEADING.fullmatch(heading) or is_of_staff(heading):
        return
    if kind := _kind(heading):
        yield from _in_lines(text, end + 1, kind)
        yield from _told(_entries(text, end + 1) if _ROLL.search(heading) else [], kind)


def _kind_before(before: str) -> Kind | None:
    """What the words before a colon make of the names after it."""
    if has_post(before, "") or is_of_staff(before):
        return None
    if _OF_PUPILS.search(before) and says_child(before) and not GROWN.search(before):
        return Kind.MINOR
    return _kind(before) if _OF_A_LIST.search(before) else None


def _kind(about: str) -> Kind | None:
    """What the heading of a list makes of the names in it."""
    if _ANY_CHILD.search(about) and not GROWN.search(about):
        return Kind.MINOR
    return Kind.HARDSHIP if _ANY_HARD.search(about) else None


def _in_lines(text: str, at: int, kind: Kind) -> Iterator[Found]:
    """Names in lines that hold nothing else."""
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, at)
        if line is None or (line["label"] and (is_of_staff(line["label"]) or has_post(line["label"], ""))):
            return
        yield from _told(_listed(line["names"], line.start("names")), kind)
        at = line.end() + 1


def _entries(text: str, at: int) -> list[_Name]:
    """The names that lines begin with, a blank and a note after each; lines as short as 三（2）班 stand between."""
    found: list[_Name] = []
    is_after_entry = True
    for _ in range(_MOST_LINES):
        entry = _ENTRY.match(text, at)
        if entry and (_COUNTED.fullmatch(entry["note"]) or has_post("", entry["note"])):
            return []
        line = entry or (_SHORT_LINE.match(text, at) if is_after_entry else None)
        if line is None:
            break
        is_after_entry = entry is not None
        found += [(entry.start("name"), entry["name"])] if entry else []
        at = line.end() + 1
    return found if len(found) > 1 else []


def _listed(names: str, start: int) -> list[_Name]:
    return [(start + each.start(), each[0]) for each in _LISTED.finditer(names)]


def _told(names: list[_Name], kind: Kind) -> Iterator[Found]:
    """Those names, if all of them are some."""
    for start, name in names if all(is_name(name) for _, name in names) else ():
        yield Found(kind, start, start + len(name), masked_name(name))
