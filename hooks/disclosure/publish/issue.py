"""The texts of a whole issue of 政府公报 as HTML that can stand together on one page, below headings of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from disclosure.derive.bulletins.contexts import IssueText
from disclosure.publish.body import to_html

_DEEPER = 2
"""The issue has the first heading of the page, its sections the second, titles of texts the third."""

_DEEPEST = 6
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=\"[^\"]*\")?)*)\s*>")
_OWN = re.compile(r"( id=\"| href=\"#| headers=\"| aria-label=\")")


def html_of(text: IssueText, to: Callable[[str], str]) -> str:
    """The body of ``text``: headings two levels deeper, anchors and the names of tables its own on the page."""
    if text.writing is None:
        return "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.paragraphs)
    body = to_html(text.writing.markdown, {target: to(place) for target, place in text.writing.links})
    names = {' aria-label="': f"{text.anchor.replace('text-', '第 ')} 篇，"}

    def owned(tag: re.Match[str]) -> str:
        slash, name, attributes = tag.groups()
        if re.fullmatch("h[2-6]", name):
            name = f"h{min(int(name[1]) + _DEEPER, _DEEPEST)}"
        prefixed = _OWN.sub(lambda start: start[0] + names.get(start[0], f"{text.anchor}-"), attributes)
        return f"<{slash}{name}{prefixed}>"

    return _TAG.sub(owned, body.html)
