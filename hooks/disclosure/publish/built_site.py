"""All files that will be published → the site as rules see it, while nothing has been written yet."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import takewhile

from disclosure.publish.file_facts import facts_of_file
from disclosure.publish.output import Output, Target
from disclosure.publish.page_facts import facts_of_page
from disclosure.search.files import has_keys, is_places, is_results, is_terms
from disclosure.site import BuiltFile, BuiltSite, Content, Facts, Memory, NoMemory
from disclosure.whole_files import digest_of

_SEARCH = "search/data/"
_TEXTS = ("html", "json", "csv", "xml", "js", "css", "svg", "txt", "vcf")
_PICTURES = ("svg",)
_OFFICE = ("docx", "xlsx")


def built_site(
    outputs: Iterable[Output],
    target: Target,
    withheld: Iterable[str] = (),
    memory: Memory | None = None,
) -> BuiltSite:
    """The site that ``outputs`` make; ``withheld`` are the paths of files that belong to withheld documents."""
    outputs = tuple(outputs)
    terms = (each for each in outputs if each.path.startswith(_SEARCH) and is_terms(each.path))
    keys = {each.path for each in takewhile(lambda each: has_keys(_content_of(each)), terms)}
    files = {each.path: _file(each, target, keys) for each in sorted(outputs, key=lambda each: each.path)}
    sources = {path: target.source / path for path in sorted(withheld)}
    sizes = {file.size for file in files.values()} if sources else set()
    return BuiltSite(
        files=files,
        root=target.root,
        site_url=target.site_url,
        withheld={path: digest_of(file.read_bytes()) for path, file in sources.items() if file.stat().st_size in sizes},
        memory=memory or NoMemory(),
    )


def _file(output: Output, target: Target, keys: Set[str]) -> BuiltFile:
    return BuiltFile(
        path=output.path,
        made=output.file if output.file is not None else output.content or b"",
        content=_kind(output.path, keys),
        facts=output.facts() if output.facts else _facts(output, target),
        source=output.source,
        sum=output.sum,
    )


def _facts(output: Output, target: Target) -> Facts:
    """What rules ask about a file; of what an editor put there only pictures are looked into."""
    path = output.path
    kind = _ending(path)
    is_copy = _ending(output.source) == kind
    if kind not in (_PICTURES if is_copy else _TEXTS) or (path.startswith(_SEARCH) and not is_results(path)):
        return Facts()
    if kind == "html":
        return facts_of_page(_content_of(output).decode("utf-8", "replace"), path, target.root)
    return facts_of_file(path, _content_of(output), target.root, target.site_url)


def _kind(path: str, keys: Set[str]) -> Content:
    """How the file at ``path`` is read; of the terms of the search only the files ``keys`` hold anything to read."""
    if path in keys:
        return Content.TEXT
    if path.startswith(_SEARCH) and (is_terms(path) or is_places(path)):
        return Content.CLOSED
    if _ending(path) in _OFFICE:
        return Content.OFFICE
    return Content.TEXT if _ending(path) in _TEXTS else Content.CLOSED


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _content_of(output: Output) -> bytes:
    return output.file.read_bytes() if output.file is not None else output.content or b""
