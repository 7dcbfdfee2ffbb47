"""Rows of totals in the tables of a body.

A total is judged only where it is plain what it is the sum of: a table without merged cells, without “其中” and rows within rows,
in which a column holds numbers and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.amounts import shown
from disclosure.rules.texts.tables import Row, Table, tables

_TOTAL = re.compile(r"(?:合\s*计|总\s*计|共\s*计|总\s*数)(?:[（(][^）)]*[）)])?")
_SUBTOTAL = re.compile(r"小\s*计")
_NESTED = re.compile(
    r"其中|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|\d+\.\d|^\d{3,}$|[—－-]{1,2}\S|\u3000\S"
)
_NOT_ADDED = re.compile("率|%|％|比|均|标准|单价|价格|排名|序号|编号|代码|年份|年度|日期|时间|增长|指数|温|系数|倍")
_NUMBER = re.compile(r"-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_FEWEST_ROWS = 2


@text_rule(
    "table-total",
    "表格的合计要等于各行之和",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请核对合计和各行，改正写错的那个。",
    bad="| 清河镇 | 120 | … | 东山乡 | 85 | … | 合计 | 215 |",
    good="| 清河镇 | 120 | … | 东山乡 | 85 | … | 合计 | 205 |",
)
def table_total(passage: Passage, _column: Column) -> TextFindings:
    """The last row of a table, if it is a total, is the sum of the rows above."""
    text = passage.text
    if passage.source is not Source.BODY or "计" not in text or ("|" not in text and "<" not in text):
        return
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for table in tables(text):
        for row, message in _wrong_totals(table):
            yield starts[row.line], message


def _wrong_totals(table: Table) -> Iterator[tuple[Row, str]]:
    if len(table) < _FEWEST_ROWS + 2 or any(cell.is_merged for row in table for cell in row.cells):
        return
    head, *rows = table
    if any(len(row.cells) != len(head.cells) for row in rows):
        return
    totals = [row for row in rows if row.cells and _is_total(row)]
    if len(totals) != 1 or totals[0] not in (rows[0], rows[-1]):
        return
    parts = [row for row in rows if row is not totals[0]]
    if subtotals := [row for row in parts if any(_SUBTOTAL.search(cell.text) for cell in row.cells[:2])]:
        parts = subtotals
    if len(parts) < _FEWEST_ROWS or any(
        _NESTED.search(cell.text) for row in parts for cell in row.cells[:2] if not _NUMBER.fullmatch(cell.text)
    ):
        return
    for place, title in enumerate(head.cells):
        if message := _wrong_total(place, title.text, totals[0], parts):
            yield totals[0], message


def _wrong_total(place: int, title: str, total: Row, parts: list[Row]) -> str:
    """What is wrong with the total of the column at ``place``; nothing if it is no column of numbers that are added."""
    if place == 0 or _NOT_ADDED.search(title) or not title:
        return ""
    written = _number(total.cells[place].text)
    values = [_number(row.cells[place].text) for row in parts]
    if written is None or any(
        value is None and row.cells[place].text not in ("", "-", "—", "/")
        for value, row in zip(values, parts, strict=True)
    ):
        return ""
    numbers = [value for value in values if value is not None]
    if len(numbers) < _FEWEST_ROWS:
        return ""
    places = max(-int(value.as_tuple().exponent) for value in (*numbers, written))
    sum_ = sum(numbers, Decimal(0))
    if abs(sum_ - written) <= (Decimal(len(numbers)).scaleb(-places) / 2 if places else 0):
        return ""
    return (
        f"表格“{title}”一列的{total.cells[0].text or '合计'}写的是 {shown(written)}，各行相加是 {shown(sum_)}；请核对"
    )


def _is_total(row: Row) -> bool:
    return any(_TOTAL.fullmatch(cell.text) for cell in row.cells[:2])


def _number(text: str) -> Decimal | None:
    plain = "".join(text.split())
    if not _NUMBER.fullmatch(plain):
        return None
    try:
        return Decimal(re.sub("[,，]", "", plain))
    except InvalidOperation:
        return None
