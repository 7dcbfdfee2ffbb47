"""vCard 3.0 (RFC 2426): an organ for the address book of a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.derive.organs.contexts import ContactCard

_LONGEST = 75
"""Bytes of a line; longer ones go on in the next, after a blank."""


def contact_file(card: ContactCard, site_url: str) -> bytes:
    """The file that a telephone takes in; the address of the page is in it if the site's own address is known."""
    # An organ has no family name, but 2426 wants the field.
    lines = ["BEGIN:VCARD", "VERSION:3.0", "N:;;;;", f"FN:{_escaped(card.name)}", f"ORG:{_escaped(card.name)}"]
    if card.short_name:
        lines.append(f"NICKNAME:{_escaped(card.short_name)}")
    lines += [f"TEL;TYPE=WORK,VOICE:{number}" for number in card.telephones]
    if card.fax:
        lines.append(f"TEL;TYPE=WORK,FAX:{_escaped(card.fax)}")
    if card.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{card.email}")
    if card.address:
        lines.append(f"ADR;TYPE=WORK:;;{_escaped(card.address)};;;;")
    if site_url:
        lines.append(f"URL:{site_url}{card.page}")
    folded = [part for line in [*lines, "END:VCARD"] for part in _folded(line)]
    return "".join(f"{line}\r\n" for line in folded).encode()


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 bytes, no sign cut in two."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _LONGEST:
            yield piece
            piece = " "
        piece += sign
    yield piece
