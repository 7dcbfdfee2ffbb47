"""What machines read in the head of a page, with addresses of the site made absolute.

Without the site's own address whatever needs one is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.derive.pieces import Label, Place


def meta_tags(labels: Iterable[Label], site_url: str) -> tuple[tuple[str, str], ...]:
    """Name and content of each META tag; ``site_url`` ends with a slash, or is empty."""
    found = ((label.name, absolute(label.content, site_url)) for label in labels)
    return tuple((name, content) for name, content in found if content is not None)


def absolute(value: str | Place, site_url: str) -> str | None:
    """The text, or the whole address of the place; None if it cannot be known."""
    if isinstance(value, str):
        return value
    return site_url + value.address if site_url else None
