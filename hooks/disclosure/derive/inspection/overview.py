"""What the first page of a report says: how much was looked at and found, the sets in short, the files."""

from __future__ import annotations

from disclosure.derive.inspection.changes import Changes
from disclosure.derive.inspection.changes_page import changes_in_words
from disclosure.derive.inspection.contexts import SetSummary, Tally
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.verdicts import TONES, JudgedSet, Verdict
from disclosure.derive.pieces import Link

_DATA = (
    ("全部问题", "findings"),
    ("指标", "indicators"),
    ("覆盖情况", "coverage"),
    ("及时性，一件一行", "timeliness"),
    ("解读情况", "interpretation"),
    ("引用的文件", "citations"),
)
FILES = (
    *(Link(f"{name}（CSV 表格）", f"data/{id_}.csv") for name, id_ in _DATA),
    *(Link(f"{name}（JSON，给程序用）", f"data/{id_}.json") for name, id_ in _DATA),
    Link("下次比较用的记录（JSON）", "report.json"),
)


def overview_sentences(facts: Facts, changes: Changes) -> tuple[str, ...]:
    """What was looked at, what is to be done, what changed."""
    standing = [finding.problem for finding in facts.findings if finding.is_open]
    errors = sum(problem.is_error for problem in standing)
    hints = sum(each.problem.accepted is None and not each.is_open for each in facts.findings)
    accepted = sum(each.problem.accepted is not None for each in facts.findings)
    stopped = f"（其中错误 {errors} 处，不改好网站不更新）" if errors else ""
    site = "" if facts.is_site_known else "有错误没有改，网站没有生成，这次没有检查生成的网页。"
    unread = (
        f"有 {len(facts.unread)} 个文件读不出来：里面的错误改好才读得进来，现在内容没有检查，也没有算在下面。"
        if facts.unread
        else ""
    )
    return (
        f"检查了 {len(facts.public.documents)} 件公开的文件、{len(facts.column.registers)} 份名录、"
        f"{len(facts.column.applicable_items)} 个栏目。{unread}{site}",
        f"要改的 {len(standing)} 处{stopped}，只是提示的 {hints} 处，核对过没有问题的 {accepted} 处。",
        changes_in_words(changes, facts.before),
    )


def summary(judged: JudgedSet) -> SetSummary:
    """A set of indicators in short."""
    page = f"{judged.set.id}.html"
    return SetSummary(
        page=Link(judged.set.name, page),
        norm=judged.set.norm,
        tallies=tallies(judged),
        failed=tuple(
            Link(each.indicator.name, f"{page}#{each.indicator.id}")
            for each in judged.judged
            if each.verdict is Verdict.FAILED
        ),
    )


def tallies(judged: JudgedSet) -> tuple[Tally, ...]:
    """How many indicators of a set stand how."""
    return tuple(Tally(name=str(verdict), count=count, tone=TONES[verdict]) for verdict, count in judged.counts.items())
