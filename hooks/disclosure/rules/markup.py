"""Raw HTML in Markdown: what may stay, what is dropped, what stops the build.

Publishing sanitises every body with the same lists (``publish/body.py``); these rules tell the editor the line.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from disclosure.column import Column
from disclosure.load.body import scheme_of, without_code
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

ALLOWED_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "li",
        "ol",
        "p",
        "pre",
        "rp",
        "rt",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
ALLOWED_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
PRESENTATION_TAGS = frozenset({"center", "font", "o:p", "tt", "big", "wbr", "nobr"})
"""Tags that Word leaves behind: dropped in silence, their text stays."""

_BLOCKS = frozenset(["blockquote", "center", "div", "dl", "figure", "ol", "pre", "table", "ul"])
"""Tags that swallow the Markdown after them when they are not closed."""

_DANGEROUS_TAGS = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "link",
        "meta",
        "base",
        "svg",
        "math",
        "audio",
        "video",
        "source",
        "track",
        "template",
        "dialog",
        "portal",
        "noscript",
    ]
)


@rule(
    "unsafe-html",
    "正文里不能有脚本、框架、表单等网页代码",
    family=Family.SITE,
    advice="删去这段网页代码；表格用 <table>，图片用 ![…](…)，视频写成链接。",
    bad='<iframe src="…"></iframe>',
    good="[观看视频](https://www.shilixian.gov.cn/shipin/)",
)
def unsafe_html(column: Column) -> Findings:
    """No scripts, event handlers, frames, forms, or addresses that run code."""
    for path, line, what in _in_texts(column, dangerous=True):
        yield path, line, f"正文里有不允许的网页代码 {what}；请删去，表格和图片以外的网页代码都用不着"


@rule(
    "dropped-html",
    "不认识的网页标签不会显示",
    Severity.WARNING,
    family=Family.SITE,
    advice="是正文的，改用《》或者“”；不是的，删去。",
    bad="<a类>企业",
    good="“a类”企业",
)
def dropped_html(column: Column) -> Findings:
    """Tags that are not HTML for texts vanish from the page; the editor probably meant the words."""
    for path, line, what in _in_texts(column, dangerous=False):
        yield path, line, f"{what} 会被当作网页标签去掉；如果它是正文内容，请改用《》或者“”"


def _in_texts(column: Column, *, dangerous: bool) -> Findings:
    """File, line and what was found, of one of the two grades."""
    for writing in column.writings:
        for line, is_dangerous, what in _findings(writing.body):
            if is_dangerous is dangerous:
                yield writing.origin.path, writing.body_line + line - 1, what


def _findings(body: str) -> list[tuple[int, bool, str]]:
    """Line in the body, whether it is dangerous, and what was found."""
    if "<" not in body:
        return []
    plain = without_code(body)
    scanner = _Scanner()
    try:
        scanner.feed(plain)
        scanner.close()
    except AssertionError:
        scanner.found.append((scanner.getpos()[0], True, "<!…"))
    start = plain.rfind("<!--")
    if start > plain.rfind("-->"):
        scanner.found.append((plain.count("\n", 0, start) + 1, True, "<!--（注释没有结束，后面的文字都会丢掉）"))
    scanner.found += [(line, True, f"<{tag}>（没有结束的 </{tag}>）") for tag, line in scanner.open_blocks]
    return scanner.found


class _Scanner(HTMLParser):
    """Notes every tag that is not allowed and every attribute that could run code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, bool, str]] = []
        self.open_blocks: list[tuple[str, int]] = []

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open_blocks) - 1, -1, -1):
            if self.open_blocks[place][0] == tag:
                del self.open_blocks[place:]
                return

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in _DANGEROUS_TAGS:
            self.found.append((line, True, f"<{tag}>"))
            return
        if tag in _BLOCKS:
            self.open_blocks.append((tag, line))
        if tag not in ALLOWED_TAGS | PRESENTATION_TAGS and not re.search("[:@<]", tag):
            self.found.append((line, False, f"<{tag}>"))
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append((line, True, f"{name}="))
            elif name in ("href", "src") and not _is_safe(value or ""):
                self.found.append((line, True, f"{name}={(value or '')[:40]}"))

    handle_startendtag = handle_starttag


def _is_safe(address: str) -> bool:
    return (scheme_of(address) or "https") in ALLOWED_SCHEMES
