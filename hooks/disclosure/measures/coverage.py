"""How far the statutory content covers what it promises, organ by organ: for inspectors, never in the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.freshness import DAYS_OF
from disclosure.model import Item, ItemForm, Organ, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What an organ has published under an item: how many documents and registers, the newest day (None if there is none).

    ``is_overdue`` tells whether the newest is older than the 更新周期 of the item, or missing; None where no term is set.
    ``is_responsible`` is false for an organ that publishes there without being named in 责任机构.
    """

    item: Item
    organ: Organ
    count: int
    newest: dt.date | None
    is_overdue: bool | None
    is_responsible: bool


def coverage(column: Column) -> tuple[Coverage, ...]:
    """Items that consist of documents or registers × organs, in the order of the catalogues.

    A document counts for the item it is filed under and for each of its issuers, with the day of its publication, a
    register for each of its organs, with the day of its last update; only what is public counts.  A group
    stands only for what is filed under itself, so it has no term of its own.
    """
    found: dict[tuple[str, str], list[dt.date]] = {}
    published = [
        *((each.item, each.issuers, each.published) for each in column.documents if each.is_public),
        *((each.item, each.organs, each.updated) for each in column.registers),
    ]
    for item_id, organs, day in published:
        for organ in dict.fromkeys(organs):
            found.setdefault((item_id, organ.id), []).append(day)
    groups = {item.parent for item in column.applicable_items}
    rows: list[Coverage] = []
    for item in column.applicable_items:
        if item.form not in (ItemForm.DOCUMENTS, ItemForm.REGISTER):
            continue
        is_group = item.id in groups
        for organ in column.organs:
            days = found.get((item.id, organ.id), [])
            is_responsible = organ in item.organs
            if days or (is_responsible and not is_group):
                newest = max(days, default=None)
                rows.append(
                    Coverage(
                        item=item,
                        organ=organ,
                        count=len(days),
                        newest=newest,
                        is_overdue=None if is_group else _is_overdue(item.period, newest, column.today),
                        is_responsible=is_responsible,
                    )
                )
    return tuple(rows)


def _is_overdue(period: Period | None, newest: dt.date | None, today: dt.date) -> bool | None:
    days = DAYS_OF.get(period) if period else None
    if days is None:
        return None
    return newest is None or (today - newest).days > days
