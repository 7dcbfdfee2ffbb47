"""Open data: what the catalogue says of the files is true, the files are what their schemas say, feeds can be read."""

from __future__ import annotations

import copy
import csv
import hashlib
import io
import json
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from playwright.sync_api import Browser

from browsing import reader
from columns import sample_at
from disclosure.cli import main
from disclosure.derive.wording import size
from trees import PageReader, tree

pytestmark = pytest.mark.xdist_group("open_data")

SITE = "https://www.shilixian.gov.cn/zfxxgk/"
ATOM = "{http://www.w3.org/2005/Atom}"


def catalogue_of(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    return found


def site_with(root: Path, site_url: str) -> Path:
    """The sample column, built for another address."""
    config = sample_at(root) / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub("(?m)^site_url: .*$", f"site_url: '{site_url}'", text), encoding="utf-8")
    assert main(["--config", str(config), "build"]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def placeless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample column, built without knowing where it will stand."""
    return site_with(tmp_path_factory.mktemp("placeless") / "column", "")


def test_the_catalogue_names_every_data_file_with_its_true_size_and_digest(example_site: Path) -> None:
    named = set()
    for dataset in catalogue_of(example_site)["dataset"]:
        named.add(dataset["conformsTo"].removeprefix(SITE))
        for file in dataset["distribution"]:
            path = file["downloadURL"].removeprefix(SITE)
            content = (example_site / path).read_bytes()
            assert file["byteSize"] == len(content)
            assert file["checksum"]["checksumValue"] == hashlib.sha256(content).hexdigest()
            named.add(path)
    there = {path.relative_to(example_site).as_posix() for path in (example_site / "data").iterdir() if path.is_file()}
    assert named == there - {"data/catalog.json", "data/index.html"}


def test_every_data_set_fits_its_schema_and_a_wrong_one_does_not(example_site: Path) -> None:
    for dataset in catalogue_of(example_site)["dataset"]:
        schema = json.loads((example_site / f"data/{dataset['identifier']}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        data = json.loads((example_site / f"data/{dataset['identifier']}.json").read_text(encoding="utf-8"))
        assert [error.message for error in judge.iter_errors(data)] == []
        assert data["记录数"] == len(data["数据"]) == dataset["records"]
        rows = schema["properties"]["数据"]["items"]
        assert [field["名称"] for field in data["字段"]] == list(rows["properties"]) == rows["required"]
        for name in rows["properties"] if data["数据"] else ():
            wrong = copy.deepcopy(data)
            wrong["数据"][0][name] = {"x": 1}
            assert not judge.is_valid(wrong), name
            del wrong["数据"][0][name]
            assert not judge.is_valid(wrong), name


def test_the_old_address_of_the_catalogue_still_holds_its_first_columns(example_site: Path) -> None:
    data = (example_site / "catalogue/documents.csv").read_bytes()
    assert data == (example_site / "data/documents.csv").read_bytes()
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head[:11] == [
        "索引号", "标题", "内容概述", "成文日期", "发文字号", "发文机关", "主题分类", "体裁分类", "发布日期", "有效性", "地址",
    ]  # fmt: skip
    assert all(row[10].startswith(f"{SITE}statutory/") for row in rows)


def test_relations_and_attachments_of_documents_are_lists(sample_site: Path) -> None:
    data = json.loads((sample_site / "data/documents.json").read_text(encoding="utf-8"))["数据"]
    parking = next(row for row in data if row["发文字号"] == "样政发〔2025〕6号")
    assert parking["废止"] == ["样政发〔2022〕8号"] and parking["修改"] == []
    assert parking["附件"] == ["免费停车场名录", "月卡申请表"]
    assert [address.rpartition("/")[2] for address in parking["附件地址"]] == ["parking-lots.csv", "parking-form.docx"]
    for address in parking["附件地址"]:
        assert (sample_site / address.removeprefix(SITE)).is_file()
    partial = next(row for row in data if row["发文字号"] == "样政发〔2024〕2号")
    assert partial["废止"] == ["样政发〔2021〕3号：第八条"]


def test_the_pages_offer_every_file_of_every_data_set(example_site: Path) -> None:
    overview = PageReader((example_site / "data/index.html").read_text(encoding="utf-8")).attribute("a", "href")
    for dataset in catalogue_of(example_site)["dataset"]:
        name = dataset["identifier"]
        text = (example_site / f"data/{name}/index.html").read_text(encoding="utf-8")
        links = PageReader(text).attribute("a", "href")
        assert {f"../{name}/index.html", *(f"../data/{name}.{kind}" for kind in ("csv", "xlsx", "json"))} <= {
            f"../{link.removeprefix('../data/')}" if link.endswith("index.html") else link for link in overview
        }
        assert {f"../../data/{name}.{kind}" for kind in ("csv", "xlsx", "json", "schema.json")} <= set(links)


def test_a_licence_of_the_column_goes_before_the_usual_one(sample: Path) -> None:
    with (sample / "catalogue/column.yml").open("a", encoding="utf-8") as file:
        file.write("数据许可: 使用数据请注明“样例县”。\n")
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 0
    assert catalogue_of(sample / "site")["license"]["label"] == "使用数据请注明“样例县”。"
    assert "使用数据请注明“样例县”。" in (sample / "site/data/index.html").read_text(encoding="utf-8")


def test_feeds_are_sound_atom_and_lead_to_pages(example_site: Path) -> None:
    feeds = sorted(example_site.rglob("feed.xml"))
    assert example_site / "feed.xml" in feeds and len(feeds) > 20
    ids = set()
    for path in feeds:
        feed = ElementTree.fromstring(path.read_bytes())
        assert feed.tag == f"{ATOM}feed"
        own = SITE + path.relative_to(example_site).as_posix()
        assert feed.findtext(f"{ATOM}id") == own and feed.findtext(f"{ATOM}title")
        assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
            "self": own,
            "alternate": own.removesuffix("feed.xml"),
        }
        ids.add(own)
        entries = feed.findall(f"{ATOM}entry")
        assert 0 < len(entries) <= 50
        moments = []
        for entry in entries:
            address = entry.findtext(f"{ATOM}id") or ""
            page, _, day = address.partition("#updated-")
            assert page.startswith(SITE) and (example_site / page.removeprefix(SITE) / "index.html").is_file()
            assert bool(day) == page.startswith(f"{SITE}registers/")
            (link,) = entry.findall(f"{ATOM}link")
            assert (link.get("rel"), link.get("href")) == ("alternate", page)
            assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary")
            assert all(author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author"))
            moments.append(datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or ""))
            assert moments[-1].utcoffset() == timedelta(hours=8)
        assert moments == sorted(moments, reverse=True)
        assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated") or "") == moments[0]
    assert len(ids) == len(feeds)


def test_a_title_with_every_odd_sign_stays_whole_in_the_feed(sample: Path) -> None:
    document = sample / "content/statutory/welfare/2021/relief-2021.md"
    text = document.read_text(encoding="utf-8")
    title = "关于<a>&amp;“甲”'乙'\U00020000]]>的通知"
    document.write_text(
        re.sub("(?m)^标题: .*$", lambda _: f"标题: {json.dumps(title, ensure_ascii=False)}", text), encoding="utf-8"
    )
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 0
    feed = ElementTree.fromstring((sample / "site/statutory/welfare/feed.xml").read_bytes())
    assert title in [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def test_an_update_of_a_register_is_told_by_the_feeds_of_its_item_and_of_the_column(sample_site: Path) -> None:
    ids = []
    for place in ("", "statutory/budget-departments/", "statutory/budget/"):
        feed = ElementTree.fromstring((sample_site / place / "feed.xml").read_bytes())
        ids.append([entry.findtext(f"{ATOM}id") or "" for entry in feed.findall(f"{ATOM}entry")])
    assert all(any(id_.endswith("registers/ferry-fares/#updated-2026-03-05") for id_ in each) for each in ids)


def test_pages_name_their_feed_and_offer_to_subscribe(example_site: Path) -> None:
    for page, feed in (("", "./feed.xml"), ("statutory/budget/", "../../statutory/budget/feed.xml")):
        found = PageReader((example_site / page / "index.html").read_text(encoding="utf-8"))
        links = [attributes for tag, attributes in found.tags if tag == "link" and attributes.get("rel") == "alternate"]
        assert [(link["type"], link["href"]) for link in links] == [("application/atom+xml", feed)]
        assert any(href.endswith("subscribe/index.html") for href in found.attribute("a", "href"))
    listed = PageReader((example_site / "subscribe/index.html").read_text(encoding="utf-8")).attribute("a", "href")
    assert len([href for href in listed if href.endswith("feed.xml")]) == len(list(example_site.rglob("feed.xml")))


def test_without_an_address_of_the_site_there_are_no_feeds_and_no_way_to_them(placeless: Path) -> None:
    assert not list(placeless.rglob("feed.xml")) and not (placeless / "subscribe").exists()
    assert not (placeless / "robots.txt").exists()
    for path in placeless.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "feed.xml" not in text and "subscribe/" not in text, path
    catalogue = catalogue_of(placeless)
    for dataset in catalogue["dataset"]:
        for file in dataset["distribution"]:
            assert (placeless / "data" / file["downloadURL"]).resolve().is_file()


def test_robots_are_told_of_the_sitemap_where_they_look(tmp_path: Path, sample_site: Path) -> None:
    assert not (sample_site / "robots.txt").exists(), "below a folder nobody asks for it"
    site = site_with(tmp_path / "column", "https://gongkai.yanglixian.gov.cn/")
    assert (site / "robots.txt").read_text(encoding="utf-8").splitlines()[-1] == (
        "Sitemap: https://gongkai.yanglixian.gov.cn/sitemap.xml"
    )


def test_a_column_without_documents_still_has_its_data_page(sample: Path) -> None:
    shutil.rmtree(sample / "content/statutory")
    for folder in ("bulletins", "registers", "tasks"):
        shutil.rmtree(sample / "catalogue" / folder)
    (sample / "catalogue/withdrawn.yml").unlink()
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 0
    site = sample / "site"
    assert not any(path.endswith("feed.xml") for path in tree(site))
    assert "还没有内容" in (site / "data/index.html").read_text(encoding="utf-8")
    assert json.loads((site / "data/documents.json").read_text(encoding="utf-8"))["更新日期"] is None


@pytest.mark.parametrize(
    ("page", "dataset"),
    [
        ("annual/comparison", "annual-comparison"),
        ("annual/2023", "annual-2023"),
        ("statutory", "statutory"),
        ("tasks/2026", "tasks-2026"),
        ("fields/municipal-services", "field-municipal-services"),
        ("registers/ferry-fares", "register-ferry-fares"),
        ("interpretations", "interpretations"),
    ],
)
def test_pages_with_data_offer_every_kind_of_file_and_its_size(sample_site: Path, page: str, dataset: str) -> None:
    html = (sample_site / page / "index.html").read_text(encoding="utf-8")
    kinds = ("xlsx", "Excel 表格"), ("csv", "CSV 表格"), ("json", "JSON 数据")
    for ending, kind in kinds:
        file = sample_site / f"data/{dataset}.{ending}"
        said = rf'data/{dataset}\.{ending}" download>[^<]+</a> <span class="dc-files__kind">（{kind}，{size(file.stat().st_size)}）'
        assert re.search(said, html), ending


@pytest.mark.browser
def test_the_data_sets_of_a_kind_fold_on_a_telephone_and_stand_open_in_tables(
    example_site: Path, browser: Browser
) -> None:
    """Without JavaScript, too: dozens of cards would be dozens of screens."""
    page = f"file://{example_site}/data/index.html"
    fold = "#dc-kind-register > summary"
    with reader(browser, width=360, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(page)
        assert tab.evaluate("document.documentElement.scrollHeight") < 8000
        assert not tab.locator("#register-fees").is_visible()
        tab.locator(fold).press("Enter")
        assert tab.locator("#register-fees").is_visible()
    with reader(browser, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(page)
        assert tab.locator("#register-fees").is_visible() and not tab.locator(fold).is_visible()
