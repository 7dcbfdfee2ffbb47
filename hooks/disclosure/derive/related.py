"""What other documents have to do with a document: who repealed or amended it, what it rests on, and the other way round."""

from __future__ import annotations

from disclosure.column import Column, references
from disclosure.derive import addresses, wording
from disclosure.derive.pieces import Link, Related, RelatedGroup
from disclosure.model import Document, Reference

_BACKWARD = {"repeals": "废止本文件的文件", "amends": "修改本文件的文件", "implements": "依据本文件制定的文件"}
_FORWARD = {"repeals": "本文件废止的文件", "amends": "本文件修改的文件", "implements": "本文件依据的文件"}
_PARTS = {"repeals": "只废止", "amends": "修改"}


def related_groups(column: Column, document: Document) -> tuple[RelatedGroup, ...]:
    """Related documents in both directions, what changed this one first; interpretations stand above the text."""
    incoming = column.relations_to.get(document.origin.path, ())
    backward = {
        kind: tuple(
            _related(column, each.source, _part(kind, each.articles), _from(kind, each.source))
            for each in incoming
            if each.kind == kind
        )
        for kind in _BACKWARD
    }
    forward = {kind: tuple(_referred(column, kind, each) for each in references(document, kind)) for kind in _FORWARD}
    return tuple(
        RelatedGroup(name=name, entries=entries)
        for names, found in ((_BACKWARD, backward), (_FORWARD, forward))
        for kind, name in names.items()
        if (entries := found[kind])
    )


def _referred(column: Column, kind: str, reference: Reference) -> Related:
    """A reference: into the column, to an official address, or words only."""
    part = _part(kind, reference.articles)
    target = column.by_number.get(reference.number or "")
    if target:
        return _related(column, target, part)
    notes = tuple(note for note in (reference.number, part) if note)
    return Related(link=Link(reference.title or "", reference.address), notes=notes, state="", tone="")


def _related(column: Column, document: Document, *notes: str) -> Related:
    state, tone = wording.validity(column, document)
    return Related(
        link=Link(document.title, addresses.of_writing(document)),
        notes=tuple(note for note in (document.doc_number, *notes) if note),
        state=state,
        tone=tone,
    )


def _part(kind: str, articles: str | None) -> str:
    """Which articles are concerned, if not all."""
    return f"{_PARTS.get(kind, '')}{articles}" if articles else ""


def _from(kind: str, source: Document) -> str:
    """From when a repeal or an amendment counts."""
    return f"自{wording.day(source.takes_effect).text}起" if kind in _PARTS else ""
