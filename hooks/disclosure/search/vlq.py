"""Whole numbers as text, few signs for small ones: five bits a sign, lowest first, ``a``-like signs from 32 on say that more follows.

Readable by a short loop in any browser, and safe inside a JavaScript string.
"""

from __future__ import annotations

import numpy as np

DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_DIGITS = np.frombuffer(DIGITS, np.uint8)


def written(numbers: np.ndarray, ends: np.ndarray) -> list[str]:
    """``numbers`` (not negative) in pieces: the n-th piece ends before index ``ends[n]``."""
    if not len(numbers):
        return [""] * len(ends)
    highest = int(numbers.max())
    lengths = np.ones(len(numbers), np.int8)
    limit = 32
    while limit <= highest:
        lengths += numbers >= limit
        limit <<= 5
    after = np.cumsum(lengths, dtype=np.int64)
    out = np.empty(int(after[-1]), np.uint8)
    place, rest = after - lengths, numbers
    while True:
        is_last = lengths == 1
        out[place] = _DIGITS[(rest & 31) + np.where(is_last, 0, 32)]
        if is_last.all():
            break
        longer = ~is_last
        place, rest, lengths = place[longer] + 1, rest[longer] >> 5, lengths[longer] - 1
    text = out.tobytes().decode("ascii")
    stops = np.concatenate(([0], after))[ends].tolist()
    return [text[start:stop] for start, stop in zip([0, *stops[:-1]], stops, strict=True)]


def one(numbers: np.ndarray | list[int]) -> str:
    """``numbers`` in one piece."""
    array = np.asarray(numbers, np.int64)
    return written(array, np.array([len(array)]))[0]
