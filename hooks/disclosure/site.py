"""The finished site as rules see it: every file with what it says of itself and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltFile:
    """A file of the site: its path there and its size in bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """All files of a site by path."""

    files: Mapping[str, BuiltFile]
