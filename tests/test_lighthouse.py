"""Lighthouse as a guard: nothing but full marks for accessibility, best practices and search engines.

Its marks for speed depend on what else the machine does; they are measured by hand (see the README).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from browsing import FLAGS, KINDS
from tools import npm_file, program

pytestmark = pytest.mark.browser


def test_lighthouse_finds_nothing_to_improve_on_a_document(address: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [
        program("node"),
        str(npm_file("lighthouse/cli/index.js")),
        address.replace("[::1]", "localhost") + KINDS["document"],
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        "--only-categories=accessibility,best-practices,seo",
        "--skip-audits=robots-txt",  # asked for from within the page, which our policy does not allow
        "--chrome-flags=" + " ".join(["--headless=new", *FLAGS]),
    ]
    chromium = program("chromium", "chromium-browser", "google-chrome")
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    short = [name for name, audit in found["audits"].items() if audit["score"] is not None and audit["score"] < 1]
    assert {name: each["score"] for name, each in found["categories"].items()} == {
        "accessibility": 1,
        "best-practices": 1,
        "seo": 1,
    }, short
