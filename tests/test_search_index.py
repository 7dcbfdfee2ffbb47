"""The search index: what can be found, and that its words are those of the pages."""

from __future__ import annotations

import re
import time
from html import unescape
from pathlib import Path

import pytest

from columns import ROOT, SAMPLE, TODAY, public_column
from disclosure import derive
from disclosure.publish.body import to_html
from disclosure.search.corpus import number_keys
from disclosure.search.plain import plain_text
from test_search_engine import Item, items_of

_BLOCK_TAGS = "blockquote|br|caption|center|col|colgroup|dd|div|dl|dt|figcaption|figure|h[2-6]|hr|li|ol|p|pre|table|tbody|td|tfoot|th|thead|tr|ul"
BODIES = sorted(path for root in (ROOT / "content", SAMPLE / "content") for path in root.rglob("*.md"))


def searched(text: str) -> list[Item]:
    """The items of ``text``; what stands before the first does not matter."""
    return [(unit, cut and place > 0) for place, (unit, cut) in enumerate(items_of(text))]


def shown(markdown: str) -> str:
    """The text of the page that ``markdown`` becomes, with the words that stand for images."""
    html = re.sub(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>', r"\1", to_html(markdown, {"图.png": "图.png"}).html)
    return unescape(re.sub("<[^>]*>", "", re.sub(rf"</?(?:{_BLOCK_TAGS})\b[^>]*>", "\n", html)))


@pytest.mark.parametrize("path", BODIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_searched_is_what_the_page_shows(path: Path) -> None:
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert searched(plain_text(body)) == searched(shown(body))


@pytest.mark.parametrize(
    "markdown",
    [
        "# 一、总则\n\n第一条　为了**规范**管理，*制定*本办法。",
        "| 项目 | 金额 |\n|------|:----:|\n| 低保 | 1,234.5 |",
        "- 一项\n- 两项\n\n> 引用",
        "见[申请表](form.md)、[（说明[一]）](a_(b).md \"题\")和![流程图](图.png)",
        "<table><tr><td>甲</td><td>乙<br>丙</td></tr></table>",
        "5*3 等于 15，2*3*4；星号\\*和下划线a_b_c，`代码*`",
        "正文<!-- 不看 -->接着\n\n---\n\n末尾 &lt;字&gt; &amp; <https://www.example.gov.cn/a_b>",
        "1.推进\n2022. 计划\n    四个空格",
        "<b>加粗</b>连着<u>下划</u><sup>2</sup>",
    ],
)  # fmt: skip
def test_markup_is_not_searched_but_its_words_are(markdown: str) -> None:
    assert searched(plain_text(markdown)) == searched(shown(markdown))


def test_a_text_of_many_empty_lines_is_read_at_once() -> None:
    started = time.process_time()
    assert plain_text("# 一\n" + " \n" * 20_000 + "- 二" + "\n|" * 5_000) == "一\n二"
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("示政办发〔2020〕34号", ("#示政办发 2020 34 号", "$2020 34 号")),
        ("示政办发［２０２０］034号", ("#示政办发 2020 34 号", "$2020 34 号")),
        ("11330000MB1A2345/2020-00012", ("#11330000 mb 1 a 2345 2020 12", "$2020 12")),
        ("示例县人民政府令第5号", ("#示例县人民政府令第 5 号",)),
        ("〔〕", ()),
    ],
)
def test_a_number_is_known_without_its_brackets(number: str, keys: tuple[str, ...]) -> None:
    assert number_keys(number) == keys


def test_documents_pages_lists_and_organs_can_be_found() -> None:
    column = public_column(ROOT, TODAY)
    found = {findable.address: findable for findable in derive.findables(column)}
    places = {"guide/", "apply/", "statutory/normative/", "organs/civil-affairs/", "rules/county-disclosure-system/"}
    assert places <= set(found)
    document = found["statutory/normative/2026/seniors-allowance-2026/"]
    assert document.number in document.numbers and document.day.startswith("2026")
    assert {tag.id for tag in document.items} == {"normative"}


def test_documents_of_collected_columns_can_be_found_and_lead_to_their_own_site() -> None:
    column = public_column(SAMPLE, TODAY)
    found = {findable.address: findable for findable in derive.findables(column)}
    document = found["https://luting.yanglixian.gov.cn/statutory/emergency/2026/harbour-2026/"]
    assert document.numbers == ("11980101100210070C/2026-000001", "芦政发〔2026〕7号")
    assert (document.organ, document.keywords, document.validity) == ("样例县芦汀镇人民政府", ("渔船",), "有效")
    assert [tag.name for tag in (*document.part, *document.items)] == ["下级公开", "样例县芦汀镇人民政府政府信息公开"]
    assert found["https://luting.yanglixian.gov.cn/statutory/markets/2020/market-2020/"].tone == "gone"
