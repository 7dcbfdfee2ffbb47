"""What the pages of a report show: three kinds of pages, made of tables, charts and indicators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.annual.contexts import Chart
from disclosure.derive.pieces import Link
from disclosure.derive.table_pieces import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFrame:
    """What every page of a report has: its file and title, whose column, of which day, the ways to the other pages.

    ``root`` leads from the page to the folder of the report.
    """

    file: str
    title: str
    column: str
    day: str
    links: tuple[Link, ...]

    @property
    def root(self) -> str:
        """What leads from the page to the folder of the report."""
        return "../" * self.file.count("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count with its name and tone."""

    name: str
    count: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSummary:
    """A set of indicators in short: how many are met, and which are not."""

    page: Link
    norm: str
    tallies: tuple[Tally, ...]
    failed: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """index.html: the sets in short, where the problems are, what changed, the files."""

    template: ClassVar[str] = "inspection/overview.html"
    frame: ReportFrame
    sentences: tuple[str, ...]
    sets: tuple[SetSummary, ...]
    charts: tuple[Chart, ...]
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """A finding or a fact that shows why an indicator stands as it does: words, place in the sources, page in the site."""

    text: str
    place: str
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator with its verdict and evidence; ``more`` says how much evidence is left out and where it is."""

    anchor: str
    name: str
    asks: str
    norm: str
    verdict: str
    tone: str
    words: str
    organs: str
    evidence: tuple[EvidenceLine, ...]
    more: str
    rules: str
    by_hand: str
    page: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """The indicators under a heading of their set."""

    title: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsPage:
    """A set of indicators with the verdict, evidence and organ of each."""

    template: ClassVar[str] = "inspection/indicators.html"
    frame: ReportFrame
    norm: str
    lead: str
    tallies: tuple[Tally, ...]
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading with a sentence, a chart and a table, as far as there are any."""

    anchor: str
    title: str
    lead: str = ""
    chart: Chart | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesPage:
    """Anything that is charts and tables: coverage, timeliness, freshness, interpretation, findings, changes, ledgers."""

    template: ClassVar[str] = "inspection/tables.html"
    frame: ReportFrame
    lead: str
    blocks: tuple[Block, ...]
    files: tuple[Link, ...] = ()


ReportPage = OverviewPage | IndicatorsPage | TablesPage
