"""Files that are written whole or not at all, and contents that can be told to be as they were written."""

from __future__ import annotations

import os
import shutil
from hashlib import blake2b
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write by renaming, so that nobody ever sees half of it; a file that is there keeps its permissions."""
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        partial.write_bytes(content)
        if file.exists():
            shutil.copymode(file, partial)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def digest_of(content: bytes) -> str:
    """The digest by which contents of files are compared."""
    return blake2b(content, digest_size=20).hexdigest()


def sealed(content: bytes) -> bytes:
    """``content`` under its digest."""
    return digest_of(content).encode() + b"\n" + content


def opened(written: bytes) -> bytes:
    """What was :func:`sealed`; ValueError if it is not as it was written."""
    own, _, content = written.partition(b"\n")
    if digest_of(content).encode() != own:
        raise ValueError("damaged")
    return content
