"""What every package of Office may hold besides its main text: charts, drawings, packed data, whole files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.package import Package
from disclosure.load.attached.sniffing import ending_of
from disclosure.load.attached.xml_parts import whole

_NOT_READ = re.compile(
    r"(?:^|/)(?:theme|_rels|slideLayouts|slideMasters|notesMasters|handoutMasters|printerSettings|customXml/itemProps)"
    r"|(?:^|/)(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|calcChain|presProps|viewProps|tableStyles"
    r"|\[Content_Types\]|commentsExtended|commentsIds|commentsExtensible|app|core|custom)\d*\.xml$",
    re.IGNORECASE,
)
_DRAWN = (("charts/", "图表"), ("diagrams/", "图形"), ("drawings/", "图形"))
_PARAGRAPHS = {"a:p": "a:t", "w:p": "w:t"}
_CHUNKS = ("htm", "html", "mht", "rtf", "txt", "docx")
"""Whole files that Word takes in when it opens the document."""

_RUNS = frozenset(_PARAGRAPHS.values())


def tell_rest(package: Package, gathering: Gathering) -> None:
    """Gather the texts of the XML parts that nobody has read yet."""
    for part in package.parts:
        if part in package.read_parts or not part.endswith(".xml") or _NOT_READ.search(part):
            continue
        drawn = next((what for folder, what in _DRAWN if folder in part), "")
        where = f"{drawn} {posixpath.basename(part)}" if drawn else f"部件 {part}"
        try:
            root = whole(package.read(part))
        except Unreadable as reason:
            gathering.fault(f"{where}：{reason}")
            continue
        for text in _texts(root, is_drawn=bool(drawn)):
            gathering.tell(where, text, is_hidden=not drawn)


def _texts(root: Element, *, is_drawn: bool) -> Iterator[str]:
    """The paragraphs of a drawing, the values of a chart, or whatever text there is."""
    within: list[str] = []
    for element in root.iter():
        tag = element.tag
        if tag in _PARAGRAPHS:
            yield "".join(each.text or "" for each in element.iter(_PARAGRAPHS[tag]))
        elif tag.rpartition(":")[2] == "cNvPr":
            yield from (element.get(key, "") for key in ("descr", "title"))
        elif tag not in _RUNS and (not is_drawn or tag == "v"):
            within += [text for text in (element.text, element.tail) if text and text.strip()]
    yield from dict.fromkeys(within)


def tell_embedded(package: Package, gathering: Gathering) -> None:
    """Gather what stands in the files that are packed into this one: the workbook behind a chart, a pasted file."""
    for part in package.parts:
        name = posixpath.basename(part)
        if "/embeddings/" in part or (ending_of(name) in _CHUNKS and part not in package.read_parts):
            gathering.read_inside(package.read(part), name, f"嵌入的 {name}", is_object=True)
