"""The site appears whole or not at all: a finished folder takes the place of the old one by renaming."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TRIES = 5
_STALE_SECONDS = 3600


@contextmanager
def new_site(site: Path) -> Iterator[Path]:
    """Give a new empty folder beside ``site``; when the block ends well it becomes ``site``, otherwise it is removed.

    A failure at any moment leaves the old site, or (between two renames) a complete copy that the next build puts back.
    Where ``site`` is a symbolic link, the folder it leads to is replaced.
    """
    site = site.resolve()
    _recover(site)
    fresh = _beside(site, "new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        _replace(site, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace(site: Path, fresh: Path) -> None:
    """Put ``fresh`` in the place of ``site``; another build may do the same at this moment, the last one wins."""
    old = _beside(site, "old")
    for attempt in range(_TRIES):
        _remove(old)
        try:
            if site.exists():
                site.rename(old)
            fresh.rename(site)
            break
        except OSError:
            if attempt == _TRIES - 1:
                _recover(site)
                raise
    _remove(old)


def _recover(site: Path) -> None:
    """Put back the old site if an earlier build was cut off between the two renames, and clear away what it left."""
    for left in sorted(site.parent.glob(f".{site.name}.*-*")):
        with suppress(OSError):
            if not site.exists() and left.name.startswith(f".{site.name}.old-"):
                left.rename(site)
            elif time.time() - left.stat().st_ctime > _STALE_SECONDS:
                _remove(left)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}-{os.getpid()}")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
