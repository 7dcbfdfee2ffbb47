"""Whole numbers as text, few signs for small ones: five bits a sign, lowest first, ``a``-like signs from 32 on say that more follows.

Readable by a short loop in any browser, and safe inside a JavaScript string.
"""

from __future__ import annotations

import numpy as np

DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_DIGITS = np.frombuffer(DIGITS, np.uint8)


def written(numbers: np.ndarray, ends: np.ndarray) -> list[str]:
    """``numbers`` (not negative) in pieces: the n-th piece ends before index ``ends[n]``."""
    numbers = numbers.astype(np.int64)
    lengths = np.ones(len(numbers), np.int64)
    more = numbers >> 5
    while more.any():
        lengths += more > 0
        more >>= 5
    after = np.cumsum(lengths)
    out = np.zeros(int(after[-1]) if len(after) else 0, np.uint8)
    place = after - lengths
    rest = numbers
    for digit in range(int(lengths.max(initial=1))):
        here = lengths > digit
        last = lengths[here] == digit + 1
        out[place[here] + digit] = _DIGITS[(rest[here] & 31) + np.where(last, 0, 32)]
        rest = rest >> 5
    text = out.tobytes().decode("ascii")
    stops = np.concatenate(([0], after))[ends].tolist()
    return [text[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


def one(numbers: np.ndarray | list[int]) -> str:
    """``numbers`` in one piece."""
    array = np.asarray(numbers, np.int64)
    return written(array, np.array([len(array)]))[0]
