"""The nouns of a disclosure column and its one vocabulary.

Every field that an editor can write is declared once, here, as a term (terms.py): Chinese key, kind, meaning, norm.
The loader converts by it, and the JSON Schema, the CSV headers, the labels of the metadata table and the field
reference in the editors' guide are made from it.  Norms are abbreviated: 条例 is 《政府信息公开条例》 (2019).
"""

from disclosure.model.bulletins import Bulletin, BulletinSection, BulletinText
from disclosure.model.catalogues import ColumnInfo, Genre, Item, Organ, ReadingPlace, SynonymGroup, Theme, Withdrawal
from disclosure.model.choices import (
    ColumnType,
    InterpretationForm,
    ItemForm,
    Level,
    Numbering,
    Openness,
    Period,
    Validity,
)
from disclosure.model.origin import Origin
from disclosure.model.writings import (
    AnnualPage,
    Attachment,
    BodyLink,
    Document,
    Page,
    Reference,
    Review,
    RulePage,
    Writing,
)

__all__ = [
    "AnnualPage",
    "Attachment",
    "BodyLink",
    "Bulletin",
    "BulletinSection",
    "BulletinText",
    "ColumnInfo",
    "ColumnType",
    "Document",
    "Genre",
    "InterpretationForm",
    "Item",
    "ItemForm",
    "Level",
    "Numbering",
    "Openness",
    "Organ",
    "Origin",
    "Page",
    "Period",
    "ReadingPlace",
    "Reference",
    "Review",
    "RulePage",
    "SynonymGroup",
    "Theme",
    "Validity",
    "Withdrawal",
    "Writing",
]
