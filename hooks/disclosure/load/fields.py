"""catalogue/fields/<field>.yml → 基层政务公开标准目录, with the tick marks that such tables are written with."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from disclosure.load import faults
from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.folders import read_mapping, yaml_files
from disclosure.load.hints import nearest
from disclosure.load.marked_yaml import Entry, Mapping, Node, Scalar, Sequence
from disclosure.model import PILOT_FIELDS, FieldCatalogue, Matter
from disclosure.problems import Problems, Report
from disclosure.terms import label, terms

FOLDER = "catalogue/fields"
DEFAULTS = "默认"
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TICKED = "■☑√✓✔●"
_MARKS = re.compile(rf"[{_TICKED}□☐○]|(?:^|(?<=[\s、，,；;]))口(?=\S)")
"""A box, ticked or not; 口 is what scanned tables make of an empty one."""

TICK_KEYS = frozenset(label(Matter, name) for name in ("channels", "audiences", "manners", "levels"))
_BETWEEN = re.compile(r"[\s、，,；;]+")


def load_fields(root: Path, lookups: Lookups, problems: Problems) -> tuple[tuple[FieldCatalogue, ...], bool]:
    """The catalogues of the column at ``root``, in the order of the 26 fields, and whether all could be read."""
    found: list[FieldCatalogue] = []
    is_whole = True
    for path, stem in yaml_files(root, FOLDER, _STEM, "social-assistance.yml", problems):
        catalogue = _read(root, path, stem, lookups, problems.in_file(path))
        is_whole &= catalogue is not None
        if catalogue:
            found.append(catalogue)
    order = {id_: number for number, id_ in enumerate(PILOT_FIELDS)}
    return tuple(sorted(found, key=lambda each: (order.get(each.id, len(order)), each.id))), is_whole


def _read(root: Path, path: str, stem: str, lookups: Lookups, report: Report) -> FieldCatalogue | None:
    node = read_mapping(root, path, report)
    if node is None:
        return None
    whole = _with_defaults(node, report)
    values = read_fields(whole, FieldCatalogue, report, lookups) if whole else None
    if values is None:
        return None
    catalogue = FieldCatalogue(**values, id=stem, origin=origin_of(node, FieldCatalogue, path))
    if stem in PILOT_FIELDS or (catalogue.written_name and catalogue.written_name not in PILOT_FIELDS.values()):
        return catalogue
    names = {name: id_ for id_, name in PILOT_FIELDS.items()}
    own = names.get(catalogue.written_name or "")
    hint = f"；这个领域的文件名是 {own}.yml" if own else nearest(stem, PILOT_FIELDS)
    report(
        1,
        faults.UNKNOWN_FIELD,
        f"“{stem}”不是 26 个领域的标识{hint}；请改文件名；地方自己增加的领域，请写上“名称: …”",
    )
    return None


def _with_defaults(node: Mapping, report: Report) -> Mapping | None:
    """``node`` with what 默认 says in every row that does not say it, and with ticks instead of boxes."""
    defaults = node.get(DEFAULTS)
    if defaults is not None and not isinstance(defaults, Mapping):
        report(defaults.line, faults.WRONG_TYPE, f"“{DEFAULTS}”应当是一组“键: 值”；请对照说明改写")
        return None
    shared = defaults.entries if defaults else ()
    known = [a_term.key for name, a_term in terms(Matter).items() if name != "id"]
    sound = True
    for entry in shared:
        if entry.key not in known:
            report(
                entry.line,
                faults.UNKNOWN_KEY,
                f"“{DEFAULTS}”里不能写“{entry.key}”{nearest(entry.key, known)}；请改正，或者删去这一行",
            )
            sound = False
    rows = label(FieldCatalogue, "matters")
    entries = tuple(
        replace(entry, value=_rows(entry.value, shared)) if entry.key == rows else entry
        for entry in node.entries
        if entry.key != DEFAULTS
    )
    return Mapping(entries, node.line) if sound else None


def _rows(node: Node, shared: tuple[Entry, ...]) -> Node:
    """The rows with the shared entries behind their own; what is no row stays for the reader to report."""
    if not isinstance(node, Sequence):
        return node
    return Sequence(tuple(_row(each, shared) if isinstance(each, Mapping) else each for each in node.items), node.line)


def _row(node: Mapping, shared: tuple[Entry, ...]) -> Mapping:
    written = {entry.key for entry in node.entries}
    entries = (*node.entries, *(entry for entry in shared if entry.key not in written))
    return Mapping(
        tuple(replace(entry, value=_chosen(entry.value)) if entry.key in TICK_KEYS else entry for entry in entries),
        node.line,
    )


def _chosen(node: Node) -> Node:
    """The names that are ticked, as a list; a list without any box is a list of names.

    What cannot be read stays as it is, and is reported as no name that is allowed.
    """
    nodes = node.items if isinstance(node, Sequence) else (node,)
    if not all(isinstance(each, Scalar) and each.text.strip() for each in nodes):
        return node
    names: list[Scalar] = []
    for each in nodes:
        ticked = _names_ticked(each.text) if isinstance(each, Scalar) else None
        if ticked is None:
            return node
        names += (Scalar(name, each.line) for name in ticked)
    return Sequence(tuple(names), node.line)


def _names_ticked(text: str) -> list[str] | None:
    """The names after (or, as in “全社会√ 特定群体□”, before) a ticked box; all names, if there is no box.

    None if it cannot be seen which box belongs to which name.
    """
    text = text.strip()
    marks = list(_MARKS.finditer(text))
    if marks and marks[0].start() > 0 and marks[-1].end() < len(text):
        return None
    if not marks:
        return [name for name in _BETWEEN.split(text) if name]
    starts, ends = [mark.end() for mark in marks], [mark.start() for mark in marks]
    if ends[0] == 0:
        ends = [*ends[1:], len(text)]
    else:
        starts = [0, *starts[:-1]]
    names = [_BETWEEN.sub(" ", text[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    return [name for name, mark in zip(names, marks, strict=True) if name and mark[0] in _TICKED]
