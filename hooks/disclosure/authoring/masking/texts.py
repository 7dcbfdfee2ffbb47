"""Masks in files of text: nothing but what is private changes, not a byte of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

import yaml

from disclosure.authoring.masking.editing import ByHand, Masking, found_in_cells
from disclosure.load.stars import marks_in
from disclosure.measures.private.finder import private_in, private_in_table
from disclosure.measures.private.kinds import Found
from disclosure.measures.private.tables import Cell, Row, Table

ENDINGS = frozenset((".md", ".markdown", ".yml", ".yaml", ".csv", ".txt", ".html", ".htm"))
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_QUOTED_CELL = re.compile(r'[ \t]*"((?:[^"]|"")*)"[ \t]*')
_SEPARATORS = ",\t;"
_NOT_LINES_HERE = re.compile("[\x85\u2028\u2029]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_FILE_NAME = re.compile(
    r"\]\((?!mailto:|tel:)[^)\n]*\)|(?m:^\s*(?:-\s*)?\{?.{0,40}?文件[:：][ \t]*[^,}\n]*)|(?:src|href)=[\"'](?!mailto:|tel:)[^\"'\n]*"
)
"""What leads to a file beside a document."""

_TITLES = ("标题", "名称")
_ROUNDS = 3
"""A mask may bring to light what it hid; after so many rounds it is told instead."""


def masked_text(data: bytes, name: str, masking: Masking) -> bytes:
    """``data`` of the file ``name`` with masks."""
    text, encoding, mark = _decoded(data)
    is_marked_up = PurePath(name).suffix.lower() not in (".csv", ".txt")
    for _ in range(_ROUNDS):
        found = sorted(_found(text, PurePath(name), masking), key=lambda each: each.start, reverse=True)
        if not found:
            break
        for each in found:
            tags = "".join(_TAG.findall(text[each.start : each.end])) if is_marked_up else ""
            text = text[: each.start] + each.mask + tags + text[each.end :]
    return mark + text.encode(encoding)


def _decoded(data: bytes) -> tuple[str, str, bytes]:
    """The text, its encoding, and the byte-order mark; only if the same bytes come out again."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ByHand("文件用 UTF-16（“Unicode”）编码保存；请用记事本另存为 UTF-8，再遮蔽")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and mark + text.encode(encoding) == data:
            return text, encoding, mark
    raise ByHand("文件不是文本，或者已经损坏，读不出来；请核对文件，用记事本另存为 UTF-8，再遮蔽")


def _line_in(text: str) -> Callable[[int], str]:
    plain = _with_plain_lines(text)
    return lambda place: f"第{plain.count(chr(10), 0, place) + 1}行"


def _with_plain_lines(text: str) -> str:
    """``text`` of the same length with line ends of one kind."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _found(written: str, name: PurePath, masking: Masking) -> list[Found]:
    text = _with_plain_lines(written)
    ending = name.suffix.lower()
    where = _line_in(text)
    if ending == ".csv":
        return masking.take(_in_csv(text, masking.title or name.stem), text, where)
    if ending in (".yml", ".yaml"):
        return masking.take(_in_yaml(text, 0, masking.title), text, where)
    if ending in (".md", ".markdown"):
        return list(_shown(masking.take(_outside_of_links(_in_markdown(text), text, masking), text, where), text))
    return masking.take(private_in(text, "", masking.title or name.stem), text, where)


def _outside_of_links(found: Iterator[Found], text: str, masking: Masking) -> Iterator[Found]:
    """What does not stand in the name of a file: the file itself has to get another name, and then the link."""
    names = [match.span() for match in _FILE_NAME.finditer(text)]
    where = _line_in(text)
    for each in found:
        if any(start <= each.start < end for start, end in names):
            masking.left[f"{where(each.start)}：文件名里有{each.kind} {each.mask}；请给文件改名，再改这里的链接"] = None
        else:
            yield each


def _shown(found: list[Found], text: str) -> Iterator[Found]:
    """Masks with backslashes in those lines of a body in which Markdown would take their stars for emphasis."""
    front = _FRONT.match(text)
    body = front.end() if front else 0
    for begin, group in groupby(sorted(found, key=lambda each: each.start), lambda each: _line_around(text, each)[0]):
        own = list(group)
        end = _line_around(text, own[-1])[1]
        masked, at = "", begin
        for each in own:
            masked += text[at : each.start] + each.mask
            at = each.end
        is_taken_for_emphasis = marks_in(masked + text[at:end]) != marks_in(text[begin:end])
        if begin >= body and is_taken_for_emphasis:
            own = [replace(each, mask=each.mask.replace("*", r"\*")) for each in own]
        yield from own


def _line_around(text: str, found: Found) -> tuple[int, int]:
    end = text.find("\n", found.end)
    return text.rfind("\n", 0, found.start) + 1, len(text) if end < 0 else end


def _in_markdown(text: str) -> Iterator[Found]:
    front = _FRONT.match(text)
    if front is None:
        yield from private_in(text)
        return
    yield from _in_yaml(front[1], front.start(1), "")
    title = re.search(r"(?m)^(?:标题|title)\s*[:：]\s*[\"']?(.+?)[\"']?\s*$", front[1])
    yield from _moved(private_in(text[front.end() :], "", title[1] if title else ""), front.end())


def _moved(found: Iterable[Found], offset: int) -> Iterator[Found]:
    for each in found:
        yield Found(each.kind, each.start + offset, each.end + offset, each.mask)


def _in_csv(text: str, title: str) -> Iterator[Found]:
    rows = list(_rows_of_csv(text))
    for row, column, found in found_in_cells(rows, title):
        cell = rows[row][column]
        if cell:
            yield Found(found.kind, cell.start + found.start, cell.start + found.end, found.mask)


def _rows_of_csv(text: str) -> Iterator[Row]:
    """The rows with the places of their cells, quotes left out."""
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    plain = re.compile(rf"[^{re.escape(separator)}\n]*")
    at = 0
    while at < len(text):
        row: list[Cell | None] = []
        while True:
            quoted = _QUOTED_CELL.match(text, at)
            if quoted and text[quoted.end() : quoted.end() + 1] in (separator, "\n", ""):
                row.append(Cell(*quoted.span(1), quoted[1]))
                at = quoted.end()
            else:
                bare = plain.match(text, at)
                stop = bare.end() if bare else at
                row.append(Cell(at, stop, text[at:stop]))
                at = stop
            if text[at : at + 1] != separator:
                break
            at += 1
        at += 1
        yield tuple(row)


def _in_scalar(found: Found, written: str) -> Found:
    """A star at the beginning of a value would be a reference of YAML: the value is quoted, or the mask has crosses."""
    if found.start or not found.mask.startswith("*"):
        return found
    mask = f'"{found.mask}"' if found.end == len(written) else found.mask.replace("*", "×")
    return replace(found, mask=mask)


def _in_yaml(text: str, offset: int, title: str) -> Iterator[Found]:
    """What is private under the keys of YAML; in YAML that cannot be read, line by line."""
    try:
        root = yaml.compose(_NOT_LINES_HERE.sub(" ", text), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        yield from _moved(private_in(text, "", title), offset)
        return
    if root is not None:
        yield from _moved(_in_node(root, "", text, title or _title_of(root)), offset)


def _title_of(root: yaml.Node) -> str:
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in pairs if key.value in _TITLES and isinstance(value.value, str)), "")


def _in_node(node: yaml.Node, key: str, text: str, title: str) -> Iterator[Found]:
    waiting = [(node, key)]
    while waiting:
        node, key = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            start = node.start_mark.index
            written = text[start : node.end_mark.index]
            yield from _moved((_in_scalar(each, written) for each in private_in(written, key)), start)
        elif isinstance(node, yaml.MappingNode):
            waiting += [(value, str(name.value)) for name, value in node.value]
        elif _is_table(node):
            yield from _in_records(node, text, title)
        else:
            waiting += [(each, key) for each in node.value]


def _is_table(node: yaml.Node) -> bool:
    """Whether a list consists of records whose values are all plain."""
    return bool(node.value) and all(
        isinstance(each, yaml.MappingNode) and all(isinstance(value, yaml.ScalarNode) for _, value in each.value)
        for each in node.value
    )


def _in_records(node: yaml.Node, text: str, title: str) -> Iterator[Found]:
    heads = list(dict.fromkeys(str(key.value) for record in node.value for key, _ in record.value))
    rows: list[Row] = []
    for record in node.value:
        row: list[Cell | None] = [None] * len(heads)
        for key, value in record.value:
            start, end = value.start_mark.index, value.end_mark.index
            row[heads.index(str(key.value))] = Cell(start, end, text[start:end])
        rows.append(tuple(row))
    for number, column, found in private_in_table(Table(tuple(heads), tuple(rows), title)):
        if cell := rows[number][column]:
            yield from _moved([_in_scalar(found, cell.text)], cell.start)
