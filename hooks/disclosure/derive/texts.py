"""The pages that editors write as pages: guide, rules, annual reports, pages about the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from disclosure.column import ACCESSIBILITY_FILE
from disclosure.derive import addresses, contacts, labels, structured, wording
from disclosure.derive.beside import body_of, files_of
from disclosure.derive.contexts import RulesPage, TextPage
from disclosure.derive.frame import ACCESSIBILITY, ANNUAL, BODY, GUIDE, ON_APPLICATION, RULES, contact, frame, link_to
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Card, Fact, FactTable, Frame, Label, Link, RuleGroup, RuleRow, Writing
from disclosure.derive.tools import TOOLS
from disclosure.model import AnnualPage, AnnualReport, Level, Page, ReadingPlace, RulePage
from disclosure.terms import label

_Page = TypeVar("_Page", bound=Page)

_GUIDE_WAYS = (
    Card(link=Link(ON_APPLICATION, addresses.APPLY), text="网站上没有的信息，可以书面申请：办法、期限、联系方式"),
    Card(link=Link("公民申请表", addresses.APPLY_CITIZEN), text="在网页上填好打印，也可以下载"),
    Card(link=Link("法人和其他组织申请表", addresses.APPLY_ORGANISATION), text="在网页上填好打印，也可以下载"),
)
"""Where the guide leads, whatever the editor wrote."""


def text_pages(holdings: Holdings) -> Iterator[TextPage]:
    """Every page that was written as a page, and the guide and /accessibility/ in any case."""
    column = holdings.column
    yield guide_page(holdings)
    for page in column.guide:
        if page.slug != "index":
            yield text_page(holdings, page, "guide", (Link(GUIDE, addresses.GUIDE),))
    for rule, newer_rule, older_rule in _with_neighbours(_sorted_rules(column.rules)):
        trail = (Link(RULES, addresses.RULES),)
        yield text_page(holdings, rule, "rules", trail, newer_rule, older_rule, facts=_rule_facts(rule))
    for report, newer, older in _with_neighbours(column.annual_reports):
        if not isinstance(report, AnnualReport):
            yield text_page(holdings, report, "annual", (Link(ANNUAL, addresses.ANNUAL),), newer, older)
    yield accessibility_page(holdings)
    for page in column.about:
        if page.origin.path != ACCESSIBILITY_FILE:
            yield text_page(holdings, page, "about", ())


def guide_page(holdings: Holdings) -> TextPage:
    """/guide/: the facts of 条例 Art. 12 from column.yml, and what the editor wrote in content/guide/index.md."""
    tables = _guide_tables(holdings)
    for page in holdings.column.guide:
        if page.slug == "index":
            return text_page(holdings, page, "guide", (), tables=tables, ways=_GUIDE_WAYS)
    organ = holdings.column.info.organ.name
    description = f"{organ}政府信息公开工作机构和联系方式。"
    own_frame = frame(addresses.GUIDE, GUIDE, description, part="guide", labels=labels.of_part("guide"))
    return _unwritten(own_frame, tables, _GUIDE_WAYS)


def accessibility_page(holdings: Holdings) -> TextPage:
    """/accessibility/: what helps people to read the pages, whom to ask, and what the editor wrote about it."""
    info = holdings.column.info
    tables = (TOOLS, FactTable(caption="看不清、打不开、不会用，都可以找我们", facts=contact(info)))
    for page in holdings.column.about:
        if page.origin.path == ACCESSIBILITY_FILE:
            return text_page(holdings, page, "about", (), tables=tables)
    description = f"{info.organ.name}政府信息公开专栏的辅助工具怎么用，有困难找谁帮忙。"
    return _unwritten(
        frame(addresses.ACCESSIBILITY, ACCESSIBILITY, description, labels=labels.of_part("about")), tables
    )


def rules_page(holdings: Holdings) -> RulesPage:
    """/rules/."""
    rules = _sorted_rules(holdings.column.rules)
    return RulesPage(
        frame=frame(
            addresses.RULES,
            RULES,
            labels.RULES_DESCRIPTION,
            part="rules",
            changed=_changed(rules),
            labels=labels.of_part("rules"),
        ),
        groups=tuple(
            RuleGroup(
                level=f"{level}制度",
                anchor=level.name.lower(),
                rules=tuple(
                    RuleRow(
                        title=rule.title,
                        address=addresses.of_writing(rule),
                        number=rule.doc_number or "",
                        published=wording.day(rule.published),
                    )
                    for rule in rules
                    if rule.level is level
                ),
            )
            for level in Level
            if any(rule.level is level for rule in rules)
        ),
    )


def _unwritten(frame: Frame, tables: tuple[FactTable, ...], ways: tuple[Card, ...] = ()) -> TextPage:
    """A page that no editor wrote: only what the engine knows."""
    return TextPage(
        frame=frame,
        facts=(),
        tables=tables,
        body=Writing(markdown="", links=()),
        files=(),
        previous=None,
        next=None,
        ending=(),
        ways=ways,
    )


def text_page(
    holdings: Holdings,
    page: Page,
    part: str,
    trail: tuple[Link, ...],
    newer: Page | None = None,
    older: Page | None = None,
    *,
    facts: tuple[Fact, ...] = (),
    tables: tuple[FactTable, ...] = (),
    ways: tuple[Card, ...] = (),
    here: str = "",
    list_labels: tuple[Label, ...] | None = None,
) -> TextPage:
    """A page as an editor wrote it; ``list_labels`` are the META tags of its list, by default those of its part."""
    changed = page.updated or page.published
    dates = [Fact(label(Page, "published"), (wording.day(page.published, page.clock),))]
    if page.updated:
        dates.append(Fact(label(Page, "updated"), (wording.day(page.updated),)))
    ending = {"source": page.source, "editor": page.editor}
    return TextPage(
        frame=frame(
            addresses.of_writing(page),
            page.title,
            page.summary,
            *trail,
            here=here or (BODY if trail else ""),
            part=part,
            entry=page.slug,
            changed=changed.isoformat(),
            labels=(*(list_labels or labels.of_part(part)), *labels.of_text(holdings.column.info, page)),
            things=(structured.of_report(holdings.column.info, page),) if isinstance(page, AnnualPage) else (),
            note=(page.doc_number or "") if isinstance(page, RulePage) else "",
        ),
        facts=(*facts, *dates),
        tables=tables,
        body=body_of(holdings, page),
        files=files_of(page),
        previous=link_to(newer),
        next=link_to(older),
        ending=tuple(Fact(label(Page, name), (Link(value),)) for name, value in ending.items() if value),
        ways=ways,
    )


def _guide_tables(holdings: Holdings) -> tuple[FactTable, ...]:
    """The facts of 条例 Art. 12, filled in from column.yml, and the reading places of Art. 25."""
    info = holdings.column.info
    places = tuple(
        FactTable(
            caption=place.name,
            facts=tuple(
                Fact(label(ReadingPlace, name), contacts.values(name, value))
                for name in ("address", "hours", "telephone")
                if (value := getattr(place, name))
            ),
        )
        for place in info.places
    )
    return (FactTable(caption=f"{info.organ.name}政府信息公开工作机构", facts=contact(info)), *places)


def _rule_facts(rule: RulePage) -> tuple[Fact, ...]:
    values = {
        "level": Link(str(rule.level)),
        "doc_number": rule.doc_number and Link(rule.doc_number),
        "issued": rule.issued and wording.day(rule.issued),
        "original": rule.original and Link("到官方网站阅读原文", rule.original),
    }
    return tuple(Fact(label(RulePage, name), (value,)) for name, value in values.items() if value)


def _sorted_rules(rules: Sequence[RulePage]) -> list[RulePage]:
    """National rules first; within a level the newest first."""
    levels = list(Level)
    newest = sorted(sorted(rules, key=lambda rule: rule.slug), key=lambda rule: rule.published, reverse=True)
    return sorted(newest, key=lambda rule: levels.index(rule.level))


def _with_neighbours(pages: Sequence[_Page]) -> Iterator[tuple[_Page, _Page | None, _Page | None]]:
    yield from zip(pages, [None, *pages], [*pages[1:], None], strict=False)


def _changed(pages: Sequence[Page]) -> str:
    return max((page.updated or page.published).isoformat() for page in pages) if pages else ""
