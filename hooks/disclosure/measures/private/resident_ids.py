"""身份证号 (GB 11643): 18 signs with a check, 15 digits of the first generation, and what is meant to be one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from disclosure.measures.private.context import Around, Label
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import SURE_NAME
from disclosure.measures.private.signs import BLURRED, Number, is_alone

_REGIONS = frozenset(
    str(tens * 10 + ones)
    for tens, last in ((1, 5), (2, 3), (3, 7), (4, 6), (5, 4), (6, 5), (7, 1), (8, 3), (9, 1))
    for ones in range(0 if tens == 5 else 1, last + 1)
)
"""The first two digits of a place: 11 Beijing to 91 (abroad)."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_OLDEST, _YOUNGEST, _LATELY = 1890, 2035, "2013"
"""Codes of papers hold the day of the paper; without a right check a late day is no birth date."""
_LAST = re.compile(r"[ \t\u3000\xa0-]?([XxＸｘ×Χ╳])")
_LETTERS = "OoQIl"
_WITH_LETTERS = re.compile(rf"[0-9{_LETTERS}]{{15,17}}[0-9Xx{_LETTERS}]{{0,3}}")
"""What a scanner reads where digits stand."""

_READ_AS = str.maketrans(_LETTERS, "00011")
_MOST_LETTERS = 8
_LETTER = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]\Z")
"""学籍号 and certificates of trades: a letter and the number of the identity card."""

_IN_A_FILE_NAME = re.compile(r"[A-Za-z\u4e00-\u9fff][-_]\Z"), re.compile(r"[-_.](?!html?\b)[A-Za-z\u4e00-\u9fff]")
_END_OF_A_DISABLED_PERSON = re.compile(r"[1-7][1-4](?:[Bb]\d?)?(?![0-9A-Za-z])")
"""残疾人证号: the number of the identity card, kind and degree of the disability, how often the paper was renewed."""

_OF_PERSONS = re.compile(rf"[男女]|民族|汉族|年龄|\d岁|出生|住址|姓名|村民|居民|户主|电话|手机|{SURE_NAME}")
_ANY_NUMBER = re.compile(r"(?:^|[^\u4e00-\u9fff])(?:编号|代码|编码)[^\u4e00-\u9fff]*\Z")
"""A word that may be said of any number, persons' included."""

_OTHER_NUMBERS = re.compile(
    "信用|机构代码|索引|文号|项目|订单|流水|合同|票|凭证|条码|批次|许可|备案|交易|招标|采购|不动产|宗地|地块|档案|案件|受理|业务|设备|商品|药品|标识|网址"
)
"""Heads of columns in which no ID number is to be expected; a mere 编号 may be one."""

_STRICT = re.compile("身份证|公民身份|居民身份|身份号码|证件号")
_OF_FIRMS = re.compile("信用代码|执照")
_NEAR, _DIFFERENT = 12, 4
_GROUPINGS = frozenset([(18,), (15,), (6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (4, 4, 4, 4, 2), (3,) * 6, (3,) * 5])
_GROUPINGS |= {(6, 8, 3), (6, 4, 4, 3), (6, 4, 2, 2, 3), (4, 4, 4, 4, 1), (3, 3, 3, 3, 3, 2), (17,), (6, 6, 3)}
"""How people set such a number apart; with an X at the end the last group is shorter."""

_SIGN_BY_SIGN = 15


def resident_ids(text: str, numbers: Sequence[Number], around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every resident ID number of ``text``; ``numbers`` are those of :func:`numbers_in`."""
    for number in numbers:
        if not 14 <= len(number.plain) <= 22:
            continue
        for end, plain in _readings(text, number):
            one = _One(text, number, end, plain, around)
            if one.is_meant:
                yield Found(Kind.RESIDENT_ID, number.start, one.end_of_paper, masked_id(plain))
                break
    for match in _WITH_LETTERS.finditer(text):
        letters = sum(sign in _LETTERS for sign in match[0])
        plain = match[0].translate(_READ_AS).upper()
        if 0 < letters <= _MOST_LETTERS and is_valid(plain) and is_alone(text, *match.span()):
            yield Found(Kind.RESIDENT_ID, *match.span(), masked_id(plain))


def is_valid(plain: str) -> bool:
    """Whether 18 signs have a possible birth date and the right check, or 15 digits a place and a possible date."""
    if len(plain) == 15:
        return plain[:2] in _REGIONS and has_date(plain)
    return len(plain) == 18 and has_date(plain) and check_of(plain) == plain[-1].upper()


def check_of(plain: str) -> str:
    """The check sign that the first 17 digits call for."""
    total = sum(int(digit) * weight for digit, weight in zip(plain[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def has_date(plain: str) -> bool:
    """Whether the digits of the birth date are a date on which a living person can have been born."""
    written = plain[6:14] if len(plain) > 15 else f"19{plain[6:12]}"
    try:
        day = dt.date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError:
        return False
    return _OLDEST <= day.year <= _YOUNGEST


def masked_id(plain: str) -> str:
    """Two signs at the beginning and three at the end; place and birth date can no longer be told."""
    return f"{plain[:2]}{'*' * (len(plain) - 5)}{plain[-3:]}"


def _readings(text: str, number: Number) -> Iterator[tuple[int, str]]:
    """End and signs of the number with the X after it, or as it is, or without what a paper adds to it."""
    if len(number.plain) == 17 and (last := _LAST.match(text, number.end)):
        yield last.end(), f"{number.plain}X"
    if len(number.groups) == 1 and len(number.plain) in (19, 20):
        yield number.start + 18, number.plain[:18]
    yield number.end, number.plain


class _One:
    """Digits that may be a resident ID number."""

    def __init__(self, text: str, number: Number, end: int, plain: str, around: Callable[[int, int], Around]) -> None:
        self._text, self._number, self._end, self._plain = text, number, end, plain
        self._around = around
        self._place: Around | None = None

    @property
    def place(self) -> Around:
        """What stands around the number; asked for only where it matters."""
        if self._place is None:
            self._place = self._around(self._number.start, self._end)
        return self._place

    @property
    def end_of_paper(self) -> int:
        """The end of the number, or of what the paper of a disabled person adds to it."""
        added = _END_OF_A_DISABLED_PERSON.match(self._text, self._end)
        return added.end() if added else self._end

    @property
    def is_meant(self) -> bool:
        """Whether it is one."""
        plain = self._plain
        stop = self.end_of_paper
        if stop > self._end and not (is_valid(plain) and "残疾" in self.place.head + self.place.before[-_NEAR:]):
            return False
        if not self._stands_alone(stop):
            return False
        if is_valid(plain) and len(plain) == 18:
            return self._is_set_apart_well and not self._is_a_code
        if len(plain) in (15, 18) and plain[:2] in _REGIONS and has_date(plain) and self._is_set_apart_well:
            return self._is_of_a_person
        if len(plain) == 17 and self._text[stop : stop + 1] in tuple(BLURRED):
            return plain[:2] in _REGIONS and has_date(plain)
        return 14 <= len(plain) <= 19 and len(self._number.groups) <= 4 and self._is_declared

    def _stands_alone(self, stop: int) -> bool:
        start = self._number.start
        if is_alone(self._text, start, stop):
            return True
        if not is_valid(self._plain) or len(self._plain) < 18:
            return False
        before, after = self._text[max(0, start - 2) : start], self._text[stop : stop + 3]
        begins, ends = _IN_A_FILE_NAME
        is_in_a_name = bool(begins.search(before)) and bool(ends.match(after)) and self._plain[:2] in _REGIONS
        return is_in_a_name or (self._is_a_letter_apart and not after[:1].isalnum())

    @property
    def _is_a_letter_apart(self) -> bool:
        """Whether it follows a letter, as numbers of certificates do."""
        start = self._number.start
        said = self.place.before[-_NEAR:] + self.place.head
        return bool(_LETTER.search(self._text[max(0, start - 2) : start])) and ("证" in said or "学籍" in said)

    @property
    def _is_set_apart_well(self) -> bool:
        groups = self._number.groups
        is_wrapped = self._number.is_broken and len(groups) == 2
        if len(groups) == 1 or groups in _GROUPINGS or len(groups) >= _SIGN_BY_SIGN or is_wrapped:
            return True
        return self.place.says(Label.RESIDENT_ID, Label.PAPER)

    @property
    def _is_a_code(self) -> bool:
        """Whether the word directly before says that it is another kind of number, and nothing says that it is of a person."""
        if self.place.label != (Label.CODE, 0):
            return False
        said = self.place.before[-_NEAR:].strip()
        if not said:
            return self._plain[:2] not in _REGIONS or bool(_OTHER_NUMBERS.search(self.place.head))
        return not _ANY_NUMBER.search(said) or not self._is_beside_a_person

    @property
    def _is_beside_a_person(self) -> bool:
        return bool(_OF_PERSONS.search(self.place.row.replace(self._text[self._number.start : self._end], "")))

    @property
    def _is_of_a_person(self) -> bool:
        """Whether it is said to be one, or the rest of its line is about a person."""
        label, distance = self.place.label
        if label in (Label.RESIDENT_ID, Label.PAPER):
            return True
        if label in (Label.CODE, Label.AMOUNT, Label.CARD) and (distance == 0 or self.place.head):
            return False
        return (len(self._plain) == 15 or self._plain[6:10] < _LATELY) and self._is_beside_a_person

    @property
    def _is_declared(self) -> bool:
        """Whether the label or head says strictly that this is such a number, whatever it looks like."""
        label, distance = self.place.label
        said = self.place.before[-30:] + self.place.head
        is_said = label is Label.RESIDENT_ID and distance <= _NEAR and bool(_STRICT.search(said))
        return is_said and not _OF_FIRMS.search(said) and len(set(self._plain)) >= _DIFFERENT
