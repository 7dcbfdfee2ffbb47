"""catalogue/annual/<year>.yml and catalogue/annual/<year>/<organ>.yml → annual reports with their tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from pathlib import Path

from disclosure.load import faults
from disclosure.load.body import links_of
from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.documents import attachments_of, clock_of
from disclosure.load.figures import BLANK
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.load.marked_yaml import Entry, Mapping, Scalar, Sequence
from disclosure.model import AnnualReport, Organ, Prose
from disclosure.model.annual import report_of_year, rows_asked, tables_asked, texts_of
from disclosure.problems import Problems, Report
from disclosure.terms import label

FOLDER = "catalogue/annual"
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORGAN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """The annual reports, the paths of those that could not be loaded, and the sizes of the files beside them."""

    reports: tuple[AnnualReport, ...]
    broken: frozenset[str]
    files: MappingOf[str, int]


def load_annual_reports(root: Path, lookups: Lookups, problems: Problems) -> Reports:
    """Read all reports below ``root``/catalogue/annual, the own one of a year before those of its departments."""
    files = _files_beside(root)
    found: list[AnnualReport] = []
    broken: set[str] = set()
    places: list[tuple[str, str, str | None]] = [
        (path, year, None) for path, year in yaml_files(root, FOLDER, _YEAR, "2025.yml", problems, holds_others=True)
    ]
    for year in _year_folders(root, problems):
        named = yaml_files(root, f"{FOLDER}/{year}", _ORGAN, "finance.yml", problems, holds_others=True)
        places += [(path, year, organ) for path, organ in named]
    for path, year, organ in places:
        report = problems.in_file(path)
        read = _read(root, path, int(year), organ, files, lookups, report)
        if read is None:
            broken.add(path)
        else:
            found.append(read)
    found.sort(key=lambda report: (report.year, report.organ is not None, report.origin.path))
    return Reports(reports=tuple(found), broken=frozenset(broken), files=files)


def _read(
    root: Path, path: str, year: int, organ_id: str | None, files: MappingOf[str, int], lookups: Lookups, report: Report
) -> AnnualReport | None:
    noun = report_of_year(year)
    if noun is None:
        report(1, faults.ANNUAL, f"{year} 年度的报告没有统一的表格；请写成 content/annual/{year}.md")
        return None
    organ = _organ_of(organ_id, lookups, report)
    if organ_id is not None and organ is None:
        return None
    node = read_mapping(root, path, report)
    values = None if node is None else read_fields(_as_published(node, noun), noun, report, lookups)
    if node is None or values is None:
        return None
    attachments = attachments_of(values.get("attachments", ()), path, dict(files), report)
    if attachments is None:
        return None
    values["attachments"] = attachments
    slug = f"{year}/{organ_id}" if organ_id else str(year)
    bare = noun(
        **values, year=year, organ=organ, clock=clock_of(node), origin=origin_of(node, noun, path), slug=slug, body=""
    )
    body = _body_of(bare)
    return replace(bare, body=body, links=links_of(body, 1))


def _as_published(node: Mapping, noun: type) -> Mapping:
    """``node`` with 空 for every row of numbers that a report with 差错说明 does not have.

    What was never published cannot be written today, and the rest is still to be read; each gap is told by a rule.
    Without any table there is no report in the form, but a text.
    """
    key = label(AnnualReport, "known_fault")
    fault = next((entry for entry in node.entries if entry.key == key), None)
    tables = tables_asked(noun)
    if fault is None or not any(node.get(key) for key in tables):
        return node
    entries = {entry.key: entry for entry in node.entries}
    for key, record in tables.items():
        written = entries.setdefault(key, Entry(key, fault.line, Mapping((), fault.line)))
        if isinstance(written.value, Mapping):
            entries[key] = replace(written, value=_filled(written.value, record, fault.line))
    return _filled(Mapping(tuple(entries.values()), node.line), noun, fault.line)


def _filled(node: Mapping, noun: type, line: int) -> Mapping:
    """``node`` with blank rows for those of ``noun`` that it lacks, standing at ``line``."""
    lacking = [a_term for a_term in rows_asked(noun) if node.get(a_term.key) is None]
    blanks = (Sequence((Scalar(BLANK, line),) * len(a_term.columns), line) for a_term in lacking)
    added = (Entry(a_term.key, line, blank) for a_term, blank in zip(lacking, blanks, strict=True))
    return replace(node, entries=(*node.entries, *added))


def _body_of(report: AnnualReport) -> str:
    """The texts of ``report``, each line at its number in the file, so that what is said of a line points there."""
    lines: list[str] = []
    for prose in sorted(texts_of(report), key=_line_of):
        lines += [""] * (prose.line - 1 - len(lines))
        lines += prose.text.split("\n")
    return "\n".join(lines) + "\n"


def _line_of(prose: Prose) -> int:
    return prose.line


def _organ_of(organ_id: str | None, lookups: Lookups, report: Report) -> Organ | None:
    """The organ whose id is the name of the file; None for the own report, and after reporting that there is none."""
    if organ_id is None or lookups.organs is None:
        return None
    organ = lookups.organs.get(organ_id)
    if organ is not None and organ.id == organ_id:
        return organ
    ids = "、".join(dict.fromkeys(each.id for each in lookups.organs.values()))
    report(
        1,
        faults.ANNUAL,
        f"文件名“{organ_id}.yml”不是 catalogue/organs.yml 里的机关标识；可以用：{ids}；请改名，或者先在目录里加上这个机关",
    )
    return None


def _year_folders(root: Path, problems: Problems) -> Iterable[str]:
    place = root / FOLDER
    for folder in sorted(place.iterdir()) if place.is_dir() else ():
        if not folder.is_dir() or folder.name.startswith("."):
            continue
        if _YEAR.fullmatch(folder.name):
            yield folder.name
            for file in sorted(folder.glob("*/**/*.y*ml")):
                problems.in_file(file.relative_to(root).as_posix())(
                    1,
                    faults.ANNUAL,
                    f"放得太深，没有读；部门的报告直接放在年份文件夹里，如 {FOLDER}/{folder.name}/finance.yml",
                )
        else:
            problems.in_file(f"{FOLDER}/{folder.name}")(
                1, faults.ANNUAL, f"文件夹“{folder.name}”不是年份，里面的报告没有读；请改名，如 {FOLDER}/2025"
            )


def _files_beside(root: Path) -> dict[str, int]:
    """Sizes of the files that reports can attach, by path; hidden files and Office's lock files left out."""
    place = root / FOLDER
    return {
        path.relative_to(root).as_posix(): path.stat().st_size
        for path in (sorted(place.rglob("*")) if place.is_dir() else ())
        if path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.lower() not in (".yml", ".yaml")
    }
