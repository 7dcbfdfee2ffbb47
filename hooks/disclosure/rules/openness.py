"""公开属性: what may be public, and that nothing public points at what may not."""

from __future__ import annotations

import re
import unicodedata

from disclosure.column import Column
from disclosure.load.body import files_beside, linked_path
from disclosure.load.paper_numbers import plain_number
from disclosure.model import Openness
from disclosure.passages import passages
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.rules.tracing import Wanted

_TOO_SHORT = 6
"""Signs of a name, such as 通知, that stands in texts without meaning a paper."""

_MARKS = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad《》〈〉*_]")
"""What stands in or around a name without being of it; * and _ are emphasis in Markdown."""


@rule(
    "openness-ground",
    "不主动公开的文件要写公开依据",
    norm="条例第十四条至第十六条",
    family=Family.OPENNESS,
    advice="写明依据《条例》第几条；其实主动公开的，删去“公开依据”。",
    bad="公开属性: 不予公开，没有“公开依据”",
    good="公开属性: 不予公开，公开依据: 《条例》第十六条第一款",
)
def openness_ground(column: Column) -> Findings:
    """A document that is not 主动公开 names its ground, and only such a document does."""
    for document in column.documents:
        if document.openness is not Openness.PUBLIC and not document.openness_ground:
            yield (
                document.origin.path,
                document.origin.line_of("openness"),
                f"公开属性是“{document.openness}”，却没有写“公开依据”；请写明依据《条例》第几条",
            )
        if document.openness is Openness.PUBLIC and document.openness_ground:
            yield (
                document.origin.path,
                document.origin.line_of("openness_ground"),
                "公开属性是“主动公开”，却写了不公开的“公开依据”；请核对公开属性，没有错就删去这一行",
            )


@rule(
    "link-to-withheld",
    "公开的页面不能链接到不公开的文件",
    norm="条例第十四条至第十六条",
    family=Family.OPENNESS,
    advice="删去链接；附件可以公开的，另存一份，换一个文件名。",
    bad="[核查情况](hecha.md)（不予公开）",
    good="正文里不链接到不公开的文件",
)
def link_to_withheld(column: Column) -> Findings:
    """No public text links to a withheld document or publishes one of its files."""
    withheld = column.texts - column.public_texts | withheld_files(column)
    for writing in column.writings:
        if writing.origin.path in withheld:
            continue
        for attachment in writing.attachments:
            if attachment.source in withheld:
                yield (
                    writing.origin.path,
                    attachment.line,
                    f"附件“{attachment.file}”也是不公开的文件的附件；请核对，可以公开的就另存一份、换一个文件名",
                )
        for link in writing.links:
            if linked_path(writing.origin.path, link.target) in withheld:
                yield (
                    writing.origin.path,
                    link.line,
                    f"链接指向不公开的文件 {link.target}；请删去这个链接",
                )


def withheld_files(column: Column) -> frozenset[str]:
    """The files beside documents that are not public."""
    return frozenset(
        source for document in column.documents if not document.is_public for source, _ in files_beside(document)
    )


@rule(
    "names-withheld",
    "公开的文字里最好不出现不公开文件的名称和文号",
    Severity.WARNING,
    norm="条例第十四条至第十六条",
    family=Family.OPENNESS,
    advice="核对名称和文号能不能公开；不能的删去，能的在“已核对”里写明。",
    bad="正文写“根据示政函〔2026〕3号（不予公开）”",
    good="正文写“根据有关规定”",
)
def names_withheld(column: Column) -> Findings:
    """The gate removes references and whole cells; what an editor wrote into a text, only the editor can judge."""
    own = {number for document in column.documents if document.is_public for number in document.numbers}
    names = [name for name in sorted(column.withheld_names - own) if len(name) > _TOO_SHORT]
    if not names:
        return
    texts = list(passages(column))
    for passage, numbers in zip(texts, Wanted(names).found_in([each.text for each in texts]), strict=True):
        for number in sorted(numbers):
            for line in _lines_with(_compared(names[number]), passage.text):
                told = f"文字里提到了不公开的文件“{names[number]}”；请核对能不能公开"
                yield passage.path, passage.line + line, told


def _lines_with(plain: str, text: str) -> list[int]:
    """The lines (from 0) that hold the name ``plain``; of one that is broken over lines, the last."""
    lines = text.split("\n")
    within = [number for number, line in enumerate(lines) if plain in _compared(line)]
    ends = (number for number in range(len(lines)) if plain in _compared("\n".join(lines[: number + 1])))
    return within or [next(ends, 0)]


def _compared(text: str) -> str:
    """``text`` without blanks and marks of titles, in half-width form, with one kind of brackets around years."""
    return plain_number(_MARKS.sub("", unicodedata.normalize("NFKC", text)))
