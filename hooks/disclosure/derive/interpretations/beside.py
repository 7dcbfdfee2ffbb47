"""What the page of a document says of interpretations: those of it, and what it interprets itself."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.derive import addresses, contacts, wording
from disclosure.derive.interpretations.contexts import Explained, Explanation, Interpretation
from disclosure.derive.pieces import Banner, Link
from disclosure.measures.interpretation import unit_of
from disclosure.model import Document, Reference, Validity

_OVER = {Validity.REPEALED: "废止", Validity.EXPIRED: "失效"}
_CHANGED = {Validity.AMENDED: "修改", Validity.PARTLY_REPEALED: "废止了一部分"}


def explanations(column: Column, document: Document) -> tuple[Explanation, ...]:
    """The interpretations of ``document``, oldest first."""
    incoming = column.relations_to.get(document.origin.path, ())
    sources = {each.source.index_number: each.source for each in incoming if each.kind == "interprets"}
    ordered = sorted(sources.values(), key=lambda each: (each.published, each.clock, each.index_number))
    return tuple(
        Explanation(
            form=str(source.form or ""),
            link=Link(source.title, addresses.of_writing(source)),
            unit=unit_of(source),
            published=wording.day(source.published),
        )
        for source in ordered
    )


def interpretation(column: Column, document: Document) -> Interpretation | None:
    """What ``document`` says of itself as an interpretation; None if it interprets nothing."""
    if not document.interprets:
        return None
    others = {
        each.link.address: each
        for target in _targets(column, document)
        for each in explanations(column, target)
        if each.link.address != addresses.of_writing(document)
    }
    return Interpretation(
        documents=tuple(_explained(column, reference) for reference in document.interprets),
        unit=unit_of(document),
        telephones=contacts.telephones(document.advice) if document.advice else (),
        others=tuple(others.values()),
    )


def interpretation_banner(column: Column, document: Document) -> Banner | None:
    """That what ``document`` interprets is over or has changed: an interpretation outlives its document only as history."""
    targets = _targets(column, document)
    for words, tone, end in (
        (_OVER, "gone", "，不再执行。解读的内容只供参考。"),
        (_CHANGED, "changed", "。解读的内容可能与现在的规定不一致，请以文件为准。"),
    ):
        concerned = [target for target in targets if column.validity[target.origin.path] in words]
        if concerned:
            some = "本文解读的文件" if len(concerned) == len(document.interprets) else "本文解读的一部分文件"
            states = dict.fromkeys(words[column.validity[target.origin.path]] for target in concerned)
            links = [link for target in concerned for link in (_named(target), *_causes(column, target))]
            return Banner(tone=tone, text=f"{some}已经{'或者'.join(states)}{end}", links=tuple(dict.fromkeys(links)))
    return None


def _causes(column: Column, document: Document) -> tuple[Link, ...]:
    """What repealed or amended ``document``: the paper that counts now."""
    verbs = {"repeals": "废止", "amends": "修改"}
    return tuple(
        _named(relation.source, f"{verbs[relation.kind]}它的文件：")
        for relation in column.relations_to.get(document.origin.path, ())
        if relation.kind in verbs and column.in_effect(relation)
    )


def _targets(column: Column, document: Document) -> list[Document]:
    """The documents of the column that ``document`` interprets."""
    return [target for each in document.interprets if (target := column.by_number.get(each.number or ""))]


def _explained(column: Column, reference: Reference) -> Explained:
    target = column.by_number.get(reference.number or "")
    if target:
        state, tone = wording.validity(column, target)
        return Explained(link=_named(target), state=state, tone=tone)
    number = f"（{reference.number}）" if reference.number else ""
    return Explained(link=Link(f"{reference.title or ''}{number}", reference.address), state="", tone="")


def _named(document: Document, before: str = "") -> Link:
    number = f"（{document.doc_number}）" if document.doc_number else ""
    return Link(f"{before}{document.title}{number}", addresses.of_writing(document))
