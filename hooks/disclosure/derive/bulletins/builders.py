"""/bulletins/ and the issues."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, labels, wording
from disclosure.derive.bulletins.beside import issue_of, name_of
from disclosure.derive.bulletins.contexts import (
    BulletinEntry,
    BulletinPage,
    BulletinPart,
    BulletinRow,
    BulletinsPage,
    BulletinYear,
    WholeBulletinPage,
)
from disclosure.derive.bulletins.whole import anchored, file_of, whole_page
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Fact, Link
from disclosure.model import Bulletin, BulletinText, ColumnType
from disclosure.terms import label

TITLE = "政府公报"


def bulletin_pages(holdings: Holdings) -> Iterator[BulletinsPage | BulletinPage | WholeBulletinPage]:
    """The list of issues and the pages of each; nothing where there is no issue."""
    bulletins = holdings.column.bulletins
    if not bulletins:
        return
    yield _list_page(holdings)
    for newer, bulletin, older in zip([None, *bulletins], bulletins, [*bulletins[1:], None], strict=False):
        yield _issue_page(holdings, bulletin, newer, older)
        yield whole_page(holdings, bulletin)


def _list_page(holdings: Holdings) -> BulletinsPage:
    column = holdings.column
    name = name_of(column)
    description = f"《{name}》各期的目录和全文，可以在网上看，也可以下载。"
    years = dict.fromkeys(bulletin.year for bulletin in column.bulletins)
    return BulletinsPage(
        frame=frame(
            addresses.BULLETINS,
            TITLE,
            description,
            changed=max(bulletin.published for bulletin in column.bulletins).isoformat(),
            labels=labels.of_list(TITLE, description, ColumnType.POLICY, name),
        ),
        years=tuple(
            BulletinYear(
                title=f"{year}年",
                anchor=f"year-{year}",
                issues=tuple(
                    BulletinRow(
                        link=Link(f"{issue_of(bulletin)}{_serial(bulletin)}", addresses.of_bulletin(bulletin)),
                        published=wording.day(bulletin.published),
                        count=f"{len(bulletin.texts)} 篇",
                    )
                    for bulletin in column.bulletins
                    if bulletin.year == year
                ),
            )
            for year in years
        ),
    )


def _issue_page(holdings: Holdings, bulletin: Bulletin, newer: Bulletin | None, older: Bulletin | None) -> BulletinPage:
    name = name_of(holdings.column)
    heading = f"{name}{issue_of(bulletin)}"
    description = (
        f"《{name}》{issue_of(bulletin)}的目录，刊登 {len(bulletin.texts)} 篇，可以逐篇看，也可以看全文、下载。"
    )
    return BulletinPage(
        frame=frame(
            addresses.of_bulletin(bulletin),
            heading,
            description,
            Link(TITLE, addresses.BULLETINS),
            here=issue_of(bulletin),
            changed=bulletin.published.isoformat(),
            labels=labels.of_list(heading, description, ColumnType.POLICY, TITLE),
        ),
        heading=heading,
        facts=_facts(bulletin),
        parts=tuple(
            BulletinPart(
                name=section.name,
                anchor=f"section-{place}",
                entries=tuple(_entry(holdings, bulletin, text, anchor) for anchor, text in texts),
            )
            for place, (section, texts) in enumerate(anchored(bulletin), 1)
        ),
        whole=Link("看全文（一页看完，可以打印）", addresses.of_whole_bulletin(bulletin)),
        file=file_of(bulletin),
        newer=_link_to(newer),
        older=_link_to(older),
    )


def _facts(bulletin: Bulletin) -> tuple[Fact, ...]:
    """What stands on the cover."""
    values = {
        "serial": Link(bulletin.serial) if bulletin.serial else None,
        "published": wording.day(bulletin.published),
        "organ": Link(bulletin.organ.name, addresses.of_organ(bulletin.organ)),
    }
    facts = (Fact(label(Bulletin, name), (value,)) for name, value in values.items() if value)
    return (Fact("期号", (Link(issue_of(bulletin)),)), *facts)


def _entry(holdings: Holdings, bulletin: Bulletin, text: BulletinText, anchor: str) -> BulletinEntry:
    column = holdings.column
    document = column.by_number.get(text.number or "")
    if document is None:
        place = f"{addresses.of_whole_bulletin(bulletin)}#{anchor}"
        return BulletinEntry(link=Link(text.title or "", place), number="", state="", tone="")
    state, tone = wording.validity(column, document)
    return BulletinEntry(
        link=Link(document.title, addresses.of_writing(document)),
        number=document.doc_number or document.index_number,
        state=state,
        tone=tone,
    )


def _serial(bulletin: Bulletin) -> str:
    return f"（总第{bulletin.serial}期）" if bulletin.serial else ""


def _link_to(bulletin: Bulletin | None) -> Link | None:
    return Link(issue_of(bulletin), addresses.of_bulletin(bulletin)) if bulletin else None
