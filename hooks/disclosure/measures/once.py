"""A measure that several rules and the report ask of the same column is taken once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from disclosure.column import Column

_Measure = TypeVar("_Measure")


def once(measure: Callable[[Column], _Measure]) -> Callable[[Column], _Measure]:
    """``measure`` that remembers what it found in the last column it was asked about."""
    last: list[tuple[Column, _Measure]] = []

    @wraps(measure)
    def remembered(column: Column) -> _Measure:
        if not last or last[0][0] is not column:
            last[:] = [(column, measure(column))]
        return last[0][1]

    return remembered
