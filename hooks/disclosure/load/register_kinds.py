"""Registers that norms ask of every county, with their columns ready-made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from disclosure.model import CellKind, RegisterColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterKind:
    """类别: ``id`` is what a new file of it is called; ``named_by`` and so on are names of ``columns``."""

    id: str
    name: str
    description: str
    basis: str
    columns: tuple[RegisterColumn, ...]
    named_by: str
    identified_by: tuple[str, ...]
    until_by: str | None = None


def _column(name: str, kind: CellKind = CellKind.TEXT, meaning: str = "", **more: Any) -> RegisterColumn:
    return RegisterColumn(name=name, kind=kind, meaning=meaning or None, **more)


def _must(name: str, kind: CellKind = CellKind.TEXT, meaning: str = "", **more: Any) -> RegisterColumn:
    return _column(name, kind, meaning, required=True, **more)


_ORGAN, _PAPER, _PHONE, _DAY = CellKind.ORGAN, CellKind.PAPER, CellKind.PHONE, CellKind.DAY
_NUMBER, _MONEY, _CHOICE = CellKind.NUMBER, CellKind.MONEY, CellKind.CHOICE

_KINDS = (
    RegisterKind(
        id="subsidies",
        name="惠民惠农补贴清单",
        description="可以查到有哪些惠民惠农补贴、给谁、标准是多少、打哪个电话问。",
        basis="《中华人民共和国政府信息公开条例》第二十条第十一项；惠民惠农财政补贴“七公开”要求",
        columns=(
            _must("补贴政策名称"),
            _must("文件依据", _PAPER, "文号；专栏以外的文件写书名号括起来的标题"),
            _must("主管部门", _ORGAN, filter=True),
            _must("资金用途"),
            _must("补贴对象"),
            _must("补助标准"),
            _must("政策解答电话", _PHONE),
        ),
        named_by="补贴政策名称",
        identified_by=("补贴政策名称",),
    ),
    RegisterKind(
        id="subsidy-payments",
        name="补贴发放结果",
        description="可以查到各村发放了哪些补贴、发了多少；姓名作了遮蔽，不公开证件号码和银行账号。",
        basis="《中华人民共和国政府信息公开条例》第二十条第十一项；惠民惠农财政补贴“七公开”要求",
        columns=(
            _must("乡镇", filter=True),
            _must("村（组）", filter=True),
            _must("序号", meaning="在本村这项补贴里的序号"),
            _must("姓名", meaning="遮蔽后的姓名，如 张*", masked=True),
            _must("补贴项目", filter=True),
            _column("数量", _NUMBER, "面积、人数等"),
            _column("标准", meaning="每亩、每人多少元"),
            _must("金额", _MONEY, unit="元", total=True),
            _column("发放日期", _DAY),
        ),
        named_by="姓名",
        identified_by=("村（组）", "补贴项目", "序号"),
    ),
    RegisterKind(
        id="powers",
        name="权责清单",
        description="可以查到各部门有哪些职权、依据什么法律、由谁承办、怎样监督。",
        basis="《中华人民共和国政府信息公开条例》第二十条第五项、第六项；推行权力清单制度的有关规定",
        columns=(
            _must("职权编码"),
            _must("职权名称"),
            _column("子项"),
            _must(
                "职权类别",
                _CHOICE,
                filter=True,
                choices=(
                    *("行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政检查"),
                    *("行政确认", "行政奖励", "行政裁决", "其他职权"),
                ),
            ),
            _must("实施依据"),
            _must("行使主体", _ORGAN, filter=True),
            _column("承办机构"),
            _column("责任事项"),
            _column("追责情形"),
            _must("监督电话", _PHONE),
        ),
        named_by="职权名称",
        identified_by=("职权编码",),
    ),
    RegisterKind(
        id="fees",
        name="行政事业性收费目录",
        description="可以查到执行哪些行政事业性收费、收多少、依据是什么；清单以外的收费可以拒绝。",
        basis="《中华人民共和国政府信息公开条例》第二十条第八项、《优化营商环境条例》第二十五条",
        columns=(
            _must("部门", _ORGAN, filter=True),
            _must("项目名称"),
            _must("收费标准"),
            _column("收费对象"),
            _must("是否涉企", _CHOICE, choices=("是", "否"), filter=True),
            _column("资金管理方式"),
            _must("政策依据"),
            _column("设立级次", _CHOICE, choices=("中央", "省级"), filter=True),
        ),
        named_by="项目名称",
        identified_by=("项目名称",),
    ),
    RegisterKind(
        id="procurement",
        name="政府集中采购目录",
        description="可以查到哪些货物、服务和工程要集中采购，从多少钱起。",
        basis="《中华人民共和国政府信息公开条例》第二十条第九项、《中华人民共和国政府采购法》第七条",
        columns=(
            _must("编码"),
            _must("品目名称"),
            _must("类别", _CHOICE, choices=("货物", "服务", "工程"), filter=True),
            _column("限额标准", _MONEY, "达到这个金额的要集中采购", unit="万元"),
            _column("采购方式"),
            _column("备注"),
        ),
        named_by="品目名称",
        identified_by=("编码",),
    ),
    RegisterKind(
        id="decisions",
        name="重大行政决策事项目录",
        description="可以查到本年度要作哪些重大行政决策、由谁承办、要走哪些程序。",
        basis="《重大行政决策程序暂行条例》第三条第三款",
        columns=(
            _must("决策事项名称"),
            _must("承办单位", _ORGAN, filter=True),
            _must("决策程序"),
            _column("是否听证", _CHOICE, choices=("是", "否"), filter=True),
            _column("决策时间", meaning="计划完成的时间，如 2026年9月"),
            _column("相关文件", _PAPER),
        ),
        named_by="决策事项名称",
        identified_by=("决策事项名称",),
    ),
    RegisterKind(
        id="proposals",
        name="建议提案办理",
        description="可以查到人大代表建议和政协提案由谁办理、办得怎样、怎样答复。",
        basis="国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知（国办发〔2014〕46号）",
        columns=(
            _must("届次", filter=True),
            _must("类型", _CHOICE, choices=("建议", "提案"), filter=True),
            _must("编号"),
            _must("标题"),
            _column("代表委员"),
            _must("承办单位", _ORGAN, filter=True),
            _column("答复文号"),
            _must("答复日期", _DAY),
            _must(
                "办理结果",
                _CHOICE,
                choices=("已经解决或者基本解决", "正在解决或者列入计划", "暂不具备条件、留作参考"),
                filter=True,
            ),
            _column("答复全文", _PAPER),
        ),
        named_by="标题",
        identified_by=("届次", "类型", "编号"),
    ),
    RegisterKind(
        id="random-checks",
        name="双随机抽查结果",
        description="可以查到抽查了谁、查什么、结果怎样。",
        basis="国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见（国发〔2019〕5号）",
        columns=(
            _must("检查对象"),
            _must("抽查事项", filter=True),
            _column("抽查类别", _CHOICE, choices=("重点检查事项", "一般检查事项"), filter=True),
            _must("检查机关", _ORGAN, filter=True),
            _must("检查日期", _DAY),
            _must(
                "检查结果",
                _CHOICE,
                choices=(
                    *("未发现问题", "发现问题已责令改正", "发现问题待后续处理"),
                    *("不配合检查情节严重", "未发现开展本次抽查涉及的经营活动", "通过登记的住所无法联系"),
                ),
                filter=True,
            ),
            _column("备注"),
        ),
        named_by="检查对象",
        identified_by=("检查对象", "抽查事项", "检查日期"),
    ),
    RegisterKind(
        id="penalties",
        name="行政处罚决定",
        description="可以查到具有一定社会影响的行政处罚决定：罚了谁、为什么、罚多少。",
        basis="《中华人民共和国行政处罚法》第三十九条、第四十八条",
        columns=(
            _must("决定书文号"),
            _must("当事人"),
            _must("违法行为类型", filter=True),
            _column("违法事实"),
            _must("处罚内容"),
            _column("罚款金额", _MONEY, unit="元"),
            _must("处罚机关", _ORGAN, filter=True),
            _must("处罚日期", _DAY),
            _must("公示截止期", _DAY, "过了这一天就不再公布"),
        ),
        named_by="当事人",
        identified_by=("决定书文号",),
        until_by="公示截止期",
    ),
    RegisterKind(
        id="projects",
        name="重大建设项目",
        description="可以查到有哪些重大建设项目、投资多少、进展怎样。",
        basis="《中华人民共和国政府信息公开条例》第二十条第十项",
        columns=(
            _must("项目名称"),
            _column("项目代码"),
            _must("类别", filter=True),
            _must("建设单位"),
            _must("责任单位", _ORGAN, filter=True),
            _column("建设内容"),
            _column("建设起止年限"),
            _must("总投资", _MONEY, unit="亿元", total=True),
            _column("年度计划投资", _MONEY, unit="亿元", total=True),
            _column("进展"),
        ),
        named_by="项目名称",
        identified_by=("项目名称",),
    ),
    RegisterKind(
        id="normative-review",
        name="规范性文件清理结果",
        description="可以查到哪些规范性文件继续有效、哪些废止、哪些要修改。",
        basis="国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）",
        columns=(
            _must("文件名称"),
            _must("文号", _PAPER),
            _must("制定机关", _ORGAN, filter=True),
            _must("清理结果", _CHOICE, choices=("继续有效", "废止", "失效", "拟修改"), filter=True),
            _column("清理依据", _PAPER),
            _column("备注"),
        ),
        named_by="文件名称",
        identified_by=("文号",),
    ),
    RegisterKind(
        id="hiring",
        name="人员招录",
        description="可以查到招录哪些职位、几个人、要什么条件、打哪个电话问。",
        basis="《中华人民共和国政府信息公开条例》第二十条第十四项",
        columns=(
            _must("职位代码"),
            _must("职位名称"),
            _must("招录单位", filter=True),
            _must("招录人数", _NUMBER, unit="人", total=True),
            _column("学历", filter=True),
            _column("专业"),
            _column("其他条件"),
            _must("咨询电话", _PHONE),
        ),
        named_by="职位名称",
        identified_by=("职位代码",),
    ),
)

REGISTER_KINDS = {kind.name: kind for kind in _KINDS}
"""The kinds by name."""
