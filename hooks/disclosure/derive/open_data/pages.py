"""The pages of the open data: /data/, a page for each data set, /subscribe/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.derive import addresses, labels, wording
from disclosure.derive.data_pieces import DataField, Dataset
from disclosure.derive.frame import OPEN_DATA, SUBSCRIBE, frame
from disclosure.derive.open_data.catalogue import DataCatalogue, PublishedData
from disclosure.derive.open_data.contexts import DataKind, DataPage, DatasetPage, SubscribePage
from disclosure.derive.open_data.feeds import Feed
from disclosure.derive.open_data.files import DataFile, FileKind
from disclosure.derive.pieces import Fact, File, Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.model import ColumnType

_DOWNLOADS = {FileKind.XLSX: "Excel", FileKind.CSV: "CSV", FileKind.JSON: "JSON"}
_KINDS = {"field": "基层政务公开标准目录", "register-": "名录清单", "tasks-": "任务分解表", "annual-": "年度报告"}
"""What data sets with such ids are, in the order in which they stand."""
_USES = {
    FileKind.XLSX: "用 Excel、WPS 打开，看数、排序、筛选都方便。",
    FileKind.CSV: "各种表格软件和程序都能读，UTF-8 编码。",
    FileKind.JSON: "给程序读的，带字段说明。",
    FileKind.SCHEMA: "给程序员看的：JSON 里有哪些键，各是什么类型。",
}


def data_pages(
    catalogue: DataCatalogue, feeds: tuple[Feed, ...], site_url: str
) -> Iterator[DataPage | DatasetPage | SubscribePage]:
    """All pages of the open data; without ``feeds`` there is nothing to subscribe to."""
    yield _overview(catalogue, bool(feeds), site_url)
    for entry in catalogue.entries:
        yield _dataset_page(catalogue, entry)
    if feeds:
        yield _subscribe_page(feeds, site_url)


def _overview(catalogue: DataCatalogue, has_feeds: bool, site_url: str) -> DataPage:
    description = "这个专栏的目录、清单和统计表，可以下载，可以给程序用。"
    kinds = tuple(_kinds(catalogue))
    folded = {line.anchor for kind in kinds for line in kind.table.lines}
    single = [entry for entry in catalogue.entries if entry.dataset.id not in folded]
    return DataPage(
        frame=frame(
            addresses.DATA,
            OPEN_DATA,
            description,
            changed=catalogue.updated.isoformat() if catalogue.updated else "",
            labels=labels.of_list(OPEN_DATA, description, ColumnType.OPEN_DATA),
        ),
        lead="这里把专栏里的目录、清单和统计表做成了数据文件，谁都可以下载。只想看一看、算一算的，下载 Excel 表格就行。"
        f"共 {len(catalogue.entries)} 个数据集。",
        table=_table("dc-datasets", "总的数据集", single),
        kinds=kinds,
        licence=catalogue.licence,
        catalogue=Link("全部数据集的清单（catalog.json）", addresses.DATA_CATALOGUE),
        example=f"{site_url}{addresses.of_data(catalogue.entries[0].dataset.id, FileKind.JSON)}",
        feeds=Link(SUBSCRIBE, addresses.SUBSCRIBE) if has_feeds else None,
    )


def _kinds(catalogue: DataCatalogue) -> Iterator[DataKind]:
    """Each kind of which there are several data sets."""
    for prefix, name in _KINDS.items():
        entries = [entry for entry in catalogue.entries if entry.dataset.id.startswith(prefix)]
        if len(entries) > 1:
            table = _table(f"dc-datasets-{prefix.strip('-')}", name, entries)
            yield DataKind(anchor=f"dc-kind-{prefix.strip('-')}", title=f"{name}（{len(entries)} 个）", table=table)


def _table(id_: str, name: str, entries: Iterable[PublishedData]) -> Table:
    lines = tuple(_line(entry) for entry in entries)
    return Table(
        id=id_,
        caption=f"{name}，{len(lines)} 个",
        heads=(
            Head("名称"),
            Head("负责机关", is_filter=True),
            Head("记录数", "number"),
            Head("更新日期", "day"),
            Head("下载"),
        ),
        lines=lines,
    )


def _line(entry: PublishedData) -> Line:
    dataset = entry.dataset
    return Line(
        anchor=dataset.id,
        cells=(
            Cell((Link(dataset.title, addresses.of_dataset(dataset.id)), Link(dataset.description)), key=dataset.title),
            Cell((Link(dataset.organ),)),
            Cell((Link(f"{len(dataset.rows)} 条"),), key=str(len(dataset.rows))),
            Cell((wording.day(dataset.updated) if dataset.updated else _no_day(dataset),)),
            Cell(tuple(_download(entry.file(kind), words) for kind, words in _DOWNLOADS.items())),
        ),
    )


def _no_day(dataset: Dataset) -> Link:
    """Why there is no day: nothing is in the data set, or what it is made of does not tell when it was changed."""
    return Link("没有记录" if dataset.rows else "还没有内容")


def _download(file: DataFile, words: str) -> Link:
    return Link(f"{words}（{wording.size(file.size)}）", file.address)


def _dataset_page(catalogue: DataCatalogue, entry: PublishedData) -> DatasetPage:
    dataset = entry.dataset
    title = f"{dataset.title}（{OPEN_DATA}）"
    return DatasetPage(
        frame=frame(
            addresses.of_dataset(dataset.id),
            title,
            dataset.description,
            Link(OPEN_DATA, addresses.DATA),
            here=dataset.title,
            changed=dataset.updated.isoformat() if dataset.updated else "",
            labels=labels.of_list(dataset.title, dataset.description, ColumnType.OPEN_DATA, OPEN_DATA),
        ),
        description=dataset.description,
        facts=(
            Fact("负责机关", (Link(dataset.organ),)),
            Fact("记录数", (Link(f"{len(dataset.rows)} 条"),)),
            *((Fact("更新日期", (wording.day(dataset.updated),)),) if dataset.updated else ()),
            Fact("网页上看", (Link(dataset.title, dataset.page),)),
            Fact("怎样使用", (Link(catalogue.licence),), wide=True),
        ),
        files=tuple(
            File(
                title=f"{dataset.title}.{kind}",
                address=entry.file(kind).address,
                kind=kind.label,
                size=wording.size(entry.file(kind).size),
                alternative=use,
            )
            for kind, use in _USES.items()
        ),
        fields=_fields(dataset),
    )


def _fields(dataset: Dataset) -> Table:
    has_units = any(field.unit for field in dataset.fields)
    return Table(
        id="dc-fields",
        caption=f"字段，共 {len(dataset.fields)} 个",
        heads=(Head("字段"), Head("类型"), *((Head("单位"),) if has_units else ()), Head("意思")),
        lines=tuple(
            Line(
                anchor=f"dc-field-{number}",
                cells=tuple(Cell((Link(text),)) for text in _told(field, has_units)),
            )
            for number, field in enumerate(dataset.fields, 1)
        ),
    )


def _told(field: DataField, has_units: bool) -> tuple[str, ...]:
    units = (field.unit or "—",) if has_units else ()
    return (field.name, str(field.kind), *units, field.meaning or "—")


def _subscribe_page(feeds: tuple[Feed, ...], site_url: str) -> SubscribePage:
    description = "有新文件公开时，阅读软件会告诉您，不用天天来看。"
    return SubscribePage(
        frame=frame(
            addresses.SUBSCRIBE,
            SUBSCRIBE,
            description,
            labels=labels.of_list(SUBSCRIBE, description, ColumnType.CATALOGUE),
        ),
        table=Table(
            id="dc-feeds",
            caption="可以订阅的栏目",
            heads=(Head("栏目"), Head("订阅地址"), Head("最近发布", "day")),
            lines=tuple(
                Line(
                    anchor=f"dc-feed-{number}",
                    cells=(
                        Cell((Link(feed.title, feed.page) if feed.page else Link("全部文件"),)),
                        Cell((Link(f"{site_url}{feed.address}", feed.address),)),
                        Cell((wording.day(feed.entries[0].moment.date()),)),
                    ),
                )
                for number, feed in enumerate(feeds, 1)
            ),
        ),
    )
