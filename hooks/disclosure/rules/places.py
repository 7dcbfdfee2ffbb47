"""Which addresses of the site there are, as far as catalogues can name them."""

from __future__ import annotations

from disclosure.column import ACCESSIBILITY_FILE, Column
from disclosure.load.web_addresses import is_safe

ALWAYS = frozenset(
    f"{name}/"
    for name in (
        *("guide", "rules", "statutory", "annual", "catalogue", "themes", "genres", "organs", "fields"),
        *("apply", "apply/citizen", "apply/organisation", "search", "sitemap", "accessibility", "data"),
    )
)
"""Pages that every column has; tests/test_links.py compares this and ``lists_of`` with the pages that are made."""


def leads_somewhere(column: Column, address: str) -> bool:
    """Whether ``address`` is safe and complete, or that of a public page of this column."""
    if address.startswith("https:"):
        return is_safe(address)
    lists = lists_of(column)
    places = {f"statutory/{item.id}/" for item in column.applicable_items if not item.address}
    places |= {f"organs/{organ.id}/" for organ in column.organs}
    places |= {place for place, members in lists.items() if members}
    places |= {f"{place}{member}/" for place, members in lists.items() for member in members}
    return address in ALWAYS | places or bool(files_at(column, address))


def lists_of(column: Column) -> dict[str, frozenset[str]]:
    """Pages that only columns with something to show there have, with the ids of the pages below them."""
    return {
        "bulletins/": frozenset(f"{bulletin.year}-{bulletin.number}" for bulletin in column.bulletins),
        "interpretations/": frozenset(
            {"rates"} if any(document.interprets and document.is_public for document in column.documents) else ()
        ),
        "registers/": frozenset(register.id for register in column.registers),
        "subordinates/": frozenset(collected.id for collected in column.collected),
        "tasks/": frozenset(plan.id for plan in column.tasks),
        "fields/": frozenset(catalogue.id for catalogue in column.field_catalogues),
    }


def files_at(column: Column, address: str) -> tuple[str, ...]:
    """The files from which the page at ``address`` is made."""
    place = address.rstrip("/")
    listed, _, member = place.rpartition("/")
    made = {f"content/{place}.md", f"catalogue/{place}.yml"} & column.public_texts - {ACCESSIBILITY_FILE}
    if member in lists_of(column).get(f"{listed}/", ()):
        made |= {
            f"catalogue/collected/{member}.json" if listed == "subordinates" else f"catalogue/{listed}/{member}.yml"
        }
    return tuple(sorted(made))
