"""Pictures for inspectors: bars with a sentence that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure.derive.annual.contexts import Bar, Chart
from disclosure.derive.inspection.facts import Facts
from disclosure.measures.interpretation import percent, total
from disclosure.measures.timeliness import BUCKETS, Timing
from disclosure.problems import Family


def bars(counts: Iterable[tuple[str, int]], unit: str) -> tuple[Bar, ...]:
    """A bar for each count, the longest over the whole width."""
    listed = tuple(counts)
    most = max((count for _, count in listed), default=0) or 1
    return tuple(Bar(label, f"{count} {unit}", f"{100 * count / most:.2f}") for label, count in listed)


def timeliness_chart(facts: Facts) -> Chart:
    """How many working days it took to publish, in steps."""
    counts = [sum(column) for column in zip(*(spread.counts for spread in facts.spreads), strict=True)]
    labels = _steps()
    counted = sum(counts)
    early = sum(counts[: BUCKETS.index(20) + 1])
    unknown = len(facts.timeliness) - counted
    more = f"另有 {unknown} 件的天数算不出来，因为那些年的放假安排没有数据。" if unknown else ""
    sentence = (
        f"数得出工作日的 {counted} 件文件里，{early} 件（{percent(early, counted)}）在20个工作日以内发布。{more}"
        if counted
        else f"没有数得出工作日的文件。{more}"
    )
    return Chart(
        title="从成文到发布用了多少个工作日", sentence=sentence, bars=bars(zip(labels, counts, strict=False), "件")
    )


def timing_chart(facts: Facts) -> Chart:
    """How many documents were published in time."""
    counts = [(str(timing), sum(each.timing is timing for each in facts.timeliness)) for timing in Timing]
    late = dict(counts)[str(Timing.LATE)]
    sentence = f"{len(facts.timeliness)} 件文件里，晚于期限的 {late} 件。" if late else "没有晚于期限的文件。"
    return Chart(title="是不是按时", sentence=sentence, bars=bars(counts, "件"))


def interpretation_chart(facts: Facts, quarters: int = 8) -> Chart:
    """The share of normative documents with an interpretation, by quarter."""
    names = tuple(dict.fromkeys(rate.quarter for rate in facts.rates))[:quarters]
    found = [(name, total(rate for rate in facts.rates if rate.quarter == name)) for name in names]
    shown = tuple(
        Bar(
            name,
            f"{sums.documents} 件里 {sums.interpreted} 件，{percent(sums.interpreted, sums.documents)}",
            f"{100 * sums.interpreted / sums.documents:.2f}",
        )
        for name, sums in found
    )
    whole = total(facts.rates)
    sentence = (
        f"规范性文件 {whole.documents} 件，有解读的 {whole.interpreted} 件（{percent(whole.interpreted, whole.documents)}）。"
        if whole.documents
        else "没有规范性文件。"
    )
    return Chart(title="规范性文件的解读率，新的季度在前", sentence=sentence, bars=shown)


def family_chart(facts: Facts) -> Chart:
    """Open findings by what their rules protect."""
    found = [finding for finding in facts.findings if finding.is_open]
    counts = [(str(family), sum(each.problem.rule.family is family for each in found)) for family in Family]
    named = [(name, count) for name, count in counts if count]
    most = max(named, key=lambda pair: pair[1], default=None)
    sentence = f"要改的共 {len(found)} 处，最多的是“{most[0]}”，{most[1]} 处。" if most else "没有要改的。"
    return Chart(title="问题在哪些方面", sentence=sentence, bars=bars(named, "处"))


def organ_chart(facts: Facts) -> Chart:
    """Open findings by the organ that answers for them."""
    counts: dict[str, int] = {}
    for finding in facts.findings:
        if finding.is_open:
            counts[finding.organ.name] = counts.get(finding.organ.name, 0) + 1
    listed = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    sentence = f"要改的最多的是{listed[0][0]}，{listed[0][1]} 处。" if listed else "没有要改的。"
    return Chart(title="由哪些机关来改", sentence=sentence, bars=bars(listed, "处"))


def _steps() -> Sequence[str]:
    starts = (0, *(end + 1 for end in BUCKETS))
    return [f"{start}～{end} 天" for start, end in zip(starts, BUCKETS, strict=False)] + [f"{starts[-1]} 天以上"]
