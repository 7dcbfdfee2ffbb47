"""Collecting: nothing of another column's 目录 is lost, and nothing bad gets in."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from columns import TODAY
from disclosure.authoring.collect import collect
from disclosure.cli import main
from disclosure.load.collected import load_collected
from disclosure.load.web_addresses import is_safe
from disclosure.problems import Problems
from trees import PageReader, main_of

OWN = "https://www.shangji.gov.cn/"
OTHER = "catalogue/collected/shilixian-gov-cn-zfxxgk.json"


@pytest.fixture
def data(sample_site: Path, tmp_path: Path) -> Path:
    """The open data of the sample column, as somebody sends it; the folder above ``data``."""
    shutil.copytree(sample_site / "data", tmp_path / "sent" / "data")
    return tmp_path / "sent"


def said(root: Path, *sources: Path, day: dt.date = TODAY) -> list[str]:
    return [str(problem) for problem in collect(root, sources, day, OWN)[1]]


def change(data: Path, changed: Callable[[dict[str, Any]], None]) -> None:
    """Change documents.json, and the catalogue so that its digest fits."""
    documents, catalogue = data / "data/documents.json", data / "data/catalog.json"
    before = hashlib.sha256(documents.read_bytes()).hexdigest()
    whole = json.loads(documents.read_text(encoding="utf-8"))
    changed(whole)
    documents.write_text(json.dumps(whole), encoding="utf-8")
    after = hashlib.sha256(documents.read_bytes()).hexdigest()
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_nothing_that_the_other_column_tells_is_lost(data: Path, tmp_path: Path) -> None:
    assert said(tmp_path, data) == []
    sent = json.loads((data / "data/documents.json").read_text(encoding="utf-8"))
    kept = json.loads((tmp_path / OTHER).read_text(encoding="utf-8"))
    assert kept["字段"] == sent["字段"]
    names = [field["名称"] for field in kept["字段"]]
    rows = [dict(zip(names, row, strict=True)) for row in kept["数据"]]
    assert sorted(rows, key=lambda row: row["索引号"]) == sorted(sent["数据"], key=lambda row: row["索引号"])
    (column,) = load_collected(tmp_path, Problems())
    assert [document.title for document in column.documents] == [row["标题"] for row in rows]
    assert column.address == "https://www.shilixian.gov.cn/zfxxgk/" and column.day == TODAY


def test_collecting_twice_from_whatever_form_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    archive, flat = tmp_path / "site.zip", tmp_path / "flat.zip"
    with zipfile.ZipFile(archive, "w") as parts, zipfile.ZipFile(flat, "w") as flat_parts:
        for file in (data / "data").glob("*.json"):
            parts.write(file, f"column/site/data/{file.name}")
            flat_parts.write(file, file.name)
    found = set()
    for source in (data, data, data / "data", archive, flat):
        assert said(tmp_path, source) == []
        found.add((tmp_path / OTHER).read_bytes())
    change(data, lambda whole: whole["数据"].reverse())
    assert said(tmp_path, data) == []
    digest, reordered = ('"校验值"', (tmp_path / OTHER).read_text(encoding="utf-8").splitlines())
    (before,) = (each.decode().splitlines() for each in found)
    assert [line for line in before if digest not in line] == [line for line in reordered if digest not in line]
    assert [path.name for path in (tmp_path / "catalogue/collected").iterdir()] == [Path(OTHER).name]


def test_a_file_that_was_given_another_name_keeps_it(data: Path, tmp_path: Path) -> None:
    assert said(tmp_path, data) == []
    (tmp_path / OTHER).rename(tmp_path / "catalogue/collected/yangli.json")
    assert said(tmp_path, data, day=TODAY + dt.timedelta(1)) == []
    (column,) = load_collected(tmp_path, Problems())
    assert column.id == "yangli" and column.day == TODAY + dt.timedelta(1)


def drop(name: str) -> Callable[[Path], None]:
    return lambda data: (data / "data" / name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    return lambda data: (data / "data" / name).write_bytes((data / "data" / name).read_bytes()[:-3])


def rewritten(old: str, new: str) -> Callable[[Path], None]:
    def damage(data: Path) -> None:
        file = data / "data/catalog.json"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return damage


def altered(changed: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    return lambda data: change(data, changed)


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "no catalogue": (drop("catalog.json"), "里面没有 data/catalog.json"),
    "no documents": (drop("documents.json"), "要齐全、能打开"),
    "catalogue cut": (cut("catalog.json"), "不是完整的 JSON"),
    "documents cut": (cut("documents.json"), "不是完整的 JSON"),
    "another version": (rewritten('"contract": 1', '"contract": 2'), "这里只认得 1"),
    "no digest": (rewritten('"checksumValue"', '"checksum"'), "校验值对不上"),
    "no name": (rewritten('"publisher"', '"maker"'), "没有写清"),
    "no whole address": (
        rewritten('"homepage": "https://www.shilixian.gov.cn/zfxxgk/"', '"homepage": "../"'),
        "专栏的地址“../”不是",
    ),
    "own data": (
        rewritten('"homepage": "https://www.shilixian.gov.cn/zfxxgk/"', f'"homepage": "{OWN}"'),
        "这是本专栏自己的数据",
    ),
    "a list": (lambda data: (data / "data/catalog.json").write_text("[]"), "最外面应当是一对花括号"),
    "a number that is none": (rewritten('"contract": 1', '"contract": NaN'), "JSON 不许有的"),
    "half a sign": (altered(lambda whole: whole["数据"][0].update(标题="\ud800")), "JSON 不许有的"),
    "a bell": (altered(lambda whole: whole["数据"][0].update(标题="渡口\a")), "看不见的控制字符"),
    "no character": (altered(lambda whole: whole["数据"][0].update(标题="渡口\uffff")), "看不见的控制字符"),
    "deep": (lambda data: (data / "data/documents.json").write_text("[" * 100_000), "JSON"),
    "gbk": (lambda data: (data / "data/catalog.json").write_bytes("采集".encode("gbk")), "GBK"),
    "a key missing": (altered(lambda whole: whole["数据"][2].pop("标题")), "“数据”第 3 条与“字段”对不上"),
    "a field missing": (altered(lambda whole: whole["字段"].pop(0)), "缺少索引号"),
    "odd fields": (altered(lambda whole: whole.update(字段=[{"名称": []}])), "缺少索引号"),
    "no rows": (altered(lambda whole: whole.pop("数据")), "应当是列表"),
    "a day that is none": (altered(lambda whole: whole["数据"][0].update(发布日期="2026-02-30")), "“发布日期”应当是"),
    "twice": (altered(lambda whole: whole["数据"].append(whole["数据"][0])), "有两条"),
    "a script": (altered(lambda whole: whole["数据"][0].update(地址="javascript:alert(1)")), "[collected-address]"),
    "not public": (altered(lambda whole: whole["数据"][0].update(公开属性="不予公开")), "只能采集主动公开的文件"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_bad_data_is_explained_and_leaves_what_was_there(name: str, data: Path, tmp_path: Path) -> None:
    assert said(tmp_path, data) == []
    before = (tmp_path / OTHER).read_bytes()
    damage, words = DAMAGES[name]
    damage(data)
    found = said(tmp_path, data, day=TODAY + dt.timedelta(1))
    assert found and all("[collected" in line or "[encoding]" in line for line in found)
    assert any(words in line for line in found), found
    assert [path.read_bytes() for path in (tmp_path / "catalogue/collected").iterdir()] == [before]


def test_a_site_that_does_not_know_its_address_is_explained_once_at_its_own(data: Path, tmp_path: Path) -> None:
    rewritten('"homepage": "https://www.shilixian.gov.cn/zfxxgk/"', '"homepage": "../"')(data)
    change(data, lambda whole: [row.update(地址="statutory/") for row in whole["数据"]])
    (line,) = said(tmp_path, data)
    assert line.startswith(f"{data}/data/catalog.json:1: 专栏的地址“../”不是")


def test_many_problems_of_a_kind_are_told_as_the_first_and_a_count(data: Path, tmp_path: Path) -> None:
    def spoil(whole: dict[str, Any]) -> None:
        row = whole["数据"][0]
        whole["数据"] = [row | {"索引号": f"N-{place}", "地址": f"http://{place}.example/"} for place in range(50)]
        whole["数据"][0].update(发布日期="昨天")

    change(data, spoil)
    found = said(tmp_path, data)
    assert len(found) == 22 and len([line for line in found if "的地址“http://" in line]) == 20
    assert len([line for line in found if "同样的问题还有 30 处" in line and "[collected-address]" in line]) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"x" * 1000])
def test_a_file_that_is_no_zip_is_explained(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "site.zip").write_bytes(content)
    assert "压缩包打不开" in said(tmp_path, tmp_path / "site.zip")[0]


def test_a_damaged_zip_and_one_of_two_columns_are_explained(data: Path, tmp_path: Path) -> None:
    archive = tmp_path / "site.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in ("catalog.json", "documents.json"):
            parts.write(data / "data" / name, f"data/{name}")
    whole = bytearray(archive.read_bytes())
    whole[200:260] = bytes(60)
    archive.write_bytes(whole)
    assert "压缩包打不开" in said(tmp_path, archive)[0]
    with zipfile.ZipFile(archive, "w") as parts:
        for folder in ("a", "b"):
            parts.write(data / "data/catalog.json", f"{folder}/data/catalog.json")
    assert "有 2 个" in said(tmp_path, archive)[0]
    assert not (tmp_path / "catalogue").exists()


def test_a_sound_source_is_taken_beside_a_bad_one_and_each_once(data: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found, problems = collect(tmp_path, [tmp_path / "empty", data, data], TODAY, OWN)
    assert [each.path for each in found] == [OTHER]
    assert len(problems) == 2 and "给了两次" in "".join(map(str, problems))


@pytest.mark.parametrize(
    "addresses",
    [
        ("https://甲镇.政务/zfxxgk/", "https://乙镇.政务/zfxxgk/"),
        ("https://a.gov.cn/zfxxgk-/", "https://a.gov.cn/zfxxgk/"),
        ("https://a.gov.cn/甲/", "https://a.gov.cn/乙/"),
        (f"https://{'甲' * 70}.cn/", f"https://{'乙' * 70}.cn/"),
    ],
)
def test_columns_never_take_each_others_file(addresses: tuple[str, str], data: Path, tmp_path: Path) -> None:
    catalogue = (data / "data/catalog.json").read_text(encoding="utf-8")
    sent = []
    for number, address in enumerate(addresses):
        shutil.copytree(data, tmp_path / f"sent-{number}")
        changed = catalogue.replace("https://www.shilixian.gov.cn/zfxxgk/", address)
        (tmp_path / f"sent-{number}/data/catalog.json").write_text(changed, encoding="utf-8")
        sent.append(tmp_path / f"sent-{number}")
    assert said(tmp_path, *sent) == []
    once = {each.address: each.id for each in load_collected(tmp_path, Problems())}
    assert set(once) == set(addresses)
    for source in reversed(sent):
        assert said(tmp_path, source) == []
    assert {each.address: each.id for each in load_collected(tmp_path, Problems())} == once


def test_what_is_missing_is_named_in_one_order(data: Path, tmp_path: Path) -> None:
    rewritten('"publisher"', '"maker"')(data)
    assert "没有写清机关、统一社会信用代码；" in said(tmp_path, data)[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["2026-01-01", "https://a.cn/", "有效"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=4) | st.sampled_from(["名称", "标题"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(value=JSON, place=st.sampled_from(["row", "value", "fields", "field", "rows", "whole"]), name=st.integers(0, 23))
def test_whatever_stands_in_the_data_there_is_a_problem_or_a_column(
    value: Any, place: str, name: int, sample_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("any")
    shutil.copytree(sample_site / "data", root / "sent/data")

    def put(whole: dict[str, Any]) -> None:
        key = whole["字段"][name]["名称"]
        if place == "row":
            whole["数据"][0] = value
        elif place == "value":
            whole["数据"][0][key] = value
        elif place == "fields":
            whole["字段"] = value
        elif place == "field":
            whole["字段"][name] = value
        elif place == "rows":
            whole["数据"] = value
        else:
            whole.clear()
            whole.update(value if isinstance(value, dict) else {})

    change(root / "sent", put)
    found, problems = collect(root, [root / "sent"], TODAY, OWN)
    assert bool(found) != bool(problems)
    reports = Problems()
    assert len(load_collected(root, reports)) == len(found) and reports.sorted() == ()
    shutil.rmtree(root)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.gov.cn/", True),
        ("https://a.gov.cn:8443/文件/?id=1#二", True),
        ("https://[2001:db8::1]/", True),
        ("http://a.gov.cn/", False),
        ("https:///a", False),
        ("https://a.gov.cn@b.cn/", False),
        ('https://a.gov.cn/" onclick="', False),
        ("https://a.gov.cn/a b", False),
        ("https://[a/", False),
        ("//a.gov.cn/", False),
        ("https://a.gov.cn/\u202eabc", False),
    ],
)
def test_only_whole_safe_addresses_are_linked(address: str, safe: bool) -> None:
    assert is_safe(address) is safe


def test_the_command_writes_and_the_site_shows_what_was_collected(
    data: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = sample / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("https://www.shilixian.gov.cn/zfxxgk/", OWN), encoding="utf-8")
    assert main(["--config", str(config), "collect", str(data), str(sample / "nothing")]) == 1
    printed = capsys.readouterr().out
    assert f"已采集：样例县人民政府政府信息公开，11 件，写在 {OTHER}" in printed and "nothing:1: 里面没有" in printed
    assert main(["--config", str(config), "build"]) == 0
    page = (sample / "site/subordinates/shilixian-gov-cn-zfxxgk/index.html").read_text(encoding="utf-8")
    links = [href for href in PageReader(main_of(page)).attribute("a", "href") if href.startswith("https://")]
    rows = json.loads((data / "data/documents.json").read_text(encoding="utf-8"))["数据"]
    assert links[1:] == [row["地址"] for row in rows]
    assert main_of(page).count("（外站）") == len(rows)
    (sample / OTHER).unlink()
    assert main(["--config", str(config), "build"]) == 0
    assert not (sample / "site/subordinates/shilixian-gov-cn-zfxxgk").exists()
    assert "芦汀镇" in (sample / "site/subordinates/index.html").read_text(encoding="utf-8")


def test_documents_are_shown_newest_first_on_pages_of_twenty(example_site: Path) -> None:
    folder = example_site / "subordinates/qinghe-shilixian-gov-cn-zfxxgk"
    days = []
    for page in ("", "2/"):
        found = PageReader(main_of((folder / page / "index.html").read_text(encoding="utf-8")))
        rows = [each for each in found.attribute("time", "datetime") if each]
        days += rows[1:-1] if not page else rows[:-1]
    assert len([day for day in days if day]) >= 22 and days == sorted(days, reverse=True)


def test_without_subordinates_nothing_speaks_of_them(sample: Path) -> None:
    shutil.rmtree(sample / "catalogue/collected")
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 0
    assert not (sample / "site/subordinates").exists()
    assert all("下级公开" not in path.read_text(encoding="utf-8") for path in (sample / "site").rglob("*.html"))
