"""Where full names stand in running text: a surname and a given name between words that end before and begin after names.

Chinese writes no blanks: in 认定杭玉珍为 a name stands because 认定 ends and 为 begins there.  How sure that is depends on both
edges: a sign of punctuation says more than a verb, a verb more than a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.measures.private.common_words import BEGINNINGS_OF_WORDS, UNDIVIDED
from disclosure.measures.private.edges import ENDS, LEFT, LITTLE_SURNAMES, RIGHT, ROLE, ROLE_ALONE, ROLES_END, SAID_OF
from disclosure.measures.private.names import is_name
from disclosure.measures.private.surnames import AMBIGUOUS, COMPOUND, DOTTED, HAN, NEVER_GIVEN, PAIRED, SURE

_EDGE = rf"(?:[^{HAN}A-Za-z*＊×]|[{ENDS}])"
_GIVEN = f"(?![{NEVER_GIVEN}])[{HAN}]"
_SURNAMES = SURE + re.sub("[和由从经]", "", AMBIGUOUS)
_AFTER_EDGE = rf"(?:(?<={_EDGE}.)|(?<=\A.))(?={_GIVEN})"
_AFTER_ROLE = rf"(?<=[{''.join(sorted(ROLES_END))}].)(?=(?:{_GIVEN}){{2}})"
_SURNAME = re.compile(rf"(?:{COMPOUND})(?={_GIVEN})|[{_SURNAMES}](?:{_AFTER_EDGE}|{_AFTER_ROLE})")
_DOTTED, _PAIRED = re.compile(DOTTED), re.compile(PAIRED)

_SIGN, _WORD, _LITTLE = 3, 2, 1
_LONG = 3
_SURE_ENOUGH = {2: 4, 3: 3, 4: 3}
"""How much both edges of a name of so many signs have to say together."""


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
    for match in _DOTTED.finditer(text, start, stop) if text.find("·", start, stop) >= 0 else ():
        yield Mention(*match.span(), _SIGN, _SIGN)
    for match in _PAIRED.finditer(text, start, stop):
        yield Mention(*match.span(), _SIGN, _SIGN)


def _at(text: str, start: int, surname: int) -> Mention | None:
    """The name that begins at ``start``: of the readings that fit, the one that ends before the longest word."""
    if text[start : start + 2] in BEGINNINGS_OF_WORDS or text[max(0, start - 1) : start + 1] in UNDIVIDED:
        return None
    readings = [
        (right, end)
        for end in (start + surname + 2, start + surname + 1)
        if end <= len(text)
        and text[end - 1 : end + 1] not in UNDIVIDED
        and ((right := RIGHT.match(text, end)) or end > start + surname + 1)
        and is_name(text[start:end])
    ]
    if not readings:
        return None
    before = text[max(0, start - 20) : start]
    left, is_tight = _left(before)
    is_ambiguous, is_little = text[start] in AMBIGUOUS, text[start] in LITTLE_SURNAMES
    if not left or (is_ambiguous and (left < _SIGN or (is_tight and not ROLE_ALONE.search(before)))):
        return None
    best: tuple[int, Mention] | None = None
    for right, end in readings:
        length = end - start
        if right is None:
            score, reach = 0, 0
        else:
            score = _SIGN if right["stop"] is not None else _WORD if right["telling"] else _LITTLE
            reach = _LONG if score == _SIGN else len(right[0])
        if not score and (is_ambiguous or is_little or length < _LONG or not (is_tight or left == _WORD)):
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
    if before[-1] in ROLES_END and (ROLE.search(before[-8:]) or SAID_OF.search(before)):
        return _SIGN, True
    found = LEFT.search(before[-4:])
    if found is None:
        return 0, False
    return (_WORD if found["word"] else _LITTLE), bool(found["person"])
