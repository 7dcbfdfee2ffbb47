"""What a row of a field catalogue asks of this column, and what fulfils it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.derive import addresses
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import (
    Audience,
    Channel,
    Document,
    FieldCatalogue,
    Level,
    Manner,
    Matter,
    MatterLevel,
    MatterPlace,
)

MISSING = "还没有发布"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """A row with the documents that name it (newest first) and the places that it names.

    ``newest`` is the day of the last of them, None if nothing is there or nobody knows; ``state`` says in a few words how
    things are; ``is_due`` tells whether this column has to publish it at all.
    """

    matter: Matter
    documents: tuple[Document, ...]
    places: tuple[Link, ...]
    newest: dt.date | None
    state: str
    is_due: bool

    @property
    def is_there(self) -> bool:
        """Whether anything has been published under the row."""
        return bool(self.documents or self.places)


def fulfilments(holdings: Holdings, catalogue: FieldCatalogue) -> tuple[Fulfilment, ...]:
    """All rows of ``catalogue``, in its order."""
    return tuple(_fulfilment(holdings, matter) for matter in catalogue.matters)


def _fulfilment(holdings: Holdings, matter: Matter) -> Fulfilment:
    documents = holdings.by_matter.get(matter.id, ())
    days = [document.published for document in documents[:1]]
    days += [day for place in matter.places if (day := _last_day(holdings, place.address))]
    elsewhere = _why_not_here(holdings, matter)
    there = bool(documents or matter.places)
    return Fulfilment(
        matter=matter,
        documents=documents,
        places=tuple(_link(holdings, place) for place in matter.places),
        newest=max(days, default=None),
        state="已公开" if there else elsewhere or MISSING,
        is_due=not elsewhere,
    )


def _link(holdings: Holdings, place: MatterPlace) -> Link:
    return Link(place.name or holdings.column.title_at(place.address) or place.address, place.address)


def _last_day(holdings: Holdings, address: str) -> dt.date | None:
    """When something was last published at a place of this site, as far as it can be told."""
    item = holdings.item_by_id.get(addresses.id_of_item(address) or "")
    return holdings.newest_of(item) if item else holdings.column.day_at(address)


def _why_not_here(holdings: Holdings, matter: Matter) -> str:
    """Why this site need not show anything under a row; empty if it must."""
    level = MatterLevel.TOWNSHIP if holdings.column.info.level is Level.TOWNSHIP else MatterLevel.COUNTY
    if Manner.ACTIVE not in matter.manners:
        return "可以依申请公开"
    if level not in matter.levels:
        return "由乡镇、街道公开" if level is MatterLevel.COUNTY else "由县级机关公开"
    if Channel.SITE not in matter.channels:
        return f"不在网站上，在这些地方公开：{'、'.join(channels(matter))}"
    return ""


def channels(matter: Matter) -> tuple[str, ...]:
    """公开渠道和载体 in words; what 其他 is instead of the word itself."""
    ticked = (str(channel) for channel in matter.channels if channel is not Channel.OTHER or not matter.other_channels)
    return (*ticked, *matter.other_channels)


def organs(matter: Matter) -> tuple[str, ...]:
    """公开主体 by short name, those of organs.yml first."""
    return (*(organ.short_name or organ.name for organ in matter.organs), *matter.others)


def audiences(matter: Matter) -> tuple[str, ...]:
    """公开对象 in words."""
    return tuple(
        f"{audience}（{matter.groups}）" if audience is Audience.GROUPS and matter.groups else str(audience)
        for audience in matter.audiences
    )
