"""The files of the search: the index, kept while nothing that search can find changes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.derive.findable import Findable
from disclosure.publish.output import Output
from disclosure.search.files import index_files, version_of

FOLDER = "search/data/"
_KEPT = 2
"""Indexes in the cache: the current one, and the one before, which another build may be copying."""


def search_outputs(findables: Sequence[Findable], synonyms: Sequence[Sequence[str]], cache: Path) -> Iterator[Output]:
    """Every file of the index of ``findables``, made in ``cache`` if it is not there."""
    version = version_of(findables, synonyms)
    folder = cache / "search" / version
    if not folder.is_dir():
        _make(folder, findables, synonyms, version)
    folder.touch()
    _prune(folder)
    for file in sorted(folder.rglob("*.js")):
        yield Output(FOLDER + file.relative_to(folder).as_posix(), file=file)


def _make(folder: Path, findables: Sequence[Findable], synonyms: Sequence[Sequence[str]], version: str) -> None:
    """Write the index beside ``folder`` and give it its name when it is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as made:
        fresh = Path(made, version)
        (fresh / version).mkdir(parents=True)
        for path, content in index_files(findables, synonyms, version):
            (fresh / path).write_bytes(content)
        if not folder.is_dir():
            fresh.replace(folder)


def _prune(folder: Path) -> None:
    """Remove older indexes."""
    present = sorted(folder.parent.glob("[0-9a-f]*"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in [each for each in present if each != folder][_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
