"""What a document of its kind must say."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.load.annexes import annex_note
from disclosure.load.body import files_beside
from disclosure.model import ColumnInfo, Numbering
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label


@rule(
    "doc-number-missing",
    "通知、意见等体裁的文件要写发文字号",
    family=Family.COMPLETENESS,
    advice="照原件补上发文字号；这种体裁本来就没有文号的，删去文号，或者改正体裁。",
    bad="体裁分类: 通知，没有“发文字号”",
    good="体裁分类: 通知，发文字号: 示民〔2026〕30号",
)
def doc_number_missing(column: Column) -> Findings:
    """A genre whose papers are numbered has a 发文字号; one whose papers are not has none."""
    for document in column.documents:
        numbering = document.genre.numbering
        if numbering is Numbering.REQUIRED and not document.doc_number:
            yield (
                document.origin.path,
                document.origin.line_of("genre"),
                f"体裁是“{document.genre.name}”，却没有写“发文字号”；请补上一行“发文字号: …”，或者改正体裁",
            )
        if numbering is Numbering.NONE and document.doc_number:
            yield (
                document.origin.path,
                document.origin.line_of("doc_number"),
                f"体裁是“{document.genre.name}”，这种体裁没有发文字号，却写了“{document.doc_number}”；请删去，或者改正体裁",
            )


@rule(
    "normative-missing",
    "有发文字号的文件要写明是不是规范性文件",
    Severity.WARNING,
    norm="国办发〔2018〕115号",
    family=Family.COMPLETENESS,
    advice="由起草单位或者法制机构认定，写上是或者否。",
    bad="发文字号: 示政规〔2026〕8号，没有“规范性文件”",
    good="发文字号: 示政规〔2026〕8号，规范性文件: 是",
)
def normative_missing(column: Column) -> Findings:
    """Whether a paper is normative is decided by a person, never inferred; a numbered paper says so."""
    for document in column.documents:
        is_numbered = document.doc_number and document.genre.numbering is not Numbering.NONE
        if is_numbered and document.normative is None:
            yield (
                document.origin.path,
                document.origin.line_of("doc_number"),
                "有发文字号，却没有写明是不是规范性文件；请补上一行“规范性文件: 是”或者“规范性文件: 否”",
            )


@rule(
    "empty-body",
    "文件要有正文或者附件",
    family=Family.COMPLETENESS,
    advice="在第二行“---”下面写正文，或者在“附件”里写上文件。",
    bad="第二行“---”下面什么也没有",
    good="第二行“---”下面有正文",
)
def empty_body(column: Column) -> Findings:
    """A page shows a text, or at least a file."""
    for writing in column.writings:
        if not writing.body.strip() and not writing.attachments:
            yield (
                writing.origin.path,
                writing.origin.line,
                "没有正文，也没有附件；请写上正文，或者在“附件”里写上文件",
            )


@rule(
    "guide-missing",
    "专栏要有政府信息公开指南",
    Severity.WARNING,
    norm="条例第十二条",
    family=Family.COMPLETENESS,
    advice="新建 content/guide/index.md，写明信息分类、获取方式和受理机构。",
    bad="没有 content/guide/index.md",
    good="content/guide/index.md 里写好了指南",
)
def guide_missing(column: Column) -> Findings:
    """The column has a guide; without one the page shows only what column.yml says."""
    path = "content/guide/index.md"
    if path not in column.broken and not any(page.slug == "index" for page in column.guide):
        yield path, 1, "没有写政府信息公开指南，页面上只有联系方式；请新建这个文件"


@rule(
    "annex-missing",
    "正文里列出的附件要有",
    Severity.WARNING,
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="把附件放到文档旁边，写进“附件”；附件是文字的，也可以接在正文后面；不公开的附件写明（此件不公开）。",
    bad="（正文末尾有“附件：标准表”，没有写“附件”，正文后面也没有）",
    good="附件: [{标题: 标准表, 文件: biaozhun.xlsx}]",
)
def annex_missing(column: Column) -> Findings:
    """A list of annexes below the text is followed by them, or there is at least one file or link."""
    for writing in column.documents:
        note = annex_note(writing.body)
        if note and not note.is_followed and not files_beside(writing) and not writing.links:
            yield (
                writing.origin.path,
                writing.body_line + note.place,
                f"正文列出了附件“{'”“'.join(note.names)}”，却没有附件；请把文件放到文档旁边，写进“附件”",
            )


@rule(
    "summary-repeats-title",
    "内容概述要说清内容，不能只重复标题",
    Severity.WARNING,
    norm="条例第十二条第三款",
    family=Family.COMPLETENESS,
    advice="用一两句话写明给谁、什么事、标准或者期限是多少；目录、搜索结果和网页标签里都显示这一段。",
    bad="标题: 示例县民政局关于调整低保标准的通知，内容概述: 关于调整低保标准的通知",
    good="内容概述: 城乡最低生活保障标准自2027年1月起提高，附各类标准表。",
)
def summary_repeats_title(column: Column) -> Findings:
    """内容概述 is more than the title, or than a part of it."""
    for writing in column.writings:
        if _bare(writing.summary) in _bare(writing.title):
            yield (
                writing.origin.path,
                writing.origin.line_of("summary"),
                f"内容概述“{writing.summary}”只是重复标题；请用一两句话写明给谁、什么事、标准或者期限是多少",
            )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


_SITE_FACTS = ("site_name", "site_address", "site_code")


@rule(
    "site-facts",
    "column.yml 最好写明网站名称、网站地址、网站标识码",
    Severity.WARNING,
    norm="国办发〔2017〕47号",
    family=Family.SITE,
    advice="在 catalogue/column.yml 里补上缺的几行；网站标识码在网站页脚和备案材料里。",
    bad="column.yml 里没有“网站标识码”",
    good='网站标识码: "9901210001"',
)
def site_facts(column: Column) -> Findings:
    """SiteName, SiteDomain and SiteIDCode are META tags of every page; they come from column.yml."""
    missing = [label(ColumnInfo, name) for name in _SITE_FACTS if not getattr(column.info, name)]
    if missing:
        yield (
            "catalogue/column.yml",
            1,
            f"没有写“{'”“'.join(missing)}”；每个网页的标签里都要有，请补上",
        )


@rule(
    "no-issuer",
    "文件要有发文机关",
    family=Family.COMPLETENESS,
    advice="写上发文机关的全称或者简称；联合发文的，牵头的写在前面。",
    bad="发文机关: []",
    good="发文机关: [示例县民政局, 示例县财政局]",
)
def no_issuer(column: Column) -> Findings:
    """发文机关 names at least one organ."""
    for document in column.documents:
        if not document.issuers:
            yield document.origin.path, document.origin.line_of("issuers"), "“发文机关”是空的列表；请写上机关名称"
