"""Where findings about the finished site are told: if possible in the file that an editor can change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from urllib.parse import unquote, urlsplit

from disclosure.column import Column
from disclosure.model import Writing
from disclosure.site import SITE, BuiltFile, BuiltSite, LinkKind

Place = tuple[str, int]
_MANY = 10
"""Files with the same fault of which each is still told by itself."""


def place_of(file: BuiltFile) -> Place:
    """The file that an editor wrote, or the file of the site if it is made of catalogues or of the theme."""
    return (file.source or f"{SITE}{file.path}", 1)


def told_together(found: Iterable[tuple[BuiltFile, str]]) -> Iterator[tuple[str, int, str]]:
    """What is wrong with files: what is the same in many, because it stands around all pages, is told once."""
    files: dict[str, dict[str, BuiltFile]] = {}
    for file, message in found:
        files.setdefault(message, {})[file.path] = file
    for message, same in files.items():
        if len(same) > _MANY:
            yield *_place_of_all(same), f"{message}{_and_others(len(same))}"
        else:
            yield from ((*place_of(file), message) for file in same.values())


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
            same = {file.path: file for file, _ in holders}
            yield *_place_of_all(same), target, holders[0][1], _and_others(len(same))


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
    """Where ``writing`` itself names ``target``: in a link, or as an attachment."""
    place, _, anchor = unquote(target).partition("#")
    name = place.removesuffix("/index.html").rpartition("/")[2]
    for link in writing.links:
        written, _, own = unquote(link.target).partition("#")
        file = written.partition("?")[0].rpartition("/")[2].removesuffix(".md")
        if link.target == target or (
            not is_elsewhere(target) and own == anchor and file in (name, "" if anchor else name)
        ):
            return link.line
    return next((each.line for each in writing.attachments if each.file == name), None)


def _place_of_all(files: Mapping[str, BuiltFile]) -> Place:
    """Where one thing in all of ``files`` is told: if there are several, it is the fault of none of them."""
    first = next(iter(files.values()))
    return place_of(first) if len(files) == 1 else (f"{SITE}{first.path}", 1)


def _and_others(count: int) -> str:
    return f"（共 {count} 个文件）" if count > 1 else ""
