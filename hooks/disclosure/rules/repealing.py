"""What a document says that it repeals, in its text and in its head."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column, Relation
from disclosure.load.body import files_beside, linked_path
from disclosure.measures.citations import citations
from disclosure.measures.cited import is_called, library_of
from disclosure.measures.clauses import Repeal, may_repeal, repeals
from disclosure.measures.lapses import lapses
from disclosure.model import Document
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_KEY = label(Document, "repeals")
_DRAFTS = ("征求意见", "草案", "送审稿")


@rule(
    "repeal-untold",
    "正文里写了废止的文件，开头的“废止”里也要写",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="在“废止”里写上它的文号；只废止几条的，写上“条款”。写了，那份文件的网页才会标明已经废止。",
    bad="正文写着“《示例县停车办法》（示政发〔2019〕5号）同时废止”，开头却没有“废止”",
    good="废止: [示政发〔2019〕5号]",
)
def repeal_untold(column: Column) -> Findings:
    """What a text repeals, and is in the column, its head names under 废止, as a whole or in part like the text."""
    said = _said(column)
    for document in column.documents:
        for target, told in _repealed_in_text(column, document):
            line = document.body_line + document.body.count("\n", 0, told[0].citation.place)
            path, number = document.origin.path, target.doc_number or target.index_number
            parts = [repeal.part for repeal in told]
            relations = said.get((path, target.origin.path), [])
            if not relations:
                part = f"的{parts[0]}" if parts[0] else ""
                key = f"{{文号: {number}, 条款: {parts[0]}}}" if parts[0] else number
                yield path, line, f"正文废止了“{target.title}”{part}，开头的“{_KEY}”里没有；请补上：{_KEY}: [{key}]"
            elif all(parts) and any(_is_whole(relation) for relation in relations):
                yield (
                    path,
                    line,
                    f"正文只废止“{target.title}”的{parts[0]}，开头的“{_KEY}”写的是整份；请写成 {{文号: {number}, 条款: {parts[0]}}}",
                )
            elif None in parts and all(relation.kind == "repeals" and relation.articles for relation in relations):
                yield (
                    path,
                    line,
                    f"正文废止了整份“{target.title}”，开头的“{_KEY}”里却写着“条款”；请核对，整份废止的只写文号",
                )


@rule(
    "repeal-unmentioned",
    "开头的“废止”里写的，要是正文里说废止的文件",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="核对文号：写错了，会把别的文件标成废止。文号没有错、正文确实没有写的，可以写进“已核对”。",
    bad="废止: [示政发〔2019〕6号]，正文废止的是示政发〔2019〕5号",
    good="开头和正文写的是同一个文号",
)
def repeal_unmentioned(column: Column) -> Findings:
    """What the head repeals is among what the text repeals, by number or title; not judged where a file may say so."""
    for relation in column.relations:
        source, target = relation.source, relation.target
        if relation.kind != "repeals" or source is target or files_beside(source) or not may_repeal(source.body):
            continue
        named = citations(f"{source.title}\n{source.body}")
        has_number = any(each.has_number(number) for each in named for number in target.numbers if each.number)
        if has_number or any(number in source.body for number in target.numbers):
            continue
        titles = [each.title for each in named if each.title]
        paths = {linked_path(source.origin.path, link.target) for link in source.links}
        if target.origin.path not in paths and not any(is_called(target, title) for title in titles):
            yield (
                source.origin.path,
                source.origin.line_of("repeals"),
                f"“{_KEY}”里的“{target.doc_number or target.index_number}”是“{target.title}”，正文里说到废止，却没有说到它；请核对文号",
            )


def _repealed_in_text(column: Column, document: Document) -> Iterator[tuple[Document, list[Repeal]]]:
    """The documents of the column that the text of ``document`` repeals, with the sentences that say so."""
    is_draft = any(word in document.title for word in _DRAFTS)
    is_decision = document.doc_number is not None or document.normative
    if document.interprets or is_draft or not is_decision or _has_unknown(column, document):
        return
    found: dict[str, tuple[Document, list[Repeal]]] = {}
    for repeal in repeals(document.body, citations(document.body)) if may_repeal(document.body) else ():
        if target := _target(column, document, repeal):
            found.setdefault(target.origin.path, (target, []))[1].append(repeal)
    yield from found.values()


def _has_unknown(column: Column, document: Document) -> bool:
    """Whether a number of the head is not to be found, which another rule tells: it may be that of the text."""
    return any(each.title is None and each.number not in column.by_number for each in document.repeals)


def _target(column: Column, document: Document, repeal: Repeal) -> Document | None:
    """The older document of the column that ``repeal`` is about, if no other one has repealed it before."""
    library, citation = library_of(column), repeal.citation
    paper = library.by_number(citation) if citation.number else library.by_name(citation.title or "", document)
    if not isinstance(paper, Document) or paper is document or paper.issued > document.issued:
        return None
    lapse = lapses(column).get(paper.origin.path)
    is_gone = lapse and lapse.by and lapse.by is not document and lapse.day <= document.takes_effect
    return None if is_gone else paper


def _said(column: Column) -> dict[tuple[str, str], list[Relation]]:
    """Repeals and amendments by the paths of both documents."""
    found: dict[tuple[str, str], list[Relation]] = {}
    for relation in column.relations:
        if relation.kind in ("repeals", "amends"):
            found.setdefault((relation.source.origin.path, relation.target.origin.path), []).append(relation)
    return found


def _is_whole(relation: Relation) -> bool:
    return relation.kind == "repeals" and not relation.articles
