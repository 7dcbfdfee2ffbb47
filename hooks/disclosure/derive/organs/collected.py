"""What else of an organ is in the column: cards that lead to its work, its reports and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.derive import addresses
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Card, Link
from disclosure.derive.tasks import standing
from disclosure.model import Organ


@dataclass(frozen=True, slots=True)
class OrganHolding:
    """Something of an organ that has a page of its own: what it is called, where it is, what is there."""

    title: str
    address: str
    text: str


def cards(holdings: Holdings, organ: Organ) -> tuple[Card, ...]:
    """All that is held of ``organ``, as ways to go."""
    return tuple(Card(link=Link(each.title, each.address), text=each.text) for each in _collected(holdings, organ))


def _collected(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """One line for each kind of holding; what there is none of yields nothing."""
    yield from _plans(holdings, organ)
    yield from _reports(holdings, organ)


def _plans(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """The plans in which the organ leads or supports a task."""
    today = holdings.column.today
    for plan in holdings.column.tasks:
        led = [task for task in plan.tasks if organ in task.leads]
        supported = sum(organ in task.supports for task in plan.tasks)
        done = standing.summary(standing.counts(plan, led, today))
        parts = (f"牵头 {len(led)} 项（{done}）" if led else "", f"配合 {supported} 项" if supported else "")
        if led or supported:
            text = "，".join(part for part in parts if part)
            yield OrganHolding(plan.title, addresses.of_plan(plan), text)


def _reports(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """The annual reports of the organ whose column this is."""
    years = sorted((report.year for report in holdings.column.annual), reverse=True)
    if organ == holdings.column.info.organ and years:
        text = f"{'、'.join(map(str, years))}年"
        yield OrganHolding("政府信息公开工作年度报告", addresses.ANNUAL, text)
