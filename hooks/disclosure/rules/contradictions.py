"""References between documents that cannot all be true: circles, two things at once, changes of what was gone already."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from disclosure.column import Column, Relation
from disclosure.measures.lapses import Lapse, lapses
from disclosure.model import Document
from disclosure.problems import Family, Latitude, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_CHANGES = ("repeals", "amends")


@rule(
    "relation-cycle",
    "文件之间的依据、修改、废止不能绕成一圈",
    family=Family.VALIDITY,
    advice="看圈里哪一份文件写错了文号：依据要是先有的文件，修改和废止要是后有的文件。",
    bad="甲写“依据: 乙的文号”，乙又写“依据: 甲的文号”",
    good="乙写“依据: 甲的文号”，甲不写乙",
    latitude=Latitude.FULL,
)
def relation_cycle(column: Column) -> Findings:
    """Nothing rests on, amends or repeals what in the end rests on it."""
    for circle in _cycles(column):
        first = circle[0]
        names = " → ".join(map(_name, (first.source, *(each.target for each in circle))))
        keys = "、".join(dict.fromkeys(f"“{_key(each)}”" for each in circle))
        yield (
            first.source.origin.path,
            first.source.origin.line_of(first.kind),
            f"{keys}绕成了一圈：{names}；请核对这几份文件的文号，删去写错的一处",
        )


@rule(
    "contradictory-relation",
    "同一份文件不能既废止又修改、既作依据又废止",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="整份废止的只写在“废止”里；只废止几条的写上“条款”；依据写现在有效的文件。",
    bad="废止: [示政发〔2021〕8号] 和 修改: [示政发〔2021〕8号]",
    good="废止: [{文号: 示政发〔2021〕8号, 条款: 第九条}]",
)
def contradictory_relation(column: Column) -> Findings:
    """A document does one thing with another: what it repeals as a whole it does not amend and does not rest on."""
    for relation in column.relations:
        if not _is_whole_repeal(relation) or relation.source is relation.target:
            continue
        for other in column.relations_to[relation.target.origin.path]:
            is_other = other.source is relation.source and other.kind != "interprets" and not _is_whole_repeal(other)
            if is_other:
                what = f"废止它的{other.articles}" if other.kind == "repeals" else f"写在“{_key(other)}”里"
                yield (
                    relation.source.origin.path,
                    relation.source.origin.line_of(other.kind),
                    f"“{_name(relation.target)}”整份写在“{_key(relation)}”里，又{what}；只能有一种，请删去一处",
                )


@rule(
    "relation-after-repeal",
    "已经废止的文件不能再被修改、废止",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="核对两份文件的文号和施行日期；前一份只废止了一部分的，在那里写上“条款”。",
    bad="示政规〔2025〕3号从2025年8月1日起废止了它，示政规〔2026〕1号又写“废止”它",
    good="后一份文件废止的是现在有效的那一份",
)
def relation_after_repeal(column: Column) -> Findings:
    """What one document has repealed, another does not repeal from a later day or amend."""
    for relation, lapse in _of_what_is_gone(column):
        source, by = relation.source, lapse.by
        is_late = lapse.day < source.takes_effect or (relation.kind == "amends" and lapse.day <= source.takes_effect)
        if by and by is not source and is_late:
            yield (
                source.origin.path,
                source.origin.line_of(relation.kind),
                f"“{_key(relation)}”里的“{_name(relation.target)}”{lapse.reason}，本文件 {source.takes_effect} 起"
                f"又{_key(relation)}它；请核对文号，写错的删去",
            )


@rule(
    "relation-after-expiry",
    "废止、修改的文件，有效期最好还没有满",
    Severity.NOTICE,
    family=Family.VALIDITY,
    advice="核对那份文件的“有效期至”：延长过的改成新的日期；确实已经到期的，不用再废止，也可以不改。",
    bad="它的有效期到2024年12月31日，本文件2026年3月1日起才废止它",
    good="在有效期满以前废止、修改",
)
def relation_after_expiry(column: Column) -> Findings:
    """What was past its own 有效期至 need not be repealed and cannot be amended."""
    for relation, lapse in _of_what_is_gone(column):
        source = relation.source
        if lapse.by is None and lapse.day < source.takes_effect:
            yield (
                source.origin.path,
                source.origin.line_of(relation.kind),
                f"“{_key(relation)}”里的“{_name(relation.target)}”{lapse.reason}，本文件 {source.takes_effect} 起"
                f"才{_key(relation)}它，中间没有文件管；请核对它的“有效期至”，没有错可以不改",
            )


@rule(
    "basis-newer",
    "依据要是比本文件先有的文件",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="核对依据的文号；本文件后来按新的文件修改过的，写在修改它的那份文件里。",
    bad="2024年的文件，依据写的是 示政规〔2026〕4号",
    good="2026年的文件，依据写 示政规〔2024〕1号",
)
def basis_newer(column: Column) -> Findings:
    """A document rests on what was there before it; circles are told as such."""
    told = {(each.source.origin.path, each.target.origin.path) for circle in _cycles(column) for each in circle}
    for relation in column.relations:
        source, target = relation.source, relation.target
        is_newer = relation.kind == "implements" and target.issued > source.issued
        if is_newer and (source.origin.path, target.origin.path) not in told:
            yield (
                source.origin.path,
                source.origin.line_of("implements"),
                f"“{_key(relation)}”里的“{_name(target)}”成文于 {target.issued}，比本文件（{source.issued}）还晚；请核对文号",
            )


def _cycles(column: Column) -> Iterator[list[Relation]]:
    """Circles among what documents rest on, amend and repeal, but for what impossible-relation tells."""
    edges: dict[tuple[str, str], Relation] = {}
    for relation in column.relations:
        is_told = relation.kind in _CHANGES and relation.target.issued > relation.source.issued
        if relation.kind != "interprets" and relation.source is not relation.target and not is_told:
            edges.setdefault((relation.source.origin.path, relation.target.origin.path), relation)
    while True:
        graph: dict[str, list[str]] = {}
        for source, target in edges:
            graph.setdefault(source, []).append(target)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            # The circle is told against the arrows.
            places: list[str] = list(reversed(error.args[1]))
            circle = list(pairwise(places))
            start = circle.index(min(circle))
            yield [edges[pair] for pair in (*circle[start:], *circle[:start])]
            del edges[min(circle)]
        else:
            return


def _of_what_is_gone(column: Column) -> Iterator[tuple[Relation, Lapse]]:
    """Repeals and amendments of documents that are gone some day for another reason."""
    found = lapses(column)
    for relation in column.relations:
        lapse = found.get(relation.target.origin.path)
        if lapse and relation.kind in _CHANGES and relation.source is not relation.target:
            yield relation, lapse


def _is_whole_repeal(relation: Relation) -> bool:
    return relation.kind == "repeals" and not relation.articles


def _key(relation: Relation) -> str:
    return label(Document, relation.kind)


def _name(document: Document) -> str:
    return document.doc_number or document.title
