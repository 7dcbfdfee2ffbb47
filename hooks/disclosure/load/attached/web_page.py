"""Web pages: what they show, cells with their heads, and what stands in comments, scripts and attributes.

Browsers read any tag soup; here it is enough to find every text, in one pass over the page however it is damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.plain_text import decoded
from disclosure.load.attached.tables import tell_table

_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_BLOCKS = re.compile("p|div|br|li|ul|ol|h[1-6]|section|article|header|footer|tr|table|caption|dt|dd|title|option")
_SPAN = re.compile(r"""\b(colspan|rowspan)\s*=\s*["']?(\d{1,4})""", re.IGNORECASE)
_WIDEST = 1000
_RAW = ("script", "style")
_TOLD = ("alt", "title", "content", "value", "placeholder", "aria-label")


def read_html(data: bytes, gathering: Gathering) -> None:
    """Gather everything in a web page."""
    page = _Page(gathering)
    for token in _tokens(decoded(data, may_declare=True)):
        page.take(token)
    page.end()


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a page: text, a comment, a script, or a tag (``name``, after a slash if it closes) with its attributes."""

    name: str
    text: str


def _tokens(text: str) -> Iterator[_Token]:
    low = text.lower()
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            start = len(text)
        if start > at:
            yield _Token("", text[at:start])
        if text.startswith("<!--", start):
            at = _found(text, "-->", start + 4)
            yield _Token("!", text[start + 4 : at].removesuffix("-->"))
            continue
        at = _found(text, ">", start + 1)
        tag = _TAG.match(text, start + 1, at)
        if not tag:
            if text[start + 1 : start + 2] not in ("!", "?", "/"):
                yield _Token("", text[start:at])
            continue
        name = tag[1] + tag[2].lower()
        yield _Token(name, text[tag.end() : at].removesuffix(">"))
        if name in _RAW:
            end = low.find(f"</{name}", at)
            end = end if end >= 0 else len(text)
            yield _Token("#", text[at:end] if name == "script" else "")
            at = end


def _found(text: str, mark: str, start: int) -> int:
    """Where the next ``mark`` ends, or the text."""
    place = text.find(mark, start)
    return place + len(mark) if place >= 0 else len(text)


@dataclass
class _Table:
    """An open table: where its next cell goes, and which columns cells of rows above still fill."""

    rows: list[dict[int, str]] = field(default_factory=list)
    column: int = 0
    filled: dict[int, int] = field(default_factory=dict)
    is_in_cell: bool = False
    width: int = 1
    height: int = 1

    def begin_row(self) -> None:
        self.rows.append({})
        self.column = 0
        self.filled = {column: rows - 1 for column, rows in self.filled.items() if rows > 1}

    def begin_cell(self, attributes: str) -> None:
        if not self.rows:
            self.begin_row()
        spans = {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}
        self.is_in_cell = True
        self.width, self.height = (max(1, min(spans.get(key, 1), _WIDEST)) for key in ("colspan", "rowspan"))

    def end_cell(self, text: str) -> None:
        while self.filled.get(self.column):
            self.column += 1
        self.rows[-1][self.column] = text
        if self.height > 1:
            self.filled |= dict.fromkeys(range(self.column, self.column + self.width), self.height)
        self.column += self.width
        self.is_in_cell = False


class _Page:
    """Tells lines of text as they end, and tables when they end."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._line: list[str] = []
        self._lines = 0
        self._tables = 0
        self._open: list[_Table] = []

    def take(self, token: _Token) -> None:
        """Take the next piece of the page."""
        name = token.name
        if not name:
            self._line.append(unescape(token.text))
        elif name == "!":
            self._gathering.tell("网页的注释", token.text, is_hidden=True)
        elif name == "#":
            self._gathering.tell("网页的脚本", token.text, is_hidden=True)
        else:
            bare = name.removeprefix("/")
            if bare in ("td", "th", "tr", "table"):
                self._end_cell()
            if bare == name:
                self._tell_attributes(token)
                self._begin(name, token.text)
            elif name == "/table" and self._open:
                self._break()
                self._tell_table()
            elif _BLOCKS.fullmatch(bare):
                self._break()

    def end(self) -> None:
        """Tell what is still open."""
        self._end_cell()
        while self._open:
            self._tell_table()
        self._break()

    def _tell_attributes(self, token: _Token) -> None:
        for key, *values in _ATTRIBUTE.findall(token.text) if "=" in token.text else ():
            if key.lower() in _TOLD:
                self._gathering.tell(f"<{token.name}> 的 {key.lower()}", unescape("".join(values)), is_hidden=True)

    def _begin(self, name: str, attributes: str) -> None:
        if name in ("table", "tr", "td", "th") or _BLOCKS.fullmatch(name):
            self._break()
        if name == "table":
            self._open.append(_Table())
        elif name == "tr" and self._open:
            self._open[-1].begin_row()
        elif name in ("td", "th") and self._open:
            self._open[-1].begin_cell(attributes)

    def _end_cell(self) -> None:
        if self._open and self._open[-1].is_in_cell:
            self._open[-1].end_cell(self._taken())

    def _taken(self) -> str:
        text = " ".join("".join(self._line).split())
        self._line.clear()
        return text

    def _break(self) -> None:
        """A line ends; inside a cell it goes on."""
        if self._open and self._open[-1].is_in_cell:
            self._line.append("\n")
        elif text := self._taken():
            self._lines += 1
            self._gathering.tell(f"第{self._lines}段", text)

    def _tell_table(self) -> None:
        self._tables += 1
        tell_table(self._gathering, self._open.pop().rows, f"表格{self._tables}")
