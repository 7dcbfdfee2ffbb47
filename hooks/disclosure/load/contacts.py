"""Telephone numbers and mailboxes as editors write them: with area code, without, mobile, 400, short."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = (
    r"(?:[（(](?P<bracketed>0\d{2,3})[)）]|(?P<area>0\d{2,3}))[- ]?(?P<local>\d{7,8}|12\d{3})"
    r"|(?P<mobile>1[3-9]\d{9})|(?P<service>[48]00-?\d{3}-?\d{4}|1\d{2,4}|9[56]\d{3})"
    r"|(?P<bare>\d{7,8})"
)
_TELEPHONE = re.compile(rf"(?P<number>{_NUMBER})(?:\s*转\s*\d+)?(?:[（(][^（()）]*[)）])?", re.ASCII)
_IN_TEXT = re.compile(rf"(?<![\d-])(?:{_NUMBER})(?![\d])", re.ASCII)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BETWEEN = re.compile(r"\s*[、，,；;/]\s*(?![^（(]*[)）])")
"""What separates numbers: not what stands inside the brackets of a note."""


_PERSONAL_HOSTS = frozenset(
    [
        "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net", "188.com", "sina.com",
        "sina.cn", "vip.sina.com", "sina.com.cn", "sohu.com", "139.com", "189.cn", "wo.cn", "21cn.com", "tom.com",
        "aliyun.com", "gmail.com", "hotmail.com", "outlook.com", "live.cn", "live.com", "yahoo.com", "yahoo.com.cn",
        "icloud.com", "msn.com", "263.net",
    ]
)  # fmt: skip
"""Where anybody has a mailbox."""

_MOBILE = re.compile(r"(?<![\d-])(1[3-9]\d)\d{4}(\d{4})(?!\d)", re.ASCII)


class TelephoneKind(enum.Enum):
    """How a number is reached."""

    WITH_AREA = enum.auto()
    WITHOUT_AREA = enum.auto()
    MOBILE = enum.auto()
    SERVICE = enum.auto()
    """400, 800, 12345, 110, 95xxx, 96xxx."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as it is ``written``, with its note; ``area`` is its own area code or that of the numbers before it."""

    written: str
    kind: TelephoneKind
    area: str
    local: str
    place: int = 0

    @property
    def dialled(self) -> str:
        """The digits to dial from anywhere in the country."""
        return self.area + self.local


def is_mail_address(text: str) -> bool:
    """Whether ``text`` is one mailbox and nothing else."""
    return bool(_MAIL.fullmatch(text))


def is_personal(mailbox: str) -> bool:
    """Whether ``mailbox`` is where anybody has one, and not an office's own."""
    return mailbox.partition("@")[2].lower() in _PERSONAL_HOSTS


def masked(text: str) -> str:
    """``text`` without what may be somebody's own: of mobile numbers the middle, of personal mailboxes the name."""
    text = _MOBILE.sub(r"\1****\2", text)
    return _MAIL.sub(
        lambda found: found[0][0] + "***@" + found[0].partition("@")[2] if is_personal(found[0]) else found[0], text
    )


def mailboxes_in(text: str) -> Iterator[tuple[str, int]]:
    """The mailboxes that ``text`` names, each with its place."""
    if "@" in text:
        yield from ((match[0], match.start()) for match in _MAIL.finditer(text))


def telephones_of(text: str) -> tuple[Telephone, ...] | None:
    """The numbers that ``text`` lists; None if it says anything that is no number."""
    found: list[Telephone] = []
    area = ""
    for part in _BETWEEN.split(text):
        match = _TELEPHONE.fullmatch(part)
        if not match:
            return None
        telephone = _telephone(match, part, area)
        area = telephone.area or area
        found.append(telephone)
    return tuple(found)


def telephones_in(text: str) -> Iterator[Telephone]:
    """The numbers that stand in a sentence, each with its place (in signs, from 0)."""
    area = ""
    for match in _IN_TEXT.finditer(text):
        telephone = _telephone(match, match[0], area, match.start())
        area = telephone.area or area
        yield telephone


def _telephone(match: re.Match[str], written: str, area: str, place: int = 0) -> Telephone:
    """The number that was matched; one without area code has that of the numbers before it (0300-5550101、5550102)."""
    if own := match["bracketed"] or match["area"]:
        return Telephone(written, TelephoneKind.WITH_AREA, own, match["local"], place)
    if match["bare"]:
        return Telephone(written, TelephoneKind.WITHOUT_AREA, area, match["bare"], place)
    kind = TelephoneKind.MOBILE if match["mobile"] else TelephoneKind.SERVICE
    return Telephone(written, kind, "", (match["mobile"] or match["service"]).replace("-", ""), place)
