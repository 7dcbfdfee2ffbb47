"""Contact data that a text tells under a label (联系电话：……), as guides and reports do."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.load.contacts import TelephoneKind, mailboxes_in, telephones_in


class ContactKind(enum.Enum):
    """What a text tells."""

    TELEPHONE = enum.auto()
    FAX = enum.auto()
    MAILBOX = enum.auto()
    ADDRESS = enum.auto()
    POSTCODE = enum.auto()


@dataclass(frozen=True, slots=True)
class ToldContact:
    """A value under a ``label``; ``compared`` is its part that can be compared: digits, mailbox, road and number."""

    kind: ContactKind
    label: str
    written: str
    compared: str
    place: int


_BETWEEN = r"[\s\u3000|]*[:：|为是][\s\u3000|]*"
_TELEPHONE = re.compile(
    rf"(?P<label>(?:联系|办公|咨询|受理|值班)电话(?:号码)?|(?<![\u4e00-\u9fff])电话(?:号码)?){_BETWEEN}(?P<value>[^\u4e00-\u9fff\n]{{5,60}})"
)
_FAX = re.compile(rf"(?P<label>传真(?:号码|电话)?){_BETWEEN}(?P<value>[^\u4e00-\u9fff\n]{{5,40}})")
_MAILBOX = re.compile(
    rf"(?P<label>(?:电子)?邮箱(?:地址)?|电子邮件(?:地址)?|电子信箱|互联网联系方式|E-?mail){_BETWEEN}(?P<value>[^\n]{{5,60}})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"(?P<label>(?:办公|通[信讯]|受理|邮寄|联系)(?:地址|地点)){_BETWEEN}(?P<value>[^，,。；;\n（(|]{{4,60}})"
)
_POSTCODE = re.compile(rf"(?P<label>邮政编码|邮编){_BETWEEN}(?P<value>\d{{6}})(?!\d)")
_DOOR = re.compile("(?:(?![省市县区旗镇乡])[\u4e00-\u9fff]){1,8}?(?:路|街|大道|巷|道)(?:[东南西北中]段)?\\d+号")
"""Road and number, without the county and the town that may stand above them."""


def told_contacts(text: str) -> Iterator[ToldContact]:
    """What ``text`` tells under labels, kind by kind."""
    for kind, pattern in ((ContactKind.TELEPHONE, _TELEPHONE), (ContactKind.FAX, _FAX)):
        for found in pattern.finditer(text):
            for number in telephones_in(found["value"]):
                if number.kind in (TelephoneKind.WITH_AREA, TelephoneKind.WITHOUT_AREA):
                    yield ToldContact(kind, found["label"], number.written, number.local, found.start())
    for found in _MAILBOX.finditer(text):
        for mailbox, _ in mailboxes_in(found["value"]):
            yield ToldContact(ContactKind.MAILBOX, found["label"], mailbox, mailbox.lower(), found.start())
    for found in _ADDRESS.finditer(text):
        if door := door_of(found["value"]):
            yield ToldContact(ContactKind.ADDRESS, found["label"], found["value"].strip(), door, found.start())
    for found in _POSTCODE.finditer(text):
        yield ToldContact(ContactKind.POSTCODE, found["label"], found["value"], found["value"], found.start())


def door_of(address: str) -> str:
    """Road and number of ``address``; nothing if it has none."""
    found = _DOOR.search("".join(address.split()))
    return found[0] if found else ""


def is_same_door(one: str, other: str) -> bool:
    """Whether two doors are one: the 街道 may stand before the road."""
    return one.endswith(other) or other.endswith(one)
