"""Each text with its marks: everything private in it is found, at its place, and nothing else."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
import yaml

from columns import TESTS
from disclosure.measures.private.finder import private_in
from disclosure.rules.private import RULE_OF

CASES: list[dict[str, str]] = yaml.safe_load((TESTS / "private_texts.yml").read_text(encoding="utf-8"))
SECONDS = 20
"""Far more than any text of this length takes, far less than one that a pattern tries in vain."""

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
        assert each.end <= len(text) and text[each.start : each.end] not in each.mask
        text = text[: each.start] + each.mask + text[each.end :]
    assert private_in(text, head, title) == ()


LONG = 60_000
ODD = (
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
    "<td ",
    "<table>",
    "<tr><td colspan=50 rowspan=9999>",
    "https://",
    "a@",
    "内部",
    "低保户",
    "低保户：张三丰。",
    "低保名单\n",
    "姓名\n",
    "姓名\n张三丰\n",
    "张三丰　12岁\n",
    "序号\n",
)
ODD_LINES = (
    "|\n" + " " * LONG,
    "甲" + " " * LONG + "乙\n姓名\n张三丰\n",
    "低保户名单\n" + " " * LONG + "、",
    "低保户：" + "张三丰、" * (LONG // 4),
)


@pytest.mark.parametrize(
    "text", [*(odd * (LONG // len(odd)) for odd in ODD), *ODD_LINES], ids=lambda text: repr(text[:12])
)
def test_looking_for_what_is_private_takes_time_in_proportion_to_the_text(text: str) -> None:
    """No text, however odd, makes a pattern try for minutes."""
    start = time.process_time()
    private_in(text)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "低保户：" + "、".join(["林望川"] * 600) + "。",
        "低保户名单\n" + "林望川、王小明\n" * 300,
        "低保户花名册\n" + "".join(f"{number}. 林望川 男\n" for number in range(1, 601)),
    ],
)
def test_a_list_is_read_to_its_end(text: str) -> None:
    assert len(private_in(text)) == 600
