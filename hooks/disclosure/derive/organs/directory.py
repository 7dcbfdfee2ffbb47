"""/organs/: the directory, and the same as a data set."""

from __future__ import annotations

from disclosure.derive import addresses, contacts, labels
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import last_change
from disclosure.derive.organs.contexts import DirectoryGroup, DirectoryRow, OrgansPage
from disclosure.derive.organs.page import ORGANS, menu_entry
from disclosure.derive.pieces import Link, Place
from disclosure.model import ColumnType, Division, Leader, Organ, OrganKind
from disclosure.terms import terms

_OTHERS = "其他机关"
_CONTACT = ("name", "short_name", "kind", "credit_code", "address", "hours", "telephone", "fax", "email", "head")


def organs_page(holdings: Holdings) -> OrgansPage:
    """The directory by kind: address, telephone and hours without a second click."""
    organs = holdings.column.organs
    description = f"{len(organs)} 个机关的地址、电话、办公时间，和各自的职能、机构、文件。"
    return OrgansPage(
        frame=frame(
            addresses.ORGANS,
            ORGANS,
            description,
            part="statutory",
            entry=menu_entry(holdings),
            changed=last_change(holdings.newest),
            labels=labels.of_list(ORGANS, description, ColumnType.ORGANS, "机关"),
        ),
        lead="找机关的地址和电话就看这张表；点机关的名称，看它管什么、有哪些股室、公开了哪些文件。",
        groups=tuple(_groups(organs)),
        file=Link("下载这张表（Excel 表格）", addresses.of_data("organs", "xlsx")),
    )


def organs_dataset(holdings: Holdings) -> Dataset:
    """An organ a row with the facts by which it is reached (条例 Art. 20(2))."""
    vocabulary = terms(Organ)
    return Dataset(
        id="organs",
        title="机关目录",
        description="各机关的办公地址、办公时间、联系方式、负责人、职能、内设机构和领导，一行一个机关。",
        organ=holdings.column.info.organ.name,
        page=addresses.ORGANS,
        updated=None,
        fields=(
            *(DataField(name=vocabulary[name].key, meaning=vocabulary[name].meaning) for name in _CONTACT),
            DataField(name="地址", kind=DataKind.ADDRESS, meaning="机关页面的地址"),
            DataField(
                name=vocabulary["duties"].key, kind=DataKind.TEXTS, meaning=vocabulary["duties"].meaning, required=True
            ),
            DataField(
                name=vocabulary["divisions"].key,
                kind=DataKind.TEXTS,
                meaning="内设机构，写成“名称：职责”，有自己的电话的写在括号里",
                required=True,
            ),
            DataField(
                name=vocabulary["leaders"].key,
                kind=DataKind.TEXTS,
                meaning="领导班子，写成“姓名，职务：分工”，几项分工用顿号隔开",
                required=True,
            ),
        ),
        rows=tuple(map(_data_row, holdings.column.organs)),
    )


def _data_row(organ: Organ) -> tuple[DataValue, ...]:
    return (
        *(_text(getattr(organ, name)) for name in _CONTACT),
        Place(addresses.of_organ(organ)),
        organ.duties,
        tuple(map(_division, organ.divisions)),
        tuple(map(_leader, organ.leaders)),
    )


def _division(division: Division) -> str:
    name, duty = division.parts
    return f"{name}{f'：{duty}' if duty else ''}{f'（电话：{division.telephone}）' if division.telephone else ''}"


def _leader(leader: Leader) -> str:
    duties = "、".join(duty.rstrip("。；") for duty in leader.duties)
    return f"{leader.name}，{leader.post}{f'：{duties}' if duties else ''}"


def _text(value: str | OrganKind | None) -> str | None:
    return str(value) if value else None


def _groups(organs: tuple[Organ, ...]) -> list[DirectoryGroup]:
    """The kinds that occur, in their order, and those without kind last; one group without name if none was written."""
    if not any(organ.kind for organ in organs):
        return [DirectoryGroup(name="", anchor="all", rows=tuple(map(_row, organs)))]
    found = []
    for kind in (*OrganKind, None):
        rows = tuple(_row(organ) for organ in organs if organ.kind is kind)
        if rows:
            anchor = kind.name.lower() if kind else "others"
            found.append(DirectoryGroup(name=str(kind or _OTHERS), anchor=anchor, rows=rows))
    return found


def _row(organ: Organ) -> DirectoryRow:
    return DirectoryRow(
        link=Link(organ.name, addresses.of_organ(organ)),
        address=organ.address or "",
        telephones=contacts.telephones(organ.telephone) if organ.telephone else (),
        hours=organ.hours or "",
    )
