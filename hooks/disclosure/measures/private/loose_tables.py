"""What is left of tables in plain text: lines of words apart, comma-separated lines, and cells that stand a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.names import ANY_NAME, SURE_NAME, is_name
from disclosure.measures.private.signs import lines_with
from disclosure.measures.private.tables import Cell, Row, Table, caption_below, cells_between, title_above

_PEOPLE = re.compile(
    "姓名|户主|户名|名字|学生|新生|幼儿|儿童|婴|宝宝|孤儿|申请人|领取人|收款人|对象|患者|成员|队员|选手|被鉴定人|护照|证件|身份证|生日|出生|手机|邮箱|微信|卡号|账号|编号|单号|E-?mail"
)
_HEAD_OF_PEOPLE = re.compile(
    r".{0,8}(?:姓名|户主|名字|户名)(?:姓名)?|.{0,6}(?:学生|新生|幼儿|婴幼儿|宝宝|儿童|孤儿|申请人|领取人|收款人|对象|患者|成员|队员|选手|被鉴定人)|.{0,4}(?:护照|证件号|身份证|手机|银行卡|卡号|账号)(?:号码?)?|"
    "出生(?:日期|年月日?|时间)?|生日|.{0,4}邮箱|E-?mail|微信号?|.{0,6}(?:编号|单号)",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(r"[。；：:|<]|\d{3}")
_COMMA, _TAB, _BLANKS = re.compile(","), re.compile("\t"), re.compile(r"[ \t\u3000\xa0]+")
_LONGEST_HEADS, _LONGEST_HEAD, _MISSES, _MOST_COLUMNS = 200, 14, 3, 30
_RECORD = re.compile(rf"(?m)(?:^|[,\t])[ \u3000]*{ANY_NAME}[ \u3000]*(?=[,\t])|[,\t][ \u3000]*{ANY_NAME}[ \u3000]*\r?$")
_NAME_LINE = re.compile(rf"(?m)^[ \t\u3000]*({SURE_NAME})[ \t\u3000\r]*$")
_LONGEST_CELL, _MOST_CELLS = 24, 12
_SENTENCE = re.compile("[。；！？!?，]")
_SERIAL = re.compile(r"\d{1,4}[.、]?")
_NUMBER_HEAD = re.compile("序号|编号|序|号|No\\.?|#", re.IGNORECASE)


def of_columns(text: str) -> Iterator[Table]:
    """A line of heads, and below it lines with as many words."""
    below = 0
    for start, end in lines_with(_PEOPLE, text):
        if start < below or end - start > _LONGEST_HEADS:
            continue
        separator = next((each for each in (_TAB, _COMMA) if each.search(text, start, end)), _BLANKS)
        heads = _cells(text, start, end, separator)
        if not 2 <= len(heads) <= _MOST_COLUMNS or not any(_HEAD_OF_PEOPLE.fullmatch(cell.text) for cell in heads):
            continue
        if any(len(cell.text) > _LONGEST_HEAD or _NO_HEAD.search(cell.text) for cell in heads):
            continue
        rows: list[Row] = []
        misses, below = 0, end + 1
        end_of_table = end
        while below < len(text) and misses < _MISSES:
            stop = text.find("\n", below)
            stop = len(text) if stop < 0 else stop
            row = _fitted(_cells(text, below, stop, separator), len(heads))
            if row:
                rows.append(row)
                end_of_table = stop
            misses = 0 if row else misses + bool(text[below:stop].strip())
            below = stop + 1
        if rows:
            title = f"{title_above(text, start)} {caption_below(text, end_of_table)}".strip()
            yield Table(tuple(cell.text for cell in heads), tuple(rows), title)


def _cells(text: str, start: int, end: int, separator: re.Pattern[str]) -> tuple[Cell, ...]:
    """The cells of a line; between blanks there are no empty ones."""
    cells = cells_between(text, start, end, separator)
    return tuple(cell for cell in cells if cell.text or separator is not _BLANKS)


def _fitted(cells: tuple[Cell, ...], width: int) -> Row | None:
    """The cells of a line if they fit under the heads, a name with a blank inside joined."""
    row = list(cells)
    if len(row) == width + 1:
        for place in range(width):
            if all(re.fullmatch("[\u4e00-\u9fff]", row[each].text) for each in (place, place + 1)):
                joined = Cell(row[place].start, row[place + 1].end, row[place].text + row[place + 1].text)
                row[place : place + 2] = [joined]
                break
    return tuple(row) if len(row) == width else None


def records(text: str) -> Iterator[Table]:
    """Lines of comma- or tab-separated cells with a name among them, without heads."""
    if "\t" not in text and text.count(",") < 2:
        return
    rows: list[Row] = []
    told = -1
    for match in _RECORD.finditer(text):
        start = text.rfind("\n", 0, match.start() + 1) + 1 if text[match.start()] != "\n" else match.start() + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        if start > told:
            told = start
            separator = _TAB if "\t" in text[start:end] else _COMMA
            rows.append(_cells(text, start, end, separator))
    if rows:
        yield Table((), tuple(rows))


def of_lines(text: str) -> Iterator[Table]:
    """Cells a line each: with their heads, if these are there, or from one name or serial number to the next."""
    told = -1
    for match in _NAME_LINE.finditer(text):
        if match.start() <= told or not is_name(match[1]):
            continue
        lines = _block_around(text, *match.span(1))
        told = lines[-1].end
        if len(lines) > 2:
            yield from _in_block(lines, title_above(text, lines[0].start))


def _block_around(text: str, start: int, end: int) -> list[Cell]:
    """The short lines before and after a name that belong together."""
    before: list[Cell] = []
    at = text.rfind("\n", 0, start)
    while at > 0 and len(before) < _MOST_CELLS * 3:
        line = text.rfind("\n", 0, at)
        cell = Cell(line + 1, at, text[line + 1 : at].strip())
        if not _is_cell(cell.text):
            break
        before.insert(0, cell)
        at = line
    found = [*before, Cell(start, end, text[start:end])]
    at = text.find("\n", end)
    while 0 <= at < len(text):
        line = text.find("\n", at + 1)
        line = len(text) if line < 0 else line
        cell = Cell(at + 1, line, text[at + 1 : line].strip())
        if not _is_cell(cell.text):
            break
        found.append(cell)
        at = line
    return found


def _is_cell(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_CELL and not _SENTENCE.search(text)


def _in_block(lines: list[Cell], title: str) -> Iterator[Table]:
    texts = [line.text for line in lines]
    for place, word in enumerate(texts):
        if _NUMBER_HEAD.fullmatch(word) and "1" in texts[place + 1 : place + _MOST_COLUMNS]:
            width = texts.index("1", place + 1) - place
            rows = [tuple(lines[at : at + width]) for at in range(place + width, len(lines) - width + 1, width)]
            if width > 1 and rows:
                yield Table(tuple(texts[place : place + width]), tuple(rows), " ".join((title, *texts[:place])))
                return
    rows = []
    row: list[Cell] = []
    for place, line in enumerate(lines):
        is_serial = bool(_SERIAL.fullmatch(line.text)) and any(map(is_name, texts[place + 1 : place + 2]))
        is_new = is_serial or (is_name(line.text) and any(is_name(each.text) for each in row))
        if is_new or len(row) >= _MOST_CELLS:
            rows.append(tuple(row))
            row = []
        row.append(line)
    yield Table((), tuple(each for each in (*rows, tuple(row)) if each), title)
