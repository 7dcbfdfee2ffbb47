"""Ctrl-C: the command ends at once, says so, and leaves the site as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import example_at
from disclosure.publish.interrupts import postponed_interrupts
from trees import tree


def interrupted(root: Path, *command: str, when: Callable[[], bool]) -> tuple[int, str]:
    """Run a command, and send what a terminal sends on Ctrl-C to all of its processes; its exit code and complaints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "disclosure", *command],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        end = time.monotonic() + 60
        while not when():
            assert process.poll() is None and time.monotonic() < end, "it ended before anybody could interrupt it"
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, complaints = process.communicate(timeout=30)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, complaints


@pytest.mark.parametrize("command", ["build", "report"])
def test_a_command_interrupted_while_processes_render_ends_and_changes_nothing(command: str, tmp_path: Path) -> None:
    root = example_at(tmp_path / "column")
    (root / "site").mkdir()
    (root / "site/index.html").write_text("<p>the old one</p>", encoding="utf-8")
    before, pages = tree(root / "site"), root / ".cache/disclosure"
    code, complaints = interrupted(root, command, when=lambda: next(pages.glob("??/*.html"), None) is not None)
    assert (code, complaints) == (2, "已经停下；原来的网站和报告没有改动\n")
    assert tree(root / "site") == before
    assert not (root / "report").exists()
    assert not [path.name for path in root.iterdir() if path.name.startswith((".site.", ".report."))]


def test_a_library_that_takes_any_exception_for_its_own_never_meets_an_interrupt() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), postponed_interrupts():
        signal.raise_signal(signal.SIGINT)
        done.append("to the end")
    assert done == ["to the end"]
