"""What an item may link to is what there is: the rule that judges addresses knows every page by which people enter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from columns import ROOT, SAMPLE, TODAY
from disclosure import derive
from disclosure.column import Column
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.rules import places

_ENTRY = re.compile(r"[a-z-]+/")
"""The address of a page that stands at the top: not a page of a list, not one of many."""


@pytest.mark.parametrize("root", [ROOT, SAMPLE], ids=["example", "sample"])
def test_an_item_may_link_to_every_page_at_the_top_and_to_no_page_that_is_not_there(root: Path) -> None:
    column, _ = read_column(root, TODAY)
    assert column is not None
    made = {page.frame.address for page in derive.pages(public_part(column))} | {"data/"}
    entries = {address for address in made if _ENTRY.fullmatch(address)}
    assert len(entries) > 12
    assert {address for address in entries if not _may_link(column, address)} == set(), "add them to rules/places.py"
    known = places.ALWAYS | set(places.lists_of(column))
    assert {address for address in known if _may_link(column, address)} - made == set(), "these pages are not made"


def _may_link(column: Column, address: str) -> bool:
    return places.leads_somewhere(column, address)
