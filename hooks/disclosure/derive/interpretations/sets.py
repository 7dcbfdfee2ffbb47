"""Documents with all their interpretations: 一件文件、几种解读."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.column import Column
from disclosure.model import Document, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreted:
    """A document of the column, or one outside it as it was referred to, with its interpretations, the oldest first."""

    document: Document | None
    reference: Reference
    interpretations: tuple[Document, ...]

    @property
    def days(self) -> int | None:
        """Days from the document to its first interpretation, below 0 if that came before; None for one outside."""
        return (self.interpretations[0].published - self.document.published).days if self.document else None

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms in which it was interpreted, each once."""
        return tuple(dict.fromkeys(str(each.form) for each in self.interpretations if each.form))


def interpreted(column: Column) -> tuple[Interpreted, ...]:
    """Everything that has an interpretation, newest document first; one outside stands where its first interpretation does."""
    found: dict[tuple[str, ...], tuple[Document | None, Reference, dict[str, Document]]] = {}
    for source in sorted(column.documents, key=_moment):
        for reference in source.interprets:
            target = column.by_number.get(reference.number or "")
            key = (target.origin.path,) if target else (reference.number or "", reference.title or "")
            found.setdefault(key, (target, reference, {}))[2][source.index_number] = source
    sets = [
        Interpreted(document=document, reference=reference, interpretations=tuple(sources.values()))
        for document, reference, sources in found.values()
    ]
    return tuple(sorted(sets, key=lambda each: _moment(each.document or each.interpretations[0]), reverse=True))


def unit_of(interpretation: Document) -> str:
    """解读单位: as written, or the issuing organs."""
    return interpretation.interpreter or "、".join(organ.name for organ in interpretation.issuers)


def _moment(document: Document) -> tuple[str, str, str]:
    return document.published.isoformat(), document.clock, document.index_number
