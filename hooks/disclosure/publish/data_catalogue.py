"""/data/catalog.json: the data sets in the words of DCAT, so that other platforms find, fetch and check them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from disclosure.derive import addresses
from disclosure.derive.open_data.catalogue import CONTRACT, DataCatalogue, PublishedData
from disclosure.derive.open_data.files import DataFile, FileKind

LANGUAGE = "zh-CN"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "language": "dct:language",
    "name": "foaf:name",
    "label": "rdfs:label",
    "publisher": "dct:publisher",
    "license": "dct:license",
    "homepage": {"@id": "foaf:homepage", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "records": {"@id": "http://rdfs.org/ns/void#entities", "@type": "xsd:nonNegativeInteger"},
    "dataset": {"@id": "dcat:dataset", "@container": "@set"},
    "landingPage": {"@id": "dcat:landingPage", "@type": "@id"},
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "distribution": {"@id": "dcat:distribution", "@container": "@set"},
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "mediaType": {
        "@id": "dcat:mediaType",
        "@type": "@vocab",
        "@context": {"@vocab": "https://www.iana.org/assignments/media-types/"},
    },
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "checksum": "spdx:checksum",
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
}
"""Plain names for what DCAT 3 and the vocabularies that it uses call by longer ones."""


def catalogue_of(catalogue: DataCatalogue, site_url: str) -> bytes:
    """The catalogue as JSON-LD 1.1; without ``site_url`` links are relative to this file.

    ``contract`` is the version of what is promised; it means something to our own programs only.
    """
    root = site_url or "../" * addresses.DATA_CATALOGUE.count("/")
    licence = {"@type": "dct:LicenseDocument", "label": catalogue.licence}
    publisher = {"@type": "foaf:Organization", "name": catalogue.publisher, "identifier": catalogue.code}
    whole = {
        "@context": _CONTEXT,
        "@id": root + addresses.DATA_CATALOGUE,
        "@type": "dcat:Catalog",
        "contract": CONTRACT,
        "title": catalogue.title,
        "description": catalogue.description,
        "language": LANGUAGE,
        "publisher": publisher | ({"homepage": catalogue.publisher_site} if catalogue.publisher_site else {}),
        "license": licence,
        **_modified(catalogue.updated),
        "homepage": root,
        "dataset": [_dataset(entry, licence, root) for entry in catalogue.entries],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(entry: PublishedData, licence: dict[str, str], root: str) -> dict[str, Any]:
    dataset = entry.dataset
    schema = entry.file(FileKind.SCHEMA)
    return {
        "@id": f"{root}{addresses.of_dataset(dataset.id)}",
        "@type": "dcat:Dataset",
        "identifier": dataset.id,
        "title": dataset.title,
        "description": dataset.description,
        "publisher": {"@type": "foaf:Organization", "name": dataset.organ},
        "license": licence,
        **_modified(dataset.updated),
        "records": len(dataset.rows),
        "landingPage": f"{root}{dataset.page}",
        "conformsTo": f"{root}{schema.address}",
        "distribution": [_distribution(file, root) for file in entry.files if file is not schema],
    }


def _distribution(file: DataFile, root: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "title": file.kind.label,
        "mediaType": file.kind.media_type,
        "downloadURL": f"{root}{file.address}",
        "byteSize": file.size,
        "checksum": {
            "@type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": file.sha256,
        },
    }


def _modified(day: dt.date | None) -> dict[str, str]:
    return {"modified": day.isoformat()} if day else {}
