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
_NAMED = re.compile("姓名|申请人|学生|儿童|幼儿|户主")
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
