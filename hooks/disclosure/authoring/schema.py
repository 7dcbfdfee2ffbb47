"""JSON Schema of everything editors write, made from the vocabulary.

Editors such as VS Code offer the keys and choices while typing.  The schemas are looser than the loader where people
write the same thing in several ways (dates, numbers), and they cannot know what lies in other files.
"""

from __future__ import annotations

from typing import Any

from disclosure.load.fields import DEFAULTS, TICK_KEYS
from disclosure.load.usual_items import CHILDREN
from disclosure.model import (
    AnnualPage,
    Bulletin,
    Checks,
    ColumnInfo,
    Document,
    FieldCatalogue,
    FormReport,
    Genre,
    Item,
    Matter,
    Organ,
    Page,
    Register,
    RulePage,
    SynonymGroup,
    TaskPlan,
    Theme,
    TrialReport,
    Withdrawal,
    WrongWord,
)
from disclosure.model.annual import rows_asked, tables_asked
from disclosure.terms import Kind, Term, label, terms
from disclosure.workdays import CalendarYear

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": ["string", "number", "boolean"]}
_LISTS = {
    "organs": Organ,
    "themes": Theme,
    "genres": Genre,
    "statutory": Item,
    "withdrawn": Withdrawal,
    "synonyms": SynonymGroup,
    "wording": WrongWord,
}
_SINGLES = {
    "column": ColumnInfo,
    "document": Document,
    "page": Page,
    "rule": RulePage,
    "annual": AnnualPage,
    "annual-report": FormReport,
    "annual-report-2019": TrialReport,
    "calendar": CalendarYear,
    "register": Register,
    "tasks": TaskPlan,
    "field": FieldCatalogue,
    "bulletin": Bulletin,
    "checks": Checks,
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by file stem: catalogues as lists, front matter as single objects."""
    found: dict[str, dict[str, Any]] = {
        stem: {"$schema": _DRAFT, "title": f"{stem}.yml", "type": "array", "items": _object(noun)}
        for stem, noun in _LISTS.items()
    }
    found["statutory"]["items"] = {**_item(), "properties": {**_item()["properties"], CHILDREN: _members()}}
    for stem, noun in _SINGLES.items():
        found[stem] = {"$schema": _DRAFT, "title": stem, **_object(noun)}
    found["field"] = {**found["field"], **_field()}
    for stem, noun in {"annual-report": FormReport, "annual-report-2019": TrialReport}.items():
        found[stem] = {**found[stem], **_report(noun)}
    return found


def _item() -> dict[str, Any]:
    """The schema of an item: what a usual item says need not be written."""
    return {**_object(Item), "required": [label(Item, "id")]}


def _members() -> dict[str, Any]:
    return {"type": "array", "items": _item()}


def _field() -> dict[str, Any]:
    """The schema of a field catalogue: what 默认 says need not stand in the rows, and ticks may be written as signs."""
    row = _object(Matter)
    ticks = {"type": "string", "pattern": "[■☑√✓✔●、，,；;]"}
    for key in TICK_KEYS:
        shape = row["properties"][key]
        shape["anyOf"] = [*shape["anyOf"], ticks]
    shared = {key: shape for key, shape in row["properties"].items() if key != label(Matter, "id")}
    properties = _object(FieldCatalogue)["properties"]
    rows = label(FieldCatalogue, "matters")
    own = [label(Matter, name) for name in ("id", "second")]
    description = properties[rows]["description"]
    return {
        "properties": {
            **properties,
            DEFAULTS: {"description": "各行没有写的键，都照这里", "type": "object", "properties": shared},
            rows: {"description": description, "type": "array", "items": {**row, "required": own}},
        }
    }


def _report(noun: type) -> dict[str, Any]:
    """The schema of an annual report: one with 差错说明 need not have every number."""
    tables, whole = tables_asked(noun), _object(noun)
    numbers = {*tables, *(a_term.key for a_term in rows_asked(noun))}
    rows = {key: [a_term.key for a_term in rows_asked(record)] for key, record in tables.items()}
    loose = {key: {**whole["properties"][key], "required": []} for key in tables}
    return {
        "properties": {**whole["properties"], **loose},
        "required": [key for key in whole["required"] if key not in numbers],
        "if": {"not": {"required": [label(noun, "known_fault")]}},
        "then": {
            "required": [key for key in whole["required"] if key in numbers],
            "properties": {key: {"required": asked} for key, asked in rows.items()},
        },
    }


def _object(noun: type) -> dict[str, Any]:
    fields = terms(noun).values()
    return {
        "type": "object",
        "properties": {a_term.key: _value(a_term) for a_term in fields},
        "required": [a_term.key for a_term in fields if a_term.required],
        "additionalProperties": False,
    }


def _value(a_term: Term) -> dict[str, Any]:
    description = a_term.meaning + (f"（{a_term.norm}）" if a_term.norm else "")
    return {"description": description, **_shape(a_term)}


def _shape(a_term: Term) -> dict[str, Any]:
    match a_term.kind:
        case Kind.CHOICE:
            return _choice(a_term)
        case Kind.CHOICES:
            return _one_or_many(_choice(a_term))
        case Kind.YES_NO:
            return {"enum": ["是", "否"]}
        case Kind.ID:
            return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
        case Kind.YEAR:
            return {"type": ["integer", "string"]}
        case Kind.NUMBERS:
            return _numbers(a_term)
        case Kind.RECORD:
            return _record(a_term)
        case Kind.RECORDS:
            return _one_or_many(_record(a_term))
        case Kind.ROWS:
            return _one_or_many({"type": "object", "additionalProperties": {"type": [*_TEXT["type"], "null"]}})
        case Kind.TEXTS | Kind.DAYS | Kind.ORGANS:
            return _one_or_many(_TEXT)
        case _:
            return dict(_TEXT)


def _choice(a_term: Term) -> dict[str, Any]:
    assert a_term.choices is not None
    return {"enum": [str(choice) for choice in a_term.choices]}


def _numbers(a_term: Term) -> dict[str, Any]:
    count = len(a_term.columns)
    number = {"type": ["number", "string"]}
    return number if count == 1 else {"type": "array", "items": number, "minItems": count, "maxItems": count}


def _record(a_term: Term) -> dict[str, Any]:
    assert a_term.record is not None
    whole = _object(a_term.record)
    return {"anyOf": [dict(_TEXT), whole]} if hasattr(a_term.record, "shorthand") else whole


def _one_or_many(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "array", "items": shape}]}
