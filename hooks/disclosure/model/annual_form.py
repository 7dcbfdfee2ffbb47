"""The official form of 年度报告 as it is printed: headings, blocks, rows with the labels of the form.

Rows are named by the fields of ``model/annual.py``; the labels are those of 国办公开办函〔2021〕30号, which the trial form shares.
"""

from __future__ import annotations

from dataclasses import dataclass

PARTS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANT, ORGANISATION = "申请人情况", "法人或其他组织"
SUBJECT = "信息内容"
RESULTS = "三、本年度办理结果"
REVIEW, SUIT = "行政复议", "行政诉讼"
DIRECT, AFTER_REVIEW = "未经复议直接起诉", "复议后起诉"


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows with a label of their own to their left, or a single row that needs none; ``rows`` are names and labels."""

    label: str
    rows: tuple[tuple[str, str], ...]


BLOCKS = (
    RowGroup("第二十条第（一）项", (("rules", "规章"), ("normative", "行政规范性文件"))),
    RowGroup("第二十条第（五）项", (("licences", "行政许可"),)),
    RowGroup("第二十条第（六）项", (("penalties", "行政处罚"), ("coercions", "行政强制"))),
    RowGroup("第二十条第（八）项", (("fees", "行政事业性收费"),)),
)
"""Table 二."""

TRIAL_BLOCKS = (
    RowGroup("第二十条第（一）项", (("rules", "规章"), ("normative", "规范性文件"))),
    RowGroup("第二十条第（五）项", (("licences", "行政许可"), ("other_services", "其他对外管理服务事项"))),
    RowGroup("第二十条第（六）项", (("penalties", "行政处罚"), ("coercions", "行政强制"))),
    RowGroup("第二十条第（八）项", (("fees", "行政事业性收费"),)),
    RowGroup("第二十条第（九）项", (("procurement", "政府集中采购"),)),
)
"""Table 二 of the trial form."""

_SHARED_RESULTS = (
    RowGroup("（一）予以公开", (("opened", ""),)),
    RowGroup("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", (("opened_partly", ""),)),
    RowGroup(
        "（三）不予公开",
        (
            ("denied_secret", "1.属于国家秘密"),
            ("denied_law", "2.其他法律行政法规禁止公开"),
            ("denied_safety", "3.危及“三安全一稳定”"),
            ("denied_third_party", "4.保护第三方合法权益"),
            ("denied_internal", "5.属于三类内部事务信息"),
            ("denied_process", "6.属于四类过程性信息"),
            ("denied_case_file", "7.属于行政执法案卷"),
            ("denied_inquiry", "8.属于行政查询事项"),
        ),
    ),
    RowGroup(
        "（四）无法提供",
        (
            ("unable_not_held", "1.本机关不掌握相关政府信息"),
            ("unable_to_make", "2.没有现成信息需要另行制作"),
            ("unable_unclear", "3.补正后申请内容仍不明确"),
        ),
    ),
    RowGroup(
        "（五）不予处理",
        (
            ("refused_petition", "1.信访举报投诉类申请"),
            ("refused_repeated", "2.重复申请"),
            ("refused_publication", "3.要求提供公开出版物"),
            ("refused_excessive", "4.无正当理由大量反复申请"),
            ("refused_confirmation", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
)
RESULT_GROUPS = (
    *_SHARED_RESULTS,
    RowGroup(
        "（六）其他处理",
        (
            ("other_uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
            ("other_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
            ("other_rest", "3.其他"),
        ),
    ),
)
"""The 21 results of table 三."""

TRIAL_RESULT_GROUPS = (*_SHARED_RESULTS, RowGroup("（六）其他处理", (("other_all", ""),)))
"""The 19 results of the trial form."""

TOTAL = "（七）总计"
ENDS = {
    "new": "一、本年新收政府信息公开申请数量",
    "carried_in": "二、上年结转政府信息公开申请数量",
    "total": TOTAL,
    "carried_out": "四、结转下年度继续办理",
}
"""The rows of table 三 around the results."""

DISPUTE_ROWS = {"reviews": REVIEW, "suits_direct": f"{SUIT}：{DIRECT}", "suits_after_review": f"{SUIT}：{AFTER_REVIEW}"}
"""What the three groups of table 四 are called where they are named one by one."""


def label_of_result(group: RowGroup, label: str) -> str:
    """A result by its group and its own label: （三）不予公开 1.属于国家秘密."""
    return f"{group.label} {label}".rstrip()
