"""Comparing folders, and reading built pages."""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser
from pathlib import Path


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below ``folder`` by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class PageReader(HTMLParser):
    """The parts of a page that tests ask about."""

    VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.title = ""
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(found["id"] or "")
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)

    def attribute(self, tag: str, name: str) -> list[str]:
        """The values of an attribute of all elements of a kind that have it."""
        return [value for each, attrs in self.tags if each == tag and (value := attrs.get(name)) is not None]


def main_of(html: str) -> str:
    """The main part of a page: between <main> and </main>."""
    return html[html.index("<main") : html.index("</main>")]
