"""Files that are no pages → what rules ask about them: what they lead to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any

from disclosure.publish.targets import numeric_hosts, target_of
from disclosure.search.files import is_results
from disclosure.search.script import handed_over
from disclosure.site import Facts, LinkKind

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_LITERAL = re.compile(r"""["'`]((?:https?:|wss?:)?//[\w-]+[.:][^"'`\s]*)""", re.IGNORECASE)
_XML_LINK = re.compile(r"""\b(?:href|src)\s*=\s*["']([^"']*)|<(?:loc|link|icon|logo)>\s*([^<]*?)\s*</""", re.IGNORECASE)
_WHOLE = re.compile(r"https?://[\w.~:/?#@!$&'()*+=%\[\]-]+", re.ASCII)
_NAMES = ("http://www.w3.org/",)
"""What looks like an address and is a name: nothing is ever loaded from there."""

Found = Iterator[tuple[LinkKind, str]]


def facts_of_file(path: str, content: bytes, root: str, site_url: str) -> Facts:
    """What rules ask about the file at ``path``, which is no page, of a site at ``site_url``."""
    read = _READERS.get(path.rpartition(".")[2].lower())
    if read is None:
        return Facts()
    text = content.decode("utf-8", "replace")
    base = "" if read is _of_script else path
    found: dict[LinkKind, dict[str, None]] = {}
    for kind, address in read(path, text, site_url):
        found.setdefault(kind, {})[target_of(address, base, root)] = None
    return Facts(
        links={kind: tuple(targets) for kind, targets in found.items()},
        numeric=() if read is _of_data else numeric_hosts(text),
        rows=frozenset(str(row[0]) for row in _rows_in(text)) if _has_rows(path) else frozenset(),
    )


def _of_css(path: str, text: str, site_url: str) -> Found:  # noqa: ARG001
    for match in _CSS_URL.finditer(_CSS_COMMENT.sub("", text)):
        address = (match[1] or match[2]).strip()
        if not address.startswith(("data:", "#")):
            yield LinkKind.STYLE, address


def _of_script(path: str, text: str, site_url: str) -> Found:  # noqa: ARG001
    """Addresses in data for scripts, which count from the root of the site; others written out in scripts."""
    if is_results(path):
        for result in handed_over(text)[1]:
            yield LinkKind.DATA, result[1]
    elif _has_rows(path):
        for address in _addresses_in(_rows_in(text)):
            yield LinkKind.LINK, address
    else:
        for match in _LITERAL.finditer(text):
            if not match[1].startswith(_NAMES):
                yield LinkKind.SCRIPT, match[1]


def _of_svg(path: str, text: str, site_url: str) -> Found:  # noqa: ARG001
    for match in _XML_LINK.finditer(text):
        address = unescape(match[1] or "")
        if address and not address.startswith(("#", "data:")):
            yield LinkKind.IMAGE, address
    for match in _CSS_URL.finditer(text):
        if not (address := match[1] or match[2]).startswith(("#", "data:")):
            yield LinkKind.STYLE, address


def _of_xml(path: str, text: str, site_url: str) -> Found:  # noqa: ARG001
    for match in _XML_LINK.finditer(text):
        if address := unescape(match[1] or match[2] or ""):
            yield LinkKind.DATA, address


def _of_data(path: str, text: str, site_url: str) -> Found:  # noqa: ARG001
    """Whole addresses of this site; what a text says of other sites is no link."""
    own = site_url.partition("://")[2]
    for address in dict.fromkeys(_WHOLE.findall(text)) if own else ():
        if address.partition("://")[2].startswith(own):
            yield LinkKind.DATA, address


def _has_rows(path: str) -> bool:
    """Whether the file at ``path`` holds the rows of a table that stands on several pages (tables.py)."""
    return path.endswith("/rows.js")


def _rows_in(text: str) -> list[Any]:
    """The rows, each with its anchor first."""
    rows: list[Any] = json.loads(text[text.index("]=") + 2 : text.rindex(";")])
    return rows


def _addresses_in(rows: Iterable[Any]) -> Iterator[str]:
    """The addresses in ``rows``: the second of each value that is a list."""
    for row in rows:
        for cell in row[1:]:
            for value in cell[0] if isinstance(cell, list) and cell else ():
                if isinstance(value, list) and len(value) > 1 and value[1]:
                    yield value[1]


_READERS: dict[str, Callable[[str, str, str], Found]] = {
    "css": _of_css,
    "js": _of_script,
    "svg": _of_svg,
    "xml": _of_xml,
    **dict.fromkeys(("json", "csv", "txt", "vcf"), _of_data),
}
