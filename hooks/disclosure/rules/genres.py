"""文种: what kind of paper a title says it is, and what kind of paper is not for publication."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.load.papers import PAPER_KINDS
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_BEHIND = re.compile(r"\s*[（(\[【][^（）()\[\]【】]{1,30}[）)\]】]$")
"""What may stand behind the 文种 of a title: （2026年第3号）."""

_AT_END = re.compile(
    rf"(?:(?P<kind>{'|'.join(kind for kind in PAPER_KINDS if kind not in ('议案', '意见', '函'))}|公示)"
    r"|(?<=的)(?P<motion>议案)|(?<![求集馈])(?P<opinion>意见)|(?P<letter>复?函)|(?:政府|局|委员会|厅|部)(?P<order>令))$"
)
"""Court cases end with 复议案 and notices with 征求意见: these are no 文种."""

_STATUTORY = frozenset({*PAPER_KINDS, "公示"})
_WRITTEN_SO = {"复函": "函", "令": "命令", "命令（令）": "命令"}

_INTERNAL = {
    "请示": "请示是报给上级的过程性信息",
    "议案": "议案提请人民代表大会审议，由人民代表大会公开",
    "纪要": "纪要是内部的过程性信息",
}
_ASKS_SUPERIOR = re.compile(
    "(?:妥否|当否|可否|是否妥当|是否可行)[，,]?(?:请|恳请|敬请)(?:予以)?(?:批示|批复|审批|审示|审核批准|指示|批准)"
    "|(?:特此请示|以上请示)"
)
_NOT_NORMATIVE = re.compile(
    "关于(?:表彰|表扬|嘉奖)|(?:表彰|嘉奖|表扬)的?(?:决定|通报)|(?:任职|免职|任免职?|职务任免)的(?:通知|决定)|会议纪要"
    "|工作要点|(?:成立|调整).{2,60}?(?:领导小组|指挥部|工作专班|工作组)"
)


@rule(
    "genre-disagrees",
    "体裁分类要与标题末尾的文种一致",
    Severity.WARNING,
    norm="《党政机关公文处理工作条例》第八条",
    family=Family.COMPLETENESS,
    advice="看标题最后两个字：……的通知就选通知，……的公告就选公告。",
    bad="标题: 示例县民政局关于……的通知，体裁分类: 公告",
    good="标题: 示例县民政局关于……的通知，体裁分类: 通知",
)
def genre_disagrees(column: Column) -> Findings:
    """A title that ends with one 文种 has no other as its genre; genres that are no 文种 (预案, 规划) say something else."""
    for document in column.documents:
        told = _kind_at_end(document.title)
        genre = _WRITTEN_SO.get(document.genre.name, document.genre.name)
        if told and genre in _STATUTORY and told != genre and not document.interprets:
            yield (
                document.origin.path,
                document.origin.line_of("genre"),
                f"标题末尾的文种是“{told}”，体裁分类写的是“{document.genre.name}”；请核对，一般以标题为准",
            )


@rule(
    "internal-paper",
    "请示、纪要等内部公文一般不公开",
    Severity.WARNING,
    norm="条例第十六条第二款",
    family=Family.COMPLETENESS,
    advice="核对能不能公开：不能的把公开属性改掉并写依据，或者移走；能公开的，写明谁核对的。",
    bad="标题: 示例县民政局关于增加救助资金的请示，公开属性: 主动公开",
    good="标题: 示例县人民政府关于增加救助资金的批复，公开属性: 主动公开",
)
def internal_paper(column: Column) -> Findings:
    """A public document is no 请示, 议案 or 纪要, by title or genre, and does not ask a superior for a decision."""
    for document in column.documents:
        if not document.is_public or document.interprets:
            continue
        told = _kind_at_end(document.title)
        kind = next((kind for kind in _INTERNAL if kind in (told, document.genre.name)), None)
        if kind:
            yield (
                document.origin.path,
                document.origin.line_of("title" if kind == told else "genre"),
                f"这是一份{kind}，公开属性却是“{document.openness}”；{_INTERNAL[kind]}，一般不公开，请核对",
            )
        elif "请" in document.body[-1500:] and (asked := _ASKS_SUPERIOR.search(document.body)):
            yield (
                document.origin.path,
                document.body_line + document.body.count("\n", 0, asked.start()),
                f"正文写着“{asked[0]}”，像是报给上级的请示，公开属性却是“{document.openness}”；请核对能不能公开",
            )


@rule(
    "not-normative",
    "表彰、任免、纪要等不是行政规范性文件",
    Severity.WARNING,
    norm="国办发〔2018〕115号",
    family=Family.COMPLETENESS,
    advice="核对以后改成“规范性文件: 否”，年度报告里的件数也跟着核对。",
    bad="标题: ……关于表彰先进集体的决定，规范性文件: 是",
    good="标题: ……关于表彰先进集体的决定，规范性文件: 否",
)
def not_normative(column: Column) -> Findings:
    """What the norm excludes (表彰奖惩, 人事任免, 会议纪要, 内部机构) is not marked as normative."""
    for document in column.documents:
        found = _NOT_NORMATIVE.search(document.title) if document.normative else None
        if found:
            yield (
                document.origin.path,
                document.origin.line_of("normative"),
                f"标题里有“{found[0]}”，这类文件不算行政规范性文件，却写了“规范性文件: 是”；请核对",
            )


def _kind_at_end(title: str) -> str | None:
    """The 文种 that ``title`` ends with, if it is clear that it is one (……的通知, ……公告（第3号）)."""
    found = _AT_END.search(_BEHIND.sub("", title))
    return _WRITTEN_SO.get(found[0], next(filter(None, found.groups()))) if found else None
