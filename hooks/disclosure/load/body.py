"""What a Markdown body points at: its links and images, with their lines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from disclosure.model import BodyLink, Writing

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*<?([^\s>]+)")
_IMAGE_LABEL = re.compile(r"!\[([^\]\n]*)\](?:\[([^\]\n]*)\])?")
_HTML = re.compile(r"<(\w+)\b[^>]*?\s(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'\s>]+))", re.IGNORECASE)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")


def links_of(body: str, first_line: int) -> tuple[BodyLink, ...]:
    """All links and images of ``body`` in the order of writing; targets with entities resolved."""
    if "](" not in body and "]:" not in body and "=" not in body:
        return ()
    plain = without_code(body)
    image_labels = {(second or first).lower() for first, second in _IMAGE_LABEL.findall(plain)}
    found: list[BodyLink] = []
    for number, line in enumerate(plain.split("\n"), first_line):
        found += [BodyLink(target, number, is_image) for target, is_image in _markdown_links(line)]
        for match in _DEFINITION.finditer(line):
            found.append(BodyLink(unescape(match[2]), number, match[1].lower() in image_labels))
        for match in _HTML.finditer(line):
            target = unescape(match[2] or match[3] or match[4] or "")
            found.append(BodyLink(target, number, match[1].lower() == "img", is_html=True))
    return tuple(found)


def without_code(body: str) -> str:
    """``body`` with blanks in place of `code`, which is shown as it is written."""
    return _CODE.sub(lambda code: " " * len(code[0]), body) if "`" in body else body


def scheme_of(target: str) -> str | None:
    """The scheme of an address ("https"), as a browser finds it: blanks and control characters do not count."""
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", target))
    return found[1].lower() if found else None


def is_relative(target: str) -> bool:
    """Whether ``target`` names a file of this column (and not an address, an anchor or a mail address)."""
    return scheme_of(target) is None and not target.startswith(("//", "#"))


def is_markdown(path: str) -> bool:
    """Whether a file is a text of the column (or would be taken for one by MkDocs) and not something to download."""
    return path.lower().endswith((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))


def linked_path(path: str, target: str) -> str | None:
    """The path from the column's root of the file that ``target`` names in the file ``path``; None for other links."""
    if not is_relative(target):
        return None
    name = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path


def files_beside(writing: Writing) -> list[tuple[str, int]]:
    """Attachments and linked files of ``writing``: source path and line."""
    found = [(attachment.source, attachment.line) for attachment in writing.attachments]
    for link in writing.links:
        path = linked_path(writing.origin.path, link.target)
        if path and not is_markdown(path):
            found.append((path, link.line))
    return found


def _markdown_links(line: str) -> Iterator[tuple[str, bool]]:
    """Target of every [text](target) of a line, and whether it is an image."""
    at = line.find("](")
    while at >= 0:
        end = _closing(line, at + 1)
        if end > 0:
            target = _TITLE.sub("", line[at + 2 : end]).strip()
            yield unescape(target.removeprefix("<").removesuffix(">")), _is_image(line, at)
        at = line.find("](", at + 2)


def _closing(line: str, opening: int) -> int:
    """Where the parenthesis that opens at ``opening`` closes, or -1."""
    depth = 0
    for place in range(opening, len(line)):
        depth += {"(": 1, ")": -1}.get(line[place], 0)
        if depth == 0:
            return place
    return -1


def _is_image(line: str, closing: int) -> bool:
    """Whether the bracket that closes at ``closing`` was opened by ``![``."""
    depth = 0
    for place in range(closing, -1, -1):
        depth += {"]": 1, "[": -1}.get(line[place], 0)
        if depth == 0:
            return place > 0 and line[place - 1] == "!"
    return False
