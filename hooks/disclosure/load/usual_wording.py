"""The engine's own list of words that are not to be written (wording.yml of this package)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from disclosure.load.convert import Lookups, read_fields
from disclosure.load.marked_yaml import Mapping, Sequence, read_yaml
from disclosure.model import WrongWord
from disclosure.problems import Rule


@cache
def usual_wording() -> tuple[WrongWord, ...]:
    """Every entry of the list."""

    def report(line: int, rule: Rule, message: str) -> None:
        raise AssertionError(f"wording.yml:{line}: {message} [{rule.name}]")

    node = read_yaml(files("disclosure.load").joinpath("wording.yml").read_text(encoding="utf-8"), report)
    assert isinstance(node, Sequence)
    read = (read_fields(each, WrongWord, report, Lookups()) for each in node.items if isinstance(each, Mapping))
    return tuple(WrongWord(**values) for values in read if values)
