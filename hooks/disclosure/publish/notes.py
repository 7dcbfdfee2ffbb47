"""What lies beside a rendered page in the cache: its digest, and what rules ask about it.

The note begins with a digest of page and facts together, so that a page or a note that was damaged is no longer used.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from disclosure.site import Facts, LinkKind, PageFacts
from disclosure.whole_files import digest_of, opened, sealed


def note_of(file: Path) -> Path:
    """The file of the note on the page in ``file``."""
    return file.with_suffix(".facts")


def written_note(page: bytes, facts: Facts) -> bytes:
    """The note on ``page``."""
    said = facts.page or PageFacts()
    whole = [facts.links, facts.numeric, [getattr(said, each.name) for each in fields(PageFacts)]]
    written = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return sealed(digest_of(page).encode() + b"\n" + written)


def sum_of(file: Path) -> str | None:
    """The digest of the page in ``file``; None if the page or the note on it is not there as it was written."""
    try:
        own = opened(note_of(file).read_bytes()).partition(b"\n")[0].decode()
        return own if digest_of(file.read_bytes()) == own else None
    except (OSError, ValueError):
        return None


def facts_in_note(file: Path) -> Facts:
    """What rules ask about the page in ``file``, whose note is whole."""
    return _facts(json.loads(note_of(file).read_bytes().split(b"\n", 2)[2]))


def _facts(whole: list[Any]) -> Facts:
    links, numeric, said = whole
    values = {each.name: _shared(value) for each, value in zip(fields(PageFacts), said, strict=True)}
    return Facts(
        links={LinkKind(kind): _shared(targets) for kind, targets in links.items()},
        numeric=tuple(numeric),
        page=PageFacts(**values),
    )


def _shared(value: Any) -> Any:
    """``value`` with texts that are kept once, however many pages say the same."""
    match value:
        case str():
            return sys.intern(value)
        case list():
            return tuple(map(sys.intern, value))
    return value
