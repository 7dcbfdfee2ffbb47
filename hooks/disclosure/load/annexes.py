"""附件说明: the annexes that a paper lists below its text, and whether they stand in the body."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOTE = re.compile(r"附件?\s*[:：]\s*(?P<name>\S.*)")
_FURTHER = re.compile(r"\d{1,2}\s*[.．、]\s*(?P<name>\S.*)")
_NUMBER = re.compile(r"\d{1,2}\s*[.．、]\s*")
_HEAD = re.compile(r"附件?\s*\d{0,2}\s*[:：.]?")
_LEFT_OUT = re.compile(r"[（(](?:此件|另发|另附|略|不发|不公开|从略|网上下载|见网站)[^）)]*[）)]|略[。]?$")
_LONG = 200
"""Signs below a list of annexes from which on an annex is taken to stand there, whatever it is called."""


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """The names that are listed, the place of the list (a line of the body, from 0), whether a text follows it."""

    names: tuple[str, ...]
    place: int
    is_followed: bool


def annex_note(body: str) -> AnnexNote | None:
    """The list of annexes in ``body``; None if there is none, or if it says that they are not published."""
    if "附件" not in body and "附：" not in body:
        return None
    lines = [line.strip(" \t\u00a0\u3000*") for line in body.split("\n")]
    for place, line in enumerate(lines):
        found = _NOTE.fullmatch(line)
        if not found or len(line) > 120:
            continue
        names = [_NUMBER.sub("", found["name"], count=1)]
        end = place + 1
        while end < len(lines) and (not lines[end] or (further := _FURTHER.fullmatch(lines[end]))):
            if lines[end] and further:
                names.append(further["name"])
            end += 1
        if any(_LEFT_OUT.search(name) for name in names):
            return None
        rest = lines[end:]
        is_followed = any(_HEAD.fullmatch(line) or line.startswith("#") for line in rest) or sum(map(len, rest)) > _LONG
        return AnnexNote(tuple(names), place, is_followed)
    return None
