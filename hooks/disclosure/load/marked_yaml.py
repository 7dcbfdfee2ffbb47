"""YAML as strings with line numbers.

The column's files hold numbers like ``0731`` and times like ``8:30`` that YAML 1.1 would turn into other values, and
a clerk needs the line of every mistake.  So a file is read as a tree of strings, mappings and sequences that know
their lines; what a value means is decided later, by field (``convert.py``).  Duplicate keys, anchors, aliases and
tags are refused: PyYAML would keep the last key in silence, and the others are never what an editor wanted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from disclosure.load import faults
from disclosure.load.text_files import NOT_IN_XML
from disclosure.problems import Report

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE_BREAKS_OF_YAML = re.compile("[\x85\u2028\u2029]")
"""YAML counts lines at these signs; no editor shows a new line there."""

_FULL_WIDTH_COLON = re.compile(r"^\s*(?:-\s+)?([^\s:：#\"'\[{]{1,12})\s*：")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value, always text.

    ``text_line`` is the line on which the text itself begins; it is later than ``line`` after “|”.  In a folded text the
    lines of the file were joined to one.
    """

    text: str
    line: int
    text_line: int = 0
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value; ``key`` is normalised (half-width, no blanks)."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of writing, each key once."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> Node | None:
        """The value under ``key``, if it was written."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The text is YAML that we do not take; already reported."""


def read_yaml(text: str, report: Report, first_line: int = 1) -> Node | None:
    """Parse ``text``, whose first line is line ``first_line`` of its file.

    Returns None after reporting a text that is empty or cannot be read.
    """
    try:
        root = _Builder(report, first_line).build(_LINE_BREAKS_OF_YAML.sub(" ", text))
    except _Refused:
        return None
    except yaml.YAMLError as error:
        line, message = _explain(error, text)
        report(line + first_line, faults.BROKEN_YAML, message)
        return None
    if root is None:
        report(first_line, faults.EMPTY_FILE, "这里只有空行或者注释，没有内容；请写上内容")
    return root


class _Builder:
    """Builds the tree from the parser's events, without recursion, so depth cannot break it."""

    def __init__(self, report: Report, first_line: int) -> None:
        self._report = report
        self._first_line = first_line

    def build(self, text: str) -> Node | None:
        root: Node | None = None
        lines = text.split("\n")
        open_nodes: list[tuple[yaml.Event, list[Node]]] = []
        for event in self._events(text):
            if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                open_nodes.append((event, []))
                continue
            if isinstance(event, yaml.ScalarEvent):
                node: Node = self._scalar(event)
                self._report_lost_text(event, lines)
            else:
                start, parts = open_nodes.pop()
                node = self._close(start, parts)
            if open_nodes:
                open_nodes[-1][1].append(node)
            else:
                root = node
        return root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "文件里有两段以“---”分开的内容，只能有一段；请合并，或者删去多余的“---”")
            elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                self._refuse(event, _INDICATORS["alias"])
            elif getattr(event, "tag", None):
                self._refuse(event, _INDICATORS["tag"])
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent)):
                yield event

    def _report_lost_text(self, event: yaml.ScalarEvent, lines: list[str]) -> None:
        """“关于 #3 楼”: YAML takes “#3 楼” for a comment, the editor did not."""
        end = event.end_mark
        if event.value and not event.style and end and (lost := re.match(r"\s+(#\S.*)", lines[end.line][end.column :])):
            self._report(
                end.line + self._first_line,
                faults.BROKEN_YAML,
                f"“{lost[1][:20]}”会被当作注释丢掉；如果是内容，请给整个值加上双引号；如果是注释，请在 # 后面空一格",
            )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if NOT_IN_XML.search(event.value):
            self._refuse(event, "这个值里有看不见的控制字符，或者写着 \\0、\\a、\\v、\\x01 这样的代码；请删去")
        line = self._line(event)
        if event.style == "|":
            return Scalar(event.value, line, line + 1)
        ends_later = event.start_mark and event.end_mark and event.end_mark.line > event.start_mark.line
        return Scalar(event.value, line, line, is_folded=event.style == ">" or bool(ends_later))

    def _close(self, start: yaml.Event, parts: list[Node]) -> Node:
        line = self._line(start)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(parts), line)
        entries: dict[str, Entry] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report(
                    key.line, faults.WRONG_TYPE, "键名必须是文字，这里写成了列表或者一组键；请检查方括号、花括号和缩进"
                )
                continue
            name = plain_key(key.text)
            if name in entries:
                first = entries[name].line
                self._report(key.line, faults.DUPLICATE_KEY, f"键“{name}”在第 {first} 行已经写过；请只留一处")
                continue
            entries[name] = Entry(name, key.line, value)
        return Mapping(tuple(entries.values()), line)

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self._first_line

    def _refuse(self, event: yaml.Event, message: str) -> None:
        self._report(self._line(event), faults.BROKEN_YAML, message)
        raise _Refused


def plain_key(text: str) -> str:
    """A key without blanks, in half-width form and without a colon at its end."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).rstrip(":")


def full_width_colon(key: str) -> str:
    """What to say about a key that is followed by a full-width colon."""
    return f"“{key}”后面用了全角冒号“：”；请改成半角冒号加一个空格“: ”"


def _explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Line (from 0) and a message that a clerk can act on."""
    lines = text.split("\n")
    context, what = (
        str(getattr(error, "context", "")),
        str(getattr(error, "problem", "") or getattr(error, "reason", "")),
    )
    mark = getattr(error, "problem_mark", None)
    if any(sign in context for sign in _BEGUN_EARLIER):
        mark = getattr(error, "context_mark", None) or mark
    at = min(mark.line, len(lines) - 1) if mark else _line_of_control_character(lines)
    for number in range(at, max(at - 3, -1), -1):
        line = lines[number]
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return number, "行首用了制表符（Tab 键）；这里只认空格，请改用空格缩进"
        if found := _FULL_WIDTH_COLON.match(line):
            return number, full_width_colon(found[1])
        if _COLON_WITHOUT_BLANK.match(line):
            return number, f"{_NEARBY}键名后面要有半角冒号和一个空格"
    if _TEXT_AFTER_BRACKET.search(lines[at]):
        return at, f"{_NEARBY}值以方括号、花括号开头时，请给整个值加上双引号"
    if "mapping values" in what and _is_pushed_in(lines, at):
        return at, f"{_NEARBY}缩进不一致，请把键与其他行对齐"
    for indicator, message in _INDICATORS.items():
        if f"scanning a {indicator}" in context or f"scanning an {indicator}" in context:
            return at, message
    return at, _NEARBY + next((hint for sign, hint in _HINTS if sign in what), "请检查缩进、引号、冒号和括号")


def _is_pushed_in(lines: list[str], at: int) -> bool:
    """Whether the line at ``at`` stands further in than the key above it, which has a value of its own."""
    above = lines[at - 1] if at else ""
    indent, indent_above = (len(line) - len(line.lstrip()) for line in (lines[at], above))
    return indent > indent_above and ": " in above and not above.lstrip().startswith("- ")


_NEARBY = "这一行附近的写法不对；"
_BEGUN_EARLIER = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
"""What the parser was in the middle of: the mistake is where that began, not where the parser gave up."""

_COLON_WITHOUT_BLANK = re.compile(r"^\s*(?:-\s+)?[^\s:：#\"'\[{]{1,12}:(?![\s/])\S")
_TEXT_AFTER_BRACKET = re.compile(r":\s+(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s,#\]}]")
_HINTS = (
    ("mapping values are not allowed", "如果值里面有“: ”，请给整个值加上双引号"),
    ("could not find expected ':'", "键名后面要有半角冒号和一个空格"),
    ("did not find expected ',' or ']'", "方括号 [ ] 没有配对，或者中间缺少半角逗号“, ”"),
    ("did not find expected ',' or '}'", "花括号 { } 没有配对，或者中间缺少半角逗号“, ”"),
    ("unexpected end of stream", "引号没有配对"),
    ("cannot start any token", "值以特殊符号（@ ` % 等）开头时，请加上双引号"),
    ("did not find expected key", "缩进不一致，或者引号后面多了文字"),
    ("did not find expected '-' indicator", "缩进不一致，或者列表中少了“- ”"),
    ("control characters are not allowed", "里面有看不见的控制字符，请删去"),
    ("special characters are not allowed", "里面有看不见的控制字符，请删去"),
    ("unknown escape character", "双引号里的反斜线要写成两个 \\\\，或者改用单引号"),
    ("document start", "值以特殊符号开头，或者缩进不一致"),
)
_INDICATORS = {
    "alias": "值以 & 或 * 开头，会被当成记号；请加引号，或者把内容直接写出来",
    "anchor": "值以 & 或 * 开头，会被当成记号；请加引号，或者把内容直接写出来",
    "tag": "值以 ! 开头，会被当成记号；如果感叹号是内容，请给值加引号",
}


def _line_of_control_character(lines: list[str]) -> int:
    controls = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
    return next((number for number, line in enumerate(lines) if controls.search(line)), 0)
