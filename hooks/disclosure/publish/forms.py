"""The application form as a Word file, from the same fields as the page: to write on, with a pen or in Word or WPS."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from disclosure.derive.apply_pieces import FormField
from disclosure.derive.contexts import FormPage
from disclosure.publish.office import steady
from disclosure.publish.word import TITLE_FONT, describe, new_document, set_font

_LABEL_MM, _VALUE_MM = 48, 122
_NOTE = "没有写“必填”的可以不填。不需要说明用途。交申请时请出示身份证明，或者附上它的复印件。"


def form_file(page: FormPage) -> bytes:
    """The Word file of ``page``: A4, one table whose first column holds the labels; the same bytes for the same page."""
    # Only a build needs this library, and every command and every rendering process would wait for it.
    from docx.shared import Mm

    document = new_document()
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
    describe(document, page.heading, page.organ)
    written = io.BytesIO()
    document.save(written)
    return steady(written, zipfile.ZIP_STORED)


def _write_title(document: Any, page: FormPage) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(f"{page.organ}\n{page.heading}")
    run.font.size = Pt(18)
    set_font(run, TITLE_FONT)


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.paragraphs[0].add_run(text).bold = bold


def _blank(field: FormField) -> str:
    """What stands in the empty form: boxes to mark, room for several lines, or nothing."""
    if field.control == "choice" or (field.control == "select" and len(field.options) <= 8):
        return "　".join(f"□ {option}" for option in field.options)
    if field.control == "text":
        return "\n" * (1 if field.autocomplete == "street-address" else 6)
    return ""
