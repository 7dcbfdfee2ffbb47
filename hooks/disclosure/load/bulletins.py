"""The issues of 政府公报: catalogue/bulletins/<year>-<number>.yml."""

from __future__ import annotations

import re
from pathlib import Path

from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.model import Bulletin
from disclosure.problems import Problems

_FOLDER = "catalogue/bulletins"
_NAME = re.compile(r"(?:19|20)\d\d-[1-9]\d?")


def load_bulletins(root: Path, lookups: Lookups, problems: Problems) -> tuple[Bulletin, ...]:
    """The issues that could be read, newest first by year and number."""
    found: list[Bulletin] = []
    for path, stem in yaml_files(root, _FOLDER, _NAME, "2026-1.yml（年份-期号）", problems):
        report = problems.in_file(path)
        node = read_mapping(root, path, report)
        values = None if node is None else read_fields(node, Bulletin, report, lookups)
        if node is not None and values is not None:
            year, number = map(int, stem.split("-"))
            found.append(Bulletin(**values, year=year, number=number, origin=origin_of(node, Bulletin, path)))
    return tuple(sorted(found, key=lambda bulletin: (bulletin.year, bulletin.number), reverse=True))
