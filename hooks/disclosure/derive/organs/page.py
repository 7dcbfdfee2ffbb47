"""/organs/<id>/ and its further pages."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive import addresses, contacts, labels, structured
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import PAGE_SIZE, caption, last_change, numbered, pages_of, row
from disclosure.derive.organs.collected import cards
from disclosure.derive.organs.contexts import ContactCard, DivisionRow, LeaderRow, OrganPage
from disclosure.derive.pieces import Fact, Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.derive.tasks import standing
from disclosure.derive.tasks.table import state_cell
from disclosure.load.contacts import is_mail_address
from disclosure.model import ColumnType, Organ
from disclosure.terms import label

ORGANS = "机构职能"
_CONTACT = ("address", "hours", "telephone", "fax", "email")


def organ_pages(holdings: Holdings) -> Iterator[OrganPage]:
    """The pages of every organ, whether it has documents or not."""
    for organ in holdings.column.organs:
        yield from _pages_of(holdings, organ)


def menu_entry(holdings: Holdings) -> str:
    """The id of the item of the statutory content that leads to the organs (条例 Art. 20(2)), if there is one."""
    return next((item.id for item in holdings.items if item.address == addresses.ORGANS), "")


def contact_facts(organ: Organ) -> tuple[Fact, ...]:
    """How the organ is reached and who leads it, as far as that was written."""
    facts = [
        Fact(label(Organ, name), contacts.values(name, value)) for name in _CONTACT if (value := getattr(organ, name))
    ]
    if organ.kind:
        facts.insert(0, Fact(label(Organ, "kind"), (Link(str(organ.kind)),)))
    if organ.head:
        head = f"{organ.head}（{organ.head_post}）" if organ.head_post else organ.head
        facts.append(Fact(label(Organ, "head"), (Link(head),)))
    return tuple(facts)


def _pages_of(holdings: Holdings, organ: Organ) -> Iterator[OrganPage]:
    documents = holdings.by_organ.get(organ.id, ())
    facts = contact_facts(organ)
    tasks, held = _tasks(holdings, organ), cards(holdings, organ)
    items = tuple(Link(item.name, addresses.of_item(item)) for item in holdings.items if organ in item.organs)
    sections = {
        "contact": "怎么联系" if facts else "",
        "duties": label(Organ, "duties") if organ.duties else "",
        "divisions": label(Organ, "divisions") if organ.divisions else "",
        "leaders": label(Organ, "leaders") if organ.leaders else "",
        "tasks": "承担的任务" if tasks else "",
        "holdings": "还可以看" if held else "",
        "items": "负责更新的栏目" if items else "",
        "documents": "公开的文件",
    }
    description = f"{organ.name}的职能、机构、地址、电话和公开的文件，共 {len(documents)} 件。"
    for pager, address, shown in pages_of(documents, addresses.of_organ(organ), PAGE_SIZE):
        yield OrganPage(
            frame=frame(
                address,
                numbered(f"{organ.name}（机关）", pager.page),
                description,
                Link(ORGANS, addresses.ORGANS),
                here=numbered(organ.name, pager.page),
                part="statutory",
                entry=menu_entry(holdings),
                changed=last_change(documents),
                labels=labels.of_list(organ.name, description, ColumnType.ORGANS, ORGANS),
                things=(structured.of_organ(organ),) if pager.page == 1 else (),
            ),
            heading=organ.name,
            sections={anchor: title for anchor, title in sections.items() if title},
            facts=facts,
            contact=contact_card(organ),
            contact_file=Link("存进手机通讯录", addresses.of_contact_card(organ)),
            duties=organ.duties,
            divisions=_divisions(organ),
            leaders=tuple(LeaderRow(name=each.name, post=each.post, duties=each.duties) for each in organ.leaders),
            tasks=tasks,
            holdings=held,
            items=items,
            caption=caption(organ.name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            empty="这个机关还没有以自己的名义发布文件。",
        )


def contact_card(organ: Organ) -> ContactCard:
    """What a telephone stores of the organ; numbers that cannot be dialled are left out."""
    links = contacts.telephones(organ.telephone) if organ.telephone else ()
    return ContactCard(
        name=organ.name,
        short_name=organ.short_name or "",
        address=organ.address or "",
        telephones=tuple(link.address.removeprefix("tel:") for link in links if link.address),
        fax=organ.fax or "",
        email=organ.email if organ.email and is_mail_address(organ.email) else "",
        page=addresses.of_organ(organ),
    )


def _divisions(organ: Organ) -> tuple[DivisionRow, ...]:
    rows = []
    for division in organ.divisions:
        name, duty = division.parts
        telephones = contacts.telephones(division.telephone) if division.telephone else ()
        rows.append(DivisionRow(name=name, duty=duty, telephones=telephones))
    return tuple(rows)


def _tasks(holdings: Holdings, organ: Organ) -> Table | None:
    """The tasks that the organ leads or supports in the plans of the newest year; None if there are none."""
    column = holdings.column
    lines: list[Line] = []
    for plan in column.tasks:
        for task in plan.tasks if plan.year == column.tasks[0].year else ():
            if organ not in (*task.leads, *task.supports):
                continue
            lines.append(
                Line(
                    anchor=f"{plan.id}-{standing.anchor(task)}",
                    cells=(
                        Cell((standing.link(plan, task),), key=f"{len(lines):05}"),
                        Cell((Link("牵头" if organ in task.leads else "配合"),)),
                        Cell((standing.limit(task),), key=standing.sort_key(plan, task)),
                        state_cell(plan, task, column.today),
                    ),
                )
            )
    if not lines:
        return None
    heads = (Head("任务"), Head("分工", is_filter=True), Head("时限", kind="day"), Head("状态", is_filter=True))
    year = column.tasks[0].year
    return Table(id="organ-tasks", caption=f"{year}年承担的任务，共 {len(lines)} 项", heads=heads, lines=tuple(lines))
