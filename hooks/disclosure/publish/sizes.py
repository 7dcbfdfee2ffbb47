"""How large downloads have become: known only when they are made, and wanted on pages that link to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from disclosure.derive.contexts import PageContext
from disclosure.derive.registers.contexts import RegisterPage


def with_sizes(pages: Iterable[PageContext], sizes: Mapping[str, str]) -> Iterator[PageContext]:
    """``pages`` with the size of each download."""
    for page in pages:
        if isinstance(page, RegisterPage):
            downloads = tuple(replace(file, size=sizes[file.address]) for file in page.downloads)
            yield replace(page, downloads=downloads)
        else:
            yield page
