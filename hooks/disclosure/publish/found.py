"""What was found in files of the site, kept in the cache, so that only files that changed are looked through again.

Another engine may look in another way: it asks anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from disclosure.publish.cache import digest_of_engine
from disclosure.whole_files import digest_of, opened, sealed, write_whole

_KEPT = 4
"""Questions whose answers are kept; another one is asked when what is looked for has changed."""


class FoundBefore:
    """Answers by question in a folder of the cache, each file under its own digest."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "found"
        self._engine = digest_of_engine().hex()

    def recall(self, question: str) -> Mapping[str, tuple[int, ...]]:
        """What was found when ``question`` was asked, by digest of the file; nothing if that is not as it was written."""
        try:
            found = json.loads(opened(self._file_of(question).read_bytes()))
        except (OSError, ValueError):
            return {}
        return {digest: tuple(numbers) for digest, numbers in found.items()}

    def keep(self, question: str, found: Mapping[str, tuple[int, ...]]) -> None:
        """Remember what was found instead of what was remembered before."""
        self._folder.mkdir(parents=True, exist_ok=True)
        written = json.dumps(dict(sorted(found.items())), separators=(",", ":")).encode()
        write_whole(self._file_of(question), sealed(written))
        others = sorted(self._folder.glob("*.found"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in others[_KEPT:]:
            old.unlink(missing_ok=True)

    def _file_of(self, question: str) -> Path:
        return self._folder / f"{digest_of(f'{self._engine} {question}'.encode())}.found"
