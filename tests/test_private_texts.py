"""Each text with its marks: everything private in it is found, at its place, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from columns import TESTS
from disclosure.measures.private.finder import private_in
from disclosure.rules.private import RULE_OF

CASES: list[dict[str, str]] = yaml.safe_load((TESTS / "private_texts.yml").read_text(encoding="utf-8"))
MARK = re.compile("⟦([a-z-]+)：(.*?)⟧", re.DOTALL)


def name_of(case: Any) -> str:
    return MARK.sub(r"\2", case["text"])[:30]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_everything_private_in_a_text_is_found_and_nothing_else(case: dict[str, str]) -> None:
    text = MARK.sub(r"\2", case["text"])
    found = private_in(text, case.get("head", ""), case.get("title", ""))
    assert [(RULE_OF[each.kind], text[each.start : each.end]) for each in found] == MARK.findall(case["text"])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_mask_does_not_tell_what_it_masks_and_is_not_found_again(case: dict[str, str]) -> None:
    text = MARK.sub(r"\2", case["text"])
    head, title = case.get("head", ""), case.get("title", "")
    for each in reversed(private_in(text, head, title)):
        if RULE_OF[each.kind] == "secrecy-mark":
            return
        assert text[each.start : each.end] not in each.mask
        text = text[: each.start] + each.mask + text[each.end :]
    assert private_in(text, head, title) == ()


def test_looking_for_what_is_private_takes_time_in_proportion_to_the_text() -> None:
    """No text, however odd, makes a pattern try for minutes."""
    for odd in (
        "1",
        "1 ",
        "1\n",
        "一",
        "张",
        "（",
        "|",
        "\t张三",
        "12号",
        "<td>",
        "https://",
        "a@",
        "低保户",
        "低保户：张三丰。",
        "低保名单\n",
        "姓名\n",
        "姓名\n张三丰\n",
        "张三丰　12岁\n",
        "序号\n",
    ):
        private_in(odd * 20_000)
