"""A Word file as official papers look: A4, 仿宋, nothing in it that nobody needs, the same bytes for the same content."""

from __future__ import annotations

from typing import Any

TITLE_FONT, HEADING_FONT, TEXT_FONT = "方正小标宋简体", "黑体", "仿宋"
_FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{TITLE_FONT}"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>'
    f'<w:font w:name="{TEXT_FONT}"><w:altName w:val="FangSong"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>'
    "</w:fonts>"
).encode()
"""Which font stands in where those of official papers are not installed."""

_USED_PARTS = ("core-properties", "extended-properties", "officeDocument", "styles", "settings", "fontTable", "theme")
"""The parts kept of the library's template, by the last word of their relationship; the others are 450 kB that nobody needs."""

_USED_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid")
"""The four defaults that Word expects, and that of tables."""


def new_document(*styles: str) -> Any:
    """An empty document in the type of official papers, with the library's ``styles`` besides the usual ones."""
    # Only a build needs this library, and every command and every rendering process would wait for it.
    from docx import Document

    document = Document()
    _drop_unused(document, (*_USED_STYLES, *styles))
    _use_fonts(document)
    return document


def set_font(run: Any, font: str) -> None:
    """Write ``run`` (or a style) in ``font``, Chinese signs as well."""
    from docx.oxml.ns import qn

    run.font.name = font
    run.element.rPr.rFonts.set(qn("w:eastAsia"), font)


def describe(document: Any, title: str, author: str) -> None:
    """What the file says of itself."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, "zh-CN"
    properties.comments = ""


def _drop_unused(document: Any, styles: tuple[str, ...]) -> None:
    """Only the parts and styles of the template that are used: small enough to send by a slow line."""
    for relationships in (document.part.package.rels, document.part.rels):
        for key, relationship in list(relationships.items()):
            if relationship.reltype.rpartition("/")[2] not in _USED_PARTS:
                del relationships[key]
    for style in list(document.styles):
        if style.element.name_val not in styles:
            style.delete()


def _use_fonts(document: Any) -> None:
    """仿宋 for everything, in the East Asian slot as well, with the names of fonts that can stand in; little space around."""
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(2)
    normal.font.size = Pt(12)
    set_font(normal, TEXT_FONT)
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = _FONT_TABLE
