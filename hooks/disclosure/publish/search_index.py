"""The files of the search: the index, kept while nothing that search can find changes."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from disclosure.derive.findable import Findable
from disclosure.publish.output import Output
from disclosure.search.files import index_files, version_of

FOLDER = "search/data/"
_KEPT = 2
"""Indexes in the cache: the current one, and the one before, which another build may be copying."""

_STALE_SECONDS = 3600
_SUMS = "sums"


def search_outputs(findables: Sequence[Findable], synonyms: Sequence[Sequence[str]], cache: Path) -> Iterator[Output]:
    """Every file of the index of ``findables``, made in ``cache`` if it is not there as it was made."""
    version = version_of(findables, synonyms)
    folder = cache / "search" / version
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder, findables, synonyms, version)
    folder.touch()
    _prune(folder)
    for path in _sums_of(folder):
        yield Output(FOLDER + path, file=folder / path)


def _make(folder: Path, findables: Sequence[Findable], synonyms: Sequence[Sequence[str]], version: str) -> None:
    """Write the index beside ``folder`` and give it its name when it is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-", ignore_cleanup_errors=True) as made:
        fresh = Path(made, version)
        (fresh / version).mkdir(parents=True)
        sums: list[str] = []
        for path, content in index_files(findables, synonyms, version):
            (fresh / path).write_bytes(content)
            sums.append(f"{_sum(content)} {path}")
        (fresh / _SUMS).write_text("\n".join(sums), encoding="utf-8")
        if not folder.is_dir():
            fresh.replace(folder)


def _is_whole(folder: Path) -> bool:
    """Whether every file is there as it was written."""
    try:
        sums = _sums_of(folder)
        return bool(sums) and all(_sum((folder / path).read_bytes()) == own for path, own in sums.items())
    except (OSError, ValueError):
        return False


def _sums_of(folder: Path) -> dict[str, str]:
    """Path → digest of every file of an index."""
    lines = (folder / _SUMS).read_text(encoding="utf-8").split("\n")
    return {path: own for own, path in (line.split(" ") for line in lines)}


def _sum(content: bytes) -> str:
    return blake2b(content, digest_size=10).hexdigest()


def _prune(folder: Path) -> None:
    """Remove older indexes, and what a build left that was cut off."""
    present = sorted(folder.parent.glob("[0-9a-f]*"), key=lambda each: each.stat().st_mtime, reverse=True)
    stale = time.time() - _STALE_SECONDS
    left = [each for each in folder.parent.glob(".new-*") if each.stat().st_mtime < stale]
    for old in (*[each for each in present if each != folder][_KEPT - 1 :], *left):
        shutil.rmtree(old, ignore_errors=True)
