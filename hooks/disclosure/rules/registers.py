"""Registers: where they belong, what they refer to, when they were updated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from disclosure.column import Column
from disclosure.model import CellKind, ItemForm, Register, RegisterColumn, RegisterRow, Validity
from disclosure.problems import Family, Severity
from disclosure.public import public_part, withheld_parts
from disclosure.rules.registry import Findings, rule

_REVIEW, _NUMBER, _RESULT = "规范性文件清理结果", "文号", "清理结果"
_CALLED_GONE, _CALLED_VALID = ("废止", "失效"), "继续有效"
_GONE = (Validity.REPEALED, Validity.EXPIRED)
_SHOWN = 3
"""How many unknown numbers a warning repeats."""


@rule(
    "register-item",
    "名录要属于 statutory.yml 里适用于本级、形式不是链接的栏目",
    norm="条例第二十条、第二十一条",
    family=Family.CATALOGUES,
    advice="改成 statutory.yml 里适用于本级、有自己页面的栏目。",
    bad="栏目: 渡口（statutory.yml 里没有）",
    good="栏目: 行政处罚和行政强制",
)
def register_item(column: Column) -> Findings:
    """A register lies under an item that has a page."""
    items = {item.id: item for item in column.items}
    applicable = {item.id for item in column.applicable_items}
    for register in column.registers:
        item = items.get(register.item)
        if item is None:
            wrong = "不在 catalogue/statutory.yml 里；请写那里的标识或者名称"
        elif item.id not in applicable:
            wrong = (
                f"不适用于{column.info.level}专栏，名录不会有人找到；请换一个栏目，或者改 statutory.yml 的“适用层级”"
            )
        elif item.form is ItemForm.LINK:
            wrong = "的形式是链接，没有自己的页面；请换一个栏目"
        else:
            continue
        yield (
            register.origin.path,
            register.origin.line_of("item"),
            f"栏目“{item.name if item else register.item}”{wrong}",
        )


@rule(
    "item-register",
    "形式为名录的栏目要有名录",
    Severity.WARNING,
    norm="国办秘函〔2019〕19号（空白栏目）",
    family=Family.FRESHNESS,
    advice="给这个栏目补上名录；不用名录的，改“形式”。",
    bad="{标识: fees, 形式: 名录}，没有属于它的名录",
    good="{标识: fees, 形式: 名录}，有 catalogue/registers/fees.yml",
)
def item_register(column: Column) -> Findings:
    """An item that consists of registers has one with rows to show; not judged while one could not be read."""
    held = {register.item for register in public_part(column).registers if register.rows}
    for item in () if column.broken_registers else column.applicable_items:
        if item.form is ItemForm.REGISTER and item.id not in held:
            origin = column.origins["statutory", item.id]
            yield (
                origin.path,
                origin.line_of("form"),
                f"栏目“{item.name}”的形式是名录，catalogue/registers/ 里却没有属于它的、有内容的名录；请补上，或者改“形式”",
            )


@rule(
    "register-empty",
    "名录最好有能公布的行",
    Severity.WARNING,
    family=Family.FRESHNESS,
    advice="打开旁边的 .csv 补上内容；不再用的名录，两个文件都删去。",
    bad="penalties.csv 里只有表头",
    good="penalties.csv 里至少有一行",
)
def register_empty(column: Column) -> Findings:
    """A register has rows that people may see; what is past its last day does not count."""
    for register in public_part(column).registers if column.registers else ():
        if not register.rows:
            yield (
                register.origin.path,
                1,
                "没有一行可以公布（没有填，或者都过了公示期）；网页上是一张空表，请补上，或者删去这份名录",
            )


@rule(
    "register-updated",
    "名录的更新日期不能在今天之后",
    family=Family.CATALOGUES,
    advice="更新日期写最后一次改动的那一天。",
    bad="今天 2026-11-21，更新日期: 2027-01-01",
    good="今天 2026-11-21，更新日期: 2026-11-18",
)
def register_updated(column: Column) -> Findings:
    """A register was last updated on a day that has come."""
    for register in column.registers:
        if register.updated > column.today:
            yield (
                register.origin.path,
                register.origin.line_of("updated"),
                f"更新日期 {register.updated} 还没有到；请核对",
            )


@rule(
    "register-document",
    "名录里的文号最好能在专栏里找到；专栏以外的文件写《标题》",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="核对文号；专栏以外的文件写成《标题》。",
    bad="文件依据一格写“示政发〔2019〕55号”，专栏里没有",
    good="文件依据一格写“《示范省惠农补贴办法》”",
)
def register_document(column: Column) -> Findings:
    """A number in a column of 文件 is one of the column; one finding a column, because lists may be long."""
    if column.broken_numbers is None:
        return
    known = column.by_number.keys() | column.broken_numbers
    for register in column.registers:
        for place, own in _columns_of(register, CellKind.PAPER):
            unknown = [
                (row, number)
                for row in register.rows
                for number in str(row.values[place] or "").split("\n")
                if number and "《" not in number and number not in known
            ]
            if unknown:
                row, number = unknown[0]
                others = "、".join(f"第 {each.line} 行" for each, _ in unknown[1 : _SHOWN + 1])
                more = f"；还有 {len(unknown) - 1} 处，如{others}" if others else ""
                yield (
                    row.path,
                    row.line,
                    f"“{own.name}”写的“{number}”在专栏里找不到，网页上不会有链接{more}；请核对文号，专栏以外的写《标题》",
                )


@rule(
    "register-validity",
    "清理结果要与专栏里文件的有效性一致",
    norm="国办发〔2018〕37号",
    family=Family.VALIDITY,
    advice="核对这一行；清理结果没有错的，在废止它的文件里写“废止”，或者在它自己里写“失效日期”。",
    bad="清理结果写“废止”，文件在专栏里还是有效",
    good="清理结果写“废止”，文件在专栏里也是废止",
)
def register_validity(column: Column) -> Findings:
    """What a list of reviewed documents calls gone is gone by now; what it calls valid was not gone when it was updated."""
    for register in column.registers:
        names = [each.name for each in register.columns]
        if register.kind != _REVIEW or not {_NUMBER, _RESULT} <= set(names):
            continue
        then = replace(column, today=min(register.updated, column.today), settled_validity=None)
        for row in register.rows:
            result = row.values[names.index(_RESULT)]
            numbers = str(row.values[names.index(_NUMBER)] or "").split("\n")
            for document in (column.by_number[number] for number in numbers if number in column.by_number):
                path = document.origin.path
                now, was = column.validity[path], then.validity[path]
                is_kept = result in _CALLED_GONE and now not in _GONE
                if is_kept or (result == _CALLED_VALID and was in _GONE):
                    yield (
                        row.path,
                        row.line,
                        f"“{_RESULT}”写的是“{result}”，而专栏里的“{document.title}”（{path}）是“{now if is_kept else was}”；"
                        "请核对这一行，或者在废止它的文件里写“废止”、在它自己里写“失效日期”",
                    )


@rule(
    "register-withheld",
    "名录里写到不公开的文件时，这一格不会公布",
    Severity.WARNING,
    norm="条例第十四条至第十六条",
    family=Family.OPENNESS,
    advice="不能公开的删去这一格；可以公开的，先改那份文件的公开属性。",
    bad="文号一格写“示政函〔2026〕3号”（依申请公开）",
    good="文号一格只写主动公开的文件",
)
def register_withheld(column: Column) -> Findings:
    """What the gate takes away is said beforehand."""
    for register in column.registers:
        for row in register.rows:
            for place, own in enumerate(register.columns):
                value = row.values[place]
                if isinstance(value, str) and withheld_parts(column, value):
                    yield row.path, row.line, f"“{own.name}”{_gone(register, row, place)}"


def _gone(register: Register, row: RegisterRow, place: int) -> str:
    whole = place in {register.naming, *register.identifying}
    what = "这一行" if whole else "这一格"
    return f"写的“{row.values[place]}”是不公开的文件，{what}不会公布；不想公布的话，请删去"


def _columns_of(register: Register, kind: CellKind) -> Iterator[tuple[int, RegisterColumn]]:
    return ((place, column) for place, column in enumerate(register.columns) if column.kind is kind)
