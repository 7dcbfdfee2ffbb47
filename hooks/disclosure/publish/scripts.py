"""Scripts that are made of parts: one small file each, so that a page asks once instead of several times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rjsmin import jsmin

SEARCH_SCRIPT = "assets/js/search.js"
SEARCH_PARTS = ("words", "data", "exact", "rank", "engine", "help", "filters", "answer", "page")
"""Files of overrides/search/ in the order in which they need each other."""

TABLE_SCRIPT = "assets/js/table.js"
TABLE_PARTS = ("rows", "controls", "address", "state", "table")
"""Files of overrides/table/ in the order in which they need each other."""


def search_script(lunr: Path, folder: Path, parts: Sequence[str] = SEARCH_PARTS) -> bytes:
    """lunr.js of the host and the ``parts`` in ``folder``, without comments but those that name a licence."""
    engine = lunr.read_text(encoding="utf-8")
    head = engine[: engine.index("*/") + 2]
    return _joined((head, _lean(engine), *_parts(folder, parts)))


def table_script(folder: Path) -> bytes:
    """What makes tables of data sortable and filterable, of its parts in ``folder``."""
    return _joined(_parts(folder, TABLE_PARTS))


def _parts(folder: Path, parts: Sequence[str]) -> Iterable[str]:
    return (_lean((folder / f"{part}.js").read_text(encoding="utf-8")) for part in parts)


def _lean(script: str) -> str:
    return str(jsmin(script, keep_bang_comments=True)).strip()


def _joined(scripts: Iterable[str]) -> bytes:
    return "\n".join([*scripts, ""]).encode()
