"""Contact data that people can use: whole numbers with area code, office mailboxes, hours that say from when to when."""

from __future__ import annotations

import re
from collections import Counter

from disclosure.column import Column
from disclosure.load.contacts import TelephoneKind, is_mail_address, is_personal, mailboxes_in, masked, telephones_of
from disclosure.measures.contact_data import ContactFact, contact_facts, tells_contacts
from disclosure.model import ColumnInfo, Organ
from disclosure.passages import Passage
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule
from disclosure.terms import label

_NUMBERS = ("telephone", "fax", "hotline", "advice")
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d\uff5e~]")
_THREE_SIGNS, _FOUR_SIGNS = re.compile(r"010|02\d"), re.compile(r"0[3-9]\d\d")
_CLOCK = re.compile(r"\d{1,2}\s*[:：点时]|24\s*小时|全天")


@rule(
    "telephone-form",
    "联系电话、传真要写完整：区号加 7 位或者 8 位号码",
    Severity.WARNING,
    norm="条例第十二条第二款、第二十条第二项",
    family=Family.COMPLETENESS,
    advice="写成 0300-5550101；几个号码用顿号隔开，说明写在号码后面的括号里。这样手机上点一下就能拨打。",
    bad="联系电话: 0300-555010",
    good="联系电话: 0300-5550101、5550102（夜间）",
)
def telephone_form(column: Column) -> Findings:
    """Every office number has an area code of its own or before it, and as many signs as there are in its area."""
    for fact in contact_facts(column):
        if fact.name in _NUMBERS and (fault := _fault_of(fact.text)):
            yield (
                fact.path,
                fact.line,
                f"{fact.owner}的“{fact.label}”写的是“{masked(fact.text)}”，{fault}；请写成 0300-5550101 的样子，几个号码用顿号隔开",
            )


@rule(
    "office-mobile",
    "公开的办公电话一般不用手机号码",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="换成办公室的固定电话；确实是公用的值班手机，写进“已核对”，写明谁核对的。",
    bad="联系电话: 138****5678（个人手机）",
    good="联系电话: 0300-5550101",
)
def office_mobile(column: Column) -> Findings:
    """A mobile number in the place of an office number may be somebody's own."""
    for fact in contact_facts(column):
        for telephone in (telephones_of(fact.text) or ()) if fact.name in _NUMBERS else ():
            if telephone.kind is TelephoneKind.MOBILE:
                yield (
                    fact.path,
                    fact.line,
                    f"{fact.owner}的“{fact.label}”是手机号码 {masked(telephone.local)}；请核对是不是个人的，换成固定电话",
                )


@rule(
    "area-code",
    "同一个专栏里的区号一般相同",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="核对区号；机关在别的地方办公的，写进“已核对”。",
    bad="联系电话: 0301-5550101（专栏的联系电话是 0300-5550100）",
    good="联系电话: 0300-5550101",
)
def area_code(column: Column) -> Findings:
    """Offices have the area code of the office that keeps the column; where it stands alone, that of most."""
    own = {each.area for each in telephones_of(column.info.telephone) or () if each.area}
    if not own:
        return
    found = [(fact, _areas_of(fact)) for fact in contact_facts(column)]
    counts = Counter(area for _, areas in found for area in areas)
    most, count = max(counts.items(), key=lambda each: each[1], default=("", 0))
    usual, whose = own, f" column.yml 的联系电话“{masked(column.info.telephone)}”"
    if most not in own and 2 * count > counts.total():
        usual, whose = {most}, f"多数电话的区号 {most} "
    for fact, areas in found:
        if other := [area for area in areas if area not in usual]:
            yield (
                fact.path,
                fact.line,
                f"{fact.owner}的“{fact.label}”写的是“{masked(fact.text)}”，区号 {other[0]} 与{whose}不同；请核对",
            )


@rule(
    "postcode-form",
    "邮政编码要有 6 位数字",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="写 6 位数字，加上引号，免得开头的 0 丢掉。",
    bad='邮政编码: "99012"',
    good='邮政编码: "990121"',
)
def postcode_form(column: Column) -> Findings:
    """A postcode has six digits."""
    for fact in contact_facts(column):
        if fact.name == "postcode" and not re.fullmatch(r"\d{6}", fact.text, re.ASCII):
            yield fact.path, fact.line, f"邮政编码写的是“{fact.text}”，应当是 6 位数字；请改正"


@text_rule(
    "office-mailbox",
    "公开的电子邮箱要写完整，用办公邮箱",
    Severity.WARNING,
    family=Family.COMPLETENESS,
    advice="换成单位的办公邮箱（一般以 .gov.cn 结尾）：个人邮箱换了人就收不到，也不安全。",
    bad="电子邮箱: z***@qq.com",
    good="电子邮箱: zwgk@shilixian.gov.cn",
)
def office_mailbox(passage: Passage, column: Column) -> TextFindings:
    """In the catalogues, the guide and the newest reports no office gets its letters where anybody has a mailbox."""
    is_organs = passage.noun is Organ and passage.label == label(Organ, "email")
    is_columns = passage.noun is ColumnInfo and passage.label == label(ColumnInfo, "online")
    if is_organs and not is_mail_address(passage.text):
        yield 0, f"“{passage.label}”写的“{passage.text}”不是一个邮箱；请写成 zwgk@shilixian.gov.cn 的样子"
    elif is_organs or is_columns or ("@" in passage.text and tells_contacts(passage, column)):
        for mailbox, place in mailboxes_in(passage.text):
            if is_personal(mailbox):
                yield place, f"邮箱 {masked(mailbox)} 是个人也能注册的；请换成单位的办公邮箱"


@rule(
    "office-hours",
    "办公时间要写明几点到几点",
    Severity.WARNING,
    norm="条例第十二条第二款、第二十条第二项",
    family=Family.COMPLETENESS,
    advice="写明星期几、上午下午几点到几点；冬夏不同的都写上。",
    bad="办公时间: 正常工作日",
    good="办公时间: 工作日 8:30—12:00，14:00—17:30",
)
def office_hours(column: Column) -> Findings:
    """Hours say a time of the clock, or that somebody is there around it."""
    for fact in contact_facts(column):
        if fact.name == "hours" and not _CLOCK.search(fact.text):
            yield fact.path, fact.line, f"{fact.owner}的“{fact.label}”写的是“{fact.text}”，没有写几点到几点；请补上"


def _areas_of(fact: ContactFact) -> list[str]:
    """The area codes written in ``fact``, if its numbers can be dialled at all."""
    numbers = (telephones_of(fact.text) or ()) if fact.name in _NUMBERS and not _fault_of(fact.text) else ()
    return [each.area for each in numbers if each.kind is TelephoneKind.WITH_AREA]


def _fault_of(text: str) -> str:
    """What is wrong with the numbers in ``text``; nothing if people can dial them."""
    numbers = telephones_of(text)
    if numbers is None:
        if telephones_of(_DASHES.sub("-", text)) is not None:
            return "连字符不是半角的“-”，点了不能拨打"
        return "里面有读不出的号码，或者位数不对"
    for each in numbers:
        if each.kind is TelephoneKind.WITHOUT_AREA and not each.area:
            return "没有写区号"
        if each.kind in (TelephoneKind.WITH_AREA, TelephoneKind.WITHOUT_AREA) and (
            fault := _wrong_area(each.area, each.local)
        ):
            return fault
    return ""


def _wrong_area(area: str, local: str) -> str:
    if _THREE_SIGNS.fullmatch(area):
        return f"区号 {area} 的号码应当是 8 位" if len(local) == 7 else ""
    return "" if _FOUR_SIGNS.fullmatch(area) else f"没有区号 {area}"
