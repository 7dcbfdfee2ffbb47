"""How items read when they are written as one term."""

from __future__ import annotations

from disclosure.search.signs import CLASS_OF, SIGN

STOP, SEAM = ",", "-"
"""Stands for punctuation between two items; follows a number or a word when the next item follows directly.

Both are less than any sign of a unit, STOP the least, so that terms sort like their items one by one.
"""

Lines = tuple[list[str], list[str]]
"""Terms in the order of JavaScript strings, and what is to be known of each."""


def heads(items: str) -> tuple[str, str]:
    """What ``items`` are written like before another unit: after punctuation, and directly."""
    return items + STOP, items if CLASS_OF[ord(items[-1])] == SIGN else items + SEAM
