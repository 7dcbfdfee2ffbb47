"""Whole annual reports in the shape of published ones, with invented numbers: every true finding, and no false one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from columns import TODAY, sample_at
from disclosure.model.annual import Requests
from disclosure.pipeline import read_column
from disclosure.terms import Kind, terms

YEAR = 2023
PATH = f"catalogue/annual/{YEAR}.yml"
FEW = {
    "新收": "[58, 6, 0, 1, 4, 0, 69]",
    "上年结转": "[3, 1, 0, 0, 0, 0, 4]",
    "予以公开": "[27, 4, 0, 1, 2, 0, 34]",
    "部分公开": "[9, 1, 0, 0, 1, 0, 11]",
    "第三方权益": "[2, 0, 0, 0, 0, 0, 2]",
    "过程性信息": "[1, 0, 0, 0, 0, 0, 1]",
    "不掌握信息": "[12, 1, 0, 0, 1, 0, 14]",
    "重复申请": "[3, 0, 0, 0, 0, 0, 3]",
    "逾期不补正": "[2, 0, 0, 0, 0, 0, 2]",
    "总计": "[56, 6, 0, 1, 4, 0, 67]",
    "结转下年度": "[5, 1, 0, 0, 0, 0, 6]",
}
MANY = {
    "新收": "[913, 168, 0, 2, 29, 2, 1114]",
    "上年结转": "[41, 5, 0, 0, 0, 0, 46]",
    "予以公开": "[402, 90, 0, 1, 14, 2, 509]",
    "部分公开": "[88, 21, 0, 0, 5, 0, 114]",
    "法律法规禁止": "[7, 0, 0, 0, 0, 0, 7]",
    "第三方权益": "[31, 6, 0, 0, 1, 0, 38]",
    "行政查询事项": "[22, 4, 0, 0, 0, 0, 26]",
    "不掌握信息": "[287, 40, 0, 1, 8, 0, 336]",
    "信访举报投诉": "[35, 2, 0, 0, 0, 0, 37]",
    "其他": "[30, 3, 0, 0, 1, 0, 34]",
    "总计": "[902, 166, 0, 2, 29, 2, 1101]",
    "结转下年度": "[52, 7, 0, 0, 0, 0, 59]",
}


@dataclass(frozen=True)
class Published:
    """A report: its rows of table 三 (0 where none is given), of table 四, its texts."""

    rows: dict[str, str]
    overview: str
    disputes: tuple[str, str, str] = ("[2, 1, 0, 1, 4]", "[1, 0, 0, 0, 1]", "[0, 0, 0, 0, 0]")
    others: str = "本年度没有收取信息处理费，没有其他需要报告的事项。"
    fee: str = "0"
    issues: str = "主动公开的内容还不够细，政策解读的形式单一。下一年逐项核对目录，增加图解和问答。"
    more: str = ""

    @property
    def text(self) -> str:
        """The file."""
        zero = "[0, 0, 0, 0, 0, 0, 0]"
        requests = [
            f"  {term.key}: {self.rows.get(term.key, zero)}"
            for term in terms(Requests).values()
            if term.kind is Kind.NUMBERS
        ]
        disputes = [
            f"  {key}: {row}" for key, row in zip(("行政复议", "直接起诉", "复议后起诉"), self.disputes, strict=True)
        ]
        lines = [
            f"标题: 青禾县人民政府{YEAR}年政府信息公开工作年度报告",
            f"内容概述: 报告{YEAR}年主动公开和办理申请的情况。",
            f"发布日期: {YEAR + 1}-01-26",
            f"审核: {{人员: 保密审查岗, 日期: {YEAR + 1}-01-24}}",
            f"前言: 本报告的数据统计期限为{YEAR}年1月1日至12月31日。",
            "总体情况: |",
            *(f"  {line}" for line in self.overview.strip().split("\n")),
            "主动公开: {规章: [0, 0, 0], 行政规范性文件: [9, 4, 63], 行政许可: 21874, 行政处罚: 3340, 行政强制: 127, 行政事业性收费: 6821.37}",
            "申请:",
            *requests,
            "复议诉讼:",
            *disputes,
            f"存在问题: {self.issues}",
            f"其他事项: {self.others}",
            f"信息处理费元: {self.fee}",
            *([self.more] if self.more else []),
        ]
        return "\n".join(lines) + "\n"


END = """
（三）政府信息管理
建立台账，制发文件时同时确定公开属性。

（四）政府信息公开平台建设
门户网站全年更新信息2，360条，2022年更新1，905条。

（五）监督保障
纳入年度工作考核，占4分；开展社会评议，发放问卷300份；没有发生责任追究的情形。
"""
SOUND = Published(
    rows=MANY,
    overview="""
（一）主动公开
全县主动公开信息1.9万条。全年制定行政规范性文件9件，废止4件，现行有效63件。作出行政许可21874件，其中县行政审批局行政许可18200件、行政处罚0件。县政府常务会议议题42件。

（二）依申请公开
2023年，全县收到政府信息公开申请1,114件，同比增长18.2%，上年结转46件。2022年收到申请942件；结转下年度46件。县自然资源局收到申请305件；自然人申请结转下年度52件。办结1，101件，其中予以公开509件，部分公开114件，不予公开71件，无法提供336件，不予处理37件，其他处理34件。结转下年度59件。涉及土地征收的申请420件，占新收申请的37.7%。
因政府信息公开工作被申请行政复议4件，其中县公安局行政复议2件；行政诉讼1件。
"""
    + END,
    others="（一）收取信息处理费情况：发出收费通知3件，收取信息处理费分别为８８０元、1，080元、270元。（二）2022年收取信息处理费400元。",
    fee="2230",
)
FIRST = """
（一）主动公开
县政府办公室制定行政规范性文件2件。

（二）依申请公开
全年新收申请69件，上年结转4件；办结67件，结转下年度6件。县教育局受理申请7件。
"""
ROW = Published(rows={**FEW, "不掌握信息": "[12, 1, 0, 0, 1, 0, 15]"}, overview=FIRST + END)
COLUMN = Published(rows={**FEW, "部分公开": "[8, 1, 0, 0, 1, 0, 10]"}, overview=FIRST + END)
BLANK = Published(
    rows={**FEW, "三安全一稳定": "[0, 0, 0, 空, 0, 0, 0]", "结转下年度": "[5, 1, 空, 空, 0, 0, 6]"},
    overview=FIRST + END,
    disputes=("[2, 1, 0, 1, 4]", "[1, 0, 0, 0, 0]", "[0, 0, 0, 0, 空]"),
    issues="无",
    others="无",
    fee="120",
    more="差错说明: 原来公布的报告有几格空着，表四一个总计有误，第五、第六部分写的是“无”。",
)
WRONG_TEXT = Published(
    rows=FEW,
    overview=FIRST.replace("新收申请69件", "新收申请96件") + END,
    others="全年收取信息处理费：1.3万元。",
    fee="12000",
)
_THIRD = "三、收到和处理政府信息公开申请情况"


@pytest.mark.parametrize(
    ("report", "found"),
    [
        (SOUND, ()),
        (
            ROW,
            (
                (
                    "不掌握信息",
                    f"“{_THIRD}”的“（四）无法提供 1.本机关不掌握相关政府信息”一行，“自然人”到“其他”相加是 14，“总计”写的是 15，"
                    "相差 1；请核对这一行 [annual-row-sum]",
                ),
                (
                    "总计",
                    f"“{_THIRD}”的“总计”一列，21 项办理结果相加是 68，“（七）总计”写的是 67，相差 1；请核对这一列 [annual-column-sum]",
                ),
            ),
        ),
        (
            COLUMN,
            tuple(
                (
                    "总计",
                    f"“{_THIRD}”的“{name}”一列，21 项办理结果相加是 {added}，“（七）总计”写的是 {total}，相差 1；"
                    "请核对这一列 [annual-column-sum]",
                )
                for name, added, total in (("总计", 66, 67), ("自然人", 55, 56))
            ),
        ),
        (
            BLANK,
            (
                (
                    "三安全一稳定",
                    "（提醒）“三安全一稳定”里“社会公益组织”原来公布时空着，网页上也空着；别处用到这个数的地方都不写 [annual-known-fault]",
                ),
                *(
                    (
                        "结转下年度",
                        f"（提醒）“结转下年度”里“{name}”原来公布时空着，网页上也空着；别处用到这个数的地方都不写 [annual-known-fault]",
                    )
                    for name in ("社会公益组织", "科研机构")
                ),
                (
                    "直接起诉",
                    "（提醒）“四、政府信息公开行政复议、行政诉讼情况”的“行政诉讼：未经复议直接起诉”一行，“结果维持”到“尚未审结”相加是 1，"
                    "“总计”写的是 0，相差 1；请核对这一行 [annual-known-fault]",
                ),
                (
                    "复议后起诉",
                    "（提醒）“复议后起诉”里“总计”原来公布时空着，网页上也空着；别处用到这个数的地方都不写 [annual-known-fault]",
                ),
                (
                    "存在问题",
                    "（提醒）“五、存在的主要问题及改进情况”只写了“无”；这一部分要有实际内容，不能写“无”，请补写 [annual-known-fault]",
                ),
                (
                    "其他事项",
                    "（提醒）“信息处理费元”写的是 120，“六、其他需要报告的事项”里没有写收取信息处理费 120 元；"
                    "请写明，或者核对金额 [annual-known-fault]",
                ),
            ),
        ),
        (
            WRONG_TEXT,
            (
                (
                    "全年新收申请96件，上年结转4件",
                    f"（提醒）“总体情况”里写“全年新收申请96件”，“{_THIRD}”新收的总计是 69；文字和表格应当一致，请核对 [annual-told-number]",
                ),
                (
                    "其他事项",
                    "“信息处理费元”写的是 12000，“六、其他需要报告的事项”里没有写收取信息处理费 12000 元；请写明，或者核对金额 [annual-fee]",
                ),
            ),
        ),
    ],
    ids=["sound", "row", "column", "blank", "text"],
)
def test_every_true_finding_and_no_false_one(
    report: Published, found: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    root = sample_at(tmp_path)
    shutil.rmtree(root / "catalogue/annual")
    (root / "catalogue/annual").mkdir()
    (root / PATH).write_text(report.text, encoding="utf-8")
    _, problems = read_column(root, TODAY)
    expected = [f"{PATH}:{_line(report, where)}: {message}" for where, message in found]
    assert [str(problem) for problem in problems] == expected


def _line(report: Published, where: str) -> int:
    return next(at for at, line in enumerate(report.text.split("\n"), 1) if line.strip().startswith(where))
