"""Masks in Word files: numbers that are written in several runs, tables, headers, comments, deleted text, addresses of links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from disclosure.authoring.masking.editing import Masking, Piece, cell_of, found_in_cells
from disclosure.authoring.masking.packages import Parts, mask_one_by_one
from disclosure.authoring.masking.xml_places import Element, Part
from disclosure.measures.private.finder import private_in

_STORIES = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OTHER_STORIES = frozenset(("tbl", "txbxContent"))
_PLACES = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}


def masked_word(parts: Parts, masking: Masking) -> dict[str, bytes]:
    """The stories of a Word file with masks."""
    changed: dict[str, bytes] = {}
    for name, content in parts.items():
        if _STORIES.fullmatch(name):
            part = Part(content)
            _Story(part, masking, _place(name)).mask(part.root)
            changed[name] = part.changed
    return changed


def _place(name: str) -> str:
    stem = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
    return _PLACES.get(stem, "")


class _Paragraph:
    """A paragraph: the elements that hold its text, as one piece."""

    def __init__(self, part: Part, element: Element, deleted: bool = False) -> None:
        self.elements: list[Element | None] = []
        texts: list[str] = []
        for each in _own(element):
            if each.name == ("delText" if deleted else "t"):
                self.elements.append(each)
                texts.append(part.text(each))
            elif not deleted and each.name in _SIGNS:
                self.elements.append(None)
                texts.append(_SIGNS[each.name])
        self.piece = Piece(texts)

    def write(self, part: Part) -> None:
        """Write what has changed back into the elements."""
        for number, text in self.piece.changed.items():
            element = self.elements[number]
            if element is not None:
                part.set_text(element, text)


def _own(paragraph: Element) -> Iterator[Element]:
    """The elements of a paragraph in the order of writing, without those of text boxes in it."""
    waiting = list(reversed(paragraph.children))
    while waiting:
        element = waiting.pop()
        if element.name in _OTHER_STORIES:
            continue
        yield element
        waiting += reversed(element.children)


class _Story:
    """Paragraphs that follow each other, and the tables between them."""

    def __init__(self, part: Part, masking: Masking, where: str) -> None:
        self._part = part
        self._masking = masking
        self._where = where
        self._tables = 0

    def mask(self, root: Element) -> None:
        """Mask everything below ``root``: its paragraphs together, then each table, each text box, what is deleted."""
        elements, inner = _below(root)
        paragraphs = [_Paragraph(self._part, each) for each in elements]
        places = self._places(paragraphs)
        self._mask_together(paragraphs, places)
        self._mask_besides(elements, inner, places)

    def _places(self, paragraphs: list[_Paragraph]) -> list[str]:
        """Where each paragraph stands as the check tells it: empty ones are not counted."""
        counts = accumulate(bool(each.piece.text.strip()) for each in paragraphs)
        return [self._where or f"第{max(number, 1)}段" for number in counts]

    def _mask_besides(self, paragraphs: list[Element], inner: list[Element], places: list[str]) -> None:
        """What is deleted in ``paragraphs``, addresses and descriptions in them, and the tables and text boxes there."""
        for each, place in zip(paragraphs, places, strict=True):
            self._mask_together([_Paragraph(self._part, each, deleted=True)], [f"修订删去的文字（{place}）"])
            others = (other for other in _own(each) if other.name not in ("t", "delText"))
            mask_one_by_one(self._part, others, self._where or "链接和图片", self._masking)
        for each in inner:
            if each.name == "tbl":
                self._mask_table(each)
            else:
                self.mask(each)

    def _mask_together(self, paragraphs: list[_Paragraph], places: list[str]) -> None:
        starts = [0]
        for paragraph in paragraphs:
            starts.append(starts[-1] + len(paragraph.piece.text) + 1)
        text = "\n".join(paragraph.piece.text for paragraph in paragraphs)

        def where(place: int) -> str:
            return places[bisect_right(starts, place) - 1]

        for each in self._masking.take(private_in(text, "", self._masking.title), text, where):
            _mask_in(paragraphs, each.start, each.end, each.mask)
        for paragraph in paragraphs:
            paragraph.write(self._part)

    def _mask_table(self, table: Element) -> None:
        self._tables += 1
        number = self._tables
        cells: list[list[list[_Paragraph]]] = []
        for number_of_row, row in enumerate(_nearest(table, "tr"), 1):
            line: list[list[_Paragraph]] = []
            for cell in _nearest(row, "tc"):
                paragraphs, inner = _below(cell)
                own = [_Paragraph(self._part, each) for each in paragraphs]
                place = f"{self._where}表格{number}第{number_of_row}行第{len(line) + 1}列"
                line += [own, *([[]] * (_span(cell) - 1))]
                self._mask_besides(paragraphs, inner, [place] * len(paragraphs))
            cells.append(line)
        texts = [[_joined(cell) for cell in line] for line in cells]
        rows = [tuple(cell_of(text) if text else None for text in line) for line in texts]
        for place_of_row, column, found in found_in_cells(rows, self._masking.title):
            place = f"{self._where}表格{number}第{place_of_row + 1}行第{column + 1}列"
            for each in self._masking.take([found], texts[place_of_row][column], place):
                _mask_in(cells[place_of_row][column], each.start, each.end, each.mask)
        for paragraph in (each for line in cells for paragraphs in line for each in paragraphs):
            paragraph.write(self._part)


def _joined(paragraphs: list[_Paragraph]) -> str:
    return "\n".join(paragraph.piece.text for paragraph in paragraphs)


def _mask_in(paragraphs: list[_Paragraph], start: int, end: int, mask: str) -> None:
    """Mask what stands between ``start`` and ``end`` of the joined text of ``paragraphs``."""
    begin = 0
    for paragraph in paragraphs:
        length = len(paragraph.piece.text)
        low, high = max(start - begin, 0), min(end - begin, length)
        if low < high:
            paragraph.piece.mask(low, high, mask)
            mask = ""
        begin += length + 1


def _below(root: Element) -> tuple[list[Element], list[Element]]:
    """The paragraphs below ``root`` in the order of writing, and the tables and text boxes between and in them."""
    paragraphs: list[Element] = []
    inner: list[Element] = []
    waiting = list(reversed(root.children))
    while waiting:
        element = waiting.pop()
        if element.name in _OTHER_STORIES:
            inner.append(element)
            continue
        if element.name == "p":
            paragraphs.append(element)
        waiting += reversed(element.children)
    return paragraphs, inner


def _nearest(element: Element, name: str) -> Iterator[Element]:
    """The elements ``name`` below, those in tables of their own left out."""
    for each in element.children:
        if each.name == name:
            yield each
        elif each.name not in ("tbl", "p"):
            yield from _nearest(each, name)


def _span(cell: Element) -> int:
    properties = cell.child("tcPr")
    span = properties.child("gridSpan") if properties else None
    value = next((value for key, value in (span.attributes if span else {}).items() if key.endswith("val")), "1")
    return min(int(value), 200) if value.isdecimal() and int(value) > 0 else 1
