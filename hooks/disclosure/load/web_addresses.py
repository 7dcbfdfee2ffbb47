"""Addresses of other sites, as far as pages may link to them."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_safe(address: str) -> bool:
    """Whether a page may lead to ``address``: https, a host, nobody's name or password before it, no blanks."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_plain = address.isprintable() and not set(address) & set(' "<>\\')
    return is_plain and parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
