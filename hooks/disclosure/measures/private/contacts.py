"""Mailboxes, QQ and 微信 of persons; those of offices stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from disclosure.measures.private.context import Around
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, names_a_person

_MAIL = re.compile(r"(?<![A-Za-z0-9._+*＊-])([A-Za-z0-9][A-Za-z0-9._+-]{1,40})@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,4})")
_PUBLIC = re.compile(
    r"(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|sina|sohu|139|189|wo|aliyun|gmail|outlook|hotmail|live|msn|21cn|tom|yahoo|icloud|263|56|eyou|"
    r"me|proton(?:mail)?|tianya|chinaren|sogou|wo\.com|189\.com|sina\.com|yahoo\.com)\.(?:com|cn|net|me)(?:\.cn)?",
    re.IGNORECASE,
)
"""Where persons have mailboxes."""

_QQ = re.compile(r"(?:QQ|扣扣|企鹅号)(?:号码?|账号)?\s*[:：为是]?\s*([1-9]\d{4,10})(?![\d@])", re.IGNORECASE)
_WECHAT = re.compile(
    r"(?:微信|V信|wechat)(?:号码?|账号|ID)?\s*[:：为是]\s*([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_.@-])",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    "个人邮箱|本人|私人邮箱|个人(?:联系|电子|QQ|微信)|来信人|投诉人|举报人|申请人|作者", re.IGNORECASE
)
_NAMED = re.compile(rf"(?:姓名|申请人|投诉人|举报人|户主|学生|当事人|家长|联系人)[:：\s|\u200b]{{1,12}}{ANY_NAME}")
_OFFICIAL = re.compile(
    "报名|投稿|举报|监督|征集|反馈|投递|发送|发至|发到|发往|传至|提交|咨询|受理|办公|单位|局|中心|科|股|处|委|公司|机关|政府|学校|医院|公开|官方|指定|申报|"
    "投诉邮|投诉电|简历|采购|代理|群|公众|公用|客服|服务号|订阅|工作|小程序|企业|平台|交流|编辑部|招聘|报送"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_INITIALS = re.compile(r"[a-z]{2,4}[._-]?\d{2,4}", re.IGNORECASE)
_SYLLABLE = "(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)"
_SPELT = re.compile(rf"{_SYLLABLE}[._-]?{_SYLLABLE}(?:[._-]?{_SYLLABLE})?[._-]?\d{{0,8}}", re.IGNORECASE)
_SPELT_OFFICE = re.compile(
    "(?:jubao|zixun|xinxi|zhengwu|bangong|minzheng|caizheng|jiaoyu|weisheng|tousu|jiandu|xinfang|gongkai|fuwu|renshe|huanbao|anjian|gongan|sifa)",
    re.IGNORECASE,
)
_MAIL_HEAD = re.compile("邮箱|邮件|e-?mail|^QQ|微信|联系方式", re.IGNORECASE)
_KEPT, _NEAR = 2, 8
"""Signs of a name of a mailbox or account that stay."""


def contacts(text: str, around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every mailbox and account in ``text`` that belongs to a person by what stands beside it."""
    if "@" in text:
        for match in _MAIL.finditer(text):
            if _is_mailbox_of_a_person(match, around(*match.span())):
                yield Found(Kind.CONTACT, *match.span(), f"{match[1][:_KEPT]}****@{match[2]}")
    lower = text.lower()
    hints = (("qq", _QQ), ("扣扣", _QQ), ("企鹅号", _QQ), ("微信", _WECHAT), ("v信", _WECHAT), ("wechat", _WECHAT))
    for hint, pattern in hints:
        for match in pattern.finditer(text) if hint in lower else ():
            if _is_of_a_person(around(*match.span())):
                yield Found(Kind.CONTACT, *match.span(1), masked_account(match[1]))


def accounts_under_head(text: str, head: str, around: Callable[[int, int], Around]) -> Iterator[Found]:
    """The QQ number or 微信 account that a cell holds."""
    plain = text.strip()
    if re.search("QQ|微信", head, re.IGNORECASE) and re.fullmatch(r"[1-9]\d{4,10}|[A-Za-z][A-Za-z0-9_-]{5,19}", plain):
        start = text.index(plain)
        if _is_of_a_person(around(start, start + len(plain))):
            yield Found(Kind.CONTACT, start, start + len(plain), masked_account(plain))


def masked_account(written: str) -> str:
    """Two signs at the beginning."""
    return written[:_KEPT] + "*" * max(4, len(written) - _KEPT)


def _is_mailbox_of_a_person(match: re.Match[str], place: Around) -> bool:
    name, host = match[1], match[2]
    if not _PUBLIC.fullmatch(host):
        return bool(_PERSONAL.search(_clause(place)) or _PERSONAL.search(place.head))
    if _MOBILE.fullmatch(name):
        return True
    if _is_of_a_person(place):
        return True
    said = _clause(place)[-20:]
    if _OFFICIAL.search(said) or _OFFICIAL.search(place.head):
        return False
    is_spelt = bool(_SPELT.fullmatch(name)) and not _SPELT_OFFICE.match(name)
    if place.head:
        return name.isdigit() or is_spelt or bool(_INITIALS.fullmatch(name))
    return bool(_INITIALS.fullmatch(name)) or (is_spelt and sum(sign.isdigit() for sign in name) > 1)


def _is_of_a_person(place: Around) -> bool:
    clause = _clause(place)
    if _PERSONAL.search(clause) or _PERSONAL.search(place.head):
        return True
    if place.head and not place.before.strip():
        return bool(_MAIL_HEAD.search(place.head)) and _names(place.row) and not _OFFICIAL.search(place.head)
    return _names(clause) and not _OFFICIAL.search(clause[-_NEAR:])


def _names(text: str) -> bool:
    return names_a_person(text) or bool(_NAMED.search(text))


def _clause(place: Around) -> str:
    """What stands before it in its sentence."""
    return re.split("[。；;]", place.before)[-1]
