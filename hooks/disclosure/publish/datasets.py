"""Data sets as files: CSV for Excel, XLSX, JSON.  The same values in all of them, the same bytes for the same values."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import Any

from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.pieces import Place
from disclosure.publish.interrupts import postponed_interrupts
from disclosure.publish.office import cell_text, steady

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
_WIDTHS = {
    DataKind.NUMBER: 16,
    DataKind.DAY: 14,
    DataKind.ADDRESS: 40,
    DataKind.TEXT: 28,
    DataKind.TEXTS: 28,
    DataKind.ADDRESSES: 40,
}
_BETWEEN = "；"
"""Between the values of a field of many, where a cell holds one text."""

_EXCEL_DIGITS = 15
"""A number of more digits is text in a spreadsheet: Excel would make zeros of the last ones."""


def csv_of(dataset: Dataset, site_url: str) -> bytes:
    """UTF-8 with a byte-order mark, because Excel asks for it; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_heading(field) for field in dataset.fields])
    for row in dataset.rows:
        writer.writerow([_csv_cell(value, site_url) for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def json_of(dataset: Dataset, site_url: str) -> bytes:
    """What the data set is, its fields, and its rows as objects with the names of the fields as keys."""
    names = [json.dumps(field.name, ensure_ascii=False) for field in dataset.fields]
    whole = {
        "标识": dataset.id,
        "名称": dataset.title,
        "说明": dataset.description,
        "机关": dataset.organ,
        "更新日期": dataset.updated.isoformat() if dataset.updated else None,
        "页面": _whole(dataset.page, site_url),
        "字段": [
            {"名称": field.name, "类型": str(field.kind), "单位": field.unit, "说明": field.meaning}
            for field in dataset.fields
        ],
        "记录数": len(dataset.rows),
    }
    head = json.dumps(whole, ensure_ascii=False, indent=1)
    rows = (
        "{" + ", ".join(f"{name}: {_json(value, site_url)}" for name, value in zip(names, row, strict=True)) + "}"
        for row in dataset.rows
    )
    return (head[:-2] + ',\n "数据": [\n' + ",\n".join(rows) + "\n]}\n").encode()


@postponed_interrupts()
def xlsx_of(dataset: Dataset, site_url: str) -> bytes:
    """A workbook with the rows on its first sheet, their header fixed and filtered, and what they are on its second."""
    # Only a build needs this library, and every command and every rendering process would wait for it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    last = get_column_letter(len(dataset.fields))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(dataset.rows) + 1}"
    for number, field in enumerate(dataset.fields, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS[field.kind]
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")

    def cell(on: Any, value: DataValue, *, is_head: bool = False) -> Any:
        made = WriteOnlyCell(on, value=_sheet_value(value, site_url))
        if isinstance(made.value, str):
            made.data_type = "s"
            made.alignment = wrapped
        elif isinstance(value, dt.date):
            made.number_format = "yyyy-mm-dd"
        elif isinstance(value, Decimal):
            made.number_format = _format_of(value)
        if is_head:
            made.font = bold
        return made

    sheet.append([cell(sheet, _heading(field), is_head=True) for field in dataset.fields])
    for row in dataset.rows:
        sheet.append([cell(sheet, value) for value in row])
    about = book.create_sheet("说明")
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 20, 70
    facts = (
        ("名称", dataset.title),
        ("说明", dataset.description),
        ("机关", dataset.organ),
        ("更新日期", dataset.updated),
    )
    for name, value in (*facts, *((_heading(field), field.meaning or None) for field in dataset.fields)):
        about.append([cell(about, name, is_head=True), cell(about, value)])
    written = io.BytesIO()
    book.save(written)
    return steady(written)


def _heading(field: DataField) -> str:
    return f"{field.name}（{field.unit}）" if field.unit else field.name


def _csv_cell(value: DataValue, site_url: str) -> str:
    if isinstance(value, tuple):
        value = _joined(value, site_url)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_SIGNS) else value
    plain = _plain(value, site_url)
    return "" if plain is None else str(plain)


def _json(value: DataValue, site_url: str) -> str:
    """``value`` as JSON; a Decimal with its own digits, because a float would lose the last of many."""
    if isinstance(value, tuple):
        return json.dumps([_plain(each, site_url) for each in value], ensure_ascii=False)
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(_plain(value, site_url), ensure_ascii=False)


def _plain(value: str | int | Decimal | dt.date | Place | None, site_url: str) -> str | int | None:
    """``value`` without types of ours: days and places as text, a Decimal as its digits."""
    if isinstance(value, Place):
        return _whole(value.address, site_url)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value


def _joined(values: tuple[str, ...] | tuple[Place, ...], site_url: str) -> str:
    return _BETWEEN.join(str(_plain(value, site_url)) for value in values)


def _sheet_value(value: DataValue, site_url: str) -> Any:
    if isinstance(value, tuple):
        value = _joined(value, site_url) or None
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, int | Decimal) and len(str(value).lstrip("-").replace(".", "")) > _EXCEL_DIGITS:
        return str(value)
    return _whole(value.address, site_url) if isinstance(value, Place) else value


def _format_of(value: Decimal) -> str:
    """As many places as were written, so that 10.50 stays 10.50."""
    places = -int(value.as_tuple().exponent)
    return "0." + "0" * places if places > 0 else "0"


def _whole(address: str, site_url: str) -> str:
    return f"{site_url}{address}"
