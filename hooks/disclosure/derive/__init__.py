"""Model → what pages show.  Pure: no files, no MkDocs, no clock.

Reading order: contexts (what a page shows, made of pieces), addresses, holdings (documents in every order), frame, lists,
documents (with related), texts, interpretations/, bulletins/, apply (with apply_pieces and apply_form), statutory, browse (with ways),
search_page, sitemap, findable.  What machines read: labels, structured, datasets.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
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
from disclosure.derive.datasets import Dataset, all_datasets
from disclosure.derive.documents import document_page
from disclosure.derive.findable import Findable, all_findables
from disclosure.derive.frame import site_of
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations.builders import interpretation_pages
from disclosure.derive.pieces import Site
from disclosure.derive.search_page import search_page
from disclosure.derive.sitemap import sitemap_page
from disclosure.derive.statutory import item_pages, statutory_page
from disclosure.derive.texts import annual_index_page, rules_page, text_pages

__all__ = ["datasets", "findables", "pages", "published_files", "site"]


def site(column: Column) -> Site:
    """What surrounds every page of ``column``, which must be public."""
    return site_of(Holdings(column))


def datasets(column: Column) -> tuple[Dataset, ...]:
    """The tables of ``column``, which must be public, as they can be downloaded; the 目录 first."""
    return tuple(all_datasets(Holdings(column)))


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
    yield from list_pages(holdings)
    for document in holdings.newest:
        yield document_page(holdings, document)
    yield from interpretation_pages(holdings)
    yield from bulletin_pages(holdings)
    yield annual_index_page(holdings)
    yield from catalogue_pages(holdings)
    yield from entries_pages(holdings)
    yield search_page(holdings)
    yield sitemap_page(holdings)
    yield from withdrawn_pages(holdings)
    yield not_found_page(holdings)
