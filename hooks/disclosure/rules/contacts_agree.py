"""The same contact data everywhere: in the guide, in annual reports, in column.yml and in organs.yml."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.load.contacts import is_mail_address, masked, telephones_in
from disclosure.load.told_contacts import ContactKind, ToldContact, door_of, is_same_door, told_contacts
from disclosure.measures.contact_data import contact_facts, tells_contacts
from disclosure.model import ColumnInfo, Organ
from disclosure.passages import Passage
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule
from disclosure.terms import label

_FIELDS = {
    ContactKind.TELEPHONE: "telephone",
    ContactKind.FAX: "fax",
    ContactKind.MAILBOX: "online",
    ContactKind.ADDRESS: "address",
    ContactKind.POSTCODE: "postcode",
}


@text_rule(
    "contact-disagrees",
    "指南、年度报告里的联系方式要与 column.yml 和机关目录一致",
    Severity.WARNING,
    norm="条例第十二条第二款",
    family=Family.COMPLETENESS,
    advice="核对现在用的是哪一个，改掉过时的；指南里也可以不写，网页上已经列出 column.yml 的联系方式。",
    bad="指南写“联系电话：0300-5550199”，column.yml 写“联系电话: 0300-5550101”",
    good="两处都是 0300-5550101",
)
def contact_disagrees(passage: Passage, column: Column) -> TextFindings:
    """What the guide, a page about the site or the newest report tells is somewhere in the catalogues."""
    if not tells_contacts(passage, column):
        return
    told = list(told_contacts(passage.text))
    known = _known(column) if told else {}
    has_one_postcode = sum(each.kind is ContactKind.POSTCODE for each in told) == 1
    for each in told:
        own = getattr(column.info, _FIELDS[each.kind])
        if not known[each.kind] or _is_known(each, known[each.kind]):
            continue
        if each.kind is ContactKind.POSTCODE and not has_one_postcode:
            continue
        yield (
            each.place,
            f"{each.label}写的是“{masked(each.written)}”，column.yml 的“{label(ColumnInfo, _FIELDS[each.kind])}”是“{masked(own)}”，"
            "机关目录里也没有；请核对现在用的是哪一个，改掉过时的",
        )


@rule(
    "office-disagrees",
    "工作机构的联系方式要与机关目录里的一致",
    Severity.WARNING,
    norm="条例第十二条第二款、第二十条第二项",
    family=Family.COMPLETENESS,
    advice="column.yml 和 organs.yml 说的是同一个办公室，改掉过时的那一个。",
    bad="column.yml 联系电话: 0300-5550199，organs.yml 里政务公开股的电话: 0300-5550101",
    good="两处都是 0300-5550101",
)
def office_disagrees(column: Column) -> Findings:
    """The office is an organ, or a division of one, and has its telephone, fax, mailbox and address."""
    info, origin = column.info, column.origins["column", ""]
    owners = [organ for organ in column.organs if info.office.startswith(organ.name)]
    if not owners:
        return
    owner = max(owners, key=lambda organ: len(organ.name))
    for name, own, theirs, where in _pairs(column, owner):
        yield (
            origin.path,
            origin.line_of(name),
            f"工作机构的“{label(ColumnInfo, name)}”是“{masked(own)}”，organs.yml 里{where}的是“{masked(theirs)}”；请核对，改掉过时的那一个",
        )


def _pairs(column: Column, owner: Organ) -> Iterator[tuple[str, str, str, str]]:
    """Field, own value, that of the organ, whose it is: where they disagree."""
    info = column.info
    rest = info.office.removeprefix(owner.name)
    division = (
        next((each for each in owner.divisions if each.telephone and each.parts[0] in rest), None) if rest else None
    )
    if division and division.telephone and not _digits(info.telephone) & _digits(division.telephone):
        yield "telephone", info.telephone, division.telephone, owner.name + division.parts[0]
    if rest:
        return
    if owner.telephone and not _digits(info.telephone) & _digits(owner.telephone):
        yield "telephone", info.telephone, owner.telephone, owner.name
    if owner.fax and not _digits(info.fax) & _digits(owner.fax):
        yield "fax", info.fax, owner.fax, owner.name
    if owner.email and is_mail_address(info.online) and owner.email.lower() != info.online.lower():
        yield "online", info.online, owner.email, owner.name
    if owner.address and not is_same_door(door_of(owner.address), door_of(info.address)):
        yield "address", info.address, owner.address, owner.name


def _is_known(told: ToldContact, known: set[str]) -> bool:
    if told.kind is ContactKind.ADDRESS:
        return any(is_same_door(told.compared, door) for door in known)
    return told.compared in known


def _known(column: Column) -> dict[ContactKind, set[str]]:
    """Everything by which offices of the column are reached, in the form by which it is compared."""
    info = column.info
    numbers: set[str] = set()
    mailboxes: set[str] = set()
    for fact in contact_facts(column):
        if fact.name in ("email", "online"):
            mailboxes.add(fact.text.lower())
        elif fact.name not in ("hours", "postcode"):
            numbers |= _digits(fact.text)
    addresses = [info.address, *(place.address for place in info.places), *(each.address for each in column.organs)]
    return {
        ContactKind.TELEPHONE: numbers,
        ContactKind.FAX: numbers,
        ContactKind.MAILBOX: mailboxes,
        ContactKind.ADDRESS: {door for each in addresses if each and (door := door_of(each))},
        ContactKind.POSTCODE: {info.postcode} if info.postcode else set(),
    }


def _digits(text: str) -> set[str]:
    """The numbers in ``text`` without area codes."""
    return {each.local for each in telephones_in(text)}
