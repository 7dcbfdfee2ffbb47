"""The pages of 下级公开: all collected columns, and the documents of each."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from disclosure.derive import addresses, labels, wording
from disclosure.derive.frame import SUBORDINATES, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import PAGE_SIZE, caption, numbered, pages_of
from disclosure.derive.pieces import Fact, Link, Row
from disclosure.derive.subordinates.contexts import SubordinatePage, SubordinatesPage
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.model import CollectedColumn, CollectedDocument, ColumnType


def subordinate_pages(holdings: Holdings) -> Iterator[SubordinatesPage | SubordinatePage]:
    """All pages of 下级公开; none if nothing was collected."""
    columns = holdings.column.collected
    if columns:
        yield _overview(columns)
    for column in columns:
        yield from _pages_of(column)


def host_of(address: str) -> str:
    """The site that ``address`` leads to, as people know it."""
    return urlsplit(address).hostname or ""


def _overview(columns: tuple[CollectedColumn, ...]) -> SubordinatesPage:
    description = "下级机关的政府信息公开专栏，和它们公开的文件。"
    return SubordinatesPage(
        frame=frame(
            addresses.SUBORDINATES,
            SUBORDINATES,
            description,
            changed=max(column.day for column in columns).isoformat(),
            labels=labels.of_list(SUBORDINATES, description, ColumnType.CATALOGUE),
        ),
        lead="下面这些机关有自己的专栏。点名称，看它公开了哪些文件；文件在它自己的网站上。",
        table=Table(
            id="dc-subordinates",
            caption=f"下级专栏，共 {len(columns)} 个",
            heads=(
                Head("专栏"),
                Head("网站"),
                Head("文件数", "number"),
                Head("最近发布", "day"),
                Head("采集日期", "day"),
            ),
            lines=tuple(_line(column) for column in columns),
        ),
    )


def _line(column: CollectedColumn) -> Line:
    newest = column.documents[0].published if column.documents else None
    return Line(
        anchor=column.id,
        cells=(
            Cell((Link(column.name, addresses.of_collected(column)),)),
            Cell((Link(host_of(column.address), column.address),)),
            Cell((Link(f"{len(column.documents)} 件"),), key=str(len(column.documents))),
            Cell((wording.day(newest) if newest else Link("还没有"),)),
            Cell((wording.day(column.day),)),
        ),
    )


def _pages_of(column: CollectedColumn) -> Iterator[SubordinatePage]:
    description = f"{column.name}：公开的文件，共 {len(column.documents)} 件。"
    host = host_of(column.address)
    for pager, address, shown in pages_of(column.documents, addresses.of_collected(column), PAGE_SIZE):
        yield SubordinatePage(
            frame=frame(
                address,
                numbered(f"{column.name}（{SUBORDINATES}）", pager.page),
                description,
                Link(SUBORDINATES, addresses.SUBORDINATES),
                here=numbered(column.name, pager.page),
                changed=column.day.isoformat(),
                labels=labels.of_list(column.name, description, ColumnType.CATALOGUE, SUBORDINATES),
            ),
            heading=column.name,
            host=host,
            facts=(
                Fact("公开机关", (Link(column.organ),)),
                Fact("网站", (Link(column.address, column.address),)),
                Fact("采集日期", (wording.day(column.day),)),
            ),
            caption=caption(column.name, pager.total),
            rows=tuple(_row(document) for document in shown),
            pager=pager,
            empty="这个专栏还没有发布文件。",
        )


def _row(document: CollectedDocument) -> Row:
    return Row(
        title=document.title,
        address=document.address,
        number=document.doc_number or document.index_number,
        issuers=document.issuers,
        published=wording.day(document.published),
        validity=document.validity,
        validity_tone=wording.tone_of(document.validity),
    )
