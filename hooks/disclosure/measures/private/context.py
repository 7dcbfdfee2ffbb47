"""What stands around a number and says what it is: the label before it, the head of its column, the unit after it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Label(enum.Enum):
    """What a word before a number, or the head of a column, says that numbers are."""

    RESIDENT_ID = enum.auto()
    PAPER = enum.auto()
    CARD = enum.auto()
    MOBILE = enum.auto()
    PHONE = enum.auto()
    CONTACT = enum.auto()
    CODE = enum.auto()
    AMOUNT = enum.auto()


_LABELS = {
    Label.RESIDENT_ID: "身份证|公民身份|居民身份|身份号码|身份证明|证件号|证件编号|证照号|身份代码|(?<![A-Za-z])ID(?:号|\\s*[:：])",
    Label.PAPER: "护照|通行证|军官证|士兵证|警官证|残疾人?证|驾驶证|社保号|社会保障号|社会保障卡号|居留证|居住证|学籍号|回乡证|台胞证",
    Label.CARD: "卡号|[账帐]号|[账帐]户|一卡通|存折|银行卡|信用卡|储蓄卡|社保卡|工资卡|惠[民农]卡|开户",
    Label.MOBILE: "手机|移动电话|手提电话|(?<![a-z])mobile|(?<![a-z])cell",
    Label.PHONE: "电话|联系方式|联系人|致电|拨打|来电|热线|值班|传真|短信|(?<![a-z])tel|(?<![a-z])phone|📞|☎|☏",
    Label.CONTACT: "QQ|扣扣|企鹅号|微信号?|群号|钉钉",
    Label.CODE: (
        "编号|编码|代码|文号|字号|案号|批号|单号|流水号?|学号|工号|书号|许可证|批准号|备案|索引号|合同号|序列号|条形?码|项目号|注册号|信用代码|"
        "机构代码|宗地|地块|图号|税号|登记号|凭证号|票号|发票|准考证|报名号|报考号|考号|考生号|档案号|卷号|型号|标准号|产权证|识别号|"
        "标识码?|公网安备|网址|受理号|业务号|申请号|订单|快递|运单|批次|版本号|设备号|户号|表号|箱号|车架号|发动机号|端口|校验码|追溯码|"
        "(?<![A-Za-z])(?:ICP|ISBN|IMEI|CODE)(?![A-Za-z])|(?<![A-Za-z号话机])No[.．:： ]"
    ),
    Label.AMOUNT: (
        "金额|合计|总计|小计|共计|累计|总额|余额|结余|结转|预算|决算|支出|收入|资金|投资|产值|价款|价格|单价|费用|经费|面积|数量|总量|款项|"
        "税额|利息|本金|资产|负债|成本|利润|销售额|工资|补助|补贴|人民币|[￥¥$]"
    ),
}
_LABEL = re.compile("|".join(f"(?P<{label.name}>{words})" for label, words in _LABELS.items()), re.IGNORECASE)
_HEAD_ORDER = (
    Label.RESIDENT_ID, Label.PAPER, Label.MOBILE, Label.PHONE, Label.CARD, Label.CONTACT, Label.CODE, Label.AMOUNT,
)  # fmt: skip
_HEAD_AMOUNT = re.compile(r"(?:额|款|费|价|值|量|数|[(（].{0,4}元.{0,4}[)）])\s*$")
_DIRECTLY = re.compile(r"(?:No\.?|[\s:：为是（(第〔\[【“\"'‘号码编=＝_~—\-|｜*`,，\u200b])*", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*(?:[(（]?(?:人民币|万|亿|仟|元|美元|吨|千瓦|千克|公斤|平方|立方|㎡|m²|m2|亩|公顷|公里|米|度|%|％|人次|人|户|股|份|册|件|辆|台|只|头|株|千米|kwh|kw)"
    r"|号(?!码))",
    re.IGNORECASE,
)
_REACH = 60


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a place in a text.

    ``before`` and ``after`` are what stands on its line or in its cell; ``head`` is the head of its column, ``row`` the
    whole line or row.
    """

    before: str = ""
    after: str = ""
    head: str = ""
    row: str = ""

    @property
    def label(self) -> tuple[Label | None, int]:
        """What the nearest word before, or else the head, says, and how many signs lie between (0: directly before)."""
        said = list(_LABEL.finditer(self.before))
        if said and (last := said[-1]).lastgroup:
            between = self.before[last.end() :]
            return Label[last.lastgroup], 0 if _DIRECTLY.fullmatch(between) else len(between)
        return label_of_head(self.head), len(self.before.strip())

    def says(self, *labels: Label, within: int = _REACH) -> bool:
        """Whether the nearest word before, or the head of the column, is one of ``labels``."""
        label, distance = self.label
        return (label in labels and distance <= within) or label_of_head(self.head) in labels

    @property
    def has_unit(self) -> bool:
        """Whether a unit of measure follows, so that the number is an amount."""
        return bool(_UNIT.match(self.after))


def label_of_head(head: str) -> Label | None:
    """What the head of a column says of the numbers below it."""
    if not head:
        return None
    plain = re.sub(r"\s", "", head)
    found = {match.lastgroup for match in _LABEL.finditer(plain)}
    for label in _HEAD_ORDER:
        if label.name in found:
            return label
    return Label.AMOUNT if _HEAD_AMOUNT.search(plain) else None


def around(text: str, start: int, end: int, head: str = "") -> Around:
    """What stands around a place in running text: its line, and a short line above that may be its label."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    before = text[max(begin, start - _REACH) : start]
    if not before.strip(" \t\u3000|*>-") and begin:
        above = text[max(0, begin - 24) : begin].rstrip().rpartition("\n")[2]
        before = above + "\n" + before
    return Around(before, text[end : min(stop, end + 24)], head, text[max(begin, start - 300) : min(stop, end + 300)])
