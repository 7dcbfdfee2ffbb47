"""Columns for tests: the small sample, with a case's changes laid over it."""

from __future__ import annotations

import base64
import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from disclosure.column import Column
from disclosure.pipeline import read_column
from disclosure.problems import has_errors
from disclosure.public import public_part

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SAMPLE = TESTS / "sample"
TODAY = dt.date(2026, 11, 21)


def public_column(root: Path, today: dt.date) -> Column:
    """What citizens see of the sound column at ``root``."""
    column, problems = read_column(root, today)
    assert column is not None and not has_errors(problems), "\n".join(map(str, problems))
    return public_part(column)


@dataclass(frozen=True)
class Case:
    """A case file: a sentence, changes to the sample column, and the problems to expect, in order.

    today: the day on which the column is judged, if not that of all tests
    files: path → text (null removes the file)
    replace: list of [path, old text, new text]; the old text must be there exactly once
    encoding: path → encoding in which the file is written (after the changes above)
    bytes: path → base64
    sizes: path → how many bytes the file has after it is filled up with blanks
    sources: for the files of a finished site: path → the file of the column that it is made of
    problems: the printed lines
    """

    path: Path
    sentence: str
    today: dt.date = TODAY
    problems: tuple[str, ...] = ()
    files: Mapping[str, str | None] = field(default_factory=dict)
    replace: tuple[tuple[str, str, str], ...] = ()
    encoding: Mapping[str, str] = field(default_factory=dict)
    bytes: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def lay_over(self, root: Path) -> None:
        """Change the column at ``root`` as the case says."""
        for path, text in self.files.items():
            if text is None:
                (root / path).unlink()
            else:
                _write(root / path, text.encode())
        for path, old, new in self.replace:
            text = (root / path).read_bytes().decode()
            assert text.count(old) == 1, f"{self.path.name}: {old!r} is {text.count(old)} times in {path}"
            _write(root / path, text.replace(old, new).encode())
        for path, encoding in self.encoding.items():
            _write(root / path, (root / path).read_bytes().decode().encode(encoding))
        for path, content in self.bytes.items():
            _write(root / path, base64.b64decode(content))
        for path, size in self.sizes.items():
            _write(root / path, (root / path).read_bytes().ljust(size))


def cases_in(folder: str) -> list[Case]:
    """The case files of ``tests/cases/<folder>``."""
    return [_case(path) for path in sorted((TESTS / "cases" / folder).glob("*.yml"))]


def sample_at(root: Path) -> Path:
    """A copy of the sample column at ``root``, with the engine and theme of this repository."""
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("hooks/events.py", (ROOT / "hooks" / "events.py").as_posix())
    text = text.replace("custom_dir: overrides", f"custom_dir: {(ROOT / 'overrides').as_posix()}")
    (root / "mkdocs.yml").write_text(text + f"    today: {TODAY}\n", encoding="utf-8")
    return root


def _case(path: Path) -> Case:
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    written["problems"] = tuple(written.get("problems") or ())
    written["replace"] = tuple(tuple(each) for each in written.get("replace") or ())
    return Case(path=path, **written)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
