"""What pages say to machines in the words of schema.org: papers with their legal force, reports, organs, where a page is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.pieces import Link, Place, Thing, ThingValue
from disclosure.load.contacts import is_mail_address
from disclosure.model import AnnualPage, AnnualReport, ColumnInfo, Document, Item, Organ, Reference, Validity, Writing

LANGUAGE = "zh-CN"
_FORCE = {
    Validity.IN_FORCE: "InForce",
    Validity.AMENDED: "InForce",
    Validity.PARTLY_REPEALED: "PartiallyInForce",
    Validity.NOT_YET: "NotInForce",
    Validity.EXPIRED: "NotInForce",
    Validity.REPEALED: "NotInForce",
}
_UNLISTED = (addresses.HOME, addresses.NOT_FOUND)


def breadcrumb(trail: tuple[Link, ...], title: str, address: str) -> tuple[Thing, ...]:
    """Where a page is, itself included; the home page and the error page are nowhere."""
    if address in _UNLISTED:
        return ()
    steps = (*trail, Link(title, address))
    entries = tuple(
        thing("ListItem", {"position": number, "name": step.text, "item": _place(step.address)})
        for number, step in enumerate(steps, 1)
    )
    return (thing("BreadcrumbList", {"itemListElement": entries}),)


def of_home(info: ColumnInfo, title: str) -> tuple[Thing, ...]:
    """The column as a web site, and the organ that keeps it, as on its own page, with the office to turn to."""
    email = info.online if is_mail_address(info.online) else None
    office = {"name": info.office, "telephone": info.telephone, "faxNumber": info.fax, "email": email}
    # schema.org gives an organ one address; a PostalAddress is a ContactPoint too, so that of the office can stand there.
    ways = (thing("ContactPoint", office), _postal(info.address, info.postcode, info.office))
    keeper = of_organ(info.organ)
    publisher = _organ(info.organ)
    return (
        thing(
            "WebSite",
            {"name": title, "url": Place(addresses.HOME), "inLanguage": LANGUAGE, "publisher": publisher},
        ),
        thing(keeper.type, {**dict(keeper.properties), "contactPoint": ways}),
    )


def of_organ(organ: Organ) -> Thing:
    """An organ and how it is reached."""
    return thing(
        "GovernmentOrganization",
        {
            "name": organ.name,
            "alternateName": organ.short_name,
            "identifier": organ.credit_code,
            "url": Place(addresses.of_organ(organ)),
            "address": _postal(organ.address) if organ.address else None,
            "telephone": organ.telephone,
            "faxNumber": organ.fax,
            "email": organ.email,
        },
    )


def of_report(info: ColumnInfo, report: AnnualPage) -> Thing:
    """An annual report (条例 Art. 49), by the organ of the column or by one of its departments or townships."""
    author = (report.organ if isinstance(report, AnnualReport) else None) or info.organ
    return thing("Report", {**_of_writing(report), "temporalCoverage": str(report.year), "author": _organ(author)})


def of_document(column: Column, document: Document, item: Item) -> Thing:
    """A document: Legislation if it bears validity, otherwise a DigitalDocument."""
    issuers = tuple(_organ(organ) for organ in document.issuers)
    shared = {
        **_of_writing(document),
        "keywords": document.keywords,
        "isPartOf": thing("CollectionPage", {"name": item.name, "url": _place(addresses.of_item(item))}),
        "isBasedOn": _works(column, document.implements),
        "about": _works(column, document.interprets),
    }
    state, _ = wording.validity(column, document)
    if not state:
        identifier = document.doc_number or document.index_number
        issued = document.issued.isoformat()
        return thing("DigitalDocument", {**shared, "identifier": identifier, "dateCreated": issued, "author": issuers})
    changes = (*document.amends, *(each for each in document.repeals if each.articles))
    return thing(
        "Legislation",
        {
            **shared,
            "legislationIdentifier": document.doc_number or document.index_number,
            "legislationType": document.genre.name,
            "legislationDate": document.issued.isoformat(),
            "legislationDateOfApplicability": document.effective.isoformat() if document.effective else None,
            "expires": document.expires.isoformat() if document.expires else None,
            "legislationPassedBy": issuers,
            "legislationRepeals": _works(column, [each for each in document.repeals if not each.articles]),
            "legislationChanges": _works(column, changes),
            "legislationLegalForce": f"https://schema.org/{_FORCE[column.validity[document.origin.path]]}",
        },
    )


def thing(type_: str, properties: Mapping[str, ThingValue | None]) -> Thing:
    """A node without the properties that are not known."""
    return Thing(type_, tuple((name, value) for name, value in properties.items() if value not in (None, "", ())))


def _of_writing(writing: Writing) -> dict[str, ThingValue | None]:
    return {
        "name": writing.title,
        "url": Place(addresses.of_writing(writing)),
        "inLanguage": LANGUAGE,
        "abstract": writing.summary,
        "datePublished": writing.published.isoformat(),
        "encoding": tuple(
            thing(
                "MediaObject",
                {
                    "name": wording.attachment_title(attachment),
                    "contentSize": wording.size(attachment.size),
                    "contentUrl": Place(addresses.link_to_file(writing, attachment.source)),
                },
            )
            for attachment in writing.attachments
        ),
    }


def _works(column: Column, references: Iterable[Reference]) -> tuple[Thing, ...]:
    return tuple(_work(column, reference) for reference in references)


def _work(column: Column, reference: Reference) -> Thing:
    """The paper that ``reference`` names, in the column or outside it."""
    target = column.by_number.get(reference.number or "")
    if target is None:
        facts = {"name": reference.title, "legislationIdentifier": reference.number, "url": reference.address}
        return thing("Legislation", facts)
    bears_validity = bool(wording.validity(column, target)[0])
    return thing(
        "Legislation" if bears_validity else "DigitalDocument",
        {
            "name": target.title,
            "legislationIdentifier" if bears_validity else "identifier": target.doc_number or target.index_number,
            "url": Place(addresses.of_writing(target)),
        },
    )


def _organ(organ: Organ) -> Thing:
    return thing("GovernmentOrganization", {"name": organ.name, "url": Place(addresses.of_organ(organ))})


def _postal(address: str, postcode: str | None = None, name: str | None = None) -> Thing:
    facts = {"name": name, "streetAddress": address, "postalCode": postcode, "addressCountry": "CN"}
    return thing("PostalAddress", facts)


def _place(address: str | None) -> str | Place | None:
    """A place of this site, or the address of another as it is."""
    return address if address is None or address.startswith("https://") else Place(address)
