"""Mails and saved web pages (eml, mht, and the doc that is one): heads, texts, packed files."""

from __future__ import annotations

import email
import email.policy

from disclosure.load.attached.gathering import Gathering

_HEADS = {"From": "发件人", "To": "收件人", "Cc": "抄送", "Subject": "主题"}


def read_mail(data: bytes, gathering: Gathering) -> None:
    """Gather what is in a message and in all its parts."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for name, key in _HEADS.items():
        gathering.tell(key, str(message.get(name, "")), is_hidden=True)
    number = 0
    for part in message.walk():
        if part.is_multipart():
            continue
        number += 1
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            name = part.get_filename() or f"part{number}.{part.get_content_subtype()}"
            gathering.read_inside(content, name, f"第{number}部分")
