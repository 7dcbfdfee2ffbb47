"""What search can find: a page with its names, its facets and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.derive import addresses, frame, wording
from disclosure.model import AnnualReport, Item, Organ, Page, RulePage, Writing

PARTS = {"guide": frame.GUIDE, "rules": frame.RULES, "statutory": frame.STATUTORY, "annual": frame.ANNUAL}
"""The four parts by id, as tags name them."""


class Tag(NamedTuple):
    """A value of a facet: its id in addresses, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page that search can find: ``address`` is in this site, or starts with https:// and leads to another.

    ``number`` is shown; ``numbers`` (发文字号, 索引号) are searched.  ``day`` is 发布日期 (ISO).  ``organ`` names who issued it.
    ``body`` is Markdown.  The tags are what it can be filtered by.
    """

    address: str
    title: str
    number: str
    numbers: tuple[str, ...]
    organ: str
    keywords: tuple[str, ...]
    summary: str
    attachments: tuple[str, ...]
    body: str
    day: str
    validity: str
    tone: str
    part: tuple[Tag, ...]
    items: tuple[Tag, ...] = ()
    organs: tuple[Tag, ...] = ()
    themes: tuple[Tag, ...] = ()
    genres: tuple[Tag, ...] = ()


def of_page(page: Page, part: tuple[Tag, ...]) -> Findable:
    """A text that an editor wrote as a page."""
    number = page.doc_number if isinstance(page, RulePage) else None
    reporter = page.organ if isinstance(page, AnnualReport) else None
    return Findable(
        address=addresses.of_writing(page),
        title=page.title,
        number=number or "",
        numbers=(number,) if number else (),
        organ=reporter.name if reporter else "",
        keywords=(),
        summary=page.summary,
        attachments=attachments_of(page),
        body=page.body.lstrip("\n"),
        day=page.published.isoformat(),
        validity="",
        tone="",
        part=part,
        organs=(Tag(reporter.id, reporter.name),) if reporter else (),
    )


def of_place(
    address: str,
    title: str,
    summary: str,
    part: str,
    *,
    keywords: tuple[str, ...] = (),
    body: str = "",
    items: tuple[Item, ...] = (),
    organs: tuple[Organ, ...] = (),
) -> Findable:
    """A page that is made of data."""
    return Findable(
        address=address,
        title=title,
        number="",
        numbers=(),
        organ="",
        keywords=keywords,
        summary=summary,
        attachments=(),
        body=body,
        day="",
        validity="",
        tone="",
        part=(Tag(part, PARTS[part]),),
        items=tuple(Tag(item.id, item.name) for item in items),
        organs=tuple(Tag(organ.id, organ.name) for organ in organs),
    )


def attachments_of(writing: Writing) -> tuple[str, ...]:
    """Names of the attachments, and what they are said to hold."""
    return tuple(f"{wording.attachment_title(each)} {each.alternative or ''}".strip() for each in writing.attachments)


def escaped(text: str) -> str:
    """``text`` as Markdown that shows just that: 张* and #1 are no markup."""
    return re.sub(r"([\\`*_\[\]<>#+|!&-])", r"\\\1", text)
