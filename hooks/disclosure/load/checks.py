"""catalogue/checks.yml → what the column decides about the rules."""

from __future__ import annotations

from pathlib import Path

from disclosure.load.convert import Lookups, read_fields
from disclosure.load.folders import read_mapping
from disclosure.model import Checks
from disclosure.problems import Problems


def load_checks(root: Path, problems: Problems) -> Checks:
    """The column's own severities, limits and accepted findings; the usual ones if it has no such file, or a broken one."""
    if not (root / Checks.path).exists():
        return Checks()
    report = problems.in_file(Checks.path)
    node = read_mapping(root, Checks.path, report)
    values = None if node is None else read_fields(node, Checks, report, Lookups())
    return Checks(**values) if values else Checks()
