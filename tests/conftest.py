"""Fixtures: a copy of the sample column, the built sample, the built example."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from browsing import FLAGS, served
from columns import ROOT, TODAY, sample_at
from disclosure.cli import main
from engine import Engine, engine_of, publish_engine
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
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium."""
    yield from _chromium(playwright)


@pytest.fixture(scope="session")
def magnified(playwright: Playwright) -> Iterator[Browser]:
    """Chromium of a reader who has doubled the size of the text in the browser's settings."""
    yield from _chromium(playwright, "--blink-settings=defaultFontSize=32")


def _chromium(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome")
    found = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
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


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The search engine in node, over a site of scripts only."""
    site = tmp_path_factory.mktemp("engine")
    publish_engine(site)
    with engine_of(site) as found:
        found.open()
        yield found
