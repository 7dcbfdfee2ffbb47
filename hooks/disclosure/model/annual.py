"""年度报告 with the tables of the official form as numbers and its six parts as text.

The form is that of 国办公开办函〔2021〕30号 for the years from 2021 on; 2019 and 2020 have the trial form of 国办公开办函〔2019〕60号.
The keys are short; what stands in the tables of a page is ``model/annual_form.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from disclosure.model.catalogues import Organ
from disclosure.model.figures import Figures, Prose
from disclosure.model.writings import AnnualPage
from disclosure.terms import Kind, Term, term, terms

FIRST_YEAR_OF_TRIAL, FIRST_YEAR_OF_FORM = 2019, 2021
_FORM = "国办公开办函〔2021〕30号"
_TRIAL = "国办公开办函〔2019〕60号"

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_PAPERS = ("本年制发件数", "本年废止件数", "现行有效件数")
_TRIAL_PAPERS = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
_TRIAL_DECISIONS = ("上一年项目数量", "本年增/减", "处理决定数量")


def _row(key: str, meaning: str, columns: tuple[str, ...]) -> Figures:
    """A row of a table, which must be written."""
    row: Figures = term(key, Kind.NUMBERS, meaning, required=True, columns=columns)
    return row


def _request_row(key: str, meaning: str) -> Figures:
    return _row(key, meaning, APPLICANTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """Table 二: what was disclosed without being asked for."""

    rules: Figures = _row("规章", "第二十条第（一）项", _PAPERS)
    normative: Figures = _row("行政规范性文件", "第二十条第（一）项", _PAPERS)
    licences: Figures = _row("行政许可", "第二十条第（五）项", ("本年处理决定数量",))
    penalties: Figures = _row("行政处罚", "第二十条第（六）项", ("本年处理决定数量",))
    coercions: Figures = _row("行政强制", "第二十条第（六）项", ("本年处理决定数量",))
    fees: Figures = _row("行政事业性收费", "第二十条第（八）项", ("本年收费金额（单位：万元）",))
    note: Prose | None = term("说明", Kind.PROSE, "表前面的文字")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialDisclosed:
    """Table 二 of the trial form."""

    rules: Figures = _row("规章", "第二十条第（一）项", _TRIAL_PAPERS)
    normative: Figures = _row("规范性文件", "第二十条第（一）项", _TRIAL_PAPERS)
    licences: Figures = _row("行政许可", "第二十条第（五）项", _TRIAL_DECISIONS)
    other_services: Figures = _row("其他对外管理服务事项", "第二十条第（五）项", _TRIAL_DECISIONS)
    penalties: Figures = _row("行政处罚", "第二十条第（六）项", _TRIAL_DECISIONS)
    coercions: Figures = _row("行政强制", "第二十条第（六）项", _TRIAL_DECISIONS)
    fees: Figures = _row("行政事业性收费", "第二十条第（八）项", ("上一年项目数量", "本年增/减"))
    procurement: Figures = _row("政府集中采购", "第二十条第（九）项", ("采购项目数量", "采购总金额"))
    note: Prose | None = term("说明", Kind.PROSE, "表前面的文字")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """Table 三, the rows that both forms have."""

    new: Figures = _request_row("新收", "一、本年新收政府信息公开申请数量")
    carried_in: Figures = _request_row("上年结转", "二、上年结转政府信息公开申请数量")
    opened: Figures = _request_row("予以公开", "三（一）予以公开")
    opened_partly: Figures = _request_row("部分公开", "三（二）部分公开")
    denied_secret: Figures = _request_row("国家秘密", "三（三）不予公开 1.属于国家秘密")
    denied_law: Figures = _request_row("法律法规禁止", "三（三）不予公开 2.其他法律行政法规禁止公开")
    denied_safety: Figures = _request_row("三安全一稳定", "三（三）不予公开 3.危及“三安全一稳定”")
    denied_third_party: Figures = _request_row("第三方权益", "三（三）不予公开 4.保护第三方合法权益")
    denied_internal: Figures = _request_row("内部事务信息", "三（三）不予公开 5.属于三类内部事务信息")
    denied_process: Figures = _request_row("过程性信息", "三（三）不予公开 6.属于四类过程性信息")
    denied_case_file: Figures = _request_row("行政执法案卷", "三（三）不予公开 7.属于行政执法案卷")
    denied_inquiry: Figures = _request_row("行政查询事项", "三（三）不予公开 8.属于行政查询事项")
    unable_not_held: Figures = _request_row("不掌握信息", "三（四）无法提供 1.本机关不掌握相关政府信息")
    unable_to_make: Figures = _request_row("需另行制作", "三（四）无法提供 2.没有现成信息需要另行制作")
    unable_unclear: Figures = _request_row("补正后仍不明确", "三（四）无法提供 3.补正后申请内容仍不明确")
    refused_petition: Figures = _request_row("信访举报投诉", "三（五）不予处理 1.信访举报投诉类申请")
    refused_repeated: Figures = _request_row("重复申请", "三（五）不予处理 2.重复申请")
    refused_publication: Figures = _request_row("公开出版物", "三（五）不予处理 3.要求提供公开出版物")
    refused_excessive: Figures = _request_row("大量反复申请", "三（五）不予处理 4.无正当理由大量反复申请")
    refused_confirmation: Figures = _request_row(
        "确认或重新出具", "三（五）不予处理 5.要求行政机关确认或重新出具已获取信息"
    )
    total: Figures = _request_row("总计", "三（七）总计，等于上面各项办理结果之和")
    carried_out: Figures = _request_row("结转下年度", "四、结转下年度继续办理")
    note: Prose | None = term("说明", Kind.PROSE, "表前面的文字")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests(Handled):
    """Table 三: applications received and what became of them."""

    other_uncorrected: Figures = _request_row("逾期不补正", "三（六）其他处理 1.申请人无正当理由逾期不补正")
    other_unpaid: Figures = _request_row("逾期不缴费", "三（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用")
    other_rest: Figures = _request_row("其他", "三（六）其他处理 3.其他")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialRequests(Handled):
    """Table 三 of the trial form: 其他处理 is one row."""

    other_all: Figures = _request_row("其他处理", "三（六）其他处理")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """Table 四: 行政复议 and 行政诉讼."""

    reviews: Figures = _row("行政复议", "行政复议的五个数", OUTCOMES)
    suits_direct: Figures = _row("直接起诉", "未经复议直接起诉的五个数", OUTCOMES)
    suits_after_review: Figures = _row("复议后起诉", "复议后起诉的五个数", OUTCOMES)
    note: Prose | None = term("说明", Kind.PROSE, "表前面的文字")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReport(AnnualPage):
    """What reports of both forms have.

    ``year`` comes from the name of the file, or of the folder for the report of ``organ``, a department or township;
    that of the column's own organ has None.  ``body`` holds the texts at the lines where they stand in the file.
    """

    norm: ClassVar[str]
    year: int
    organ: Organ | None = None
    preface: Prose = term("前言", Kind.PROSE, "报告依据、统计期限、联系方式", required=True)
    overview: Prose = term("总体情况", Kind.PROSE, "一、总体情况", required=True, norm="条例第五十条")
    disclosed: Disclosed | TrialDisclosed
    requests: Requests | TrialRequests
    disputes: Disputes = term(
        "复议诉讼", Kind.RECORD, "四、政府信息公开行政复议、行政诉讼情况", required=True, record=Disputes, norm=_FORM
    )
    issues: Prose = term(
        "存在问题", Kind.PROSE, "五、存在的主要问题及改进情况", required=True, norm="条例第五十条第四项"
    )
    others: Prose = term("其他事项", Kind.PROSE, "六、其他需要报告的事项", required=True, norm="条例第五十条")
    members: Figures | None = term(
        "汇总单位数",
        Kind.NUMBERS,
        "报告汇总了多少个单位；写了，单位的报告齐了就核对相加是不是相等",
        columns=("单位数",),
    )
    holds_all_normative: bool | None = term(
        "规范性文件齐全", Kind.YES_NO, "本机关的规范性文件是不是都在本专栏；写“是”才核对件数"
    )
    known_fault: str | None = term("差错说明", Kind.TEXT, "报告原来公布时就有的差错，照原样公布，在这里说明")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReport(AnnualReport):
    """A report in the form of 2021."""

    norm: ClassVar[str] = _FORM
    disclosed: Disclosed = term(
        "主动公开", Kind.RECORD, "二、主动公开政府信息情况", required=True, record=Disclosed, norm=_FORM
    )
    requests: Requests = term(
        "申请", Kind.RECORD, "三、收到和处理政府信息公开申请情况", required=True, record=Requests, norm=_FORM
    )
    handling_fee: Figures = term(
        "信息处理费元", Kind.NUMBERS, "全年收取的信息处理费，没有收写 0", required=True, columns=("元",), norm=_FORM
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialReport(AnnualReport):
    """A report in the trial form, on 2019 or 2020."""

    norm: ClassVar[str] = _TRIAL
    disclosed: TrialDisclosed = term(
        "主动公开", Kind.RECORD, "二、主动公开政府信息情况", required=True, record=TrialDisclosed, norm=_TRIAL
    )
    requests: TrialRequests = term(
        "申请", Kind.RECORD, "三、收到和处理政府信息公开申请情况", required=True, record=TrialRequests, norm=_TRIAL
    )


def report_of_year(year: int) -> type[FormReport] | type[TrialReport] | None:
    """The form for reports on ``year``; None for years that had none."""
    if year < FIRST_YEAR_OF_TRIAL:
        return None
    return FormReport if year >= FIRST_YEAR_OF_FORM else TrialReport


def texts_of(report: AnnualReport) -> tuple[Prose, ...]:
    """All texts of ``report`` in the order of its parts."""
    notes = (report.disclosed.note, report.requests.note, report.disputes.note)
    return (report.preface, report.overview, *(note for note in notes if note), report.issues, report.others)


def rows_of(table: object) -> dict[str, Figures]:
    """The rows of a table by code name."""
    found = {entry.name: getattr(table, entry.name) for entry in fields(table)}  # type: ignore[arg-type]
    return {name: value for name, value in found.items() if isinstance(value, Figures)}


def rows_asked(noun: type) -> tuple[Term, ...]:
    """The rows of numbers that must be written in a table or a report."""
    return tuple(a_term for a_term in terms(noun).values() if a_term.kind is Kind.NUMBERS and a_term.required)


def tables_asked(noun: type) -> dict[str, type]:
    """The tables of numbers of a form of reports by key."""
    return {a_term.key: a_term.record for a_term in terms(noun).values() if a_term.record and rows_asked(a_term.record)}


def has_numbers(table: object) -> bool:
    """Whether any number of a table was published."""
    return any(len(row.blanks) < len(row.values) for row in rows_of(table).values())


def term_of(table: object, name: str) -> Term:
    """The term of the row ``name`` of a table: its key and the names of its columns."""
    noun: type = type(table)
    return terms(noun)[name]
