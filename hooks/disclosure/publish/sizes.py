"""How large downloads have become: known only when they are made, and wanted on pages that link to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from disclosure.derive.contexts import PageContext
from disclosure.derive.pieces import File


def with_sizes(pages: Iterable[PageContext], sizes: Mapping[str, str]) -> Iterator[PageContext]:
    """``pages`` with the size of each file of their ``downloads``, whatever kind of page has such."""
    for page in pages:
        files: tuple[File, ...] = getattr(page, "downloads", ())
        changed: Any = page
        if files:
            changed = replace(changed, downloads=tuple(replace(file, size=sizes[file.address]) for file in files))
        yield changed
