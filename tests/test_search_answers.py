"""What the search answers: facets, order, pages, synonyms, question words, numbers, sentences; and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.derive.findable import Findable, Tag
from disclosure.search.files import index_files
from engine import Engine
from test_search_engine import items_of, stands_in

PLAIN = Findable(
    address="", title="", number="", numbers=(), organ="", keywords=(), summary="", attachments=(), body="", day="", validity="",
    tone="", part=(Tag("guide", "指南"),),
)  # fmt: skip
SYNONYMS = (("低保", "最低生活保障"), ("老人", "老年人"))
# What one side may know and the other not, signs without a meaning yet, is left out.
ASSIGNED = st.characters(exclude_categories=["Cn", "Cs", "Co"], max_codepoint=0x3FFFF)


def entries(*changes: dict[str, Any]) -> list[Findable]:
    return [replace(PLAIN, address=f"{number}/", **change) for number, change in enumerate(changes)]


def scripts(column: Sequence[Findable], version: str = "v") -> dict[str, str | None]:
    files = index_files(column, SYNONYMS, version)
    return {f"search/data/{path}": content.decode() for path, content in files}


def titles(answer: dict[str, Any]) -> list[str]:
    return [each["title"] for each in answer["results"]]


def shown(pieces: list[dict[str, Any]]) -> str:
    """Marked pieces with brackets around hits."""
    return "".join(f"[{each['text']}]" if each["hit"] else each["text"] for each in pieces)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(ASSIGNED, max_size=20) | st.text("ａＢ１㈠㍻ｶﾞ가々〇é Σσ\u200b\u00ad\u3000〔", max_size=12))
def test_a_question_is_cut_up_like_the_texts(engine: Engine, text: str) -> None:
    said = engine.call("dcSearchWords.itemsOf", text)["value"]
    # What stands before the first item of a question does not matter.
    assert [(each["unit"], each["cut"]) for each in said] == items_of(text)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("低保和最低生活保障", ["低保", "最低生活保障"], "[低保]和[最低生活保障]"),
        ("申请低 保。", ["低保"], "申请[低 保]。"),
        ("示政办〔2020〕34号、134号", ["2020（34号"], "示政办〔[2020〕34号]、134号"),
        ("３４号", ["34号"], "[３４号]"),
        ("（一）办㈠", ["（一）"], "（[一]）办[㈠]"),
        ("农村低保", ["农村", "村低", "低保"], "[农村低保]"),
        ("Wi-Fi 和 wifi", ["WIFI"], "Wi-Fi 和 [wifi]"),
        ("没有", ["低保"], "没有"),
    ],
)
def test_hits_are_marked_as_they_are_written(engine: Engine, text: str, words: list[str], marked: str) -> None:
    assert shown(engine.call("dcSearch.mark", text, words)["value"]) == marked


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("甲乙１2a，（ ㈠ｶﾞ𠀀é", max_size=16), word=st.text("甲乙12a，一", min_size=1, max_size=3))
def test_marking_changes_no_sign_and_marks_what_is_found(engine: Engine, text: str, word: str) -> None:
    pieces = engine.call("dcSearch.mark", text, [word])["value"]
    assert "".join(each["text"] for each in pieces) == text
    run = items_of(word)
    assert any(each["hit"] for each in pieces) == (bool(run) and stands_in(items_of(text), run))


def faceted() -> list[Findable]:
    years, organs = ("2024", "2025", "2026"), (Tag("a", "甲局"), Tag("b", "乙局"))
    return entries(
        *(
            {
                "title": f"低保{'一二三四五六'[number]}",
                "day": f"{years[number % 3]}-03-0{1 + number}",
                "organs": organs[: 1 + number % 2],
                "validity": "有效" if number < 4 else "失效",
                "tone": "good" if number < 4 else "gone",
            }
            for number in range(6)
        )
    )


def counts(answer: dict[str, Any], facet: str) -> dict[str, int]:
    return {
        each["id"]: each["count"] for found in answer["facets"] if found["id"] == facet for each in found["choices"]
    }


def test_filters_narrow_and_each_facet_counts_under_the_others(engine: Engine) -> None:
    engine.open(scripts(faceted()))
    answer = engine.search("低保")
    assert (answer["total"], counts(answer, "year"), counts(answer, "organ")) == (
        6, {"2024": 2, "2025": 2, "2026": 2}, {"a": 6, "b": 3},
    )  # fmt: skip
    answer = engine.search("低保", filters={"year": "2025", "organ": "b"})
    assert sorted(titles(answer)) == ["低保二"] or sorted(titles(answer)) == ["低保二", "低保五"]
    assert counts(answer, "year") == {"2024": 1, "2025": len(titles(answer)), "2026": 1}
    assert counts(answer, "organ") == {"a": 2, "b": len(titles(answer))}
    chosen = [each["id"] for found in answer["facets"] for each in found["choices"] if each["chosen"]]
    assert chosen == ["2025", "b"]


def test_a_result_says_what_is_shown_of_it(engine: Engine) -> None:
    engine.open(scripts(faceted()))
    found = engine.search("低保六")["results"][0]
    known = {key: found[key] for key in ("title", "address", "day", "validity", "tone", "tier", "direct")}
    assert known == {
        "title": "低保六", "address": "5/", "day": "2026-03-06", "validity": "失效", "tone": "gone", "tier": "exact", "direct": False,
    }  # fmt: skip


def test_by_date_the_newest_comes_first_within_its_tier(engine: Engine) -> None:
    days = ["2024-05-01", "2026-01-01", "", "2025-07-09", "2026-02-02"]
    names = ["低保甲", "低保乙", "低保丙", "低保丁", "低有保"]
    column = entries(*({"title": title, "day": day} for title, day in zip(names, days, strict=True)))
    engine.open(scripts([*column, replace(PLAIN, address="9/", title="最低 农村 低保", day="2026-11-01")]))
    answer = engine.search("低保", sort="date")
    assert titles(answer) == ["最低 农村 低保", "低保乙", "低保丁", "低保甲", "低保丙"]
    answer = engine.search("低保，乙", sort="date")
    assert titles(answer)[0] == "低保乙" and answer["tiers"][0]["id"] == "all"


def test_pages_follow_each_other_without_gap_or_double(engine: Engine) -> None:
    column = entries(*({"title": f"低保{number}", "body": "低保" * (number % 7)} for number in range(45)))
    engine.open(scripts(column))
    for sort in ("relevance", "date"):
        pages = [engine.search("低保", page=page, sort=sort) for page in (1, 2, 3, 4)]
        assert [len(page["results"]) for page in pages] == [20, 20, 5, 0]
        assert {page["pages"] for page in pages} == {3}
        assert len({each["id"] for page in pages for each in page["results"]}) == 45


def test_many_hits_are_ranked_as_if_lunr_had_seen_them_all(engine: Engine) -> None:
    column = entries(
        *({"title": "通知", "body": "低保" * (number % 11) + "办" * (number % 13)} for number in range(500))
    )
    engine.open(scripts(column))
    scores = [each["score"] for page in range(1, 24) for each in engine.search("低保", page=page)["results"]]
    assert len(scores) > 440 and scores == sorted(scores, reverse=True)


def test_synonyms_are_searched_as_well_and_named(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "最低生活保障办法"}, {"title": "低保通知"}, {"title": "生活保障最低"})))
    answer = engine.search("低保")
    assert sorted(titles(answer)) == ["低保通知", "最低生活保障办法"]
    assert answer["widened"] == [{"word": "低保", "to": ["最低生活保障"]}]
    assert "最低生活保障" in answer["words"]
    assert engine.search("“低保”")["widened"] == []
    assert engine.search("老人")["widened"] == [{"word": "老人", "to": ["老年人"]}]
    assert engine.search("老年人大学")["widened"] == [{"word": "老年人", "to": ["老人"]}]


def test_question_words_are_left_out_only_of_what_is_not_found_as_typed(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "低保怎么申请问答"}, {"title": "居住证办法", "body": "申请居住证"})))
    assert engine.search("低保怎么申请")["ignored"] == []
    answer = engine.search("请问居住证怎么办理？")
    assert titles(answer) == ["居住证办法"] and answer["tiers"] == [{"id": "exact", "total": 1}]
    assert answer["words"] == ["居住证", "居住", "住证"]
    assert "怎么办" in answer["ignored"]


@pytest.mark.parametrize(
    "typed",
    ["示政办发〔2020〕34号", "示政办发[2020]34号", "示政办发（2020）34号", "示政办发2020年34号", "示政办发2020年第34号",
     "示政办发 〔2020〕 034号", "０１２３４５/2020-00034", "012345 2020 34"],
)  # fmt: skip
def test_a_number_finds_its_document_first_in_all_its_forms(engine: Engine, typed: str) -> None:
    column = entries(
        {"title": "关于示政办发〔2020〕34号的解读", "body": "示政办发〔2020〕34号 012345/2020-00034"},
        {"title": "某通知", "numbers": ("示政办发〔2020〕34号", "012345/2020-00034")},
        {"title": "另一通知", "numbers": ("示政办发〔2020〕134号",)},
    )
    engine.open(scripts(column))
    answer = engine.search(typed)
    first = answer["results"][0]
    assert (first["title"], first["direct"], first["tier"]) == ("某通知", True, "exact")
    assert not any(each["direct"] for each in answer["results"][1:])


@pytest.mark.parametrize("typed", ["〔2020〕34号", "2020年34号", "2020年第34号"])
def test_the_end_of_a_number_is_enough(engine: Engine, typed: str) -> None:
    engine.open(
        scripts(entries({"title": "甲", "numbers": ("示政办发〔2020〕34号",)}, {"title": "乙", "body": "2020和34"}))
    )
    answer = engine.search(typed)
    assert titles(answer)[0] == "甲" and answer["results"][0]["tier"] == "exact"


def test_a_sentence_shows_the_words_where_they_stand(engine: Engine) -> None:
    body = f"第一句没有。第二句说低保标准。\n{'很长' * 100}，农村低保，{'很长' * 100}\n"
    engine.open(scripts(entries({"title": "甲", "body": body}, {"title": "乙低保标准", "summary": "摘要在此"})))
    assert [shown(engine.sentence("低保标准", number)) for number in (0, 1)] == ["摘要在此", "第二句说[低保标准]。"]
    long = shown(engine.sentence("农村低保"))
    assert "[农村低保]" in long and long.startswith("…") and long.endswith("…") and 100 < len(long) < 130


def test_a_sentence_late_in_a_long_text_is_found(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "甲", "body": "没有的字。\n" * 1500 + "这里说低保。\n"})))
    assert shown(engine.sentence("低保")) == "这里说[低保]。"


@pytest.mark.parametrize("typed", ["", " ", "，。？", "-农村", "－“农村” -低保", "“”", "-"])
def test_nothing_to_search_for_is_said(engine: Engine, typed: str) -> None:
    engine.open(scripts(entries({"title": "低保"})))
    assert engine.said(typed)["fault"]["kind"] == "empty"


def test_an_index_of_punctuation_finds_nothing(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "，"})))
    assert engine.search("低保")["total"] == 0


def test_who_gives_up_gets_no_answer(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "低保"})))
    question = {"text": "低保", "title": False, "sort": "relevance", "page": 1, "filters": {}}
    assert engine.call("dcSearch.search", question, {"stale": True})["fault"]["kind"] == "stale"


def test_what_was_loaded_is_not_loaded_again(engine: Engine) -> None:
    engine.open(scripts(entries({"title": "低保"})))
    first, second = engine.said("低保"), engine.said("低保")
    assert len(first["requests"]) == len(set(first["requests"])) > 2 and second["requests"] == []


DAMAGES = [
    "",
    "garbage(",
    "dcSearchData('t0', 5)",
    "dcSearchData('t1', '低保\\tABBKA\\n')",
    "dcSearchData('t0', '低保\\tABBK!\\n')",
    "dcSearchData('t0', '低保\\tABB\\n')",
    "dcSearchData('t0', '低保')",
    None,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_said_and_asked_for_again(engine: Engine, damage: str | None) -> None:
    sound = scripts(entries({"title": "低保"}))
    engine.open({**sound, "search/data/v/t0.js": damage})
    assert engine.said("低保")["fault"]["kind"] == "damaged"
    engine.amend({"search/data/v/t0.js": sound["search/data/v/t0.js"]})
    assert engine.search("低保")["total"] == 1


@pytest.mark.parametrize("missing", ["search/data/index.js", "search/data/v/facets.js", "search/data/v/r0.js"])
def test_without_a_network_that_is_said(engine: Engine, missing: str) -> None:
    sound = scripts(entries({"title": "低保"}))
    engine.open({**sound, missing: None})
    engine.amend({}, online=False)
    assert engine.said("低保", filters={"year": "2024"})["fault"]["kind"] == "offline"
    engine.open(sound)
    assert engine.search("低保")["total"] == 1


def test_a_site_published_anew_is_searched_anew(engine: Engine) -> None:
    old = scripts(entries({"title": "低保"}, {"title": "医保"}), "old")
    new = scripts(entries({"title": "医保"}), "new")
    engine.open(old)
    engine.call("dcSearchFiles.current")
    gone = {path: None for path in old if "/old/" in path}
    engine.amend({**gone, **new})
    said = engine.said("医保 低保")
    assert titles(said["value"]) == ["医保"]
    assert any(path.startswith("search/data/index.js?") for path in said["requests"])


def test_a_column_of_very_many_different_numbers_is_searched_as_well(engine: Engine) -> None:
    engine.open(scripts(entries({"body": " ".join(map(str, range(60_000)))}, {"body": "59998、59999"})))
    assert [each["address"] for each in engine.search("“59998 59999”")["results"]] == ["0/"]
    assert engine.search("“59999 59998”")["total"] == 0


def test_every_hit_stands_on_one_page(engine: Engine) -> None:
    number = range(900)
    column = entries(
        *({"title": "低" * (1 + n % 7), "summary": "低甲" * (n % 5), "body": "低" * (n % 11)} for n in number)
    )
    engine.open(scripts(column))
    pages = engine.search("低")["pages"]
    found = [each["id"] for page in range(1, pages + 1) for each in engine.search("低", page=page)["results"]]
    assert sorted(found) == [*number]


def test_a_document_that_was_named_by_its_number_shows_its_summary(engine: Engine) -> None:
    engine.open(
        scripts(entries({"numbers": ("示政办发〔2026〕6号",), "summary": "停车怎么收费。", "body": "示政办在此。"}))
    )
    assert shown(engine.sentence("示政办发[2026]6号")) == "停车怎么收费。"
