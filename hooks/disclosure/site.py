"""The finished site as rules see it: every file with what it says of itself and what it leads to."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from disclosure.whole_files import digest_of

SITE = "site/"
"""What the places of findings begin with that no file of the column can be named for."""


class LinkKind(enum.StrEnum):
    """How a file leads to something: what for."""

    LINK = "链接"
    FORM = "表单"
    IMAGE = "图片"
    STYLE = "样式"
    SCRIPT = "脚本"
    MEDIA = "音视频"
    FRAME = "框架"
    DATA = "数据里的地址"
    """For programs: feeds, the map of the site, structured data, data sets."""

    @property
    def is_loaded(self) -> bool:
        """Whether a browser loads it unasked, as a part of the page."""
        return self not in (LinkKind.LINK, LinkKind.FORM, LinkKind.DATA)


class Content(enum.Enum):
    """How what a file says can be read."""

    TEXT = enum.auto()
    """Text in UTF-8."""

    OFFICE = enum.auto()
    """A zip file with texts in XML: what Word and Excel open."""

    CLOSED = enum.auto()
    """A picture, or numbers that only a program understands."""


Links = Mapping[LinkKind, tuple[str, ...]]
"""Targets by kind, each once.

A target in the site is an address from its root, percent-encoded, with an anchor after # (not encoded), as
``statutory/normative/index.html#第一条``; any other is as it was written.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What an HTML page says of itself.

    title: of the window; language: of the whole page; labels: META tags by name; ids: anchors, in order.
    parts: how many header, nav, main, footer and h1 there are; footer: its text without blanks.
    unnamed: the addresses of images without a text alternative (empty for a drawing); inline: code that stands in the page; faults: tags and attributes that
    do not fit together.
    """

    title: str = ""
    language: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    parts: Mapping[str, int] = field(default_factory=dict)
    footer: str = ""
    unnamed: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What rules ask about a file.

    links: all that it leads to; numeric: addresses by number (IPv4) in it; page: what it says, if it is HTML;
    rows: the anchors of the rows that it holds for a table on several pages, where a script finds them.
    """

    links: Links = field(default_factory=dict)
    numeric: tuple[str, ...] = ()
    page: PageFacts | None = None
    rows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltFile:
    """A file of the site: its path there, and ``made``, its content or where that lies now.

    ``source`` is the file of the column that it is made of, if it is one that an editor wrote or put there; ``sum`` is
    the digest of its content where that is known already.
    """

    path: str
    made: bytes | Path = field(repr=False)
    content: Content = Content.CLOSED
    facts: Facts = field(default_factory=Facts)
    source: str = ""
    sum: str = ""

    def read(self) -> bytes:
        """The content."""
        return self.made if isinstance(self.made, bytes) else self.made.read_bytes()

    @property
    def size(self) -> int:
        """The length of the content in bytes."""
        return len(self.made) if isinstance(self.made, bytes) else self.made.stat().st_size

    @property
    def digest(self) -> str:
        """The digest of the content."""
        return self.sum or digest_of(self.read())


class Memory(Protocol):
    """What an earlier look at files found, so that nobody looks again at one that is still the same."""

    def recall(self, question: str) -> Mapping[str, tuple[int, ...]]:
        """What was found when ``question`` was asked, by digest of the file."""

    def keep(self, question: str, found: Mapping[str, tuple[int, ...]]) -> None:
        """Remember what was found."""


class NoMemory:
    """Remembers nothing."""

    def recall(self, question: str) -> Mapping[str, tuple[int, ...]]:  # noqa: ARG002
        """Nothing."""
        return {}

    def keep(self, question: str, found: Mapping[str, tuple[int, ...]]) -> None:
        """Forget it."""


@dataclass(frozen=True, kw_only=True)
class BuiltSite:
    """All files of a site by path, in the order of their paths.

    ``root`` is the path of the site on its host ("/" or "/zwgk/"), ``site_url`` its full address, or "".  ``withheld``
    are the digests of the files that belong to withheld documents, by path in the column; one is left out if no file of
    the site is as large.
    """

    files: Mapping[str, BuiltFile]
    root: str = "/"
    site_url: str = ""
    withheld: Mapping[str, str] = field(default_factory=dict)
    memory: Memory = field(default_factory=NoMemory)

    @cached_property
    def pages(self) -> tuple[tuple[BuiltFile, PageFacts], ...]:
        """The HTML pages in the order of their paths."""
        return tuple((file, file.facts.page) for file in self.files.values() if file.facts.page)

    @cached_property
    def places(self) -> Mapping[str, BuiltFile]:
        """Every file by its address from the root of the site, percent-encoded."""
        return {quote(path): file for path, file in self.files.items()}

    @cached_property
    def by_address(self) -> Mapping[str, BuiltFile]:
        """Files by every address under which a server gives them: a page also under its folder's."""
        folders = {place.removesuffix("index.html"): file for place, file in self.places.items() if _is_index(place)}
        return {**folders, **self.places}

    def own_part(self, address: str) -> str | None:
        """Where in the site the whole ``address`` leads, as a target; None if it leads elsewhere."""
        if not self.site_url or not address.startswith(self.site_url):
            return None
        path, hash_sign, anchor = address[len(self.site_url) :].partition("#")
        return quote(unquote(path.partition("?")[0])) + (f"#{unquote(anchor)}" if hash_sign and anchor else "")

    @cached_property
    def targets(self) -> Mapping[LinkKind, frozenset[str]]:
        """Everything that the files lead to, by kind."""
        return {
            kind: frozenset[str]().union(*(file.facts.links.get(kind, ()) for file in self.files.values()))
            for kind in LinkKind
        }

    def leading_to(
        self, targets: Set[str], kinds: Collection[LinkKind]
    ) -> Iterator[tuple[str, list[tuple[BuiltFile, LinkKind]]]]:
        """Each of ``targets``, in order, with the files that lead there in a way of ``kinds``, in the order of their paths."""
        found: dict[str, list[tuple[BuiltFile, LinkKind]]] = {}
        for file in self.files.values() if targets else ():
            for kind in kinds:
                for target in file.facts.links.get(kind, ()):
                    if target in targets:
                        found.setdefault(target, []).append((file, kind))
        yield from sorted(found.items())


def _is_index(place: str) -> bool:
    return place == "index.html" or place.endswith("/index.html")
