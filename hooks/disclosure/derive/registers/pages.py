"""/registers/ and the pages of every register."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, labels, wording
from disclosure.derive.downloads import downloads_of
from disclosure.derive.frame import frame, item_trail
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import numbered, pages_of
from disclosure.derive.pieces import Fact, Link
from disclosure.derive.registers.contexts import RegisterGroup, RegisterPage, RegistersPage
from disclosure.derive.registers.dataset import dataset_id
from disclosure.derive.registers.tables import PAGE_SIZE, part_of, whole_table
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.model import ColumnType, Register
from disclosure.terms import label

REGISTERS = "名录清单"
DESCRIPTION = "收费、补贴、处罚、项目等名录清单，可以筛选、排序和下载。"


def registers_page(holdings: Holdings) -> Iterator[RegistersPage]:
    """/registers/, if there is any register."""
    registers = holdings.column.registers
    if not registers:
        return
    own = {item: tuple(register for register in registers if register.item == item.id) for item in holdings.items}
    yield RegistersPage(
        frame=frame(
            addresses.REGISTERS,
            REGISTERS,
            DESCRIPTION,
            changed=max(register.updated for register in registers).isoformat(),
            labels=labels.of_list(REGISTERS, DESCRIPTION, ColumnType.CATALOGUE),
        ),
        lead=f"这里是全部 {len(registers)} 份名录清单，按栏目排列。每一份都可以筛选、排序、下载，每一行都有自己的网址。",
        groups=tuple(
            RegisterGroup(title=item.name, anchor=f"item-{item.id}", table=_table_of(item.id, item.name, found))
            for item, found in own.items()
            if found
        ),
    )


def register_pages(holdings: Holdings) -> Iterator[RegisterPage]:
    """The pages of every register."""
    for register in holdings.column.registers:
        yield from _pages_of(holdings, register)


def whole_tables(holdings: Holdings) -> Iterator[tuple[str, Table]]:
    """The registers of several pages: the address of the script with all rows, and these."""
    for register in holdings.column.registers:
        if len(register.rows) > PAGE_SIZE:
            yield addresses.of_rows(register), whole_table(holdings.column, register)


def count(register: Register) -> str:
    """How many rows there are."""
    return f"{len(register.rows)} 条"


def _pages_of(holdings: Holdings, register: Register) -> Iterator[RegisterPage]:
    whole = whole_table(holdings.column, register)
    first = addresses.of_register(register)
    item = holdings.item_by_id[register.item]
    description = register.description or f"{register.name}：{item.name}的名录。"
    for pager, address, _ in pages_of(register.rows, first, PAGE_SIZE):
        is_first = pager.page == 1
        yield RegisterPage(
            frame=frame(
                address,
                numbered(register.name, pager.page),
                description,
                *item_trail(holdings, item),
                here="名录",
                part="statutory",
                entry=item.id,
                changed=register.updated.isoformat(),
                labels=labels.of_list(register.name, description, ColumnType.DATA, item.name),
                note=REGISTERS,
            ),
            heading=register.name,
            lead=description if is_first else "",
            facts=_facts(register, Link(item.name, addresses.of_item(item))) if is_first else (),
            table=part_of(whole, register, pager.page) if whole.lines else None,
            pager=pager,
            downloads=downloads_of(dataset_id(register), register.name),
            other=None if is_first else Link("回到第一页，看这份名录的依据和责任机构", first),
        )


def _facts(register: Register, item: Link) -> tuple[Fact, ...]:
    values: dict[str, tuple[Link, ...]] = {
        "organs": tuple(Link(organ.name, addresses.of_organ(organ)) for organ in register.organs),
        "item": (item,),
        "basis": (Link(register.basis),) if register.basis else (),
        "period": (Link(str(register.period)),) if register.period else (),
    }
    return (
        *(Fact(label(Register, name), links, minor=name == "item") for name, links in values.items() if links),
        Fact(label(Register, "updated"), (wording.day(register.updated),)),
        Fact("条数", (Link(count(register)),)),
    )


def _table_of(item: str, name: str, registers: tuple[Register, ...]) -> Table:
    return Table(
        id=f"dc-registers-{item}",
        caption=f"{name}的名录",
        heads=(Head("名录"), Head("责任机构"), Head("条数", "number"), Head("更新日期", "day"), Head("更新周期")),
        lines=tuple(
            Line(
                anchor=f"register-{register.id}",
                cells=(
                    Cell((Link(register.name, addresses.of_register(register)),)),
                    Cell(tuple(Link(organ.name) for organ in register.organs)),
                    Cell((Link(count(register)),), key=str(len(register.rows))),
                    Cell((wording.day(register.updated),), key=register.updated.isoformat()),
                    Cell((Link(str(register.period or "—")),)),
                ),
            )
            for register in registers
        ),
    )
