"""Names that are listed: after a colon, or in lines below a heading that says whom the list is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, is_name, masked_name
from disclosure.measures.private.posts import has_post, is_of_staff
from disclosure.measures.private.roles import CHILD_ROLE, GROWN, HARD_ROLE

_NOTE = r"(?:[(（][^()（）\n]{1,16}[)）])?"
_BETWEEN = r"[、，,;；　 \t/]{1,3}"
_LIST = re.compile(
    rf"[:：]\s*({ANY_NAME}{_NOTE}(?:[、，,;；\s/]{{1,3}}{ANY_NAME}{_NOTE}){{0,200}})(?=[。；;，,、\s等共）)]|$)"
)
_OF_A_LIST = re.compile(
    f"(?:{CHILD_ROLE}|{HARD_ROLE}|(?:残疾|低保|特困|五保|救助|资助|慰问|配租|帮扶|扶助|孕检|优生|公租房|危房|临时救助|补贴|低收入|新生|录取|入学|入园|招生)[\\u4e00-\\u9fff]{{0,8}}(?:名单|对象|人员|家庭|户|姓名|学生|群众|者))"
    "[\\u4e00-\\u9fff\\d（(）)]{0,12}\\Z"
)
_HEADING = re.compile(
    f"(?=.{{4,50}}$).*(?:{CHILD_ROLE}|{HARD_ROLE}|低保|特困|五保|救助|孤儿|残疾|公租房|危房).*(?:名单|公示|花名册|人员|对象|情况|如下|儿童)[（(]?[^）)]{{0,10}}[)）]?[：: ]*"
)
_LINE = re.compile(
    rf"[ \t　]*(?:(?P<label>[\u4e00-\u9fff]{{2,10}})(?:[（(][^()（）\n]{{1,10}}[)）])?[:：](?=[^\n])|(?=[^\n]*[、，,　 \t/]))[ \t　]*(?P<names>{ANY_NAME}{_NOTE}(?:{_BETWEEN}{ANY_NAME}{_NOTE})*)[。；; \t　]*(?=\n|\Z)"
)
_LISTED = re.compile(rf"{ANY_NAME}(?=[、，,;；\s/(（等共。）)]|$)")
_ANY_CHILD = re.compile(f"{CHILD_ROLE}|新生|入学|入园")
_MOST_LINES = 200


def in_list(text: str, start: int, end: int) -> Iterator[Found]:
    """Names after a colon of a sentence, or in the lines below it, if all are names and the sentence says whose they are."""
    for match in _LIST.finditer(text, start, end):
        before = text[max(start, match.start() - 40) : match.start()]
        if _OF_A_LIST.search(before) and not has_post(before, "") and not is_of_staff(before):
            yield from _told(match[1], match.start(1), before)
    heading = text[start:end]
    if text[end : end + 1] != "\n" or not _HEADING.fullmatch(heading) or is_of_staff(heading):
        return
    at = end + 1
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, at)
        if line is None or (line["label"] and (is_of_staff(line["label"]) or has_post(line["label"], ""))):
            return
        yield from _told(line["names"], line.start("names"), heading)
        at = line.end() + 1


def _told(listed: str, start: int, about: str) -> Iterator[Found]:
    names = list(_LISTED.finditer(listed))
    kind = Kind.MINOR if _ANY_CHILD.search(about) and not GROWN.search(about) else Kind.HARDSHIP
    for each in names if all(is_name(each[0]) for each in names) else ():
        yield Found(kind, start + each.start(), start + each.end(), masked_name(each[0]))
