"""Heads of tables: what a cell is about, from the row of heads above it or, in forms, from the label on its left."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

Row = Mapping[int, str]
"""The texts of a row by the number of their column; blank cells are left out."""

_LOOKED_AT = 12
_NEXT = 3
_BELOW = 10
_LABEL = re.compile(
    r"序号|编号|编码|代码|号码|姓名|名称|名单|性别|民族|年龄|出生|身份|证件|电话|手机|联系|地址|住址|户籍|籍贯|单位|机关|部门|职务|职称"
    r"|岗位|学历|学校|班级|专业|日期|时间|年度|金额|标准|数量|面积|人数|合计|账号|账户|卡号|开户|银行|备注|说明|项目|类别|类型|事项|内容"
    r"|依据|所在|乡镇|街道|社区|村|组|原因|情况|户主|关系|邮箱|微信|车牌|病|残疾|计划|方式|结果"
)
_NUMBERED = re.compile(r"序号|编号")
_NO_LABEL = re.compile(r"\d{4,}|^[\d.,%\-\s]+$")


def is_label(text: str) -> bool:
    """Whether ``text`` can be the head of a column or the label of a field."""
    return 0 < len(text) <= 40 and not _NO_LABEL.search(text)


def _hits(row: Row) -> int:
    """How many cells are usual heads of columns."""
    return sum(len(text) <= 20 and bool(_LABEL.search(text)) and not set("：:") & set(text) for text in row.values())


def headings_of(rows: Sequence[Row]) -> dict[tuple[int, int], str]:
    """The heading of every cell that has one, by the numbers of its row (from 0) and its column."""
    top = _top_row(rows)
    if top is None:
        return _labels_on_the_left(rows)
    heads, start = _heads(rows, top)
    return {
        (number, column): heads[column]
        for number in range(start, len(rows))
        for column in rows[number]
        if column in heads
    }


def _top_row(rows: Sequence[Row]) -> int | None:
    """The row of heads: the first in which most cells are labels, if what follows is a list; None for forms."""
    looked_at = rows[:_LOOKED_AT]
    first = next((number for number, row in enumerate(looked_at) if len(row) > 1 and _hits(row) * 2 >= len(row)), None)
    if first is None:
        return _plain_top_row(rows)
    near = range(first, min(first + _NEXT, len(looked_at)))
    top = max(near, key=lambda number: (_hits(rows[number]) * 2 >= len(rows[number]), _hits(rows[number]), -number))
    if top > first and _is_parted(rows[first], rows[top]):
        top = first
    return top if _is_list(rows[top], rows[top + 1 : top + 1 + _BELOW]) else None


def _is_list(head: Row, below: Sequence[Row]) -> bool:
    """Whether the rows ``below`` are filled like their ``head`` and are not labels themselves."""
    if not below:
        return False
    if any(_NUMBERED.search(text) for text in head.values()):
        return True
    full = sum(len(row) > 1 and len(row) * 2 >= len(head) for row in below)
    alike = sum(_hits(row) * 2 >= max(len(row), 2) for row in below)
    return full * 2 > len(below) and alike * 3 <= len(below)


def _plain_top_row(rows: Sequence[Row]) -> int | None:
    """The first row of two or more short texts above rows that hold numbers."""
    for number, row in enumerate(rows[:_LOOKED_AT]):
        below = rows[number + 1 : number + 1 + _BELOW]
        if len(row) >= 2 and all(is_label(text) for text in row.values()):
            figures = sum(any(_NO_LABEL.search(text) for text in each.values()) for each in below)
            return number if below and figures * 2 > len(below) else None
    return None


def _is_parted(first: Row, second: Row) -> bool:
    """Whether ``second`` parts some of the heads of ``first``: it fills what was blank there, and leaves other cells blank."""
    return bool(second.keys() - first.keys() and first.keys() - second.keys()) and all(map(is_label, second.values()))


def _heads(rows: Sequence[Row], top: int) -> tuple[dict[int, str], int]:
    """The head of every column, of two rows if the second parts the heads of the first, and where the cells begin."""
    first = rows[top]
    heads = {column: _plain(text) for column, text in first.items()}
    second = rows[top + 1] if top + 2 < len(rows) else {}
    if not _is_parted(first, second):
        return heads, top + 1
    columns = sorted(first)
    for column, text in second.items():
        above = bisect_right(columns, column) - 1
        heads[column] = f"{_plain(first[columns[above]])} {_plain(text)}" if above >= 0 else _plain(text)
    return heads, top + 2


def _labels_on_the_left(rows: Sequence[Row]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        before = ""
        for column in sorted(row):
            if before and is_label(before) and len(before) <= 20:
                found[number, column] = _plain(before)
            before = row[column]
    return found


def _plain(text: str) -> str:
    return "".join(text.split())
