"""The page of the search: what a script fills, and what leads to the documents without one."""

from __future__ import annotations

from disclosure.derive import addresses, contacts, labels
from disclosure.derive.contexts import SearchPage
from disclosure.derive.frame import SEARCH, SITEMAP, STATUTORY, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Card, Link
from disclosure.derive.ways import ways
from disclosure.model import ColumnType

PART = "search"
"""The part of the page in its frame.  None of the four: the header leaves its search box to the page."""


def search_page(holdings: Holdings) -> SearchPage:
    """/search/."""
    info = holdings.column.info
    description = f"在{info.organ.name}和各部门公开的全部文件里，按字词或者文号查找。"
    return SearchPage(
        frame=frame(
            addresses.SEARCH,
            SEARCH,
            description,
            part=PART,
            labels=labels.of_list(SEARCH, description, ColumnType.CATALOGUE),
        ),
        number=next((document.doc_number for document in holdings.newest if document.doc_number), ""),
        items=tuple(Link(item.name, addresses.of_item(item)) for item in holdings.items if item.parent is None),
        ways=(
            Card(link=Link(STATUTORY, addresses.STATUTORY), text="全部栏目，以及每个栏目公开什么"),
            *(way for way in ways(holdings) if way.link.address != addresses.SEARCH),
            Card(link=Link(SITEMAP, addresses.SITEMAP), text="全部栏目和页面，一页看完"),
        ),
        office=info.office,
        telephones=contacts.telephones(info.telephone),
        hours=info.hours,
    )
