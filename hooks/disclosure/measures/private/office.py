"""What offices publish of themselves, and what therefore may stand everywhere: numbers, mailboxes, addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.private.kinds import Found, Kind

_NUMBER = re.compile(r"\d(?:[-\s]?\d){6,}")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
_END_OF_ADDRESS = 10
"""Signs at the end of an address that tell it from others."""


@dataclass(frozen=True, slots=True)
class Office:
    """The contact data of the organs of a column, plain enough to compare with."""

    numbers: frozenset[str] = frozenset()
    mailboxes: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()

    def owns(self, found: Found, text: str) -> bool:
        """Whether what was found in ``text`` is contact data of an office."""
        written = text[found.start : found.end]
        if found.kind is Kind.MOBILE:
            return _digits(written) in self.numbers
        if found.kind is Kind.CONTACT:
            return written.lower() in self.mailboxes
        if found.kind is Kind.HOME:
            return any(_closed(written)[-_END_OF_ADDRESS:] in each for each in self.addresses)
        return False


NO_OFFICE = Office()


def office_of(column: Column) -> Office:
    """What organs.yml and column.yml say of organs, their divisions, and the places where people can read papers."""
    info = column.info
    contacts: list[str | None] = [
        info.telephone,
        info.fax,
        info.online,
        info.hotline,
        *(place.telephone for place in info.places),
    ]
    addresses: list[str | None] = [info.address, *(place.address for place in info.places)]
    for organ in column.organs:
        contacts += [organ.telephone, organ.fax, organ.email, *(each.telephone for each in organ.divisions)]
        addresses.append(organ.address)
    said = [each for each in contacts if each]
    return Office(
        frozenset(_digits(number) for each in said for number in _NUMBER.findall(each)),
        frozenset(mailbox.lower() for each in said for mailbox in _MAILBOX.findall(each)),
        tuple(_closed(each) for each in addresses if each),
    )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _closed(text: str) -> str:
    return re.sub(r"\s", "", text)
