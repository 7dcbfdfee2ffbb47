"""What the pages of annual reports show: one report, all of them by year, the main numbers through the years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import AnnualRow, Card, Fact, File, Frame, Link, Writing
from disclosure.model import Number


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of an official form: ``scope`` (col, colgroup, row, rowgroup) makes it a header, ``number`` is its value."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    scope: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """A table as an official form prescribes it.

    ``head`` and the groups of ``bodies`` are rows of cells; ``columns`` are counted in the cells of the form, the first
    ``labels`` of which hold labels.  ``sheet`` is its name in the workbook; a ``wide`` one is scrolled on small screens.
    """

    anchor: str
    caption: str
    sheet: str
    columns: int
    labels: int
    head: tuple[tuple[FormCell, ...], ...]
    bodies: tuple[tuple[tuple[FormCell, ...], ...], ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its label, its number in words, its length in percent of the longest."""

    label: str
    words: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars under a title, and a sentence that says the same."""

    title: str
    sentence: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """What belongs to a part of a report besides its text."""

    tables: tuple[FormTable, ...] = ()
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """An annual report whose tables are numbers.

    ``texts`` are the preface and the six parts, each with its heading; ``parts`` hold what follows each of them.  ``fault``
    says which faults the report was published with; ``workbook`` is the file with the tables in the form's own layout.
    """

    template: ClassVar[str] = "pages/report.html"
    frame: Frame
    facts: tuple[Fact, ...]
    fault: str
    texts: tuple[Writing, ...]
    parts: tuple[ReportPart, ...]
    workbook: Link
    downloads: tuple[File, ...]
    members_title: str
    members: tuple[Link, ...]
    ways: tuple[Card, ...]
    files: tuple[File, ...]
    previous: Link | None
    next: Link | None
    ending: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportYear:
    """The reports on a year: the own one, if there is one, and those of departments and townships."""

    year: int
    own: AnnualRow | None
    members: tuple[AnnualRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualIndexPage:
    """/annual/: the reports by year, the newest first."""

    template: ClassVar[str] = "pages/annual.html"
    frame: Frame
    years: tuple[ReportYear, ...]
    ways: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """/annual/comparison/: the main numbers by year, with the change in words."""

    template: ClassVar[str] = "pages/comparison.html"
    frame: Frame
    lead: str
    table: FormTable
    charts: tuple[Chart, ...]
    downloads: tuple[File, ...]
    back: Link
