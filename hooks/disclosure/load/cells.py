"""The text of a cell → the value that its column means: numbers, money, dates, organs, choices, telephone numbers.

Full-width digits, thousands separators, 万元 and 亿元, the usual forms of dates; 无, — and - stand for an empty cell.
What can be meant in two ways is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from disclosure.load import faults
from disclosure.load.dates import read_moment
from disclosure.load.hints import nearest
from disclosure.load.paper_numbers import plain_number
from disclosure.model import CellKind, CellValue, Organ, RegisterColumn
from disclosure.problems import Rule

UNITS = {"元": 0, "万元": 4, "亿元": 8}
"""Units of money by their power of ten."""

_EMPTY = frozenset(["", "无", "—", "——", "-", "--", "–", "/"])
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_MOST_WHOLE, _MOST_DECIMALS = 15, 10
"""Digits that a number may have; spreadsheets keep 15."""

_AMOUNT = re.compile(rf"[¥￥]?\s*({_NUMBER.pattern})\s*(亿元?|万元?|元)?(?:整)?")
_SHORTENED = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d+")
_SHORTENED_TEXT = re.compile(r"[+-]?\d+(?:\.\d+[eE][+-]?|[eE]\+)\d+")
"""In a column of numbers whatever could be one; elsewhere 12E05 may be a code, 1.2E+05 never is."""

_EXCEL_FAULT = re.compile(r"#{3,}|#(?:REF|DIV/0|N/A|VALUE|NAME|NUM|NULL)[!?]?")
_SEPARATED = re.compile(r"\s*[;；\n]\s*")
_SEPARATED_NAMES = re.compile(r"\s*[;；、,，\n]\s*")
_TELEPHONES = re.compile(
    r"(?:(?:0\d{2,3}[- ]?)?\d{7,8}|\(0\d{2,3}\)\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|1\d{2,4}|9[56]\d{3})"
    r"(?:\s*转\s*\d+)?(?:\([^()]*\))?"
)
_MASK = re.compile(r"[*×●○]|(?<=^.)某+|(?<=^..)某+")
_JOINTS = re.compile(r"[\s\-\u2010-\u2015]")
"""What stands between the groups of a number: 1101 0119 9001."""

_BARE = re.compile(r"[\u4e00-\u9fff]{3}|\d{7}")


class CellFault(Exception):
    """The cell cannot be read: the rule it breaks and what is wrong, in words that follow the name of the column."""

    def __init__(self, message: str, rule: Rule = faults.REGISTER_CELL) -> None:
        super().__init__(message)
        self.rule = rule


def read_cell(text: str, column: RegisterColumn, unit: str, organs: Mapping[str, Organ] | None) -> CellValue:
    """The value of ``text`` in ``column``, or :class:`CellFault`.

    ``unit`` is the unit of the heading, "" if it has none.  Without ``organs`` (their file is broken) none is judged.
    """
    plain = _plain(text)
    if is_empty(plain) and plain not in column.choices:
        if column.required:
            raise CellFault("是空的，这一列必填；请补上")
        return None
    if _EXCEL_FAULT.fullmatch(plain):
        raise CellFault(f"写的是“{plain}”，是电子表格算错或者列太窄留下的；请改成真正的内容")
    if (_SHORTENED if column.is_number else _SHORTENED_TEXT).fullmatch(plain):
        raise CellFault(f"写的是“{plain}”，长数字被电子表格缩写了；请把这一列的格式改成“文本”，重新填写")
    if column.masked:
        _check_mask(plain)
    return _READERS[column.kind or CellKind.TEXT](plain, column, unit, organs)


def unit_of_heading(written: str, column: RegisterColumn) -> str | None:
    """The unit in the heading of ``column`` as we call it, "" if there is none; None if it does not go with the column."""
    if not written:
        return ""
    if column.kind is CellKind.MONEY:
        unit = written.removesuffix("元") + "元"
        return unit if unit in UNITS else None
    return written if column.unit and written == _half_width(column.unit).lower() else None


def is_empty(plain: str) -> bool:
    """Whether a cell says that there is nothing in it."""
    return unicodedata.normalize("NFKC", plain) in _EMPTY


def _plain(text: str) -> str:
    """Without blanks at the ends of lines and empty lines; the signs themselves stay as they are."""
    lines = (re.sub(r"[ \t\u3000\xa0]+", " ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return "\n".join(line for line in lines if line.strip("\u200b\ufeff"))


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()


def _text(text: str, *_: object) -> CellValue:
    return text


def _number(text: str, column: RegisterColumn, *_: object) -> CellValue:
    plain = _half_width(text)
    if column.unit:
        plain = plain.removesuffix(_half_width(column.unit)).rstrip()
    if not _NUMBER.fullmatch(plain):
        raise CellFault(f"写的“{text}”不是数字；请写成 1234.5 或者 1,234.5 的样子")
    return _decimal(plain)


def _money(text: str, column: RegisterColumn, unit: str, _: object) -> CellValue:
    found = _AMOUNT.fullmatch(_half_width(text))
    if not found:
        raise CellFault(f"写的“{text}”不是金额；请写成 1234.50 或者 1,234.50 的样子，可以带单位元、万元、亿元")
    own = found[2] and found[2].removesuffix("元") + "元"
    if own and unit and own != unit:
        raise CellFault(f"写的“{text}”和表头的单位“{unit}”不一样，看不出是多少；请改成一样的单位")
    target = column.unit or "元"
    return converted(_decimal(found[1]), own or unit or target, target)


def _decimal(plain: str) -> Decimal:
    whole, _, rest = plain.replace(",", "").lstrip("+-").partition(".")
    if len(whole) > _MOST_WHOLE or len(rest) > _MOST_DECIMALS:
        raise CellFault(
            f"写的“{plain[:20]}…”有 {len(whole)} 位整数、{len(rest)} 位小数；"
            f"最多 {_MOST_WHOLE} 位整数、{_MOST_DECIMALS} 位小数，编号请用文字的列，请核对"
        )
    return Decimal(plain.replace(",", ""))


def converted(amount: Decimal, unit: str, target: str) -> Decimal:
    """``amount`` of ``unit`` in the unit ``target``: only its point moves, so nothing is rounded."""
    if unit == target:
        return amount
    sign, digits, exponent = amount.as_tuple()
    assert isinstance(exponent, int)
    exponent += UNITS[unit] - UNITS[target]
    while exponent < 0 and len(digits) > 1 and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    moved = Decimal((sign, digits, exponent))
    return moved if exponent <= 0 else Decimal(int(moved))


def _day(text: str, *_: object) -> CellValue:
    moment = read_moment(text)
    if moment is None:
        raise CellFault(f"写的“{text}”不是一个存在的日期；请写成 2026-03-05、2026/3/5 或者 2026年3月5日")
    return moment.day


def _organ(text: str, _: RegisterColumn, __: str, organs: Mapping[str, Organ] | None) -> CellValue:
    if organs is None:
        return None
    found = []
    for name in _SEPARATED_NAMES.split(text):
        if name not in organs:
            near = nearest(name, dict.fromkeys(organ.name for organ in organs.values()))
            raise CellFault(
                f"写的“{name}”不在 catalogue/organs.yml 里{near}；请改用机关的全称或者简称", faults.UNKNOWN_ORGAN
            )
        found.append(organs[name])
    return tuple(dict.fromkeys(found))


def _paper(text: str, *_: object) -> CellValue:
    """Numbers in one form, titles in 《》 as they are, one a line."""
    parts = (part for part in _SEPARATED.split(text) if part)
    return "\n".join(part if "《" in part else plain_number(part) for part in parts)


def _phone(text: str, *_: object) -> CellValue:
    for part in re.split(r"\s*[、,;\n]\s*(?![^()]*\))", _half_width(text)):
        if not _TELEPHONES.fullmatch(part):
            raise CellFault(f"写的“{text}”不是电话号码；请写成 0300-5550101，几个号码用顿号隔开")
    return text.replace("\n", "、")


def _choice(text: str, column: RegisterColumn, *_: object) -> CellValue:
    by_plain = {_half_width(choice): choice for choice in column.choices}
    if (plain := _half_width(text)) in by_plain:
        return by_plain[plain]
    allowed = "、".join(column.choices)
    raise CellFault(f"写的是“{text}”；只能写：{allowed}{nearest(text, column.choices)}")


def _check_mask(text: str) -> None:
    """The message does not repeat what should not have been written."""
    plain = _half_width(text)
    joined = _JOINTS.sub("", plain)
    if not _MASK.search(joined) or _BARE.search(_MASK.sub(" ", joined)):
        raise CellFault(
            f"（{len(plain)} 个字，第一个字是“{plain[0]}”）没有遮蔽；请写成 张*、110101********1234 的样子",
            faults.REGISTER_MASK,
        )


_READERS: dict[CellKind, Callable[..., CellValue]] = {
    CellKind.TEXT: _text,
    CellKind.NUMBER: _number,
    CellKind.MONEY: _money,
    CellKind.DAY: _day,
    CellKind.ORGAN: _organ,
    CellKind.PAPER: _paper,
    CellKind.PHONE: _phone,
    CellKind.CHOICE: _choice,
}
