"""The columns of a register: those of its 类别, without some, with others, each declared so that cells can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from disclosure.load import faults
from disclosure.load.cells import UNITS, unit_of_heading
from disclosure.load.hints import nearest
from disclosure.load.register_kinds import REGISTER_KINDS, RegisterKind
from disclosure.load.sheets import heading_and_unit, plain_heading
from disclosure.model import CellKind, Origin, RegisterColumn
from disclosure.problems import Report, Rule

_BRACKETS = re.compile("(.+?)\\s*[(（][^()（）]+[)）]\\s*")
_OF_PERSONS = re.compile("身份证|身份号码|(?<!许可)证件号|银行卡|银行账|账号|卡号|手机号")
_FILTERED = (CellKind.TEXT, CellKind.CHOICE, CellKind.ORGAN)


def resolve_columns(values: Mapping[str, Any], origin: Origin, report: Report) -> dict[str, Any] | None:
    """``values`` of a register with its whole columns and the places of those that name, identify and end a row.

    None after reporting what is wrong.
    """
    found = _Resolving(values, origin, report)
    resolved = found.resolve()
    return resolved if found.is_sound else None


class _Resolving:
    """One register whose columns are being resolved."""

    def __init__(self, values: Mapping[str, Any], origin: Origin, report: Report) -> None:
        self._values = values
        self._origin = origin
        self._report = report
        self.is_sound = True

    def resolve(self) -> dict[str, Any]:
        """The resolved values; they count only if ``is_sound``."""
        kind = self._kind()
        columns = self._merged(kind)
        for column in columns:
            self._check(column)
        if not columns and self.is_sound:
            self._fail(self._origin.line, "没有声明列；请写“类别”，或者在“列”里写上每一列")
        if not columns:
            return {}
        places = {plain_heading(column.name): place for place, column in enumerate(columns)}
        naming = self._place("named_by", places)
        if naming is None:
            naming = places.get(plain_heading(kind.named_by), 0) if kind else 0
        return {
            **self._values,
            "columns": tuple(columns),
            "basis": self._values.get("basis") or (kind.basis if kind else None),
            "description": self._values.get("description") or (kind.description if kind else None),
            "naming": naming,
            "identifying": self._identifying(kind, places, naming),
            "until": self._until(kind, columns, places),
        }

    def _kind(self) -> RegisterKind | None:
        name = self._values.get("kind")
        if name is None or name in REGISTER_KINDS:
            return REGISTER_KINDS.get(name) if name else None
        known = "、".join(REGISTER_KINDS)
        self._fail(
            self._origin.line_of("kind"),
            f"没有“{name}”这个类别；可以用：{known}{nearest(name, REGISTER_KINDS)}；都不合适的，删去这一行，自己写“列”",
        )
        return None

    def _merged(self, kind: RegisterKind | None) -> list[RegisterColumn]:
        found = {plain_heading(column.name): column for column in (kind.columns if kind else ())}
        for name in self._values.get("without", ()):
            if found.pop(plain_heading(name), None) is None:
                known = [column.name for column in found.values()]
                line = self._origin.line_of("without")
                self._fail(line, f"“不用的列”里的“{name}”本来就没有{nearest(name, known)}；请改正，或者删去")
        written: set[str] = set()
        for column in map(self._without_unit, self._values.get("columns", ())):
            plain = plain_heading(column.name)
            if plain in written:
                self._fail(column.line, f"列“{column.name}”写了两次；请只留一处")
            written.add(plain)
            found[plain] = _changed(found[plain], column) if plain in found else column
        return [replace(column, kind=column.kind or CellKind.TEXT) for column in found.values()]

    def _without_unit(self, column: RegisterColumn) -> RegisterColumn:
        """``column`` without the unit that its name repeats: 金额（元） in 元 is 金额; another unit of money is reported."""
        unit, found = heading_and_unit(column.name)[1], _BRACKETS.fullmatch(column.name)
        if not unit or not column.unit or not found:
            return column
        if column.unit in UNITS and (named := unit.removesuffix("元") + "元") in UNITS:
            if named != column.unit:
                self._fail(
                    column.line,
                    f"列“{column.name}”的列名里是{named}，“单位”写的是{column.unit}，差了许多倍；请改成一样的，列名里可以不写单位",
                )
            return replace(column, name=found[1])
        written = replace(column, kind=CellKind.NUMBER)
        return replace(column, name=found[1]) if unit_of_heading(unit, written) else column

    def _check(self, column: RegisterColumn) -> None:
        is_money = column.kind is CellKind.MONEY
        if _OF_PERSONS.search(plain_heading(column.name)) and not column.masked:
            self._fail(
                column.line,
                f"列“{column.name}”看起来是个人信息；请写上“遮蔽: 是”，表格里只留遮蔽过的内容，或者不要这一列；"
                "公用的号码请换一个列名，如 办公电话、缴款账户",
                faults.REGISTER_MASK,
            )
        if column.kind is CellKind.CHOICE and not column.choices:
            self._fail(column.line, f"列“{column.name}”的类型是选项，却没有写“可选值”；请补上，如 [是, 否]")
        if column.choices and column.kind is not CellKind.CHOICE:
            self._fail(column.line, f"列“{column.name}”有“可选值”，类型却是{column.kind}；请把类型写成“选项”")
        if is_money and column.unit not in UNITS:
            said = f"写的是“{column.unit}”" if column.unit else "没有写"
            self._fail(column.line, f"列“{column.name}”是金额，单位{said}；只能写：{'、'.join(UNITS)}")
        if column.unit and not column.is_number:
            self._fail(
                column.line, f"列“{column.name}”是{column.kind}，不能有单位；请删去“单位”，或者把类型写成数字、金额"
            )
        if column.total and not column.is_number:
            self._fail(column.line, f"列“{column.name}”是{column.kind}，不能合计；只有数字和金额可以")
        if column.filter and column.kind not in _FILTERED:
            self._fail(column.line, f"列“{column.name}”是{column.kind}，不能用来筛选；只有文字、选项和机关可以")
        if column.masked and column.kind is not CellKind.TEXT:
            self._fail(column.line, f"列“{column.name}”是{column.kind}，不能写“遮蔽”；只有文字可以")

    def _identifying(self, kind: RegisterKind | None, places: Mapping[str, int], naming: int) -> tuple[int, ...]:
        written = self._values.get("identified_by", ())
        if written:
            found = [self._known("identified_by", name, places) for name in written]
            return tuple(place for place in found if place is not None)
        if "标识" in places:
            return (places["标识"],)
        usual = [places.get(plain_heading(name)) for name in (kind.identified_by if kind else ())]
        whole = tuple(place for place in usual if place is not None)
        return whole if whole and len(whole) == len(usual) else (naming,)

    def _until(
        self, kind: RegisterKind | None, columns: Sequence[RegisterColumn], places: Mapping[str, int]
    ) -> int | None:
        place = self._place("until_by", places)
        if place is None and kind and kind.until_by:
            place = places.get(plain_heading(kind.until_by))
        if place is not None and columns[place].kind is not CellKind.DAY:
            line = self._origin.line_of("until_by")
            self._fail(line, f"截止列“{columns[place].name}”的类型是{columns[place].kind}；请写成日期")
        return place

    def _place(self, field: str, places: Mapping[str, int]) -> int | None:
        name = self._values.get(field)
        return None if name is None else self._known(field, name, places)

    def _known(self, field: str, name: str, places: Mapping[str, int]) -> int | None:
        place = places.get(plain_heading(name), places.get(heading_and_unit(name)[0]))
        if place is None:
            line = self._origin.line_of(field)
            self._fail(line, f"没有“{name}”这一列{nearest(name, places)}；请写这份名录里有的列名")
        return place

    def _fail(self, line: int, message: str, rule: Rule = faults.REGISTER_COLUMNS) -> None:
        self.is_sound = False
        self._report(line, rule, message)


def _changed(column: RegisterColumn, by: RegisterColumn) -> RegisterColumn:
    """``column`` with what was written of ``by``; another kind does away with the unit and the choices of the old."""
    written: dict[str, Any] = {
        field.name: value for field in fields(by) if (value := getattr(by, field.name)) not in (None, ())
    }
    if by.kind and by.kind is not column.kind:
        column = replace(column, unit=None, choices=(), total=None, filter=None)
    return replace(column, **written)
