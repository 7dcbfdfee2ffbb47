"""个人信息 and marks of secrecy: nothing private leaks from any text, table or attachment.

What is private is found by measures.private, once for a column.  A value is never repeated: messages show its mask.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from disclosure.column import Column
from disclosure.measures.private.kinds import Kind
from disclosure.measures.private.leaks import Leak, leaks_in
from disclosure.passages import NAME_OF_FILE
from disclosure.problems import Family, Latitude, Severity
from disclosure.rules.registry import Findings, rule

_LAW = "个人信息保护法第二十五条、第二十八条；条例第十五条"
RULE_OF: Mapping[Kind, str] = {
    Kind.RESIDENT_ID: "resident-id",
    Kind.BANK_CARD: "bank-card",
    Kind.BANK_ACCOUNT: "bank-account",
    Kind.MOBILE: "mobile-number",
    Kind.PAPER: "identity-paper",
    Kind.PLATE: "number-plate",
    Kind.HOME: "home-address",
    Kind.BIRTH: "birth-date",
    Kind.MINOR: "named-minor",
    Kind.HARDSHIP: "named-hardship",
    Kind.CONTACT: "personal-contact",
    Kind.SECRECY: "secrecy-mark",
}
_CAN_BE_MASKED = (".docx", ".docm", ".xlsx", ".xlsm", ".csv", ".md", ".yml", ".yaml", ".txt", ".html", ".htm")
_SHOWN = 30
"""Findings of a kind in one file that are told one by one; a list of ten thousand people is told once."""

_MASK = "遮蔽可以用 disclosure mask 文件 一次做完，原件会留一份。"


@rule(
    "resident-id",
    "公开的内容里不能有完整的身份证号",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"删去，或者遮蔽：前两位、后三位以外换成星号。{_MASK}",
    bad="身份证号：370000********00123X（没有遮蔽的）",
    good="身份证号：37*************23X",
)
def resident_id(column: Column) -> Findings:
    """No resident ID number stands anywhere, whether its check is right or only its label says what it is."""
    yield from _told(column, Kind.RESIDENT_ID)


@rule(
    "bank-card",
    "公开的内容里不能有银行卡号",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"删去这一列；要留着核对的，只留后四位。{_MASK}",
    bad="发放账号：6228480000000001234（没有遮蔽的）",
    good="发放账号：***************1234",
)
def bank_card(column: Column) -> Findings:
    """No number of a card stands anywhere."""
    yield from _told(column, Kind.BANK_CARD)


@rule(
    "bank-account",
    "个人的银行账号不能公开；单位收款的账号可以",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"删去或者遮蔽；是单位收款账号的，写清户名，或者写进“已核对”。{_MASK}",
    bad="户名：林某某，账号：9100000000001234（没有遮蔽的）",
    good="户名：样例县财政局，账号：9100000000001234",
    latitude=Latitude.NAMED,
)
def bank_account(column: Column) -> Findings:
    """No account of a person stands anywhere; those of organs and firms are there to be paid into."""
    yield from _told(column, Kind.BANK_ACCOUNT)


@rule(
    "mobile-number",
    "公开的内容里不能有个人的手机号",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"换成办公电话，或者遮蔽中间四位；办公用的手机写进 organs.yml，或者写进“已核对”。{_MASK}",
    bad="联系人：林望川，13800000000（没有遮蔽的）",
    good="联系人：林望川，0300-5550101",
    latitude=Latitude.NAMED,
)
def mobile_number(column: Column) -> Findings:
    """No mobile number stands anywhere but those that organs.yml and column.yml give as numbers of offices."""
    yield from _told(column, Kind.MOBILE)


@rule(
    "identity-paper",
    "公开的内容里不能有护照、通行证、军官证等证件号码",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"删去，或者只留前两位、后两位。{_MASK}",
    bad="护照号：E00000001（没有遮蔽的）",
    good="护照号：E0*****01",
    latitude=Latitude.NAMED,
)
def identity_paper(column: Column) -> Findings:
    """No number of a passport or another paper of a person stands anywhere."""
    yield from _told(column, Kind.PAPER)


@rule(
    "number-plate",
    "公开的内容里一般不写完整的车牌号",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"删去，或者遮蔽中间几位；依法要公告号牌的，写进“已核对”。{_MASK}",
    bad="当事人驾驶鲁A00000号轿车",
    good="当事人驾驶鲁A0***0号轿车",
    latitude=Latitude.NAMED,
)
def number_plate(column: Column) -> Findings:
    """No number plate stands anywhere."""
    yield from _told(column, Kind.PLATE)


@rule(
    "home-address",
    "住址只公开到村、社区、街道，不能到门牌",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"写到乡镇（街道）、村（社区）为止；是办公、经营地址的，写进“已核对”。{_MASK}",
    bad="住址：样例县清河镇柳湾村3组12号",
    good="住址：样例县清河镇柳湾村",
    latitude=Latitude.NAMED,
)
def home_address(column: Column) -> Findings:
    """No home address goes down to the door; those of offices do."""
    yield from _told(column, Kind.HOME)


@rule(
    "birth-date",
    "出生日期不能和姓名一起公开到日",
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"任前公示写到月；别的删去，或者只留年份。{_MASK}",
    bad="林望川，男，1985年3月2日出生",
    good="林望川，男，1985年3月出生",
    latitude=Latitude.NAMED,
)
def birth_date(column: Column) -> Findings:
    """No birth date to the day stands beside a name."""
    yield from _told(column, Kind.BIRTH)


@rule(
    "named-minor",
    "未成年人不能写全名",
    norm="未成年人保护法第四条；个人信息保护法第二十八条",
    family=Family.PRIVACY,
    advice=f"姓名写成“张*”，或者整份名单不放到网上。{_MASK}",
    bad="孤儿林小舟，9岁",
    good="孤儿林*，9岁",
    latitude=Latitude.NAMED,
)
def named_minor(column: Column) -> Findings:
    """No child is called by its full name in lists and texts about children."""
    yield from _told(column, Kind.MINOR)


@rule(
    "named-hardship",
    "困难、疾病、残疾情况不能和全名一起公开",
    norm="社会救助暂行办法第六十一条；个人信息保护法第二十八条",
    family=Family.PRIVACY,
    advice=f"姓名写成“张*”，或者整份名单只在村里公示、不放到网上；依法要公示全名的，写进“已核对”。{_MASK}",
    bad="| 林望川 | 低保户 | 二级肢体残疾 |",
    good="| 林* | 低保户 | |",
    latitude=Latitude.NAMED,
)
def named_hardship(column: Column) -> Findings:
    """No full name stands beside hardship, illness or disability."""
    yield from _told(column, Kind.HARDSHIP)


@rule(
    "personal-contact",
    "个人的邮箱、QQ、微信一般不公开",
    Severity.WARNING,
    norm=_LAW,
    family=Family.PRIVACY,
    advice=f"换成办公邮箱，或者遮蔽；是单位公用的，写进 organs.yml，或者写进“已核对”。{_MASK}",
    bad="林望川，邮箱 linwangchuan85@qq.com",
    good="县民政局，邮箱 mzj@yanglixian.gov.cn",
)
def personal_contact(column: Column) -> Findings:
    """Mailboxes and accounts of persons do not stand anywhere."""
    yield from _told(column, Kind.CONTACT)


@rule(
    "secrecy-mark",
    "有密级标志、内部资料标志的文件不能公开",
    norm="保守国家秘密法第三十五条；条例第十四条、第十七条",
    family=Family.PRIVACY,
    advice="马上停下：不要发布，已经发布的立即撤下，报告本机关的保密工作机构。删去标志不等于解密。",
    bad="机密★1年",
    good="没有这样标志的文件；解密以后，用解密的文本",
)
def secrecy_mark(column: Column) -> Findings:
    """No paper bears the mark of a secret or of an internal paper."""
    yield from _told(column, Kind.SECRECY)


_ADVICE: Mapping[Kind, str] = {
    Kind.MOBILE: "请换成办公电话，或者",
    Kind.BANK_ACCOUNT: "是个人的请删去，或者",
    Kind.HOME: "请只写到乡镇、村（社区），或者",
    Kind.CONTACT: "请换成办公的，或者",
    Kind.MINOR: "请不要公开这份名单，或者",
    Kind.HARDSHIP: "请不要公开这份名单，或者",
}


def message_of(leak: Leak) -> str:
    """What people are told of something private: its kind, its mask, what to do."""
    where = f"{leak.where}：" if leak.where else ""
    if leak.kind is Kind.SECRECY:
        return f"{where}有“{leak.mask}”的标志，这样的文件不能公开；请不要发布，已经发布的马上撤下，并报告保密工作机构"
    if leak.kind is Kind.MINOR:
        said = f"未成年人“{leak.mask}”写的是全名"
    elif leak.kind is Kind.HARDSHIP:
        said = f"“{leak.mask}”的全名和困难、疾病、残疾情况写在一起"
    else:
        said = f"{leak.kind}“{leak.mask}”没有遮蔽"
    if leak.where == NAME_OF_FILE:
        return f"{where}{said}；请给文件改名，文档里写的文件名也要改"
    how = (
        "可以用 disclosure mask 来做"
        if leak.path.lower().endswith(_CAN_BE_MASKED)
        else "请在原来的文件里改好，重新上传"
    )
    return f"{where}{said}；{_ADVICE.get(leak.kind, '请删去，或者')}照这样遮蔽，{how}"


def _told(column: Column, kind: Kind) -> Findings:
    """The findings of a kind; of many in one file the first, and how many more there are."""
    found = [leak for leak in leaks_in(column) if leak.kind is kind]
    for path, group in groupby(sorted(found, key=lambda leak: leak.path), key=lambda leak: leak.path):
        leaks = list(group)
        for leak in leaks[:_SHOWN]:
            yield path, leak.line, message_of(leak)
        if len(leaks) > _SHOWN:
            yield (
                path,
                leaks[_SHOWN].line,
                f"还有 {len(leaks) - _SHOWN} 处{kind}，不再一一列出；这样的名单请不要公开，或者全部遮蔽",
            )
