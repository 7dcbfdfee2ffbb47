"""Where everything is: addresses relative to the root of the site.  They are a contract; see the README."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from disclosure.column import ACCESSIBILITY_FILE
from disclosure.model import Bulletin, CollectedColumn, Document, Genre, Item, Organ, Register, TaskPlan, Theme, Writing

HOME = ""
GUIDE = "guide/"
RULES = "rules/"
STATUTORY = "statutory/"
ANNUAL = "annual/"
ANNUAL_COMPARISON = "annual/comparison/"
CATALOGUE = "catalogue/"
CATALOGUE_FILE = "catalogue/documents.csv"
THEMES = "themes/"
GENRES = "genres/"
ORGANS = "organs/"
REGISTERS = "registers/"
TASKS = "tasks/"
FIELDS = "fields/"
APPLY = "apply/"
APPLY_CITIZEN = "apply/citizen/"
APPLY_CITIZEN_FILE = "apply/application-citizen.docx"
APPLY_ORGANISATION = "apply/organisation/"
APPLY_ORGANISATION_FILE = "apply/application-organisation.docx"
INTERPRETATIONS = "interpretations/"
INTERPRETATION_RATES = "interpretations/rates/"
BULLETINS = "bulletins/"
SEARCH = "search/"
DATA = "data/"
DATA_CATALOGUE = "data/catalog.json"
FEED = "feed.xml"
SUBSCRIBE = "subscribe/"
SUBORDINATES = "subordinates/"
SITEMAP = "sitemap/"
ACCESSIBILITY = "accessibility/"
NOT_FOUND = "404.html"


def of_item(item: Item) -> str:
    """/statutory/<item>/, or where the item links to."""
    return item.address or f"{STATUTORY}{item.id}/"


def of_theme(theme: Theme) -> str:
    """/themes/<id>/."""
    return f"{THEMES}{theme.id}/"


def of_genre(genre: Genre) -> str:
    """/genres/<id>/."""
    return f"{GENRES}{genre.id}/"


def of_organ(organ: Organ) -> str:
    """/organs/<id>/."""
    return f"{ORGANS}{organ.id}/"


def of_register(register: Register) -> str:
    """/registers/<id>/; a row has its id as anchor there, on whichever page it stands."""
    return f"{REGISTERS}{register.id}/"


def of_rows(register: Register) -> str:
    """/registers/<id>/rows.js: all rows of a register that has several pages."""
    return f"{of_register(register)}rows.js"


def of_contact_card(organ: Organ) -> str:
    """/organs/<id>/contact.vcf: how the organ is reached, for the address book of a telephone."""
    return f"{of_organ(organ)}contact.vcf"


def of_plan(plan: TaskPlan) -> str:
    """/tasks/<plan>/."""
    return f"{TASKS}{plan.id}/"


def of_field(catalogue: str) -> str:
    """/fields/<id>/: the catalogue of the field with that id."""
    return f"{FIELDS}{catalogue}/"


def of_matter(field: str, matter: str) -> str:
    """/fields/<field>/<row>/: all documents of a row of the catalogue at ``field``."""
    return f"{field}{matter}/"


def id_of_item(address: str) -> str | None:
    """The id of the item whose list is at ``address``, None if that is another place."""
    parts = address.split("/")
    return parts[1] if address.startswith(STATUTORY) and len(parts) == 3 and not parts[2] else None


def of_year(year: int) -> str:
    """/catalogue/<year>/."""
    return f"{CATALOGUE}{year}/"


def of_writing(writing: Writing) -> str:
    """The address of a document or page: its path under content/, without “index” and ending."""
    if isinstance(writing, Document):
        return f"{STATUTORY}{writing.item}/{writing.year}/{writing.slug}/"
    if writing.origin.path == ACCESSIBILITY_FILE:
        return ACCESSIBILITY
    folder = writing.origin.path.split("/")[1]
    return f"{folder}/" if writing.slug == "index" else f"{folder}/{writing.slug}/"


def of_collected(column: CollectedColumn) -> str:
    """/subordinates/<id>/."""
    return f"{SUBORDINATES}{column.id}/"


def of_feed(item: Item) -> str:
    """/statutory/<item>/feed.xml."""
    return f"{of_item(item)}{FEED}"


def of_dataset(dataset: str) -> str:
    """/data/<id>/: the page of the data set ``dataset``."""
    return f"{DATA}{dataset}/"


def of_bulletin(bulletin: Bulletin) -> str:
    """/bulletins/<year>-<number>/."""
    return f"{BULLETINS}{bulletin.year}-{bulletin.number}/"


def of_whole_bulletin(bulletin: Bulletin) -> str:
    """/bulletins/<year>-<number>/whole/: every text of the issue on one page."""
    return f"{of_bulletin(bulletin)}whole/"


def of_bulletin_file(bulletin: Bulletin) -> str:
    """/bulletins/<year>-<number>/<year>-<number>.docx."""
    return f"{of_bulletin(bulletin)}{bulletin.year}-{bulletin.number}.docx"


def of_data(dataset: str, kind: str) -> str:
    """/data/<id>.csv, .xlsx, .json or .schema.json: a file of the data set ``dataset``."""
    return f"{DATA}{dataset}.{kind}"


def of_list_page(first: str, number: int) -> str:
    """The ``number``th page (from 1) of the list that starts at ``first``."""
    return first if number == 1 else f"{first}{number}/"


def of_file(writing: Writing, source: str) -> str:
    """Where a file that lies beside ``writing`` is published: below its page, so that no two can clash."""
    return of_writing(writing) + posixpath.basename(source)


def link_to_file(writing: Writing, source: str) -> str:
    """The address of that file as links write it: blanks, # and ? in its name are encoded."""
    return quote(of_file(writing, source))
