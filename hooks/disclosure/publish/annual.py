"""The tables of an annual report as a workbook in the layout of the official form: one sheet a table, cells merged as printed."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from disclosure.derive.annual.contexts import FormCell, FormTable, ReportPage
from disclosure.publish.interrupts import postponed_interrupts
from disclosure.publish.office import steady

_CAPTION_ROW, _FIRST_ROW = 1, 2
_LABEL_WIDTHS = {0: (), 1: (26,), 3: (16, 22, 44)}
_NUMBER_WIDTH = 12


@postponed_interrupts()
def report_workbook(page: ReportPage) -> bytes:
    """The three tables of ``page``; the same bytes for the same page."""
    # Only a build needs this library, and every command and every rendering process would wait for it.
    from openpyxl import Workbook

    book = Workbook()
    del book[book.sheetnames[0]]
    for part in page.parts:
        for table in part.tables:
            _write(book.create_sheet(table.sheet), table)
    written = io.BytesIO()
    book.save(written)
    return steady(written)


def _write(sheet: Any, table: FormTable) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    thin = Side(style="thin")
    around = Border(left=thin, right=thin, top=thin, bottom=thin)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    widths = _LABEL_WIDTHS[table.labels]
    for number in range(1, table.columns + 1):
        width = widths[number - 1] if number <= len(widths) else _NUMBER_WIDTH
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.merge_cells(start_row=_CAPTION_ROW, end_row=_CAPTION_ROW, start_column=1, end_column=table.columns)
    caption = sheet.cell(row=_CAPTION_ROW, column=1, value=table.caption)
    caption.font, caption.alignment = Font(bold=True, size=14), middle
    taken: set[tuple[int, int]] = set()
    rows = (*table.head, *(row for body in table.bodies for row in body))
    for place, row in enumerate(rows, _FIRST_ROW):
        column = 1
        for cell in row:
            while (place, column) in taken:
                column += 1
            _put(sheet, place, column, cell, Font(bold=bool(cell.scope)), middle)
            taken |= {(place + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
            column += cell.colspan
    for place, column in taken:
        sheet.cell(row=place, column=column).border = around
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if table.is_wide else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet: Any, row: int, column: int, cell: FormCell, font: Any, alignment: Any) -> None:
    written = sheet.cell(row=row, column=column, value=cell.text if cell.number is None else cell.number)
    written.font, written.alignment = font, alignment
    if isinstance(cell.number, Decimal):
        places = -int(cell.number.as_tuple().exponent)
        written.number_format = "0." + "0" * places if places > 0 else "0"
    if cell.rowspan > 1 or cell.colspan > 1:
        sheet.merge_cells(
            start_row=row, end_row=row + cell.rowspan - 1, start_column=column, end_column=column + cell.colspan - 1
        )
