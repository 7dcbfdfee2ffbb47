"""What to say about names: those that are not known, those that stand twice."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


def nearest(text: str, names: Iterable[str]) -> str:
    """The end of a message about an unknown name: the known one that is most like it, if any is."""
    close = difflib.get_close_matches(text, list(names), n=1, cutoff=0.4)
    return f"；最接近的是“{close[0]}”" if close else ""


def unknown_key(key: str, known: list[str]) -> str:
    """What is wrong with a key that is not among the ``known`` ones, and what to do."""
    hint = nearest(key, known)
    allowed = "" if hint else f"；可以用的键有：{'、'.join(known)}"
    return f"不认识的键“{key}”{hint}{allowed}；请改正，或者删去这一行"


def first_repeated(values: Sequence[object]) -> int | None:
    """The place of the first value that stands before it already."""
    return next((place for place, value in enumerate(values) if value in values[:place]), None)
