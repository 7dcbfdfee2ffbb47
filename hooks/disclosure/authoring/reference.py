"""The field reference for editors, in Chinese, made from the vocabulary."""

from __future__ import annotations

from disclosure.model import (
    AcceptedElsewhere,
    AcceptedFinding,
    AnnualPage,
    Attachment,
    Bulletin,
    BulletinSection,
    BulletinText,
    Checks,
    ChosenLimit,
    ColumnInfo,
    DeclaredSite,
    Disclosed,
    Disputes,
    Division,
    Document,
    Evidence,
    FieldCatalogue,
    FormReport,
    Genre,
    Item,
    Leader,
    Matter,
    MatterPlace,
    NotKept,
    Organ,
    Page,
    Progress,
    ReadingPlace,
    Reference,
    Register,
    RegisterColumn,
    Requests,
    Review,
    RuleChoice,
    RulePage,
    SynonymGroup,
    Task,
    TaskGroup,
    TaskPlan,
    Theme,
    TrialDisclosed,
    TrialReport,
    TrialRequests,
    Withdrawal,
    WrongWord,
)
from disclosure.terms import Kind, Term, terms
from disclosure.workdays import CalendarYear, Holiday

_SECTIONS: tuple[tuple[str, type], ...] = (
    ("文件（content/statutory/栏目/年份/文件名.md）", Document),
    ("指南和说明页面（content/guide、content/about）", Page),
    ("制度（content/rules）", RulePage),
    ("年度报告（catalogue/annual/年份.yml，2021年起）", FormReport),
    ("主动公开（2021年起的表）", Disclosed),
    ("申请（2021年起的表）", Requests),
    ("复议诉讼", Disputes),
    ("年度报告（catalogue/annual/年份.yml，2019、2020年）", TrialReport),
    ("主动公开（2019、2020年的表）", TrialDisclosed),
    ("申请（2019、2020年的表）", TrialRequests),
    ("没有统一表格的年度报告（content/annual/年份.md，2018年以前）", AnnualPage),
    ("附件里的一项", Attachment),
    ("废止、修改、依据、解读里的一项", Reference),
    ("审核", Review),
    ("已核对里的一项", AcceptedFinding),
    ("专栏（catalogue/column.yml）", ColumnInfo),
    ("查阅场所里的一项", ReadingPlace),
    ("不设栏目里的一项", NotKept),
    ("机关（catalogue/organs.yml）", Organ),
    ("机构设置里的一项", Division),
    ("领导里的一项", Leader),
    ("栏目（catalogue/statutory.yml）", Item),
    ("撤下的页面（catalogue/withdrawn.yml）", Withdrawal),
    ("主题（catalogue/themes.yml）", Theme),
    ("体裁（catalogue/genres.yml）", Genre),
    ("同义词（catalogue/synonyms.yml）", SynonymGroup),
    ("用词（catalogue/wording.yml）", WrongWord),
    ("检查设置（catalogue/checks.yml）", Checks),
    ("检查设置的“规则”里的一项", RuleChoice),
    ("“限值”里的一项", ChosenLimit),
    ("检查设置的“已核对”里的一项", AcceptedElsewhere),
    ("检查设置的“外部网站”里的一项", DeclaredSite),
    ("标准目录（catalogue/fields/领域.yml）", FieldCatalogue),
    ("标准目录的“事项”里的一项", Matter),
    ("“公开位置”里的一项", MatterPlace),
    ("放假安排（catalogue/calendar/年份.yml）", CalendarYear),
    ("放假里的一项", Holiday),
    ("名录（catalogue/registers/名录标识.yml）", Register),
    ("名录的列里的一项", RegisterColumn),
    ("任务分解表（catalogue/tasks/年份.yml）", TaskPlan),
    ("分组里的一项", TaskGroup),
    ("任务里的一项", Task),
    ("进展里的一项", Progress),
    ("证据里的一项", Evidence),
    ("公报（catalogue/bulletins/年份-期号.yml）", Bulletin),
    ("公报目录里的一项", BulletinSection),
    ("公报栏目里的一篇", BulletinText),
)

_FORMS = {
    Kind.TEXT: "文字",
    Kind.TEXTS: "文字，可以有几个",
    Kind.PROSE: "几段文字，写在“|”后面",
    Kind.NUMBERS: "数",
    Kind.YEAR: "四位年份",
    Kind.ID: "小写英文字母、数字、连字符",
    Kind.PAPER_NUMBER: "文号",
    Kind.FILE: "文件名",
    Kind.DAY: "日期，如 2024-03-05",
    Kind.DAYS: "日期，可以有几个",
    Kind.DAY_OR_CHOICE: "日期，或者",
    Kind.YES_NO: "是、否",
    Kind.ORGAN: "机关名称",
    Kind.ORGANS: "机关名称，可以有几个",
    Kind.THEME: "主题名称",
    Kind.GENRE: "体裁名称",
    Kind.RECORD: "一组键",
    Kind.RECORDS: "一项或者几项，见下",
    Kind.ROWS: "一行一组“列名: 值”",
}


def field_reference() -> str:
    """All keys with their meaning, form and norm, as a Markdown page."""
    parts = ["# 字段说明\n", "这份说明由程序从词汇表生成，请不要直接改。必填的键标“是”。\n"]
    for heading, noun in _SECTIONS:
        parts.append(f"## {heading}\n")
        parts.append("| 键 | 必填 | 写什么 | 形式 | 依据 |\n|---|---|---|---|---|")
        parts += [_row(a_term) for a_term in terms(noun).values()]
        parts.append("")
    return "\n".join(parts)


def _row(a_term: Term) -> str:
    choices = "、".join(a_term.choices or ())
    form = "：".join(part for part in (_FORMS.get(a_term.kind), choices) if part)
    form = "、".join(a_term.choices) if a_term.choices else _FORMS[a_term.kind]
    if len(a_term.columns) > 1:
        form = f"{len(a_term.columns)} 个数：{'、'.join(a_term.columns)}"
    return f"| {a_term.key} | {'是' if a_term.required else ''} | {a_term.meaning} | {form} | {a_term.norm} |"
