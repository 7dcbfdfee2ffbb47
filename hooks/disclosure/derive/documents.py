"""The page of a document."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.column import Relation
from disclosure.derive import addresses, labels, structured, wording
from disclosure.derive.beside import body_of, files_of
from disclosure.derive.bulletins.beside import issues_with
from disclosure.derive.contexts import DocumentPage
from disclosure.derive.frame import BODY, frame, item_trail, link_to
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations.beside import explanations, interpretation, interpretation_banner
from disclosure.derive.pieces import Banner, Day, Fact, Link
from disclosure.derive.related import related_groups
from disclosure.model import Document, Validity
from disclosure.terms import label

_WIDE = ("keywords", "matters", "summary")
_MINOR = ("index_number", "theme", "genre", "issued", "openness", "keywords", "matters")


def document_page(holdings: Holdings, document: Document) -> DocumentPage:
    """Everything that the page of ``document`` shows."""
    newer, older = holdings.neighbours[document.index_number]
    item = holdings.item_by_id[document.item]
    return DocumentPage(
        frame=frame(
            addresses.of_writing(document),
            document.title,
            document.summary,
            *item_trail(holdings, item),
            here=BODY,
            part="statutory",
            entry=item.id,
            changed=document.published.isoformat(),
            labels=(*labels.of_item(holdings, item), *labels.of_text(holdings.column.info, document)),
            things=(structured.of_document(holdings.column, document, item),),
            note=document.doc_number or document.index_number,
        ),
        facts=_facts(holdings, document),
        banner=_banner(holdings, document) or interpretation_banner(holdings.column, document),
        explanations=explanations(holdings.column, document),
        interpretation=interpretation(holdings.column, document),
        body=body_of(holdings, document),
        files=files_of(document),
        relations=related_groups(holdings.column, document),
        previous=link_to(newer),
        next=link_to(older),
        openness=str(document.openness),
        bulletins=issues_with(holdings.column, document),
        ending=_named(document, {"source": document.source, "editor": document.editor}),
    )


def _facts(holdings: Holdings, document: Document) -> tuple[Fact, ...]:
    """The metadata table, in the usual order of official pages; what a document does not have is not there."""
    state, _ = wording.validity(holdings.column, document)
    return _named(
        document,
        {
            "index_number": document.index_number,
            "doc_number": document.doc_number,
            "issuers": [Link(organ.name, addresses.of_organ(organ)) for organ in document.issuers],
            "theme": [Link(document.theme.name, addresses.of_theme(document.theme))],
            "genre": [Link(document.genre.name, addresses.of_genre(document.genre))],
            "issued": [wording.day(document.issued)],
            "published": [wording.day(document.published, document.clock)],
            "effective": [wording.day(document.effective)] if document.effective else None,
            "expires": [wording.day(document.expires)] if document.expires else None,
            "stated_validity": state,
            "openness": str(document.openness),
            "form": str(document.form) if document.form else None,
            "keywords": "、".join(document.keywords),
            "matters": _matters(holdings, document),
            "summary": document.summary,
        },
    )


def _matters(holdings: Holdings, document: Document) -> tuple[Link, ...]:
    """The rows of the field catalogues that the document names."""
    known = holdings.column.matters
    return tuple(
        Link(f"{catalogue.name}：{matter.name}", f"{addresses.of_field(catalogue.id)}#{matter.id}")
        for catalogue, matter in (known[id_] for id_ in document.matters if id_ in known)
    )


def _named(document: Document, values: dict[str, str | Iterable[Link | Day] | None]) -> tuple[Fact, ...]:
    """Facts under the labels of the vocabulary; empty ones are left out."""
    return tuple(
        Fact(
            label(type(document), name),
            (Link(value),) if isinstance(value, str) else tuple(value),
            wide=name in _WIDE,
            minor=name in _MINOR,
        )
        for name, value in values.items()
        if value
    )


def _banner(holdings: Holdings, document: Document) -> Banner | None:
    """What a reader must know before reading: that the document is not, or not wholly, or no longer in force."""
    column = holdings.column
    state = column.validity[document.origin.path]
    incoming = column.relations_to.get(document.origin.path, ())
    current = [relation for relation in incoming if column.in_effect(relation)]
    repeals = [relation for relation in current if relation.kind == "repeals"]
    amendments = [relation for relation in current if relation.kind == "amends"]
    coming = [each for each in incoming if each.kind in ("repeals", "amends") and not column.in_effect(each)]
    match state:
        case Validity.REPEALED:
            sources, text = [each for each in repeals if not each.articles], "本文件已经废止，不再执行。"
        case Validity.EXPIRED:
            assert document.expires is not None
            sources, text = [], f"本文件的有效期到 {wording.day(document.expires).text} 为止，已经失效，不再执行。"
        case Validity.NOT_YET:
            assert document.effective is not None
            sources, text = [], f"本文件自 {wording.day(document.effective).text} 起施行，现在还没有生效。"
        case Validity.PARTLY_REPEALED:
            articles = "、".join(each.articles for each in repeals if each.articles)
            named = f"（{articles}）" if articles else ""
            sources, text = repeals + amendments, f"本文件的部分条款{named}已经废止，其余内容继续执行。"
        case Validity.AMENDED:
            sources, text = amendments, "本文件已经修改，请与修改它的文件一起阅读。"
        case Validity.IN_FORCE if coming:
            first = min(coming, key=lambda each: each.source.takes_effect)
            verb = "废止" if first.kind == "repeals" else "修改"
            part = f"其中{first.articles}" if first.articles else ""
            when = wording.day(first.source.takes_effect).text
            return Banner(tone="wait", text=f"本文件现在有效，{part}将自 {when} 起被{verb}。", links=_sources([first]))
        case _:
            return None
    return Banner(tone=wording.tone(state), text=text, links=_sources(sources))


def _sources(relations: Iterable[Relation]) -> tuple[Link, ...]:
    return tuple(_link_to(relation.source) for relation in relations)


def _link_to(document: Document) -> Link:
    number = f"（{document.doc_number}）" if document.doc_number else ""
    return Link(f"{document.title}{number}", addresses.of_writing(document))
