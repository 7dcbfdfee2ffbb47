"""Dates in every form that official pages use."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.load.dates import read_moment

DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        "2024-3-5",
        "2024/3/5",
        "2024/03/05",
        "2024.3.5",
        "2024.03.05",
        "2024年3月5日",
        "2024年03月05日",
        "2024 年 3 月 5 日",
        "２０２４年３月５日",
        "二〇二四年三月五日",
        "二○二四年三月五日",
        "二零二四年三月五日",
        "二Ｏ二四年三月五日",
    ],
)
def test_a_date_in_an_official_form_is_understood(text: str) -> None:
    moment = read_moment(text)
    assert moment is not None and (moment.day, moment.clock) == (DAY, "")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2024-03-05 10:30", "10:30"),
        ("2024-03-05  10:30", "10:30"),
        ("2024-03-05\u00a0\u00a010:30", "10:30"),
        ("2024-03-05 10:30:00", "10:30"),
        ("2024-03-05 10:30:42.0", "10:30"),
        ("2024年03月05日 9:05", "09:05"),
        ("2024-03-05T10:30", "10:30"),
    ],
)
def test_the_time_of_day_is_kept(text: str, clock: str) -> None:
    moment = read_moment(text)
    assert moment is not None and (moment.day, moment.clock) == (DAY, clock)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二四年元月一日", dt.date(2024, 1, 1)),
        ("二〇一九年十二月三十一日", dt.date(2019, 12, 31)),
        ("二〇一九年十月十日", dt.date(2019, 10, 10)),
        ("二〇一九年十一月二十日", dt.date(2019, 11, 20)),
        ("一九八一年六月廿一日", dt.date(1981, 6, 21)),
    ],
)
def test_chinese_numerals_count_right(text: str, day: dt.date) -> None:
    moment = read_moment(text)
    assert moment is not None and moment.day == day


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-03", "2024-02-30", "2024年13月1日", "20240305", "3月5日", "2024-3-5 25:00", "二〇二四年十十月五日",
     "5/3/2024", "2024-03-05以前", "0024-03-05", "二〇二四年〇月五日"],
)  # fmt: skip
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read_moment(text) is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31)))
def test_every_day_is_read_back_from_the_forms_it_is_shown_in(day: dt.date) -> None:
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}"):
        moment = read_moment(text)
        assert moment is not None and moment.day == day


@given(st.text())
def test_any_text_gives_a_moment_or_none(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or isinstance(moment.day, dt.date)
