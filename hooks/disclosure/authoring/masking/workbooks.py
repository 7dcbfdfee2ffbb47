"""Masks in workbooks: shared texts, numbers, what is left of deleted cells, comments and all the rest."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from disclosure.authoring.masking.editing import ByHand, Masking, cell_of, found_in_cells
from disclosure.authoring.masking.packages import Parts, mask_one_by_one, masked
from disclosure.authoring.masking.xml_places import Element, Part
from disclosure.measures.private.tables import Row

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_SHARED, _BOOK, _CHAIN = "xl/sharedStrings.xml", "xl/workbook.xml", "xl/calcChain.xml"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_IN_CELLS = frozenset(("sheetData", "row", "c", "v", "is", "t", "r", "f", "rPr"))
_WHOLE = re.compile(r"\d+(?:\.0+)?(?:[eE]\+?\d+)?")
_WIDEST = 500


def masked_workbook(parts: Parts, masking: Masking) -> dict[str, bytes]:
    """The sheets of a workbook and their shared texts with masks."""
    if any(name.endswith(".bin") and "worksheets" in name for name in parts):
        raise ByHand("xlsb 格式程序改不了；请另存为 xlsx，再遮蔽")
    shared = _Shared(parts.get(_SHARED, b""))
    changed: dict[str, bytes] = {}
    names = _names_of_sheets(parts)
    gone: set[str] = set()
    for name in sorted(name for name in parts if _SHEET.fullmatch(name)):
        sheet = _Sheet(Part(parts[name]), shared, names.get(name, posixpath.basename(name)), masking)
        sheet.mask()
        changed[name] = sheet.part.changed
        gone |= sheet.formulas_gone
    if _SHARED in parts:
        changed[_SHARED] = shared.changed(masking)
    if gone and _CHAIN in parts:
        changed[_CHAIN] = _chain_without(parts[_CHAIN], gone)
    return changed


def _names_of_sheets(parts: Parts) -> dict[str, str]:
    """What the sheets are called, by their part."""
    if _BOOK not in parts or "xl/_rels/workbook.xml.rels" not in parts:
        return {}
    targets = {
        each.attributes.get("Id", ""): posixpath.normpath(
            posixpath.join("xl", each.attributes.get("Target", "").removeprefix("/xl/"))
        )
        for each in Part(parts["xl/_rels/workbook.xml.rels"]).root.iter("Relationship")
    }
    found: dict[str, str] = {}
    for sheet in Part(parts[_BOOK]).root.iter("sheet"):
        id_ = next((value for key, value in sheet.attributes.items() if key.endswith(":id")), "")
        found[targets.get(id_, "")] = sheet.attributes.get("name", "")
    return found


def _chain_without(content: bytes, gone: set[str]) -> bytes:
    """The order of calculation without the cells that are no formulas any more."""
    part = Part(content)
    for cell in part.root.iter("c"):
        if cell.attributes.get("r") in gone:
            part.replace(cell, b"")
    return part.changed


class _Shared:
    """The texts that cells share; one that no cell uses any more must not stay behind."""

    def __init__(self, content: bytes) -> None:
        self.part = Part(content) if content else None
        self._items = list(self.part.root.iter("si")) if self.part else []
        self.texts = [self._text(each) for each in self._items]
        self.uses: Counter[int] = Counter()
        self.masks: dict[int, str] = {}

    def _text(self, item: Element) -> str:
        return "".join(self.part.text(each) for each in _texts_of(item)) if self.part else ""

    def changed(self, masking: Masking) -> bytes:
        """The part, where what is used no more has the mask of its last user, or its own."""
        if self.part is None:
            return b""
        for number, item in enumerate(self._items):
            if self.uses[number] > 0:
                continue
            text = self.masks.get(number)
            if text is None:
                text = masked(self.texts[number], "没有单元格再用到的文字", masking)
            if text != self.texts[number]:
                elements = list(_texts_of(item))
                for place, element in enumerate(elements):
                    self.part.set_text(element, text if place == 0 else "")
        return self.part.changed


def _texts_of(item: Element) -> Iterator[Element]:
    """The elements that hold the text of a cell, without what is written above it on how to read it."""
    for child in item.children:
        if child.name == "t":
            yield child
        elif child.name == "r":
            yield from (each for each in child.children if each.name == "t")


class _Sheet:
    """A sheet, its cells as a table."""

    def __init__(self, part: Part, shared: _Shared, name: str, masking: Masking) -> None:
        self.part = part
        self._shared = shared
        self._name = name
        self._masking = masking
        self.formulas_gone: set[str] = set()

    def mask(self) -> None:
        """Mask the cells by rows and columns, and everything else by itself."""
        cells: dict[tuple[int, int], tuple[Element, str]] = {}
        for element in self.part.root.iter("c"):
            place = _place_of(element)
            text = self._text(element)
            if place and text:
                cells[place] = (element, text)
        order = sorted(cells)
        width = min(max((column for _, column in order), default=0) + 1, _WIDEST)
        numbers: list[int] = []
        rows: list[Row] = []
        for number, places in groupby(order, key=lambda place: place[0]):
            numbers.append(number)
            line = {column: cells[number, column][1] for _, column in places if column < width}
            rows.append(tuple(cell_of(line[column]) if column in line else None for column in range(width)))
        edits: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
        for row, column, found in found_in_cells(rows, f"{self._masking.title} {self._name}"):
            place = numbers[row], column
            text = cells[place][1]
            where = f"工作表“{self._name}”{cells[place][0].attributes.get('r', '')}"
            for each in self._masking.take([found], text, where):
                edits.setdefault(place, []).append((each.start, each.end, each.mask))
        for place, changes in edits.items():
            self._write(*cells[place], changes)
        others = (each for each in self.part.root.iter() if each.name not in _IN_CELLS)
        mask_one_by_one(self.part, others, f"工作表“{self._name}”", self._masking)

    def _text(self, element: Element) -> str:
        kind = element.attributes.get("t", "n")
        if kind == "inlineStr":
            inner = element.child("is")
            return "".join(self.part.text(each) for each in _texts_of(inner)) if inner else ""
        value = element.child("v")
        written = self.part.text(value) if value else ""
        if kind == "s":
            number = int(written) if written.strip().isdecimal() else -1
            if 0 <= number < len(self._shared.texts):
                self._shared.uses[number] += 1
                return self._shared.texts[number]
            return ""
        if kind in ("b", "e"):
            return ""
        return _as_digits(written) if kind == "n" else written

    def _write(self, element: Element, text: str, changes: list[tuple[int, int, str]]) -> None:
        """Put the masked text into the cell itself; its formula, if it had one, would bring the value back."""
        for start, end, mask in sorted(changes, reverse=True):
            text = text[:start] + mask + text[end:]
        address, style = element.attributes.get("r", ""), element.attributes.get("s", "")
        formula = element.child("f")
        if formula is not None:
            if formula.attributes.get("t") in ("shared", "array") and "ref" in formula.attributes:
                raise ByHand(
                    f"工作表“{self._name}”{address} 的公式管着别的格子，程序不改；请把公式改成数值（选择性粘贴），再遮蔽"
                )
            self.formulas_gone.add(address)
        prefix = self.part.data[element.start + 1 : element.inner].split(b"c", 1)[0].decode("ascii", "ignore")
        if element.attributes.get("t") == "s":
            value = element.child("v")
            number = int(self.part.text(value)) if value else -1
            self._shared.uses[number] -= 1
            self._shared.masks[number] = text
        said = "".join(f' {key}="{value}"' for key, value in (("r", address), ("s", style)) if value)
        space = ' xml:space="preserve"' if text != text.strip() else ""
        content = f'<{prefix}c{said} t="inlineStr"><{prefix}is><{prefix}t{space}>{escape(text)}</{prefix}t></{prefix}is></{prefix}c>'
        self.part.replace(element, content.encode())


def _place_of(cell: Element) -> tuple[int, int] | None:
    """Row and column of a cell, the column from 0."""
    found = _ADDRESS.fullmatch(cell.attributes.get("r", ""))
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1


def _as_digits(written: str) -> str:
    """A number as people see it: 1.3812345678E10 is 13812345678."""
    if not _WHOLE.fullmatch(written) and not re.fullmatch(r"\d\.\d+[eE]\+?\d+", written):
        return written
    number = float(written)
    return str(int(number)) if number == int(number) and number < 1e15 and not written.isdigit() else written
