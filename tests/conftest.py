"""Fixtures: a copy of the sample column, the built sample, the built example."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsing import FLAGS, served
from columns import ROOT, TODAY, sample_at
from disclosure.cli import main
from tools import program

os.environ["NO_MKDOCS_2_WARNING"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write tests/golden anew from what the sample gives now")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A fresh copy of the sample column."""
    return sample_at(tmp_path / "column")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample column, built."""
    root = sample_at(tmp_path_factory.mktemp("sample") / "column")
    assert main(["--config", str(root / "mkdocs.yml"), "build"]) == 0
    return root / "site"


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example column of this repository, built."""
    root = example_at(tmp_path_factory.mktemp("example") / "column")
    assert main(["--config", str(root / "mkdocs.yml"), "build"]) == 0
    return root / "site"


@pytest.fixture(scope="session")
def address(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example column is served, on IPv6 only and under a strict policy."""
    with served(example_site, tmp_path_factory.mktemp("nginx"), tmp_path_factory.getbasetemp().parent) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


def example_at(root: Path) -> Path:
    """A copy of the example column at ``root``, judged on the tests' day."""
    sample_at(root)
    for folder in ("content", "catalogue"):
        shutil.rmtree(root / folder)
        shutil.copytree(ROOT / folder, root / folder)
    assert f"today: {TODAY}" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    return root
