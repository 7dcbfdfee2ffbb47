"""The loaded column: all nouns together, who refers to whom, and what is in force today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from disclosure.model import (
    AnnualPage,
    Bulletin,
    BulletinSection,
    ColumnInfo,
    Document,
    Genre,
    Item,
    Organ,
    Origin,
    Page,
    Reference,
    RulePage,
    SynonymGroup,
    Theme,
    Validity,
    Withdrawal,
    Writing,
)
from disclosure.workdays import Calendar

ACCESSIBILITY_FILE = "content/about/accessibility.md"
"""The one page about the site that stands at an address of its own, /accessibility/."""

RELATION_FIELDS = ("repeals", "amends", "implements", "interprets")


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` repeals, amends, implements or interprets ``target`` (``kind`` is the field of the vocabulary)."""

    kind: str
    source: Document
    target: Document
    articles: str | None = None


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column as its files describe it on the day ``today``.

    ``broken`` and ``broken_numbers`` tell what could not be loaded: what follows from that is not reported again
    (``broken_numbers`` is None if some of them could not even be read).  ``items`` lists groups before their members;
    documents are in the order of their paths.  ``files`` holds the size of every file under content/ by path;
    ``origins`` tells where catalogue entries were written.  ``settled_validity`` is given where validity was judged on
    more documents than are here.
    """

    today: dt.date
    info: ColumnInfo
    organs: tuple[Organ, ...]
    themes: tuple[Theme, ...]
    genres: tuple[Genre, ...]
    items: tuple[Item, ...]
    documents: tuple[Document, ...]
    guide: tuple[Page, ...] = ()
    rules: tuple[RulePage, ...] = ()
    annual: tuple[AnnualPage, ...] = ()
    about: tuple[Page, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    synonyms: tuple[SynonymGroup, ...] = ()
    bulletins: tuple[Bulletin, ...] = ()
    origins: Mapping[tuple[str, str], Origin]
    broken: frozenset[str] = frozenset()
    broken_numbers: frozenset[str] | None = frozenset()
    files: Mapping[str, int]
    settled_validity: Mapping[str, Validity] | None = None
    calendar: Calendar = field(default_factory=Calendar)

    @property
    def writings(self) -> Iterator[Writing]:
        """Documents and pages alike."""
        yield from self.documents
        yield from (*self.guide, *self.rules, *self.annual, *self.about)

    @cached_property
    def applicable_items(self) -> tuple[Item, ...]:
        """The items for the level of this column; a member applies only together with its group."""
        found: list[Item] = []
        for item in self.items:
            applies = not item.levels or self.info.level in item.levels
            if applies and (item.parent is None or any(group.id == item.parent for group in found)):
                found.append(item)
        return tuple(found)

    @cached_property
    def texts(self) -> frozenset[str]:
        """The files of all documents and pages, those that could not be loaded included."""
        return self.broken | {writing.origin.path for writing in self.writings}

    @cached_property
    def public_texts(self) -> frozenset[str]:
        """The files of all that may be published."""
        withheld = {document.origin.path for document in self.documents if not document.is_public}
        return self.texts - withheld

    @cached_property
    def withheld_names(self) -> frozenset[str]:
        """The numbers and bare titles of what is withheld."""
        return frozenset(
            name
            for document in self.documents
            if not document.is_public
            for name in (*document.numbers, bare_title(document.title))
        )

    @cached_property
    def by_number(self) -> Mapping[str, Document]:
        """Documents by 索引号 and by 发文字号."""
        found: dict[str, Document] = {}
        for document in self.documents:
            for number in document.numbers:
                found.setdefault(number, document)
        return found

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every reference whose target is in the column."""
        return tuple(
            Relation(kind, document, target, reference.articles)
            for document in self.documents
            for kind in RELATION_FIELDS
            for reference in references(document, kind)
            if (target := self.by_number.get(reference.number or ""))
        )

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[Relation, ...]]:
        """The relations that point at a document, by the path of its file."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.target.origin.path, []).append(relation)
        return {path: tuple(relations) for path, relations in found.items()}

    @cached_property
    def validity(self) -> Mapping[str, Validity]:
        """有效性 of every document by the path of its file, as dates and relations give it today."""
        if self.settled_validity is not None:
            return self.settled_validity
        return {document.origin.path: self._validity_of(document) for document in self.documents}

    def in_effect(self, relation: Relation) -> bool:
        """Whether a repeal or amendment has come into effect."""
        return relation.source.takes_effect <= self.today

    def _validity_of(self, document: Document) -> Validity:
        effects = [relation for relation in self.relations_to.get(document.origin.path, ()) if self.in_effect(relation)]
        repeals = [relation for relation in effects if relation.kind == "repeals"]
        if any(not relation.articles for relation in repeals):
            return Validity.REPEALED
        if document.expires and document.expires < self.today:
            return Validity.EXPIRED
        if document.effective and document.effective > self.today:
            return Validity.NOT_YET
        if repeals:
            return Validity.PARTLY_REPEALED
        if any(relation.kind == "amends" for relation in effects):
            return Validity.AMENDED
        return Validity.IN_FORCE


def references(document: Document, kind: str) -> tuple[Reference, ...]:
    """What ``document`` refers to under the field ``kind``."""
    found: tuple[Reference, ...] = getattr(document, kind)
    return found


def bare_title(title: str) -> str:
    """A title without blanks and 《》, to compare with."""
    return "".join(title.split()).strip("《》")


def public_part(column: Column) -> Column:
    """The column as citizens may see it: the gate through which nothing withheld passes.

    Withheld documents go, and with them every reference that names one, so that neither its number nor its title
    shows in the metadata of another.  Validity is judged before, on the whole column: what a withheld paper repealed
    stays repealed.
    """
    documents = tuple(_without(document, column.withheld_names) for document in column.documents if document.is_public)
    settled = {document.origin.path: column.validity[document.origin.path] for document in documents}
    bulletins = tuple(_bulletin_without(bulletin, column.withheld_names) for bulletin in column.bulletins)
    return replace(column, documents=documents, bulletins=bulletins, settled_validity=settled)


def _without(document: Document, withheld: frozenset[str]) -> Document:
    """``document`` without its references to ``withheld`` numbers and titles."""

    def kept(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
        return tuple(
            reference
            for reference in references
            if reference.number not in withheld and bare_title(reference.title or "") not in withheld
        )

    return replace(
        document,
        repeals=kept(document.repeals),
        amends=kept(document.amends),
        implements=kept(document.implements),
        interprets=kept(document.interprets),
    )


def _bulletin_without(bulletin: Bulletin, withheld: frozenset[str]) -> Bulletin:
    """``bulletin`` without its texts that are ``withheld``, and without the sections that are then empty."""

    def kept(section: BulletinSection) -> BulletinSection:
        return replace(section, texts=tuple(text for text in section.texts if text.number not in withheld))

    sections = (kept(section) for section in bulletin.sections)
    return replace(bulletin, sections=tuple(section for section in sections if section.texts))
