"""The usual items of the statutory content (条例 Art. 20, 21), and what an entry of statutory.yml takes over from them."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import replace
from functools import cache
from importlib.resources import files

from disclosure.load.marked_yaml import Entry, Mapping, Node, Scalar, Sequence, read_yaml
from disclosure.model import Item, Level
from disclosure.problems import Rule
from disclosure.terms import label

CHILDREN = "子栏目"
_ID, _LEVELS = label(Item, "id"), label(Item, "levels")


def usual_tree(level: Level) -> Sequence:
    """The entries for a column of ``level`` that has no statutory.yml."""
    return Sequence(tuple(_at_level(entry, level) for entry in _tree() if _applies(entry, level)), 1)


def usual_groups(level: Level) -> MappingOf[str, tuple[str, frozenset[str]]]:
    """Name and members (ids) by id of each item that a column of ``level`` usually has at the top of its tree."""
    return {
        _text(entry, _ID): (_text(entry, label(Item, "name")), frozenset(_text(each, _ID) for each in _members(entry)))
        for entry in _tree()
        if _applies(entry, level)
    }


def usual_names() -> MappingOf[str, str]:
    """The usual items of all levels by id."""
    return {id_: _text(entry, label(Item, "name")) for id_, entry in _by_id().items()}


def completed(node: Node, level: Level) -> Node:
    """The list of entries with what each did not write taken from the usual item of the same 标识.

    适用层级 is not taken over: an entry that was written applies.  Anything that is not a list of mappings stays as it
    is, for the reader to report.
    """
    if not isinstance(node, Sequence):
        return node
    return replace(node, items=tuple(_completed(each, level) for each in node.items))


def _completed(node: Node, level: Level) -> Node:
    if not isinstance(node, Mapping):
        return node
    entries = tuple(
        replace(entry, value=completed(entry.value, level)) if entry.key == CHILDREN else entry
        for entry in node.entries
    )
    usual = _by_id().get(_text(node, _ID))
    if usual is None:
        return replace(node, entries=entries)
    written = {entry.key for entry in entries} | {_LEVELS}
    added = tuple(entry for entry in _at_level(usual, level).entries if entry.key not in written)
    return replace(node, entries=(*entries, *(replace(entry, line=node.line) for entry in added)))


def _at_level(entry: Mapping, level: Level) -> Mapping:
    """The usual item with those of its members that apply."""

    def kept(part: Entry) -> Entry:
        members = tuple(each for each in _members(entry) if _applies(each, level))
        return replace(part, value=Sequence(members, part.line)) if part.key == CHILDREN else part

    return replace(entry, entries=tuple(kept(part) for part in entry.entries))


def _applies(entry: Mapping, level: Level) -> bool:
    levels = entry.get(_LEVELS)
    return isinstance(levels, Sequence) and any(
        isinstance(each, Scalar) and each.text == level for each in levels.items
    )


def _members(entry: Mapping) -> tuple[Mapping, ...]:
    members = entry.get(CHILDREN)
    items = members.items if isinstance(members, Sequence) else ()
    return tuple(each for each in items if isinstance(each, Mapping))


def _text(entry: Mapping, key: str) -> str:
    node = entry.get(key)
    return node.text if isinstance(node, Scalar) else ""


@cache
def _by_id() -> MappingOf[str, Mapping]:
    return {_text(entry, _ID): entry for group in _tree() for entry in (group, *_members(group))}


@cache
def _tree() -> tuple[Mapping, ...]:
    """statutory.yml of this package."""

    def report(line: int, rule: Rule, message: str) -> None:
        raise AssertionError(f"statutory.yml:{line}: {message} [{rule.name}]")

    node = read_yaml(files("disclosure.load").joinpath("statutory.yml").read_text(encoding="utf-8"), report)
    assert isinstance(node, Sequence)
    return tuple(each for each in node.items if isinstance(each, Mapping))
