"""Data sets: everything of the column that is a table, once, for downloads, for /data/ and for other columns to collect.

A page that shows a table and the files that hold it are made from the same data set, so their numbers cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import RELATION_FIELDS, references
from disclosure.derive import addresses, wording
from disclosure.derive.annual.data import annual_datasets
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.fields.tables import field_dataset, fields_dataset
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations.tables import interpretations_dataset, rates_dataset
from disclosure.derive.organs.directory import organs_dataset
from disclosure.derive.pieces import Place
from disclosure.derive.registers.dataset import register_datasets
from disclosure.derive.statutory import statutory_dataset
from disclosure.derive.tasks.data import task_datasets
from disclosure.model import Document, Reference
from disclosure.terms import MANY, Kind, terms


def all_datasets(holdings: Holdings) -> Iterator[Dataset]:
    """Every data set of the column, the 目录 of all documents first."""
    yield documents_dataset(holdings)
    yield statutory_dataset(holdings)
    if holdings.column.field_catalogues:
        yield fields_dataset(holdings)
    for catalogue in holdings.column.field_catalogues:
        yield field_dataset(holdings, catalogue)
    yield from register_datasets(holdings)
    yield organs_dataset(holdings)
    yield from task_datasets(holdings)
    if any(document.interprets for document in holdings.newest):  # as their pages
        yield interpretations_dataset(holdings)
        yield rates_dataset(holdings)
    yield from annual_datasets(holdings)


def documents_dataset(holdings: Holdings) -> Dataset:
    """The 目录 of 条例 Art. 12: 索引、名称、内容概述、生成日期 first, newest document first."""
    column = holdings.column
    newest = holdings.newest
    return Dataset(
        id="documents",
        title="政府信息公开目录",
        description="本专栏主动公开的全部文件，一行一件，新的在前。",
        organ=column.info.organ.name,
        page=addresses.CATALOGUE,
        updated=newest[0].published if newest else None,
        fields=(
            *map(_of_vocabulary, _CATALOGUE_FIELDS),
            DataField(name=ADDRESS, kind=DataKind.ADDRESS, meaning="文件页面的地址", required=True),
            DataField(name="栏目", meaning="文件所在的栏目", required=True),
            *map(_of_vocabulary, _MORE_FIELDS),
            DataField(name="附件地址", kind=DataKind.ADDRESSES, meaning="附件的地址，顺序与“附件”相同", required=True),
            _of_vocabulary("matters"),
            DataField(
                name="栏目标识", meaning="文件所在栏目的标识，与法定主动公开内容栏目一览的“标识”相同", required=True
            ),
        ),
        rows=tuple(_document_row(holdings, document) for document in newest),
    )


ADDRESS = "地址"
"""The field of the 目录 that leads to the page of a document."""

_CATALOGUE_FIELDS = (
    "index_number",
    "title",
    "summary",
    "issued",
    "doc_number",
    "issuers",
    "theme",
    "genre",
    "published",
    "stated_validity",
)
"""What stands in front, always in this order: spreadsheets have been made on it."""

_MORE_FIELDS = (
    "openness",
    "normative",
    "effective",
    "expires",
    "keywords",
    "form",
    "repeals",
    "amends",
    "implements",
    "interprets",
    "attachments",
)
_KINDS = {
    Kind.DAY: DataKind.DAY,
    Kind.TEXTS: DataKind.TEXTS,
    Kind.RECORDS: DataKind.TEXTS,
}
_MEANINGS = {
    "published": "在本专栏发布的日期",
    "theme": "主题分类的名称",
    "genre": "公文种类的名称",
    "normative": "是不是行政规范性文件",
    "stated_validity": "由日期和废止、修改关系得出；不评定有效性的文件没有",
    "attachments": "附件的名称",
    **dict.fromkeys(RELATION_FIELDS, "的文件的文号，没有文号的写标题；只涉及一部分的，冒号后面是条款"),
}


def _of_vocabulary(name: str) -> DataField:
    """A field of the documents under its word of the vocabulary."""
    term = terms(Document)[name]
    meaning = _MEANINGS.get(name, term.meaning)
    return DataField(
        name=term.key,
        kind=_KINDS.get(term.kind, DataKind.TEXT),
        meaning=f"本文件{term.key}{meaning}" if name in RELATION_FIELDS else meaning,
        required=term.required or term.kind in MANY,
    )


def _document_row(holdings: Holdings, document: Document) -> tuple[DataValue, ...]:
    """A document under the fields of the 目录, in their order."""
    return (
        document.index_number,
        document.title,
        document.summary,
        document.issued,
        document.doc_number,
        wording.issuers(document),
        document.theme.name,
        document.genre.name,
        document.published,
        wording.validity(holdings.column, document)[0] or None,
        Place(addresses.of_writing(document)),
        holdings.item_by_id[document.item].name,
        str(document.openness),
        None if document.normative is None else "是" if document.normative else "否",
        document.effective,
        document.expires,
        document.keywords,
        str(document.form) if document.form else None,
        *(tuple(map(_referred, references(document, kind))) for kind in RELATION_FIELDS),
        tuple(wording.attachment_title(each) for each in document.attachments),
        tuple(Place(addresses.link_to_file(document, each.source)) for each in document.attachments),
        document.matters,
        document.item,
    )


def _referred(reference: Reference) -> str:
    """A document that another names: its number, or else its title, and the articles concerned."""
    articles = f"：{reference.articles}" if reference.articles else ""
    return f"{reference.number or reference.title or ''}{articles}"
