"""A report for inspectors as a folder of files: pages, tables, a workbook for each organ, and all of it for programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2

from disclosure.derive.inspection.before import Before, before_of
from disclosure.derive.inspection.contexts import ReportPage
from disclosure.derive.inspection.data import ledger, report_datasets, whole
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.pages import ledger_file, open_by_organ, report_pages, workbook_of
from disclosure.derive.inspection.verdicts import judged_sets
from disclosure.publish.datasets import csv_of
from disclosure.publish.ledger import ledger_workbook
from disclosure.publish.swap import new_site

REPORT_FILE = "report.json"
_STYLE = "report.css"


class ReportError(Exception):
    """The report cannot be written there, or not be compared with the one that is there; the message is for people."""


def read_before(folder: Path, today: dt.date) -> Before | None:
    """What a report of ``today`` is compared with, from the report in ``folder``; None if there is none.

    Raises :class:`ReportError` if that report is damaged, or if the folder holds something else.
    """
    file = folder / REPORT_FILE
    if not file.exists():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ReportError(
                f"{folder} 里放着别的东西，不能写检查报告；请用 --output 换一个文件夹，空的或者还没有的都行"
            )
        return None
    try:
        return before_of(json.loads(file.read_text(encoding="utf-8")), today)
    except (OSError, ValueError, RecursionError) as error:
        raise ReportError(
            f"上一次的报告 {file} 读不出来，没法比较；请把 {folder} 改名或者移走，再写一份新的"
        ) from error


def report_files(facts: Facts, template_dir: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of the report."""
    sets = judged_sets(facts)
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template_dir),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for page in report_pages(facts, sets):
        yield page.frame.file, _html(templates, page).encode()
    yield _STYLE, Path(template_dir, "inspection", _STYLE).read_bytes()
    for dataset in report_datasets(facts, sets):
        yield f"data/{dataset.id}.csv", csv_of(dataset, facts.site_url)
    for organ, found in open_by_organ(facts).items():
        yield workbook_of(ledger_file(organ)), ledger_workbook(ledger(facts, organ, found), facts.site_url)
    yield REPORT_FILE, (json.dumps(whole(facts, sets), ensure_ascii=False, indent=1) + "\n").encode()


def write_report(files: Iterator[tuple[str, bytes]], folder: Path) -> None:
    """Put the report in the place of the one before, whole or not at all."""
    with new_site(folder) as fresh:
        for path, content in files:
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)


def _html(templates: jinja2.Environment, page: ReportPage) -> str:
    return templates.get_template(page.template).render(view=page, to=_links_from(page.frame.root))


def _links_from(root: str) -> Callable[[str], str]:
    """The function that gives the link to a file of the report; whole addresses stay as they are."""

    def to(address: str) -> str:
        return address if address.startswith("https://") else root + address

    return to
