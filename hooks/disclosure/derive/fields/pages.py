"""The pages of the field catalogues: all fields, a field, and the documents of a row that has many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.derive import addresses, labels, wording
from disclosure.derive.contexts import ListPage
from disclosure.derive.downloads import downloads_of
from disclosure.derive.fields.contexts import FieldPage, FieldsPage, MatterGroup
from disclosure.derive.fields.fulfilment import Fulfilment, fulfilments, organs
from disclosure.derive.fields.tables import (
    FIELDS_DATASET,
    SHOWN_DOCUMENTS,
    field_dataset,
    form_anchor,
    published_table,
    standard_rows,
)
from disclosure.derive.frame import FIELDS, ON_APPLICATION, STATUTORY, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import PAGE_SIZE, caption, last_change, numbered, pages_of, row
from disclosure.derive.pieces import Fact, Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.model import PILOT_FIELDS, ColumnType, FieldCatalogue, Matter, MatterLevel
from disclosure.terms import label

DESCRIPTION = "26 个领域的基层政务公开标准目录：每个事项公开什么、由谁公开、已经公开了什么。"
_TRAIL = (Link(STATUTORY, addresses.STATUTORY), Link("标准目录", addresses.FIELDS))
"""In a word, so that the title still stands on the first screen of a phone."""


def field_pages(holdings: Holdings) -> Iterator[FieldsPage | FieldPage | ListPage]:
    """/fields/ and all below it; nothing where there is no catalogue."""
    catalogues = holdings.column.field_catalogues
    if not catalogues:
        return
    yield _fields_page(holdings)
    for catalogue in catalogues:
        yield _field_page(holdings, catalogue)
        for each in fulfilments(holdings, catalogue):
            if len(each.documents) > SHOWN_DOCUMENTS:
                yield from _matter_pages(holdings, catalogue, each)


def _fields_page(holdings: Holdings) -> FieldsPage:
    catalogues = holdings.column.field_catalogues
    written = {catalogue.id for catalogue in catalogues}
    unwritten = tuple(_unwritten_line(id_, name) for id_, name in PILOT_FIELDS.items() if id_ not in written)
    days = [day for catalogue in catalogues if (day := field_dataset(holdings, catalogue).updated)]
    lead = "国家在 26 个与群众关系密切的领域统一规定了公开哪些事项。点开一个领域，看每个事项公开了什么、由谁负责"
    lead += "；目录还没有公布的领域，可以按栏目找，或者搜索。" if unwritten else "。"
    return FieldsPage(
        frame=frame(
            addresses.FIELDS,
            FIELDS,
            DESCRIPTION,
            _TRAIL[0],
            part="statutory",
            entry=addresses.FIELDS,
            changed=max(days).isoformat() if days else "",
            labels=labels.of_list(FIELDS, DESCRIPTION, ColumnType.CATALOGUE, STATUTORY),
        ),
        lead=lead,
        table=Table(
            id="fields",
            caption=f"全部 {len(catalogues) + len(unwritten)} 个领域，已经公布目录的 {len(catalogues)} 个",
            heads=(
                Head("领域"),
                Head("事项", kind="number"),
                Head("已公开", kind="number"),
                Head("还没有发布", kind="number"),
                Head("最近发布", kind="day"),
            ),
            lines=(*(_field_line(holdings, catalogue) for catalogue in catalogues), *unwritten),
        ),
        downloads=downloads_of(FIELDS_DATASET, "全部领域的事项"),
    )


def _field_line(holdings: Holdings, catalogue: FieldCatalogue) -> Line:
    found = fulfilments(holdings, catalogue)
    there = sum(each.is_there for each in found)
    missing = sum(each.is_due and not each.is_there for each in found)
    newest = max((each.newest for each in found if each.newest), default=None)
    day = wording.day(newest) if newest else None
    return Line(
        anchor=catalogue.id,
        cells=(
            Cell((Link(catalogue.name, addresses.of_field(catalogue.id)),)),
            *(Cell((Link(f"{count} 项"),), key=str(count)) for count in (len(found), there, missing)),
            Cell((day,), key=day.iso) if day else Cell((Link("无"),)),
        ),
    )


def _unwritten_line(id_: str, name: str) -> Line:
    """A field that the state names and the column has no catalogue of: an entry without a page."""
    nothing = Cell((Link("无"),), key="0")
    told = Cell((Link("目录还没有公布"),), key="0")
    return Line(anchor=id_, cells=(Cell((Link(name),)), told, nothing, nothing, Cell((Link("无"),))))


def _field_page(holdings: Holdings, catalogue: FieldCatalogue) -> FieldPage:
    found = fulfilments(holdings, catalogue)
    address = addresses.of_field(catalogue.id)
    description = description_of(catalogue)
    dataset = field_dataset(holdings, catalogue)
    values = {
        "source": (Link(catalogue.source),) if catalogue.source else (),
        "updated": (wording.day(catalogue.updated),) if catalogue.updated else (),
    }
    title = title_of(catalogue)
    return FieldPage(
        frame=frame(
            address,
            title,
            description,
            *_TRAIL,
            here=catalogue.name,
            part="statutory",
            entry=addresses.FIELDS,
            changed=dataset.updated.isoformat() if dataset.updated else "",
            labels=labels.of_list(title, description, ColumnType.CATALOGUE, catalogue.name),
        ),
        lead=description,
        summary=_summary(found),
        facts=tuple(Fact(label(FieldCatalogue, name), links) for name, links in values.items() if links),
        groups=_groups(holdings, catalogue),
        table=published_table(holdings, catalogue),
        caption=f"{title}（全表），共 {len(found)} 项",
        has_third=any(matter.third for matter in catalogue.matters),
        rows=standard_rows(catalogue),
        downloads=downloads_of(dataset.id, title),
        apply=Link(ON_APPLICATION, addresses.APPLY),
    )


def title_of(catalogue: FieldCatalogue) -> str:
    """What the catalogue of a field is called."""
    return f"{catalogue.name}领域基层政务公开标准目录"


def description_of(catalogue: FieldCatalogue) -> str:
    """What is in it, in a sentence."""
    return catalogue.description or f"{catalogue.name}领域的公开事项：公开什么、由谁公开、已经公开了什么。"


def _summary(found: Sequence[Fulfilment]) -> str:
    there = sum(each.is_there for each in found)
    missing = sum(each.is_due and not each.is_there for each in found)
    others = len(found) - there - missing
    parts = [f"共 {len(found)} 项，已经公开 {there} 项"]
    parts += [f"还没有发布 {missing} 项"] if missing else []
    parts += [f"不在本站公开 {others} 项（原因写在各项后面）"] if others else []
    return "，".join(parts) + "。"


def _groups(holdings: Holdings, catalogue: FieldCatalogue) -> tuple[MatterGroup, ...]:
    """The rows by organ, in the order of organs.yml, then by level; one group alone is no choice."""
    by_name: dict[str, list[Matter]] = {organ.short_name or organ.name: [] for organ in holdings.column.organs}
    for matter in catalogue.matters:
        for name in organs(matter):
            by_name.setdefault(name, []).append(matter)
    by_level = {str(level): [each for each in catalogue.matters if level in each.levels] for level in MatterLevel}
    groups: list[MatterGroup] = []
    for grouped, what in ((by_name, "{}负责的"), (by_level, "{}公开的")):
        filled = {name: matters for name, matters in grouped.items() if matters}
        groups += [_group(what.format(name), matters, catalogue) for name, matters in filled.items() if len(filled) > 1]
    return tuple(groups)


def _group(title: str, matters: Sequence[Matter], catalogue: FieldCatalogue) -> MatterGroup:
    address = addresses.of_field(catalogue.id)
    return MatterGroup(
        title=f"{title} {len(matters)} 项",
        links=tuple(Link(f"{each.first}：{each.name}", f"{address}#{each.id}") for each in matters),
    )


def _matter_pages(holdings: Holdings, catalogue: FieldCatalogue, fulfilment: Fulfilment) -> Iterator[ListPage]:
    """/fields/<field>/<row>/: every document of a row."""
    matter = fulfilment.matter
    field = addresses.of_field(catalogue.id)
    name = f"{matter.first}：{matter.name}"
    description = f"{catalogue.name}领域“{matter.name}”事项公开的文件，共 {len(fulfilment.documents)} 件。"
    first = addresses.of_matter(field, matter.id)
    for pager, address, shown in pages_of(fulfilment.documents, first, PAGE_SIZE):
        yield ListPage(
            frame=frame(
                address,
                numbered(f"{name}（{catalogue.name}）", pager.page),
                description,
                *_TRAIL,
                Link(catalogue.name, field),
                here=numbered(matter.name, pager.page),
                part="statutory",
                entry=addresses.FIELDS,
                changed=last_change(fulfilment.documents),
                labels=labels.of_list(name, description, ColumnType.CATALOGUE, catalogue.name),
            ),
            heading=name,
            lead="；".join(matter.contents),
            facts=(
                Fact(label(Matter, "bases"), tuple(Link(basis) for basis in matter.bases)),
                Fact(label(Matter, "time_limit"), (Link(matter.time_limit),)),
                Fact(FIELDS, (Link("看目录里的这一项", f"{field}#{form_anchor(matter)}"),)),
            ),
            members=(),
            caption=caption(name, pager.total),
            rows=tuple(row(holdings.column, document) for document in shown),
            pager=pager,
            empty="",
        )
