"""Plain files: text, tables with separators, JSON, XML and SVG."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.grids import headings_of
from disclosure.load.attached.plain_text import decoded
from disclosure.load.attached.xml_parts import elements

_SEPARATORS = ",\t;"
_LONGEST_CELL = 1_000_000


def read_txt(data: bytes, gathering: Gathering) -> None:
    """Gather the lines of a text."""
    for number, line in enumerate(decoded(data).splitlines(), 1):
        gathering.tell(f"第{number}行", line)


def read_csv(data: bytes, gathering: Gathering) -> None:
    """Gather the cells of a table with separators."""
    text = decoded(data)
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[tuple[int, dict[int, str]]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        line = 1
        for row in reader:
            rows.append((line, {column: cell for column, cell in enumerate(row) if cell.strip()}))
            line = reader.line_num + 1
    except csv.Error:
        read_txt(data, gathering)
        return
    headings = headings_of([row for _, row in rows])
    for number, (line, cells) in enumerate(rows):
        for column, cell in cells.items():
            gathering.tell(f"第{line}行第{column + 1}列", cell, heading=headings.get((number, column), ""))


def read_json(data: bytes, gathering: Gathering) -> None:
    """Gather the values of a JSON file, each under its key."""
    try:
        value = json.loads(decoded(data), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        read_txt(data, gathering)
        return
    for key, text in _values(value):
        gathering.tell(f"“{key}”" if key else "数据", text, heading=key)


def _values(whole: Any) -> Iterator[tuple[str, str]]:
    """Keys and texts, depth first, without recursion."""
    waiting: list[tuple[str, Any]] = [("", whole)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(reversed([(str(name), each) for name, each in value.items()]))
        elif isinstance(value, list):
            waiting.extend((key, each) for each in reversed(value))
        elif value is not None and not isinstance(value, bool):
            yield key, str(value)


def read_xml(data: bytes, gathering: Gathering) -> None:
    """Gather the texts and the descriptions of an XML file (SVG included), each under the name of its element."""
    text = decoded(data, may_declare=True)
    declaration, _, rest = text.lstrip("\ufeff\r\n\t ").partition("?>") if "<?xml" in text[:100] else ("", "", text)
    for root in elements((rest or declaration).encode("utf-8", "replace")):
        for element in root.iter():
            name = element.tag.rpartition(":")[2]
            for part in (element.text, *(each.tail for each in element)):
                gathering.tell(f"“{name}”里的文字", part or "", heading=name, is_hidden=name in ("metadata", "desc"))
            for key, value in element.attrib.items():
                if key in ("title", "alt", "label", "descr", "author", "creator"):
                    gathering.tell(f"“{name}”的 {key}", value, is_hidden=True)
