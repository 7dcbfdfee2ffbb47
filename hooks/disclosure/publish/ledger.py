"""A 整改台账 as a workbook that is sent to an organ: titled, ruled, one page wide on A4, with cells to fill in."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from disclosure.derive.data_pieces import Dataset, DataValue
from disclosure.derive.pieces import Place
from disclosure.publish.interrupts import postponed_interrupts
from disclosure.publish.office import cell_text, steady

_TITLE_ROW, _ABOUT_ROW, _HEAD_ROW = 1, 2, 3
_WIDTHS = {
    "序号": 6,
    "级别": 7,
    "问题": 42,
    "标题": 24,
    "在哪里": 24,
    "网页": 8,
    "怎么改": 34,
    "依据": 18,
    "整改情况": 24,
}
_USUAL_WIDTH = 12


@postponed_interrupts()
def ledger_workbook(dataset: Dataset, site_url: str) -> bytes:
    """The rows of a ledger under its title; the same bytes for the same ledger."""
    # Only a report needs this library, and every command would wait for it.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "整改台账"
    thin = Side(style="thin")
    around = Border(left=thin, right=thin, top=thin, bottom=thin)
    top, middle = Alignment(vertical="top", wrap_text=True), Alignment(horizontal="center", vertical="center")
    last = len(dataset.fields)
    for row, words, size in ((_TITLE_ROW, dataset.title, 16), (_ABOUT_ROW, dataset.description, 11)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
        cell = sheet.cell(row=row, column=1)
        _fill(cell, words, site_url)
        cell.font, cell.alignment = Font(bold=row == _TITLE_ROW, size=size), middle
        sheet.row_dimensions[row].height = size * 2
    for number, field in enumerate(dataset.fields, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(field.name, _USUAL_WIDTH)
        cell = sheet.cell(row=_HEAD_ROW, column=number, value=field.name)
        cell.font, cell.alignment, cell.border = Font(bold=True), middle, around
    for place, values in enumerate(dataset.rows, _HEAD_ROW + 1):
        for number, value in enumerate(values, 1):
            cell = sheet.cell(row=place, column=number)
            _fill(cell, value, site_url)
            cell.alignment, cell.border = top, around
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(last)}{_HEAD_ROW + len(dataset.rows)}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    written = io.BytesIO()
    book.save(written)
    return steady(written)


def _fill(cell: Any, value: DataValue, site_url: str) -> None:
    """Put ``value`` into ``cell``: text is never a formula, a place is a link."""
    if isinstance(value, Place):
        cell.value, cell.hyperlink, cell.style = "打开", f"{site_url}{value.address}", "Hyperlink"
    elif isinstance(value, str):
        cell.value, cell.data_type = cell_text(value), "s"
    elif value is not None:
        cell.value = value
        if isinstance(value, dt.date):
            cell.number_format = "yyyy-mm-dd"
