"""Rules about texts: what a case file cannot show, and the engine's list of wrong words asked about itself."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from columns import TODAY, sample_at
from disclosure import rules
from disclosure.load.usual_wording import usual_wording
from disclosure.model import AttachedFile, AttachedText, Wording, WordingKind
from disclosure.passages import Source, passages
from disclosure.pipeline import read_column
from disclosure.rules.registry import TEXT_CHECKS
from disclosure.rules.texts.lexicon import hits, lexicon
from disclosure.rules.texts.view import quoted

USUAL = lexicon(Wording())
FORM = "content/statutory/normative/2025/parking-form.docx"


def wrong_in(text: str) -> list[str]:
    return [hit.word for hit in hits(text, USUAL)]


def test_the_list_is_long_and_covers_every_kind() -> None:
    kinds = [entry.kind or WordingKind.TYPO for entry in usual_wording()]
    assert sum(len(entry.wrong) for entry in usual_wording()) > 1000
    assert all(kinds.count(kind) >= 40 for kind in WordingKind)


def test_entries_find_their_words_and_advise_nothing_wrong() -> None:
    for entry in usual_wording():
        assert wrong_in(entry.right) == [], entry
        for word in entry.wrong:
            assert wrong_in(f"某{word}某") == [word], (
                "another entry takes the word away, or it is within its own right form"
            )
        for longer in entry.exceptions:
            if "…" not in longer:
                assert not set(entry.wrong) & set(wrong_in(longer)), f"{longer} does not cover {entry.wrong}"


def test_words_are_found_alike_in_short_and_in_long_texts() -> None:
    words = [word for entry in usual_wording() for word in entry.wrong]
    long_text = "。".join(words)
    assert set(wrong_in(long_text)) == {word for each in long_text.split("。") for word in wrong_in(each)} == set(words)
    assert wrong_in(long_text + "𠮷") == wrong_in(long_text), "a sign beyond the basic plane moves no place"


def test_a_wrong_word_in_a_file_beside_a_document_is_told_with_its_place(tmp_path: Path) -> None:
    column, _ = read_column(sample_at(tmp_path), TODAY)
    assert column is not None
    texts = (AttachedText("第2页", "路灯按装时间"), AttachedText("批注", "己经看过", is_hidden=True))
    found = rules.check(replace(column, attached={FORM: AttachedFile(path=FORM, texts=texts)}))
    assert [str(problem) for problem in found] == [
        f"{FORM}:1: （提醒）第2页：“路灯按装时间”里的“按装”应当写“安装”；请改正 [wrong-word]"
    ]


def test_an_accepted_finding_is_no_text_of_the_column(tmp_path: Path) -> None:
    path = "content/statutory/normative/2026/ferry-2026.md"
    root = sample_at(tmp_path)
    text = (root / path).read_text(encoding="utf-8").replace("风力六级以上停航。", "风力六级以上停航，按装风速仪。")
    accepted = "已核对: [{规则: wrong-word, 内容: 按装, 原因: 厂家名称, 日期: 2026-11-06}]\n---\n各镇"
    (root / path).write_text(text.replace("---\n各镇", accepted), encoding="utf-8")
    _, problems = read_column(root, TODAY)
    assert [problem.accepted is not None for problem in problems] == [True]


def test_a_quotation_masks_long_numbers_and_shows_what_cannot_be_seen() -> None:
    text = "联系电话13800000000按装\u200b路灯"
    assert quoted(text, 15, 17, 20) == "“联系电话138****按装□路灯”"


@pytest.mark.parametrize(
    "text",
    [
        "占计划" + "8" * 40_000,
        "共3件，" + "其中" * 20_000,
        "通知" + " " * 40_000 + "的答复",
        "通知" + "—" * 40_000 + "的答复",
    ],
    ids=lambda text: text[:4] + text[-3:],
)
def test_odd_texts_cost_no_minutes(text: str, tmp_path: Path) -> None:
    column, _ = read_column(sample_at(tmp_path), TODAY)
    assert column is not None
    titled = next(each for each in passages(column) if each.source is Source.FIELD and each.label == "标题")
    body = next(each for each in passages(column) if each.source is Source.BODY)
    start = time.process_time()
    for passage in (titled, body):
        for _, look in TEXT_CHECKS:
            list(look(replace(passage, text=text), column))
    assert time.process_time() - start < 8
