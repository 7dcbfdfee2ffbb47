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
    rest: np.ndarray = numbers.astype(np.uint32 if int(numbers.max()) < 1 << 32 else np.uint64)
    highest = int(rest.max())
    lengths = np.ones(len(rest), np.uint8)
    limit = 32
    while limit <= highest:
        lengths += rest >= limit
        limit <<= 5
    after = np.cumsum(lengths, dtype=np.int64)
    out = np.empty(int(after[-1]), np.uint8)
    place = after - lengths
    while True:
        follows = lengths > 1
        out[place] = _DIGITS[(rest & 31).astype(np.uint8) | follows.astype(np.uint8) << 5]
        if not follows.any():
            break
        place, rest, lengths = place[follows] + 1, rest[follows] >> 5, lengths[follows] - 1
    text = out.tobytes().decode("ascii")
    stops = np.concatenate(([0], after))[ends].tolist()
    return [text[start:stop] for start, stop in zip([0, *stops[:-1]], stops, strict=True)]


def one(numbers: np.ndarray | list[int]) -> str:
    """``numbers`` in one piece."""
    array = np.asarray(numbers, np.int64)
    return written(array, np.array([len(array)]))[0]
