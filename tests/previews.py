"""A running preview, asked as a browser asks it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 40.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def wait_until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline, "the preview did not get there in time"
        time.sleep(0.2)


@contextmanager
def preview(root: Path, log: Path, *command: str) -> Iterator[str]:
    """A running preview of the column at ``root``; gives its address."""
    port = free_port()
    flag = {"disclosure": "--address", "mkdocs": "--dev-addr"}[command[0]]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, flag, f"127.0.0.1:{port}"],
            cwd=root, stdout=out, stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}/zfxxgk/"
            wait_until(lambda: bool(fetch(address)))
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)
