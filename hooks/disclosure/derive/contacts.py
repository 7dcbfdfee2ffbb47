"""Telephone numbers that can be dialled and mailboxes that can be written to, out of what an editor wrote."""

from __future__ import annotations

from disclosure.derive.pieces import Link
from disclosure.load.contacts import Telephone, TelephoneKind, is_mail_address, telephones_of


def values(name: str, text: str) -> tuple[Link, ...]:
    """What a field of the vocabulary shows, by its code name: numbers and mailboxes as links, the rest as a text."""
    if name in ("telephone", "hotline"):
        return telephones(text)
    return (online(text) if name in ("online", "email") else Link(text),)


def telephones(text: str) -> tuple[Link, ...]:
    """Each number of ``text`` as a link that dials it; words that are not just numbers stay one text without a link.

    A number without area code has that of the numbers before it (0300-5550101、5550102).  If there is none it has no
    link: from a mobile phone it would reach nobody, or somebody else.  Mobile, 400 and 800 numbers and short ones
    (12345, 110, 95xxx, 96xxx) are dialled as they are.  An extension (转8001) is shown and not dialled, because phones
    do not agree on how to wait for the exchange.
    """
    numbers = telephones_of(text)
    if numbers is None:
        return (Link(text),)
    return tuple(Link(each.written, f"tel:{each.dialled}" if _can_be_dialled(each) else None) for each in numbers)


def _can_be_dialled(telephone: Telephone) -> bool:
    return telephone.kind is not TelephoneKind.WITHOUT_AREA or bool(telephone.area)


def online(text: str) -> Link:
    """A mailbox as a link that writes to it, an address of the web as a link, anything else as a text."""
    if is_mail_address(text):
        return Link(text, f"mailto:{text}")
    return Link(text, text if text.startswith("https://") else None)
