"""What indicators count besides findings: a sentence, whether the count speaks against the column, what shows it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.derive import addresses
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.pieces import Link
from disclosure.measures.freshness import ItemFreshness, State
from disclosure.measures.interpretation import (
    FORMS,
    interpreted,
    interpreted_documents,
    is_in_time,
    missing_since,
    percent,
    total,
    wanting,
)
from disclosure.measures.private.discreet import discreet_title
from disclosure.measures.timeliness import Timing
from disclosure.measures.vetoes import BLANK, NEWS_AND_POLICY, OVERDUE
from disclosure.model import Document, Organ, TaskState
from disclosure.problems import Limit

_HOME_DAYS = 14
_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that shows how a count came about: what, where in the site (or nothing), who answers for it."""

    text: str
    address: str = ""
    organs: tuple[Organ, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A count in a sentence; ``is_met`` is None where the count alone decides nothing, ``is_known`` false where nobody counted.

    ``falls_short``: not all that is asked, though it does not fail; ``left_out`` is how much more there is than the evidence.
    """

    words: str
    is_met: bool | None = None
    is_known: bool = True
    falls_short: bool = False
    left_out: int = 0
    evidence: tuple[Evidence, ...] = ()
    page: Link | None = None


TIMELINESS_PAGE, FRESHNESS_PAGE, INTERPRETATION_PAGE, COVERAGE_PAGE = (
    Link("及时性", "timeliness.html"),
    Link("栏目更新", "freshness.html"),
    Link("政策解读", "interpretation.html"),
    Link("覆盖情况", "coverage.html"),
)


def newest_on_home(facts: Facts) -> Measured:
    """The home page shows the newest documents: how old the newest is."""
    newest = max(facts.public.documents, key=lambda each: (each.published, each.index_number), default=None)
    if newest is None:
        return Measured(words="首页上一份文件也没有。", is_met=False)
    days = (facts.column.today - newest.published).days
    return Measured(
        words=f"最新的文件是 {newest.published} 发布的，过了 {days} 天。",
        is_met=days <= _HOME_DAYS,
        evidence=(
            Evidence(
                text=discreet_title(newest.title), address=addresses.of_writing(newest), organs=newest.issuers[:1]
            ),
        ),
    )


def veto_news_and_policy(facts: Facts) -> Measured:
    """The first of the national counts."""
    return _veto(facts, NEWS_AND_POLICY)


def veto_stale(facts: Facts) -> Measured:
    """The second of the national counts."""
    return _veto(facts, OVERDUE)


def veto_blank(facts: Facts) -> Measured:
    """The third of the national counts."""
    return _veto(facts, BLANK)


def fresh_items(facts: Facts) -> Measured:
    """How many items are updated as they promise."""
    states = Counter(each.state for each in facts.freshness)
    wrong = [each for each in facts.freshness if each.state in (State.BLANK, State.STALE)]
    rest = "".join(
        f"{state}的 {states[state]} 个，" for state in (State.NO_PERIOD, State.ELSEWHERE, State.UNREAD) if states[state]
    )
    soon = f"{len(facts.forecast)} 个快到期" if facts.forecast else "近期没有到期的"
    return Measured(
        words=f"{len(facts.freshness)} 个栏目里，按时更新的 {states[State.FRESH]} 个，超期的 {states[State.STALE]} 个，"
        f"{rest}空白的 {states[State.BLANK]} 个；{soon}。",
        is_met=not wrong,
        evidence=_items(wrong),
        page=FRESHNESS_PAGE,
    )


def rules_there(facts: Facts) -> Measured:
    """How many rules of 政府信息公开 there are, by level."""
    levels = Counter(str(page.level) for page in facts.public.rules)
    words = "、".join(f"{level} {count} 件" for level, count in levels.items())
    return Measured(words=f"公开制度：{words}。" if words else "一件公开制度也没有。", is_met=bool(levels))


def items_there(facts: Facts) -> Measured:
    """How many items there are, and which organs publish under them."""
    items = facts.column.applicable_items
    excused = [name for each in facts.column.info.not_kept for name in each.items]
    not_kept = f"，不设的 {len(excused)} 个写明了原因" if excused else ""
    return Measured(words=f"设了 {len(items)} 个栏目{not_kept}。", page=COVERAGE_PAGE)


def validity_counts(facts: Facts) -> Measured:
    """How many normative documents are in which state."""
    normative = [each for each in facts.public.documents if each.normative]
    states = Counter(str(facts.column.validity[each.origin.path]) for each in normative)
    words = "，".join(f"{state} {count} 件" for state, count in states.most_common())
    return Measured(words=f"规范性文件 {len(normative)} 件" + (f"：{words}。" if words else "。"))


def interpretations_there(facts: Facts) -> Measured:
    """How many interpretations there are, and of how many papers; with none, nobody can say that they are linked."""
    sets = interpreted(facts.public)
    sources = {each.origin.path for one in sets for each in one.interpretations}
    if not sources:
        return Measured(words="一件政策解读也没有。", is_known=False)
    return Measured(words=f"政策解读 {len(sources)} 件，解读了 {len(sets)} 件文件。", page=INTERPRETATION_PAGE)


def reports_there(facts: Facts) -> Measured:
    """Which years have an annual report."""
    years = sorted({report.year for report in facts.column.annual_reports}, reverse=True)
    gaps = [str(year) for year in range(years[0], years[-1], -1) if year not in years] if years else []
    missing = f"，中间没有 {'、'.join(gaps)} 年的" if gaps else ""
    return Measured(
        words=f"有 {'、'.join(map(str, years))} 年的报告{missing}。" if years else "一份年度报告也没有。",
        is_met=bool(years),
        falls_short=bool(gaps),
    )


def functions_there(facts: Facts) -> Measured:
    """What the generator gives every column."""
    count = len(facts.public.documents)
    return Measured(words=f"{count} 件文件都在目录和检索里，目录可以下载；每份文件可以打印，附件可以下载。")


def documents_in_time(facts: Facts) -> Measured:
    """How many documents were published in time."""
    timings = Counter(each.timing for each in facts.timeliness)
    judged = timings[Timing.IN_TIME] + timings[Timing.LATE]
    share = f"（{percent(timings[Timing.IN_TIME], judged)}）" if judged else ""
    unknown = timings[Timing.UNKNOWN]
    this_year = sum(
        each.timing is Timing.LATE and each.document.published.year == facts.column.today.year
        for each in facts.timeliness
    )
    recent = f"（其中今年发布的 {this_year} 件）" if timings[Timing.LATE] else ""
    more = f"，算不出来的 {unknown} 件" if unknown else ""
    return Measured(
        words=f"算得出来的 {judged} 件文件里，按时的 {timings[Timing.IN_TIME]} 件{share}，"
        f"晚于期限的 {timings[Timing.LATE]} 件{recent}{more}。",
        page=TIMELINESS_PAGE,
    )


def matters_there(facts: Facts) -> Measured:
    """How many rows of the field catalogues that this column has to fill are filled."""
    due = [each for each in facts.matters if each.is_due]
    missing = [each for each in due if not each.is_there]
    evidence = tuple(
        Evidence(
            text=f"{each.matter.first}：{each.matter.name}",
            address=f"{addresses.of_field(facts.public.matters[each.matter.id][0].id)}#{each.matter.id}",
            organs=each.matter.organs,
        )
        for each in missing[:_SHOWN]
    )
    fields = len(facts.column.field_catalogues)
    return Measured(
        words=f"{fields} 个领域的目录，要由本专栏公开的事项 {len(due)} 项，还没有内容的 {len(missing)} 项。",
        is_met=not missing if due else None,
        evidence=evidence,
        left_out=len(missing) - len(evidence),
    )


def tasks_done(facts: Facts) -> Measured:
    """How the tasks of this year's plans stand."""
    plans = [plan for plan in facts.column.tasks if plan.year == facts.column.today.year]
    states = Counter(plan.state(task, facts.column.today) for plan in plans for task in plan.tasks)
    words = "，".join(f"{state} {states[state]} 项" for state in TaskState if states[state])
    return Measured(words=f"今年的任务 {states.total()} 项" + (f"：{words}。" if words else "。"))


def interpretation_rate(facts: Facts) -> Measured:
    """How many of this year's normative documents have an interpretation; it speaks against the column if one is overdue."""
    own = total(rate for rate in facts.rates if rate.quarter.startswith(f"{facts.column.today.year}年"))
    if not own.documents:
        return Measured(words="今年没有发布规范性文件。", page=INTERPRETATION_PAGE)
    missing = list(_not_interpreted(facts))
    lacking = list(_short_of(facts))
    wrong = [*((each, "还没有解读") for each in missing), *lacking]
    return Measured(
        words=f"今年发布规范性文件 {own.documents} 件，有解读的 {own.interpreted} 件"
        f"（{percent(own.interpreted, own.documents)}），两种以上形式的 {own.several} 件，按时的 {own.in_time} 件。",
        is_met=not missing,
        falls_short=bool(lacking),
        evidence=tuple(
            Evidence(
                text=f"{discreet_title(each.title)}：{what}",
                address=addresses.of_writing(each),
                organs=each.issuers[:1],
            )
            for each, what in wrong[:_SHOWN]
        ),
        left_out=max(len(wrong) - _SHOWN, 0),
        page=INTERPRETATION_PAGE,
    )


def _not_interpreted(facts: Facts) -> Iterator[Document]:
    """Documents of the year whose interpretation is overdue, unless somebody wrote down why there is none."""
    sets = interpreted_documents(facts.public)
    known = sets.keys() | _accepted(facts, "interpretation-missing")
    return (document for document in _due_this_year(facts) if document.origin.path not in known)


def _short_of(facts: Facts) -> Iterator[tuple[Document, str]]:
    """Documents of the year that were interpreted late or in one form, unless somebody wrote down why; and which it is."""
    sets = interpreted_documents(facts.public)
    late, few = _accepted(facts, "interpretation-late"), _accepted(facts, "interpretation-forms")
    least = facts.column.checks.limit(FORMS)
    for document in _due_this_year(facts):
        each = sets.get(document.origin.path)
        if each is None:
            continue
        first = each.interpretations[0].origin.path
        if first not in late and is_in_time(facts.public, each) is False:
            yield document, f"{each.interpretations[0].published} 才解读"
        if first not in few and len(each.forms) < least:
            yield document, f"只有 {len(each.forms)} 种形式的解读"


def _due_this_year(facts: Facts) -> Iterator[Document]:
    """The documents of the year that ought to have been interpreted by now."""
    documents = wanting(facts.public, facts.column.today.replace(month=1, day=1))
    return (document for document in documents if missing_since(facts.public, document))


def _accepted(facts: Facts, rule: str) -> set[str]:
    problems = (finding.problem for finding in facts.findings)
    return {problem.path for problem in problems if problem.rule.name == rule and problem.accepted}


def site_checked(facts: Facts) -> Measured:
    """What was looked at in the finished site."""
    if not facts.is_site_known:
        return Measured(words="")
    return Measured(
        words="生成的全部文件都检查过：引用别的网站的资源、写死的 IPv4 地址、链接的去处；查出来的列在下面。"
    )


def _veto(facts: Facts, limit: Limit) -> Measured:
    found = next(each for each in facts.vetoes if each.limit == limit)
    return Measured(
        words=f"有 {len(found.items)} 个，到 {found.allowed} 个就否决。",
        is_met=not found.is_reached,
        evidence=_items(found.items),
        page=FRESHNESS_PAGE,
    )


def _items(items: list[ItemFreshness] | tuple[ItemFreshness, ...]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            text=f"{each.item.name}：{each.state}{_since(each.newest.day) if each.newest else ''}",
            address=addresses.of_item(each.item),
            organs=each.organs,
        )
        for each in items[:_SHOWN]
    )


def _since(day: dt.date) -> str:
    return f"，最近一次更新是 {day}"
