"""HTML of a body → paragraphs and tables of a Word file, with everything that is written there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from disclosure.publish.tree import Element
from disclosure.publish.word_grid import grid_of

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "hr",
        "caption",
    ]
)
_BOLD, _ITALIC = frozenset({"strong", "b", "th", "dt"}), frozenset({"em", "i"})
_BLANKS = " \t\n\r\f"
"""What HTML takes for blanks; the wide ones of Chinese type stay."""

_SIDES = {
    "dc-center": "CENTER",
    "dc-annex-title": "CENTER",
    "dc-right": "RIGHT",
    "dc-sign": "RIGHT",
    "dc-left": "LEFT",
}
_LEADING_OUT = ("https://", "http://", "mailto:", "tel:")
"""How links begin that lead somewhere from a file that lies on somebody's disk."""

_TABLE_SIZE = 10.5
_MOST_COLUMNS = 63
"""More than a table of Word may have."""

HeadingStyle = Callable[[int], str]
"""Gives the style of a heading of the HTML by its level."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How what is inside looks: set by the elements around it."""

    bold: bool = False
    italic: bool = False
    raised: int = 0
    indent: int = 0
    side: str = ""
    is_cell: bool = False
    is_preformatted: bool = False


class BodyWriter:
    """Writes trees of HTML below each other into a document or a cell."""

    def __init__(self, place: Any, heading_style: HeadingStyle) -> None:
        self._place = place
        self._heading_style = heading_style

    def write(self, tree: Element) -> None:
        """Everything in ``tree``."""
        self._children(tree, _Look(), "")

    def _children(self, element: Element, look: _Look, mark: str) -> None:
        """What is in ``element``: blocks as such, what stands between them as paragraphs; ``mark`` goes before the first."""
        line: list[Element | str] = []
        for child in [*element.children, None]:
            is_block = isinstance(child, Element) and child.tag in _BLOCKS
            if child is not None and not is_block:
                line.append(child)
                continue
            if any(_says_something(each) for each in line) or (mark and child is None):
                self._paragraph(line, element, look, mark)
                mark = ""
            line = []
            if isinstance(child, Element):
                self._block(child, look, mark)
                mark = "" if _says_something(child) else mark

    def _block(self, element: Element, look: _Look, mark: str) -> None:
        look = replace(look, side=_side_of(element) or look.side)
        match element.tag:
            case "table":
                self._table(element)
            case "ul" | "ol":
                start = int(number) if (number := element.attributes.get("start", "")).isdigit() else 1
                for place, item in enumerate(element.elements("li"), start):
                    sign = f"{place}. " if element.tag == "ol" else "• "
                    self._children(item, replace(look, indent=look.indent + 1), sign)
            case "blockquote" | "dd":
                self._children(element, replace(look, indent=look.indent + 1), mark)
            case "pre":
                self._children(element, replace(look, is_preformatted=True), mark)
            case "hr":
                return
            case _:
                self._children(element, replace(look, bold=look.bold or element.tag in _BOLD), mark)

    def _paragraph(self, line: Iterable[Element | str], around: Element, look: _Look, mark: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph = self._place.add_paragraph()
        level = re.fullmatch("h([2-6])", around.tag)
        if level:
            paragraph.style = self._heading_style(int(level[1]))
        style = paragraph.paragraph_format
        if look.side:
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, look.side)
        elif around.tag == "p" and not look.is_cell and not around.classes & {"dc-addressee", "dc-annex-head"}:
            style.first_line_indent = Pt(28)
        if look.indent:
            style.left_indent = Pt(28 * look.indent)
        if mark:
            self._run(paragraph, mark, look)
        self._inline(paragraph, _trimmed(line, look), look)

    def _inline(self, paragraph: Any, line: Iterable[Element | str], look: _Look) -> None:
        for each in line:
            if isinstance(each, str):
                self._run(paragraph, each if look.is_preformatted else re.sub(f"[{_BLANKS}]+", " ", each), look)
            elif each.tag == "br":
                paragraph.add_run().add_break()
            elif each.tag == "img":
                self._run(paragraph, image_text(each.attributes.get("alt", "")), look)
            else:
                before = len(paragraph._p)
                raised = {"sup": 1, "sub": -1}.get(each.tag, look.raised)
                inner = replace(
                    look, bold=look.bold or each.tag in _BOLD, italic=look.italic or each.tag in _ITALIC, raised=raised
                )
                self._inline(paragraph, each.children, inner)
                if each.tag == "a" and each.attributes.get("href", "").startswith(_LEADING_OUT):
                    _link_from(paragraph, before, each.attributes["href"])

    def _run(self, paragraph: Any, text: str, look: _Look) -> None:
        from docx.shared import Pt

        run = paragraph.add_run(without_controls(text))
        run.bold, run.italic = look.bold or None, look.italic or None
        run.font.superscript, run.font.subscript = look.raised > 0 or None, look.raised < 0 or None
        if look.is_cell:
            run.font.size = Pt(_TABLE_SIZE)

    def _table(self, element: Element) -> None:
        """The caption above, then the grid with its merged cells; one that Word cannot hold as lines of text."""
        for caption in element.elements("caption"):
            self._children(caption, _Look(bold=True), "")
        rows, columns, cells = grid_of(element)
        if not cells:
            return
        if columns > _MOST_COLUMNS:
            for cell in cells:
                self._children(cell.element, _Look(), "")
            return
        table = self._place.add_table(rows, columns)
        if hasattr(table, "style"):
            table.style = "Table Grid"
        for line in table._tbl.tr_lst[: sum(len(head.elements("tr")) for head in element.elements("thead"))]:
            line.get_or_add_trPr().append(_element("w:tblHeader"))
        every = table._cells
        for cell in cells:
            first = every[cell.row * columns + cell.column]
            last = every[(cell.row + cell.rows - 1) * columns + cell.column + cell.columns - 1]
            place = first if last is first else first.merge(last)
            writer = BodyWriter(_Cell(place), self._heading_style)
            look = _Look(is_cell=True, bold=cell.element.tag == "th", side=_side_of(cell.element))
            writer._children(cell.element, look, "")


class _Cell:
    """A cell to write into: its first paragraph is there already."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell
        self._is_empty = True

    def add_paragraph(self) -> Any:
        paragraph = self._cell.paragraphs[0] if self._is_empty else self._cell.add_paragraph()
        self._is_empty = False
        return paragraph

    def add_table(self, rows: int, columns: int) -> Any:
        self._is_empty = False
        return self._cell.add_table(rows, columns)


def _link_from(paragraph: Any, start: int, address: str) -> None:
    """Make a link to ``address`` of what stands in ``paragraph`` from the place ``start`` on, underlined as links are."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.text.run import Run

    inside = list(paragraph._p)[start:]
    link = _element("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    for run in inside:
        link.append(run)
        Run(run, paragraph).underline = True


def _element(tag: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(tag)


def image_text(alternative: str) -> str:
    """What stands in a Word file for an image: what it shows, in words."""
    return f"［图：{alternative}］"


def without_controls(text: str) -> str:
    """``text`` without the signs that XML does not allow."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def _side_of(element: Element) -> str:
    """Where the text of ``element`` stands, by its classes; captions stand in the middle."""
    if element.tag in ("caption", "figcaption"):
        return "CENTER"
    return next((side for name, side in _SIDES.items() if name in element.classes), "")


def _says_something(each: Element | str) -> bool:
    if isinstance(each, str):
        return bool(each.strip())
    return each.tag == "img" or any(_says_something(child) for child in each.children)


def _trimmed(line: Iterable[Element | str], look: _Look) -> list[Element | str]:
    """``line`` without the blanks at its ends that only set off tags."""
    found = list(line)
    if found and not look.is_preformatted:
        if isinstance(found[0], str):
            found[0] = found[0].lstrip(_BLANKS)
        if isinstance(found[-1], str):
            found[-1] = found[-1].rstrip(_BLANKS)
    return found
