"""Markdown as officials write it.

In an official paper a line is a paragraph, numbers are part of the text, and 一、（一）1.（1） are headings.  Markdown
means other things by all three: it joins lines, renumbers lists, and takes four blanks for code.  This extension of
Python-Markdown reads a body line by line, decides what each line of prose is, and leaves tables, bullet lists,
quotations and raw HTML to Markdown.  What the author typed is what appears.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, replace

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from disclosure.load.stars import with_signs_escaped

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around the element that a line of prose becomes; removed from input first."""

_NUMERAL = "[一二三四五六七八九十百零〇]+"
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第{_NUMERAL}(?:编|部分)(?:\s|　|$)",
        rf"第{_NUMERAL}章(?:\s|　|$)",
        rf"第{_NUMERAL}节(?:\s|　|$)",
        rf"{_NUMERAL}、",
        rf"[（(]{_NUMERAL}[）)]",
        r"\d{1,2}(?:[.．、](?!\d)|\.\s)",
        r"[（(]\d{1,2}[）)]",
    )
)
"""What a heading starts with, from the outermost to the innermost rank."""

_HEADING_SIGNS = frozenset("第（(一二三四五六七八九十百零〇0123456789０１２３４５６７８９")
"""What numbered headings start with."""

_ATX = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_ARTICLE = re.compile(rf"(第{_NUMERAL}条(?:之{_NUMERAL})?)(?:\s|　|$)")
_LEAD = re.compile(r"([^。！？]{2,32}。)(?=\S)")
_SENTENCE_END = tuple("。；，：、！…;:,!")
_FIRST = re.compile(r"[（(]?(?:第?一|1)(?!\d)")
_DATE_ONLY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九]{4}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_SIGNER = re.compile(r"[^。；：，、！？;:,!?|<>（()）]{4,30}(?:[（(]代?章[）)])?")
_MARK = re.compile(r"[（(]此件[^）)]{2,12}[）)]")
_ANNEX_NOTE = re.compile(r"附件?\s*[:：]\s*\S")
_ANNEX_NOTE_MORE = re.compile(r"\d{1,2}\s*[.．、]")
_ANNEX_HEAD = re.compile(r"附件?\s*\d{0,2}\s*[:：]?")
_INLINE = re.compile(r"[*_`\[\]<>&\\!\x02]")
"""Signs without which a line has no markup inside; most lines have none, and skipping them saves most of the time."""

_STRUCTURE = re.compile(r"\||[-*+]\s+\S|>|\x02|<|\[[^\]]+\]:|(?:-{3,}|\*{3,}|_{3,})$|!\[")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of prose and what it becomes."""

    text: str
    tag: str = "p"
    style: str = ""
    anchor: str = ""
    rank: int | None = None
    is_prose: bool = True

    def __str__(self) -> str:
        return f"{_OPEN}{self.tag} {self.style} {self.anchor}{_CLOSE}{self.text}" if self.is_prose else self.text


class OfficialExtension(Extension):
    """Reads prose line by line and switches off the readings of Markdown that harm official papers."""

    def extendMarkdown(self, md: Markdown) -> None:
        for name in ("olist", "code", "setextheader", "hashheader"):
            md.parser.blockprocessors.deregister(name)
        md.preprocessors.register(_Lines(md), "official-lines", 15)
        md.parser.blockprocessors.register(_Prose(md.parser), "official-prose", 200)


class _Lines(Preprocessor):
    """Turns every line of prose into a block of its own that says which element it becomes."""

    def run(self, lines: list[str]) -> list[str]:
        blocks = [_classify(line) for line in _clean(lines)]
        written = [line for line in blocks if line.text]
        following = dict(zip(map(id, written), [*written[1:], None], strict=False))
        prose = [line for line in written if line.is_prose]
        styled = dict(
            zip(
                map(id, prose),
                _anchored(_layered(_styled(prose, [following[id(line)] for line in prose]))),
                strict=True,
            )
        )
        out: list[str] = []
        for line in blocks:
            if line.is_prose:
                out += ["", str(styled[id(line)]), ""] if line.text else [""]
            else:
                out.append(line.text)
        return _apart(out)


class _Prose(BlockProcessor):
    """Makes the element that :class:`_Lines` asked for."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith(_OPEN)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        wish, _, text = blocks.pop(0)[1:].partition(_CLOSE)
        tag, style, anchor = wish.split(" ")
        element = etree.SubElement(parent, tag)
        if style:
            element.set("class", style)
        if anchor:
            element.set("id", anchor)
        if not _INLINE.search(text):
            text = AtomicString(text)
        lead = _LEAD.match(text) if style == "dc-lead" else None
        if lead:
            strong = etree.SubElement(element, "strong")
            kind = type(text)
            strong.text, strong.tail = kind(lead[1]), kind(text[lead.end() :])
        else:
            element.text = text


def _clean(lines: list[str]) -> list[str]:
    """Lines without the blanks that only imitate layout, and with the stars that are signs of the text."""
    text = re.sub(f"[{_OPEN}{_CLOSE}\u200b\ufeff]", "", "\n".join(lines)).replace("\u00a0", " ")
    return [with_signs_escaped(line.rstrip()) for line in text.split("\n")]


def _classify(line: str) -> _Line:
    text = line.strip(" \t　")
    if _STRUCTURE.match(text) or (line.startswith(("    ", "\t")) and re.match(r"[-*+]\s", text)):
        return _Line(line, is_prose=False)
    if text.startswith("#") and (atx := _ATX.fullmatch(text)):
        level = len(atx[1])
        return _Line(atx[2], tag="h2", rank=level - 4, style="dc-annex-title" if level == 1 else "")
    if text[:1] in _HEADING_SIGNS:
        for rank, pattern in enumerate(_HEADINGS):
            if pattern.match(text):
                return _Line(text, rank=rank)
    return _Line(text)


def _styled(lines: list[_Line], following: list[_Line | None]) -> list[_Line]:
    """Decide for each line of prose, knowing what stands below it, which part of an official paper it is."""
    styled = _with_annex_notes([_one_styled(*pair) for pair in zip(lines, following, strict=True)])
    styled = _without_lone_headings(styled, lines, following)
    if styled and styled[0].tag == "p" and not styled[0].style and styled[0].text.endswith(("：", ":")):
        styled[0] = replace(styled[0], style="dc-addressee")
    for place, line in enumerate(styled):
        if _DATE_ONLY.fullmatch(line.text):
            _sign(styled, place)
    return styled


def _with_annex_notes(lines: list[_Line]) -> list[_Line]:
    """Mark 附件说明: the line “附件：1.…” and the numbered lines below it."""
    marked: list[_Line] = []
    inside = False
    for line in lines:
        inside = bool(_ANNEX_NOTE.match(line.text)) or (inside and bool(_ANNEX_NOTE_MORE.match(line.text)))
        marked.append(_Line(line.text, style="dc-annex-note") if inside else line)
    return marked


def _without_lone_headings(styled: list[_Line], lines: list[_Line], following: list[_Line | None]) -> list[_Line]:
    """The last line of a list (1.… 2.… 3.…) or of a table of contents is no heading, though text follows it."""
    kept: list[_Line] = []
    for place, line in enumerate(styled):
        before = lines[place - 1].rank if place and following[place - 1] is lines[place] else None
        is_first = bool(_FIRST.match(line.text)) and not re.match("[（(]?第?一[一二三四五六七八九十百]", line.text)
        if line.tag == "h2" and line.rank is not None and line.rank >= 0 and before == line.rank and not is_first:
            line = replace(line, tag="p", rank=None)
        kept.append(line)
    return kept


def _one_styled(line: _Line, following: _Line | None) -> _Line:
    text = line.text
    if line.tag == "h2":
        return line
    if line.rank is not None:
        is_short = len(text) <= 45 and not text.endswith(_SENTENCE_END)
        is_followed = following is not None and (following.rank is None or following.rank > line.rank)
        if is_short and is_followed:
            return replace(line, tag="h2")
        marker = _HEADINGS[line.rank].match(text)
        if marker and _LEAD.match(text, marker.end()):
            return replace(line, style="dc-lead", rank=None)
        return replace(line, rank=None)
    if article := _ARTICLE.match(text):
        return replace(line, style="dc-article", anchor=article[1])
    if _MARK.fullmatch(text):
        return replace(line, style="dc-mark")
    if _ANNEX_HEAD.fullmatch(text):
        return replace(line, style="dc-annex-head")
    return line


def _sign(lines: list[_Line], place: int) -> None:
    """Mark the date at ``place`` and the signing organs above it."""
    first = place
    while first > max(place - 4, 0) and _may_sign(lines[first - 1]) and _SIGNER.fullmatch(lines[first - 1].text):
        first -= 1
    if first < place:
        for number in range(first, place + 1):
            lines[number] = replace(lines[number], style="dc-sign")


def _may_sign(line: _Line) -> bool:
    return line.tag == "p" and not line.style and line.rank is None


def _layered(lines: list[_Line]) -> list[_Line]:
    """Give headings their level: one deeper than the nearest heading of an outer rank, never skipping one."""
    open_ranks: list[int] = []
    layered: list[_Line] = []
    for line in lines:
        if line.tag == "h2" and line.rank is not None:
            while open_ranks and open_ranks[-1] >= line.rank:
                open_ranks.pop()
            open_ranks.append(line.rank)
            line = replace(line, tag=f"h{min(len(open_ranks) + 1, 6)}")
        layered.append(line)
    return layered


def _anchored(lines: list[_Line]) -> list[_Line]:
    """Give headings, articles and led paragraphs an anchor made of their own words, unique on the page."""
    taken: set[str] = set()
    anchored: list[_Line] = []
    for line in lines:
        anchor = line.anchor
        if line.style == "dc-lead":
            lead = _LEAD.match(line.text)
            anchor = anchor_of(lead[1] if lead else line.text)
        elif line.tag != "p":
            anchor = anchor_of(line.text)
        if anchor:
            base, number = anchor, 1
            while anchor in taken:
                number += 1
                anchor = f"{base}-{number}"
            taken.add(anchor)
        anchored.append(replace(line, anchor=anchor))
    return anchored


def anchor_of(text: str) -> str:
    """A readable anchor: the words of ``text`` with hyphens for everything else, 40 characters at most."""
    return re.sub(r"\W+", "-", re.sub(r"<[^>]*>", "", text)).strip("-")[:40].rstrip("-")


def _apart(lines: list[str]) -> list[str]:
    """Blank lines between tables, lists, quotations and HTML that follow each other without one."""
    out: list[str] = []
    before = ""
    for line in lines:
        kind = line.lstrip()[:1] if line.strip() else ""
        if kind and before and kind != before and (kind in "|\x02" or before in "|\x02"):
            out.append("")
        out.append(line)
        before = kind
    return out
