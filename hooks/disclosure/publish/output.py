"""Where the site goes to, and the files that make it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
    """A file of the site: its path there, and its content or the file to copy."""

    path: str
    content: bytes | None = None
    file: Path | None = None
