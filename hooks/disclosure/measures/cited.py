"""Where the papers can be read that the texts of a column name: in the column, at an official address, or nowhere yet."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from disclosure.column import RELATION_FIELDS, Column, references
from disclosure.load.paper_numbers import plain_number
from disclosure.measures.citations import Citation, citations, plain_title
from disclosure.measures.once import once
from disclosure.model import Document, Reference, RulePage
from disclosure.passages import Passage, Source, passages

_TAIL = re.compile(r"〔\d{4}〕\d+号\Z|(?:令|公告)[^令告]*\Z")
_INNER = re.compile(r"[《〈<]([^《》〈〉<>]{3,})[》〉>]")
_SENDS = re.compile("印发|发布|公布|转发|下发|批转")
_OF_CASES = re.compile("(?:罚|许|许可|强|强制|裁|裁决|催|催告|立|查|没)(?:字|决|决字|先告|听告)?〔")
"""Numbers of penalties, permits and other decisions in single cases."""
_SHORTEST = 5
"""Signs of a title below which it may be any paper: 通知, 实施细则."""


class Standing(enum.Enum):
    """Where a paper that is named can be read."""

    COLUMN = "本专栏"
    ADDRESS = "官方网址"
    NOWHERE = "没有找到"


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that a text of the column names: ``paper`` if it is in the column, ``address`` if that is known."""

    passage: Passage
    citation: Citation
    standing: Standing
    paper: Document | RulePage | None = None
    address: str | None = None

    @property
    def line(self) -> int:
        """The line of the file where it is named."""
        return self.passage.line_at(self.citation.place)

    @property
    def name(self) -> str:
        """《title》（number）, as far as they are told."""
        title = f"《{self.citation.title}》" if self.citation.title else ""
        number = self.citation.number or ""
        return f"{title}（{number}）" if title and number else title or number


@once
def cited(column: Column) -> tuple[Cited, ...]:
    """Every paper with a number that a public text names, and those named by the title alone that are in the column."""
    library = library_of(column)
    return tuple(_found(column, library))


def unresolved(column: Column) -> tuple[Cited, ...]:
    """Those that can be read neither in the column nor at an address that it gives; decisions of single cases are none."""
    return tuple(
        each
        for each in cited(column)
        if each.standing is Standing.NOWHERE
        and (each.citation.title or not _OF_CASES.search(each.citation.number or ""))
    )


@dataclass(frozen=True)
class Library:
    """What names can be looked up in: papers of the column by number and by title, and official addresses."""

    by_tail: Mapping[str, tuple[tuple[str, Document | RulePage], ...]]
    by_title: Mapping[str, tuple[Document | RulePage, ...]]
    addresses: Mapping[str, str]

    def by_number(self, citation: Citation) -> Document | RulePage | None:
        """The paper of the column whose number ``citation`` tells."""
        for number, paper in self.by_tail.get(tail_of(citation.number or ""), ()):
            if citation.has_number(number) or _is_same_order(citation.number or "", number):
                return paper
        return None

    def by_name(self, title: str, beside: Document | None = None) -> Document | RulePage | None:
        """The only paper of the column that is called ``title``, ``beside`` a newer one that may be called the same."""
        plain = plain_title(title)
        papers = (
            [each for each in self.by_title.get(plain, ()) if each is not beside] if len(plain) >= _SHORTEST else []
        )
        return papers[0] if len(papers) == 1 else None

    def address(self, citation: Citation) -> str | None:
        """The official address that the column gives for the paper."""
        named = (citation.number, plain_title(citation.title) if citation.title else None)
        return next((self.addresses[name] for name in named if name and name in self.addresses), None)


@once
def library_of(column: Column) -> Library:
    """The library of ``column``, withheld papers included."""
    by_tail: dict[str, list[tuple[str, Document | RulePage]]] = {}
    by_title: dict[str, dict[str, Document | RulePage]] = {}
    papers: tuple[Document | RulePage, ...] = (*column.documents, *column.rules)
    for paper in papers:
        if paper.doc_number:
            by_tail.setdefault(tail_of(paper.doc_number), []).append((paper.doc_number, paper))
        for name in names_of(paper):
            by_title.setdefault(name, {})[paper.origin.path] = paper
    return Library(
        {tail: tuple(papers) for tail, papers in by_tail.items()},
        {name: tuple(papers.values()) for name, papers in by_title.items()},
        _addresses(column),
    )


def names_of(paper: Document | RulePage) -> Iterator[str]:
    """What ``paper`` may be called: its title, without its organs, and what it sends out (关于印发《…》的通知)."""
    yield plain_title(paper.title)
    if isinstance(paper, Document):
        bare = paper.title
        for organ in paper.issuers:
            bare = bare.strip().removeprefix(organ.name)
        yield plain_title(bare)
        if _SENDS.search(paper.title) and not paper.interprets:
            yield from (plain_title(inner) for inner in _INNER.findall(paper.title))


def is_called(paper: Document | RulePage, title: str) -> bool:
    """Whether ``title`` may be said of ``paper``: one of its names, a part of one, or something that stands in its text."""
    plain = plain_title(title)
    if len(plain) < _SHORTEST:
        return True
    names = tuple(names_of(paper))
    if any(plain in name or (len(name) >= _SHORTEST and name in plain) for name in names):
        return True
    sent_out = _INNER.search(title) if _SENDS.search(title) else None
    # 县政府关于印发《…》的通知 are near each other, whatever they send out.
    core = plain_title(sent_out[1]) if sent_out else plain
    return _is_near(core, names) or plain in plain_title(paper.body)


def tail_of(number: str) -> str:
    """The part of a number by which it is looked up."""
    found = _TAIL.search(number)
    return found[0] if found else number


def _found(column: Column, library: Library) -> Iterator[Cited]:
    for passage in passages(column):
        if "《" not in passage.text and "号" not in passage.text:
            continue
        for citation in citations(passage.text):
            if citation.number and _is_field(passage, citation):
                continue
            paper = library.by_number(citation) if citation.number else None
            if paper is None and citation.title and not citation.number:
                paper = library.by_name(citation.title)
            if paper:
                if paper is not passage.writing:
                    yield Cited(passage, citation, Standing.COLUMN, paper)
            elif citation.number:
                address = library.address(citation)
                standing = Standing.ADDRESS if address or citation.link else Standing.NOWHERE
                yield Cited(passage, citation, standing, None, address or citation.link)


def _is_field(passage: Passage, citation: Citation) -> bool:
    """Whether the passage is nothing but the number: a field, which rules about references look after."""
    return passage.source is Source.FIELD and citation.title is None and citation.number == plain_number(passage.text)


def _addresses(column: Column) -> dict[str, str]:
    """Official addresses by number and by title, from what documents and plans refer to."""
    found: dict[str, str] = {}
    for reference in _references(column):
        if reference.address:
            names = (reference.number, plain_title(reference.title) if reference.title else None)
            for name in names:
                if name:
                    found.setdefault(name, reference.address)
    return found


def _references(column: Column) -> Iterator[Reference]:
    for document in column.documents:
        for kind in RELATION_FIELDS:
            yield from references(document, kind)
    for plan in column.tasks:
        yield from plan.sources


def _is_same_order(one: str, other: str) -> bool:
    """Whether two orders are the same, one named in full (中华人民共和国国务院令第711号 and 国务院令第711号)."""
    if "令" not in one or "令" not in other:
        return False
    short, long = sorted((_bare_order(one), _bare_order(other)), key=len)
    return long.endswith(short)


def _bare_order(number: str) -> str:
    return number.replace("国务院令", "国令").replace("中华人民共和国", "")


def _is_near(plain: str, names: Iterable[str]) -> bool:
    """Whether most pairs of signs of ``plain`` are in one of ``names``: a title with a slip or a word left out."""
    pairs = {plain[place : place + 2] for place in range(len(plain) - 1)}
    return any(sum(pair in name for pair in pairs) >= 0.7 * len(pairs) for name in names)
