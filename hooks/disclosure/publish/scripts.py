"""The search's script: lunr.js of the host and our own parts in one small file, so that a page asks once instead of eight times."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rjsmin import jsmin

SEARCH_SCRIPT = "assets/js/search.js"
PARTS = ("words", "data", "exact", "rank", "engine", "help", "filters", "answer", "page")
"""Files of overrides/search/ in the order in which they need each other."""


def search_script(lunr: Path, folder: Path, parts: Sequence[str] = PARTS) -> bytes:
    """lunr.js and the ``parts`` in ``folder``, without comments but those that name a licence."""
    engine = lunr.read_text(encoding="utf-8")
    head = engine[: engine.index("*/") + 2]
    own = [(folder / f"{part}.js").read_text(encoding="utf-8") for part in parts]
    lean = [jsmin(script, keep_bang_comments=True).strip() for script in (engine, *own)]
    return "\n".join([head, *lean, ""]).encode()
