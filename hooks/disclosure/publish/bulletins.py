"""A whole issue of 政府公报 as a Word file: contents that lead to the texts, headings, paragraphs, tables.

It says what the page of the whole issue says, from the same values.
"""

from __future__ import annotations

import io
from typing import Any

from disclosure.derive.bulletins.contexts import IssueText, WholeBulletinPage
from disclosure.derive.pieces import File
from disclosure.publish.issue import html_of
from disclosure.publish.office import steady
from disclosure.publish.tree import tree_of
from disclosure.publish.word import HEADING_FONT, TITLE_FONT, describe, new_document, set_font
from disclosure.publish.word_body import BodyWriter

CONTENTS, FILES = "目录", "附件"
_LEVELS = 5
"""Levels of headings: sections, texts, and three inside a text."""

_SIZES = {1: 22, 2: 18}
_TEXT_SIZE, _HEADING_SIZE = 14, 15


def issue_file(page: WholeBulletinPage, site_url: str = "") -> bytes:
    """The Word file of ``page``; the same bytes for the same page.

    Links to pages of the site need its address; without one their text stays.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = new_document(*(f"heading {level}" for level in range(1, _LEVELS + 1)), "footer")
    _set_up(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _sized(title.add_run(page.heading), TITLE_FONT, 26)
    for line in page.cover:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write_contents(document, page)
    place = 0
    for part in page.parts:
        heading = document.add_paragraph(part.name, style="Heading 1")
        heading.paragraph_format.page_break_before = True
        for number, text in enumerate(part.texts):
            place += 1
            _write_text(document, text, place, site_url, on_new_page=number > 0)
    describe(document, page.heading, page.organ)
    written = io.BytesIO()
    document.save(written)
    return steady(written)


def file_line(file: File) -> str:
    """An attachment, which lies beside its document and not in the issue."""
    return f"{file.title}（{file.kind}，{file.size}）"


def _write_contents(document: Any, page: WholeBulletinPage) -> None:
    heading = document.add_paragraph()
    heading.paragraph_format.space_before = _points(20)
    _sized(heading.add_run(CONTENTS), HEADING_FONT, 16)
    for part in page.parts:
        _sized(document.add_paragraph().add_run(part.name), HEADING_FONT, _TEXT_SIZE)
        for text in part.texts:
            line = document.add_paragraph()
            line.paragraph_format.left_indent = _points(28)
            _link(line, text.title, text.anchor)


def _write_text(document: Any, text: IssueText, place: int, site_url: str, *, on_new_page: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    heading = document.add_paragraph(text.title, style="Heading 2")
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.page_break_before = on_new_page
    _mark(heading, text.anchor, place)
    if text.number:
        document.add_paragraph(text.number).alignment = WD_ALIGN_PARAGRAPH.CENTER
    body = tree_of(html_of(text, lambda address: address if ":" in address else f"{site_url}{address}"))
    BodyWriter(document, lambda level: f"Heading {min(level - 1, _LEVELS)}").write(body)
    if text.files:
        _sized(document.add_paragraph().add_run(FILES), HEADING_FONT, _TEXT_SIZE)
        for file in text.files:
            document.add_paragraph(file_line(file))
            if file.alternative:
                document.add_paragraph(file.alternative)


def _set_up(document: Any) -> None:
    """A4 with the margins of official papers, black headings in 黑体, page numbers."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    document.styles["Normal"].font.size = _points(_TEXT_SIZE)
    for level in range(1, _LEVELS + 1):
        style = document.styles[f"Heading {level}"]
        style.font.size = _points(_SIZES.get(level, _HEADING_SIZE))
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = style.font.italic = False
        set_font(style, TITLE_FONT if level == 2 else HEADING_FONT)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    _field(footer, "PAGE")
    footer.add_run(" —")


def _sized(run: Any, font: str, size: float) -> None:
    run.font.size = _points(size)
    set_font(run, font)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _mark(paragraph: Any, name: str, number: int) -> None:
    """Make ``paragraph`` a place that links lead to."""
    start = _element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    end = _element("w:bookmarkEnd", {"w:id": str(number)})
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def _link(paragraph: Any, text: str, name: str) -> None:
    """A link to the place ``name``, which Word and WPS follow."""
    run = paragraph.add_run(text)
    link = _element("w:hyperlink", {"w:anchor": name})
    paragraph._p.append(link)
    link.append(run._r)


def _field(paragraph: Any, code: str) -> None:
    field = _element("w:fldSimple", {"w:instr": code})
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def _element(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
