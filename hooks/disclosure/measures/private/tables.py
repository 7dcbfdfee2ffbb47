"""A table with heads and rows, from whatever way of writing one it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.measures.private.names import is_name

_HEAD = re.compile(
    "序号|.{0,6}姓名|户主|性别|年龄|民族|籍贯|单位|名称|金额|电话|.{0,6}(?:地址|号码|日期|时间)|备注|编号|村|乡镇|身份证号|.{0,4}(?:等级|类别|类型)"
)
_NO_HEAD = re.compile(r"\d{4}|^\d+(?:\.\d+)?$")
_CAPTION = re.compile(r"\s*[（(]([^()（）\n]{2,40})[)）][ \t　]*(?=\n|\Z)")
_EDGE = " \t\r\n\u3000\xa0\u200b"
_TITLE_LINES, _LONGEST_TITLE, _REACH, _WIDEST = 3, 60, 400, 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell between ``start`` and ``end`` of the text that it stands in; ``text`` is what is read there."""

    start: int
    end: int
    text: str


Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads (none if they are not there), rows, and what the lines above say the table is about.

    A form has its heads beside what is filled in, and is read as running text, too.
    """

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    is_form: bool = False

    def head(self, place: int) -> str:
        """The head of a column, "" if it has none."""
        return self.heads[place] if place < len(self.heads) else ""

    def in_words(self, row: Row) -> str:
        """The cells of ``row`` with their heads."""
        return " | ".join(f"{self.head(place)} {cell.text}".strip() for place, cell in enumerate(row[:_WIDEST]) if cell)


def table_of(rows: Sequence[Row], title: str = "") -> Table | None:
    """The table that ``rows`` are; what stands in a single cell above its head goes to the title."""
    above = [title]
    for place, row in enumerate(rows):
        texts = {cell.text.strip() for cell in row if cell and cell.text.strip()}
        if len(texts) > 1:
            words = " ".join(above).strip()
            if not is_head(row):
                return Table((), tuple(rows[place:]), words)
            heads, body = _heads(row, rows[place + 1 :])
            return Table(heads, tuple(body), words) if body else Table((), (row,), words)
        above += texts
    return None


def is_head(row: Row) -> bool:
    """Whether a first row holds the heads of columns: neither numbers nor names."""
    if any(cell and _HEAD.fullmatch(re.sub(r"\s", "", cell.text)) for cell in row):
        return True
    return not any(cell and (_NO_HEAD.search(cell.text.strip()) or is_name(cell.text)) for cell in row)


def _heads(row: Row, below: Sequence[Row]) -> tuple[tuple[str, ...], Sequence[Row]]:
    """The heads, of two rows where cells of the first reach over several columns or rows, and the rows below."""
    heads = [cell.text if cell else "" for cell in row]
    if below and _continues(heads, below[0]):
        second = [cell.text if cell else "" for cell in below[0]]
        width = max(len(heads), len(second))
        heads += [""] * (width - len(heads))
        second += [""] * (width - len(second))
        heads = [one if one == two else one + two for one, two in zip(heads, second, strict=True)]
        below = below[1:]
    return tuple(re.sub(r"\s+", "", head) for head in heads), below


def _continues(heads: Sequence[str], row: Row) -> bool:
    """Whether ``row`` is the second line of the head: some heads again, or none under a head that is repeated."""
    texts = [cell.text.strip() if cell else "" for cell in row]
    is_spanned = len(set(heads)) < len(heads) or "" in heads
    is_repeated = any(head and head == each for head, each in zip(heads, texts, strict=False))
    return is_spanned and is_repeated and is_head(row)


def title_above(text: str, start: int) -> str:
    """The last lines above ``start``, as far as they are short."""
    lines = [line.strip() for line in text[max(0, start - _REACH) : start].split("\n")[:-1] if line.strip()]
    return " ".join(line for line in lines[-_TITLE_LINES:] if len(line) <= _LONGEST_TITLE)


def caption_below(text: str, end: int) -> str:
    """What the line below a table says in brackets."""
    found = _CAPTION.match(text, end)
    return found[1] if found else ""


def cells_between(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Cell]:
    """What stands between the separators of a line."""
    at = start
    for match in separator.finditer(text, start, end):
        yield Cell(at, match.start(), text[at : match.start()].strip(_EDGE))
        at = match.end()
    yield Cell(at, end, text[at:end].strip(_EDGE))
