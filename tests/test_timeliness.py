"""Terms of publication are read only where they are certain, counted by the calendar, and explained day by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from columns import SAMPLE, TODAY, sample_at
from disclosure.column import Column
from disclosure.measures.day_counts import explanation
from disclosure.measures.time_limits import time_limits
from disclosure.measures.timeliness import BUCKETS, FIRST_DAY, Timeliness, Timing, spreads, timeliness
from disclosure.model import Document, Level
from disclosure.pipeline import read_column
from disclosure.workdays import Calendar


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@cache
def the_sample() -> Column:
    column, _ = read_column(SAMPLE, TODAY)
    assert column is not None
    return column


@pytest.fixture
def sample() -> Column:
    return the_sample()


def judged(column: Column, issued: str, published: str, item: str = "budget-departments") -> Timeliness:
    """A document of an item without 公开时限 of its own, signed and published on these days."""
    document = replace(column.documents[0], item=item, issued=day(issued), published=day(published))
    (found,) = timeliness(replace(column, documents=(document,)))
    return found


@pytest.mark.parametrize(
    ("text", "terms", "is_complete"),
    [
        ("20个工作日内", ["20 个工作日"], True),
        ("自信息形成或者变更之日起１０个工作日内", ["10 个工作日"], True),
        ("二十个工作日以内公开", ["20 个工作日"], True),
        ("7个工作日", ["7 个工作日"], True),
        ("形成后30日内", ["30 日"], True),
        ("两周内", ["14 日"], True),
        ("3个月内", ["3 个月"], True),
        ("半年内", ["6 个月"], True),
        ("及时公开，最迟不超过5个工作日", ["5 个工作日"], True),
        # from an approval, which may come after the paper was signed
        ("批准后20日内", ["20 日", "20 个工作日"], True),
        # several kinds of papers
        ("决定自作出之日起7个工作日内；其他自形成之日起15个工作日内", ["7 个工作日", "15 个工作日"], True),
        ("预警信息即时公开；应急预案自印发之日起10个工作日内", ["20 个工作日", "10 个工作日"], True),
        # no terms: how long a notice stands, what comes before something, what comes regularly
        ("公示7个工作日", ["20 个工作日"], True),
        ("期限不少于30日", ["20 个工作日"], True),
        ("提前10日内", ["20 个工作日"], True),
        ("实时", ["20 个工作日"], True),
        ("自政策文件公布之日起3个工作日内", ["20 个工作日"], True),
        ("每月10日前", ["20 个工作日"], False),
        ("发放结果在年底前", ["20 个工作日"], False),
    ],
)
def test_a_term_is_read_only_where_it_certainly_is_one(text: str, terms: list[str], is_complete: bool) -> None:
    limits = time_limits(text, "关于调整标准的通知", 20)
    assert ([str(term) for term in limits.terms], limits.is_complete) == (terms, is_complete)


def test_a_title_that_says_what_the_paper_is_picks_its_clause() -> None:
    text = "行政许可决定自作出之日起7个工作日内；依据、条件自形成之日起20个工作日内"
    assert [term.count for term in time_limits(text, "准予行政许可决定书", 20).terms] == [7]
    assert [term.count for term in time_limits(text, "关于公开行政许可决定的通知", 20).terms] == [7, 20]


def test_the_counting_is_explained_day_by_day(sample: Column) -> None:
    found = judged(sample, "2026-09-16", "2026-11-09")
    assert explanation(found, sample.calendar) == (
        "期限是 20 个工作日内，依据：条例第二十六条。",
        "成文日期是 2026-09-16（星期三），当天不算，从 2026-09-17（星期四）起算。",
        "不算的日子：2026-09-19 周末；2026-09-25 至 2026-09-27 中秋放假；2026-10-01 至 2026-10-07 国庆节放假；"
        "2026-10-11 周末；2026-10-17 至 2026-10-18 周末。",
        "照算的周末：2026-09-20 调休上班；2026-10-10 调休上班。",
        "最后一天是 2026-10-20（星期二）。",
        "发布日期是 2026-11-09（星期一），是第 34 个工作日：晚于期限，晚了 14 个工作日。",
    )


def test_a_term_in_days_that_ends_on_a_day_of_rest_ends_on_the_next_working_day(sample: Column) -> None:
    items = tuple(replace(item, time_limit="形成后10日内") for item in sample.items)
    found = judged(replace(sample, items=items), "2026-10-15", "2026-10-26")
    assert (found.timing, found.last_day) == (Timing.IN_TIME, day("2026-10-26"))
    assert "期限的最后一天 2026-10-25（星期日）是休息日，顺延到下一个工作日。" in explanation(found, sample.calendar)


@given(st.dates(FIRST_DAY, dt.date(2026, 8, 1)), st.integers(0, 90))
def test_late_is_what_came_after_the_twentieth_working_day(issued: dt.date, days: int) -> None:
    column = the_sample()
    published = issued + dt.timedelta(days=days)
    found = judged(column, str(issued), str(published))
    passed = [issued + dt.timedelta(days=number) for number in range(1, days + 1)]
    working = sum(bool(column.calendar.is_working(each)) for each in passed)
    assert found.working_days == working
    assert found.timing is (Timing.LATE if working > 20 else Timing.IN_TIME)
    assert found.days_late == (working - 20 if working > 20 else None)
    assert found.last_day is not None and (published > found.last_day or working <= 20)


@pytest.mark.parametrize(
    ("issued", "published", "timing", "year"),
    [
        ("2026-12-04", "2026-12-31", Timing.IN_TIME, None),  # the nineteenth working day of a year that is known
        ("2026-12-03", "2027-01-04", Timing.LATE, None),  # the twentieth was still in the year that is known
        ("2026-12-04", "2027-01-04", Timing.UNKNOWN, 2027),
        ("2027-03-01", "2027-03-21", Timing.IN_TIME, None),  # twenty days hold no more than twenty working days
        ("2027-03-01", "2027-03-22", Timing.UNKNOWN, 2027),
        ("2026-12-04", "2029-03-01", Timing.UNKNOWN, 2027),
        ("2008-04-30", "2020-01-01", Timing.NO_TERM, None),  # before there was a 条例
        ("2008-05-01", "2020-01-01", Timing.LATE, None),
    ],
)
def test_nothing_is_guessed_of_a_year_without_a_notice(
    sample: Column, issued: str, published: str, timing: Timing, year: int | None
) -> None:
    found = judged(sample, issued, published)
    assert (found.timing, found.unknown_year) == (timing, year)
    lines = explanation(found, sample.calendar)
    assert any("没有2027年的放假安排，最后一天算不出来" in line for line in lines) is (year is not None)


def test_without_any_calendar_most_cannot_be_judged_and_nothing_fails(sample: Column) -> None:
    found = timeliness(replace(sample, calendar=Calendar()))
    assert {each.timing for each in found} == {Timing.IN_TIME}, "all came within twenty days of any kind"
    assert judged(replace(sample, calendar=Calendar()), "2024-03-01", "2024-05-01").timing is Timing.UNKNOWN


def test_only_public_documents_are_judged_and_the_lead_answers_for_a_joint_paper(sample: Column) -> None:
    found = {each.document.slug: each for each in timeliness(sample)}
    assert "heron-ledger-7731" not in found and len(found) == 11
    assert found["taxi-2023"].organ.id == "transport"
    assert found["relief-2021"].term.count == 10, "its item has a term of its own"


@pytest.mark.parametrize(
    ("source", "timing"),
    [
        (None, Timing.LATE),
        ("样例县人民政府网", Timing.LATE),
        ("本网站", Timing.LATE),
        ("县交通局", Timing.LATE),
        ("法规股", Timing.LATE),
        ("中国政府网", Timing.REPOST),
        ("示例省人民政府", Timing.REPOST),
        ("示例日报", Timing.REPOST),
    ],
)
def test_the_term_of_what_is_reposted_was_for_its_maker_to_keep(
    sample: Column, source: str | None, timing: Timing
) -> None:
    late = replace(sample.documents[0], issued=day("2026-03-02"), published=day("2026-08-03"), source=source)
    (found,) = timeliness(replace(sample, documents=(late,)))
    assert found.timing is timing


def test_a_department_that_repeats_a_paper_of_its_government_is_not_late(sample: Column) -> None:
    info = replace(sample.info, level=Level.DEPARTMENT, organ=sample.organs[2])
    late = replace(sample.documents[0], issued=day("2026-03-02"), published=day("2026-08-03"))
    papers = tuple(replace(late, issuers=(organ,), source=None) for organ in (sample.organs[0], sample.organs[2]))
    found = timeliness(replace(sample, info=info, documents=papers))
    assert [each.timing for each in found] == [Timing.REPOST, Timing.LATE]


def test_documents_are_spread_by_organ_item_and_working_days(sample: Column) -> None:
    def one(issued: str, published: str) -> Document:
        return replace(sample.documents[0], item="welfare", issued=day(issued), published=day(published))

    documents = (one("2026-03-02", "2026-03-09"), one("2026-03-02", "2026-03-10"), one("2026-03-02", "2026-07-10"),
                 one("2007-03-02", "2026-03-02"), one("2026-12-21", "2027-03-01"))  # fmt: skip
    (spread,) = spreads(timeliness(replace(sample, documents=documents)))
    assert BUCKETS[:2] == (5, 10)
    assert spread.counts == (1, 1, 0, 0, 0, 0, 2), "what cannot be counted is in none"
    assert spread.total == 5
    assert [spread.timings[timing] for timing in Timing] == [2, 1, 1, 1, 0]


def test_a_column_may_ask_for_more(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    (root / "catalogue/checks.yml").write_text(
        "规则: [{规则: late-publication, 限值: [{名称: 工作日, 数值: 3}], 原因: 县政府要求, 日期: 2026-01-05}]\n",
        encoding="utf-8",
    )
    column, _ = read_column(root, TODAY)
    assert column is not None
    late = {each.document.slug: each for each in timeliness(column) if each.timing is Timing.LATE}
    assert str(late["ferry-2026"].term) == "3 个工作日", "“20个工作日内” written out is the usual term"
    assert "relief-2021" not in late, "ten working days are another term"
