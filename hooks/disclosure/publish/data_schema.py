"""The JSON file of a data set described as JSON Schema (draft 2020-12), for programs that read it."""

from __future__ import annotations

import json
from typing import Any

from disclosure.derive import addresses
from disclosure.derive.data_pieces import DataField, DataKind, Dataset
from disclosure.derive.open_data.files import FileKind

_TEXT: dict[str, Any] = {"type": "string"}
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_ADDRESS = {"type": "string", "format": "uri-reference"}
_SHAPES: dict[DataKind, dict[str, Any]] = {
    DataKind.TEXT: {"type": "string", "minLength": 1},
    DataKind.NUMBER: {"type": "number"},
    DataKind.DAY: _DAY,
    DataKind.ADDRESS: _ADDRESS,
    DataKind.TEXTS: {"type": "array", "items": {"type": "string", "minLength": 1}},
    DataKind.ADDRESSES: {"type": "array", "items": _ADDRESS},
}


def schema_of(dataset: Dataset, site_url: str) -> bytes:
    """The schema of json_of(dataset); more keys than it names may come later and do no harm."""
    properties = {
        "标识": {"const": dataset.id},
        "名称": _TEXT,
        "说明": _TEXT,
        "机关": _TEXT,
        "更新日期": _maybe(_DAY),
        "页面": _ADDRESS,
        "字段": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "名称": _TEXT,
                    "类型": {"enum": [str(kind) for kind in DataKind]},
                    "单位": _TEXT,
                    "说明": _TEXT,
                },
                "required": ["名称", "类型", "单位", "说明"],
            },
        },
        "记录数": {"type": "integer", "minimum": 0},
        "数据": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {field.name: _shape(field) for field in dataset.fields},
                "required": [field.name for field in dataset.fields],
            },
        },
    }
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": f"{site_url}{addresses.of_data(dataset.id, FileKind.SCHEMA)}"} if site_url else {}),
        "title": dataset.title,
        "description": dataset.description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _shape(field: DataField) -> dict[str, Any]:
    shape = _SHAPES[field.kind]
    unit = f"（{field.unit}）" if field.unit else ""
    said = {"description": f"{field.meaning}{unit}"} if field.meaning or unit else {}
    return {**said, **(shape if field.required else _maybe(shape))}


def _maybe(shape: dict[str, Any]) -> dict[str, Any]:
    return {**shape, "type": [shape["type"], "null"]}
