"""名录清单: registers of rows with typed columns, one file each under catalogue/registers/."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from disclosure.model.catalogues import Organ
from disclosure.model.choices import Period
from disclosure.model.origin import Origin
from disclosure.terms import Kind, term


class CellKind(enum.StrEnum):
    """类型: what the cells of a column hold."""

    TEXT = "文字"
    NUMBER = "数字"
    MONEY = "金额"
    DAY = "日期"
    ORGAN = "机关"
    PAPER = "文件"
    PHONE = "电话"
    CHOICE = "选项"


CellValue: TypeAlias = "str | Decimal | dt.date | tuple[Organ, ...] | None"
"""What a cell holds: text for 文字, 电话, 选项 and 文件 (one a line); Decimal for 数字 and 金额 (in the column's unit)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumn:
    """列: a column of a register; one that is only a name is one of text."""

    shorthand: ClassVar[str] = "name"
    name: str = term("列名", Kind.TEXT, "列的名称，与表格的表头一致", required=True)
    kind: CellKind | None = term("类型", Kind.CHOICE, "每一格写什么；不写就是文字", choices=CellKind)
    unit: str | None = term("单位", Kind.TEXT, "金额写元、万元或者亿元；数字写亩、人等")
    choices: tuple[str, ...] = term("可选值", Kind.TEXTS, "类型为选项时，只能写哪几个值")
    required: bool | None = term("必填", Kind.YES_NO, "每一行都要填")
    masked: bool | None = term(
        "遮蔽", Kind.YES_NO, "这一列是遮蔽过的个人信息，如 张*；没有遮蔽的会报错", norm="个人信息保护法第二十五条"
    )
    total: bool | None = term("合计", Kind.YES_NO, "数字和金额：在表的最后一行加起来")
    filter: bool | None = term("筛选", Kind.YES_NO, "可以按这一列的值筛选")
    meaning: str | None = term("说明", Kind.TEXT, "一句话说明这一列，写进下载的数据里")
    line: int = 1

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in (CellKind.NUMBER, CellKind.MONEY)

    @property
    def heading(self) -> str:
        """The name with the unit, as a page shows it."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A row: its id (unique in its register, fit for an address), where it was written, a value for each column."""

    id: str
    path: str
    line: int
    values: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it was written in YAML: name of the column, text, line of each cell."""

    line: int
    cells: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register (名录、清单、目录): what it is, its columns, its rows.

    ``columns`` are those of its 类别 and its own, together; ``naming``, ``identifying`` and ``until`` are places in
    them.
    """

    name: str = term("名称", Kind.TEXT, "名录的名称", required=True)
    description: str | None = term("说明", Kind.TEXT, "一句话告诉群众这里有什么")
    kind: str | None = term("类别", Kind.TEXT, "现成的类别，如 行政处罚决定；它的列不用再写")
    organs: tuple[Organ, ...] = term("责任机构", Kind.ORGANS, "负责这份名录的机关", required=True)
    item: str = term("栏目", Kind.TEXT, "属于哪个栏目，写 statutory.yml 里的标识或者名称", required=True)
    basis: str | None = term("依据", Kind.TEXT, "公开的依据；不写就用类别的依据")
    period: Period | None = term("更新周期", Kind.CHOICE, "至少多久更新一次", choices=Period)
    updated: dt.date = term("更新日期", Kind.DAY, "这份名录最近更新的日期", required=True)
    columns: tuple[RegisterColumn, ...] = term(
        "列", Kind.RECORDS, "每一列一项，按次序；有类别的只写要改、要加的列", record=RegisterColumn
    )
    without: tuple[str, ...] = term("不用的列", Kind.TEXTS, "类别里有、这份名录不用的列")
    named_by: str | None = term("名称列", Kind.TEXT, "哪一列是一行的名称；不写就是类别定的那一列，或者第一列")
    identified_by: tuple[str, ...] = term(
        "标识列", Kind.TEXTS, "哪一列（或者几列一起）能认出一行，用来做网址；不写就是“标识”列或者名称列"
    )
    until_by: str | None = term("截止列", Kind.TEXT, "哪一列是公示截止日期；过了这一天，这一行就不再公布")
    rows: tuple[RegisterRow, ...] = term("数据", Kind.ROWS, "一行一组“列名: 值”；写在同名的 .csv 里时不写")
    id: str = ""
    naming: int = 0
    identifying: tuple[int, ...] = (0,)
    until: int | None = None
    origin: Origin = Origin("")

    def day_until(self, row: RegisterRow) -> dt.date | None:
        """The last day on which ``row`` may be shown, if it has one."""
        value = None if self.until is None else row.values[self.until]
        return value if isinstance(value, dt.date) else None
