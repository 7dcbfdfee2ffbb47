"""Where the site goes to, and the files that make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from disclosure.site import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a site is made and where it will stand.

    ``source`` is the column's root; ``template_dirs`` the theme's folders, ours first; ``cache`` the folder of rendered
    pages; ``lunr`` the lunr.js of the host; ``root`` the path of the site on its host ("/" or "/zwgk/"); ``site_url`` its
    full address, or "".
    """

    source: Path
    template_dirs: tuple[str, ...]
    cache: Path
    lunr: Path
    root: str = "/"
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path there, and its content or the file to copy.

    ``source`` is the file of the column that it is made of, if it is one that an editor wrote or put there.  ``facts`` gives
    what rules ask about it, and ``sum`` is the digest of the content, where these are known without looking.
    """

    path: str
    content: bytes | None = None
    file: Path | None = None
    source: str = ""
    facts: Callable[[], Facts] | None = None
    sum: str = ""


def path_of(address: str) -> str:
    """The path of the page at ``address``."""
    return f"{address}index.html" if address.endswith("/") or not address else address
