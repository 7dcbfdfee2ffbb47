"""政府公报: issues hold what is public, the whole issue reads as its texts do, and the Word file says the same."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser

from browsing import printed_text, reader
from columns import ROOT, SAMPLE, TODAY, sample_at
from disclosure import derive
from disclosure.column import Column
from disclosure.derive.bulletins.contexts import BulletinPage, BulletinsPage, IssuePart, IssueText, WholeBulletinPage
from disclosure.derive.contexts import DocumentPage
from disclosure.derive.pieces import Link, Writing
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.publish.bulletins import issue_file
from disclosure.publish.issue import html_of
from trees import PageReader

pytestmark = pytest.mark.xdist_group("bulletins")

ISSUE = "catalogue/bulletins/2026-1.yml"

SITE = "https://www.shilixian.gov.cn/zfxxgk/"


class _Text(HTMLParser):
    """What <article class="dc-whole"> says, with the signs of lists and the words of images, which are not text there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._depth = 0
        self._lists: list[tuple[str, int]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "article":
            self._depth += 1
        if self._depth and tag in ("ul", "ol"):
            own = "dc-whole" in (values.get("class") or "")
            self._lists.append(("" if own else tag, int(values.get("start") or 1)))
        if self._depth and tag == "li" and self._lists:
            kind, number = self._lists[-1]
            self._lists[-1] = (kind, number + 1)
            self.found.append({"ul": "•", "ol": f"{number}.", "": ""}[kind])
        if self._depth and tag == "img":
            self.found.append(f"［图：{values.get('alt')}］")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "article"
        if self._depth and tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found.append(data)


def said(html: str) -> str:
    return re.sub(r"\s", "", "".join(_Text(html).found))


def written(content: bytes) -> str:
    """All text of the body of a Word file, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = parts.read("word/document.xml").decode()
    texts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)
    return re.sub(r"\s", "", "".join(texts)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@pytest.fixture(scope="module")
def example() -> Column:
    column, _ = read_column(ROOT, TODAY)
    assert column is not None
    return public_part(column)


def wholes(column: Column) -> list[WholeBulletinPage]:
    return [page for page in derive.pages(column) if isinstance(page, WholeBulletinPage)]


def issue_of(markdown: str, links: tuple[tuple[str, str], ...] = ()) -> WholeBulletinPage:
    """A whole issue with one text, which says ``markdown``."""
    column, _ = read_column(SAMPLE, TODAY)
    assert column is not None
    page = wholes(public_part(column))[0]
    text = IssueText(
        anchor="text-1",
        title="标题",
        number="",
        writing=Writing(markdown=markdown, links=links),
        paragraphs=(),
        files=(),
    )
    return replace(page, parts=(IssuePart(name="政府文件", anchor="section-1", texts=(text,)),))


def test_the_word_file_says_what_the_page_says(example: Column, example_site: Path) -> None:
    pages = wholes(example)
    assert len(pages) == 3
    for page in pages:
        html = (example_site / page.frame.address / "index.html").read_text(encoding="utf-8")
        content = (example_site / str(page.file.address)).read_bytes()
        assert said(html) == written(content) and len(written(content)) > 2000, page.frame.address
        assert issue_file(page, SITE) == content, "the same bytes each time"


def test_the_word_file_has_headings_contents_that_lead_and_a_new_page_for_each_text(example: Column) -> None:
    page = wholes(example)[0]
    content = issue_file(page)
    document = docx.Document(io.BytesIO(content))
    titles = [text.title for part in page.parts for text in part.texts]
    headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    assert headings == titles
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = parts.read("word/document.xml").decode()
    assert set(re.findall(r'w:hyperlink w:anchor="([^"]+)"', xml)) == set(
        re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', xml)
    )
    assert xml.count("<w:pageBreakBefore") >= len(titles)
    assert document.core_properties.title == page.heading


def test_the_whole_page_has_own_anchors_names_for_tables_and_no_skipped_heading(
    example: Column, example_site: Path
) -> None:
    for page in wholes(example):
        found = PageReader((example_site / page.frame.address / "index.html").read_text(encoding="utf-8"))
        assert len(found.ids) == len(set(found.ids))
        levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
        names = [values["aria-label"] for _, values in found.tags if values.get("role") == "region"]
        assert len(names) == len(set(names)) > 0
        anchors = {text.anchor for part in page.parts for text in part.texts}
        assert anchors < set(found.ids)


def test_links_inside_a_text_stay_inside_it_and_others_lead_to_their_pages() -> None:
    page = issue_of(
        '第一章 总则\n\n见[第一章](#第一章-总则)和[别的](../x.md)。\n\n写着 id="a" 和 <h2 的字。',
        (("../x.md", "rules/x/"),),
    )
    html = html_of(page.parts[0].texts[0], lambda place: f"../{place}")
    assert '<h4 id="text-1-第一章-总则">' in html
    assert 'href="#text-1-第一章-总则"' in html and 'href="../rules/x/"' in html
    assert 'id="a"' in html.replace("&quot;", '"') and "text-1-a" not in html


MERGED = """<table><caption>收支</caption>
<thead><tr><th rowspan="2">科目</th><th colspan="2">金额</th></tr><tr><th>2025年</th><th>2026年</th></tr></thead>
<tbody><tr><td>税收</td><td>1200</td><td>1300</td></tr><tr><td rowspan="3">合计</td><td colspan="1000">2500</td></tr>
<tr><td>7</td><td rowspan="9">8</td></tr><tr><td>9</td></tr><tr><td colspan="x">10</td><td>11</td><td>12<br>13</td></tr></tbody></table>"""


def test_the_word_file_repeats_heads_of_tables_and_keeps_links() -> None:
    text = "见[办法](../x.md)、[**省**平台](https://www.yanglisheng.gov.cn/)和[第一章](#a)。"
    page = issue_of(f"{text}\n\n{MERGED}", (("../x.md", "rules/x/"),))
    document = docx.Document(io.BytesIO(issue_file(page, SITE)))
    links = [(link.text, link.address) for each in document.paragraphs for link in each.hyperlinks if link.address]
    assert links == [("办法", f"{SITE}rules/x/"), ("省平台", "https://www.yanglisheng.gov.cn/")]
    assert "见办法、省平台和第一章。" in [each.text for each in document.paragraphs]
    (table,) = document.tables
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True] * 2 + [False] * 5
    placeless = docx.Document(io.BytesIO(issue_file(page)))
    assert [link.text for each in placeless.paragraphs for link in each.hyperlinks if link.address] == ["省平台"]


def test_a_table_with_merged_cells_keeps_all_its_numbers() -> None:
    page = issue_of(f"{MERGED}\n\n后面还有一段。")
    content = issue_file(page)
    (table,) = docx.Document(io.BytesIO(content)).tables
    assert len(table.columns) == 4 and len(table.rows) == 7
    for number in ("1200", "1300", "2500", "7", "8", "9", "10", "11", "12", "13", "科目", "金额", "后面还有一段。"):
        assert number in written(content), number
    assert table.cell(0, 0).text == table.cell(1, 0).text == "科目"
    assert table.cell(0, 1).text == table.cell(0, 2).text == "金额"
    assert table.cell(3, 1).text == table.cell(3, 3).text == "2500"


@pytest.mark.parametrize(
    "markdown",
    [
        "- 甲\n- 乙\n    - 丙",
        '<ol start="3"><li>甲</li><li><p>乙</p><p>丙</p></li></ol>',
        "> 引用\n\n<pre>一  行\n二 行</pre>",
        '<dl><dt>词</dt><dd>意思</dd></dl>\n\n<div align="center">中间<p>一段</p>末尾</div>',
        "水是 H<sub>2</sub>O，**要紧**，*斜*，第一行<br>第二行，a &lt; b &amp; c",
        "<table><tr><td><table><tr><td>里面 1</td></tr></table></td><td>外面 2</td></tr></table>",
        "<table><tr>" + "".join(f"<td>{number}</td>" for number in range(70)) + "</tr></table>",
        "![图上是路线](a.png)",
    ],
)
def test_whatever_a_body_holds_comes_into_the_file(markdown: str) -> None:
    page = issue_of(markdown, (("a.png", "a.png"),))
    inner = html_of(page.parts[0].texts[0], str)
    assert written(issue_file(page)).endswith(said(f"<article>{inner}</article>"))
    assert said(f"<article>{inner}</article>")


def test_a_document_says_where_it_was_printed(example: Column) -> None:
    page = next(
        each
        for each in derive.pages(example)
        if isinstance(each, DocumentPage) and each.frame.address == "statutory/normative/2026/seniors-allowance-2026/"
    )
    assert page.bulletins == (Link("刊登于《示例县人民政府公报》2026年第2期", "bulletins/2026-2/"),)


def test_issues_stand_newest_first_and_a_column_without_any_has_no_such_page(example: Column) -> None:
    pages = [page for page in derive.pages(example) if isinstance(page, BulletinsPage | BulletinPage)]
    assert [page.frame.address for page in pages] == [
        "bulletins/",
        "bulletins/2026-2/",
        "bulletins/2026-1/",
        "bulletins/2025-4/",
    ]
    bare = replace(example, bulletins=())
    assert not [page for page in derive.pages(bare) if page.frame.address.startswith("bulletins/")]


def test_what_is_withheld_does_not_pass_the_gate(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    file = root / ISSUE
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}  - 栏目: 内部文件\n    文件: 样政办函〔2026〕7731号\n", encoding="utf-8")
    column, problems = read_column(root, TODAY)
    assert column is not None
    assert [problem.rule.name for problem in problems] == ["bulletin-reference"]
    assert "7731" not in repr(public_part(column).bulletins) and "内部文件" not in repr(public_part(column).bulletins)


def test_an_issue_is_found_by_what_stands_only_in_it(example: Column) -> None:
    found = {each.address: each for each in derive.findables(example)}["bulletins/2026-2/"]
    assert "周六延时服务" in found.body and "高龄津贴发放办法" in found.body and found.day == "2026-11-18"


@pytest.mark.browser
def test_a_printed_issue_has_its_contents_and_starts_each_text_on_a_new_page(
    browser: Browser, address: str, tmp_path: Path, example: Column
) -> None:
    page = wholes(example)[0]
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(address + page.frame.address)
        sheets = printed_text(tab, tmp_path / "issue.pdf").split("\f")
    bare = ["".join(sheet.split()) for sheet in sheets]
    titles = ["".join(text.title.split()) for part in page.parts for text in part.texts]
    assert all(title in bare[0] for title in titles), "the contents are on the first sheet"
    starts = [next(place for place, sheet in enumerate(bare[1:], 1) if title in sheet[:200]) for title in titles]
    assert starts == sorted(set(starts))
