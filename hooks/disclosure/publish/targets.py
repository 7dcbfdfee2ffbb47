"""Addresses as files write them → targets, as rules compare them (site.py)."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_UNUSUAL = re.compile(r"[^\w/.#-]|\.\.?(?:/|#|$)|//", re.ASCII)
_IS_FOLDER = re.compile(r"/$|(?:^|/)\.\.?$")
_NUMERIC = re.compile(r"//(?:[^\s/\"'<>@]*@)?((?:\d{1,3}\.){3}\d{1,3})(?![\w.])")


def target_of(address: str, path: str, root: str) -> str:
    """Where ``address`` leads that the file at ``path`` writes, on a site that stands at ``root`` of its host.

    What follows ? is for scripts and does not count.  An address elsewhere stays as it is.
    """
    up = "../" * path.count("/")
    if up and address.startswith(up) and not _UNUSUAL.search(address, len(up)):
        return address[len(up) :]  # nearly all links are written like this
    address = re.sub(r"[\t\r\n]", "", address).strip()
    if _SCHEME.match(address):
        return address
    place, _, anchor = address.partition("#")
    place = unquote(place.partition("?")[0])
    if not place:
        place = path
    elif place.startswith("/"):
        if not place.startswith(root):
            return address
        place = place[len(root) :] or "index.html"
    else:
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
        place = "" if folder == "." else folder + "/" * bool(_IS_FOLDER.search(place))
    return quote(place) + (f"#{unquote(anchor)}" if anchor else "")


def numeric_hosts(text: str) -> tuple[str, ...]:
    """The addresses in ``text`` whose host is a number (IPv4), each once."""
    return tuple(dict.fromkeys(_NUMERIC.findall(text)))
