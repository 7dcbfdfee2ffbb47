"""The application form as a Word file, from the same fields as the page: to write on, with a pen or in Word or WPS."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from disclosure.derive.apply_pieces import FormField
from disclosure.derive.contexts import FormPage
from disclosure.publish.office import steady

_TITLE_FONT, _TEXT_FONT = "方正小标宋简体", "仿宋"
_FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{_TITLE_FONT}"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>'
    f'<w:font w:name="{_TEXT_FONT}"><w:altName w:val="FangSong"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>'
    "</w:fonts>"
).encode()
"""Which font stands in where those of official papers are not installed."""

_USED_PARTS = ("core-properties", "extended-properties", "officeDocument", "styles", "settings", "fontTable", "theme")
"""The parts kept of the library's template, by the last word of their relationship; the others are 450 kB that nobody needs."""

_USED_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid")
"""The four defaults that Word expects, and that of the table."""

_LABEL_MM, _VALUE_MM = 48, 122
_NOTE = "没有写“必填”的可以不填。不需要说明用途。交申请时请出示身份证明，或者附上它的复印件。"


def form_file(page: FormPage) -> bytes:
    """The Word file of ``page``: A4, one table whose first column holds the labels; the same bytes for the same page."""
    # Only a build needs this library, and every command and every rendering process would wait for it.
    from docx import Document
    from docx.shared import Mm

    document = Document()
    _drop_unused(document)
    _use_fonts(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    _write_title(document, page)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for group in page.groups:
        heading = table.add_row().cells
        _write(heading[0].merge(heading[1]), group.legend, bold=True)
        for field in group.fields:
            label, value = table.add_row().cells
            _write(label, field.label + ("（必填）" if field.required else ""), bold=True)
            _write(value, _blank(field))
    for signature in page.signatures:
        label, value = table.add_row().cells
        _write(label, signature, bold=True)
        _write(value, "\n")
    document.add_paragraph(_NOTE)
    for row in table.rows:
        row.cells[0].width, row.cells[-1].width = Mm(_LABEL_MM), Mm(_VALUE_MM)
    properties = document.core_properties
    properties.title, properties.author, properties.language = page.heading, page.organ, "zh-CN"
    properties.comments = ""
    written = io.BytesIO()
    document.save(written)
    return steady(written, zipfile.ZIP_STORED)


def _drop_unused(document: Any) -> None:
    """Only the parts and styles of the template that a form needs: small enough to send by a slow line."""
    for relationships in (document.part.package.rels, document.part.rels):
        for key, relationship in list(relationships.items()):
            if relationship.reltype.rpartition("/")[2] not in _USED_PARTS:
                del relationships[key]
    for style in list(document.styles):
        if style.element.name_val not in _USED_STYLES:
            style.delete()


def _use_fonts(document: Any) -> None:
    """仿宋 for everything, in the East Asian slot as well, with the names of fonts that can stand in; little space around."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(2)
    font = normal.font
    font.name, font.size = _TEXT_FONT, Pt(12)
    font.element.rPr.rFonts.set(qn("w:eastAsia"), _TEXT_FONT)
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = _FONT_TABLE


def _write_title(document: Any, page: FormPage) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(f"{page.organ}\n{page.heading}")
    run.font.name, run.font.size = _TITLE_FONT, Pt(18)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), _TITLE_FONT)


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.paragraphs[0].add_run(text).bold = bold


def _blank(field: FormField) -> str:
    """What stands in the empty form: boxes to mark, room for several lines, or nothing."""
    if field.control == "choice" or (field.control == "select" and len(field.options) <= 8):
        return "　".join(f"□ {option}" for option in field.options)
    if field.control == "text":
        return "\n" * (1 if field.autocomplete == "street-address" else 6)
    return ""
