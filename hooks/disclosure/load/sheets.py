"""CSV as spreadsheets write it → rows of text that know their lines.

UTF-8 with or without byte-order mark, or GBK/GB18030; commas, semicolons or tabs between the cells; quoted cells may
hold line breaks.  The line of a cell is the one that a text editor shows.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from disclosure.load import faults
from disclosure.problems import Report

_SEPARATORS = ",\t;"
_INVISIBLE = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_DAMAGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")
_UNIT = re.compile(r"^(.+)\((?:单位[::])?([^()]+)\)$")
_WHOLE = "请用 Excel 或者 WPS 打开，另存为“CSV UTF-8（逗号分隔）”"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its text, its column (from 1) and its line."""

    text: str
    number: int
    line: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not blank."""

    line: int
    cells: tuple[SheetCell, ...]


def plain_heading(text: str) -> str:
    """A heading to compare with: without blanks (姓　名), in half-width form, without a case."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()


def heading_and_unit(text: str) -> tuple[str, str]:
    """A plain heading without the unit in brackets at its end, and that unit: 金额(万元) is 金额 and 万元."""
    plain = plain_heading(text)
    found = _UNIT.fullmatch(plain)
    return (found[1], found[2]) if found else (plain, "")


def read_sheet(data: bytes, headings: Collection[str], report: Report) -> tuple[SheetRow, ...] | None:
    """The rows of ``data``, its header first; None after reporting why there are none.

    ``headings`` are the plain names that the header may hold: the separator that shows most of them is the right one.
    """
    text = _decoded(data, report)
    if text is None:
        return None
    if not text.strip(" \n\t,;"):
        report(1, faults.REGISTER_TABLE, "表格是空的；请至少写上表头")
        return None
    first = text.lstrip("\n")
    separator = max(_SEPARATORS, key=lambda sign: _recognised(first, sign, headings))
    return _rows(text, separator, report)


def _decoded(data: bytes, report: Report) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report(1, faults.ENCODING, f"表格用 UTF-16（“Unicode 文本”）保存；{_WHOLE}")
        return None
    text = _as_utf8(data) or _as_gbk(data)
    if text is None:
        line = _line_of_damage(data)
        report(line, faults.ENCODING, f"表格里有读不出来的字，可能已经损坏；{_WHOLE}")
        return None
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if damaged := _DAMAGE.search(text):
        line = text.count("\n", 0, damaged.start()) + 1
        report(
            line,
            faults.ENCODING,
            f"表格里有看不见的控制字符或者读不出来的字，可能已经损坏；请改好这一处，再{_WHOLE[1:]}",
        )
        return None
    return text


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_rather_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 with a few broken bytes, which GB18030 would read as other signs."""
    as_utf8 = data.decode("utf-8", errors="replace")
    return sum("\u4e00" <= sign <= "\u9fff" for sign in as_utf8) > as_utf8.count("\ufffd")


def _as_gbk(data: bytes) -> str | None:
    if _is_rather_utf8(data):
        return None
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _line_of_damage(data: bytes) -> int:
    try:
        data.decode("utf-8" if _is_rather_utf8(data) else "gb18030")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def _recognised(text: str, separator: str, headings: Collection[str]) -> tuple[int, int]:
    try:
        header = next(csv.reader(io.StringIO(text), delimiter=separator))
    except (csv.Error, StopIteration):
        return 0, 0
    known = (plain_heading(cell) in headings or heading_and_unit(cell)[0] in headings for cell in header)
    return sum(known), len(header)


def _rows(text: str, separator: str, report: Report) -> tuple[SheetRow, ...] | None:
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    found: list[SheetRow] = []
    start = 1
    try:
        for written in reader:
            cells = []
            line = start
            for number, cell in enumerate(written, 1):
                cells.append(SheetCell(cell, number, line))
                line += cell.count("\n")
            if any(cell.text.strip() for cell in cells):
                found.append(SheetRow(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error:
        report(
            start, faults.REGISTER_TABLE, "从这一行起读不下去：双引号没有配对，或者引号后面多了字；请检查这一行的双引号"
        )
        return None
    return tuple(found)
