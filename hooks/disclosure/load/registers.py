"""catalogue/registers/: <id>.yml with its rows in it, or in <id>.csv beside it → registers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosure.load import faults, marked_yaml
from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.load.register_columns import resolve_columns
from disclosure.load.register_rows import RowReader
from disclosure.load.sheets import heading_and_unit, plain_heading, read_sheet
from disclosure.model import Item, Register, RegisterRow
from disclosure.problems import Problems, Report
from disclosure.terms import label

FOLDER = "catalogue/registers"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers that could be read, by id; ``broken`` are the files of the others."""

    registers: tuple[Register, ...]
    broken: frozenset[str]


def load_registers(root: Path, items: Sequence[Item] | None, lookups: Lookups, problems: Problems) -> Registers:
    """Every register of the column at ``root``."""
    found: list[Register] = []
    broken: set[str] = set()
    stems: set[str] = set()
    by_name = {name: item.id for item in items or () for name in (item.name, item.id)}
    for path, stem in yaml_files(root, FOLDER, _NAME, "fees.yml", problems, holds_others=True):
        stems.add(stem)
        register = _Reading(root, path, stem, lookups, problems).register(by_name)
        if register is None:
            broken.add(path)
        else:
            found.append(register)
    _report_strays(root, stems, problems)
    return Registers(tuple(found), frozenset(broken))


def _report_strays(root: Path, stems: set[str], problems: Problems) -> None:
    """What lies in the folder and belongs to no register is not passed over in silence."""
    place = root / FOLDER
    for file in sorted(place.iterdir()) if place.is_dir() else ():
        if file.name.startswith((".", "~$")) or file.suffix.lower() in (".yml", ".yaml"):
            continue
        if file.suffix != ".csv" or file.stem not in stems:
            problems.in_file(f"{FOLDER}/{file.name}")(
                1,
                faults.REGISTER_TABLE,
                f"没有名录用到“{file.name}”；名录 x.yml 的表格是旁边的 x.csv（小写），Excel 文件请另存为 CSV",
            )


class _Reading:
    """One register being read."""

    def __init__(self, root: Path, path: str, stem: str, lookups: Lookups, problems: Problems) -> None:
        self._root = root
        self._path = path
        self._stem = stem
        self._lookups = lookups
        self._problems = problems
        self._report: Report = problems.in_file(path)

    def register(self, items: dict[str, str]) -> Register | None:
        """The register; None after reporting why there is none.  ``items`` are ids by name and by id."""
        node = read_mapping(self._root, self._path, self._report)
        values = None if node is None else read_fields(node, Register, self._report, self._lookups)
        if node is None or values is None:
            return None
        origin = origin_of(node, Register, self._path)
        resolved = resolve_columns(values, origin, self._report)
        if resolved is None:
            return None
        rows = self._rows(node, resolved)
        if rows is None:
            return None
        item = items.get(resolved["item"], resolved["item"])
        return Register(**{**resolved, "item": item, "rows": rows, "id": self._stem, "origin": origin})

    def _rows(self, node: marked_yaml.Mapping, values: dict[str, Any]) -> tuple[RegisterRow, ...] | None:
        table = f"{FOLDER}/{self._stem}.csv"
        has_table, key = (self._root / table).is_file(), label(Register, "rows")
        if ("rows" in values) == has_table:
            wrong = (
                f"既有“{key}”又有 {self._stem}.csv；请只留一处"
                if has_table
                else f"没有行；请在旁边放一个 {self._stem}.csv，或者在“{key}”里写"
            )
            self._report(origin_of(node, Register, self._path).line_of("rows"), faults.REGISTER_TABLE, wrong)
            return None
        path = table if has_table else self._path
        reader = RowReader(
            path=path,
            columns=values["columns"],
            naming=values["naming"],
            identifying=values["identifying"],
            organs=self._lookups.organs,
            report=self._problems.in_file(path),
        )
        if not has_table:
            return reader.of_yaml(values["rows"])
        headings = {plain_heading(column.name) for column in values["columns"]}
        headings |= {heading_and_unit(column.name)[0] for column in values["columns"]}
        sheet = read_sheet((self._root / table).read_bytes(), headings, reader.report)
        return None if sheet is None else reader.of_sheet(sheet)
