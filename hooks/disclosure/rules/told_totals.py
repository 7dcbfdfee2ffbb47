"""Totals that editors tell of the column's own data: in the descriptions of registers, plans and items, and in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosure.column import Column
from disclosure.load.cells import UNITS
from disclosure.model import CellKind, Document, Page, Register
from disclosure.passages import Passage, Source, passages
from disclosure.problems import Family, Severity
from disclosure.public import public_part
from disclosure.rules.registry import Findings, rule

_NUMBER = r"(?P<number>\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,15})(?P<places>\.\d+)?"
_MEASURES = "[件项条户家宗名个人份所处]"
_OF_OTHERS = re.compile(r"其余|另有|另外|其中|清理|审查|评估")
"""Words of a clause whose number is not that of the whole."""
_COUNT = re.compile(
    rf"(?:共计?|一共|共有|收录|列出|列入|列明|公布|纳入)(?:了|有)?{_NUMBER}{_MEASURES}(?!以|左右|工作日|月|小时|[多余])"
)
_SUM = re.compile(
    rf"(?:合计|总计|共计?|总(?:额|投资|金额|量|面积|人数))[^，,。；;\d]{{0,8}}?{_NUMBER}\s*(?P<unit>[^\d\s]{{1,4}})"
)
_CLAUSE = re.compile(r"[^，,。；;\n]+")
_NEAR = 30
"""Signs behind the name of a register in which a text tells its total."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A text that tells totals of ``whole``: where it stands, how many rows that has, and what else may be counted of it."""

    path: str
    line: int
    text: str
    whole: str
    rows: int
    counts: frozenset[int]
    register: Register | None = None


@rule(
    "told-total",
    "说明和正文里写的总数要与专栏里的一致",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="照专栏里的改正总数；最好不写总数，网页上会自动算。",
    bad="说明: 本清单共86项，而清单里有85行",
    good="说明: 可以查到有哪些收费、收多少",
)
def told_total(column: Column) -> Findings:
    """A count or a sum that is told of a register, a plan, a field catalogue or an item is that of its rows."""
    for told in _all_told(column):
        for clause in _CLAUSE.finditer(told.text):
            if not _OF_OTHERS.search(clause[0]):
                for message in (*_wrong_counts(told, clause[0]), *_wrong_sums(told, clause[0])):
                    yield told.path, told.line + told.text.count("\n", 0, clause.start()), message


def _wrong_counts(told: _Told, clause: str) -> Iterator[str]:
    for found in _COUNT.finditer(clause):
        number = int(re.sub("[,，]", "", found["number"]))
        if found["places"] is None and number != told.rows and number not in told.counts:
            yield f"这里写着“{found[0]}”，{told.whole}有 {told.rows} 条；请核对，最好不写总数"


def _wrong_sums(told: _Told, clause: str) -> Iterator[str]:
    register = told.register
    if register is None:
        return
    for found in _SUM.finditer(clause):
        units = [unit for unit in _units(register) if found["unit"].startswith(unit)]
        if not units:
            continue
        unit = max(units, key=len)
        written = Decimal(re.sub("[,，]", "", found["number"]) + (found["places"] or ""))
        sums = list(_sums(register, unit))
        step = Decimal(1).scaleb(-max(len(found["places"] or "") - 1, 0))
        if not any(abs(total - written) < step for _, total in sums):
            right = "、".join(f"“{name}”一列的合计是 {_shown(total)} {unit}" for name, total in sums)
            yield f"这里写着“{found[0].removesuffix(found['unit'])}{unit}”，{told.whole}里{right}；请核对，最好不写总数"


def _all_told(column: Column) -> Iterator[_Told]:
    public = public_part(column)
    for register in public.registers:
        if register.description:
            yield _of_register(
                register, register.origin.path, register.origin.line_of("description"), register.description
            )
    for plan in public.tasks:
        tasks = sum(len(group.tasks) for group in plan.groups)
        if plan.lead:
            others = frozenset({len(plan.groups)})
            yield _Told(plan.origin.path, plan.origin.line_of("lead"), plan.lead, "这张表", tasks, others)
    for catalogue in public.field_catalogues:
        if catalogue.description:
            path, line = catalogue.origin.path, catalogue.origin.line_of("description")
            others = frozenset({len({each.first for each in catalogue.matters})})
            yield _Told(path, line, catalogue.description, "这份目录", len(catalogue.matters), others)
    yield from _told_of_items(public)
    yield from _told_in_texts(public)


def _of_register(register: Register, path: str, line: int, text: str) -> _Told:
    return _Told(path, line, text, f"名录“{register.name}”", len(register.rows), _counts(register), register)


def _told_of_items(public: Column) -> Iterator[_Told]:
    for item in public.applicable_items:
        held = sum(document.item == item.id for document in public.documents)
        rows = [len(register.rows) for register in public.registers if register.item == item.id]
        if item.description and (held or rows):
            origin = public.origins["statutory", item.id]
            others = frozenset({sum(rows), *rows})
            line = origin.line_of("description")
            yield _Told(origin.path, line, item.description, "这个栏目", held or sum(rows), others)


def _told_in_texts(public: Column) -> Iterator[_Told]:
    """What texts as new as a register tell right behind its name."""
    named = {register.name: register for register in public.registers}
    for passage in passages(public) if named else ():
        if passage.source is not Source.BODY:
            continue
        for name, register in named.items():
            at = passage.text.find(name) if _is_as_new(passage, register) else -1
            while at >= 0:
                behind = passage.text[at + len(name) :].lstrip("》")[:_NEAR].partition("\n")[0]
                yield _of_register(register, passage.path, passage.line_at(at), behind)
                at = passage.text.find(name, at + 1)


def _is_as_new(passage: Passage, register: Register) -> bool:
    writing = passage.writing
    day = writing.published if isinstance(writing, Document) else None
    if isinstance(writing, Page):
        day = writing.updated or writing.published
    return day is not None and day >= register.updated


def _counts(register: Register) -> frozenset[int]:
    """What may be counted of a register besides its rows: the values of a column, sums."""
    found: set[int] = set()
    for place, own in enumerate(register.columns):
        values = [row.values[place] for row in register.rows if row.values[place] is not None]
        found.add(len({str(value) for value in values}))
        if own.kind is CellKind.NUMBER:
            found.add(int(sum(value for value in values if isinstance(value, Decimal))))
    return frozenset(found)


def _units(register: Register) -> set[str]:
    """The units in which sums of ``register`` can be told."""
    own = {each.unit for each in register.columns if each.is_number and each.unit}
    return own | (set(UNITS) if own & set(UNITS) else set()) | {f"万{unit}" for unit in own}


def _sums(register: Register, unit: str) -> Iterator[tuple[str, Decimal]]:
    """The sums of the columns that can be told in ``unit``, in it."""
    for place, own in enumerate(register.columns):
        total = sum((value for row in register.rows if isinstance(value := row.values[place], Decimal)), Decimal(0))
        if own.is_number and unit in (own.unit, f"万{own.unit}"):
            yield own.name, total if unit == own.unit else total.scaleb(-4)
        elif own.is_number and own.unit in UNITS and unit in UNITS:
            yield own.name, total.scaleb(UNITS[own.unit] - UNITS[unit])


def _shown(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
