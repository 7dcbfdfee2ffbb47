"""HTML → what rules ask about a page.

A scanner for the HTML that we write: templates, and bodies that nh3 has written anew, with every tag closed and every
attribute in quotes.  Whatever is not of this form it reports as a fault.  A test compares it with Python's own, slower parser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from disclosure.publish.targets import numeric_hosts, target_of
from disclosure.site import Facts, LinkKind, PageFacts

_TOKEN = re.compile(
    r"<!--.*?-->|<(?:script|style|title|textarea)\b[^<>]*>.*?</(?:script|style|title|textarea)>|</?[a-zA-Z!][^<>]*>|<",
    re.DOTALL,
)
"""A comment, an element whose content is no HTML, any other tag."""

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=]+)(?:="([^"]*)")?(?=[\s>/])""")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "!doctype",
        "!--",
    ]
)
_RAW = ("script", "style", "title", "textarea")
_PARTS = ("header", "nav", "main", "footer", "h1")
_ADDRESSES = {
    ("a", "href"): LinkKind.LINK,
    ("area", "href"): LinkKind.LINK,
    ("form", "action"): LinkKind.FORM,
    ("button", "formaction"): LinkKind.FORM,
    ("img", "src"): LinkKind.IMAGE,
    ("image", "href"): LinkKind.IMAGE,
    ("use", "href"): LinkKind.IMAGE,
    ("input", "src"): LinkKind.IMAGE,
    ("video", "poster"): LinkKind.IMAGE,
    ("script", "src"): LinkKind.SCRIPT,
    ("audio", "src"): LinkKind.MEDIA,
    ("video", "src"): LinkKind.MEDIA,
    ("source", "src"): LinkKind.MEDIA,
    ("track", "src"): LinkKind.MEDIA,
    ("iframe", "src"): LinkKind.FRAME,
    ("frame", "src"): LinkKind.FRAME,
    ("embed", "src"): LinkKind.FRAME,
    ("object", "data"): LinkKind.FRAME,
}
_RELATIONS = {
    "stylesheet": LinkKind.STYLE,
    "icon": LinkKind.IMAGE,
    "preload": LinkKind.SCRIPT,
    "preconnect": LinkKind.SCRIPT,
}
"""What <link> leads to by its relation; other relations are for programs."""

_DATA_BLOCKS = ("application/ld+json", "application/json")
_MOST_FAULTS = 5


class _Tag(NamedTuple):
    """A tag: its name; whether it opens or closes an element or stands alone; what it says, as kind and value."""

    name: str
    opens: bool
    closes: bool
    says: tuple[tuple[str, str], ...]


def facts_of_page(html: str, path: str, root: str) -> Facts:
    """What rules ask about the page at ``path`` of a site that stands at ``root`` of its host."""
    said: dict[str, list[str]] = {}
    faults: list[str] = []
    open_: list[str] = []
    for token in _TOKEN.findall(html):
        name, opens, closes, says = _tag(token)
        if opens:
            if not closes:
                open_.append(name)
            elif "svg" not in open_:
                faults.append(f"<{name}/>（这个标签不能自己结束）")
        elif closes:
            if open_ and open_[-1] == name:
                open_.pop()
            else:
                faults += _mend(open_, name)
        for kind, value in says:
            said.setdefault(kind, []).append(value)
    faults += [f"<{name}>（没有结束）" for name in open_]
    faults += said.get("fault", ())
    ids = said.get("id", [])
    faults += [f'id="{id_}"（出现 {count} 次）' for id_, count in Counter(ids).items() if count > 1]
    page = PageFacts(
        title=unescape("".join(said.get("title", [])[:1])).strip(),
        language="".join(said.get("lang", [])[:1]),
        labels=dict(_label(each) for each in said.get("meta", ())),
        ids=tuple(dict.fromkeys(ids)),
        parts=dict(Counter(said.get("part", ()))),
        footer=_footer(html[html.rfind("<footer") : html.rfind("</footer>")]),
        unnamed=tuple(said.get("unnamed", ())),
        inline=tuple(dict.fromkeys(said.get("inline", ()))),
        faults=tuple(dict.fromkeys(faults))[:_MOST_FAULTS],
    )
    scripts = (*said.get(LinkKind.SCRIPT, ()), *("../" * path.count("/") + rows for rows in said.get("rows", ())))
    if scripts:
        said[LinkKind.SCRIPT] = list(scripts)
    links = {
        kind: tuple(dict.fromkeys(target_of(each, path, root) for each in dict.fromkeys(said[kind])))
        for kind in LinkKind
        if kind in said
    }
    return Facts(links=links, numeric=numeric_hosts(html), page=page)


def _mend(open_: list[str], name: str) -> Iterator[str]:
    """What is wrong where ``name`` is closed and something else was open; goes on as a browser would."""
    if name not in open_:
        yield f"</{name}>（没有开始）"
        return
    while (last := open_.pop()) != name:
        yield f"<{last}>（没有结束）"


def _label(written: str) -> tuple[str, str]:
    name, _, content = written.partition("\n")
    return name, content


@lru_cache(maxsize=64)
def _footer(html: str) -> str:
    """The text of the footer, which is the same on many pages."""
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@lru_cache(maxsize=20_000)
def _tag(token: str) -> _Tag:
    """What ``token`` is; most tags stand on many pages as they are."""
    if token == "<":
        return _Tag("", False, False, (("fault", "<（没有写成 &lt;）"),))
    if token.startswith("<!"):
        return _Tag("!--", False, False, ())
    found = _NAME.match(token)
    name = found[1].lower() if found else ""
    if token.startswith("</"):
        return _Tag(name, False, True, ())
    if name in _RAW:
        return _Tag(name, False, False, tuple(_raw(name, token)))
    stands_alone = token.endswith("/>")
    is_void = name in _VOID
    return _Tag(name, not is_void, stands_alone and not is_void, tuple(_says(name, token)))


def _raw(name: str, token: str) -> Iterator[tuple[str, str]]:
    """What an element says whose content is no HTML."""
    head, _, rest = token.partition(">")
    attributes = _attributes(head + ">")
    content = rest.rpartition("</")[0]
    yield from _says(name, head + ">")
    if name == "title":
        yield "title", content
    elif name == "style":
        yield "inline", "<style>"
    elif name == "script" and "src" not in attributes:
        if attributes.get("type") in _DATA_BLOCKS:
            for address in re.findall(r'"((?:https?:)?//[^"\\\s]+)"', content):
                yield LinkKind.DATA, address
        else:
            yield "inline", "<script>"


def _says(name: str, token: str) -> Iterator[tuple[str, str]]:
    """What a tag says by its attributes."""
    attributes = _attributes(token)
    rest, count = _ATTRIBUTE.subn("", token[len(name) + 1 :])
    if rest.strip(" \n/") != ">" or count != len(attributes):
        yield "fault", f"<{name}>（属性要写在双引号里，不能重复）"
    for key, value in attributes.items():
        if (kind := _ADDRESSES.get((name, key))) is not None:
            is_code = value.strip().lower().startswith(("javascript:", "data:text"))
            yield ("inline", f"{key}={value[:20]}") if is_code else (kind, value)
        elif key == "xlink:href":
            yield LinkKind.IMAGE, value
        elif key == "srcset":
            for part in value.split(","):
                yield LinkKind.IMAGE, part.split()[0] if part.split() else ""
        elif key == "data-rows":
            yield "rows", value
        elif key == "id":
            yield "id", value
        elif key == "style" or key.startswith("on"):
            yield "inline", f"{key}="
        elif name == "html" and key == "lang":
            yield "lang", value
    if name in _PARTS:
        yield "part", name
    elif name == "link":
        yield _link(attributes)
    elif name == "meta":
        yield from _meta(attributes)
    elif name == "img" and not attributes.get("alt"):
        yield "unnamed", attributes.get("src", "")
    elif name == "svg" and not attributes.keys() & {"aria-hidden", "aria-label", "aria-labelledby"}:
        yield "unnamed", ""


def _link(attributes: dict[str, str]) -> tuple[str, str]:
    for relation in attributes.get("rel", "").lower().split():
        if relation in _RELATIONS:
            return _RELATIONS[relation], attributes.get("href", "")
    return LinkKind.DATA, attributes.get("href", "")


def _meta(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    content = attributes.get("content", "")
    if "name" in attributes:
        yield "meta", f"{attributes['name']}\n{content}"
        if attributes["name"] == "Url":
            yield LinkKind.DATA, content
    elif attributes.get("http-equiv", "").lower() == "refresh":
        yield LinkKind.LINK, content.partition("=")[2].strip("'\" ")


def _attributes(token: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(token):
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
