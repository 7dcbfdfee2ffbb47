"""The real tools that judge real output: found, or the test is skipped with a word; in CI a missing one is a failure."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def program(*names: str) -> str:
    """The path of the first of ``names`` that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    _missing(f"{' / '.join(names)} is not installed")


def npm_file(path: str) -> Path:
    """A file of an npm package below the folder that DISCLOSURE_TEST_TOOLS names."""
    folder = os.environ.get("DISCLOSURE_TEST_TOOLS")
    if folder and (found := Path(folder) / path).is_file():
        return found
    _missing(f"{path} is not below DISCLOSURE_TEST_TOOLS (see CONTRIBUTING.md)")


def _missing(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
