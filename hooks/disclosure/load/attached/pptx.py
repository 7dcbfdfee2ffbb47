"""Slides (pptx): texts, tables, notes, comments, in the order in which they are shown."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.package import Package, tell_properties, tell_surroundings
from disclosure.load.attached.package_rest import tell_embedded, tell_rest
from disclosure.load.attached.tables import tell_table
from disclosure.load.attached.xml_parts import whole
from disclosure.model import Trait


def read_pptx(package: Package, gathering: Gathering) -> None:
    """Gather everything in a set of slides."""
    main = package.main
    targets = {relation.id: relation.target for relation in package.relations(main)}
    entries = whole(package.read(main)).iter("p:sldId")
    parts = [target for entry in entries if (target := targets.get(entry.get("r:id", ""), "")) in package]
    comments = 0
    for number, part in enumerate(parts, 1):
        slide = whole(package.read(part))
        is_hidden = slide.get("show", "1") in ("0", "false")
        where = f"隐藏的第{number}页" if is_hidden else f"第{number}页"
        if is_hidden:
            gathering.note(Trait.HIDDEN, where)
        _tell_slide(slide, where, gathering, is_hidden=is_hidden)
        for notes in package.related(part, "notesSlide"):
            for paragraph in whole(package.read(notes)).iter("a:p"):
                gathering.tell(f"{where}的备注", _text(paragraph), is_hidden=True)
        for kind in ("comments", "comment"):
            for part_of_comments in package.related(part, kind):
                comments += 1
                for text in whole(package.read(part_of_comments)).itertext():
                    gathering.tell(f"{where}的批注", text, is_hidden=True)
    if comments:
        gathering.note(Trait.COMMENTS, f"{comments} 页上的批注")
    tell_properties(package, gathering)
    tell_rest(package, gathering)
    tell_embedded(package, gathering)
    tell_surroundings(package, gathering)


def _tell_slide(slide: Element, where: str, gathering: Gathering, *, is_hidden: bool) -> None:
    in_tables: set[Element] = set()
    for number, table in enumerate(slide.iter("a:tbl"), 1):
        in_tables |= set(table.iter("a:p"))
        rows = [
            {column: "\n".join(map(_text, cell.iter("a:p"))).strip() for column, cell in enumerate(row.iter("a:tc"))}
            for row in table.iter("a:tr")
        ]
        tell_table(gathering, rows, f"{where}表格{number}", is_hidden=is_hidden)
    for element in slide.iter():
        if element.tag == "a:p" and element not in in_tables:
            gathering.tell(where, _text(element), is_hidden=is_hidden)
        elif element.tag == "p:cNvPr":
            for key in ("descr", "title"):
                gathering.tell(f"{where}图片的替代文字", element.get(key, ""), is_hidden=True)


def _text(paragraph: Element) -> str:
    return "".join("\n" if each.tag == "a:br" else each.text or "" for each in paragraph.iter() if each.tag in _SIGNS)


_SIGNS = ("a:t", "a:br")
