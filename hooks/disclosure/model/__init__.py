"""The nouns of a disclosure column and its one vocabulary.

Every field that an editor can write is declared once, here, as a term (terms.py): Chinese key, kind, meaning, norm.
The loader converts by it, and the JSON Schema, the CSV headers, the labels of the metadata table and the field
reference in the editors' guide are made from it.  Norms are abbreviated: 条例 is 《政府信息公开条例》 (2019).
"""

from disclosure.model.annual import (
    AnnualReport,
    Disclosed,
    Disputes,
    FormReport,
    Requests,
    TrialDisclosed,
    TrialReport,
    TrialRequests,
)
from disclosure.model.attached import AttachedFile, AttachedText
from disclosure.model.bulletins import Bulletin, BulletinSection, BulletinText
from disclosure.model.catalogues import (
    ColumnInfo,
    Genre,
    Item,
    NotKept,
    Organ,
    ReadingPlace,
    SynonymGroup,
    Theme,
    Withdrawal,
)
from disclosure.model.checks import (
    AcceptedElsewhere,
    AcceptedFinding,
    Checks,
    ChosenLimit,
    ChosenSeverity,
    RuleChoice,
)
from disclosure.model.choices import (
    ColumnType,
    InterpretationForm,
    ItemForm,
    Level,
    Numbering,
    Openness,
    OrganKind,
    Period,
    Validity,
)
from disclosure.model.collected import CollectedColumn, CollectedDocument
from disclosure.model.fields import (
    PILOT_FIELDS,
    Audience,
    Channel,
    FieldCatalogue,
    Manner,
    Matter,
    MatterLevel,
    MatterPlace,
)
from disclosure.model.figures import Figures, Number, Prose
from disclosure.model.organs import Division, Leader
from disclosure.model.origin import Origin
from disclosure.model.registers import CellKind, CellValue, Register, RegisterColumn, RegisterRow, WrittenRow
from disclosure.model.tasks import Evidence, Progress, Task, TaskGroup, TaskPlan, TaskState, TaskTerm, TimeLimit
from disclosure.model.wording import Wording, WordingKind, WrongWord
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
    "PILOT_FIELDS",
    "AcceptedElsewhere",
    "AcceptedFinding",
    "AnnualPage",
    "AnnualReport",
    "AttachedFile",
    "AttachedText",
    "Attachment",
    "Audience",
    "BodyLink",
    "Bulletin",
    "BulletinSection",
    "BulletinText",
    "CellKind",
    "CellValue",
    "Channel",
    "Checks",
    "ChosenLimit",
    "ChosenSeverity",
    "CollectedColumn",
    "CollectedDocument",
    "ColumnInfo",
    "ColumnType",
    "Disclosed",
    "Disputes",
    "Division",
    "Document",
    "Evidence",
    "FieldCatalogue",
    "Figures",
    "FormReport",
    "Genre",
    "InterpretationForm",
    "Item",
    "ItemForm",
    "Leader",
    "Level",
    "Manner",
    "Matter",
    "MatterLevel",
    "MatterPlace",
    "NotKept",
    "Number",
    "Numbering",
    "Openness",
    "Organ",
    "OrganKind",
    "Origin",
    "Page",
    "Period",
    "Progress",
    "Prose",
    "ReadingPlace",
    "Reference",
    "Register",
    "RegisterColumn",
    "RegisterRow",
    "Requests",
    "Review",
    "RuleChoice",
    "RulePage",
    "SynonymGroup",
    "Task",
    "TaskGroup",
    "TaskPlan",
    "TaskState",
    "TaskTerm",
    "Theme",
    "TimeLimit",
    "TrialDisclosed",
    "TrialReport",
    "TrialRequests",
    "Validity",
    "Withdrawal",
    "Wording",
    "WordingKind",
    "Writing",
    "WrittenRow",
    "WrongWord",
]
