"""公开属性: what may be public, and that nothing public points at what may not."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.load.body import files_beside, linked_path
from disclosure.model import Openness
from disclosure.problems import Severity
from disclosure.rules.registry import Findings, rule


@rule("openness-ground", "不主动公开的文件要写公开依据", norm="条例第十四条至第十六条")
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


@rule("link-to-withheld", "公开的页面不能链接到不公开的文件")
def link_to_withheld(column: Column) -> Findings:
    """No public text links to a withheld document or publishes one of its files."""
    withheld = column.texts - column.public_texts
    for document in column.documents:
        if not document.is_public:
            withheld |= {source for source, _ in files_beside(document)}
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


@rule("names-withheld", "公开的文字里最好不出现不公开文件的名称和文号", Severity.WARNING)
def names_withheld(column: Column) -> Findings:
    """The gate removes references; what an editor wrote into a text, only the editor can judge."""
    names = sorted(name for name in column.withheld_names if len(name) > 6)
    for writing in column.writings:
        if not names or writing.origin.path not in column.public_texts:
            continue
        for place, text in enumerate([writing.title, writing.summary, *writing.body.split("\n")]):
            bare = "".join(text.split())
            for name in names:
                if name in bare:
                    line = writing.origin.line if place < 2 else writing.body_line + place - 2
                    yield writing.origin.path, line, f"文字里提到了不公开的文件“{name}”；请核对能不能公开"
