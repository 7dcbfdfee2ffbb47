"""Working days are counted as the notices say, and a year without a notice is not guessed at."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.load.calendar import load_calendar
from disclosure.problems import Problems
from disclosure.workdays import Calendar

KNOWN = load_calendar(Path("no-such-column"), Problems())


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "is_working"),
    [
        ("2026-02-13", True),
        ("2026-02-14", True),  # a Saturday that is worked for the Spring Festival
        ("2026-02-15", False),
        ("2026-02-23", False),  # a Monday
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2019-12-31", True),
        ("2027-01-04", None),
        ("2003-12-31", None),
    ],
)
def test_days_are_worked_or_not_as_the_notice_says(text: str, is_working: bool | None) -> None:
    assert KNOWN.is_working(day(text)) is is_working


def test_a_term_across_the_spring_festival_names_each_day() -> None:
    steps = KNOWN.steps(day("2026-02-12"), 7)
    assert steps is not None
    assert [(str(step.day)[5:], step.number, step.note) for step in steps] == [
        ("02-13", 1, ""),
        ("02-14", 2, "调休上班"),
        *((f"02-{number}", None, "春节放假") for number in range(15, 24)),
        ("02-24", 3, ""),
        ("02-25", 4, ""),
        ("02-26", 5, ""),
        ("02-27", 6, ""),
        ("02-28", 7, "调休上班"),
    ]


def test_a_weekend_in_a_holiday_is_called_a_holiday_and_another_a_weekend() -> None:
    steps = KNOWN.steps(day("2026-04-30"), 6)
    assert steps is not None
    notes = {str(step.day)[5:]: step.note for step in steps if step.number is None}
    assert notes == {**{f"05-0{number}": "劳动节放假" for number in range(1, 6)}, "05-10": "周末"}


def test_twenty_working_days() -> None:
    assert KNOWN.end(day("2026-11-20"), 20) == day("2026-12-18")
    assert KNOWN.end(day("2026-09-18"), 20) == day("2026-10-22")


def test_a_term_into_a_year_without_a_notice_is_not_judged() -> None:
    assert KNOWN.end(day("2026-12-02"), 20) == day("2026-12-30")
    assert KNOWN.end(day("2026-12-03"), 20) == day("2026-12-31")
    assert KNOWN.steps(day("2026-12-04"), 20) is None
    assert KNOWN.end(day("2026-12-25"), 7) is None
    assert Calendar().steps(day("2026-01-05"), 1) is None
    assert KNOWN.between(2025, 2025).end(day("2026-03-02"), 1) is None


def test_a_file_completes_and_replaces_the_years_of_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue" / "calendar"
    folder.mkdir(parents=True)
    days = ["01-01", "02-02", "04-05", "05-01", "06-19", "10-01"]
    notice = "依据: {0}年的通知\n放假:\n" + "".join(
        f"  - {{{{名称: 节日, 开始: {{0}}-{each}, 结束: {{0}}-{each}}}}}\n" for each in days
    )
    (folder / "2027.yml").write_text(notice.format(2027) + "上班: [2027-01-09]\n", encoding="utf-8")
    (folder / "2026.yml").write_text(notice.format(2026), encoding="utf-8")
    problems = Problems()
    calendar = load_calendar(tmp_path, problems)
    assert problems.sorted() == ()
    assert calendar.end(day("2026-12-31"), 6) == day("2027-01-09")
    assert calendar.bases == {2026: "2026年的通知", 2027: "2027年的通知"}
    assert calendar.between(2027, 2028).bases == {2027: "2027年的通知"}
    assert calendar.is_working(day("2026-02-16")) is True, "the file has no Spring Festival"
    assert calendar.is_working(day("2025-01-28")) is False
    assert calendar.is_working(day("2028-01-04")) is None


@given(st.dates(dt.date(2004, 1, 1), dt.date(2026, 11, 1)), st.integers(1, 30))
def test_a_term_is_every_day_after_receipt_and_its_working_days_are_numbered(start: dt.date, count: int) -> None:
    steps = KNOWN.steps(start, count)
    assert steps is not None
    assert [(step.day - start).days for step in steps] == list(range(1, len(steps) + 1))
    assert [step.number for step in steps if step.number] == list(range(1, count + 1))
    assert steps[-1].number == count
    for step in steps:
        assert (step.number is not None) == KNOWN.is_working(step.day)
        assert step.number or step.note, "a skipped day has its reason"
