"""Built pages of the example column: sound HTML, links that lead somewhere, nothing from outside, nothing inline."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from trees import PageReader


@pytest.fixture(scope="module")
def pages(example_site: Path) -> dict[str, PageReader]:
    return {
        path.relative_to(example_site).as_posix(): PageReader(path.read_text(encoding="utf-8"))
        for path in sorted(example_site.rglob("*.html"))
    }


def test_the_example_is_large_and_whole(pages: dict[str, PageReader]) -> None:
    documents = [
        name
        for name, page in pages.items()
        if name.startswith("statutory/") and name.count("/") == 4 and "撤下" not in page.title
    ]
    assert len(documents) >= 80
    for name in ("index.html", "404.html", "guide/index.html", "rules/index.html", "statutory/index.html",
                 "annual/index.html", "annual/2025/index.html", "catalogue/index.html", "catalogue/2026/index.html",
                 "themes/index.html", "genres/index.html", "organs/index.html", "organs/civil-affairs/index.html"):  # fmt: skip
        assert name in pages


def test_every_link_and_resource_leads_to_a_file_of_the_site_and_every_anchor_exists(
    pages: dict[str, PageReader], example_site: Path
) -> None:
    ids = {name: set(page.ids) for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        targets = page.attribute("a", "href") + page.attribute("img", "src") + page.attribute("link", "href")
        targets += page.attribute("script", "src")
        for target in targets:
            if target.startswith(("https://", "mailto:", "tel:")):
                continue
            path, _, anchor = target.partition("#")
            if name == "404.html":
                path = path.removeprefix("/zfxxgk/")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            if not (example_site / place).is_file() or (anchor and unquote(anchor) not in ids[place]):
                broken.append((name, target))
    assert broken == []


def test_pages_load_nothing_from_elsewhere_and_run_nothing_inline(pages: dict[str, PageReader]) -> None:
    for name, page in pages.items():
        for tag, attributes in page.tags:
            assert tag != "style", name
            if tag == "script" and "src" not in attributes:  # a data block is read, not run
                assert attributes == {"type": "application/ld+json"}, name
            assert "style" not in attributes, (name, tag)
            assert not [key for key in attributes if key.startswith("on")], (name, tag)
            for key in ("src", "srcset", "poster", "data", "action"):
                assert not (attributes.get(key) or "").startswith(("http", "//")), (name, attributes)
        for address in page.attribute("link", "href"):
            assert not address.startswith("http") or "canonical" in page.attribute("link", "rel"), name


def test_each_page_has_one_main_heading_its_own_title_and_unique_ids(pages: dict[str, PageReader]) -> None:
    titles: dict[str, str] = {}
    for name, page in pages.items():
        assert page.count("h1") == 1 and page.count("main") == 1, name
        assert page.attribute("html", "lang") == ["zh-CN"]
        assert len(page.ids) == len(set(page.ids)), name
        assert page.title not in titles, (name, titles.get(page.title), page.title)
        titles[page.title] = name


def test_headings_never_skip_a_level(pages: dict[str, PageReader]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
        for before, after in pairwise(levels):
            assert after <= before + 1, (name, levels)


def test_images_have_text_alternatives_and_tables_have_headers(pages: dict[str, PageReader]) -> None:
    for name, page in pages.items():
        for tag, attributes in page.tags:
            if tag == "img":
                assert attributes.get("alt"), name
        assert page.count("table") == 0 or page.count("th") > 0, name


def test_no_label_stands_without_a_value(example_site: Path) -> None:
    for path in example_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for empty in ("<td></td></tr>", "<dd></dd>", "<caption></caption>", "<li></li>", "None", "Undefined"):
            body = text[text.index("<main") :] if empty.startswith("<td") else text
            if empty == "<td></td></tr>" and 'class="dc-scroll"' in body:
                continue  # tables that an editor wrote may have empty cells
            assert empty not in body, (path, empty)


def test_the_sitemap_lists_every_page_but_the_error_page(pages: dict[str, PageReader], example_site: Path) -> None:
    text = (example_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = {part.split("</loc>")[0] for part in text.split("<loc>")[1:]}
    expected = {
        "https://www.shilixian.gov.cn/zfxxgk/" + name.removesuffix("index.html")
        for name, page in pages.items()
        if name != "404.html" and "撤下" not in page.title
    }
    assert listed == expected


def test_pages_say_when_they_were_last_changed(example_site: Path) -> None:
    for page, day in (
        ("statutory/normative/2026/seniors-allowance-2026", "2026-09-16"),
        ("accessibility", "2026-11-20"),
        ("statutory/normative", None),
    ):
        html = (example_site / page / "index.html").read_text(encoding="utf-8")
        said = html.partition("本页最后更新：")[2]
        assert said.startswith(f'<time datetime="{day or ""}'), page
    missing = (example_site / "404.html").read_text(encoding="utf-8")
    assert "本页最后更新" not in missing


def test_a_withdrawn_address_says_why_and_where_to_look(example_site: Path) -> None:
    gone = (example_site / "statutory/enforcement/2025/penalty-2025-018/index.html").read_text(encoding="utf-8")
    assert "2026年8月3日</time>撤下。原因：该行政处罚决定已被依法撤销" in gone
    moved = (example_site / "statutory/public-services/2024/senior-bus-card/index.html").read_text(encoding="utf-8")
    assert "../../../../statutory/normative/2026/seniors-allowance-2026/index.html" in moved
    assert "现在请看：" in moved and "现在请看：" not in gone


def test_relations_show_on_both_sides(example_site: Path) -> None:
    new = (example_site / "statutory/normative/2026/seniors-allowance-2026/index.html").read_text(encoding="utf-8")
    assert "本文件废止" in new and "示政发〔2021〕15号" in new and "政策解读" in new
    old = next(
        path
        for path in (example_site / "statutory/normative/2021").rglob("index.html")
        if "示政发〔2021〕15号" in path.read_text(encoding="utf-8").split("文件信息")[1][:600]
    ).read_text(encoding="utf-8")
    assert "本文件已经废止，不再执行。" in old
    assert "../../../../statutory/normative/2026/seniors-allowance-2026/index.html" in old


def test_the_catalogue_can_be_downloaded_for_excel(example_site: Path, pages: dict[str, PageReader]) -> None:
    data = (example_site / "catalogue/documents.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("索引号,标题,内容概述,成文日期,发文字号,发文机关")
    documents = [
        name
        for name, page in pages.items()
        if name.startswith("statutory/") and name.count("/") == 4 and "撤下" not in page.title
    ]
    assert len(lines) - 2 == len(documents)
