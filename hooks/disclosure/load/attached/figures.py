"""Numbers in workbooks as people read them: all digits, no exponent, days as days."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_DAYS = range(1, 2_950_000)
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_TOO_LARGE = 40
_LONGEST = 255


def number_as_text(value: str | float) -> str:
    """``value`` written out: 1.38E10 is 13800000000, and what is only the noise of binary fractions goes."""
    try:
        number = Decimal(value) if isinstance(value, str) else Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    if not number.is_finite() or number.adjusted() > _TOO_LARGE:
        return str(value)
    if number != number.to_integral_value():
        number = Decimal(f"{float(number):.15g}")
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def is_date_format(number: int, code: str = "") -> bool:
    """Whether a number format shows days."""
    if number in _DATE_FORMATS:
        return True
    bare = _QUOTED.sub("", code[:_LONGEST]).lower()
    return any(sign in bare for sign in "yd年月日") and "general" not in bare


def day_as_text(value: str | float, *, is_1904: bool = False) -> str:
    """The day that a serial number stands for, or the number itself."""
    try:
        serial = float(value)
    except ValueError:
        return str(value)
    if int(serial) not in _DAYS:
        return number_as_text(value)
    day = (_EPOCH_1904 if is_1904 else _EPOCH) + dt.timedelta(days=int(serial))
    return day.isoformat()
