"""What else of an organ is in the column: cards that lead to its work, its reports and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.derive import addresses, wording
from disclosure.derive.fields.fulfilment import fulfilments
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
    yield from _registers(holdings, organ)
    yield from _matters(holdings, organ)
    yield from _plans(holdings, organ)
    yield from _interpretations(holdings, organ)
    yield from _reports(holdings, organ)


def _matters(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """The field catalogues in which the organ answers for rows, with how many of these are public."""
    for catalogue in holdings.column.field_catalogues:
        if not any(organ in matter.organs for matter in catalogue.matters):
            continue
        own = [each for each in fulfilments(holdings, catalogue) if organ in each.matter.organs]
        text = f"负责 {len(own)} 项，已经公开 {sum(each.is_there for each in own)} 项"
        yield OrganHolding(f"{catalogue.name}领域标准目录", addresses.of_field(catalogue.id), text)


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
    """The annual reports of the organ: all years of the one whose column this is, the last one of another."""
    column = holdings.column
    if organ == column.info.organ:
        if column.annual_reports:
            years = "、".join(str(report.year) for report in column.annual_reports)
            yield OrganHolding("政府信息公开工作年度报告", addresses.ANNUAL, f"{years}年")
        return
    own = sorted((report for report in column.reports if report.organ == organ), key=lambda report: report.year)
    for report in own[-1:]:
        yield OrganHolding(report.title, addresses.of_writing(report), f"{len(own)} 个年度" if len(own) > 1 else "")


def _registers(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """The registers that the organ answers for."""
    for register in holdings.column.registers:
        if organ in register.organs:
            text = f"{len(register.rows)} 条，{wording.day(register.updated).text}更新"
            yield OrganHolding(register.name, addresses.of_register(register), text)


def _interpretations(holdings: Holdings, organ: Organ) -> Iterator[OrganHolding]:
    """How many documents the organ has explained."""
    count = sum(bool(document.interprets) for document in holdings.by_organ.get(organ.id, ()))
    if count:
        yield OrganHolding("政策解读", addresses.INTERPRETATIONS, f"{count} 份解读")
