"""sitemap.xml for search engines: every page with the day of its last change."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from disclosure.derive.contexts import NotFoundPage, PageContext, WithdrawnPage

SITEMAP = "sitemap.xml"


def sitemap(pages: Iterable[PageContext], site_url: str) -> bytes:
    """The sitemap of ``pages`` under ``site_url`` (which ends with a slash)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in pages:
        if isinstance(page, (NotFoundPage, WithdrawnPage)):
            continue
        changed = f"<lastmod>{page.frame.changed}</lastmod>" if page.frame.changed else ""
        lines.append(f"<url><loc>{escape(site_url + quote(page.frame.address))}</loc>{changed}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()
