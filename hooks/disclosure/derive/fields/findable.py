"""Field catalogues as search finds them: whole, and by row."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses
from disclosure.derive.fields.pages import description_of, title_of
from disclosure.derive.findable import Findable, of_place
from disclosure.derive.holdings import Holdings
from disclosure.model import FieldCatalogue, Matter


def field_findables(holdings: Holdings) -> Iterator[Findable]:
    """Each catalogue, and each of its rows."""
    for catalogue in holdings.column.field_catalogues:
        yield _of_field(catalogue)
        for matter in catalogue.matters:
            yield _of_matter(catalogue, matter)


def _of_field(catalogue: FieldCatalogue) -> Findable:
    """The catalogue of a field."""
    return of_place(
        addresses.of_field(catalogue.id),
        title_of(catalogue),
        description_of(catalogue),
        "statutory",
        body="\n".join(dict.fromkeys(matter.first for matter in catalogue.matters)),
    )


def _of_matter(catalogue: FieldCatalogue, matter: Matter) -> Findable:
    """A row of it, where it stands on the page."""
    facts = (*matter.contents, *matter.bases, matter.time_limit, *matter.others)
    return of_place(
        f"{addresses.of_field(catalogue.id)}#{matter.id}",
        f"{matter.first}：{matter.name}",
        f"{catalogue.name}领域的公开事项。",
        "statutory",
        body="\n".join(facts),
        organs=matter.organs,
    )
