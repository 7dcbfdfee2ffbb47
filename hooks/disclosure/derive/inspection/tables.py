"""The tables of a report, for its pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from disclosure.derive import addresses
from disclosure.derive.inspection.before import Seen
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.pieces import Link
from disclosure.derive.table_pieces import Cell, Head, Line, Table
from disclosure.measures.coverage import Coverage
from disclosure.measures.freshness import State
from disclosure.measures.interpretation import percent, total
from disclosure.measures.private.discreet import discreet_title
from disclosure.measures.timeliness import BUCKETS, Timing
from disclosure.model import Organ
from disclosure.problems import Severity

MOST_ROWS = 500
"""Rows of a table on a page; all of them are in the files."""

_ORGANS_BESIDE = 9
"""Organs beside each other in the table of coverage: as many as are read on a screen and printed across A4."""

_DAYS = ("日期", "最后一天", "最近更新", "到哪天为止")
"""How the heads of columns of days end."""

_LONG = ("问题", "在哪里", "核对的说明", "怎么算")
"""The heads of columns of sentences and paths, which need room."""

_GRADES = {Severity.ERROR: "gone", Severity.WARNING: "wait", Severity.NOTICE: "changed"}
_STATES = {State.FRESH: "good", State.STALE: "gone", State.BLANK: "gone", State.UNREAD: "wait"}
_TIMINGS = {Timing.IN_TIME: "good", Timing.LATE: "gone", Timing.UNKNOWN: "wait"}


class Tables:
    """Makes the tables of one report; pages of the site are linked if it is known where it stands."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def findings(self, anchor: str, caption: str, found: Sequence[Finding]) -> Table:
        """Findings with their grade, place, organ, and since when they are known."""
        return table(
            anchor,
            caption,
            ("级别", "问题", "在哪里", "责任机关", "发现日期"),
            (
                (
                    Cell((Link(str(each.problem.severity)),), tone=_GRADES[each.problem.severity]),
                    text(each.problem.message),
                    Cell(self.places(each)),
                    text(each.organ.name),
                    text(str(each.since)),
                )
                for each in found
            ),
        )

    def accepted(self, found: Sequence[Finding]) -> Table:
        """Findings that somebody accepted, and why."""
        rows = []
        for each in found:
            note = each.problem.accepted
            assert note is not None
            rows.append(
                (
                    text(each.problem.message),
                    Cell(self.places(each)),
                    text(each.organ.name),
                    text(note.reason),
                    text(str(note.day)),
                )
            )
        return table("accepted", "已核对的", ("问题", "在哪里", "责任机关", "核对的说明", "核对日期"), rows)

    def seen(self, anchor: str, caption: str, found: Sequence[Seen]) -> Table:
        """Findings as the report before told them."""
        return table(
            anchor,
            caption,
            ("问题", "在哪里", "责任机关", "发现日期"),
            ((text(each.message), text(each.path), text(each.organ), text(str(each.since))) for each in found),
        )

    def coverage(self) -> Iterator[Table]:
        """Items × organs: how much there is, and of which day the newest is; as many organs a table as fit on paper."""
        concerned = {each.organ.id for each in self._facts.coverage}
        organs = [organ for organ in self._facts.column.organs if organ.id in concerned]
        parts = -(-len(organs) // _ORGANS_BESIDE)
        for part in range(parts):
            beside = organs[part * len(organs) // parts : (part + 1) * len(organs) // parts]
            yield self._coverage_of(beside, f"coverage-{part + 1}")

    def _coverage_of(self, organs: list[Organ], anchor: str) -> Table:
        names = {organ.id for organ in organs}
        found = {(each.item.id, each.organ.id): each for each in self._facts.coverage if each.organ.id in names}
        items = [item for item in self._facts.column.applicable_items if any(key[0] == item.id for key in found)]
        return table(
            anchor,
            f"{_short(organs[0])}到{_short(organs[-1])}，每个栏目公开了多少件，最近一件是哪天的",
            ("栏目", *map(_short, organs)),
            (
                (
                    Cell((self.link(item.name, addresses.of_item(item)),)),
                    *(_covered(found.get((item.id, organ.id))) for organ in organs),
                )
                for item in items
            ),
        )

    def freshness(self) -> Table:
        """How each item stands by its own period."""
        return table(
            "freshness",
            "每个栏目按自己的更新周期",
            ("栏目", "责任机构", "情况", "件数", "最近更新", "最长间隔", "到哪天为止"),
            (
                (
                    Cell((self.link(each.item.name, addresses.of_item(each.item)),)),
                    text("、".join(organ.short_name or organ.name for organ in each.organs)),
                    Cell((Link(str(each.state)),), tone=_STATES.get(each.state, "")),
                    text(str(each.count)),
                    text(str(each.newest.day) if each.newest else "没有"),
                    text(f"{each.allowed} 天（{each.asked_by}）" if each.allowed else "没有要求"),
                    text(str(each.last_day) if each.last_day else "不限"),
                )
                for each in self._facts.freshness
            ),
        )

    def forecast(self) -> Table:
        """What will be stale soon."""
        found = self._facts.forecast
        return table(
            "forecast",
            f"快到期的，{len(found)} 个，最急的在前",
            ("栏目或者名录", "责任机构", "到哪天为止"),
            (
                (
                    text(f"{each.kind}“{each.name}”"),
                    text("、".join(organ.short_name or organ.name for organ in each.organs)),
                    text(str(each.last_day)),
                )
                for each in found
            ),
        )

    def spreads(self) -> Table:
        """How soon each organ published under each item."""
        steps = [f"{end} 天以内" for end in BUCKETS] + [f"超过 {BUCKETS[-1]} 天"]
        return table(
            "spreads",
            "从成文到发布的工作日，各栏目、各机关的件数",
            ("栏目", "机关", "件数", *steps, *(str(timing) for timing in Timing)),
            (
                (
                    text(each.item.name),
                    text(each.organ.short_name or each.organ.name),
                    text(str(each.total)),
                    *(text(str(count) if count else "") for count in each.counts),
                    *(
                        Cell((Link(str(each.timings[timing])),), tone=_TIMINGS.get(timing, ""))
                        if each.timings[timing]
                        else text("")
                        for timing in Timing
                    ),
                )
                for each in self._facts.spreads
            ),
        )

    def late(self) -> Table:
        """Documents that were published after their term, the latest first."""
        late = sorted(
            (each for each in self._facts.timeliness if each.timing is Timing.LATE),
            key=lambda each: (-each.document.published.toordinal(), each.document.index_number),
        )
        return table(
            "late",
            f"晚于期限的文件，{len(late)} 件，新的在前",
            ("文件", "机关", "栏目", "成文日期", "发布日期", "期限", "最后一天", "晚了几个工作日"),
            (
                (
                    Cell((self.link(discreet_title(each.document.title), addresses.of_writing(each.document)),)),
                    text(each.organ.short_name or each.organ.name),
                    text(each.item.name),
                    text(str(each.document.issued)),
                    text(str(each.document.published)),
                    text(str(each.term)),
                    text(_day(each.last_day)),
                    text("" if each.days_late is None else str(each.days_late)),
                )
                for each in late
            ),
        )

    def rates(self) -> Table:
        """Interpretations by quarter and organ, and their sums."""
        rates = self._facts.rates
        whole = total(rates)
        return table(
            "rates",
            "行政规范性文件的解读情况，新的季度在前",
            ("季度", "机关", "文件", "有解读", "解读率", "两种以上", "按时", "晚了", "算不出来", "没有解读"),
            (
                (
                    text(rate.quarter),
                    text(rate.organ or "全部机关"),
                    text(str(rate.documents)),
                    text(str(rate.interpreted)),
                    text(percent(rate.interpreted, rate.documents)),
                    *(
                        text(str(count))
                        for count in (rate.several, rate.in_time, rate.late, rate.unknown, rate.missing)
                    ),
                )
                for rate in (*rates, *([whole] if rates else []))
            ),
        )

    def places(self, finding: Finding) -> tuple[Link, ...]:
        """Where a finding is: in the sources, and on which page."""
        place = Link(f"{finding.problem.path}:{finding.problem.line}")
        page = self.link("看网页", finding.address) if finding.address and self._facts.site_url else None
        return (place, page) if page else (place,)

    def link(self, words: str, address: str) -> Link:
        """``words``, linked to the site if it is known where that stands."""
        if "://" in address:
            return Link(words, address)
        return Link(words, f"{self._facts.site_url}{address}") if self._facts.site_url else Link(words)


def text(words: str) -> Cell:
    """A cell of words."""
    return Cell((Link(words),))


def table(anchor: str, caption: str, heads: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table of at most MOST_ROWS rows; its caption says what is left out."""
    listed = list(rows)
    left = len(listed) - MOST_ROWS
    more = f"（这里只列前 {MOST_ROWS} 行，其余 {left} 行在下载的文件里）" if left > 0 else ""
    return Table(
        id=anchor,
        caption=caption + more,
        heads=tuple(Head(head, _kind_of(head)) for head in heads),
        lines=tuple(Line(anchor=f"{anchor}-{number}", cells=row) for number, row in enumerate(listed[:MOST_ROWS], 1)),
    )


def _kind_of(head: str) -> str:
    if head in _LONG:
        return "long"
    return "day" if head.endswith(_DAYS) else "text"


def _short(organ: Organ) -> str:
    return organ.short_name or organ.name


def _covered(each: Coverage | None) -> Cell:
    if each is None:
        return text("")
    if not each.count:
        return Cell((Link("空白"),), tone="gone")
    said = (Link(f"{each.count} 件"), Link(_day(each.newest)))
    return Cell((*said, Link("超期")), tone="wait") if each.is_overdue else Cell(said, tone="good")


def _day(day: dt.date | None) -> str:
    return str(day) if day else ""
