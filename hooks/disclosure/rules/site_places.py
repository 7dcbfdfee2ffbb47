"""Where findings about the finished site are told: if possible in the file that an editor can change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from urllib.parse import unquote, urlsplit

from disclosure.column import Column
from disclosure.model import Writing
from disclosure.site import BuiltFile, BuiltSite, LinkKind

Place = tuple[str, int]


def place_of(file: BuiltFile) -> Place:
    """The file that an editor wrote, or the file of the site if it is made of catalogues or of the theme."""
    return (file.source or f"site/{file.path}", 1)


def told_together(found: Iterable[tuple[BuiltFile, str]]) -> Iterator[tuple[str, int, str]]:
    """What is wrong with pages: what is the same on many, because it stands around all of them, is told once."""
    files: dict[str, list[BuiltFile]] = {}
    for file, message in found:
        files.setdefault(message, []).append(file)
    for message, same in files.items():
        yield *place_of(same[0]), f"{message}{_and_others(len(same))}"


def links_told(
    site: BuiltSite, column: Column, targets: Set[str], kinds: Collection[LinkKind]
) -> Iterator[tuple[str, int, str, LinkKind, str]]:
    """Path, line, target and kind of each link to one of ``targets``, and how many others there are.

    Who wrote it is told where he wrote it; what nobody wrote comes from catalogues and the theme and is told once.
    """
    writings = {writing.origin.path: writing for writing in column.writings}
    for target, holders in site.leading_to(targets, kinds):
        written = [
            (file.source, line, kind)
            for file, kind in holders
            if file.source in writings and (line := _line_of(writings[file.source], target))
        ]
        if written:
            for path, line, kind in written:
                yield path, line, target, kind, ""
        else:
            file, kind = holders[0]
            yield *place_of(file), target, kind, _and_others(len({each.path for each, _ in holders}))


def host_of(address: str) -> str:
    """The host of ``address``, in small letters; empty if it has none that can be read."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def is_elsewhere(target: str) -> bool:
    """Whether a target has a scheme or a host of its own."""
    head = target.split("/", 1)[0].split("#", 1)[0]
    return ":" in head or target.startswith("//")


def _line_of(writing: Writing, target: str) -> int | None:
    """Where ``writing`` itself links to ``target``."""
    name = unquote(target).rpartition("/")[2]
    return next(
        (
            link.line
            for link in writing.links
            if link.target == target or (not is_elsewhere(target) and _ends_alike(unquote(link.target), name))
        ),
        None,
    )


def _ends_alike(written: str, name: str) -> bool:
    """Whether a link as written can lead to a target that ends with ``name``: to the same anchor, or the same file."""
    anchor = name.partition("#")[2]
    return written.partition("#")[2] == anchor if anchor else written.rpartition("/")[2].partition("?")[0] == name


def _and_others(count: int) -> str:
    return f"（共 {count} 个文件）" if count > 1 else ""
