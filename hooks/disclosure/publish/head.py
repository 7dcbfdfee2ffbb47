"""What machines read in the head of a page, with addresses of the site made absolute.

Without the site's own address whatever needs one is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from disclosure.derive.pieces import Label, Place, Thing, ThingValue


def meta_tags(labels: Iterable[Label], site_url: str) -> tuple[tuple[str, str], ...]:
    """Name and content of each META tag; ``site_url`` ends with a slash, or is empty."""
    found = ((label.name, _plain(label.content, site_url)) for label in labels)
    return tuple((name, content) for name, content in found if content is not None)


def json_ld(things: tuple[Thing, ...], site_url: str) -> Markup:
    """The structured data of a page as JSON-LD, written so that no text in it can end the script element."""
    if not things:
        return Markup()
    whole = {"@context": "https://schema.org", "@graph": [_plain(thing, site_url) for thing in things]}
    return htmlsafe_json_dumps(whole, dumps=json.dumps, ensure_ascii=False, separators=(",", ":"))


def _plain(value: ThingValue, site_url: str) -> Any:
    """``value`` as JSON knows it; None for a place whose whole address cannot be known."""
    match value:
        case Place():
            return site_url + value.address if site_url else None
        case Thing():
            plain = ((name, _plain(each, site_url)) for name, each in value.properties)
            return {"@type": value.type} | {name: each for name, each in plain if each is not None}
        case tuple():
            return [_plain(each, site_url) for each in value]
        case _:
            return value
