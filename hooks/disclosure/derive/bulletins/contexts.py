"""What the pages of 政府公报 show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.derive.pieces import Day, Fact, File, Frame, Link, Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinRow:
    """An issue in the list."""

    link: Link
    published: Day
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinYear:
    """The issues of a year, newest first."""

    title: str
    anchor: str
    issues: tuple[BulletinRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinsPage:
    """/bulletins/: all issues by year, newest first."""

    template: ClassVar[str] = "pages/bulletins.html"
    frame: Frame
    years: tuple[BulletinYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinEntry:
    """A text in the contents of an issue: ``link`` to its own page, or to its place in the whole issue; its state today."""

    link: Link
    number: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinPart:
    """A section of the contents."""

    name: str
    anchor: str
    entries: tuple[BulletinEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinPage:
    """/bulletins/<year>-<number>/: what stands on the cover, the contents, the ways to the whole issue."""

    template: ClassVar[str] = "pages/bulletin.html"
    frame: Frame
    heading: str
    facts: tuple[Fact, ...]
    parts: tuple[BulletinPart, ...]
    whole: Link
    file: Link
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueText:
    """A text of a whole issue under its own anchor: Markdown (``writing``), or ``paragraphs`` as they were written."""

    anchor: str
    title: str
    number: str
    writing: Writing | None
    paragraphs: tuple[str, ...]
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePart:
    """A section of a whole issue."""

    name: str
    anchor: str
    texts: tuple[IssueText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBulletinPage:
    """/bulletins/<year>-<number>/whole/: every text of an issue one after another, to read or print.

    ``cover`` are the lines below the heading.  ``file`` is the same as a Word file: the text of both is equal.
    """

    template: ClassVar[str] = "pages/bulletin_whole.html"
    frame: Frame
    organ: str
    heading: str
    cover: tuple[str, ...]
    parts: tuple[IssuePart, ...]
    file: Link
    back: Link
