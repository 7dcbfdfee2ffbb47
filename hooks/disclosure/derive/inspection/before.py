"""What the report before this one said: for telling what is new, what was mended, and since when a finding is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as an earlier report listed it: since when it is known, and what it said."""

    since: dt.date
    organ: str
    path: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The findings of the report of ``day`` by key, and how each indicator stood, by set and id."""

    day: dt.date
    findings: Mapping[str, Seen] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
