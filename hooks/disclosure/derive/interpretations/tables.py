"""The tables about interpretations, for pages and for download, from the same values."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.derive import addresses, wording
from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link, Place
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.measures.interpretation import (
    COUNTS,
    IN_TIME,
    Interpreted,
    Rate,
    interpreted,
    percent,
    rates,
    total,
    unit_of,
)
from disclosure.model import Document
from disclosure.terms import label

DATASET, RATES_DATASET = "interpretations", "interpretation-rates"
UNKNOWN = "算不出来"

_HEADS = (
    Head("文件"),
    Head("有效性"),
    Head("解读"),
    Head("解读单位"),
    Head("多久以后解读", "number"),
)
_COUNTS = {
    "documents": ("文件", "这个季度发布的行政规范性文件"),
    "interpreted": ("有解读", "有解读的"),
    "several": ("两种以上", "有解读的里面，用了两种以上形式的"),
    "in_time": ("按时", "有解读的里面，在文件发布后 {days} 个工作日内解读的"),
    "late": ("晚了", "有解读的里面，超过 {days} 个工作日才解读的"),
    "unknown": (UNKNOWN, "有解读的里面，那一年没有放假安排，算不出是不是按时的"),
    "missing": ("没有解读", "没有解读的"),
}
"""The head and the meaning of each count; {days} are the working days of the term."""

_SHARED = ("interpreted", "several", "in_time")
"""Counts that are said in per cent of the documents, too."""


def interpretations_table(holdings: Holdings, sets: Sequence[tuple[int, Interpreted]], total: int) -> Table:
    """``sets`` (with their place in the whole list, which makes their anchors) out of ``total``."""
    return Table(
        id="interpretations",
        caption=f"有解读的文件，共 {total} 件，新的在前",
        heads=_HEADS,
        lines=tuple(_line(holdings, place, each) for place, each in sets),
    )


def rates_table(counted: Sequence[Rate]) -> Table:
    """Counts by quarter and organ, and their sums."""
    return Table(
        id="rates",
        caption="行政规范性文件的解读情况，新的季度在前",
        heads=(
            Head("季度", is_filter=True),
            Head("机关", is_filter=True),
            *(Head(head, "number") for head, _ in _COUNTS.values()),
        ),
        lines=tuple(
            Line(
                anchor=f"rate-{number}",
                cells=(
                    Cell((Link(rate.quarter),)),
                    Cell((Link(rate.organ),)),
                    *(Cell((Link(_count(rate, name)),), key=str(getattr(rate, name))) for name in COUNTS),
                ),
            )
            for number, rate in enumerate(counted, 1)
        ),
        totals=("合计", "全部机关", *(_count(total(counted), name) for name in COUNTS)),
    )


def days_text(days: int) -> str:
    """How long after its document an interpretation came."""
    return "当天" if days == 0 else f"{days} 天" if days > 0 else f"早 {-days} 天"


def interpretations_dataset(holdings: Holdings) -> Dataset:
    """A row for each document and interpretation of it."""
    sets = interpreted(holdings.column)
    pairs = [(each, source) for each in sets for source in each.interpretations]
    return Dataset(
        id=DATASET,
        title="政策文件和解读对照表",
        description="哪份文件有哪些解读，什么形式，谁解读的，一行一份解读，新的文件在前。",
        organ=holdings.column.info.organ.name,
        page=addresses.INTERPRETATIONS,
        updated=max((source.published for _, source in pairs), default=None),
        fields=(
            DataField(name="文件名称", meaning="被解读的文件"),
            DataField(name=label(Document, "doc_number"), meaning="被解读的文件的发文字号"),
            DataField(name="文件发布日期", kind=DataKind.DAY, meaning="专栏以外的文件没有"),
            DataField(name=label(Document, "stated_validity"), meaning="被解读的文件今天是不是有效；专栏以外的没有"),
            DataField(name="解读名称", meaning="解读材料的标题"),
            DataField(name=label(Document, "form"), meaning="解读材料的形式"),
            DataField(name=label(Document, "interpreter"), meaning="谁作的解读"),
            DataField(name="解读发布日期", kind=DataKind.DAY, meaning="解读材料在本专栏发布的日期"),
            DataField(name="相隔天数", kind=DataKind.NUMBER, unit="天", meaning="从文件发布到这份解读发布，当天是 0"),
            DataField(name=label(Document, "advice"), meaning="有疑问打哪个电话"),
            DataField(name="文件地址", kind=DataKind.ADDRESS, meaning="文件页面的地址"),
            DataField(name="解读地址", kind=DataKind.ADDRESS, meaning="解读页面的地址"),
        ),
        rows=tuple(_row(holdings, each, source) for each, source in pairs),
    )


def rates_dataset(holdings: Holdings) -> Dataset:
    """A row for each quarter and organ."""
    documents = [document for document in holdings.newest if document.normative]
    days = holdings.column.checks.limit(IN_TIME)
    return Dataset(
        id=RATES_DATASET,
        title="行政规范性文件解读情况统计",
        description="每个季度各机关发布了多少行政规范性文件，多少有解读、有几种形式、是不是按时。",
        organ=holdings.column.info.organ.name,
        page=addresses.INTERPRETATION_RATES,
        updated=documents[0].published if documents else None,
        fields=(
            DataField(name="季度", meaning="文件发布的季度"),
            DataField(name="机关", meaning="联合发文的算在主办机关"),
            *(
                DataField(name=head, kind=DataKind.NUMBER, unit="件", meaning=meaning.format(days=days))
                for head, meaning in _COUNTS.values()
            ),
        ),
        rows=tuple(
            (rate.quarter, rate.organ, *(getattr(rate, name) for name in COUNTS)) for rate in rates(holdings.column)
        ),
    )


def _line(holdings: Holdings, place: int, each: Interpreted) -> Line:
    document, reference = each.document, each.reference
    number = document.doc_number if document else reference.number
    named = (
        Link(document.title, addresses.of_writing(document))
        if document
        else Link(reference.title or "", reference.address)
    )
    state, tone = wording.validity(holdings.column, document) if document else ("", "")
    return Line(
        anchor=f"document-{place}",
        cells=(
            Cell((named, Link(number)) if number else (named,)),
            Cell((Link(state or "不适用"),), tone=tone),
            Cell(
                tuple(
                    Link(f"［{source.form}］{source.title}", addresses.of_writing(source))
                    for source in each.interpretations
                )
            ),
            Cell(tuple(Link(unit) for unit in dict.fromkeys(unit_of(source) for source in each.interpretations))),
            Cell((Link("不适用"),)) if each.days is None else Cell((Link(days_text(each.days)),), key=str(each.days)),
        ),
    )


def _count(rate: Rate, name: str) -> str:
    """A count, with its share where that means something."""
    count: int = getattr(rate, name)
    if name not in _SHARED or (name == "in_time" and rate.unknown):
        return str(count)
    return f"{count}（{percent(count, rate.documents)}）"


def _row(holdings: Holdings, each: Interpreted, source: Document) -> tuple[DataValue, ...]:
    document, reference = each.document, each.reference
    return (
        document.title if document else reference.title,
        document.doc_number if document else reference.number,
        document.published if document else None,
        (wording.validity(holdings.column, document)[0] or None) if document else None,
        source.title,
        str(source.form) if source.form else None,
        unit_of(source),
        source.published,
        (source.published - document.published).days if document else None,
        source.advice,
        Place(addresses.of_writing(document)) if document else reference.address,
        Place(addresses.of_writing(source)),
    )
