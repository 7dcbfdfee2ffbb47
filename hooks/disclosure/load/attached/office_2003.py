"""Office files of 2003 in one XML, which programs still export as doc and xls; any other XML is read as plain XML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from disclosure.load.attached.docx import Story
from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.plain import read_xml
from disclosure.load.attached.sheets import Sheet, tell_sheet
from disclosure.load.attached.xml_parts import elements, root_name


def read_office_2003(data: bytes, gathering: Gathering) -> None:
    """Gather what is in a Word document or a workbook that is one XML file."""
    root = root_name(data)
    if root == "w:wordDocument":
        story = Story(gathering, frozenset())
        for element in elements(data, "w:p", "w:tbl"):
            story.block(element)
        story.note()
    elif root == "Workbook":
        for worksheet in elements(data, "Worksheet"):
            tell_sheet(_sheet_of(worksheet), gathering)
    else:
        read_xml(data, gathering)


def _sheet_of(worksheet: Element) -> Sheet:
    hidden = any(each.text != "SheetVisible" for each in worksheet.iter("Visible"))
    sheet = Sheet(worksheet.get("Name", ""), is_hidden=hidden)
    number = 0
    for row in worksheet.iter("Row"):
        number = _index_of(row, number)
        if row.get("Hidden") == "1":
            sheet.hidden_rows.add(number)
        column = 0
        for cell in row.iter("Cell"):
            column = _index_of(cell, column)
            if text := "".join("".join(data.itertext()) for data in cell if data.tag == "Data").strip():
                sheet.cells[number, column] = text
            sheet.besides += [("批注", "".join(each.itertext())) for each in cell if each.tag == "Comment"]
    return sheet


def _index_of(element: Element, before: int) -> int:
    written = element.get("Index", "")
    return int(written) if written.isdecimal() and len(written) < 8 else before + 1
