"""Word files (docx, docm, and wps of newer programs): the text and everything that a reader does not see at once.

Read from the XML itself: libraries that write Word files pass over deleted text, comments, text boxes and what is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.package import Package, tell_properties, tell_surroundings
from disclosure.load.attached.package_rest import tell_embedded, tell_rest
from disclosure.load.attached.people import note_person
from disclosure.load.attached.tables import tell_table
from disclosure.load.attached.xml_parts import child, elements, is_on, whole
from disclosure.model import Trait

_STORIES = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("endnotes", "尾注"))
_GONE = frozenset(("w:del", "w:moveFrom"))
_NEW = frozenset(("w:ins", "w:moveTo"))
_NO_TEXT = frozenset(("w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblGrid", "w:rt"))
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_DESCRIBED = frozenset(("docPr", "cNvPr", "shape", "rect", "imagedata"))
_PLACE_IN_FIELD = re.compile(r"mailto:|file:|[A-Za-z]:\\|\\\\\\\\", re.IGNORECASE)


def read_docx(package: Package, gathering: Gathering) -> None:
    """Gather everything in a Word file."""
    main = package.main
    hidden_styles = frozenset(_hidden_styles(package, main))
    body = Story(gathering, hidden_styles)
    for element in elements(package.read(main), "w:p", "w:tbl"):
        body.block(element)
    told: set[tuple[str, ...]] = set()
    for kind, where in _STORIES:
        for part in package.related(main, kind):
            story = Story(gathering, hidden_styles, where)
            root = whole(package.read(part))
            words = tuple(root.itertext())
            if words not in told:
                told.add(words)
                story.blocks(root)
            body.count(story)
    body.note()
    _tell_comments(package, main, gathering)
    tell_properties(package, gathering)
    tell_rest(package, gathering)
    tell_embedded(package, gathering)
    tell_surroundings(package, gathering)


def _hidden_styles(package: Package, main: str) -> Iterator[str]:
    for part in package.related(main, "styles"):
        for style in elements(package.read(part), "w:style"):
            if is_on(child(style, "w:rPr", "w:vanish")):
                yield style.get("w:styleId", "")


def _tell_comments(package: Package, main: str, gathering: Gathering) -> None:
    count = 0
    for part in package.related(main, "comments"):
        for comment in elements(package.read(part), "w:comment"):
            count += 1
            text = "\n".join("".join(_texts(each)) for each in comment.iter("w:p"))
            gathering.tell("批注", text, is_hidden=True)
            author = comment.get("w:author", "")
            gathering.tell("批注的作者", author, is_hidden=True)
            note_person(author, "批注的作者", gathering)
    if count:
        gathering.note(Trait.COMMENTS, f"{count} 处批注")


def _texts(node: Element) -> Iterator[str]:
    for element in node.iter():
        if element.tag in ("w:t", "w:delText", "m:t"):
            yield element.text or ""
        else:
            yield _SIGNS.get(element.tag, "")


@dataclass
class _Line:
    """A paragraph as it is being read."""

    seen: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)


class Story:
    """One run of paragraphs and tables: the body, a header, a text box."""

    def __init__(self, gathering: Gathering, hidden_styles: frozenset[str], where: str = "") -> None:
        self._gathering = gathering
        self._hidden_styles = hidden_styles
        self._where = where
        self._paragraphs = 0
        self._tables = 0
        self._changes = 0
        self._hidden = 0

    def count(self, other: Story) -> None:
        """Count what was found in another story with what was found here."""
        self._changes += other._changes
        self._hidden += other._hidden

    def note(self) -> None:
        """Say what the stories hold that is no longer, or not at once, to be seen."""
        if self._changes:
            self._gathering.note(Trait.CHANGES, f"{self._changes} 处修订")
        if self._hidden:
            self._gathering.note(Trait.HIDDEN, f"{self._hidden} 处隐藏的文字")

    def blocks(self, container: Element) -> None:
        """Tell the paragraphs and tables in ``container``."""
        for part in container:
            self.block(part)

    def block(self, element: Element) -> None:
        """Tell a paragraph, a table, or what is in something that holds these."""
        if element.tag == "w:p":
            self._paragraph(element)
        elif element.tag == "w:tbl":
            self._table(element)
        elif element.tag not in _NO_TEXT:
            self.blocks(element)

    def _paragraph(self, paragraph: Element) -> None:
        line = self._read(paragraph)
        text = "".join(line.seen)
        if text.strip():
            self._paragraphs += 1
        place = self._where or f"第{max(self._paragraphs, 1)}段"
        self._gathering.tell(place, text)
        self._tell_besides(line, place)

    def _table(self, table: Element) -> None:
        self._tables += 1
        number = self._tables
        rows: list[dict[int, str]] = []
        besides: list[tuple[_Line, str]] = []
        for row in _inside(table, "w:tr"):
            cells: dict[int, str] = {}
            column = 0
            for cell in _inside(row, "w:tc"):
                place = f"{self._where}表格{number}第{len(rows) + 1}行第{column + 1}列"
                lines = [self._read(each) for each in _inside(cell, "w:p")]
                besides += [(line, place) for line in lines]
                if text := "\n".join("".join(line.seen) for line in lines).strip():
                    cells[column] = text
                for inner in _inside(cell, "w:tbl"):
                    self._table(inner)
                column += _span(cell)
            rows.append(cells)
        tell_table(self._gathering, rows, f"{self._where}表格{number}")
        for line, place in besides:
            self._tell_besides(line, place)

    def _read(self, paragraph: Element) -> _Line:
        line = _Line()
        self._inline(paragraph, line, line.seen)
        return line

    def _inline(self, node: Element, line: _Line, into: list[str]) -> None:
        for part in node:
            tag = part.tag
            if tag == "w:r":
                self._run(part, line, into)
            elif tag in _GONE:
                self._changes += 1
                self._inline(part, line, line.gone)
            elif tag in _NEW:
                self._changes += 1
                self._inline(part, line, into)
            elif tag == "m:t":
                into.append(part.text or "")
            elif tag not in _NO_TEXT:
                self._inline(part, line, into)

    def _run(self, run: Element, line: _Line, into: list[str]) -> None:
        properties = child(run, "w:rPr")
        if properties is not None and into is line.seen and self._is_hidden(properties):
            into = line.hidden
        for part in run:
            tag = part.tag
            if tag == "w:t":
                into.append(part.text or "")
            elif tag == "w:delText":
                line.gone.append(part.text or "")
            elif tag == "w:instrText":
                line.codes.append(part.text or "")
            elif tag in _SIGNS:
                into.append(_SIGNS[tag])
            elif tag not in _NO_TEXT and len(part):
                self._drawn(part, line, into)

    def _drawn(self, node: Element, line: _Line, into: list[str]) -> None:
        """Look for text boxes and descriptions in a drawing; of two versions of it only the first."""
        stack = [node]
        while stack:
            element = stack.pop()
            if element.tag == "w:txbxContent":
                line.boxes.append(element)
            elif element.tag == "w:r":
                self._run(element, line, into)
            elif element.tag == "a:t":
                into.append(element.text or "")
            elif element.tag == "AlternateContent":
                stack += element[:1]
            elif element.tag not in _NO_TEXT:
                if element.tag.rpartition(":")[2] in _DESCRIBED:
                    line.described += [element.get(key, "") for key in ("descr", "title", "alt")]
                stack += reversed(element[:])

    def _is_hidden(self, properties: Element) -> bool:
        own = child(properties, "w:vanish")
        if own is not None:
            return is_on(own)
        style = child(properties, "w:rStyle")
        return style is not None and style.get("w:val") in self._hidden_styles

    def _tell_besides(self, line: _Line, place: str) -> None:
        """Tell what a paragraph holds that is not its text."""
        hidden = "".join(line.hidden).strip()
        self._hidden += bool(hidden)
        self._gathering.tell(f"隐藏的文字（{place}）", hidden, is_hidden=True)
        self._gathering.tell(f"修订删去的文字（{place}）", "".join(line.gone), is_hidden=True)
        for text in line.described:
            self._gathering.tell(f"图片的替代文字（{place}）", text, is_hidden=True)
        code = "".join(line.codes)
        if _PLACE_IN_FIELD.search(code):
            self._gathering.tell(f"链接的地址（{place}）", code, is_hidden=True)
        for box in line.boxes:
            inner = Story(self._gathering, self._hidden_styles, f"文本框（{place}）")
            inner.blocks(box)
            self.count(inner)


def _inside(node: Element, wanted: str) -> Iterator[Element]:
    """The ``wanted`` elements below ``node``, those in tables of their own left out."""
    for part in node:
        if part.tag == wanted:
            yield part
        elif part.tag not in ("w:tbl", "w:p") and part.tag not in _NO_TEXT:
            yield from _inside(part, wanted)


def _span(cell: Element) -> int:
    found = child(cell, "w:tcPr", "w:gridSpan")
    value = found.get("w:val", "1") if found is not None else "1"
    return int(value) if value.isdecimal() and 0 < int(value) < 1000 else 1
