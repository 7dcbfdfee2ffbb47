"""Looking for many texts at once finds what looking for each by itself finds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.rules.tracing import PIECE, Wanted

signs = st.text(st.sampled_from("甲乙丙12A"), max_size=60)


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@given(st.lists(signs, max_size=5), st.lists(signs, max_size=5))
def test_names_are_found_whole_and_nothing_else(names: list[str], texts: list[str]) -> None:
    def stands(name: str, text: str) -> bool:
        if len(name) < 7:
            return False
        starts = [place for place in range(len(text)) if text.startswith(name, place)]
        ends_well = [
            not (name[0].isdigit() and place and text[place - 1].isdigit())
            and not (name[-1].isdigit() and text[place + len(name) : place + len(name) + 1].isdigit())
            for place in starts
        ]
        return any(ends_well)

    expected = [{number for number, name in enumerate(names) if stands(plain(name), plain(text))} for text in texts]
    assert Wanted(names).found_in(texts) == expected


@given(st.lists(signs, max_size=4), st.text(st.sampled_from("甲乙丙"), max_size=200), st.integers(0, 150))
def test_any_twenty_nine_signs_of_a_text_are_found(before: list[str], text: str, start: int) -> None:
    wanted = Wanted(before[:1], [*before, text])
    quoted = text[start : start + 29]
    found = wanted.found_in(["。".join(before), f"他说：{quoted}。"])[1]
    sources = {wanted.sources[number - len(before[:1])] for number in found if number >= len(before[:1])}
    assert (len(quoted) == 29) <= (len(before) in sources)
    assert len(quoted) >= PIECE or not sources


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("样政办函〔2026〕7731号", "见 样政办函 [2026] 7731 号"),
        ("样政办函〔2026〕7731号", "样政办函（2026）7731号"),
        ("样政办函〔2026〕7731号", "样政办函﹝２０２６﹞７７３１号"),
        ("关于《停车管理办法》的说明", "关于停车\n管理办法的\u200b说明"),
        ("11980101100210021A/2026-077310", "11980101100210021a／2026－077310"),
        ("“三公”经费情况表", '**"三公"经费**情况表'),
    ],
)
def test_forms_of_signs_blanks_and_marks_do_not_count(wanted: str, text: str) -> None:
    assert Wanted([wanted]).found_in(["甲", text]) == [set(), {0}]


def test_a_longer_number_is_another() -> None:
    numbers = Wanted(["11980101100210021A/2026-07731"])
    assert numbers.found_in(["11980101100210021A/2026-077310", "211980101100210021A/2026-07731"]) == [set(), set()]
    assert numbers.found_in(["x11980101100210021A/2026-07731，"]) == [{0}]


def test_what_stands_in_two_texts_is_in_neither() -> None:
    assert Wanted(["停车管理办法说明"]).found_in(["停车管理", "办法说明"]) == [set(), set()]
