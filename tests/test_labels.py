"""What machines read in the head of built pages: the META tags that 国办发〔2017〕47号 asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import run
from disclosure.model import ColumnType
from trees import PageReader

pytestmark = pytest.mark.xdist_group("labels")

SITE_TAGS = {
    "SiteName": "示例县人民政府网",
    "SiteDomain": "www.shilixian.gov.cn",
    "SiteIDCode": "9901210001",
}
LIST_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
TEXT_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}
HOST = "https://www.shilixian.gov.cn/zfxxgk/"


def meta(html: str) -> dict[str, str]:
    """The META tags of a page; none may stand twice."""
    names = re.findall(r'<meta name="(\w+)"', html)
    assert len(names) == len({name.lower() for name in names}), names
    reader = PageReader(html)
    return {
        attributes["name"] or "": attributes["content"] or ""
        for tag, attributes in reader.tags
        if tag == "meta" and "name" in attributes
    }


@pytest.fixture(scope="module")
def tags(example_site: Path) -> dict[str, dict[str, str]]:
    """The META tags of every page by its path."""
    return {
        path.relative_to(example_site).as_posix(): meta(path.read_text(encoding="utf-8"))
        for path in sorted(example_site.rglob("*.html"))
    }


def test_every_page_names_its_web_site_and_no_tag_is_empty(tags: dict[str, dict[str, str]]) -> None:
    for name, found in tags.items():
        assert {key: found.get(key) for key in SITE_TAGS} == SITE_TAGS, name
        assert all(found.values()), (name, found)


def test_every_list_and_text_says_what_it_is(tags: dict[str, dict[str, str]]) -> None:
    lists, texts = 0, 0
    for name, found in tags.items():
        if name == "404.html" or "撤下" in found["Description"]:
            assert not found.keys() & (LIST_TAGS | TEXT_TAGS), name
            continue
        assert found.keys() >= LIST_TAGS, name
        assert found["ColumnType"] in list(ColumnType), name
        if found.keys() & TEXT_TAGS:
            assert found.keys() >= TEXT_TAGS, name
            assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", found["PubDate"]), name
            assert found["Url"] == HOST + name.removesuffix("index.html")
            texts += 1
        else:
            assert "Url" not in found
            lists += 1
    assert texts > 100 and lists > 60


@pytest.mark.parametrize(
    ("page", "type_"),
    [
        ("", "首页"),
        ("guide/", "信息公开指南"),
        ("rules/", "政策文件"),
        ("rules/county-secrecy-review/", "政策文件"),
        ("statutory/", "信息公开目录"),
        ("statutory/normative/", "政策文件"),
        ("statutory/interpretation/", "政策解读"),
        ("statutory/budget-government/", "信息公开目录"),
        ("statutory/normative/2026/seniors-allowance-2026/", "政策文件"),
        ("annual/2025/", "信息公开年报"),
        ("organs/", "机构职能"),
        ("organs/civil-affairs/", "机构职能"),
        ("catalogue/2026/", "信息公开目录"),
        ("about/privacy/", "信息公开指南"),
        ("accessibility/", "信息公开指南"),
        ("sitemap/", "信息公开目录"),
    ],
)
def test_the_type_of_the_column_is_one_that_the_norm_knows(
    page: str, type_: str, tags: dict[str, dict[str, str]]
) -> None:
    assert tags[f"{page}index.html"]["ColumnType"] == type_


def test_a_document_tells_title_date_source_and_what_an_editor_added(tags: dict[str, dict[str, str]]) -> None:
    found = tags["statutory/normative/2026/seniors-allowance-2026/index.html"]
    assert found["ArticleTitle"] == "示例县人民政府关于印发《示例县高龄津贴发放办法》的通知"
    assert found["PubDate"] == "2026-09-16 00:00"
    assert found["ContentSource"] == "示例县人民政府"
    assert found["Keywords"] == "高龄津贴,老年人,免申即享"
    assert found["Author"] == "县政府办公室政务公开股"


def test_a_time_of_day_is_kept_and_a_written_source_comes_first(sample: Path) -> None:
    path = sample / "content/statutory/normative/2026/ferry-2026.md"
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    head = re.sub(r"发布日期: \S+", "发布日期: 2026-11-09 09:05\n来源: 样例日报", head)
    path.write_text(f"{head}\n---\n{body}", encoding="utf-8", newline="\n")
    assert run("disclosure", "build", cwd=sample).returncode == 0
    found = meta((sample / "site/statutory/normative/2026/ferry-2026/index.html").read_text(encoding="utf-8"))
    assert (found["PubDate"], found["ContentSource"]) == ("2026-11-09 09:05", "样例日报")


def test_what_column_yml_and_the_settings_do_not_say_is_left_out(sample: Path) -> None:
    column = sample / "catalogue/column.yml"
    lines = column.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("网站名称", "网站地址", "网站标识码"))]
    column.write_text("\n".join(kept) + "\n", encoding="utf-8", newline="\n")
    settings = sample / "mkdocs.yml"
    text = re.sub(r"(?m)^site_url: .*\n", "", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8", newline="\n")
    assert run("disclosure", "build", cwd=sample).returncode == 0
    found = meta((sample / "site/statutory/normative/2026/ferry-2026/index.html").read_text(encoding="utf-8"))
    assert not found.keys() & {*SITE_TAGS, "Url"}
    assert found.keys() >= LIST_TAGS | TEXT_TAGS
