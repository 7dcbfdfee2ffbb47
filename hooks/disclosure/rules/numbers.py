"""Numbers by which documents are found and cited: 索引号 and 发文字号."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import Document
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.catalogue import is_sound
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_INDEX_NUMBER = re.compile(r"([0-9A-HJ-NPQRTUWXY]{18})/(?:19|20)\d{2}(?:\d{2})?-\d{5,7}")
_DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,12}〔(?:19|20)\d{2}〕[1-9]\d{0,5}号"
    r"|[\u4e00-\u9fff]{1,14}令第[1-9]\d*号"
    r"|[\u4e00-\u9fff]{1,14}公告(?:19|20)\d{2}年第[1-9]\d*号"
)
_STEM = re.compile(r"(.+?)(?:〔|令第|公告(?=(?:19|20)\d{2}年))")
_YEAR = re.compile(r"〔((?:19|20)\d{2})〕|公告((?:19|20)\d{2})年")
_INDEX_YEAR = re.compile(r"/((?:19|20)\d{2})(?:\d{2})?-")
_YEAR_LONG = 366
_NEW_YEAR = Limit("doc-number-year", "跨年天数", 31, "成文日期在新年前后这么多天里的，文号可以是相邻那一年的")


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


@rule(
    "doc-number-organ",
    "发文字号要以发文机关的机关代字开头",
    Severity.WARNING,
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="核对文号和发文机关，哪个录错了改哪个；机关有新的代字，加到 organs.yml 的机关代字里。",
    bad="发文字号: 示财〔2026〕9号（发文机关是示例县民政局，机关代字是示民）",
    good="发文字号: 示民〔2026〕9号",
)
def doc_number_organ(column: Column) -> Findings:
    """A 发文字号 begins with a 机关代字 of an issuer; where that of an issuer is not known, with none of another organ."""
    owners = {prefix: organ for organ in column.organs for prefix in organ.number_prefixes}
    for document in _numbered_once(column, "doc_number"):
        stem = _STEM.match(document.doc_number or "")
        own = [prefix for organ in document.issuers for prefix in organ.number_prefixes]
        if stem is None or not document.issuers or stem[1] in own or _is_name_of(stem[1], document):
            continue
        owner = owners.get(stem[1])
        if owner or all(organ.number_prefixes for organ in document.issuers):
            issuers = "、".join(organ.name for organ in document.issuers)
            yield (
                document.origin.path,
                document.origin.line_of("doc_number"),
                f"发文字号“{document.doc_number}”的机关代字“{stem[1]}”{f'是{owner.name}的' if owner else '机关目录里没有'}，"
                f"发文机关是{issuers}{_prefixes(own)}；请核对文号和发文机关"
                f"{'' if owner else '，都没有错就在 organs.yml 里加上这个代字'}",
            )


@rule(
    "doc-number-year",
    "发文字号的年份要与成文日期的年份一致",
    Severity.WARNING,
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="对照正式文件，改正文号或者成文日期；年底编号、年初签发的不算错。",
    bad="发文字号: 示民〔2025〕9号，成文日期: 2026-06-10",
    good="发文字号: 示民〔2026〕9号，成文日期: 2026-06-10",
    limits=(_NEW_YEAR,),
)
def doc_number_year(column: Column) -> Findings:
    """The year of 发文字号 is that of 成文日期, or of a day near to it on the other side of New Year."""
    margin = dt.timedelta(days=min(column.checks.limit(_NEW_YEAR), _YEAR_LONG))
    for document in _numbered_once(column, "doc_number"):
        found = _YEAR.search(document.doc_number or "")
        year = int(found[1] or found[2]) if found else document.issued.year
        if not (document.issued - margin).year <= year <= (document.issued + margin).year:
            yield (
                document.origin.path,
                document.origin.line_of("doc_number"),
                f"发文字号“{document.doc_number}”是 {year} 年的，成文日期是 {document.issued}；请对照正式文件，改正录错的那一个",
            )


@rule(
    "index-number-year",
    "索引号里的年份要与成文日期或者发布日期的年份一致",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="新编的索引号用成文的年份；已经公布过的索引号不要改，请核对成文日期。",
    bad="索引号: 1199012110026732XE/2024-000123，成文日期: 2026-06-10",
    good="索引号: 1199012110026732XE/2026-000123，成文日期: 2026-06-10",
)
def index_number_year(column: Column) -> Findings:
    """The year in 索引号 is that in which the document was issued, or published."""
    for document in _numbered_once(column, "index_number"):
        found = _INDEX_YEAR.search(document.index_number)
        if found and int(found[1]) not in (document.issued.year, document.published.year):
            yield (
                document.origin.path,
                document.origin.line_of("index_number"),
                f"索引号“{document.index_number}”里的年份是 {found[1]}，成文日期是 {document.issued}，"
                f"发布日期是 {document.published}；请核对索引号和日期",
            )


def _numbered_once(column: Column, field: str) -> Iterator[Document]:
    """The documents whose number no other has: of two, one is wrong, and is told so already."""
    counts = Counter(getattr(document, field) for document in column.documents)
    return (document for document in column.documents if counts[getattr(document, field)] == 1)


def _is_name_of(stem: str, document: Document) -> bool:
    """Whether an order or announcement is numbered under the name of an issuer (示例县人民政府令第5号)."""
    return any(stem in (organ.name, organ.short_name) for organ in document.issuers)


def _prefixes(own: list[str]) -> str:
    return f"（代字：{'、'.join(own)}）" if own else ""
