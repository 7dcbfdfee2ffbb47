"""The tables of a field catalogue: what has been published under each row, the form itself, and the data set."""

from __future__ import annotations

from disclosure.derive import addresses, wording
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.fields.contexts import StandardRow
from disclosure.derive.fields.fulfilment import Fulfilment, audiences, channels, fulfilments, organs
from disclosure.derive.frame import FIELDS
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link, Place
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.model import Audience, FieldCatalogue, Manner, Matter, MatterLevel
from disclosure.terms import terms

SHOWN_DOCUMENTS = 4
"""So many documents stand in a row; where there are more, they have a list of their own."""

_TICK = "√"
_NOTHING = Cell((Link("无"),))

FIELDS_DATASET = "fields"
"""The data set of all the catalogues; that of a single one is field-<id>."""


def published_table(holdings: Holdings, catalogue: FieldCatalogue) -> Table:
    """The rows by what one looks for: the matter, who answers for it, what has been published and when last."""
    address = addresses.of_field(catalogue.id)
    return Table(
        id="by_matter",
        caption=f"{catalogue.name}：各事项公开了什么，共 {len(catalogue.matters)} 项",
        heads=(
            Head("公开事项"),
            Head("公开主体", is_filter=True),
            Head("公开层级", is_filter=True),
            Head("公开了什么"),
            Head("最近发布", kind="day"),
        ),
        lines=tuple(_line(address, each) for each in fulfilments(holdings, catalogue)),
    )


def _line(address: str, fulfilment: Fulfilment) -> Line:
    matter = fulfilment.matter
    shown = [Link(each.title, addresses.of_writing(each)) for each in fulfilment.documents[:SHOWN_DOCUMENTS]]
    count = len(fulfilment.documents)
    rest = [Link(f"全部 {count} 件", addresses.of_matter(address, matter.id))] if count > SHOWN_DOCUMENTS else []
    there = (*shown, *rest, *fulfilment.places)
    newest = wording.day(fulfilment.newest) if fulfilment.newest else None
    return Line(
        anchor=matter.id,
        cells=(
            Cell((Link(f"{matter.first}：{matter.name}", f"{address}#{form_anchor(matter)}"),)),
            Cell(tuple(Link(name) for name in organs(matter))),
            Cell(tuple(Link(str(level)) for level in matter.levels)),
            Cell(there or (Link(fulfilment.state),), tone="" if there or not fulfilment.is_due else "wait"),
            Cell((newest,), key=newest.iso) if newest else _NOTHING,
        ),
    )


def form_anchor(matter: Matter) -> str:
    """Where a row stands in the form; ids of rows have no underscores, so no two anchors of a page are the same."""
    return f"form_{matter.id}"


def standard_rows(catalogue: FieldCatalogue) -> tuple[StandardRow, ...]:
    """The rows as the form of 国办发〔2019〕54号 has them."""
    return tuple(
        StandardRow(
            number=number,
            anchor=form_anchor(matter),
            first=matter.first,
            second=matter.second,
            third=matter.third or "",
            contents=matter.contents,
            bases=matter.bases,
            time_limit=matter.time_limit,
            organs=(
                *(Link(organ.name, addresses.of_organ(organ)) for organ in matter.organs),
                *(Link(other) for other in matter.others),
            ),
            channels=channels(matter),
            everybody=_TICK if Audience.EVERYBODY in matter.audiences else "",
            groups=_groups(matter),
            active=_TICK if Manner.ACTIVE in matter.manners else "",
            on_application=_TICK if Manner.ON_APPLICATION in matter.manners else "",
            county=_TICK if MatterLevel.COUNTY in matter.levels else "",
            township=_TICK if MatterLevel.TOWNSHIP in matter.levels else "",
        )
        for number, matter in enumerate(catalogue.matters, 1)
    )


def _groups(matter: Matter) -> str:
    if Audience.GROUPS not in matter.audiences:
        return ""
    return f"{_TICK}（{matter.groups}）" if matter.groups else _TICK


def field_dataset(holdings: Holdings, catalogue: FieldCatalogue) -> Dataset:
    """field-<id>: the rows of the catalogue with what has been published under each."""
    found = fulfilments(holdings, catalogue)
    days = [day for day in (catalogue.updated, *(each.newest for each in found)) if day]
    return Dataset(
        id=f"field-{catalogue.id}",
        title=f"{catalogue.name}领域基层政务公开标准目录",
        description=f"{catalogue.name}领域公开什么、依据什么、由谁公开，每个事项已经公开了多少。",
        organ=holdings.column.info.organ.name,
        page=addresses.of_field(catalogue.id),
        updated=max(days, default=None),
        fields=_FIELDS,
        rows=tuple(_data_row(catalogue, number, each) for number, each in enumerate(found, 1)),
    )


def fields_dataset(holdings: Holdings) -> Dataset:
    """fields: the rows of all catalogues in one table, each with its field."""
    each = [(catalogue, field_dataset(holdings, catalogue)) for catalogue in holdings.column.field_catalogues]
    return Dataset(
        id=FIELDS_DATASET,
        title=f"{FIELDS}（全部领域）",
        description="各领域标准目录的全部事项合成一张表：公开什么、依据什么、由谁公开，已经公开了多少。",
        organ=holdings.column.info.organ.name,
        page=addresses.FIELDS,
        updated=max((dataset.updated for _, dataset in each if dataset.updated), default=None),
        fields=(DataField(name="领域", meaning="属于哪个领域", required=True), *_FIELDS),
        rows=tuple((catalogue.name, *row) for catalogue, dataset in each for row in dataset.rows),
    )


def _data_row(catalogue: FieldCatalogue, number: int, fulfilment: Fulfilment) -> tuple[DataValue, ...]:
    matter = fulfilment.matter
    return (
        number,
        matter.id,
        matter.first,
        matter.second,
        matter.third,
        "；".join(matter.contents),
        "；".join(matter.bases),
        matter.time_limit,
        "、".join((*(organ.name for organ in matter.organs), *matter.others)),
        "、".join(channels(matter)),
        "、".join(audiences(matter)),
        "、".join(matter.manners),
        "、".join(matter.levels),
        len(fulfilment.documents),
        fulfilment.newest,
        fulfilment.state,
        Place(f"{addresses.of_field(catalogue.id)}#{matter.id}"),
    )


def _field(name: str) -> DataField:
    a_term = terms(Matter)[name]
    return DataField(name=a_term.key, meaning=a_term.meaning)


_FIELDS = (
    DataField(name="序号", kind=DataKind.NUMBER, meaning="在目录里的次序"),
    *map(_field, ("id", "first", "second", "third", "contents", "bases", "time_limit")),
    DataField(name=terms(Matter)["organs"].key, meaning="负责公开的机关"),
    *map(_field, ("channels", "audiences", "manners")),
    _field("levels"),
    DataField(name="文件数", kind=DataKind.NUMBER, meaning="写明这个事项的文件有几件"),
    DataField(name="最近发布", kind=DataKind.DAY, meaning="最近一次发布的日期"),
    DataField(name="公开情况", meaning="已公开、还没有发布，或者为什么不在本站公开"),
    DataField(name="地址", kind=DataKind.ADDRESS, meaning="这个事项在本站的地址"),
)
