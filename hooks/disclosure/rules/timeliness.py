"""公开及时: documents are published within their term."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from disclosure.column import Column
from disclosure.measures.day_counts import rest_in_short
from disclosure.measures.time_limits import ART_26
from disclosure.measures.timeliness import WORKING_DAYS, Timeliness, Timing, timeliness
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule

_NORM = f"{ART_26}、国办发〔2018〕118号"
_CATALOGUE = "catalogue/statutory.yml"
_LATE = "late-publication"

RECENT = Limit(_LATE, "近期天数", 365, "最近多少天里发布的逐份提醒；更早发布的合起来说一次")
BATCH = Limit(
    _LATE, "成批份数", 5, "一个栏目同一天晚发布的、或者成文一年以上才发布的有多少份，算成批补录，按栏目合起来说"
)
FEW = Limit("late-publication-past", "份数", 5, "以前晚发布的有多少份才说")
_SHOWN = 5
_OLD = 366
"""Days after which a paper that is published is called old."""

_ENFORCEMENT = re.compile(
    r"(?P<year>20\d\d)年度?[^，。]{0,6}行政执法(?:总体情况|情况统计|统计年报|数据统计|情况年度报告|统计数据)(?!.*的通知)"
)


@rule(
    _LATE,
    "文件要在期限内公开：一般是形成以后 20 个工作日内",
    Severity.WARNING,
    norm=_NORM,
    family=Family.TIMELINESS,
    advice="日期写错了请改正；没有写错的不能改日期，把晚了的原因写进这份文件的“已核对”，今后成文后就安排审核、发布。",
    bad="成文日期: 2026-03-02，发布日期: 2026-04-15",
    good="成文日期: 2026-03-02，发布日期: 2026-03-06",
    limits=(WORKING_DAYS, RECENT, BATCH),
)
def late_publication(column: Column) -> Findings:
    """One by one what was published lately; what came in batches by item.  Whoever explained a delay is asked no more."""
    late, batches = _told(column)
    for each in late:
        yield each.document.origin.path, each.document.origin.line_of("published"), _lateness(column, each)
    for item_id, found in batches.items():
        origin = column.origins["statutory", item_id]
        days = Counter(each.document.published for each in found)
        many = "、".join(f"{day} 发布 {count} 份" for day, count in days.most_common(_SHOWN))
        more = f"等 {len(days)} 天" if len(days) > _SHOWN else ""
        issued = [each.document.issued for each in found]
        yield (
            origin.path,
            origin.line,
            f"栏目“{found[0].item.name}”有 {len(found)} 份文件成批晚发布：{many}{more}，"
            f"成文于 {min(issued)} 至 {max(issued)}；补录旧文件的，请在 catalogue/checks.yml 的“已核对”里写明原因，今后按时发布",
        )


@rule(
    "late-publication-past",
    "以前晚于期限发布的文件，合起来告诉一次",
    Severity.NOTICE,
    norm=_NORM,
    family=Family.TIMELINESS,
    advice="已经发布的改不了，不要改日期；知道原因的写进各份文件的“已核对”，在检查报告里能看到。",
    bad="2019年发布的一百多份文件，成文都在三个月以前",
    good="每份文件都在成文后 20 个工作日内发布，晚了的写明了原因",
    limits=(FEW,),
)
def late_publication_past(column: Column) -> Findings:
    """What nobody can mend any more is counted, not listed."""
    since = _recent_since(column)
    past = [each for each in _late(column) if each.document.published < since and not _is_explained(each)]
    if len(past) >= column.checks.limit(FEW):
        years = [each.document.published.year for each in past]
        when = f"{min(years)}年" if min(years) == max(years) else f"{min(years)}年至{max(years)}年"
        names = Counter(each.item.name for each in past)
        many = "、".join(f"{name} {count} 份" for name, count in names.most_common(_SHOWN))
        more = f"等 {len(names)} 个栏目" if len(names) > _SHOWN else ""
        yield (
            _CATALOGUE,
            1,
            f"{when}发布的文件里有 {len(past)} 份晚于期限：{many}{more}（{since} 以后发布的另外提醒）；"
            "已经发布的不要改日期，知道原因的写进各份文件的“已核对”",
        )


@rule(
    "enforcement-annual-late",
    "上年度行政执法情况的数据要在 1 月 31 日以前公开",
    Severity.WARNING,
    norm="国办发〔2018〕118号",
    family=Family.TIMELINESS,
    advice="已经发布的不要改日期，把晚了的原因写进这份文件的“已核对”；明年一月安排好。",
    bad="《示例县2025年行政执法统计年报》，发布日期: 2026-03-12",
    good="《示例县2025年行政执法统计年报》，发布日期: 2026-01-20",
)
def enforcement_annual_late(column: Column) -> Findings:
    """A document that by its title gives the figures of a year came out by 31 January of the next; what is long past is left alone."""
    since = _recent_since(column)
    for document in column.documents:
        found = _ENFORCEMENT.search(document.title)
        if found and document.is_public and document.published >= since:
            last = dt.date(int(found["year"]) + 1, 1, 31)
            if last < document.published and document.published.year == last.year:
                yield (
                    document.origin.path,
                    document.origin.line_of("published"),
                    f"{found['year']}年度行政执法情况应当在 {last} 以前公开，发布日期是 {document.published}；"
                    "不要改日期，把原因写进“已核对”，今后按时发布",
                )


@rule(
    "publication-uncountable",
    "算公开期限要有那一年的放假安排",
    Severity.NOTICE,
    norm=ART_26,
    family=Family.TIMELINESS,
    advice="照国务院办公厅的通知写那一年的放假安排；没有安排的年份，程序不猜。",
    bad="文件 2027-02-20 成文、2027-03-20 发布，还没有 catalogue/calendar/2027.yml",
    good="有 catalogue/calendar/2027.yml",
)
def publication_uncountable(column: Column) -> Findings:
    """Years in a row for want of which nothing can be judged are told once."""
    unknown = [each for each in timeliness(column) if each.timing is Timing.UNKNOWN and each.unknown_year]
    found: dict[int, list[Timeliness]] = {}
    for each in sorted(unknown, key=lambda each: each.unknown_year or 0):
        year = each.unknown_year or 0
        if year not in column.calendar.broken:
            first = next((begin for begin, group in found.items() if (group[-1].unknown_year or 0) + 1 >= year), year)
            found.setdefault(first, []).append(each)
    for first, group in found.items():
        last = group[-1].unknown_year
        years = f"{first}年" if last == first else f"{first}年至{last}年"
        yield (
            f"catalogue/calendar/{first}.yml",
            1,
            f"没有{years}的放假安排，有 {len(group)} 份文件是不是按时公开算不出来（如 {group[0].document.origin.path}）；"
            "请照国务院办公厅的通知新建这个文件，写法见 catalogue/README.md",
        )


def _late(column: Column) -> list[Timeliness]:
    return [each for each in timeliness(column) if each.timing is Timing.LATE]


def _told(column: Column) -> tuple[list[Timeliness], dict[str, list[Timeliness]]]:
    """What is told one by one, and what came in batches by item.

    A delay that was explained in the document itself is always one of the former: explanations stay with what they explain.
    """
    since = _recent_since(column)
    late = _late(column)
    explained = [each for each in late if _is_explained(each)]
    recent = [each for each in late if each.document.published >= since and not _is_explained(each)]
    groups = Counter(group for each in recent for group in _groups(each))
    size = column.checks.limit(BATCH)
    single: list[Timeliness] = []
    batches: dict[str, list[Timeliness]] = {}
    for each in recent:
        is_in_batch = any(groups[group] >= size for group in _groups(each))
        (batches.setdefault(each.item.id, []) if is_in_batch else single).append(each)
    return [*explained, *single], batches


def _groups(each: Timeliness) -> tuple[tuple[str, dt.date | None], ...]:
    """What a document may be a batch with: what its item published on the day, and the old papers of the item."""
    same_day = (each.item.id, each.document.published)
    return (same_day, (each.item.id, None)) if each.calendar_days > _OLD else (same_day,)


def _is_explained(each: Timeliness) -> bool:
    return any(accepted.rule == _LATE for accepted in each.document.accepted)


def _recent_since(column: Column) -> dt.date:
    return column.today - dt.timedelta(days=column.checks.limit(RECENT))


def _lateness(column: Column, each: Timeliness) -> str:
    document, term = each.document, each.term
    rest = rest_in_short(each, column.calendar)
    late = f"晚了 {each.days_late} 个工作日" if each.days_late else "晚了"
    start = "" if term.is_from_signing else "；期限从别的日子算起的，写明是哪一天"
    return (
        f"成文日期 {document.issued}，发布日期 {document.published}，{late}：期限是 {term}（{term.basis}），"
        f"从 {document.issued + dt.timedelta(days=1)} 起算，{f'{rest}，' if rest else ''}最后一天是 {each.last_day}；"
        f"日期写错了请改正，没有写错的不要改，把原因写进“已核对”{start}"
    )
