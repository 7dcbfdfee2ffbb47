"""Files beside the documents: links, images, attachments."""

from __future__ import annotations

import posixpath

from disclosure.column import Column
from disclosure.load.body import files_beside, is_markdown, is_relative, linked_path, scheme_of
from disclosure.problems import Family, Severity
from disclosure.rules.markup import ALLOWED_SCHEMES
from disclosure.rules.registry import Findings, rule

_WAITING = ".yml.txt"


@rule(
    "broken-link",
    "正文里的链接和图片要指向存在的文件",
    family=Family.SITE,
    advice="核对文件名和文件夹，大小写也要一样；文件已经没有的，删去链接。",
    bad="[办法](../2022/banfa.md)（没有这个文件）",
    good="[办法](../2025/banfa.md)",
)
def broken_link(column: Column) -> Findings:
    """A relative link or image leads to a document, page or file of the column."""
    for writing in column.writings:
        for link in writing.links:
            path = linked_path(writing.origin.path, link.target)
            if path is None:
                continue
            if path not in column.files or (is_markdown(path) and path not in column.texts):
                what = "图片" if link.is_image else "链接"
                yield (
                    writing.origin.path,
                    link.line,
                    f"{what}“{link.target}”指向的文件不存在；请核对文件名（从本文件所在的文件夹算起，区分大小写）",
                )


@rule(
    "foreign-image",
    "图片要放在文档旁边，不能引用别的网站",
    norm="IPv6 支持度（天窗）",
    family=Family.SITE,
    advice="把图片下载下来，放到文档旁边，只写文件名。",
    bad="![办理流程](https://img.example.cn/liucheng.png)",
    good="![办理流程](liucheng.png)",
)
def foreign_image(column: Column) -> Findings:
    """Images come from the column itself, so that pages are whole over IPv6 and offline."""
    for writing in column.writings:
        for link in writing.links:
            if link.is_image and not is_relative(link.target):
                what = (
                    "直接写在文字里，不会显示；请把图片存成文件放到文档旁边"
                    if scheme_of(link.target) == "data"
                    else "在别的网站上；请下载后放到文档旁边"
                )
                yield writing.origin.path, link.line, f"图片“{link.target[:80]}”{what}，再写文件名"


@rule(
    "link-scheme",
    "链接只能用 https、http、mailto 和 tel",
    family=Family.SITE,
    advice="改成 https:、http:、mailto: 或者 tel: 开头的地址，别的删去。",
    bad="[查询](javascript:open())",
    good="[查询](https://www.shilixian.gov.cn/chaxun/)",
)
def link_scheme(column: Column) -> Findings:
    """Markdown links use schemes that cannot run anything; unsafe-html looks at those in HTML."""
    for writing in column.writings:
        for link in writing.links:
            scheme = scheme_of(link.target)
            if scheme and not link.is_image and not link.is_html and scheme not in ALLOWED_SCHEMES:
                written = link.target.partition(":")[0]
                yield (
                    writing.origin.path,
                    link.line,
                    f"链接“{link.target[:80]}”用了不安全的“{written}:”；只能用 https:、http:、mailto: 和 tel:，请改正",
                )


@rule(
    "same-file-name",
    "同一文件的附件和图片不能重名",
    family=Family.SITE,
    advice="给其中一个文件换一个名字，正文和“附件”里也跟着改。",
    bad="附件有 fujian.xlsx 和 tables/fujian.xlsx",
    good="附件有 biaozhun.xlsx 和 tables/mingxi.xlsx",
)
def same_file_name(column: Column) -> Findings:
    """What is published beside a page has names of its own there."""
    for writing in column.writings:
        taken: dict[str, str] = {"index.html": ""}
        for source, line in files_beside(writing):
            name = posixpath.basename(source).lower()
            if taken.setdefault(name, source) != source:
                yield (
                    writing.origin.path,
                    line,
                    f"文件名“{posixpath.basename(source)}”在这个页面已经用过；请换一个文件名",
                )


@rule(
    "stray-file",
    "没有文档用到的文件不会发布",
    Severity.WARNING,
    family=Family.SITE,
    advice="要发布的写进文档的“附件”或者正文；用不着的删去。",
    bad="文件夹里有 digao.docx，没有一份文档写到它",
    good="附件: [{标题: 标准表, 文件: biaozhun.xlsx}]",
)
def stray_file(column: Column) -> Findings:
    """Files under content/ that no document or page uses are not published; the editor should know.

    A report that is not filled in yet waits as .yml.txt, as ``disclosure new annual`` says.
    """
    used = {source for writing in column.writings for source, _ in files_beside(writing)}
    unsure = tuple(f"{posixpath.dirname(path)}/" for path in column.broken)
    for path in column.files:
        if not is_markdown(path) and path not in used and not path.startswith(unsure) and not path.endswith(_WAITING):
            yield path, 1, "没有文档用到这个文件，所以不会发布；请写进某个文档的“附件”，或者删去"
