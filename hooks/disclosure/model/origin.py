"""Where things were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a thing was written: the file, and the line of each key (by code name)."""

    path: str
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line of the field ``name``, or of the whole thing if the field was not written."""
        return self.lines.get(name, self.line)
