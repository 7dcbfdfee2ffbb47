"""RTF: the text, cell by cell in tables, and what is deleted, hidden, noted or said about the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.people import note_person
from disclosure.load.attached.tables import tell_table
from disclosure.model import Trait

_TOKEN = re.compile(
    rb"\\(?:'([0-9a-fA-F]{2})|([a-zA-Z]{1,32})(-?\d{1,10})? ?|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n\\]", re.DOTALL
)
_NOT_TEXT = re.compile(
    r"(?:font|color|file|rev|rsid|pgp|xmlns)tbl|stylesheet|list(?:override)?table|generator|themedata|colorschememapping"
    r"|latentstyles|datastore|pict|objdata|mmathPr|wgrffmtfilter|shpinst|picprop"
)
_READ_ALL_THE_SAME = frozenset(("shppict", "shptxt", "annotation", "atnauthor", "fldinst", "userprops"))
_STORIES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "页眉"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "页脚"),
    "footnote": "脚注",
    "annotation": "批注",
    "atnauthor": "批注的作者",
    "shptxt": "文本框",
    "fldinst": "链接的地址",
    "propname": "文件属性“名称”",
    "staticval": "文件属性“自定义”",
}
_PROPERTIES = {
    "title": "标题",
    "author": "作者",
    "operator": "最后修改者",
    "company": "单位",
    "subject": "主题",
    "keywords": "关键词",
    "doccomm": "备注",
    "manager": "经理",
}
_PEOPLE = ("作者", "最后修改者", "经理")
_SEEN = ("页眉", "页脚", "脚注", "文本框")
_DELETED, _HIDDEN = "修订删去的文字", "隐藏的文字"
_BREAKS = frozenset(("par", "sect", "page", "line"))
_SIGNS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
_SYMBOLS = {b"~": " ", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
_CHARSETS = {134: "gb18030", 136: "big5", 128: "shift_jis", 129: "cp949"}
_CODE_PAGES = {
    936: "gb18030",
    54936: "gb18030",
    950: "big5",
    932: "shift_jis",
    949: "cp949",
    65001: "utf-8",
    1252: "cp1252",
}
_LOCAL_PLACE = re.compile(r"mailto:|file:|[A-Za-z]:\\|\\\\\\\\", re.IGNORECASE)
_DEPTH = 500


def read_rtf(data: bytes, gathering: Gathering) -> None:
    """Gather everything in an RTF file."""
    _Reader(gathering).read(data)


@dataclass(frozen=True, slots=True)
class _State:
    """What counts inside a group."""

    story: str = ""
    is_skipped: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_in_table: bool = False
    is_font_table: bool = False
    alternatives: int = 1
    font: int = -1


class _Reader:
    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._state = _State()
        self._groups: list[_State] = []
        self._page = "gb18030"
        self._fonts: dict[int, str] = {}
        self._bytes = bytearray()
        self._alternatives = 0
        self._lines: dict[str, list[str]] = {}
        self._rows: list[list[str]] = []
        self._row: list[str] = []
        self._paragraphs = 0
        self._tables = 0
        self._counts = {_DELETED: 0, _HIDDEN: 0}

    def read(self, data: bytes) -> None:
        at = 0
        is_optional = False
        while found := _TOKEN.match(data, at):
            at = found.end()
            code, word, number, symbol, brace, plain = found.groups()
            if code or plain:
                self._take(bytes([int(code, 16)]) if code else plain)
                continue
            if not (word or symbol or brace):
                continue
            self._flush()
            if brace:
                self._turn(brace)
            elif symbol == b"*":
                is_optional = True
                continue
            elif symbol:
                self._put(_SYMBOLS.get(symbol, ""))
            elif word == b"bin":
                at += max(int(number or 0), 0)
            else:
                self._control(word.decode("ascii"), int(number) if number else None, is_optional)
            is_optional = False
        self._flush()
        self._finish()

    def _take(self, content: bytes) -> None:
        """Take bytes of text, without those that only stand for the sign before them."""
        left_out = min(self._alternatives, len(content))
        self._alternatives -= left_out
        self._bytes += content[left_out:]

    def _flush(self) -> None:
        if self._bytes:
            self._put(self._bytes.decode(self._fonts.get(self._state.font, self._page), "replace"))
            self._bytes.clear()

    def _turn(self, brace: bytes) -> None:
        self._alternatives = 0
        if brace == b"{":
            if len(self._groups) < _DEPTH:
                self._groups.append(self._state)
            return
        inner, self._state = self._state, self._groups.pop() if self._groups else _State()
        if inner.is_deleted and not self._state.is_deleted:
            self._tell(_DELETED)
        if inner.is_hidden and not self._state.is_hidden:
            self._tell(_HIDDEN)
        if inner.story != self._state.story:
            self._tell(inner.story)

    def _control(self, name: str, value: int | None, is_optional: bool) -> None:
        state = self._state
        if name == "u" and value is not None:
            self._put(chr(value % 65536))
            self._alternatives = state.alternatives
        elif name in _BREAKS:
            self._put("\n")
            self._break()
        elif name in _SIGNS:
            self._put(_SIGNS[name])
        elif name == "cell" and not state.story:
            self._row.append(_whole("".join(self._lines.pop("", ()))))
        elif name == "row" and not state.story:
            self._rows.append(self._row)
            self._row = []
        elif name == "ansicpg":
            self._page = _CODE_PAGES.get(value or 936, "gb18030")
        elif name == "fcharset" and state.is_font_table and value in _CHARSETS:
            self._fonts[state.font] = _CHARSETS[value]
        else:
            self._state = _changed(state, name, value, is_optional)

    def _put(self, text: str) -> None:
        state = self._state
        if not state.is_skipped:
            story = _DELETED if state.is_deleted else _HIDDEN if state.is_hidden and not state.story else state.story
            self._lines.setdefault(story, []).append(text)

    def _break(self) -> None:
        """A line ends: outside of tables and stories of their own it is a paragraph."""
        state = self._state
        if state.story or state.is_in_table or state.is_skipped:
            return
        self._end_table()
        if text := _whole("".join(self._lines.pop("", ()))):
            self._paragraphs += 1
            self._gathering.tell(f"第{self._paragraphs}段", text)

    def _end_table(self) -> None:
        if self._rows:
            self._tables += 1
            tell_table(self._gathering, [dict(enumerate(row)) for row in self._rows], f"表格{self._tables}")
            self._rows = []

    def _tell(self, story: str) -> None:
        text = _whole("".join(self._lines.pop(story, ())))
        if not text or (story == "链接的地址" and not _LOCAL_PLACE.search(text)):
            return
        if story in self._counts:
            self._counts[story] += 1
        self._gathering.tell(story, text, is_hidden=story not in _SEEN)
        if any(each in story for each in _PEOPLE):
            note_person(text, story, self._gathering)
        if story == "批注":
            self._gathering.note(Trait.COMMENTS, "批注")

    def _finish(self) -> None:
        """Tell what is still open, and what there is to know of the file."""
        if self._row:
            self._rows.append(self._row)
        self._state = _State()
        self._break()
        for story in list(self._lines):
            self._tell(story)
        if self._counts[_DELETED]:
            self._gathering.note(Trait.CHANGES, f"{self._counts[_DELETED]} 处修订")
        if self._counts[_HIDDEN]:
            self._gathering.note(Trait.HIDDEN, f"{self._counts[_HIDDEN]} 处隐藏的文字")


def _changed(state: _State, name: str, value: int | None, is_optional: bool) -> _State:
    """The state after the control word ``name``."""
    is_on = value != 0
    match name:
        case "f" if value is not None:
            return replace(state, font=value)
        case "uc":
            return replace(state, alternatives=min(max(1 if value is None else value, 0), 20))
        case "v":
            return replace(state, is_hidden=is_on)
        case "deleted":
            return replace(state, is_deleted=is_on)
        case "plain":
            return replace(state, is_hidden=False, is_deleted=False)
        case "intbl":
            return replace(state, is_in_table=True)
        case "pard":
            return replace(state, is_in_table=False)
        case "fonttbl":
            return replace(state, is_skipped=True, is_font_table=True)
    if name in _STORIES:
        return replace(state, story=_STORIES[name], is_skipped=False)
    if name in _PROPERTIES and not state.is_skipped:
        return replace(state, story=f"文件属性“{_PROPERTIES[name]}”")
    if _NOT_TEXT.fullmatch(name) or (is_optional and name not in _READ_ALL_THE_SAME):
        return replace(state, is_skipped=True)
    return state


def _whole(text: str) -> str:
    """``text`` with pairs of half signs made whole."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
