"""The rows of a register: cells found by the names of their columns, read, and told apart by an id for their address."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure.load import faults
from disclosure.load.cells import UNITS, CellFault, read_cell, unit_of_heading
from disclosure.load.hints import nearest
from disclosure.load.sheets import SheetRow, heading_and_unit, plain_heading
from disclosure.model import CellKind, CellValue, Organ, RegisterColumn, RegisterRow, WrittenRow
from disclosure.problems import Report

_ADDRESSABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_SUMS = re.compile("(?:本页|本表|累计)?(?:合计|总计|小计|共计|累计)(?:[:(].*)?")
_PRIVATE = re.compile("身份证|证件号|银行|账号|账户|卡号|开户")


@dataclass(frozen=True, slots=True)
class RowReader:
    """What the rows of one register are read by; ``naming`` and ``identifying`` are places in ``columns``."""

    path: str
    columns: Sequence[RegisterColumn]
    naming: int
    identifying: tuple[int, ...]
    organs: Mapping[str, Organ] | None
    report: Report

    def of_yaml(self, written: Sequence[WrittenRow]) -> tuple[RegisterRow, ...] | None:
        """The rows written under 数据; None after reporting what is wrong."""
        places = self._places()
        names = [column.name for column in self.columns]
        found: list[RegisterRow | None] = []
        for row in written:
            cells = [("", row.line)] * len(self.columns)
            units = [""] * len(self.columns)
            names_by_place: dict[int, str] = {}
            is_known = True
            for name, text, line in row.cells:
                whole, (bare, unit) = plain_heading(name), heading_and_unit(name)
                place = places.get(whole, places.get(bare))
                known_unit = "" if place is None or whole in places else unit_of_heading(unit, self.columns[place])
                if place is None:
                    wrong = f"没有“{name}”这一列{_help(name, names)}"
                elif place in names_by_place:
                    wrong = f"“{name}”和“{names_by_place[place]}”是同一列，这一行写了两次；请只留一处"
                elif known_unit is None:
                    wrong = _wrong_unit(f"“{name}”", unit, self.columns[place])
                else:
                    names_by_place[place] = name
                    cells[place], units[place] = (text, line), known_unit
                    continue
                is_known = False
                self.report(line, faults.REGISTER_HEADING, wrong)
            read = self._row(row.line, cells, [f"“{name}”" for name in names], units)
            found.append(read if is_known else None)
        return self._told_apart(found)

    def of_sheet(self, sheet: Sequence[SheetRow]) -> tuple[RegisterRow, ...] | None:
        """The rows of a table, whose first is the header; None after reporting what is wrong."""
        header, *rows = sheet
        order = self._order(header, rows)
        if order is None:
            return None
        numbers = [order[place][0] for place in range(len(self.columns))]
        units = [order[place][1] for place in range(len(self.columns))]
        words = [f"第 {number} 列“{column.name}”" for number, column in zip(numbers, self.columns, strict=True)]
        width = len(header.cells)
        found: list[RegisterRow | None] = []
        for row in rows:
            by_number = {cell.number: (cell.text, cell.line) for cell in row.cells}
            beyond = [cell for cell in row.cells[width:] if cell.text.strip()]
            for cell in beyond:
                self.report(
                    cell.line,
                    faults.REGISTER_TABLE,
                    f"这一行比表头多一格：第 {cell.number} 格写着“{cell.text[:20]}”；格子里有逗号的要加双引号，请检查",
                )
            cells = [by_number.get(number, ("", row.line)) for number in numbers]
            read = self._row(row.line, cells, words, units)
            found.append(None if beyond else read)
        return self._told_apart(found)

    def _order(self, header: SheetRow, rows: Sequence[SheetRow]) -> dict[int, tuple[int, str]] | None:
        """For the place of each column its number in the table and the unit of its heading."""
        places = self._places()
        names = [column.name for column in self.columns]
        found: dict[int, tuple[int, str]] = {}
        is_sound = True
        used = {cell.number for row in rows for cell in row.cells if cell.text.strip()}
        for cell in header.cells:
            whole, (bare, unit) = plain_heading(cell.text), heading_and_unit(cell.text)
            place = places.get(whole, places.get(bare))
            shown = " ".join(cell.text.split())
            if place is not None and place not in found:
                known_unit = "" if whole in places else unit_of_heading(unit, self.columns[place])
                found[place] = (cell.number, known_unit or "")
                if known_unit is None:
                    is_sound = False
                    self.report(
                        cell.line,
                        faults.REGISTER_HEADING,
                        _wrong_unit(
                            f"第 {cell.number} 列“{self.columns[place].name}”的表头里", unit, self.columns[place]
                        ),
                    )
                continue
            if not whole and cell.number not in used:
                continue
            is_sound = False
            if place is not None:
                wrong = f"第 {cell.number} 列的“{shown}”前面已经有了；请只留一列"
            elif not whole:
                wrong = f"第 {cell.number} 列有内容，却没有列名；请补上列名，或者删去这一列"
            else:
                wrong = f"第 {cell.number} 列的“{shown}”不是这份名录的列{_help(shown, names)}"
            self.report(cell.line, faults.REGISTER_HEADING, wrong)
        for place, column in enumerate(self.columns):
            if place not in found:
                is_sound = False
                self.report(
                    header.line,
                    faults.REGISTER_HEADING,
                    f"表头里没有“{column.name}”这一列；请补上（没有内容的可以空着），或者在“不用的列”里写上它；第一行要是表头",
                )
        return found if is_sound else None

    def _row(
        self, line: int, cells: Sequence[tuple[str, int]], words: Sequence[str], units: Sequence[str]
    ) -> RegisterRow | None:
        if (first := next((text for text, _ in cells if text.strip()), "")) and _SUMS.fullmatch(plain_heading(first)):
            self.report(line, faults.REGISTER_ROW, f"这一行是“{first.strip()}”；合计由程序算，请删去这一行")
            return None
        values: list[CellValue] = []
        is_sound = True
        for (text, at), column, word, unit in zip(cells, self.columns, words, units, strict=True):
            try:
                values.append(read_cell(text, column, unit, self.organs))
            except CellFault as fault:
                is_sound = False
                self.report(at, fault.rule, f"{word}{fault}")
        if not is_sound:
            return None
        if values[self.naming] is None:
            name = self.columns[self.naming].name
            self.report(line, faults.REGISTER_ROW, f"这一行的“{name}”是空的，不知道是哪一个；请补上")
            return None
        identity = [values[place] for place in self.identifying]
        if all(value is None for value in identity):
            names = "、".join(self.columns[place].name for place in self.identifying)
            self.report(line, faults.REGISTER_ROW, f"这一行的“{names}”是空的，不能与别的行区分；请补上")
            return None
        return RegisterRow(id=row_id(identity), path=self.path, line=line, values=tuple(values))

    def _told_apart(self, rows: Sequence[RegisterRow | None]) -> tuple[RegisterRow, ...] | None:
        """``rows``, if all of them could be read and no two have the same id."""
        seen: dict[str, int] = {}
        is_sound = True
        for row in rows:
            if row is None:
                is_sound = False
            elif (first := seen.get(row.id)) is None:
                seen[row.id] = row.line
            else:
                is_sound = False
                names = "、".join(self.columns[place].name for place in self.identifying)
                self.report(
                    row.line,
                    faults.REGISTER_ROW,
                    f"这一行的“{names}”与第 {first} 行相同，分不清是哪一行；请改正、删去重复的，或者在“标识列”里多写几列",
                )
        return tuple(row for row in rows if row is not None) if is_sound else None

    def _places(self) -> dict[str, int]:
        return {plain_heading(column.name): place for place, column in enumerate(self.columns)}


def row_id(identity: Sequence[CellValue]) -> str:
    """The anchor of the row that these values identify: a code as it is written, anything else by a digest.

    The same values give the same anchor in whichever file, order or dialect they were written.
    """
    texts = [text for value in identity for text in _texts(value)]
    if len(texts) == 1 and _ADDRESSABLE.fullmatch(texts[0]):
        return f"r-{texts[0]}"
    return "r-" + hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:12]


def _texts(value: CellValue) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from (organ.id for organ in value)
    elif isinstance(value, dt.date):
        yield value.isoformat()
    else:
        yield re.sub(r"\s", "", unicodedata.normalize("NFKC", "" if value is None else str(value)))


def _wrong_unit(where: str, unit: str, column: RegisterColumn) -> str:
    start = f"{where}写着“{unit}”"
    if column.kind is CellKind.MONEY:
        return f"{start}，不是金额的单位；只能写：{'、'.join(UNITS)}"
    if column.is_number:
        return f"{start}，名录里声明的单位是“{column.unit or '（没有）'}”；请改成一样的"
    return f"{start}；请把表头改成“{column.name}”"


def _help(name: str, names: Sequence[str]) -> str:
    if _PRIVATE.search(name):
        return "；看起来是个人信息，不能公开，请从表格里删去这一列"
    hint = nearest(name, names)
    known = "" if hint else f"；这份名录的列有：{'、'.join(names)}"
    return f"{hint}{known}；请改列名，或者在“列”里声明它"
