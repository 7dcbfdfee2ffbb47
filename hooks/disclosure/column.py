"""The loaded column: all nouns together, who refers to whom, and what is in force today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from disclosure.model import (
    AnnualPage,
    AnnualReport,
    AttachedFile,
    Bulletin,
    Checks,
    CollectedColumn,
    ColumnInfo,
    ColumnType,
    Document,
    FieldCatalogue,
    Genre,
    Item,
    Matter,
    Organ,
    Origin,
    Page,
    Reference,
    Register,
    RulePage,
    SynonymGroup,
    TaskPlan,
    Theme,
    Validity,
    Withdrawal,
    Wording,
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
    (``broken_numbers`` is None if some of them could not even be read; ``are_matters_known`` is false if a field
    catalogue could not).  ``items`` lists groups before their members;
    documents are in the order of their paths.  ``item_pages`` are what
    items of the form 单页 consist of, their slugs the ids of the items.  ``files`` holds the size of every file under content/ by path;
    ``origins`` tells where catalogue entries were written.  ``settled_validity`` is given where validity was judged on
    more documents than are here.  ``annual`` are the annual reports written as Markdown, ``reports`` those with tables.
    ``attached`` holds what stands in the files beside documents, by path; ``checks`` what the column decided about the
    rules, ``wording`` the words that it added to those that are not to be written.
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
    reports: tuple[AnnualReport, ...] = ()
    about: tuple[Page, ...] = ()
    item_pages: tuple[Page, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    synonyms: tuple[SynonymGroup, ...] = ()
    field_catalogues: tuple[FieldCatalogue, ...] = ()
    are_matters_known: bool = True
    collected: tuple[CollectedColumn, ...] = ()
    bulletins: tuple[Bulletin, ...] = ()
    origins: Mapping[tuple[str, str], Origin]
    broken: frozenset[str] = frozenset()
    broken_numbers: frozenset[str] | None = frozenset()
    files: Mapping[str, int]
    settled_validity: Mapping[str, Validity] | None = None
    calendar: Calendar = field(default_factory=Calendar)
    registers: tuple[Register, ...] = ()
    broken_registers: frozenset[str] = frozenset()
    tasks: tuple[TaskPlan, ...] = ()
    attached: Mapping[str, AttachedFile] = field(default_factory=dict)
    checks: Checks = Checks()
    wording: Wording = Wording()

    @property
    def writings(self) -> Iterator[Writing]:
        """Documents and pages alike."""
        yield from self.documents
        yield from (*self.guide, *self.rules, *self.annual, *self.reports, *self.about, *self.item_pages)

    @cached_property
    def annual_reports(self) -> tuple[AnnualPage, ...]:
        """The reports of the column's own organ in whatever form, newest year first."""
        own = [report for report in self.reports if report.organ is None]
        return tuple(sorted((*self.annual, *own), key=lambda report: report.year, reverse=True))

    @cached_property
    def applicable_items(self) -> tuple[Item, ...]:
        """The items for the level of this column; a member applies only together with its group."""
        found: list[Item] = []
        for item in self.items:
            applies = not item.levels or self.info.level in item.levels
            if applies and (item.parent is None or any(group.id == item.parent for group in found)):
                found.append(item)
        return tuple(found)

    def type_of(self, item: Item) -> ColumnType:
        """栏目类型 of ``item``: its own, else that of its group, else 信息公开目录."""
        group = next((each for each in self.items if each.id == item.parent), None)
        return item.column_type or (group and group.column_type) or ColumnType.CATALOGUE

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
    def matters(self) -> Mapping[str, tuple[FieldCatalogue, Matter]]:
        """The rows of all field catalogues by id, each with its catalogue."""
        found: dict[str, tuple[FieldCatalogue, Matter]] = {}
        for catalogue in self.field_catalogues:
            for matter in catalogue.matters:
                found.setdefault(matter.id, (catalogue, matter))
        return found

    @cached_property
    def _by_path(self) -> Mapping[str, Writing]:
        return {writing.origin.path: writing for writing in self.writings}

    def writing_at(self, address: str) -> Writing | None:
        """The document or page at ``address``, as far as addresses are paths under content/."""
        return self._by_path.get(f"content/{address.rstrip('/')}.md")

    def title_at(self, address: str) -> str | None:
        """What is at ``address`` is called: a document, page, report, item, organ, or a page made of a catalogue."""
        writing = self.writing_at(address)
        return writing.title if writing else self._names.get(address) or self._made_places.get(address, (None,))[0]

    def day_at(self, address: str) -> dt.date | None:
        """When the document, page, report or catalogue at ``address`` was last published; None for what has no day."""
        writing = self.writing_at(address)
        if isinstance(writing, Page):
            return writing.updated or writing.published
        return writing.published if writing else self._made_places.get(address, ("", None))[1]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """What items and organs are called, by the address of their page."""
        items = {f"statutory/{item.id}/": item.name for item in self.items}
        return items | {f"organs/{organ.id}/": organ.name for organ in self.organs}

    @cached_property
    def _made_places(self) -> Mapping[str, tuple[str, dt.date | None]]:
        """Name and day of what has a page and is no text of its own, by address."""
        issues = ((f"{each.year}-{each.number}", f"{each.year}年第{each.number}期", each) for each in self.bulletins)
        return {
            **{f"annual/{each.slug}/": (each.title, each.updated or each.published) for each in self.reports},
            **{f"registers/{each.id}/": (each.name, each.updated) for each in self.registers},
            **{f"tasks/{each.id}/": (each.title, each.updated) for each in self.tasks},
            **{f"fields/{each.id}/": (f"{each.name}领域标准目录", each.updated) for each in self.field_catalogues},
            **{f"subordinates/{each.id}/": (each.name, each.day) for each in self.collected},
            **{
                f"bulletins/{id_}/": (f"{self.info.organ.name}公报{issue}", each.published)
                for id_, issue, each in issues
            },
        }

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
