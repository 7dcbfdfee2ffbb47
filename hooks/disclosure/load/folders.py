"""Catalogue folders: many small YAML files of one kind, such as catalogue/calendar/<year>.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from disclosure.load import faults, marked_yaml
from disclosure.load.text_files import read_text
from disclosure.problems import Problems, Report

_NOTES = frozenset([".md", ".txt", ".bak"])


def yaml_files(
    root: Path, folder: str, names: re.Pattern[str], example: str, problems: Problems, holds_others: bool = False
) -> Iterator[tuple[str, str]]:
    """Path (from ``root``) and stem of each YAML file directly in ``folder``, sorted; none if there is no such folder.

    A file whose stem does not match ``names`` is reported, with ``example`` as a name that would do.  So is whatever else
    lies there, unless the folder ``holds_others`` that its own loader judges; notes and backups are passed over.
    """
    place = root / folder
    for file in sorted(place.iterdir()) if place.is_dir() else ():
        is_other = file.is_dir() or file.suffix.lower() not in (".yml", ".yaml")
        if file.name.startswith((".", "~$")) or (is_other and (holds_others or _is_note(file))):
            continue
        path = f"{folder}/{file.name}"
        if is_other:
            what = "文件夹" if file.is_dir() else "文件"
            problems.in_file(path)(
                1,
                faults.WRONG_FILE_NAME,
                f"{what}“{file.name}”没有读；{folder}/ 里只放 {example} 这样的文件，请改名，或者移到别处",
            )
        elif file.suffix == ".yml" and names.fullmatch(file.stem):
            yield path, file.stem
        else:
            problems.in_file(path)(
                1, faults.WRONG_FILE_NAME, f"文件名“{file.name}”不对，这个文件没有读；请改名，如 {example}"
            )


def _is_note(file: Path) -> bool:
    return file.is_file() and (file.suffix.lower() in _NOTES or file.name in ("Thumbs.db", "desktop.ini"))


def read_mapping(root: Path, path: str, report: Report) -> marked_yaml.Mapping | None:
    """The keys and values of the file at ``path``; None after reporting why there are none."""
    text = read_text(root / path, report)
    node = None if text is None else marked_yaml.read_yaml(text, report)
    if node is None or isinstance(node, marked_yaml.Mapping):
        return node
    report(node.line, faults.WRONG_TYPE, "这里应当是一组“键: 值”，一行一个；请对照说明改写")
    return None
