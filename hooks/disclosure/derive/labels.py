"""The META tags of a page: which list it belongs to, and for a text its title, date and source.

国办发〔2017〕47号, annex: a list page bears ColumnName, ColumnDescription, ColumnKeywords and ColumnType; a text bears
these and ArticleTitle, PubDate and ContentSource.  Description is in the template of every page, because HTML knows it too.
"""

from __future__ import annotations

from disclosure.derive import addresses, wording
from disclosure.derive.frame import ANNUAL, COLUMN, GUIDE, RULES, STATUTORY
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Label, Place
from disclosure.model import AnnualReport, ColumnInfo, ColumnType, Document, Item, Writing

RULES_DESCRIPTION = "政府信息公开的法律法规和国家、省、市、县各级制度。"
_PARTS = {
    "guide": (GUIDE, "公开什么信息、怎么查、怎么申请、找谁问。", ColumnType.GUIDE),
    "rules": (RULES, RULES_DESCRIPTION, ColumnType.POLICY),
    "statutory": (STATUTORY, "依照《政府信息公开条例》主动公开的文件，按栏目排列。", ColumnType.CATALOGUE),
    "annual": (ANNUAL, "各年度的政府信息公开工作年度报告。", ColumnType.ANNUAL),
    "about": ("关于本站", "怎样使用这个专栏，无障碍、隐私和版权说明。", ColumnType.GUIDE),
}


def of_list(name: str, description: str, type_: ColumnType, *keywords: str) -> tuple[Label, ...]:
    """The tags of a list; its name and the name of the column are always key words."""
    return (
        Label("ColumnName", name),
        Label("ColumnDescription", description),
        Label("ColumnKeywords", ",".join(dict.fromkeys([name, *keywords, COLUMN]))),
        Label("ColumnType", str(type_)),
    )


def of_part(part: str) -> tuple[Label, ...]:
    """The tags of one of the four parts, or of the pages about the site ("about")."""
    return of_list(*_PARTS[part])


def of_item(holdings: Holdings, item: Item) -> tuple[Label, ...]:
    """The tags of an item."""
    group = holdings.item_by_id.get(item.parent or "")
    type_ = holdings.column.type_of(item)
    return of_list(item.name, description_of(item), type_, *((group.name,) if group else ()))


def description_of(item: Item) -> str:
    """What an item holds, in a sentence."""
    return item.description or f"{item.name}：主动公开的文件。"


def _reporter(writing: Writing) -> str:
    """The department or township whose annual report this is, if it is one."""
    return writing.organ.name if isinstance(writing, AnnualReport) and writing.organ else ""


def of_text(info: ColumnInfo, writing: Writing) -> tuple[Label, ...]:
    """The tags of a document or page, besides those of its list."""
    issuers = wording.issuers(writing) if isinstance(writing, Document) else _reporter(writing)
    optional = {
        "Keywords": ",".join(writing.keywords) if isinstance(writing, Document) else None,
        "Author": writing.editor,
    }
    return (
        Label("ArticleTitle", writing.title),
        Label("PubDate", f"{writing.published.isoformat()} {writing.clock or '00:00'}"),
        Label("ContentSource", writing.source or issuers or info.organ.name),
        *(Label(name, value) for name, value in optional.items() if value),
        Label("Url", Place(addresses.of_writing(writing))),
    )
