"""Workbooks (xlsx, xlsm, and et of newer programs): every sheet, hidden or not, and what is left of deleted data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from disclosure.load.attached.figures import day_as_text, is_date_format, number_as_text
from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.package import Package, tell_properties, tell_surroundings
from disclosure.load.attached.package_rest import tell_embedded, tell_rest
from disclosure.load.attached.people import note_person
from disclosure.load.attached.sheets import Sheet, header_text, tell_sheet
from disclosure.load.attached.xml_parts import child, elements, is_on, text_of, whole
from disclosure.model import Trait

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_COLUMNS = 16_384
_RUNS = ("x:t", "x:r")


def read_xlsx(package: Package, gathering: Gathering) -> None:
    """Gather everything in a workbook."""
    main = package.main
    if main.endswith(".bin"):
        raise Unreadable("xlsb 格式读不了；请另存为 xlsx 后重新上传")
    book = whole(package.read(main))
    shared = _Shared.of(package, main)
    properties = child(book, "x:workbookPr")
    days = _Days(frozenset(_date_styles(package, main)), _is_switched_on(properties, "date1904"))
    targets = {relation.id: relation.target for relation in package.relations(main)}
    comments = 0
    for entry in book.iter("x:sheet"):
        part = targets.get(entry.get("r:id", ""), "")
        if part in package and not part.endswith(".bin"):
            sheet = Sheet(entry.get("name", ""), is_hidden=entry.get("state", "visible") != "visible")
            _read_sheet(package, part, sheet, shared, days, gathering)
            tell_sheet(sheet, gathering)
            comments += _tell_comments(package, part, sheet, gathering)
    if comments:
        gathering.note(Trait.COMMENTS, f"{comments} 处批注")
    for name in book.iter("x:definedName"):
        if '"' in (text := name.text or ""):
            gathering.tell(f"名称“{name.get('name')}”", text.strip('="'), is_hidden=True)
    for text in shared.unused():
        gathering.tell("没有单元格再用到的文字", text, is_hidden=True)
    _tell_caches(package, gathering)
    tell_properties(package, gathering)
    tell_rest(package, gathering)
    tell_embedded(package, gathering)
    tell_surroundings(package, gathering)


@dataclass
class _Shared:
    """The texts that cells share, and which of them a cell uses."""

    texts: list[str]
    used: bytearray

    @classmethod
    def of(cls, package: Package, main: str) -> _Shared:
        texts: list[str] = []
        for part in package.related(main, "sharedStrings"):
            texts += [_rich_text(each) for each in elements(package.read(part), "x:si")]
        return cls(texts, bytearray(len(texts)))

    def text(self, written: str) -> str:
        number = int(written) if written.strip().isdecimal() else -1
        if not 0 <= number < len(self.texts):
            return ""
        self.used[number] = 1
        return self.texts[number]

    def unused(self) -> Iterator[str]:
        seen = {text for text, is_used in zip(self.texts, self.used, strict=True) if is_used}
        yield from dict.fromkeys(text for text in self.texts if text not in seen)


@dataclass(frozen=True)
class _Days:
    """Which styles of cells show numbers as days, and from when days are counted."""

    styles: frozenset[str]
    is_1904: bool = False

    def text(self, value: str, style: str) -> str:
        return day_as_text(value, is_1904=self.is_1904) if style in self.styles else number_as_text(value)


def _is_switched_on(element: Element | None, key: str) -> bool:
    """Whether the attribute ``key`` is written and says yes."""
    return element is not None and key in element.attrib and is_on(element, key)


def _date_styles(package: Package, main: str) -> Iterator[str]:
    for part in package.related(main, "styles"):
        root = whole(package.read(part))
        codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter("x:numFmt")}
        formats = child(root, "x:cellXfs")
        for number, style in enumerate(() if formats is None else formats):
            id_ = style.get("numFmtId", "0")
            if id_.isdecimal() and is_date_format(int(id_), codes.get(id_, "")):
                yield str(number)


def _rich_text(node: Element | None) -> str:
    """The text of a cell without what is written above it on how to read it."""
    if node is None:
        return ""
    return "".join(text_of(each if each.tag == "x:t" else child(each, "x:t")) for each in node if each.tag in _RUNS)


def _read_sheet(package: Package, part: str, sheet: Sheet, shared: _Shared, days: _Days, gathering: Gathering) -> None:
    number = 0
    hidden: set[tuple[int, int]] = set()
    wanted = ("x:col", "x:row", "x:headerFooter", "x:dataValidation")
    for element in elements(package.read(part), *wanted):
        if element.tag == "x:col":
            if _is_switched_on(element, "hidden"):
                hidden.add(_columns(element))
        elif element.tag == "x:row":
            written = element.get("r", "")
            number = int(written) if written.isdecimal() else number + 1
            if _is_switched_on(element, "hidden"):
                sheet.hidden_rows.add(number)
            _read_row(element, number, sheet, shared, days)
            if len(sheet.cells) > gathering.allowance.texts:
                break
        else:
            what = "页眉页脚" if element.tag == "x:headerFooter" else "可以选的内容"
            sheet.besides += [(what, header_text(text)) for text in element.itertext()]
    sheet.hidden_columns |= set(_all_of(hidden))


def _columns(element: Element) -> tuple[int, int]:
    """The first and the last column that ``element`` is about."""
    first, last = (element.get(key, "") for key in ("min", "max"))
    if not (first.isdecimal() and last.isdecimal() and len(first) < 6):
        return 1, 0
    return int(first), min(int(last), _COLUMNS) if len(last) < 6 else _COLUMNS


def _all_of(spans: set[tuple[int, int]]) -> Iterator[int]:
    """Every column of ``spans``, once."""
    reached = 0
    for first, last in sorted(spans):
        yield from range(max(first, reached + 1), last + 1)
        reached = max(reached, last)


def _read_row(row: Element, number: int, sheet: Sheet, shared: _Shared, days: _Days) -> None:
    column = 0
    for cell in row:
        if cell.tag != "x:c":
            continue
        place = _ADDRESS.fullmatch(cell.get("r", ""))
        column = _column_number(place[1]) if place else column + 1
        text = _cell_text(cell, shared, days).strip()
        if text:
            sheet.cells[number, column] = text


def _cell_text(cell: Element, shared: _Shared, days: _Days) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _rich_text(child(cell, "x:is"))
    value = text_of(child(cell, "x:v"))
    if kind == "s":
        return shared.text(value)
    if kind in ("b", "e") or not value:
        return ""
    return value if kind in ("str", "d") else days.text(value, cell.get("s", "0"))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _tell_comments(package: Package, part: str, sheet: Sheet, gathering: Gathering) -> int:
    """Tell the comments on the cells of a sheet; how many there are."""
    count = 0
    for kind in ("comments", "threadedComment"):
        for comments in package.related(part, kind):
            root = whole(package.read(comments))
            for author in root.iter("x:author"):
                gathering.tell("批注的作者", author.text or "", is_hidden=True)
                note_person(author.text or "", "批注的作者", gathering)
            for comment in (*root.iter("x:comment"), *root.iter("threadedComment")):
                text = "".join(comment.itertext())
                count += bool(text.strip())
                gathering.tell(f"{sheet.place}{comment.get('ref', '')}的批注", text, is_hidden=True)
    return count


def _tell_caches(package: Package, gathering: Gathering) -> None:
    """Tell what pivot tables remember of the data they were made from, and how the workbook reaches other data."""
    for part in package.parts:
        if "/pivotCache/" in part and part.endswith(".xml"):
            for element in elements(package.read(part), "x:s", "x:n"):
                value = element.get("v", "")
                text = number_as_text(value) if element.tag == "x:n" else value
                gathering.tell("数据透视表留下的原始数据", text, is_hidden=True)
        elif part.endswith("/connections.xml"):
            for element in whole(package.read(part)).iter():
                for key in ("connection", "command", "sourceFile"):
                    gathering.tell("连接的数据", element.get(key, ""), is_hidden=True)
