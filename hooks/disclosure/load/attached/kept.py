"""What was read of files, kept in a folder: a file that has not changed is read once.

The name of a kept file is a digest of the content of the file that was read, of its ending, and of the readers: their source
and the versions of what they use.  The folder may be deleted or damaged at any time; then files are read again.
"""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable, Collection, Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from disclosure.load.attached.sniffing import ending_of
from disclosure.model import AttachedFile, AttachedText, AttachedTrait, Trait
from disclosure.whole_files import opened, sealed, write_whole

_LIBRARIES = ("olefile", "pypdfium2", "xlrd")
_KEEP_SECONDS = 24 * 3600
_DIGEST = 20


class KeptFiles:
    """The folder of what was read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._readers = _digest_of_readers()
        self._used: set[Path] = set()

    def place_of(self, path: str, data: bytes) -> Path:
        """Where what is read of the file ``path`` with the content ``data`` is kept."""
        digest = blake2b(data, key=self._readers, digest_size=_DIGEST)
        digest.update(ending_of(path).encode("utf-8", "replace"))
        name = digest.hexdigest()
        place = self._folder / name[:2] / f"{name}.json"
        self._used.add(place)
        return place

    def get(self, place: Path, path: str, again: Callable[[], AttachedFile]) -> AttachedFile | None:
        """What is kept at ``place`` as the file ``path``; None if it is not there as it was written.

        The texts stay on the disk; ``again`` reads the file anew if these are gone when they are wanted.
        """
        try:
            head = _head_and_texts(opened(place.read_bytes()))[0]
            return _file_of(head, path, _KeptTexts(place, json.loads(head)["texts"], again))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, place: Path, file: AttachedFile, again: Callable[[], AttachedFile]) -> AttachedFile | None:
        """Keep ``file`` at ``place``, and what :meth:`get` then gives; a folder that cannot be written to is no fault."""
        content = as_bytes(file)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, sealed(content))
        except OSError:
            return None
        return self.get(place, file.path, again)

    def prune(self) -> None:
        """Remove what no check has needed for a day, once it is more than what is needed."""
        present = list(self._folder.glob("??/*"))
        if len(present) <= 2 * len(self._used) + 100:
            return
        oldest_kept = time.time() - _KEEP_SECONDS
        for file in present:
            if file not in self._used and file.stat().st_mtime < oldest_kept:
                file.unlink(missing_ok=True)


class _KeptTexts(Collection[AttachedText]):
    """The texts of a kept file, read from the disk each time: those of a large column together fill the memory."""

    def __init__(self, place: Path, count: int, again: Callable[[], AttachedFile]) -> None:
        self._place = place
        self._count = count
        self._again = again

    def __iter__(self) -> Iterator[AttachedText]:
        try:
            texts: Collection[AttachedText] = _texts_in(_head_and_texts(opened(self._place.read_bytes()))[1])
        except (OSError, ValueError, TypeError):
            texts = self._again().texts
        return iter(texts)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, text: object) -> bool:
        return any(text == each for each in self)


def as_bytes(file: AttachedFile) -> bytes:
    """``file`` as two lines of JSON: what there is to know of it, and its texts."""
    head = {
        "format": file.format,
        "faults": file.faults,
        "traits": [(each.trait.name, each.what) for each in file.traits],
        "texts": len(file.texts),
    }
    texts = [(each.where, each.text, int(each.is_hidden), each.heading) for each in file.texts]
    return b"\n".join(_json(each) for each in (head, texts))


def from_bytes(content: bytes, path: str) -> AttachedFile:
    """The file ``path`` from its two lines."""
    head, texts = _head_and_texts(content)
    return _file_of(head, path, _texts_in(texts))


def _file_of(head: bytes, path: str, texts: Collection[AttachedText]) -> AttachedFile:
    written = json.loads(head)
    return AttachedFile(
        path=path,
        format=written["format"],
        faults=tuple(written["faults"]),
        traits=tuple(AttachedTrait(Trait[trait], what) for trait, what in written["traits"]),
        texts=texts,
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _texts_in(line: bytes) -> tuple[AttachedText, ...]:
    return tuple(AttachedText(where, text, bool(hidden), heading) for where, text, hidden, heading in json.loads(line))


def _head_and_texts(content: bytes) -> tuple[bytes, bytes]:
    head, texts = content.split(b"\n", 1)
    return head, texts


def _digest_of_readers() -> bytes:
    """Digest of the readers' source and of the versions of what they use."""
    digest = blake2b(f"{platform.python_version()}\n".encode(), digest_size=32)
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.digest()
