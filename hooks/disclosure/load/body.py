"""What a Markdown body points at: its links and images, with their lines."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from disclosure.model import BodyLink

_MARKDOWN = re.compile(r"(!?)\[[^\]\n]*\]\(\s*<?([^\s)>]+)>?[^)\n]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)")
_HTML = re.compile(r"<(\w+)\b[^>]*?\s(?:src|href)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def links_of(body: str, first_line: int) -> tuple[BodyLink, ...]:
    """All links and images of ``body`` in the order of writing."""
    if "](" not in body and "]:" not in body and "=" not in body:
        return ()
    found: list[BodyLink] = []
    for number, line in enumerate(body.split("\n"), first_line):
        found += [BodyLink(match[2], number, bool(match[1])) for match in _MARKDOWN.finditer(line)]
        found += [BodyLink(match[1], number) for match in _DEFINITION.finditer(line)]
        found += [BodyLink(match[2], number, match[1].lower() == "img", is_html=True) for match in _HTML.finditer(line)]
    return tuple(found)


def is_relative(target: str) -> bool:
    """Whether ``target`` names a file of this column (and not an address, an anchor or a mail address)."""
    return not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#", target)


def linked_path(path: str, target: str) -> str | None:
    """The path from the column's root of the file that ``target`` names in the file ``path``; None for other links."""
    if not is_relative(target):
        return None
    name = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
