"""The loaded column: all nouns together, who refers to whom, and what is in force today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from disclosure.model import (
    AnnualPage,
    AnnualReport,
    Bulletin,
    BulletinSection,
    CollectedColumn,
    ColumnInfo,
    Document,
    FieldCatalogue,
    Genre,
    Item,
    Matter,
    Organ,
    Origin,
    Page,
    Progress,
    Reference,
    Register,
    RegisterRow,
    RulePage,
    SynonymGroup,
    TaskPlan,
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
    (``broken_numbers`` is None if some of them could not even be read; ``are_matters_known`` is false if a field
    catalogue could not).  ``items`` lists groups before their members;
    documents are in the order of their paths.  ``item_pages`` are what
    items of the form 单页 consist of, their slugs the ids of the items.  ``files`` holds the size of every file under content/ by path;
    ``origins`` tells where catalogue entries were written.  ``settled_validity`` is given where validity was judged on
    more documents than are here.  ``annual`` are the annual reports written as Markdown, ``reports`` those with tables.
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
        """What the document, page, item or organ at ``address`` is called."""
        if writing := self.writing_at(address):
            return writing.title
        places = {f"statutory/{item.id}/": item.name for item in self.items}
        places |= {f"organs/{organ.id}/": organ.name for organ in self.organs}
        return places.get(address)

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
    registers = tuple(_public_rows(column, register) for register in column.registers)
    tasks = tuple(_public_plan(plan, column.withheld_names) for plan in column.tasks)
    bulletins = tuple(_bulletin_without(bulletin, column.withheld_names) for bulletin in column.bulletins)
    return replace(
        column,
        documents=documents,
        registers=registers,
        tasks=tasks,
        bulletins=bulletins,
        settled_validity=settled,
    )


def withheld_parts(column: Column, text: str) -> tuple[str, ...]:
    """The lines of a cell that name, by number or title, a document that is withheld."""
    names = column.withheld_names
    if not names:
        return ()
    return tuple(line for line in text.split("\n") if line in names or bare_title(line) in names)


def _public_rows(column: Column, register: Register) -> Register:
    """``register`` without rows past their last day and without cells that name what is withheld.

    A row whose name or identity goes that way goes as a whole.
    """
    needed = {register.naming, *register.identifying}
    rows = []
    for row in register.rows:
        if (until := register.day_until(row)) and until < column.today:
            continue
        texts = {place: value for place, value in enumerate(row.values) if isinstance(value, str)}
        withheld = {place: found for place, text in texts.items() if (found := withheld_parts(column, text))}
        if withheld and needed & withheld.keys():
            continue
        rows.append(_cleared(row, withheld) if withheld else row)
    return replace(register, rows=tuple(rows))


def _cleared(row: RegisterRow, withheld: Mapping[int, tuple[str, ...]]) -> RegisterRow:
    values = list(row.values)
    for place, gone in withheld.items():
        kept = [line for line in str(values[place]).split("\n") if line not in gone]
        values[place] = "\n".join(kept) or None
    return replace(row, values=tuple(values))


def _without(document: Document, withheld: frozenset[str]) -> Document:
    """``document`` without its references to ``withheld`` numbers and titles."""
    return replace(
        document,
        repeals=_kept(document.repeals, withheld),
        amends=_kept(document.amends, withheld),
        implements=_kept(document.implements, withheld),
        interprets=_kept(document.interprets, withheld),
    )


def _kept(references: tuple[Reference, ...], withheld: frozenset[str]) -> tuple[Reference, ...]:
    """``references`` without those to ``withheld`` numbers and titles."""
    return tuple(
        reference
        for reference in references
        if reference.number not in withheld and bare_title(reference.title or "") not in withheld
    )


def _public_plan(plan: TaskPlan, withheld: frozenset[str]) -> TaskPlan:
    """``plan`` without sources and evidence that are ``withheld``."""

    def public(step: Progress) -> Progress:
        return replace(step, evidence=tuple(each for each in step.evidence if each.number not in withheld))

    groups = tuple(
        replace(
            group,
            tasks=tuple(replace(task, progress=tuple(map(public, task.progress))) for task in group.tasks),
        )
        for group in plan.groups
    )
    return replace(plan, sources=_kept(plan.sources, withheld), groups=groups)


def _bulletin_without(bulletin: Bulletin, withheld: frozenset[str]) -> Bulletin:
    """``bulletin`` without its texts that are ``withheld``, and without the sections that are then empty."""

    def kept(section: BulletinSection) -> BulletinSection:
        return replace(section, texts=tuple(text for text in section.texts if text.number not in withheld))

    sections = (kept(section) for section in bulletin.sections)
    return replace(bulletin, sections=tuple(section for section in sections if section.texts))
