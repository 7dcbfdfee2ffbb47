"""Nothing of a withheld document is in the finished site: neither its names nor its files nor a piece of its text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from html import unescape
from io import BytesIO

from disclosure.column import Column, bare_title
from disclosure.load.body import files_beside
from disclosure.model import Document
from disclosure.passages import passages
from disclosure.problems import Family
from disclosure.rules.registry import Findings, site_rule
from disclosure.rules.tracing import PIECE, Wanted
from disclosure.site import BuiltFile, BuiltSite, Content
from disclosure.whole_files import digest_of

_MARKUP = re.compile(r"<[^>]*>|[*_`#>|\\\[\]]+|\(https?:[^)]*\)")
_EMPHASIS = re.compile(r"</?(?:b|strong|i|em|u|s|sub|sup|span|small|mark|ruby|rt|rp|del|ins|font|code)(?:\s[^<>]*)?>")
_PARAGRAPH = re.compile(r"</(?:w:p|w:tc|t|si|c)>")
_TAG = re.compile(r"<[^<>]*>")
_RUNS = re.compile(r"\d+|[a-z]+|[^\W\d_a-z]")
_NAMED_PLACES = 3
_AT_ONCE = 500
"""Files that are read at once; bounds the memory."""


@site_rule(
    "site-withheld",
    "不公开的文件，编号、标题、正文、附件都不能出现在网站里",
    family=Family.OPENNESS,
    norm="条例第十四条至第十六条",
    advice="这是程序没有挡住，网站不会更新；请把这一行发给维护程序的人。急着发布，可以先把这件不公开的文件移出专栏。",
    bad="不公开的文件的标题出现在搜索的数据里",
    good="网站里找不到不公开的文件的任何一句话",
)
def site_withheld(site: BuiltSite, column: Column) -> Findings:
    """Told for each withheld document with what of it is where.

    What an editor wrote in a public text as well is no leak of the site: names-withheld tells it there.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for document, what, file in (*_texts(site, column), *_own_places(site, column), *_own_files(site, column)):
        found.setdefault(document.origin.path, {}).setdefault(what, set()).add(file.path)
    for path, traces in sorted(found.items()):
        files = sorted(set().union(*traces.values()))
        named = "、".join(files[:_NAMED_PLACES]) + (f" 等 {len(files)} 个文件" if len(files) > _NAMED_PLACES else "")
        yield (
            path,
            1,
            f"这件文件不公开，它的{'、'.join(sorted(traces))}却在网站里：{named}；网站不能这样发布，请联系维护程序的人",
        )


def _withheld(column: Column) -> Iterator[Document]:
    return (document for document in column.documents if not document.is_public)


def _texts(site: BuiltSite, column: Column) -> Iterator[tuple[Document, str, BuiltFile]]:
    """Names and pieces of text that stand in a file of the site, and in nothing that an editor wrote to be public."""
    names = [(document, what, name) for document in _withheld(column) for what, name in _names(document)]
    lines = [(document, line) for document in _withheld(column) for line in _lines(document)]
    if not names:
        return
    wanted = Wanted([name for _, _, name in names], [line for _, line in lines])
    asked = "\n".join([*(name for *_, name in names), "", *(line for _, line in lines)])
    question = digest_of(asked.encode("utf-8", "surrogatepass"))
    files = [file for file in site.files.values() if file.content is not Content.CLOSED and not _is_copy(file)]
    found = _found(site, files, wanted, question)
    written = wanted.found_in(list(_public_texts(column))) if any(found.values()) else []
    excused = set[int]().union(*written)
    for file in files:
        for number in set(found[file.path]) - excused:
            if number < len(names):
                document, what, _ = names[number]
                yield document, what, file
            else:
                yield lines[wanted.sources[number - len(names)]][0], "正文", file


def _found(site: BuiltSite, files: Sequence[BuiltFile], wanted: Wanted, question: str) -> Mapping[str, Collection[int]]:
    """The numbers of what is wanted in each file, by its path; a file in which one has looked already is not read again."""
    known = dict(site.memory.recall(question))
    digests = {file.path: file.digest for file in files}
    new = [file for file in files if digests[file.path] not in known]
    for start in range(0, len(new), _AT_ONCE):
        some = new[start : start + _AT_ONCE]
        numbers = wanted.found_in([_text_of(file) for file in some])
        known |= {digests[file.path]: tuple(sorted(own)) for file, own in zip(some, numbers, strict=True)}
    if new:
        site.memory.keep(question, {digest: known[digest] for digest in digests.values()})
    return {path: known[digest] for path, digest in digests.items()}


def _public_texts(column: Column) -> Iterator[str]:
    """What editors wrote to be public, here and in the columns that this one collects from."""
    yield from (passage.text for passage in passages(column))
    for other in column.collected:
        for document in other.documents:
            yield "\n".join(str(getattr(document, each.name)) for each in fields(document))


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """By what ``document`` would be recognised, and what that is: 索引号 and 文号 (as the search keeps them, too), title."""
    for number in document.numbers:
        what = "索引号" if number == document.index_number else "文号"
        yield what, number
        yield what, _key(number)
    yield "标题", bare_title(document.title)


def _lines(document: Document) -> Iterator[str]:
    """Summary and text of ``document``, as they would be read, line by line."""
    for line in (document.summary, *document.body.split("\n")):
        if len(line) >= PIECE:
            yield _MARKUP.sub("", line)


def _key(number: str) -> str:
    """A number as the index of the search writes it: without brackets and leading zeros."""
    runs = _RUNS.findall(number.lower())
    return "#" + "".join(run.lstrip("0") or "0" if run[0].isdigit() else run for run in runs)


def _own_places(site: BuiltSite, column: Column) -> Iterator[tuple[Document, str, BuiltFile]]:
    """Files below the address of a withheld document, or made of it; an address that was withdrawn goes on answering."""
    own = {document.origin.path: document for document in _withheld(column)}
    places = {path.removeprefix("content/").removesuffix(".md"): document for path, document in own.items()}
    for each in column.withdrawn:
        places.pop(each.address.strip("/"), None)
    for path, file in site.files.items() if own else ():
        folders = (path[: slash.start()] for slash in re.finditer("/", path))
        document = own.get(file.source) or next((places[folder] for folder in folders if folder in places), None)
        if document:
            yield document, "网页", file


def _own_files(site: BuiltSite, column: Column) -> Iterator[tuple[Document, str, BuiltFile]]:
    """Files beside a withheld document that are published, unless an editor put the same beside a public one."""
    owners = {source: document for document in _withheld(column) for source, _ in files_beside(document)}
    by_digest = {digest: path for path, digest in site.withheld.items()}
    sizes = {column.files[path] for path in site.withheld}
    for file in site.files.values() if owners else ():
        if file.source in owners:
            yield owners[file.source], "附件", file
        elif sizes and not file.source and file.size in sizes and file.digest in by_digest:
            yield owners[by_digest[file.digest]], "附件", file


def _is_copy(file: BuiltFile) -> bool:
    """Whether ``file`` is one that an editor put there, whose content is not of our making."""
    return bool(file.source) and file.facts.page is None


def _text_of(file: BuiltFile) -> str:
    if file.content is Content.OFFICE:
        return "\n".join(_office_texts(file.read()))
    return unescape(_EMPHASIS.sub("", file.read().decode("utf-8", "replace")))


def _office_texts(content: bytes) -> Iterator[str]:
    """What stands in the parts of an office file, paragraphs and cells apart."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return
    with zipfile.ZipFile(BytesIO(content)) as office:
        for name in sorted(office.namelist()):
            if name.endswith((".xml", ".rels")):
                text = office.read(name).decode("utf-8", "replace")
                yield _TAG.sub("", _PARAGRAPH.sub("\x02", text))
