"""New files for editors to fill in: written whole, and never over one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class NewFileError(Exception):
    """The files cannot be written; the message says why, in words for editors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFiles:
    """Files to write, by path from the column's root.

    ``to_do`` says what a person has to do with them, a sentence each; ``taken`` are paths that must be free as well,
    because what lies there stands in the same place of the site.
    """

    files: Mapping[str, bytes]
    to_do: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


def write_new(root: Path, new: NewFiles) -> None:
    """Write the files below ``root``; if any of them is there already, none, and NewFileError."""
    for path in (*new.files, *new.taken):
        if (root / path).exists():
            raise NewFileError(f"{path} 已经有了，没有改动；要重新写的，请先把它移走")
    for path, content in new.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
