"""发文字号 and 索引号 in the one form by which they are compared."""

from __future__ import annotations

import re
import unicodedata

_BRACKETED_YEAR = re.compile(r"[\[(【﹝［（〔{]((?:19|20)\d{2})[\])】﹞］）〕}]")


def plain_number(text: str) -> str:
    """A 发文字号 or 索引号 without blanks and with six-cornered brackets around the year.

    Pages show 〔2024〕, [2024], (2024), 【2024】, ﹝2024﹞; all mean the same number.
    """
    compact = re.sub(r"[\s\u200b]", "", unicodedata.normalize("NFC", text)).translate(_HALF_WIDTH)
    return _BRACKETED_YEAR.sub(r"〔\1〕", compact)


_FULL_WIDTH = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ／－"
_HALF_WIDTH = str.maketrans(_FULL_WIDTH, unicodedata.normalize("NFKC", _FULL_WIDTH))
