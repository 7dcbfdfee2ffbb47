"""Words that are printed, without the numbers of persons that they repeat from the input."""

from __future__ import annotations

import re

from disclosure.measures.private.finder import private_in
from disclosure.measures.private.kinds import Kind

_NUMBERS = (Kind.RESIDENT_ID, Kind.BANK_CARD, Kind.MOBILE)
_MAY_HOLD = re.compile(r"\d(?:\D{0,3}\d){9}")


def discreet(words: str) -> str:
    """``words`` with the masks of ID, card and mobile numbers in place of these."""
    if not _MAY_HOLD.search(words):
        return words
    for found in reversed(private_in(words)):
        if found.kind in _NUMBERS:
            words = words[: found.start] + found.mask + words[found.end :]
    return words
