"""Numbers by which documents are found and cited: 索引号 and 发文字号."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.model import Document
from disclosure.problems import Family, Severity
from disclosure.rules.catalogue import is_sound
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_INDEX_NUMBER = re.compile(r"([0-9A-HJ-NPQRTUWXY]{18})/(?:19|20)\d{2}(?:\d{2})?-\d{5,7}")
_DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,12}〔(?:19|20)\d{2}〕[1-9]\d{0,5}号"
    r"|[\u4e00-\u9fff]{1,14}令第[1-9]\d*号"
    r"|[\u4e00-\u9fff]{1,14}公告(?:19|20)\d{2}年第[1-9]\d*号"
)


@rule(
    "duplicate-number",
    "索引号和发文字号全站不能重复",
    family=Family.COMPLETENESS,
    advice="对照原件，改正写错的那个；同一份文件发布了两次的，删去一份。",
    bad="两份文件都写 发文字号: 示交发〔2024〕9号",
    good="一份是 示交发〔2024〕9号，一份是 示交发〔2024〕10号",
)
def duplicate_number(column: Column) -> Findings:
    """索引号 and 发文字号 name one document each."""
    for field in ("index_number", "doc_number"):
        first: dict[str, Document] = {}
        for document in column.documents:
            number = getattr(document, field)
            if number is None:
                continue
            if number in first:
                yield (
                    document.origin.path,
                    document.origin.line_of(field),
                    f"{label(Document, field)}“{number}”与 {first[number].origin.path} 重复；请核对后改正其中一个",
                )
            else:
                first[number] = document


@rule(
    "index-number-form",
    "索引号要写成“统一社会信用代码/年份-序号”",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="照本机关的统一社会信用代码改；以前已经公布过的老索引号不要改，核对后在“已核对”里写明。",
    bad="索引号: 示民-2026-123",
    good="索引号: 1199012110026732XE/2026-000123",
)
def index_number_form(column: Column) -> Findings:
    """索引号 follows the scheme of the column and starts with the code of the lead issuer."""
    for document in column.documents:
        found = _INDEX_NUMBER.fullmatch(document.index_number)
        line = document.origin.line_of("index_number")
        lead = document.issuers[0] if document.issuers else None
        if not found:
            example = f"{lead.credit_code if lead else '18位代码'}/{document.issued.year}-000123"
            yield (
                document.origin.path,
                line,
                f"索引号“{document.index_number}”不是“统一社会信用代码/年份-序号”的形式；应当像 {example}",
            )
        elif lead and found[1] != lead.credit_code and is_sound(lead.credit_code):
            yield (
                document.origin.path,
                line,
                f"索引号以 {found[1]} 开头，而发文机关{lead.name}的代码是 {lead.credit_code}；请核对索引号和发文机关",
            )


@rule(
    "doc-number-form",
    "发文字号要写成“机关代字〔年份〕序号号”",
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="照原件写：年份四位、用六角括号〔〕，序号前不加 0 和“第”。",
    bad="发文字号: 示民[2026]第030号",
    good="发文字号: 示民〔2026〕30号",
)
def doc_number_form(column: Column) -> Findings:
    """发文字号 is 机关代字〔year〕number号 with a number without leading zero, or 令第N号, or 公告YYYY年第N号."""
    for document in column.documents:
        if document.doc_number and not _DOC_NUMBER.fullmatch(document.doc_number):
            yield (
                document.origin.path,
                document.origin.line_of("doc_number"),
                f"发文字号“{document.doc_number}”的形式不对；应当像“示政发〔2024〕12号”：年份四位、用六角括号〔〕、序号前不加 0 和“第”",
            )
