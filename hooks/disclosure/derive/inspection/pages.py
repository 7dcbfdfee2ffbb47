"""The pages of a report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from disclosure.derive.inspection import charts
from disclosure.derive.inspection.changes import Changes
from disclosure.derive.inspection.changes_page import NOTHING_BEFORE, change_blocks
from disclosure.derive.inspection.contexts import (
    Block,
    EvidenceLine,
    IndicatorGroup,
    IndicatorRow,
    IndicatorsPage,
    OverviewPage,
    ReportFrame,
    ReportPage,
    TablesPage,
)
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.measured import COVERAGE_PAGE, FRESHNESS_PAGE, INTERPRETATION_PAGE, TIMELINESS_PAGE
from disclosure.derive.inspection.named_papers import CITATIONS_PAGE, citation_blocks, named_papers
from disclosure.derive.inspection.overview import FILES, overview_sentences, summary, tallies
from disclosure.derive.inspection.tables import Tables, table, text
from disclosure.derive.inspection.verdicts import TONES, Judged, JudgedSet
from disclosure.derive.pieces import Link
from disclosure.derive.table_pieces import Cell
from disclosure.measures.interpretation import IN_TIME
from disclosure.model import Organ
from disclosure.problems import Family, Rule, Severity

FINDINGS_PAGE, CHANGES_PAGE, LEDGERS_PAGE = (
    Link("全部问题", "findings.html"),
    Link("和上次比", "changes.html"),
    Link("整改台账", "ledgers.html"),
)
_EVIDENCE = 12
"""Findings shown under an indicator; the others are on the page of all findings."""


def report_pages(facts: Facts, sets: tuple[JudgedSet, ...], changes: Changes) -> Iterator[ReportPage]:
    """Every page of the report."""
    yield from _Pages(facts, sets, changes).all()


def ledger_file(organ: Organ) -> str:
    """The page of the ledger of ``organ``."""
    return f"ledgers/{organ.id}.html"


def workbook_of(page: str) -> str:
    """The workbook beside the page of a ledger."""
    return f"{page.removesuffix('.html')}.xlsx"


class _Pages:
    """The pages of one report."""

    def __init__(self, facts: Facts, sets: tuple[JudgedSet, ...], changes: Changes) -> None:
        self._facts = facts
        self._sets = sets
        self._tables = Tables(facts)
        self._changes = changes
        self._links = (
            Link("总览", "index.html"),
            *(Link(each.set.name, f"{each.set.id}.html") for each in sets),
            COVERAGE_PAGE,
            FRESHNESS_PAGE,
            TIMELINESS_PAGE,
            INTERPRETATION_PAGE,
            CITATIONS_PAGE,
            FINDINGS_PAGE,
            CHANGES_PAGE,
            LEDGERS_PAGE,
        )

    def all(self) -> Iterator[ReportPage]:
        """Every page."""
        yield self._overview()
        for each in self._sets:
            yield self._indicators(each)
        yield self._coverage()
        yield self._freshness()
        yield self._timeliness()
        yield self._interpretation()
        yield self._citations()
        yield self._findings()
        yield self._differences()
        yield from self._ledgers()

    def _frame(self, file: str, title: str) -> ReportFrame:
        return ReportFrame(
            file=file,
            title=title,
            column=f"{self._facts.column.info.organ.name} 政府信息公开专栏",
            day=str(self._facts.column.today),
            links=self._links,
        )

    def _overview(self) -> OverviewPage:
        facts = self._facts
        return OverviewPage(
            frame=self._frame("index.html", "检查报告"),
            sentences=overview_sentences(facts, self._changes),
            sets=tuple(summary(each) for each in self._sets),
            charts=(charts.family_chart(facts), charts.organ_chart(facts)),
            files=FILES,
        )

    def _indicators(self, judged: JudgedSet) -> IndicatorsPage:
        groups = groupby(judged.judged, key=lambda each: each.indicator.group)
        return IndicatorsPage(
            frame=self._frame(f"{judged.set.id}.html", judged.set.name),
            norm=judged.set.norm,
            lead=judged.set.lead,
            tallies=tallies(judged),
            groups=tuple(
                IndicatorGroup(title=title, rows=tuple(self._row(each) for each in members))
                for title, members in groups
            ),
        )

    def _row(self, judged: Judged) -> IndicatorRow:
        indicator, measured = judged.indicator, judged.measured
        facts = [
            EvidenceLine(
                text=each.text,
                place="、".join(organ.short_name or organ.name for organ in each.organs),
                link=self._tables.link("看网页", each.address) if each.address and self._facts.site_url else None,
            )
            for each in (measured.evidence if measured else ())
        ]
        found = [self._evidence(each) for each in judged.findings[:_EVIDENCE]]
        more = f"还有 {measured.left_out} 项没有列在这里。" if measured and measured.left_out else ""
        left = len(judged.findings) - len(found)
        more += f"还有 {left} 处，见“全部问题”。" if left > 0 else ""
        accepted = f"另有 {len(judged.accepted)} 处核对过没有问题。" if judged.accepted else ""
        return IndicatorRow(
            anchor=indicator.id,
            name=indicator.name,
            asks=indicator.asks,
            norm=indicator.norm,
            verdict=str(judged.verdict),
            tone=TONES[judged.verdict],
            words=judged.words,
            organs="、".join(organ.short_name or organ.name for organ in judged.organs),
            evidence=(*facts, *found),
            more=more + accepted,
            rules="、".join(dict.fromkeys(each.problem.rule.name for each in judged.findings)),
            by_hand=indicator.by_hand,
            page=measured.page if measured else None,
        )

    def _evidence(self, finding: Finding) -> EvidenceLine:
        place, *pages = self._tables.places(finding)
        return EvidenceLine(text=finding.problem.message, place=place.text, link=next(iter(pages), None))

    def _coverage(self) -> TablesPage:
        return TablesPage(
            frame=self._frame("coverage.html", "覆盖情况：栏目和机关"),
            lead="一行一个栏目，一列一个机关。绿的在更新周期里，黄的超过了周期，红的是该有而没有；空格是没有这个栏目的任务。"
            "各个机关分开看：整个栏目按时更新的，也可能有机关超期；栏目怎么样，看“栏目更新”。",
            blocks=tuple(
                Block(anchor=f"part-{number}", title=f"{each.heads[1].text}到{each.heads[-1].text}", table=each)
                for number, each in enumerate(self._tables.coverage(), 1)
            ),
        )

    def _freshness(self) -> TablesPage:
        vetoes = [
            (text(each.limit.name), text(str(len(each.items))), text(str(each.allowed)), text(each.limit.meaning))
            for each in self._facts.vetoes
        ]
        return TablesPage(
            frame=self._frame("freshness.html", "栏目更新"),
            lead="空白和超期的栏目现在就要补；快到期的可以提前准备。",
            blocks=(
                Block(
                    anchor="vetoes",
                    title="单项否决的计数",
                    table=table("veto", "国办秘函〔2019〕19号的三个计数", ("计数", "现在", "否决", "怎么算"), vetoes),
                ),
                Block(anchor="soon", title="快到期的", table=self._tables.forecast()),
                Block(anchor="items", title="全部栏目", table=self._tables.freshness()),
            ),
        )

    def _timeliness(self) -> TablesPage:
        return TablesPage(
            frame=self._frame("timeliness.html", "及时性"),
            lead="从成文日期的第二天数起，周末和放假不算，调休上班的周末算。没有放假安排数据的年份不猜。",
            blocks=(
                Block(anchor="days", title="用了多少天", chart=charts.timeliness_chart(self._facts)),
                Block(anchor="verdicts", title="是不是按时", chart=charts.timing_chart(self._facts)),
                Block(anchor="late-documents", title="晚于期限的文件", table=self._tables.late()),
                Block(anchor="groups", title="各栏目、各机关", table=self._tables.spreads()),
            ),
        )

    def _interpretation(self) -> TablesPage:
        return TablesPage(
            frame=self._frame("interpretation.html", "政策解读"),
            lead="规范性文件都要有解读，两种以上形式，在文件发布后"
            f"{self._facts.column.checks.limit(IN_TIME)}个工作日以内。",
            blocks=(
                Block(anchor="chart", title="解读率", chart=charts.interpretation_chart(self._facts)),
                Block(anchor="quarters", title="各季度、各机关", table=self._tables.rates()),
            ),
        )

    def _citations(self) -> TablesPage:
        return TablesPage(
            frame=self._frame("citations.html", "引用的文件"),
            lead="正文和目录里写到《标题》（文号）的文件，群众应当在专栏里或者官方网站上看得到。",
            blocks=tuple(citation_blocks(named_papers(self._facts.column), self._tables)),
        )

    def _findings(self) -> TablesPage:
        standing = [each for each in self._facts.findings if each.problem.accepted is None]
        accepted = [each for each in self._facts.findings if each.problem.accepted]
        blocks = [self._rule_block(rule, found) for rule, found in _by_rule(standing)]
        if accepted:
            blocks.append(Block(anchor="known", title="已核对的", table=self._tables.accepted(accepted)))
        return TablesPage(
            frame=self._frame("findings.html", "全部问题"),
            lead=f"按规则列出，共 {len(standing)} 处；每条规则先说怎么改。" if standing else "没有发现问题。",
            blocks=tuple(blocks),
            files=FILES[:1],
        )

    def _rule_block(self, rule: Rule, found: list[Finding]) -> Block:
        norm = f"依据：{rule.norm}。" if rule.norm else ""
        return Block(
            anchor=f"rule-{rule.name}",
            title=f"{rule.family}：{rule.summary}",
            lead=f"{norm}怎么改：{rule.advice}",
            table=self._tables.findings(rule.name, f"{rule.name}，{len(found)} 处", found),
        )

    def _differences(self) -> TablesPage:
        before = self._facts.before
        return TablesPage(
            frame=self._frame("changes.html", "和上次比"),
            lead=f"上一次的报告是 {before.day} 的。" if before else NOTHING_BEFORE,
            blocks=tuple(change_blocks(self._changes, self._tables)) if before else (),
        )

    def _ledgers(self) -> Iterator[TablesPage]:
        found = open_by_organ(self._facts)
        rows = []
        for organ, own in found.items():
            page = ledger_file(organ)
            rows.append(
                (
                    Cell((Link(organ.name, page),)),
                    text(str(len(own))),
                    Cell((Link("下载", workbook_of(page)),)),
                )
            )
        yield TablesPage(
            frame=self._frame("ledgers.html", "整改台账"),
            lead="一个机关一份，可以单独发给它。台账里留了填写整改期限、整改情况和完成日期的格子。",
            blocks=(
                Block(
                    anchor="organs",
                    title="各机关的台账",
                    table=table("ledger", f"{len(rows)} 个机关有要改的", ("机关", "要改的", "Excel 表格"), rows),
                ),
            ),
        )
        for organ, own in found.items():
            page = ledger_file(organ)
            yield TablesPage(
                frame=self._frame(page, f"{organ.name}整改台账"),
                lead=f"要改的共 {len(own)} 处。改好后再检查一次，台账会自己更新。",
                blocks=tuple(self._rule_block(rule, members) for rule, members in _by_rule(own)),
                files=(Link("下载（Excel 表格）", workbook_of(page)),),
            )


def open_by_organ(facts: Facts) -> dict[Organ, list[Finding]]:
    """The open findings that each organ answers for, organs in the order of their catalogue; those without any are left out."""
    found: dict[Organ, list[Finding]] = {organ: [] for organ in facts.column.organs}
    for finding in facts.findings:
        if finding.is_open:
            found.setdefault(finding.organ, []).append(finding)
    return {organ: own for organ, own in found.items() if own}


def _by_rule(found: list[Finding]) -> list[tuple[Rule, list[Finding]]]:
    """Findings by rule, the gravest rules first, then the order of families."""
    grades: dict[Rule, list[Finding]] = {}
    for finding in found:
        grades.setdefault(finding.problem.rule, []).append(finding)
    severities, families = list(Severity), list(Family)
    return sorted(
        grades.items(),
        key=lambda pair: (
            min(severities.index(each.problem.severity) for each in pair[1]),
            families.index(pair[0].family),
            pair[0].name,
        ),
    )
