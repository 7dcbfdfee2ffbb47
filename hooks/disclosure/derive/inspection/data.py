"""The tables of a report as data: for spreadsheets, for other programs, for the organs that have to mend something."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive.data_pieces import DataField, DataKind, Dataset, DataValue
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.named_papers import named_papers
from disclosure.derive.inspection.verdicts import JudgedSet
from disclosure.derive.pieces import Place
from disclosure.measures.day_counts import explanation
from disclosure.measures.interpretation import COUNTS
from disclosure.measures.private.discreet import discreet_title
from disclosure.model import Organ


def report_datasets(facts: Facts, sets: tuple[JudgedSet, ...]) -> Iterator[Dataset]:
    """All findings, indicators, coverage, timeliness, interpretation and papers that are named, a data set each."""
    yield _findings(facts)
    yield _indicators(facts, sets)
    yield _coverage(facts)
    yield _timeliness(facts)
    yield _rates(facts)
    yield _named(facts)


def ledger(facts: Facts, organ: Organ, found: list[Finding]) -> Dataset:
    """整改台账 of ``organ``: what it has to mend, with cells to fill in."""
    return _dataset(
        facts,
        f"ledger-{organ.id}",
        f"{organ.name}政府信息公开整改台账",
        f"{facts.column.today} 检查出来的、由{organ.name}整改的问题，共 {len(found)} 处；后面四列由整改的机关填写。",
        (
            _field("序号", DataKind.NUMBER),
            _field("级别"),
            _field("问题"),
            _field("标题"),
            _field("在哪里"),
            _field("网页", DataKind.ADDRESS),
            _field("怎么改"),
            _field("依据"),
            _field("发现日期", DataKind.DAY),
            _field("整改期限", DataKind.DAY, "整改的机关填写"),
            _field("责任人", meaning="整改的机关填写"),
            _field("整改情况", meaning="整改的机关填写"),
            _field("完成日期", DataKind.DAY, "整改的机关填写"),
        ),
        tuple(
            (
                number,
                str(each.problem.severity),
                each.problem.message,
                each.title or None,
                f"{each.problem.path}:{each.problem.line}",
                _address(facts, each.address),
                each.problem.rule.advice,
                each.problem.rule.norm or None,
                each.since,
                None,
                None,
                None,
                None,
            )
            for number, each in enumerate(found, 1)
        ),
    )


def _findings(facts: Facts) -> Dataset:
    return _dataset(
        facts,
        "findings",
        "全部问题",
        "检查出来的全部问题，核对过的也在里面。",
        (
            _field("级别"),
            _field("方面"),
            _field("规则"),
            _field("问题"),
            _field("文件"),
            _field("行", DataKind.NUMBER),
            _field("网页", DataKind.ADDRESS),
            _field("责任机关"),
            _field("依据"),
            _field("怎么改"),
            _field("发现日期", DataKind.DAY),
            _field("核对的说明"),
            _field("核对日期", DataKind.DAY),
        ),
        tuple(
            (
                str(each.problem.severity),
                str(each.problem.rule.family),
                each.problem.rule.name,
                each.problem.message,
                each.problem.path,
                each.problem.line,
                _address(facts, each.address),
                each.organ.name,
                each.problem.rule.norm or None,
                each.problem.rule.advice,
                each.since,
                each.problem.accepted.reason if each.problem.accepted else None,
                each.problem.accepted.day if each.problem.accepted else None,
            )
            for each in facts.findings
        ),
    )


def _indicators(facts: Facts, sets: tuple[JudgedSet, ...]) -> Dataset:
    return _dataset(
        facts,
        "indicators",
        "指标",
        "各套指标的结论和证据的数目。",
        (
            _field("指标体系"),
            _field("类别"),
            _field("指标"),
            _field("要求"),
            _field("依据"),
            _field("结论"),
            _field("说明"),
            _field("要改的", DataKind.NUMBER),
            _field("已核对", DataKind.NUMBER),
            _field("责任机关", DataKind.TEXTS),
            _field("规则", DataKind.TEXTS),
            _field("要人看的"),
        ),
        tuple(
            (
                each.set.name,
                judged.indicator.group,
                judged.indicator.name,
                judged.indicator.asks,
                judged.indicator.norm,
                str(judged.verdict),
                judged.words or None,
                len(judged.findings),
                len(judged.accepted),
                tuple(organ.name for organ in judged.organs),
                tuple(dict.fromkeys(finding.problem.rule.name for finding in judged.findings)),
                judged.indicator.by_hand or None,
            )
            for each in sets
            for judged in each.judged
        ),
    )


def _coverage(facts: Facts) -> Dataset:
    return _dataset(
        facts,
        "coverage",
        "覆盖情况",
        "每个栏目里各机关公开了多少，一个栏目一个机关一行。",
        (
            _field("栏目"),
            _field("机关"),
            _field("是责任机构"),
            _field("件数", DataKind.NUMBER),
            _field("最近更新", DataKind.DAY),
            _field("超期"),
        ),
        tuple(
            (
                each.item.name,
                each.organ.name,
                _yes_no(each.is_responsible),
                each.count,
                each.newest,
                None if each.is_overdue is None else _yes_no(each.is_overdue),
            )
            for each in facts.coverage
        ),
    )


def _timeliness(facts: Facts) -> Dataset:
    return _dataset(
        facts,
        "timeliness",
        "及时性",
        "每件公开的文件从成文到发布用了多少天，一件一行。",
        (
            _field("标题"),
            _field("索引号"),
            _field("机关"),
            _field("栏目"),
            _field("成文日期", DataKind.DAY),
            _field("发布日期", DataKind.DAY),
            _field("期限"),
            _field("最后一天", DataKind.DAY),
            _field("工作日", DataKind.NUMBER),
            _field("晚了几个工作日", DataKind.NUMBER),
            _field("结论"),
            _field("怎么数的"),
        ),
        tuple(
            (
                discreet_title(each.document.title),
                each.document.index_number,
                each.organ.name,
                each.item.name,
                each.document.issued,
                each.document.published,
                str(each.term),
                each.last_day,
                each.working_days,
                each.days_late,
                str(each.timing),
                "".join(explanation(each, facts.column.calendar)),
            )
            for each in facts.timeliness
        ),
    )


def _rates(facts: Facts) -> Dataset:
    names = ("文件", "有解读", "两种以上", "按时", "晚了", "算不出来", "没有解读")
    return _dataset(
        facts,
        "interpretation",
        "解读情况",
        "行政规范性文件的解读情况，一个季度一个机关一行。",
        (_field("季度"), _field("机关"), *(_field(name, DataKind.NUMBER) for name in names)),
        tuple((rate.quarter, rate.organ, *(getattr(rate, name) for name in COUNTS)) for rate in facts.rates),
    )


def _named(facts: Facts) -> Dataset:
    return _dataset(
        facts,
        "citations",
        "引用的文件",
        "文字里写到的文件在哪里能看到，一份文件一行。",
        (
            _field("文件"),
            _field("在哪里看"),
            _field("写到几次", DataKind.NUMBER),
            _field("第一处在哪里"),
            _field("网址"),
        ),
        tuple(
            (each.name, each.standing.value, each.times, each.place, _address(facts, each.address))
            for each in named_papers(facts.column)
        ),
    )


def _dataset(
    facts: Facts,
    id_: str,
    title: str,
    description: str,
    fields: tuple[DataField, ...],
    rows: tuple[tuple[DataValue, ...], ...],
) -> Dataset:
    return Dataset(
        id=id_,
        title=title,
        description=description,
        organ=facts.column.info.organ.name,
        page="",
        updated=facts.column.today,
        fields=fields,
        rows=rows,
    )


def _field(name: str, kind: DataKind = DataKind.TEXT, meaning: str = "") -> DataField:
    return DataField(name=name, kind=kind, meaning=meaning)


def _address(facts: Facts, address: str) -> Place | str | None:
    """A page of the site if it is known where that stands, or a whole address as it is."""
    if "://" in address:
        return address
    return Place(address) if address and facts.site_url else None


def _yes_no(truth: bool) -> str:
    return "是" if truth else "否"
