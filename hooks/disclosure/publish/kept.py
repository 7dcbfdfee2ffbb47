"""Folders of files in the cache that are made once: the index of the search, the files of a data set.

A folder is named by a digest of what goes into it, stands in a folder of its own kind, and is used as long as its files
are as they were written.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from disclosure.whole_files import digest_of

_KEPT = 2
"""Folders of a kind: the current one, and the one before, which another build may be copying."""

_STALE_SECONDS = 3600
_SUMS = "sums"


def kept_files(folder: Path, files: Callable[[], Iterable[tuple[str, bytes]]]) -> Mapping[str, str]:
    """Path and digest of every file in ``folder``, which holds what ``files`` gives (path and content).

    It is made if it is not there as it was made.
    """
    if not _is_whole(folder):
        _make(folder, files())
    folder.touch()
    _prune(folder)
    return _sums_of(folder)


def _make(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files beside ``folder`` and give them its name when they are whole; what is damaged there goes away.

    Another build may be doing the same: what it has finished meanwhile is as good.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-", ignore_cleanup_errors=True) as made:
        fresh = Path(made, folder.name)
        sums: list[str] = []
        for path, content in files:
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
            sums.append(f"{digest_of(content)} {path}")
        (fresh / _SUMS).write_text("\n".join(sums), encoding="utf-8")
        if not _is_whole(folder):
            with suppress(OSError):
                folder.rename(Path(made, "damaged"))
            with suppress(OSError):
                fresh.rename(folder)


def _is_whole(folder: Path) -> bool:
    """Whether every file is there as it was written."""
    try:
        sums = _sums_of(folder)
        return bool(sums) and all(digest_of((folder / path).read_bytes()) == own for path, own in sums.items())
    except (OSError, ValueError):
        return False


def _sums_of(folder: Path) -> dict[str, str]:
    """Path → digest of every file."""
    lines = (folder / _SUMS).read_text(encoding="utf-8").split("\n")
    return {path: own for own, path in (line.split(" ") for line in lines)}


def _prune(folder: Path) -> None:
    """Remove older folders of this kind, and what a build left that was cut off."""
    present = sorted(folder.parent.glob("[0-9a-f]*"), key=lambda each: each.stat().st_mtime, reverse=True)
    stale = time.time() - _STALE_SECONDS
    left = [each for each in folder.parent.glob(".new-*") if each.stat().st_mtime < stale]
    for old in (*[each for each in present if each != folder][_KEPT - 1 :], *left):
        shutil.rmtree(old, ignore_errors=True)
