"""What sentences say about the papers that they name: that something rests on them, and that they are repealed.

Only what the usual words say is taken (根据《…》, 《…》同时废止, 决定废止《…》): to miss a sentence is better than to misread one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.measures.citations import TITLE, Citation

_ENDS = re.compile(r"[。；;！？\n]")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_RESTS_ON = re.compile(r"(?:根据|依据|按照|依照|遵照)[^，,：:]*\Z")
_OF_THE_PAST = re.compile(
    "废止|失效|停止执行|终止执行|不再(?:执行|适用)|清理|此前|以前已|已到期|原《|原来的"
    r"|(?:进行|作|予以)了?(?:如下)?(?:修订|修改|修正)|(?:实施|施行)[\d一二三四五六七八九十]+年"
)
"""Words that tell what was, or what becomes of a paper: its sentence does not rest on it."""

_GONE = re.compile("(?:废止|停止执行)(?!的|后|前|以后|以前|之后|之前|时|或者|情况)")
_CLOSE = r"(?:[（(][^（()）\n]{1,10}[)）])?(?:[^（()）《》\n]{0,60}[）)])?(?:\]\([^()\s]*\))?[*_]{0,3}\s*"
"""（试行）, the rest of the bracket of a number, the end of a link."""
_ARTICLE = r"第[^，。；、《》]{1,12}[条款项章]"
_PART = (
    r"(?P<part>中(?:有关|关于)[^，。；《》]{1,40}规定"
    rf"|(?:附件\d*)?{_ARTICLE}(?:(?:[、和至及]|以及)*{_ARTICLE})*(?:的?规定)?)?"
)
_WHEN = r"(?:[，,]?(?:自|从|于)[^，。；《》]{2,40}?(?:起|之日|后|日)[，,]?)?"
_BEFORE_VERB = re.compile(
    rf"{_CLOSE}(?:文件?|等[^，。；《》]{{0,12}}文件)?{_PART}\s*[，,]?{_WHEN}\s*"
    r"(?:同时|同步|一并|即行|即时|予以|相应|全部|均|随之|自行|一律|即|也)*"
)
_OF_WHOM = r"(?:[^《》。；，]{0,70}(?:发布|印发|公布|通过|批准|修订|修正|修改|制定|施行|实施|下发)的?)?"
_ALONG = re.compile(
    rf"{_CLOSE}{_PART}\s*(?:(?:[、，,和及与]|以及)\s*{_OF_WHOM})?[\[*_]{{0,4}}(?:[^《》。；，、]{{0,16}}人民政府(?:办公室)?|原)?[\[*_]{{0,4}}"
)
_DECIDES = re.compile(r"(?:\A|[，,、：:)）\s]|决定|现|予以|同时|并)\Z")
_BEHIND_VERB = re.compile(rf"了?\s*[\[*_]{{0,4}}(?:原)?{_OF_WHOM}[\[*_]{{0,4}}")
_PART_BEHIND = re.compile(_CLOSE + _PART)
_IN_LIST = re.compile(r"\s*(?:[-*+|《]|[（(]?[\d一二三四五六七八九十]+[.、．)）]|[①-⑳]|[^，。；]{2,12}〔)")
"""How a line of a list or table begins."""
_LIST_BEHIND = re.compile(r"(?:了|掉)?(?:下列|以下|如下|上述)[^。《》\n]{0,30}[：:。]?[ \t]*(?:\n|\Z)")
_WORDS = ("废止", "停止执行")


@dataclass(frozen=True, slots=True)
class Repeal:
    """A sentence that repeals the paper ``citation``, or only ``part`` of it."""

    citation: Citation
    part: str | None


def rests_on(text: str, citation: Citation) -> bool:
    """Whether ``text`` names the paper as what it rests on (根据《…》)."""
    start, _ = _sentence(text, citation.place, citation.end)
    before = _BRACKETS.sub("", TITLE.sub("", text[start : citation.place]))
    return bool(_RESTS_ON.search(before)) and not is_of_the_past(text, citation)


def is_of_the_past(text: str, citation: Citation) -> bool:
    """Whether the sentence tells what the paper was, or that it ends or changes."""
    start, end = _sentence(text, citation.place, citation.end)
    return bool(_OF_THE_PAST.search(TITLE.sub("《》", text[start:end])))


def may_repeal(text: str) -> bool:
    """Whether ``text`` has a word that repeals something."""
    return any(word in text for word in _WORDS)


def repeals(text: str, named: Sequence[Citation]) -> Iterator[Repeal]:
    """The papers of those ``named`` in ``text`` that it repeals."""
    if not may_repeal(text):
        return
    shorts = {each.short: each for each in named if each.short}
    said: set[int] = set()
    for verb in _GONE.finditer(text):
        if any(each.place < verb.start() < each.end for each in named):
            continue
        for place, part in (*_before(text, verb, named), *_behind(text, verb, named)):
            if place not in said:
                said.add(place)
                found = named[place]
                yield Repeal(shorts.get(found.title or "", found), part)


def _before(text: str, verb: re.Match[str], named: Sequence[Citation]) -> Iterator[tuple[int, str | None]]:
    """《A》（…）、《B》（…）同时废止: the places of those named, last first."""
    start, _ = _sentence(text, verb.start(), verb.end())
    within = [place for place, each in enumerate(named) if start <= each.place and each.end <= verb.start()]
    end, joint = verb.start(), _BEFORE_VERB
    for place in reversed(within):
        found = joint.fullmatch(text, named[place].end, end)
        if not found:
            return
        yield place, found["part"]
        end, joint = named[place].place, _ALONG


def _behind(text: str, verb: re.Match[str], named: Sequence[Citation]) -> Iterator[tuple[int, str | None]]:
    """决定废止《A》（…）、《B》（…）, or 废止下列文件 and a list or table."""
    start, end = _sentence(text, verb.start(), verb.end())
    if verb[0] != "废止" or not _DECIDES.search(text[start : verb.start()].rstrip("*_ ")):
        return
    if listed := _LIST_BEHIND.match(text, verb.end()):
        yield from ((place, None) for place in _listed(text, listed.end(), named))
        return
    following = [place for place, each in enumerate(named) if verb.end() <= each.place and each.end <= end]
    at, joint = verb.end(), _BEHIND_VERB
    for place in following:
        each = named[place]
        if not joint.fullmatch(text, at, each.place):
            return
        behind = _PART_BEHIND.match(text, each.end)
        if behind and text[behind.end() : behind.end() + 1] == "的":
            return
        yield place, behind["part"] if behind else None
        at, joint = each.end, _ALONG


def _listed(text: str, at: int, named: Sequence[Citation]) -> Iterator[int]:
    """The paper of each line of the list or table that begins at ``at``: its first title, its first number."""
    told = False
    for line in text[at:].split("\n"):
        end = at + len(line)
        places = [place for place, each in enumerate(named) if at <= each.place and each.end <= end]
        if places and _IN_LIST.match(line):
            told = True
            yield places[0]
            if not named[places[0]].number:
                yield from (place for place in places[1:2] if not named[place].title)
        elif line.strip() and (told or not line.lstrip().startswith("|")):
            return
        at = end + 1


def _sentence(text: str, place: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``place`` to ``end`` begins and ends."""
    window = max(0, place - 600)
    start = window
    for mark in _ENDS.finditer(text, window, place):
        start = mark.end()
    behind = _ENDS.search(text, end)
    return start, behind.start() if behind else len(text)
