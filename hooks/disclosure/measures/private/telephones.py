"""手机号: eleven digits that are one, and not an amount, a code or the number of an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from disclosure.measures.private.context import Around, Label
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import SURE_NAME
from disclosure.measures.private.signs import Number, is_alone

_MOBILE = re.compile(r"1[3-9]\d{9}")
_ABROAD = re.compile(r"(?:0086|086|86)(?=1[3-9]\d{9}\Z)")
_GROUPINGS = frozenset(
    [(11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (3, 3, 5), (4, 3, 4), (3, 5, 3), (5, 6), (1,) * 11]
)
_PREFIX = re.compile(r"(?:\+|[(（]\+?|(?<![0-9A-Za-z])(?:tel|phone|mobile|mob|[TtMm])[.:： ]?)\Z", re.IGNORECASE)
_ROUND = re.compile(r"0{5,}\Z")
_FIGURE = re.compile(r"(?<![\d.])\d[\d,，]*\.\d+(?!\d)|(?<!\d)\d{1,3}(?:[,，]\d{3})+(?!\d)")
_OF_A_FORM = re.compile(r"\s*[（(]?第?[一二三四五1-5]联")
"""After the number of a receipt: its copies."""

_OF_PERSONS = re.compile(rf"[男女]|姓名|联系|电话|手机|村民|居民|户主|{SURE_NAME}")


def mobiles(text: str, numbers: Sequence[Number], around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every mobile number of ``text``."""
    for number in numbers:
        groups, plain, start = number.groups, number.plain, number.start
        if len(plain) > 11 and (abroad := _ABROAD.match(plain)):
            whole, plain = plain, plain[abroad.end() :]
            start += _length_of(text[start : number.end], len(whole) - 11)
            groups = _without(groups, len(whole) - 11)
        if not _MOBILE.fullmatch(plain) or groups not in _GROUPINGS:
            continue
        if not _stands_alone(text, number) or (number.is_broken and len(groups) != 2):
            continue
        if _is_meant(plain, groups, around(number.start, number.end)):
            yield Found(Kind.MOBILE, start, number.end, masked_mobile(plain))


def masked_mobile(plain: str) -> str:
    """The first three and the last four digits."""
    return f"{plain[:3]}****{plain[-4:]}"


def _length_of(written: str, digits: int) -> int:
    """How many signs of ``written`` the first ``digits`` digits take, with what stands between them and the next."""
    places = [place for place, sign in enumerate(written) if sign.isdecimal()]
    return places[digits]


def _without(groups: tuple[int, ...], digits: int) -> tuple[int, ...]:
    """The groups that are left when the first ``digits`` digits are taken away."""
    if groups[0] == digits:
        return groups[1:]
    return (groups[0] - digits, *groups[1:]) if groups[0] > digits else ()


def _stands_alone(text: str, number: Number) -> bool:
    if is_alone(text, number.start, number.end):
        return True
    prefix = _PREFIX.search(text[max(0, number.start - 10) : number.start])
    return bool(prefix) and is_alone(f" {text[number.start : number.end + 20]}", 1, 1 + number.end - number.start)


def _is_meant(plain: str, groups: tuple[int, ...], place: Around) -> bool:
    """Whether a number that could be a mobile number is one."""
    label, distance = place.label
    if label in (Label.MOBILE, Label.PHONE):
        return not place.has_unit
    if (
        place.has_unit
        or _OF_A_FORM.match(place.after)
        or (_ROUND.search(plain) and not _OF_PERSONS.search(place.row.replace(plain, "")))
    ):
        return False
    if label in (Label.CODE, Label.AMOUNT, Label.CONTACT, Label.CARD, Label.PAPER) and distance == 0:
        return place.says(Label.MOBILE, Label.PHONE) or "微信" in place.before[-6:]
    if groups != (11,) and label is Label.AMOUNT:
        return False
    return not _among_figures(place)


def _among_figures(place: Around) -> bool:
    """Whether the row consists of amounts, as rows of budgets and statistics do."""
    return len(_FIGURE.findall(place.row)) >= 2 and not _OF_PERSONS.search(place.row)
