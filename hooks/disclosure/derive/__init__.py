"""Model → what pages show.  Pure: no files, no MkDocs, no clock.

Reading order: contexts (what a page shows, made of pieces), addresses, holdings (documents in every order), frame, lists, documents
(with related), texts, apply (with apply_pieces and apply_form), statutory, browse (with ways), and a folder each for what catalogues
give: registers/, fields/, organs/, tasks/, annual/, interpretations/, bulletins/, subordinates/; then search_page, sitemap, titles, findables.
What machines read: labels, structured, datasets (with data_pieces), open_data/.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.derive.annual.pages import annual_pages
from disclosure.derive.apply import apply_page
from disclosure.derive.apply_form import form_pages
from disclosure.derive.beside import published_files
from disclosure.derive.browse import (
    catalogue_pages,
    entries_pages,
    home_page,
    list_pages,
    not_found_page,
    withdrawn_pages,
)
from disclosure.derive.bulletins.builders import bulletin_pages
from disclosure.derive.contexts import PageContext
from disclosure.derive.data_pieces import Dataset
from disclosure.derive.datasets import all_datasets
from disclosure.derive.documents import document_page
from disclosure.derive.fields.pages import field_pages
from disclosure.derive.findable import Findable
from disclosure.derive.findables import all_findables
from disclosure.derive.frame import site_of
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations.builders import interpretation_pages
from disclosure.derive.open_data.catalogue import data_catalogue
from disclosure.derive.open_data.feeds import Feed
from disclosure.derive.open_data.feeds import feeds as all_feeds
from disclosure.derive.open_data.pages import data_pages
from disclosure.derive.organs.directory import organs_page
from disclosure.derive.organs.page import organ_pages
from disclosure.derive.pieces import Site
from disclosure.derive.registers.pages import register_pages, registers_page, whole_tables
from disclosure.derive.search_page import search_page
from disclosure.derive.sitemap import sitemap_page
from disclosure.derive.statutory import item_pages, statutory_page
from disclosure.derive.subordinates.pages import subordinate_pages
from disclosure.derive.table_pieces import Table
from disclosure.derive.tasks.pages import tasks_pages
from disclosure.derive.texts import rules_page, text_pages
from disclosure.derive.titles import with_own_titles

__all__ = [
    "data_catalogue",
    "data_pages",
    "datasets",
    "feeds",
    "findables",
    "pages",
    "published_files",
    "site",
    "tables",
    "with_own_titles",
]


def site(column: Column) -> Site:
    """What surrounds every page of ``column``, which must be public."""
    return site_of(Holdings(column))


def datasets(column: Column) -> tuple[Dataset, ...]:
    """The tables of ``column``, which must be public, as they can be downloaded; the 目录 first."""
    return tuple(all_datasets(Holdings(column)))


def tables(column: Column) -> tuple[tuple[str, Table], ...]:
    """The tables of ``column``, which must be public, that are on several pages, with the address of all their rows."""
    return tuple(whole_tables(Holdings(column)))


def feeds(column: Column) -> tuple[Feed, ...]:
    """What is new in ``column``, which must be public, in the whole and by item."""
    return tuple(all_feeds(Holdings(column)))


def findables(column: Column) -> tuple[Findable, ...]:
    """What search can find in ``column``, which must be public."""
    return tuple(all_findables(Holdings(column)))


def pages(column: Column) -> Iterator[PageContext]:
    """The context of every page of ``column``, which must be public."""
    holdings = Holdings(column)
    yield home_page(holdings)
    yield from text_pages(holdings)
    forms = form_pages(holdings)
    yield apply_page(holdings, forms)
    yield from forms
    yield rules_page(holdings)
    yield statutory_page(holdings)
    yield from item_pages(holdings)
    yield from registers_page(holdings)
    yield from register_pages(holdings)
    yield from field_pages(holdings)
    yield from list_pages(holdings)
    yield organs_page(holdings)
    yield from organ_pages(holdings)
    for document in holdings.newest:
        yield document_page(holdings, document)
    yield from interpretation_pages(holdings)
    yield from annual_pages(holdings)
    yield from bulletin_pages(holdings)
    yield from catalogue_pages(holdings)
    yield from entries_pages(holdings)
    yield from tasks_pages(holdings)
    yield from subordinate_pages(holdings)
    yield search_page(holdings)
    yield sitemap_page(holdings)
    yield from withdrawn_pages(holdings)
    yield not_found_page(holdings)
