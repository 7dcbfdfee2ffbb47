"""Where the elements of an XML part stand, byte by byte: so that a change leaves all other bytes as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from xml.parsers import expat
from xml.sax.saxutils import escape

from disclosure.authoring.masking.editing import ByHand

_LARGEST = 60_000_000
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
"""A tag; > may stand in its attributes."""

_DAMAGED = "文件里的一部分读不出来，可能已经损坏；请用 Word、WPS 打开后另存一份，再遮蔽"


@dataclass(slots=True)
class Element:
    """An element with its name without prefix, its attributes, and where it and what is in it begin and end."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inner: int = 0
    inner_end: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def iter(self, *names: str) -> Iterator[Element]:
        """The element itself and all below it in the order of writing, or those of the given names."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not names or element.name in names:
                yield element
            waiting += reversed(element.children)

    def child(self, name: str) -> Element | None:
        """The first child of this name."""
        return next((each for each in self.children if each.name == name), None)


class Part:
    """A part of a package: its bytes, its elements, and what is to be changed in it."""

    def __init__(self, data: bytes) -> None:
        if len(data) > _LARGEST:
            raise ByHand("文件太大，程序改不了；请拆成几个小文件，或者用 Word、WPS 的“替换”改")
        if b"<!DOCTYPE" in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ByHand(_DAMAGED)
        self.data = data
        self._edits: dict[tuple[int, int], bytes] = {}
        self.root = self._parsed()

    def _parsed(self) -> Element:
        parser = expat.ParserCreate()
        top = Element("", {}, 0)
        opened = [top]

        def starts(name: str, attributes: dict[str, str]) -> None:
            start = parser.CurrentByteIndex
            element = Element(name.rpartition(":")[2], attributes, start, self._end_of_tag(start))
            opened[-1].children.append(element)
            opened.append(element)

        def ends(_: str) -> None:
            element = opened.pop()
            is_empty = self.data[element.inner - 2 : element.inner] == b"/>"
            element.inner_end = element.inner if is_empty else parser.CurrentByteIndex
            element.end = element.inner if is_empty else self._end_of_tag(element.inner_end)

        parser.StartElementHandler, parser.EndElementHandler = starts, ends
        try:
            parser.Parse(self.data, True)
        except (expat.ExpatError, ValueError) as error:
            raise ByHand(_DAMAGED) from error
        return top

    def _end_of_tag(self, start: int) -> int:
        found = _TAG.match(self.data, start)
        return found.end() if found else len(self.data)

    def text(self, element: Element) -> str:
        """The text directly in an element that holds nothing else."""
        if element.children or element.inner_end <= element.inner:
            return ""
        return unescape(self.data[element.inner : element.inner_end].decode("utf-8", "replace"))

    def set_text(self, element: Element, text: str) -> None:
        """Write another text into an element."""
        self._edits[element.inner, element.inner_end] = escape(text).encode()

    def set_attribute(self, element: Element, name: str, value: str) -> None:
        """Write another value of an attribute."""
        tag = self.data[element.start : element.inner]
        found = re.search(
            rb"\s(?:[\w.-]+:)?" + re.escape(name.rpartition(":")[2].encode()) + rb"\s*=\s*([\"'])(.*?)\1",
            tag,
            re.DOTALL,
        )
        if found:
            start = element.start + found.start(2)
            self._edits[start, element.start + found.end(2)] = escape(value, {'"': "&quot;", "'": "&apos;"}).encode()

    def replace(self, element: Element, content: bytes) -> None:
        """Write something else in the place of a whole element."""
        self._edits[element.start, element.end] = content

    @property
    def changed(self) -> bytes:
        """The bytes with all changes."""
        parts: list[bytes] = []
        at = 0
        for (start, end), content in sorted(self._edits.items()):
            parts += (self.data[at:start], content)
            at = end
        return b"".join((*parts, self.data[at:]))
