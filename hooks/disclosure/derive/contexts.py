"""What pages show: one frozen dataclass a page kind, ready for its template.

A page is a pure function of its context and of the Site around it (pieces.py, where the parts are).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.annual.contexts import AnnualIndexPage, ComparisonPage, ReportPage
from disclosure.derive.apply_pieces import ArrangedYear, Desk, Example, FormGroup
from disclosure.derive.bulletins.contexts import BulletinPage, BulletinsPage, WholeBulletinPage
from disclosure.derive.fields.contexts import FieldPage, FieldsPage
from disclosure.derive.interpretations.contexts import (
    Explanation,
    Interpretation,
    InterpretationRatesPage,
    InterpretationsPage,
)
from disclosure.derive.open_data.contexts import DataPage, DatasetPage, SubscribePage
from disclosure.derive.organs.contexts import OrganPage, OrgansPage
from disclosure.derive.pieces import (
    Banner,
    Card,
    CatalogueRow,
    Day,
    Entry,
    Fact,
    FactTable,
    File,
    Frame,
    ItemRow,
    Link,
    Pager,
    RelatedGroup,
    Row,
    RuleGroup,
    SitemapGroup,
    Writing,
)
from disclosure.derive.registers.contexts import RegisterPage, RegistersPage
from disclosure.derive.subordinates.contexts import SubordinatePage, SubordinatesPage
from disclosure.derive.tasks.contexts import TaskPlanPage, TasksPage


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """/: the four parts, the items of the statutory content, the newest documents, ways to browse."""

    template: ClassVar[str] = "pages/home.html"
    frame: Frame
    lead: str
    parts: tuple[Card, ...]
    items: tuple[Link, ...]
    newest: tuple[Row, ...]
    ways: tuple[Card, ...]
    contact: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """Guide, rule, annual report or page about the site: facts, body, attachments, neighbours."""

    template: ClassVar[str] = "pages/text.html"
    frame: Frame
    facts: tuple[Fact, ...]
    tables: tuple[FactTable, ...]
    body: Writing
    files: tuple[File, ...]
    previous: Link | None
    next: Link | None
    ending: tuple[Fact, ...]
    ways: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPage:
    """/apply/: how to apply for information, whom to ask, the terms with an example, the forms.

    ``sections`` are the headings by anchor, in order; the days of the terms are working days; ``years`` hold the
    arrangements that ``example`` was counted by, and that the calculator reads from the page.
    """

    template: ClassVar[str] = "pages/apply.html"
    frame: Frame
    sections: Mapping[str, str]
    organ: str
    office: str
    address: str
    hours: str
    telephones: tuple[Link, ...]
    fax: str
    online: Link
    desks: tuple[Desk, ...]
    reply_days: int
    extension_days: int
    correction_days: int
    third_party_days: int
    example: Example | None
    years: tuple[ArrangedYear, ...]
    forms: tuple[Link, ...]
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """/apply/citizen/, /apply/organisation/: an application form to fill in, print or save; nothing is sent."""

    template: ClassVar[str] = "pages/form.html"
    frame: Frame
    organ: str
    heading: str
    groups: tuple[FormGroup, ...]
    signatures: tuple[str, ...]
    file: Link
    back: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """/rules/: the rules by level, highest first."""

    template: ClassVar[str] = "pages/rules.html"
    frame: Frame
    groups: tuple[RuleGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryPage:
    """/statutory/: the tree of items with what the law asks of each; what is not kept here, and why."""

    template: ClassVar[str] = "pages/statutory.html"
    frame: Frame
    items: tuple[ItemRow, ...]
    not_kept: tuple[Fact, ...]
    downloads: tuple[File, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of documents, newest first: of an item, theme, genre.  ``facts`` say what the list is about.

    ``registers`` are those of an item, on its first page.
    """

    template: ClassVar[str] = "pages/list.html"
    frame: Frame
    heading: str
    lead: str
    facts: tuple[Fact, ...]
    members: tuple[Card, ...]
    caption: str
    rows: tuple[Row, ...]
    pager: Pager
    empty: str
    registers: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesPage:
    """A list of places with the number of documents in each: themes, genres, years."""

    template: ClassVar[str] = "pages/entries.html"
    frame: Frame
    lead: str
    caption: str
    column: str
    entries: tuple[Entry, ...]
    download: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """/catalogue/<year>/: the 目录 of 条例 Art. 12, the documents published in a year."""

    template: ClassVar[str] = "pages/catalogue.html"
    frame: Frame
    heading: str
    caption: str
    years: tuple[Link, ...]
    rows: tuple[CatalogueRow, ...]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document: metadata, state, body, attachments, relations in both directions, neighbours in its list.

    ``explanations`` are its interpretations; ``interpretation`` is there if it is one itself; ``bulletins`` are the issues of
    政府公报 in which it stands.
    """

    template: ClassVar[str] = "pages/document.html"
    frame: Frame
    facts: tuple[Fact, ...]
    banner: Banner | None
    explanations: tuple[Explanation, ...]
    interpretation: Interpretation | None
    body: Writing
    files: tuple[File, ...]
    relations: tuple[RelatedGroup, ...]
    previous: Link | None
    next: Link | None
    openness: str
    bulletins: tuple[Link, ...]
    ending: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """/search/: the form, the place for the answer, and the other ways to find a document.

    ``number`` is the 文号 of a document of the column, as an example, or empty; ``items`` are the items by name; ``ways``
    the other lists; ``office``, ``telephones`` and ``hours`` say whom to ask.
    """

    template: ClassVar[str] = "pages/search.html"
    frame: Frame
    number: str
    items: tuple[Link, ...]
    ways: tuple[Card, ...]
    office: str
    telephones: tuple[Link, ...]
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPage:
    """/sitemap/: the whole site on one page, for people."""

    template: ClassVar[str] = "pages/sitemap.html"
    frame: Frame
    groups: tuple[SitemapGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """The page at an address whose document was moved or withdrawn: when, why, and where it is now."""

    template: ClassVar[str] = "pages/withdrawn.html"
    frame: Frame
    day: Day
    reason: str
    target: Link | None
    contact: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """404.html: what to do when an address leads nowhere."""

    template: ClassVar[str] = "pages/not_found.html"
    frame: Frame
    ways: tuple[Card, ...]
    contact: tuple[Fact, ...]


PageContext = (
    HomePage
    | TextPage
    | ApplyPage
    | FormPage
    | RulesPage
    | StatutoryPage
    | RegistersPage
    | RegisterPage
    | ListPage
    | FieldsPage
    | FieldPage
    | EntriesPage
    | CataloguePage
    | AnnualIndexPage
    | OrgansPage
    | OrganPage
    | TasksPage
    | TaskPlanPage
    | ReportPage
    | ComparisonPage
    | DocumentPage
    | BulletinsPage
    | BulletinPage
    | WholeBulletinPage
    | InterpretationsPage
    | InterpretationRatesPage
    | SearchPage
    | DataPage
    | DatasetPage
    | SubscribePage
    | SubordinatesPage
    | SubordinatePage
    | SitemapPage
    | WithdrawnPage
    | NotFoundPage
)
