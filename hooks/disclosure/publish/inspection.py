"""A report for inspectors as a folder of files: pages, tables, a workbook for each organ, and all of it for programs."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import jinja2

from disclosure.derive.inspection.before import Before, before_of
from disclosure.derive.inspection.changes import Changes, changes_of
from disclosure.derive.inspection.contexts import ReportPage
from disclosure.derive.inspection.data import ledger, report_datasets
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.pages import ledger_file, open_by_organ, report_pages, workbook_of
from disclosure.derive.inspection.record import whole
from disclosure.derive.inspection.verdicts import JudgedSet, judged_sets
from disclosure.publish.datasets import csv_of, json_of
from disclosure.publish.ledger import ledger_workbook
from disclosure.publish.swap import new_site
from disclosure.whole_files import digest_of

REPORT_FILE = "report.json"
_STYLE = "report.css"
_SUMS = "写出的文件"
"""The key of report.json under which stands what was written, so that what people change can be told from it."""


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


def refuse_inside(folder: Path, others: Iterable[Path]) -> None:
    """Raise :class:`ReportError` where a report would be taken for a part of the column or be published."""
    for other in others:
        if folder.resolve().is_relative_to(other.resolve()):
            raise ReportError(f"检查报告不能写在 {other} 里，会和网站一起发布；请用 --output 换一个文件夹")


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
    changes = changes_of(facts, sets)
    sums: dict[str, str] = {}
    for path, content in _parts(facts, sets, changes, templates, template_dir):
        sums[path] = digest_of(content)
        yield path, content
    described = whole(facts, sets, changes) | {_SUMS: sums}
    yield REPORT_FILE, (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def write_report(files: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Put the report in the place of the one before, whole or not at all; returns the paths of what was kept.

    What people laid into the folder, and what they wrote into its files, is theirs: it is kept, beside the new file if
    there is one of the same name.
    """
    kept = []
    with new_site(folder) as fresh:
        for path, content in files:
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
        for path, day in _of_people(folder):
            target = _free(fresh / path, day)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / path, target)
            kept.append(target.relative_to(fresh).as_posix())
    return kept


def _of_people(folder: Path) -> Iterator[tuple[str, str]]:
    """The files in ``folder`` that the report there did not write as they are now, and the day of that report."""
    if not (folder / REPORT_FILE).exists():
        return
    before = json.loads((folder / REPORT_FILE).read_text(encoding="utf-8"))
    sums = before.get(_SUMS)
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if sums and path != REPORT_FILE and file.is_file() and sums.get(path) != digest_of(file.read_bytes()):
            yield path, str(before["日期"])


def _free(target: Path, day: str) -> Path:
    """``target``, or a name beside it that says of which day it is, if the report has a file there."""
    number = 1
    found = target
    while found.exists():
        found = target.with_name(f"{target.stem}（{day}{f'，{number}' if number > 1 else ''}）{target.suffix}")
        number += 1
    return found


def _parts(
    facts: Facts, sets: tuple[JudgedSet, ...], changes: Changes, templates: jinja2.Environment, template_dir: str
) -> Iterator[tuple[str, bytes]]:
    """All of the report for people."""
    for page in report_pages(facts, sets, changes):
        yield page.frame.file, _html(templates, page).encode()
    yield _STYLE, Path(template_dir, "inspection", _STYLE).read_bytes()
    for dataset in report_datasets(facts, sets):
        yield f"data/{dataset.id}.csv", csv_of(dataset, facts.site_url)
        yield f"data/{dataset.id}.json", json_of(dataset, facts.site_url)
    for organ, found in open_by_organ(facts).items():
        yield workbook_of(ledger_file(organ)), ledger_workbook(ledger(facts, organ, found), facts.site_url)


def _html(templates: jinja2.Environment, page: ReportPage) -> str:
    return templates.get_template(page.template).render(view=page, to=_links_from(page.frame.root))


def _links_from(root: str) -> Callable[[str], str]:
    """The function that gives the link to a file of the report; whole addresses stay as they are."""

    def to(address: str) -> str:
        return address if "://" in address else root + address

    return to
