"""公开及时: what is asked of people by a day is published before that day."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from disclosure.column import Column
from disclosure.measures.time_limits import ART_26
from disclosure.model import Document
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule

DEADLINE = Limit("deadline-over", "天数", 92, "期限在发布以前多少天里到期的才提示；更早的多半是在说以前的事")

_DEADLINE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末)?(?:以前|之前|前)"
    r"(?=[）)]|[^，。；已未\n]{0,12}(?:完成|报送|上报|提交|反馈|印发|建成|编制|申报|报名))"
)
_PAST = re.compile(r"(?:截至|截止|已|曾|原|对|凡|在)[^，。；\n]{0,4}$")


@rule(
    "task-already-over",
    "任务的时限不能在文件发布以前就过了",
    Severity.WARNING,
    norm=ART_26,
    family=Family.TIMELINESS,
    advice="核对时限和来源文件；确实是文件发布得晚，在 catalogue/checks.yml 的“已核对”里写明原因，今后先发布、后到期。",
    bad="来源文件 2026-04-20 发布，任务的时限是 2026-03-31",
    good="来源文件 2026-03-05 发布，任务的时限是 2026-03-31",
)
def task_already_over(column: Column) -> Findings:
    """A task ends after the paper that gives it was published, as far as that paper is in the column."""
    for plan in column.tasks:
        papers = [
            paper for each in plan.sources if (paper := column.by_number.get(each.number or "")) and paper.is_public
        ]
        if not papers:
            continue
        paper = min(papers, key=lambda document: document.published)
        for task in plan.tasks:
            if isinstance(task.limit, dt.date) and task.limit < paper.published:
                yield (
                    plan.origin.path,
                    task.line_of("limit"),
                    f"任务“{task.text}”的时限是 {task.limit}，来源文件（{paper.origin.path}）{paper.published} 才发布，那时已经过了；"
                    "请核对，时限没有写错的在 catalogue/checks.yml 的“已核对”里写明原因",
                )


@text_rule(
    "deadline-over",
    "文件里布置的期限，最好不在发布以前就过了",
    Severity.NOTICE,
    norm=ART_26,
    family=Family.TIMELINESS,
    advice="核对正文里的日子和发布日期；文件确实发布得晚，期限照原样，把原因写进“已核对”，今后先发布、后到期。",
    bad="2026-07-15 发布的通知要求“请于2026年6月30日前报送”",
    good="2026-06-05 发布的通知要求“请于2026年6月30日前报送”",
    limits=(DEADLINE,),
)
def deadline_over(passage: Passage, column: Column) -> TextFindings:
    """A paper that was published soon after it was signed does not ask for something by a day gone by."""
    document = passage.writing
    if passage.source is not Source.BODY or not isinstance(document, Document) or "前" not in passage.text:
        return
    allowed = dt.timedelta(days=column.checks.limit(DEADLINE))
    if document.published - document.issued > allowed:
        return
    for found in _DEADLINE.finditer(passage.text):
        due = _day_of(found)
        is_past = _PAST.search(passage.text[max(found.start() - 6, 0) : found.start()])
        if due and not is_past and document.published - allowed <= due < document.published:
            yield (
                found.start(),
                f"“{found[0]}”的期限是 {due}，文件 {document.published} 才发布，那时已经过了；请核对这两个日子",
            )


def _day_of(found: re.Match[str]) -> dt.date | None:
    """The day that is written, the last of the month if none is."""
    year, month = int(found["year"]), int(found["month"])
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    day = int(found["day"] or last)
    return dt.date(year, month, day) if 1 <= day <= last else None
