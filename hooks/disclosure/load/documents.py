"""content/**/*.md → documents and pages: front matter, body, and the files that lie beside them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from disclosure.load import faults, marked_yaml
from disclosure.load.body import is_markdown, links_of
from disclosure.load.convert import Lookups, line_map, read_fields
from disclosure.load.dates import read_moment
from disclosure.load.paper_numbers import plain_number
from disclosure.load.text_files import NOT_IN_XML, read_text
from disclosure.model import AnnualPage, Attachment, Document, Item, Origin, Page, RulePage, Writing
from disclosure.problems import Problems, Report
from disclosure.terms import label

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOCUMENT_PATH = re.compile(r"content/statutory/([^/]+)/([^/]+)/([^/]+)\.md")
_PAGE_PATH = re.compile(r"content/(guide|rules|annual|about|statutory)/([^/]+)\.md")
_NOUNS: dict[str, type[Page]] = {
    "guide": Page,
    "about": Page,
    "rules": RulePage,
    "annual": AnnualPage,
    "statutory": Page,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writings:
    """Everything under content/.

    ``broken`` are the files that could not be loaded, and ``broken_numbers`` their numbers, or None if not all of these
    could be read: what follows from their absence is not reported.  ``files`` are the sizes of all files by path.
    """

    documents: tuple[Document, ...]
    guide: tuple[Page, ...]
    rules: tuple[RulePage, ...]
    annual: tuple[AnnualPage, ...]
    about: tuple[Page, ...]
    item_pages: tuple[Page, ...]
    broken: frozenset[str]
    broken_numbers: frozenset[str] | None
    files: dict[str, int]


def load_writings(root: Path, items: tuple[Item, ...] | None, lookups: Lookups, problems: Problems) -> Writings:
    """Read all Markdown under ``root``/content; ``items`` is None if the catalogue of items could not be read."""
    files = _files_below(root)
    known_items = None if items is None else frozenset(item.id for item in items)
    documents: list[Document] = []
    pages: dict[str, list[Page]] = {part: [] for part in _NOUNS}
    broken_numbers: set[str] = set()
    broken: set[str] = set()
    are_numbers_known = True
    for path in files:
        report = problems.in_file(path)
        if not path.endswith(".md"):
            if path.lower().endswith(".md"):
                report(1, faults.WRONG_ID, f"扩展名“{path[-3:]}”要写成小写的“.md”，否则不会发布；请改名")
                broken.add(path)
            continue
        place = _place_of(path, known_items, report)
        text = read_text(root / path, report)
        split = None if text is None else _split(text, report)
        writing = _writing(path, split, place, files, lookups, report) if split and place else None
        if isinstance(writing, Document):
            documents.append(writing)
        elif isinstance(writing, Page) and place:
            pages[place.part].append(writing)
        else:
            broken.add(path)
            broken_numbers |= _numbers_in(split.head) if split else set()
            are_numbers_known &= split is not None
    return Writings(
        documents=tuple(documents),
        guide=tuple(pages["guide"]),
        rules=tuple(page for page in pages["rules"] if isinstance(page, RulePage)),
        annual=tuple(page for page in pages["annual"] if isinstance(page, AnnualPage)),
        about=tuple(pages["about"]),
        item_pages=tuple(pages["statutory"]),
        broken=frozenset(broken),
        broken_numbers=frozenset(broken_numbers) if are_numbers_known else None,
        files=files,
    )


class _Place(NamedTuple):
    """What the path of a file says about it."""

    part: str
    noun: type[Writing]
    facts: dict[str, Any]


class _Split(NamedTuple):
    """A file cut into front matter and body."""

    head: marked_yaml.Mapping
    body: str
    body_line: int


def _files_below(root: Path) -> dict[str, int]:
    """Sizes of the files under content/ by path from the root, sorted; hidden files and Office's lock files left out."""
    content = root / "content"
    return {
        path.relative_to(root).as_posix(): path.stat().st_size
        for path in sorted(content.rglob("*"))
        if path.is_file() and not path.is_symlink() and not _is_passed_over(path.relative_to(content))
    }


def _is_passed_over(path: Path) -> bool:
    """Hidden files and folders, and what Windows and Office leave behind."""
    return (
        any(part.startswith(".") for part in path.parts)
        or path.name.startswith("~$")
        or path.name in ("Thumbs.db", "desktop.ini")
    )


def _place_of(path: str, items: frozenset[str] | None, report: Report) -> _Place | None:
    if found := _PAGE_PATH.fullmatch(path):
        part, slug = found.groups()
        if slug == "index" and part != "guide":
            report(
                1,
                faults.MISPLACED,
                f"{part} 文件夹的首页由程序生成；请把文件改成别的名字，如 content/{part}/tingche.md",
            )
            return None
        return _Place(part, _NOUNS[part], {"slug": slug}) if _is_slug(slug, report) else None
    if found := _DOCUMENT_PATH.fullmatch(path):
        item, year, slug = found.groups()
        sound = _is_slug(slug, report)
        if not re.fullmatch(r"(?:19|20)\d\d", year):
            report(
                1,
                faults.MISPLACED,
                f"年份文件夹“{year}”不是四位年份；请把文件移到发布年份的文件夹，如 content/statutory/{item}/2024/",
            )
            sound = False
        if items is not None and item not in items:
            report(
                1,
                faults.UNKNOWN_ITEM,
                f"栏目文件夹“{item}”不在 catalogue/statutory.yml 里；可以用：{'、'.join(sorted(items))}"
                "；请移到正确的栏目，或者先在目录里加上这个栏目",
            )
            sound = False
        return _Place("statutory", Document, {"slug": slug, "item": item, "year": int(year)}) if sound else None
    report(
        1,
        faults.MISPLACED,
        "文件放的地方不对，不会发布；请放到 content/statutory/栏目/年份/，或者 content 下的 guide、rules、annual、about",
    )
    return None


def _is_slug(slug: str, report: Report) -> bool:
    if _SLUG.fullmatch(slug):
        return True
    report(
        1,
        faults.WRONG_ID,
        f"文件名“{slug}.md”只能用小写英文字母、数字和连字符，因为它就是网址；请改名，如 tingche-guanli.md",
    )
    return False


def _split(text: str, report: Report) -> _Split | None:
    """Cut ``text`` at its two lines of hyphens."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.strip())
    if lines[start].rstrip() != "---":
        report(start + 1, faults.FRONT_MATTER, "文档要以一行“---”开头，接着写元数据；请在最前面补上")
        return None
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if end is None:
        report(start + 1, faults.FRONT_MATTER, "元数据后面缺少第二行“---”；请在元数据和正文之间补上")
        return None
    head = marked_yaml.read_yaml("\n".join(lines[start + 1 : end]), report, start + 2)
    if isinstance(head, marked_yaml.Mapping):
        first = _first_text_line(lines, end + 1)
        damaged = [number for number in range(first, len(lines)) if NOT_IN_XML.search(lines[number])]
        for number in damaged:
            report(number + 1, faults.ENCODING, "这一行里有看不见的控制字符，网页和 Word 文件里都写不了；请删去")
        return _Split(head, "\n".join(lines[first:]).rstrip("\n") + "\n", first + 1)
    if head is not None:
        report(head.line, faults.FRONT_MATTER, "元数据应当是一行一个“键: 值”；请检查冒号是不是半角、后面有没有空格")
    return None


def _first_text_line(lines: list[str], start: int) -> int:
    return next((number for number in range(start, len(lines)) if lines[number].strip()), start)


def _writing(
    path: str, split: _Split, place: _Place, files: dict[str, int], lookups: Lookups, report: Report
) -> Writing | None:
    values = read_fields(split.head, place.noun, report, lookups)
    if values is None:
        return None
    attachments = attachments_of(values.get("attachments", ()), path, files, report)
    if attachments is None:
        return None
    values["attachments"] = attachments
    return place.noun(
        **values,
        **place.facts,
        clock=clock_of(split.head),
        origin=Origin(path, split.head.line, line_map(split.head, place.noun)),
        body=split.body,
        body_line=split.body_line,
        links=links_of(split.body, split.body_line),
    )


def attachments_of(
    written: Iterable[Attachment], path: str, files: dict[str, int], report: Report
) -> tuple[Attachment, ...] | None:
    """The attachments with their size; None if one of them is not there."""
    found: list[Attachment] = []
    sound = True
    for attachment in written:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(path), attachment.file.replace("\\", "/")))
        if source in files and is_markdown(source):
            sound = False
            report(
                attachment.line,
                faults.MISSING_ATTACHMENT,
                f"附件“{attachment.file}”是 Markdown 文档，不能当作附件；请在正文里写链接，或者换一种格式",
            )
        elif source not in files:
            sound = False
            report(
                attachment.line,
                faults.MISSING_ATTACHMENT,
                f"附件“{attachment.file}”不在 {posixpath.dirname(path)}/ 里；请把文件放到文档旁边，并核对文件名（区分大小写）",
            )
        else:
            found.append(replace(attachment, source=source, size=files[source]))
    return tuple(found) if sound else None


def clock_of(head: marked_yaml.Mapping) -> str:
    """The time of day in 发布日期, which META PubDate wants."""
    node = head.get(label(Writing, "published"))
    moment = read_moment(node.text) if isinstance(node, marked_yaml.Scalar) else None
    return moment.clock if moment else ""


def _numbers_in(head: marked_yaml.Mapping) -> set[str]:
    keys = (label(Document, "index_number"), label(Document, "doc_number"))
    nodes = (head.get(key) for key in keys)
    return {plain_number(node.text) for node in nodes if isinstance(node, marked_yaml.Scalar)}
