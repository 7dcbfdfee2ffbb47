"""OpenDocument (odt, ods, odp): paragraphs and cells, comments, deleted text, properties."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.people import note_person
from disclosure.load.attached.tables import tell_table
from disclosure.load.attached.xml_parts import elements, whole
from disclosure.load.attached.zipped import Archive
from disclosure.model import Trait

_PROPERTIES = {
    "title": "标题",
    "subject": "主题",
    "description": "备注",
    "creator": "最后修改者",
    "initial-creator": "作者",
}
_CELLS = ("table-cell", "covered-table-cell")
_REPEATED = 50
_MANIFEST = "META-INF/manifest.xml"


def read_odf(archive: Archive, gathering: Gathering) -> None:
    """Gather what is in an OpenDocument file."""
    if _MANIFEST in archive.members and next(elements(archive.read(_MANIFEST), "encryption-data"), None) is not None:
        raise Unreadable("加了打开密码，读不出来；请去掉密码后重新上传")
    _Body(gathering).tell(whole(archive.read("content.xml")))
    if "meta.xml" in archive.members:
        for element in whole(archive.read("meta.xml")).iter():
            if key := _PROPERTIES.get(element.tag):
                gathering.tell_property(key, element.text or "")
                if key in ("作者", "最后修改者"):
                    note_person(element.text or "", f"文件属性“{key}”", gathering)


class _Body:
    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._paragraphs = 0
        self._tables = 0

    def tell(self, node: Element) -> None:
        for child in node:
            if child.tag == "table":
                self._table(child)
            elif child.tag in ("p", "h"):
                self._paragraphs += 1
                self._gathering.tell(f"第{self._paragraphs}段", _text(child))
                self._besides(child)
            elif child.tag == "tracked-changes":
                self._gathering.note(Trait.CHANGES, "修订")
                self._gathering.tell("修订删去的文字", "\n".join(child.itertext()), is_hidden=True)
            else:
                self.tell(child)

    def _table(self, table: Element) -> None:
        self._tables += 1
        rows: list[dict[int, str]] = []
        for row in table.iter("table-row"):
            cells: dict[int, str] = {}
            column = 0
            for cell in row:
                if cell.tag in _CELLS:
                    cells[column] = "\n".join(_text(each) for each in cell if each.tag in ("p", "h"))
                    self._besides(cell)
                    repeated = cell.get("number-columns-repeated", "1")
                    column += min(int(repeated), _REPEATED) if repeated.isdecimal() else 1
            rows.append({column: text for column, text in cells.items() if text})
        name = table.get("name", "")
        tell_table(self._gathering, rows, f"工作表“{name}”" if name else f"表格{self._tables}")

    def _besides(self, node: Element) -> None:
        for note in node.iter("annotation"):
            self._gathering.note(Trait.COMMENTS, "批注")
            self._gathering.tell("批注", "\n".join(note.itertext()), is_hidden=True)


def _text(node: Element) -> str:
    parts = [node.text or ""]
    for child in node:
        if child.tag != "annotation":
            parts.append("\t" if child.tag == "tab" else "\n" if child.tag == "line-break" else _text(child))
        parts.append(child.tail or "")
    return "".join(parts)
