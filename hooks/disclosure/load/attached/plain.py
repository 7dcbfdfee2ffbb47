"""Plain files: text, tables with separators, JSON, web pages, XML and SVG."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.grids import headings_of
from disclosure.load.attached.plain_text import decoded
from disclosure.load.attached.tables import tell_table
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


def read_html(data: bytes, gathering: Gathering) -> None:
    """Gather what a web page shows, cells with their heads, and what stands in its comments, scripts and attributes."""
    page = _Page(gathering)
    page.feed(decoded(data, may_declare=True))
    page.close()
    page.end()


_BLOCKS = re.compile("p|div|br|li|ul|ol|h[1-6]|section|article|header|footer|tr|table|caption|dt|dd|title|option")
_UNSEEN = frozenset(("script", "style", "noscript", "template"))
_TOLD = ("alt", "title", "content", "value", "placeholder", "aria-label")


class _Page(HTMLParser):
    """Tells lines of text as they end, and tables when they end."""

    def __init__(self, gathering: Gathering) -> None:
        super().__init__()
        self._gathering = gathering
        self._line: list[str] = []
        self._lines = 0
        self._tables = 0
        self._open: list[list[dict[int, str]]] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where lines, cells and what nobody sees begin."""
        for key, value in attrs:
            if key in _TOLD and value:
                self._gathering.tell(f"<{tag}> 的 {key}", value, is_hidden=True)
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "table":
            self._break()
            self._open.append([])
        elif tag == "tr" and self._open:
            self._break()
            self._open[-1].append({})
        elif tag in ("td", "th") or _BLOCKS.fullmatch(tag):
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """Note where they end."""
        if tag == self._unseen:
            self._unseen = ""
        elif tag in ("td", "th") and self._open and self._open[-1]:
            row = self._open[-1][-1]
            row[len(row)] = self._taken()
        elif tag == "table" and self._open:
            self._break()
            self._tell_table(self._open.pop())
        elif _BLOCKS.fullmatch(tag):
            self._break()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._unseen == "script":
            self._gathering.tell("网页的脚本", data, is_hidden=True)
        elif not self._unseen:
            self._line.append(data)

    def handle_comment(self, data: str) -> None:
        """Take a comment, which readers do not see."""
        self._gathering.tell("网页的注释", data, is_hidden=True)

    def end(self) -> None:
        """Tell what is still open."""
        self._break()
        while self._open:
            self._tell_table(self._open.pop())

    def _taken(self) -> str:
        text = " ".join("".join(self._line).split())
        self._line.clear()
        return text

    def _break(self) -> None:
        if self._open and self._open[-1]:
            self._line.append("\n")
        elif text := self._taken():
            self._lines += 1
            self._gathering.tell(f"第{self._lines}段", text)

    def _tell_table(self, rows: list[dict[int, str]]) -> None:
        self._tables += 1
        tell_table(self._gathering, rows, f"表格{self._tables}")
