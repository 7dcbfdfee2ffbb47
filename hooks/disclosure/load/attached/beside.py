"""Which files are read, which of them were read before, and who reads the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from disclosure.load.attached.gathering import FILE_BYTES, NeedsGuard
from disclosure.load.attached.guard import read_guarded
from disclosure.load.attached.kept import KeptFiles
from disclosure.load.attached.reading import read_file
from disclosure.model import AttachedFile

_MANY = 40
"""From so many files on, several processes are faster than one, although they take a moment to start."""

_CLOSED = "文件打不开；请检查它是否被别的程序占用"
_TOO_LARGE = f"文件超过 {FILE_BYTES // 1024 // 1024} MB，没有读；请拆成几个小文件"


def read_attached(root: Path, paths: Iterable[str], cache: Path | None = None) -> dict[str, AttachedFile]:
    """What stands in the files at ``paths`` below ``root``; what was read is kept in the folder ``cache``, if there is one."""
    found: dict[str, AttachedFile] = {}
    missing: list[str] = []
    kept = KeptFiles(cache / "attached") if cache else None
    places: dict[str, Path] = {}
    for path in sorted(set(paths)):
        try:
            if (root / path).stat().st_size > FILE_BYTES:
                found[path] = AttachedFile(path=path, faults=(_TOO_LARGE,))
                continue
            if kept:
                places[path] = kept.place_of(path, (root / path).read_bytes())
        except OSError:
            found[path] = AttachedFile(path=path, faults=(_CLOSED,))
            continue
        before = kept.get(places[path], path, partial(_read_alone, root, path)) if kept else None
        if before:
            found[path] = before
        else:
            missing.append(path)
    for file, is_whole in _read(root, missing):
        found[file.path] = file
        if kept and is_whole:
            again = partial(_read_alone, root, file.path)
            found[file.path] = kept.put(places[file.path], file, again) or file
    if kept:
        kept.prune()
    return dict(sorted(found.items()))


def _read(root: Path, paths: Sequence[str]) -> Iterator[tuple[AttachedFile, bool]]:
    """What is in the files, each with whether reading it came to an end (another time it might)."""
    guarded: list[str] = []
    for path in paths:
        if len(paths) >= _MANY:
            guarded.append(path)
            continue
        try:
            yield read_file(path, (root / path).read_bytes(), is_guarded=False), True
        except NeedsGuard:
            guarded.append(path)
        except OSError:
            yield AttachedFile(path=path, faults=(_CLOSED,)), False
    yield from read_guarded(root, guarded)


def _read_alone(root: Path, path: str) -> AttachedFile:
    return next(file for file, _ in _read(root, [path]))
