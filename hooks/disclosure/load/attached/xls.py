"""Binary workbooks (xls, and et of older programs), read by xlrd; what it passes over is read from the records."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import xlrd

from disclosure.load.attached.figures import day_as_text, number_as_text
from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.people import note_person
from disclosure.load.attached.sheets import Sheet, header_text, letters_of, tell_sheet
from disclosure.model import Trait

_TEXT_OBJECT, _CONTINUED, _HEADER, _FOOTER = 0x01B6, 0x003C, 0x0014, 0x0015


def read_xls(stream: bytes, gathering: Gathering) -> None:
    """Gather everything in the stream of a workbook."""
    book = _opened(stream)
    used: set[str] = set()
    comments = 0
    noted: set[str] = set()
    for read in book.sheets():
        sheet = Sheet(read.name, is_hidden=read.visibility != 0)
        sheet.hidden_rows = {row + 1 for row, info in read.rowinfo_map.items() if info.hidden}
        sheet.hidden_columns = {column + 1 for column, info in read.colinfo_map.items() if info.hidden}
        for row in range(read.nrows):
            for column, (kind, value) in enumerate(zip(read.row_types(row), read.row_values(row), strict=True)):
                text = _cell_text(kind, value, book.datemode == 1)
                used.add(text)
                if text.strip():
                    sheet.cells[row + 1, column + 1] = text.strip()
        tell_sheet(sheet, gathering)
        for (row, column), comment in read.cell_note_map.items():
            comments += 1
            noted.add(comment.text.strip())
            gathering.tell(f"{sheet.place}{letters_of(column + 1)}{row + 1}的批注", comment.text, is_hidden=True)
            gathering.tell("批注的作者", comment.author or "", is_hidden=True)
            note_person(comment.author or "", "批注的作者", gathering)
    if comments:
        gathering.note(Trait.COMMENTS, f"{comments} 处批注")
    for text in dict.fromkeys(book._sharedstrings or ()):
        if text not in used:
            gathering.tell("没有单元格再用到的文字", text, is_hidden=True)
    for where, text in _passed_over(stream):
        if text.strip() not in noted:
            gathering.tell(where, text)


def _opened(stream: bytes) -> xlrd.Book:
    """The workbook with its sheets; ``on_demand`` keeps what they share."""
    errors: list[Exception] = []
    for with_formats in (True, False):
        try:
            book = xlrd.open_workbook(
                file_contents=stream,
                logfile=io.StringIO(),
                formatting_info=with_formats,
                on_demand=True,
                ragged_rows=True,
            )
            book.sheets()
            return book
        except xlrd.XLRDError as error:
            if "encrypted" in str(error).lower():
                raise Unreadable("加了打开密码，读不出来；请去掉密码后重新上传") from error
            errors.append(error)
        except Exception as error:  # damaged records make the library fail in many ways
            errors.append(error)
    raise Unreadable("文件已经损坏，读不出来；请另存为 xlsx 后重新上传") from errors[0]


def _cell_text(kind: int, value: object, is_1904: bool) -> str:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_NUMBER and isinstance(value, float):
        return number_as_text(value)
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        return day_as_text(value, is_1904=is_1904)
    return ""


def _passed_over(stream: bytes) -> Iterator[tuple[str, str]]:
    """Text boxes, headers and footers, which stand in records of their own."""
    at = 0
    waiting = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + length]
        if kind == _TEXT_OBJECT and length >= 12:
            waiting = struct.unpack_from("<H", content, 10)[0]
        elif kind == _CONTINUED and waiting:
            yield "文本框", _decoded(content, waiting)
            waiting = 0
        elif kind in (_HEADER, _FOOTER) and length > 3:
            yield "页眉页脚", header_text(_decoded(content[2:], struct.unpack_from("<H", content)[0]))
        at += 4 + length


def _decoded(content: bytes, count: int) -> str:
    """``count`` signs behind the byte that says how wide they are."""
    if content[:1] == b"\1":
        return content[1 : 1 + 2 * count].decode("utf-16-le", "replace")
    return content[1 : 1 + count].decode("latin-1")
