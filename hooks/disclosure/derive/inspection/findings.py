"""Findings as a report lists them: with the organ that answers, the page, and since when they are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from disclosure.column import Column
from disclosure.derive import addresses
from disclosure.derive.inspection.before import Before, key_of
from disclosure.derive.inspection.responsible import Responsibility
from disclosure.load.body import files_beside
from disclosure.measures.private.discreet import discreet_title
from disclosure.model import Organ
from disclosure.problems import Problem, Severity
from disclosure.site import SITE


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem, the organ that answers for it, its page in the site (address and title, or nothing), since when it is known."""

    problem: Problem
    organ: Organ
    address: str
    title: str
    since: dt.date

    @property
    def key(self) -> str:
        """What tells a finding from others, though lines above it come and go."""
        return key_of(self.problem.rule.name, self.problem.path, self.problem.message)

    @property
    def is_open(self) -> bool:
        """Whether something is to be done about it: nobody has accepted it, and it is more than a hint."""
        return self.problem.accepted is None and self.problem.severity is not Severity.NOTICE


def findings_of(column: Column, problems: Iterable[Problem], before: Before | None) -> tuple[Finding, ...]:
    """The ``problems`` of ``column``, in their order."""
    responsibility = Responsibility(column)
    pages = _pages(column)
    known = {key: list(many) for key, many in before.findings.items()} if before else {}
    found = []
    for problem in problems:
        page = pages.get(problem.path, _NO_PAGE)
        finding = Finding(
            problem=problem,
            organ=responsibility.organ_for(problem),
            address=page.address or _built_page(problem.path),
            title=page.title,
            since=column.today,
        )
        if same := known.get(finding.key):
            finding = replace(finding, since=min(same.pop(0).since, column.today))
        found.append(finding)
    return tuple(found)


def _built_page(path: str) -> str:
    """The address of a page at which a finding about the site itself points; nothing for any other file."""
    address = path.removeprefix(SITE)
    return address.removesuffix("index.html") if address != path and address.endswith("index.html") else ""


@dataclass(frozen=True, slots=True)
class _MadePage:
    """The page that a file makes."""

    address: str
    title: str = ""


_NO_PAGE = _MadePage("")


def _pages(column: Column) -> dict[str, _MadePage]:
    """The page that a file makes, by its path; what is withheld has none."""
    found: dict[str, _MadePage] = {}
    for writing in column.writings:
        if writing.origin.path in column.public_texts:
            page = _MadePage(addresses.of_writing(writing), discreet_title(writing.title))
            found |= {source: page for source, _ in files_beside(writing)}
            found[writing.origin.path] = page
    for register in column.registers:
        page = _MadePage(addresses.of_register(register), register.name)
        found[register.origin.path] = page
        found |= {row.path: page for row in register.rows[:1]}
    found |= {plan.origin.path: _MadePage(addresses.of_plan(plan), plan.title) for plan in column.tasks}
    found |= {each.origin.path: _MadePage(addresses.of_field(each.id), each.name) for each in column.field_catalogues}
    found["catalogue/statutory.yml"] = _MadePage(addresses.STATUTORY)
    found["catalogue/organs.yml"] = _MadePage(addresses.ORGANS)
    return found
