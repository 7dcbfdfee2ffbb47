"""A Markdown body to safe HTML: official Markdown, sanitised by nh3, links led to their places in the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape, unescape

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension

from disclosure.publish.official import OfficialExtension
from disclosure.rules.markup import ALLOWED_SCHEMES, ALLOWED_TAGS

_STYLES = {"dc-addressee", "dc-annex-head", "dc-annex-note", "dc-article", "dc-lead", "dc-mark", "dc-sign"}
_ALIGNED = ("p", "div", "td", "th", "caption", "h2", "h3", "h4", "h5", "h6")
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "p": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
for _tag in _ALIGNED:
    _ATTRIBUTES.setdefault(_tag, set()).add("align")
_CLASSES = {"p": _STYLES, "h2": {"dc-annex-title"}}
_ALIGN = re.compile(r'(<(?:{})\b[^>]*?) align="(left|center|right)"'.format("|".join(_ALIGNED)))
_OTHER_ALIGN = re.compile(r'(<(?:{})\b[^>]*?) align="[^"]*"'.format("|".join(_ALIGNED)))
_HEADING = re.compile(r"<h([2-6])\b[^>]*?\bid=\"([^\"]*)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_ANCHOR = re.compile(r"(<(?:h[2-6]|p)\b[^>]*?\bid=\")([^\"]*)(\")")
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents: level 2–6, anchor, plain text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML that may be put into a page as it is, and its headings."""

    html: str
    headings: tuple[Heading, ...]


def to_html(markdown: str, links: Mapping[str, str]) -> Body:
    """Convert ``markdown``; ``links`` gives the address of every link target that is written as a file name."""
    source = _COMMENT.sub("", markdown).replace("<!", "&lt;!").replace("<?", "&lt;?")
    source = re.sub(r"<(/?)center\b[^>]*>", lambda tag: f"<{tag[1]}div{'' if tag[1] else ' align=center'}>", source)
    html = nh3.clean(
        _converter().reset().convert(source),
        tags=set(ALLOWED_TAGS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=set(ALLOWED_SCHEMES),
        attribute_filter=_link_mapper(links),
        link_rel=None,
    )
    html = _OTHER_ALIGN.sub(r"\1", _ALIGN.sub(_with_class, html))
    html = _in_regions(_HEAD.sub(_with_scope, html))
    return Body(html, _headings_of(html))


def to_bodies(texts: Iterable[tuple[str, Mapping[str, str]]]) -> tuple[Body, ...]:
    """Several texts of one page, each with its links: converted by itself, but no anchor comes twice."""
    taken: set[str] = set()

    def made_unique(anchor: re.Match[str]) -> str:
        start, name, end = anchor.groups()
        number, unique = 1, name
        while unique in taken:
            number += 1
            unique = f"{name}-{number}"
        taken.add(unique)
        return f"{start}{unique}{end}"

    found = []
    for markdown, links in texts:
        html = _ANCHOR.sub(made_unique, to_html(markdown, links).html)
        found.append(Body(html, _headings_of(html)))
    return tuple(found)


@cache
def _converter() -> Markdown:
    """The one converter of this process."""
    return Markdown(extensions=[TableExtension(use_align_attribute=True), OfficialExtension()], output_format="html")


def _link_mapper(links: Mapping[str, str]) -> Callable[[str, str, str], str | None]:
    def mapped(_tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            return None if value.startswith("dc-") else value
        if attribute not in ("href", "src"):
            return value
        if value in links:
            return links[value]
        return None if attribute == "src" else value

    return mapped


def _with_class(tag: re.Match[str]) -> str:
    """Presentational ``align`` becomes a class; HTML 5 has no such attribute."""
    start, side = tag.groups()
    if ' class="' in start:
        return start.replace(' class="', f' class="dc-{side} ', 1)
    return f'{start} class="dc-{side}"'


def _with_scope(head: re.Match[str]) -> str:
    """Header cells of a simple table head say that they are about their column."""
    return re.sub(r"<th(?=[ >])(?![^>]*\bscope=)", '<th scope="col"', head[0])


def _in_regions(html: str) -> str:
    """Put every table into a labelled region that scrolls by itself, so that a phone never scrolls the page sideways."""
    pieces = html.split("<table")
    out = [pieces[0]]
    for number, piece in enumerate(pieces[1:], 1):
        caption = re.search(r"<caption\b[^>]*>(.*?)</caption>", piece, re.DOTALL)
        name = _plain(caption[1]) if caption else ""
        label = f"表格 {number}" + (f"：{name}" if name else "")
        out.append(f'<div class="dc-scroll" role="region" tabindex="0" aria-label="{escape(label)}"><table{piece}')
    return "".join(out).replace("</table>", "</table></div>")


def _headings_of(html: str) -> tuple[Heading, ...]:
    return tuple(Heading(int(level), unescape(anchor), _plain(text)) for level, anchor, text in _HEADING.findall(html))


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()
