"""The shape of the engine: imports point one way, and only the skin knows MkDocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from columns import ROOT

PACKAGE = ROOT / "hooks" / "disclosure"
FLOORS = (
    "whole_files", "problems", "terms", "workdays", "model", "column", "public", "site", "load", "passages", "measures", "rules", "derive",
    "search", "publish", "authoring", "pipeline", "settings", "host", "arguments", "cli", "__main__",
)  # fmt: skip
KNOW_MKDOCS = {"events.py", "disclosure/settings.py", "disclosure/host.py"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports do not work in hooks"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if own == "__init__":
        assert not list(imports_of(path))
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "disclosure":
            assert FLOORS.index(parts[1]) <= FLOORS.index(own), f"{path.name} imports {name} from a higher floor"


def test_only_the_skin_knows_mkdocs() -> None:
    hooks = ROOT / "hooks"
    knowing = {
        path.relative_to(hooks).as_posix()
        for path in [hooks / "events.py", *MODULES]
        if any(name.split(".")[0] in ("mkdocs", "material", "properdocs") for name in imports_of(path))
    }
    assert knowing == KNOW_MKDOCS


def test_modules_stay_small() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_the_clock_and_the_network_are_not_asked() -> None:
    """Today is passed in; only settings.py looks at the clock, and nothing looks at the network."""
    for path in MODULES:
        names = set(imports_of(path))
        assert not {"urllib.request", "http.client", "requests", "httpx"} & names
        if path.name != "settings.py":
            text = path.read_text(encoding="utf-8")
            assert ".today()" not in text and ".now(" not in text, path
