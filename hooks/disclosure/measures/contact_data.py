"""The contact data of a column, wherever they are written: telephone, fax, mailbox, hours, with file, line and label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.model import AnnualPage, AnnualReport, ColumnInfo, Division, Document, Organ, Origin, ReadingPlace
from disclosure.passages import Passage
from disclosure.terms import label


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A value that ``owner`` gives under ``name`` (code name) in the record ``noun``."""

    path: str
    line: int
    noun: type
    name: str
    owner: str
    text: str

    @property
    def label(self) -> str:
        """The key under which it is written."""
        return label(self.noun, self.name)


def contact_facts(column: Column) -> Iterator[ContactFact]:
    """Everything by which the offices of the column are reached, in the order of the files."""
    info, origin = column.info, column.origins["column", ""]
    for name in ("telephone", "fax", "online", "hotline", "postcode", "hours"):
        if text := getattr(info, name):
            yield ContactFact(origin.path, origin.line_of(name), ColumnInfo, name, info.office, text)
    for place in info.places:
        for name in ("hours", "telephone"):
            if text := getattr(place, name):
                yield ContactFact(origin.path, origin.line_of("places"), ReadingPlace, name, place.name, text)
    for organ in column.organs:
        yield from _of_organ(organ, column.origins["organs", organ.id])
    for document in column.documents:
        if document.advice:
            where = document.origin.path, document.origin.line_of("advice")
            yield ContactFact(*where, Document, "advice", document.interpreter or document.title, document.advice)


def tells_contacts(passage: Passage, column: Column) -> bool:
    """Whether ``passage`` is of the guide, of a page about the site, or of the newest report of an organ."""
    writing = passage.writing
    if isinstance(writing, AnnualReport):
        return writing.year == max(each.year for each in column.reports if each.organ == writing.organ)
    if isinstance(writing, AnnualPage):
        return writing.year == max(each.year for each in column.annual_reports)
    return writing is not None and writing.origin.path.startswith(("content/guide/", "content/about/"))


def _of_organ(organ: Organ, origin: Origin) -> Iterator[ContactFact]:
    for name in ("hours", "telephone", "fax", "email"):
        if text := getattr(organ, name):
            yield ContactFact(origin.path, origin.line_of(name), Organ, name, organ.name, text)
    for division in organ.divisions:
        if division.telephone:
            where = origin.path, origin.line_of("divisions")
            yield ContactFact(*where, Division, "telephone", organ.name + division.parts[0], division.telephone)
