"""QQ and 微信 of persons; those of offices and groups stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from disclosure.measures.private.context import Around
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.mailboxes import OFFICIAL, PERSONAL
from disclosure.measures.private.names import names_a_person

_QQ = re.compile(r"(?:QQ|扣扣|企鹅号)(?:号码?|账号)?\s*[:：为是]?\s*([1-9]\d{4,10})(?![\d@])", re.IGNORECASE)
_WECHAT = re.compile(
    r"(?:微信|V信|wechat)(?:号码?|账号|ID)?\s*[:：为是]\s*([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_.@-])",
    re.IGNORECASE,
)
_HEAD = re.compile("^QQ|微信|联系方式", re.IGNORECASE)
_NEAR = 8
_KEPT = 2
"""Signs of an account that stay."""


def accounts(text: str, around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every account in ``text`` that belongs to a person by what stands beside it."""
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


def _is_of_a_person(place: Around) -> bool:
    clause = re.split("[。；;]", place.before)[-1]
    if PERSONAL.search(clause) or PERSONAL.search(place.head):
        return True
    if place.head and not place.before.strip():
        return bool(_HEAD.search(place.head)) and names_a_person(place.row) and not OFFICIAL.search(place.head)
    return names_a_person(clause) and not OFFICIAL.search(clause[-_NEAR:])
