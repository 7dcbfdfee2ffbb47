"""Text → model: the files of a column become a :class:`~disclosure.column.Column`.

Reading order: text_files, marked_yaml, folders, convert (with dates, figures), catalogues, calendar, checks, tasks, collected (with
plain_json, web_addresses), body, documents, attached/ (what stands in the files beside them), registers (with register_columns,
register_rows, sheets, cells), fields, annual, bulletins; faults names what can go wrong.  usual_items and
usual_wording are what the engine knows without being told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from disclosure.column import Column
from disclosure.load import faults
from disclosure.load.annual import load_annual_reports
from disclosure.load.attached.beside import read_attached
from disclosure.load.body import files_beside
from disclosure.load.bulletins import load_bulletins
from disclosure.load.calendar import load_calendar
from disclosure.load.catalogues import load_catalogues
from disclosure.load.checks import load_checks
from disclosure.load.collected import load_collected
from disclosure.load.documents import load_writings
from disclosure.load.fields import load_fields
from disclosure.load.registers import load_registers
from disclosure.load.tasks import load_tasks
from disclosure.model import Wording
from disclosure.problems import Problems

__all__ = ["faults", "load_column"]


def load_column(root: Path, today: dt.date, problems: Problems, cache: Path | None = None) -> Column | None:
    """Read the column at ``root``; None if its catalogues are too broken to judge the rest.

    What stands in files beside documents is kept in the folder ``cache``, if there is one.
    """
    catalogues = load_catalogues(root, problems)
    calendar = load_calendar(root, problems)
    checks = load_checks(root, problems)
    tasks = load_tasks(root, catalogues.lookups, problems)
    collected = load_collected(root, problems)
    writings = load_writings(root, catalogues.items, catalogues.lookups, problems)
    registers = load_registers(root, catalogues.items, catalogues.lookups, problems)
    field_catalogues, are_matters_known = load_fields(root, catalogues.lookups, problems)
    reports = load_annual_reports(root, catalogues.lookups, problems)
    bulletins = load_bulletins(root, catalogues.lookups, problems)
    info, items, lookups = catalogues.info, catalogues.items, catalogues.lookups
    if info is None or items is None or catalogues.withdrawn is None:
        return None
    if lookups.organs is None or lookups.themes is None or lookups.genres is None:
        return None
    column = Column(
        today=today,
        info=info,
        organs=tuple(dict.fromkeys(lookups.organs.values())),
        themes=tuple(dict.fromkeys(lookups.themes.values())),
        genres=tuple(dict.fromkeys(lookups.genres.values())),
        items=items,
        documents=writings.documents,
        guide=writings.guide,
        rules=writings.rules,
        annual=writings.annual,
        reports=reports.reports,
        about=writings.about,
        item_pages=writings.item_pages,
        withdrawn=catalogues.withdrawn,
        synonyms=catalogues.synonyms or (),
        wording=Wording(catalogues.wording or ()),
        collected=collected,
        bulletins=bulletins,
        calendar=calendar,
        registers=registers.registers,
        broken_registers=registers.broken,
        tasks=tasks,
        field_catalogues=field_catalogues,
        are_matters_known=are_matters_known,
        origins=catalogues.origins,
        broken=writings.broken | reports.broken,
        broken_numbers=writings.broken_numbers,
        files={**writings.files, **reports.files},
        checks=checks,
    )
    return replace(column, attached=read_attached(root, _public_files(column), cache))


def _public_files(column: Column) -> set[str]:
    """The files beside everything that may be published."""
    public = column.public_texts
    writings = (writing for writing in column.writings if writing.origin.path in public)
    return {source for writing in writings for source, _ in files_beside(writing) if source in column.files}
