"""The process that reads files nobody vouches for: a place in a line on its input, what stands there in a line on its output.

Started by guard.py, which ends it when it takes too long.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

from disclosure.load.attached.kept import as_bytes
from disclosure.load.attached.reading import read_file

_MEMORY = 3 * 1024 * 1024 * 1024


def main() -> None:
    """Answer until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    for line in sys.stdin.buffer:
        place, path = json.loads(line)
        file = read_file(path, Path(place).read_bytes(), is_guarded=True)
        answers.write(json.dumps(as_bytes(file).decode()).encode() + b"\n")
        answers.flush()


def _limit_memory() -> None:
    """Fail in words when a file wants all the memory, where the system can do that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
