"""Words that are printed, without what is private in what they repeat from the input."""

from __future__ import annotations

import re

from disclosure.measures.private.finder import is_worth_a_look, private_in
from disclosure.measures.private.kinds import Found, Kind

_NUMBERS = (Kind.RESIDENT_ID, Kind.BANK_CARD, Kind.MOBILE)
_MAY_HOLD = re.compile(r"\d(?:\D{0,3}\d){9}")


def discreet(words: str) -> str:
    """``words`` with the masks of ID, card and mobile numbers in place of these."""
    return _masked(words, private_in(words), _NUMBERS) if _MAY_HOLD.search(words) else words


def discreet_title(title: str) -> str:
    """``title`` of a text with masks in place of everything private, as reports show it before it is mended."""
    return _masked(title, private_in(title), tuple(Kind)) if is_worth_a_look(title) else title


def _masked(words: str, found: tuple[Found, ...], kinds: tuple[Kind, ...]) -> str:
    for each in reversed(found):
        if each.kind in kinds:
            words = words[: each.start] + each.mask + words[each.end :]
    return words
