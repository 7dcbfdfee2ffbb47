"""Which organ answers for a finding: the one that made what is written at its place."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping

from disclosure.column import Column
from disclosure.load.body import files_beside
from disclosure.model import AnnualReport, Document, Organ, Writing
from disclosure.problems import Problem


class Responsibility:
    """Looks organs up by file and line; what nobody else answers for is left to the organ of the column."""

    def __init__(self, column: Column) -> None:
        self._whole = column.info.organ
        self._places: Mapping[str, list[tuple[int, Organ]]] = _by_file(column)

    def organ_for(self, problem: Problem) -> Organ:
        """The organ whose entry, document, register or task begins last before the line of ``problem``, if one does.

        What is told at the head of a catalogue is about all its entries.
        """
        places = self._places.get(problem.path, [])
        at = bisect.bisect_right([line for line, _ in places], problem.line) - 1
        return places[at][1] if at >= 0 else self._whole


def _by_file(column: Column) -> dict[str, list[tuple[int, Organ]]]:
    found: dict[str, list[tuple[int, Organ]]] = {}
    for path, line, organ in _places(column):
        found.setdefault(path, []).append((line, organ))
    return {path: sorted(places, key=lambda place: place[0]) for path, places in found.items()}


def _places(column: Column) -> Iterator[tuple[str, int, Organ]]:
    """File, first line and organ of everything that an organ answers for."""
    for writing in column.writings:
        organ = _maker(column, writing)
        yield writing.origin.path, 1, organ
        yield from ((source, 1, organ) for source, _ in files_beside(writing))
    for register in column.registers:
        paths = dict.fromkeys((register.origin.path, *(row.path for row in register.rows)))
        yield from ((path, 1, register.organs[0]) for path in paths if register.organs)
    for plan in column.tasks:
        yield plan.origin.path, 1, plan.organ
        for task in plan.tasks:
            yield plan.origin.path, task.line, (*task.leads, plan.organ)[0]
    for catalogue in column.field_catalogues:
        for matter in catalogue.matters:
            yield catalogue.origin.path, matter.line, (*matter.organs, column.info.organ)[0]
    for organ in column.organs:
        origin = column.origins["organs", organ.id]
        yield origin.path, origin.line, organ
    for item in column.items:
        origin = column.origins["statutory", item.id]
        yield origin.path, origin.line, (*item.organs, column.info.organ)[0]


def _maker(column: Column, writing: Writing) -> Organ:
    """Who made a document or page; of a joint paper the organ that leads (条例 Art. 10)."""
    if isinstance(writing, Document) and writing.issuers:
        return writing.issuers[0]
    if isinstance(writing, AnnualReport) and writing.organ:
        return writing.organ
    item = next((item for item in column.items if writing.origin.path == f"content/statutory/{item.id}.md"), None)
    return (*(item.organs if item else ()), column.info.organ)[0]
