"""Markdown → the text that the page shows, a paragraph or a cell of a table a line: what is searched and quoted.

It reads the same flavour as publish/official.py, a hundred times faster than a conversion; a test compares the two.
"""

from __future__ import annotations

import re
from html import unescape

from disclosure.load.stars import with_signs_escaped

_MARKUP = re.compile(r"[*_`\[\]<>&\\|#!\x02]|^[^\S\n]*[-+>]\s|^-{3,}$|^\*{3,}$", re.MULTILINE)
"""Without any of these a text is as it is shown."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?([A-Za-z][\w:]*)\b[^>]*>")
_IMAGE_TAG = re.compile(r"<img\b[^>]*?\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*>", re.IGNORECASE)
_INLINE_TAGS = frozenset(
    ["a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "nobr", "rp", "rt", "ruby", "s", "small", "span", "strong",
     "sub", "sup", "tt", "u", "wbr", "o:p", "img"]
)  # fmt: skip
_ATX = re.compile(r"^[ \t　]*#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_BULLET = re.compile(r"^[^\S\n]*(?:[-*+]|>)[^\S\n]+", re.MULTILINE)
_RULE = re.compile(r"^(?:[ \t:|-]{3,}|\*{3,}|_{3,})$", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*\S+.*$", re.MULTILINE)
_LINK = re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[:@][^\s<>]*)>")
_STRONG = re.compile(r"(?<![\\*])(\*{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?!\*)")
_UNDERLINED = re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|<&-])")


def plain_text(markdown: str) -> str:
    """The lines of ``markdown`` as they are read, without empty ones."""
    text = _shown(markdown) if _MARKUP.search(markdown) else markdown
    return "\n".join(line for each in text.split("\n") if (line := each.strip(" \t　\r")))


def _shown(markdown: str) -> str:
    text = _COMMENT.sub("", markdown)
    text = _IMAGE_TAG.sub(lambda tag: tag[1] or tag[2] or "", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE_TAGS else "\n", text)
    text = _RULE.sub("", _DEFINITION.sub("", text))
    text = _ATX.sub(r"\1", text)
    text = _BULLET.sub("", text)
    text = _cells(text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", "\n".join(map(with_signs_escaped, text.split("\n"))))
    text = _UNDERLINED.sub(r"\2", _STRONG.sub(r"\2", text))
    return unescape(_ESCAPE.sub(r"\1", text))


def _cells(text: str) -> str:
    """Cells of tables on lines of their own."""
    if "|" not in text:
        return text
    return "\n".join(
        re.sub(r"(?<!\\)\|", "\n", line) if line.lstrip().startswith("|") else line for line in text.split("\n")
    )
