"""XML within bounds: no entities, no endless depth, and only the wanted elements kept in memory.

Names are given short: the local name after a prefix of ours for the name spaces that readers look at (w:p, x:row), the
local name alone for all others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from disclosure.load.attached.gathering import Unreadable

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    f"{_OOXML}spreadsheetml/2006/main": "x",
    f"{_STRICT}spreadsheetml/main": "x",
    f"{_OOXML}presentationml/2006/main": "p",
    f"{_STRICT}presentationml/main": "p",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
}
_DEPTH = 200
_CHUNK = 64 * 1024


class _Refused(Exception):
    """The file is not to be read further."""


class _Parser:
    """Feeds bytes to expat and keeps the outermost of the wanted elements."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.found: deque[Element] = deque()
        self.root = ""
        self._wanted = wanted
        self._names: dict[str, str] = {}
        self._builder: TreeBuilder | None = None
        self._depth = 0
        self._kept_from = 0
        parser = expat.ParserCreate(None, "}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        self.parser = parser

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition("}")
            prefix = _PREFIXES.get(space)
            short = self._names[name] = f"{prefix}:{local}" if prefix else local
        return short

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise _Refused(f"内容一层套一层，超过 {_DEPTH} 层")
        short = self._short(name)
        self.root = self.root or short
        if self._builder is None and (not self._wanted or short in self._wanted):
            self._builder = TreeBuilder()
            self._kept_from = self._depth
        if self._builder is not None:
            self._builder.start(short, {self._short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        if self._builder is not None:
            self._builder.end(self._short(name))
            if self._depth == self._kept_from:
                self.found.append(self._builder.close())
                self._builder = None
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)

    def _entity(self, *_: object) -> None:
        raise _Refused("里面有自己定义的实体")


def elements(data: bytes, *wanted: str) -> Iterator[Element]:
    """The outermost elements of the ``wanted`` names in order, each gone from memory after its turn."""
    parser = _Parser(frozenset(wanted))
    view = memoryview(data)
    try:
        for start in range(0, max(len(data), 1), _CHUNK):
            parser.parser.Parse(bytes(view[start : start + _CHUNK]), start + _CHUNK >= len(data))
            while parser.found:
                yield parser.found.popleft()
    except (expat.ExpatError, LookupError) as error:
        raise Unreadable("里面的 XML 已经损坏，后面的没有读到；请重新生成后上传") from error
    except _Refused as refused:
        raise Unreadable(f"不是正常的文件（{refused}），没有读；请重新生成后上传") from refused


def whole(data: bytes) -> Element:
    """The root element with everything in it."""
    for element in elements(data):
        return element
    raise Unreadable("里面的 XML 是空的；请重新生成后上传")


def root_name(data: bytes) -> str:
    """The name of the root element, or nothing if there is none."""
    parser = _Parser(frozenset("-"))
    try:
        parser.parser.Parse(data[:_CHUNK], False)
    except (expat.ExpatError, LookupError, _Refused):
        return parser.root
    return parser.root


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down the ``path``, whose names may have prefixes."""
    for name in path:
        element = next((each for each in element if each.tag == name), None) if element is not None else None
    return element


def text_of(element: Element | None) -> str:
    """The text right inside ``element``."""
    return (element.text or "") if element is not None else ""


def is_on(element: Element | None, key: str = "w:val") -> bool:
    """Whether a switch such as <w:vanish/> is there and not turned off."""
    return element is not None and element.get(key, "1") not in ("0", "false", "off", "none")
