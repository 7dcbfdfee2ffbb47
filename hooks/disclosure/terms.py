"""How the vocabulary is declared: a dataclass field that editors write is a :class:`Term`."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any


class Kind(enum.Enum):
    """How a value is written; each kind has one converter (load) and one schema (authoring)."""

    TEXT = enum.auto()
    TEXTS = enum.auto()
    PROSE = enum.auto()
    NUMBERS = enum.auto()
    YEAR = enum.auto()
    ID = enum.auto()
    PAPER_NUMBER = enum.auto()
    FILE = enum.auto()
    DAY = enum.auto()
    DAYS = enum.auto()
    YES_NO = enum.auto()
    CHOICE = enum.auto()
    CHOICES = enum.auto()
    DAY_OR_CHOICE = enum.auto()
    ORGAN = enum.auto()
    ORGANS = enum.auto()
    THEME = enum.auto()
    GENRE = enum.auto()
    RECORD = enum.auto()
    RECORDS = enum.auto()
    ROWS = enum.auto()


MANY = frozenset({Kind.TEXTS, Kind.DAYS, Kind.CHOICES, Kind.ORGANS, Kind.RECORDS, Kind.ROWS})
"""Kinds whose value is a tuple; an omitted one is empty."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the vocabulary; ``columns`` name the numbers of a row, in order."""

    key: str
    kind: Kind
    meaning: str
    required: bool = False
    norm: str = ""
    choices: type[enum.StrEnum] | None = None
    record: type | None = None
    columns: tuple[str, ...] = ()


def term(
    key: str,
    kind: Kind,
    meaning: str,
    *,
    required: bool = False,
    norm: str = "",
    choices: type[enum.StrEnum] | None = None,
    record: type | None = None,
    columns: tuple[str, ...] = (),
) -> Any:
    """A dataclass field that editors write under the Chinese ``key``."""
    default: Any = MISSING if required else (() if kind in MANY else None)
    return field(default=default, metadata={"term": Term(key, kind, meaning, required, norm, choices, record, columns)})


@cache
def terms(noun: type) -> Mapping[str, Term]:
    """The terms of ``noun`` by code name, in the order of declaration."""
    return {entry.name: entry.metadata["term"] for entry in fields(noun) if "term" in entry.metadata}


def label(noun: type, name: str) -> str:
    """The Chinese label of the field ``name``."""
    return terms(noun)[name].key
