"""catalogue/*.yml → the organs, themes, genres and items of the column, and whose column it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from disclosure.load import faults, marked_yaml
from disclosure.load.convert import Lookups, origin_of, read_fields
from disclosure.load.defaults import USUAL_GENRES
from disclosure.load.text_files import read_text
from disclosure.load.usual_items import CHILDREN, completed, usual_tree
from disclosure.model import ColumnInfo, Genre, Item, Level, Organ, Origin, SynonymGroup, Theme, Withdrawal, WrongWord
from disclosure.problems import Problems, Report
from disclosure.terms import label

_UNIQUE: Mapping[type, tuple[str, ...]] = {
    Organ: ("id", "name", "short_name"),
    Theme: ("id", "name"),
    Genre: ("id", "name"),
    Item: ("id", "name"),
    Withdrawal: ("address",),
    SynonymGroup: (),
    WrongWord: (),
}
"""The fields by which entries are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """Everything under catalogue/.

    A file that could not be read whole is None, so that what refers to it is not judged by half of it.  ``origins``
    tells where each entry was written, by file stem and id (column.yml has the id "", withdrawn.yml addresses); synonyms and wording know their lines.
    """

    info: ColumnInfo | None
    items: tuple[Item, ...] | None
    withdrawn: tuple[Withdrawal, ...] | None
    synonyms: tuple[SynonymGroup, ...] | None
    wording: tuple[WrongWord, ...] | None
    lookups: Lookups
    origins: Mapping[tuple[str, str], Origin]


def load_catalogues(root: Path, problems: Problems) -> Catalogues:
    """Read the catalogues of the column at ``root``."""
    reader = _Reader(root, problems)
    organs = reader.entries("organs", Organ, Lookups())
    themes = reader.entries("themes", Theme, Lookups())
    genres = reader.entries("genres", Genre, Lookups()) if reader.has("genres") else USUAL_GENRES
    lookups = Lookups(
        organs=_by_names(organs, lambda organ: (organ.name, organ.short_name, organ.id)),
        themes=_by_names(themes, lambda theme: (theme.name, theme.id)),
        genres=_by_names(genres, lambda genre: (genre.name, genre.id)),
    )
    info = reader.info(lookups)
    items = reader.items(info, lookups)
    withdrawn = reader.entries("withdrawn", Withdrawal, lookups) if reader.has("withdrawn") else ()
    synonyms = reader.entries("synonyms", SynonymGroup, lookups) if reader.has("synonyms") else ()
    wording = reader.entries("wording", WrongWord, lookups) if reader.has("wording") else ()
    return Catalogues(
        info=info,
        items=items,
        withdrawn=withdrawn,
        synonyms=synonyms,
        wording=wording,
        lookups=lookups,
        origins=reader.origins,
    )


class _Reader:
    """Reads the files of one catalogue folder."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self._folder = root / "catalogue"
        self._problems = problems
        self.origins: dict[tuple[str, str], Origin] = {}

    def has(self, stem: str) -> bool:
        """Whether the file was written at all."""
        return (self._folder / f"{stem}.yml").exists()

    def items(self, info: ColumnInfo | None, lookups: Lookups) -> tuple[Item, ...] | None:
        """statutory.yml completed by the usual items, or these; what names no organ is left to that of the column.

        The level decides which items are usual; where column.yml could not be read any will do, nothing is built then.
        """
        level = info.level if info else Level.COUNTY
        node = self._read("statutory") if self.has("statutory") else usual_tree(level)
        if node is None:
            return None
        items = self._entries_of(completed(node, level), "statutory", Item, lookups, groups=True)
        return _answered_for(items, info.organ) if items and info else items

    def entries(self, stem: str, noun: type, lookups: Lookups) -> tuple[Any, ...] | None:
        """The entries of a file that lists ``noun``s."""
        node = self._read(stem)
        return None if node is None else self._entries_of(node, stem, noun, lookups)

    def _entries_of(
        self, node: marked_yaml.Node, stem: str, noun: type, lookups: Lookups, *, groups: bool = False
    ) -> tuple[Any, ...] | None:
        """The entries that ``node`` lists; with ``groups``, an entry may hold others as its members."""
        report = self._report(stem)
        found: list[tuple[Origin, Any]] = []
        sound = True
        for each, parent in _walk(node, report, groups):
            extra_keys = (CHILDREN,) if groups and parent is None else ()
            values = read_fields(each, noun, report, lookups, extra_keys) if each else None
            if each is None or values is None:
                sound = False
                continue
            origin = origin_of(each, noun, f"catalogue/{stem}.yml")
            if noun in (SynonymGroup, WrongWord):
                values["line"] = origin.line
            else:
                self.origins[stem, values["id"] if "id" in values else values["address"]] = origin
            found.append((origin, noun(**values, parent=parent) if groups else noun(**values)))
        unique = _report_repeated(noun, found, report)
        return tuple(entry for _, entry in found) if sound and unique else None

    def info(self, lookups: Lookups) -> ColumnInfo | None:
        """column.yml."""
        report = self._report("column")
        node = self._read("column")
        each = None if node is None else _mapping(node, report)
        values = None if each is None else read_fields(each, ColumnInfo, report, lookups)
        if each is None or values is None:
            return None
        self.origins["column", ""] = origin_of(each, ColumnInfo, "catalogue/column.yml")
        return ColumnInfo(**values)

    def _report(self, stem: str) -> Report:
        return self._problems.in_file(f"catalogue/{stem}.yml")

    def _read(self, stem: str) -> marked_yaml.Node | None:
        report = self._report(stem)
        if not self.has(stem):
            report(1, faults.MISSING_FILE, f"缺少目录文件 catalogue/{stem}.yml；请新建它，写法见 README 和示例专栏")
            return None
        text = read_text(self._folder / f"{stem}.yml", report)
        return None if text is None else marked_yaml.read_yaml(text, report)


def _answered_for(items: tuple[Item, ...], organ: Organ) -> tuple[Item, ...]:
    """The items with 责任机构 where none was written: that of the group, else ``organ``."""
    groups = {item.id: item.organs for item in items}
    return tuple(
        item if item.organs else replace(item, organs=groups.get(item.parent or "") or (organ,)) for item in items
    )


def _walk(
    node: marked_yaml.Node, report: Report, groups: bool
) -> Iterator[tuple[marked_yaml.Mapping | None, str | None]]:
    """The entries of a list with the id of the group they belong to, groups before members; None for a broken one."""
    for each in _items(node, "这个文件", report):
        entry = _mapping(each, report)
        yield entry, None
        members = entry.get(CHILDREN) if groups and entry else None
        group = entry.get("标识") if entry else None
        if members is not None:
            for member in _items(members, f"“{CHILDREN}”", report):
                yield _mapping(member, report), group.text if isinstance(group, marked_yaml.Scalar) else None


def _items(node: marked_yaml.Node, what: str, report: Report) -> tuple[marked_yaml.Node | None, ...]:
    if isinstance(node, marked_yaml.Sequence):
        return node.items
    report(node.line, faults.WRONG_TYPE, f"{what}应当是一个列表，每一项以“- ”开头；请对照示例改写")
    return (None,)


def _mapping(node: marked_yaml.Node | None, report: Report) -> marked_yaml.Mapping | None:
    if node is not None and not isinstance(node, marked_yaml.Mapping):
        report(node.line, faults.WRONG_TYPE, "这里应当是一组“键: 值”；请检查冒号后面有没有空格")
        return None
    return node


def _report_repeated(noun: type, entries: list[tuple[Origin, Any]], report: Report) -> bool:
    """Report ids and names that come twice; True if there are none."""
    unique = True
    for attribute in _UNIQUE[noun]:
        seen: dict[str, int] = {}
        for origin, entry in entries:
            value, line = getattr(entry, attribute, None), origin.line_of(attribute)
            if value is None:
                continue
            if value in seen:
                unique = False
                report(
                    line,
                    faults.DUPLICATE_ID,
                    f"{label(noun, attribute)}“{value}”在第 {seen[value]} 行已经用过；请换一个，或者删去重复的一项",
                )
            seen.setdefault(value, line)
    return unique


def _by_names(entries: Iterable[Any] | None, names: Callable[[Any], tuple[str | None, ...]]) -> dict[str, Any] | None:
    """The entries under every name they may be written with."""
    if entries is None:
        return None
    return {name: entry for entry in entries for name in names(entry) if name}
