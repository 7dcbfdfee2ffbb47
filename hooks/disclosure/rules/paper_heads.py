"""What a body repeats of the head of its document is what the head says: title, 发文字号, what is being printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from disclosure.column import Column
from disclosure.load.paper_numbers import plain_number
from disclosure.load.papers import PAPER_KINDS, paper_in
from disclosure.model import Document, RulePage
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_NO_WORD = re.compile(r"[^\w]|_")
_ALIKE = 0.6
"""From this likeness on two titles are one title with a slip in it."""

_OF_A_PAPER = re.compile(rf"关于.{{4,}}的?(?:{'|'.join(PAPER_KINDS)})")
_PRINTED_IN_TITLE = re.compile(
    r"(?:印发|公布|发布|下发)(?:《(?P<quoted>[^《》]{4,80})》|(?P<bare>[^《》]{6,80}?))的?通知"
)
_PRINTED_IN_BODY = (
    re.compile(r"现将(?:[^。《》\n]{0,8}的)?《(?P<title>[^《》]{4,80})》[^。《》\n]{0,30}?(?:印发|发布|公布|下发)"),
    re.compile(
        r"《(?P<title>[^《》]{4,80})》(?:[（(][^（()）]{2,30}[）)])?(?:已经?|业经)[^《》。\n]{2,60}[，。]现(?:予以?)?(?:印发|发布|公布|下发)"
    ),
)
_SEVERAL = re.compile(r"[两二三四五六七八九十\d]+(?:个|项|件|部)[^，。]{0,6}$|等[^，。]{0,6}$")
"""A title that counts the papers it prints names none of them."""

_VERSION = re.compile(
    r"[（(](?:试行|暂行|修订|修订稿|修正|第[一二三四五六七八九十]+版|[12]\d{3}年?(?:修订|版|[—–-]\d{4}年?)?)[）)]"
)


@rule(
    "head-number",
    "正文开头的文号要与发文字号一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="对照正式文件改正录错的那一个；网页开头已经显示发文字号，正文开头的那一行可以删去。",
    bad="发文字号: 示政发〔2026〕12号（正文开头一行是“示政发〔2026〕21号”）",
    good="发文字号: 示政发〔2026〕12号（正文开头一行是“示政发〔2026〕12号”，或者没有这一行）",
)
def head_number(column: Column) -> Findings:
    """A line that is a number, above the first sentence, is 发文字号."""
    for document in _papers(column):
        number = paper_in(document.body).number
        if number is None or _same_number(number.text, document.doc_number):
            continue
        where = document.origin.path, document.body_line + number.place
        if document.doc_number:
            yield (
                *where,
                f"正文开头的文号是“{number.text}”，发文字号写的是“{document.doc_number}”；请对照正式文件，改正录错的那一个",
            )
        else:
            yield (
                *where,
                f"正文开头有文号“{number.text}”，却没有写“发文字号”；请补上一行“发文字号: {plain_number(number.text)}”",
            )


@rule(
    "head-title",
    "正文开头的标题要与标题一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="对照正式文件改正录错的那一个；网页开头已经显示标题，正文开头的那一行可以删去。",
    bad="标题: 示例县民政局关于调整低保标准的通知（正文开头是“示例县民政局关于调整特困供养标准的通知”）",
    good="标题: 示例县民政局关于调整低保标准的通知（正文开头就是主送机关）",
)
def head_title(column: Column) -> Findings:
    """A title above the first sentence is that of the document, but for marks and the name of the organ."""
    for document in _papers(column):
        title = paper_in(document.body).title
        if title is None or _fits(title.text, document.title):
            continue
        likeness = SequenceMatcher(None, _bare(title.text), _bare(document.title), autojunk=False).ratio()
        if likeness >= _ALIKE or _OF_A_PAPER.search(title.text):
            yield (
                document.origin.path,
                document.body_line + title.place,
                f"正文开头的标题是“{title.text}”，标题写的是“{document.title}”；请对照正式文件，改正录错的那一个",
            )


@rule(
    "printed-title",
    "印发的文件名称要前后一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="标题里、“现将……印发”里和附在后面的标题都照正式文件写。",
    bad="标题: ……关于印发《示例县停车管理办法》的通知（正文写“现将《示例县停车管理暂行规定》印发给你们”）",
    good="标题: ……关于印发《示例县停车管理办法》的通知（正文写“现将《示例县停车管理办法》印发给你们”）",
)
def printed_title(column: Column) -> Findings:
    """What a notice says that it prints is what its title says; a mark of the version (试行) may be left out."""
    for document in column.documents:
        announced = _PRINTED_IN_TITLE.search(document.title)
        printed = _first(document.body) if announced else None
        if announced is None or printed is None:
            continue
        expected = announced["quoted"] or announced["bare"]
        if not _SEVERAL.search(expected) and not _fits(_VERSION.sub("", printed["title"]), _VERSION.sub("", expected)):
            yield (
                document.origin.path,
                document.body_line + document.body.count("\n", 0, printed.start()),
                f"标题里印发的是《{expected}》，正文写的是印发《{printed['title']}》；请对照正式文件，改正录错的那一个",
            )


def _papers(column: Column) -> Iterator[Document | RulePage]:
    """The documents and rules whose heads are their own: those that explain a paper may begin with that one's."""
    yield from (document for document in column.documents if not document.interprets)
    yield from column.rules


def _first(body: str) -> re.Match[str] | None:
    return next((found for pattern in _PRINTED_IN_BODY if (found := pattern.search(body))), None)


def _same_number(written: str, number: str | None) -> bool:
    """Whether both are one number; 第 before the serial number is a slip of form, told elsewhere."""
    return bool(number) and written.replace("〕第", "〕") == plain_number(number or "").replace("〕第", "〕")


def _fits(one: str, other: str) -> bool:
    """Whether one is the other, or a part of it, but for marks, blanks and 的."""
    one, other = _bare(one), _bare(other)
    return one in other or other in one


def _bare(title: str) -> str:
    return _NO_WORD.sub("", title).replace("的", "")
