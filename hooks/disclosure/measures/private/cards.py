"""银行卡号 and the accounts of persons: cards by their check (Luhn) and issuer, accounts by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from disclosure.measures.private.context import Around, Label
from disclosure.measures.private.issuers import could_be_issued, is_issued_in_china
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, SURE_NAME, names_a_person
from disclosure.measures.private.resident_ids import has_date
from disclosure.measures.private.signs import Number, is_alone

_GROUPINGS = frozenset(
    [(4, 4, 4, 4), (4, 4, 4, 4, 3), (6, 13), (6, 10), (4, 4, 4, 4, 2), (4, 4, 4, 4, 1), (4, 6, 5), (4, 5, 4, 6), (8, 8)]
)
_MONEY = re.compile("卡|账|帐|户|银行|信用社|农商|存折|转账|汇款|付款|代发|打款")
_OF_ORGANS = re.compile(
    "公司|局|中心|财政|专户|政府|委员会|学校|医院|办公室|合作社|协会|基金会|服务站|管理[处站所]|指挥部|厂|店|经营部|事务所|银行保证金|保证金|"
    "对公|非税|国库|基本账户|基本户|一般户|收款单位|单位名称|国土|法院|税务|慈善|红十字|捐[款赠]|党费|工会|缴[款费]|竞买|投标|履约|委托|罚款"
)
_OF_A_PERSON = re.compile(
    "一卡通|社保卡|社会保障卡|惠[民农]卡|工资卡|存折|储蓄卡|借记卡|信用卡|本人|个人|农户|村民|姓名|户主|领取人|受益人|"
    rf"(?:户名|开户人|开户名|收款人|持卡人|账户名|领款人)[称]?[:：]?\s*(?:{ANY_NAME})(?![{chr(0x4E00)}-{chr(0x9FFF)}])"
)
_DECLARED = re.compile(
    "卡号|[账帐]号|[账帐]户号?码?|一卡通号?码?|存折号?码?|银行卡|信用卡|储蓄卡|社保卡|工资卡|惠[民农]卡"
)
_NO_BANK = re.compile("用户|登录|公交|图书|会员|就诊|门禁|微信|邮箱|QQ|燃气|水费|电费|公积金|医保")


def cards(text: str, numbers: Sequence[Number], around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every card and every account of a person in ``text``."""
    for number in numbers:
        plain = number.plain
        if not 12 <= len(plain) <= 24 or not is_alone(text, number.start, number.end):
            continue
        kind = _kind_of(number, around)
        if kind:
            yield Found(kind, number.start, number.end, masked_card(plain))


def masked_card(plain: str) -> str:
    """The last four digits."""
    return "*" * (len(plain) - 4) + plain[-4:]


def passes_luhn(plain: str) -> bool:
    """Whether the last digit is the check of the others."""
    total = 0
    for place, digit in enumerate(reversed(plain)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _kind_of(number: Number, around: Callable[[int, int], Around]) -> Kind | None:
    plain, is_whole = number.plain, len(number.groups) == 1
    may_be_card = (
        15 <= len(plain) <= 19 and passes_luhn(plain) and (is_issued_in_china(plain) or could_be_issued(plain))
    )
    if may_be_card and (is_whole or number.groups in _GROUPINGS or (number.is_broken and len(number.groups) == 2)):
        place = around(number.start, number.end)
        label, distance = place.label
        if label in (Label.CODE, Label.RESIDENT_ID) and distance == 0:
            return None
        if label is Label.AMOUNT and place.head and not place.before.strip():
            return None
        if place.has_unit:
            return None
        if is_issued_in_china(plain) and not _looks_like_area_code(plain):
            return Kind.BANK_CARD
        if label is Label.CARD or _MONEY.search(place.row) or names_a_person(place.row):
            return Kind.BANK_CARD
    if len(number.groups) > 6:
        return None
    place = around(number.start, number.end)
    label, distance = place.label
    if label is not Label.CARD or distance > 12:
        return None
    said = place.before[-24:] if _DECLARED.search(place.before[-24:]) else place.head
    if not _DECLARED.search(said) or _NO_BANK.search(said[-12:]):
        return None
    if _is_of_an_organ(place):
        return None
    return Kind.BANK_ACCOUNT if _is_of_a_person(place) else None


def _looks_like_area_code(plain: str) -> bool:
    """Whether the number may begin with the code of a place in Gansu and a date, as numbers of papers do."""
    return plain[6:8] in ("19", "20") and has_date(plain[:14] + "0000")


def _is_of_an_organ(place: Around) -> bool:
    return bool(_OF_ORGANS.search(place.row)) and not re.search(
        "一卡通|社保卡|工资卡|惠[民农]卡", place.before[-24:] + place.head
    )


def _is_of_a_person(place: Around) -> bool:
    return bool(_OF_A_PERSON.search(place.row) or _OF_A_PERSON.search(place.head) or re.search(SURE_NAME, place.row))
