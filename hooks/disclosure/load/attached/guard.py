"""Files that may hang or crash a reader are read in processes of their own, several at a time, and only so long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from disclosure.load.attached.kept import from_bytes
from disclosure.model import AttachedFile

_SECONDS = 120
_PROCESSES = 8
_TOO_LONG = f"读了 {_SECONDS} 秒还没有读完；请拆成几个小文件，或者重新生成后上传"
_STOPPED = "读到一半读不下去，文件多半太大或者已经损坏；请重新生成后上传"
_PACKAGE = Path(__file__).parents[3]


def read_guarded(root: Path, paths: Sequence[str]) -> Iterator[tuple[AttachedFile, bool]]:
    """The files at ``paths`` below ``root`` as they are read, each with whether reading it came to an end."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    answers: SimpleQueue[tuple[AttachedFile, bool]] = SimpleQueue()
    count = min(os.cpu_count() or 1, _PROCESSES, len(paths))
    threads = [threading.Thread(target=_work, args=(root, waiting, answers), daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    for _ in paths:
        yield answers.get()
    for thread in threads:
        thread.join()


def _work(root: Path, waiting: SimpleQueue[str], answers: SimpleQueue[tuple[AttachedFile, bool]]) -> None:
    """Have one process read what is waiting; one that stopped is followed by a new one."""
    process: _Process | None = None
    while path := _next(waiting):
        try:
            process = process or _Process()
            answer, is_whole = process.read(root, path), process.is_alive
        except (OSError, ValueError, KeyError, TypeError):  # no process can be started, or it answers nonsense
            answer, is_whole = AttachedFile(path=path, faults=(_STOPPED,)), False
        answers.put((answer, is_whole))
        if process and not is_whole:
            process.close()
            process = None
    if process:
        process.close()


def _next(waiting: SimpleQueue[str]) -> str | None:
    try:
        return waiting.get_nowait()
    except Empty:
        return None


class _Process:
    """A process that reads one file after another."""

    def __init__(self) -> None:
        beside = os.pathsep.join([str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "disclosure.load.attached.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": beside},
        )
        self.is_alive = True

    def read(self, root: Path, path: str) -> AttachedFile:
        """What is in a file, or why the process could not say."""
        assert self._process.stdin and self._process.stdout
        timer = threading.Timer(_SECONDS, self._process.kill)
        timer.start()
        try:
            self._process.stdin.write(json.dumps([str((root / path).absolute()), path]).encode() + b"\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except OSError:
            answer = b""
        is_in_time = timer.is_alive()
        timer.cancel()
        if answer.endswith(b"\n"):
            return from_bytes(json.loads(answer).encode(), path)
        self.is_alive = False
        return AttachedFile(path=path, faults=(_STOPPED if is_in_time else _TOO_LONG,))

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()
