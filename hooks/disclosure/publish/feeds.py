"""Atom feeds (RFC 4287).  They need whole addresses, so there are none as long as the site's own is not known."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from disclosure.derive.open_data.feeds import Feed, FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, site_url: str) -> bytes:
    """``feed`` as Atom; its id and those of the entries are their addresses, which never change (with the day for registers)."""
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    _text(root, "id", site_url + feed.address)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", max(entry.moment for entry in feed.entries).isoformat())
    _link(root, "self", site_url + feed.address, "application/atom+xml")
    _link(root, "alternate", site_url + feed.page, "text/html")
    _text(ElementTree.SubElement(root, "author"), "name", feed.organ)
    for entry in feed.entries:
        _entry(root, entry, site_url)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def _entry(root: ElementTree.Element, entry: FeedEntry, site_url: str) -> None:
    made = ElementTree.SubElement(root, "entry")
    _text(made, "id", site_url + entry.id)
    _text(made, "title", entry.title)
    _text(made, "published", entry.moment.isoformat())
    _text(made, "updated", entry.moment.isoformat())
    _link(made, "alternate", site_url + entry.address, "text/html")
    for name in entry.authors:
        _text(ElementTree.SubElement(made, "author"), "name", name)
    ElementTree.SubElement(made, "category", {"term": _plain(entry.theme)})
    _text(made, "summary", entry.summary)


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = _plain(text)


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _plain(text: str) -> str:
    """``text`` without the signs that XML cannot hold."""
    return _NOT_XML.sub("", text)
