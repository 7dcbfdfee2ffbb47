"""The site appears whole or not at all: a finished folder takes the place of the old one by renaming."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_site(site: Path) -> Iterator[Path]:
    """Give a new empty folder beside ``site``; when the block ends well it becomes ``site``, otherwise it is removed.

    A failure at any moment leaves the old site, or (between two renames) a complete copy under the name that
    :func:`_recover` knows.
    """
    _recover(site)
    fresh = site.with_name(f".{site.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        _replace(site, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace(site: Path, fresh: Path) -> None:
    old = _old(site)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(site: Path) -> None:
    """Put back the old site if an earlier build was cut off between the two renames."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")
