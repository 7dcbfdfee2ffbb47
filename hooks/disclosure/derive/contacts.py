"""Telephone numbers that can be dialled and mailboxes that can be written to, out of what an editor wrote."""

from __future__ import annotations

import re

from disclosure.derive.pieces import Link

_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NUMBER = (
    r"(?:[（(](?P<bracketed>0\d{2,3})[)）]|(?P<area>0\d{2,3}))[- ]?\d{7,8}"
    r"|(?P<whole>1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|1\d{2,4}|9[56]\d{3})"
    r"|\d{7,8}"
)
_TELEPHONE = re.compile(rf"(?P<number>{_NUMBER})(?:\s*转\s*\d+)?(?:[（(][^（()）]*[)）])?", re.ASCII)
_BETWEEN = re.compile(r"\s*[、，,；;/]\s*(?![^（(]*[)）])")
"""What separates numbers: not what stands inside the brackets of a note."""


def values(name: str, text: str) -> tuple[Link, ...]:
    """What a field of the vocabulary shows, by its code name: numbers and mailboxes as links, the rest as a text."""
    if name in ("telephone", "hotline"):
        return telephones(text)
    return (online(text) if name in ("online", "email") else Link(text),)


def is_mail_address(text: str) -> bool:
    """Whether ``text`` is one mailbox and nothing else."""
    return bool(_MAIL.fullmatch(text))


def telephones(text: str) -> tuple[Link, ...]:
    """Each number of ``text`` as a link that dials it; words that are not just numbers stay one text without a link.

    A number without area code has that of the numbers before it (0300-5550101、5550102).  If there is none it has no
    link: from a mobile phone it would reach nobody, or somebody else.  Mobile, 400 and 800 numbers and short ones
    (12345, 110, 95xxx, 96xxx) are dialled as they are.  An extension (转8001) is shown and not dialled, because phones
    do not agree on how to wait for the exchange.
    """
    found: list[Link] = []
    area = ""
    for part in _BETWEEN.split(text):
        match = _TELEPHONE.fullmatch(part)
        if not match:
            return (Link(text),)
        own = match["bracketed"] or match["area"]
        area = own or area
        digits = re.sub("[^0-9]", "", match["number"])
        if own or match["whole"]:
            found.append(Link(part, f"tel:{digits}"))
        else:
            found.append(Link(part, f"tel:{area}{digits}" if area else None))
    return tuple(found)


def online(text: str) -> Link:
    """A mailbox as a link that writes to it, an address of the web as a link, anything else as a text."""
    if is_mail_address(text):
        return Link(text, f"mailto:{text}")
    return Link(text, text if text.startswith("https://") else None)
