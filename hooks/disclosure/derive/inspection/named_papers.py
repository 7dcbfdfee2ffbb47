"""Papers that the texts of a column name: which can be read, in the column or at an official address, and which nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.derive import addresses
from disclosure.derive.annual.contexts import Chart
from disclosure.derive.inspection.charts import bars
from disclosure.derive.inspection.contexts import Block
from disclosure.derive.inspection.tables import Tables, table, text
from disclosure.derive.pieces import Link
from disclosure.derive.table_pieces import Cell
from disclosure.measures.cited import Cited, Standing, cited, unresolved
from disclosure.measures.once import once
from disclosure.measures.private.discreet import discreet_title
from disclosure.passages import Source

CITATIONS_PAGE = Link("引用的文件", "citations.html")
_LONGEST = 60
"""Signs of a field that is nothing but the name of a paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPaper:
    """A paper that texts name, how often, where first; ``address`` leads to it if it can be read."""

    name: str
    standing: Standing
    times: int
    first: Cited
    address: str

    @property
    def place(self) -> str:
        """Where it is named first."""
        return f"{self.first.passage.path}:{self.first.line}"


@once
def named_papers(column: Column) -> tuple[NamedPaper, ...]:
    """Every paper once: those that cannot be read before the others, the often named before the seldom named."""
    groups: dict[str, list[Cited]] = {}
    found = [each for each in cited(column) if each.standing is not Standing.NOWHERE]
    for each in (*unresolved(column), *found):
        key = each.paper.origin.path if each.paper else each.citation.number or each.name
        groups.setdefault(key, []).append(each)
    papers = [
        NamedPaper(
            name=discreet_title(max((_name(each) for each in named), key=len)),
            standing=named[0].standing,
            times=len(named),
            first=named[0],
            address=_address(named[0]),
        )
        for named in groups.values()
    ]
    return tuple(sorted(papers, key=lambda each: (each.standing is not Standing.NOWHERE, -each.times, each.place)))


def citation_blocks(papers: tuple[NamedPaper, ...], tables: Tables) -> Iterator[Block]:
    """How many can be read, those that cannot, those that can."""
    nowhere = [each for each in papers if each.standing is Standing.NOWHERE]
    there = [each for each in papers if each.standing is not Standing.NOWHERE]
    counts = [(str(standing.value), sum(each.standing is standing for each in papers)) for standing in Standing]
    yield Block(
        anchor="chart",
        title="看得到看不到",
        chart=Chart(
            title="文字里写到的文件，在哪里能看到",
            sentence=f"写到的文件 {len(papers)} 份，没有找到的 {len(nowhere)} 份。",
            bars=bars(counts, "份"),
        ),
    )
    yield Block(
        anchor="nowhere",
        title="没有找到的",
        lead="本机关的文件，补到专栏里；别的机关的，在开头的“依据”里写上标题和官方网址。文号写错的请改正。",
        table=table(
            "unresolved",
            f"没有找到的文件，{len(nowhere)} 份，写到次数多的在前",
            ("文件", "写到几次", "第一处在哪里"),
            ((text(each.name), text(str(each.times)), _place(each, tables)) for each in nowhere),
        ),
    )
    yield Block(
        anchor="found",
        title="能看到的",
        table=table(
            "resolved",
            f"能看到的文件，{len(there)} 份",
            ("文件", "写到几次", "在哪里看", "第一处在哪里"),
            (
                (
                    Cell((tables.link(each.name, each.address),)),
                    text(str(each.times)),
                    text(each.standing.value),
                    _place(each, tables),
                )
                for each in there
            ),
        ),
    )


def _place(each: NamedPaper, tables: Tables) -> Cell:
    writing = each.first.passage.writing
    page = tables.link("看网页", addresses.of_writing(writing)) if writing else None
    return Cell((Link(each.place), page) if page and page.address else (Link(each.place),))


def _name(each: Cited) -> str:
    """What it is called; a field of a document that names nothing else says more than the number in it."""
    passage = each.passage
    is_its_name = passage.source is Source.FIELD and "《" not in passage.text and len(passage.text) <= _LONGEST
    return passage.text if is_its_name and not each.citation.title else each.name


def _address(each: Cited) -> str:
    return addresses.of_writing(each.paper) if each.paper else each.address or ""
