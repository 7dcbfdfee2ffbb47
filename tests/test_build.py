"""The site as a whole: the same from every command, the same every time, whole or not at all, and nothing withheld in it."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote

import pytest

from columns import SAMPLE, TODAY, sample_at
from commands import run
from disclosure.cli import main
from disclosure.pipeline import read_column
from disclosure.publish.swap import new_site
from trees import PageReader, main_of, tree

GOLDEN = Path(__file__).parent / "golden"


def build(root: Path) -> dict[str, str]:
    assert main(["--config", str(root / "mkdocs.yml"), "build"]) == 0
    return tree(root / "site")


def broken(root: Path) -> Path:
    """``root`` with one document broken."""
    path = next((root / "content/statutory").rglob("*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("标题:", "题目:"), encoding="utf-8", newline="\n")
    return root


@pytest.mark.parametrize("module", ["mkdocs", "properdocs"])
def test_every_builder_gives_the_same_site(module: str, sample: Path, sample_site: Path) -> None:
    done = run(module, "build", "--strict", cwd=sample)
    assert done.returncode == 0, done.stderr
    assert tree(sample / "site") == tree(sample_site)


def test_the_bytes_do_not_depend_on_hash_seed_folder_or_time_zone(tmp_path: Path, sample_site: Path) -> None:
    for seed, zone, folder in (("1", "America/New_York", "甲 乙/column"), ("2", "Asia/Shanghai", "b")):
        root = sample_at(tmp_path / folder)
        done = run("disclosure", "build", cwd=root, PYTHONHASHSEED=seed, TZ=zone)
        assert done.returncode == 0, done.stderr
        assert tree(root / "site") == tree(sample_site)


def test_building_twice_gives_the_same_bytes_with_and_without_the_cache(sample: Path) -> None:
    first = build(sample)
    assert build(sample) == first
    shutil.rmtree(sample / ".cache")
    assert build(sample) == first


def test_an_incremental_build_equals_a_clean_one(sample: Path, tmp_path: Path) -> None:
    before = build(sample)
    document = next((sample / "content/statutory").rglob("*.md"))
    document.write_text(document.read_text(encoding="utf-8") + "\n补充一句话。\n", encoding="utf-8", newline="\n")
    after = build(sample)
    shutil.rmtree(sample / ".cache")
    assert after == build(sample)
    changed = [path for path in after if after[path] != before.get(path) and not path.startswith("search/data/")]
    assert len(changed) == 1, "a change in the body of one document changes one page"


def test_an_unchanged_page_is_not_rendered_again_nor_the_index_made(sample: Path) -> None:
    def written() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (sample / ".cache").rglob("*") if path.is_file()}

    build(sample)
    first = written()
    assert {path.suffix for path in first} == {".html", ".js", ".csv", ".xlsx", ".json", ".facts", ".found", ""}
    build(sample)
    assert written() == first


def test_a_damaged_index_in_the_cache_is_made_again(sample: Path) -> None:
    first = build(sample)
    for damage in ("missing", "cut"):
        (file,) = (sample / ".cache").rglob("search/*/index.js")
        if damage == "missing":
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[:-9])
        assert build(sample) == first


@pytest.mark.parametrize("module", ["disclosure", "mkdocs"])
def test_a_broken_document_leaves_the_earlier_site_byte_for_byte(module: str, sample: Path) -> None:
    before = build(sample)
    done = run(module, "build", cwd=broken(sample))
    assert done.returncode == 1
    assert "[unknown-key]" in done.stderr and "[missing-key]" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(sample / "site") == before
    assert [path.name for path in sample.iterdir() if path.name.startswith(".site")] == []


def test_a_first_build_with_a_broken_document_writes_no_site(sample: Path) -> None:
    assert run("disclosure", "build", cwd=broken(sample)).returncode == 1
    assert not (sample / "site").exists()


def test_a_build_that_was_cut_off_between_the_renames_is_repaired(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with new_site(site) as fresh:
        (fresh / "a").write_text("1", encoding="utf-8")
    site.rename(tmp_path / ".site.old-1")
    with pytest.raises(RuntimeError), new_site(site) as fresh:
        raise RuntimeError
    assert (site / "a").read_text(encoding="utf-8") == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_new_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("old", "new"):
        with new_site(site) as fresh:
            (fresh / name).write_text(name, encoding="utf-8")
    assert list(tree(site)) == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_linked_site_folder_is_replaced_where_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    for name in ("old", "new"):
        with new_site(tmp_path / "site") as fresh:
            (fresh / name).write_text(name, encoding="utf-8")
    assert (tmp_path / "site").is_symlink() and list(tree(tmp_path / "disk")) == ["new"]


def test_builds_at_the_same_moment_all_end_well(sample: Path, sample_site: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: run("disclosure", "build", cwd=sample), range(3)))
    assert [each.returncode for each in done] == [0, 0, 0], [each.stderr for each in done]
    assert tree(sample / "site") == tree(sample_site)


def test_a_damaged_data_set_in_the_cache_is_made_again(sample: Path) -> None:
    first = build(sample)
    for damage in ("missing", "cut"):
        (file,) = (sample / ".cache").rglob("documents.xlsx")
        if damage == "missing":
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[:-9])
        assert build(sample) == first


def test_only_the_data_set_that_changed_is_made_anew_and_the_older_ones_go(sample: Path) -> None:
    document = sample / "content/statutory/normative/2025/parking-2025.md"
    text = document.read_text(encoding="utf-8")
    made: list[set[Path]] = []
    for number in range(4):
        title = re.sub("(?m)^标题: (.*)$", rf"标题: \1（{number}）", text)
        document.write_text(title, encoding="utf-8", newline="\n")
        build(sample)
        made.append(set((sample / ".cache/disclosure/data/documents").iterdir()))
    assert [len(each) for each in made] == [1, 2, 2, 2]
    assert made[3] - made[2] and made[2] & made[3] and not made[0] & made[3]


def test_a_damaged_cache_does_no_harm(sample: Path) -> None:
    before = build(sample)
    for number, path in enumerate(sorted((sample / ".cache").rglob("*.html"))):
        path.write_bytes(path.read_bytes()[: 100 * (number % 3)] + b"x" * (number % 2))
    assert build(sample) == before


def test_nothing_withheld_leaves_a_trace(sample: Path) -> None:
    column, _ = read_column(sample, TODAY)
    assert column is not None
    withheld = [document for document in column.documents if not document.is_public]
    assert withheld
    build(sample)
    published = b"\0".join(
        path.relative_to(sample).as_posix().encode() + b"\0" + path.read_bytes()
        for folder in ("site", ".cache")
        for path in (sample / folder).rglob("*")
        if path.is_file()
    )
    for document in withheld:
        assert document.attachments, "the sample's withheld document has an attachment"
        traces = [
            document.title,
            document.slug,
            document.summary,
            *document.numbers,
            *(line for line in document.body.splitlines() if len(line) > 8),
            *(Path(attachment.source).name for attachment in document.attachments),
            *(attachment.title or attachment.file for attachment in document.attachments),
        ]
        for trace in traces:
            assert trace.encode() not in published, trace
        for attachment in document.attachments:
            assert (sample / attachment.source).read_bytes() not in published


def test_opening_a_withheld_document_makes_it_appear(sample: Path, sample_site: Path) -> None:
    """The check above can fail: with another 公开属性 the same document is in the site."""
    column, _ = read_column(sample, TODAY)
    assert column is not None
    document = next(each for each in column.documents if not each.is_public)
    path = sample / document.origin.path
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = ["公开属性: 主动公开" if line.startswith("公开属性") else line for line in lines if "公开依据" not in line]
    path.write_text("\n".join(opened) + "\n", encoding="utf-8", newline="\n")
    added = build(sample).keys() - tree(sample_site).keys()
    assert any(document.slug in name for name in added)


def test_a_column_without_documents_shows_no_empty_table(sample: Path) -> None:
    for folder in ("statutory", "guide", "rules", "annual", "about"):
        shutil.rmtree(sample / "content" / folder)
    shutil.rmtree(sample / "catalogue/tasks")
    shutil.rmtree(sample / "catalogue/annual")
    (sample / "catalogue/withdrawn.yml").unlink()
    shutil.rmtree(sample / "catalogue/bulletins")
    build(sample)
    for path in (sample / "site").rglob("*.html"):
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert "<tbody> </tbody>" not in text, path
    assert "还没有发布文件" in (sample / "site/index.html").read_text(encoding="utf-8")


def test_file_names_of_every_kind_are_published_and_linked(sample: Path) -> None:
    folder = sample / "content/statutory/welfare/2021"
    name = "附件 1#表&'%.csv"
    (folder / name).write_text("项目\n", encoding="utf-8")
    document = folder / "relief-2021.md"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("公开属性:", f'附件:\n  - "{name}"\n公开属性:', 1), encoding="utf-8", newline="\n")
    assert f"statutory/welfare/2021/relief-2021/{name}" in build(sample)
    page = PageReader((sample / "site/statutory/welfare/2021/relief-2021/index.html").read_text(encoding="utf-8"))
    links = [link for link in page.attribute("a", "href") if link.endswith(".csv")]
    assert [unquote(link).rpartition("/")[2] for link in links] == [name]
    assert not set(links[0]) & set("# '")


def test_catalogues_and_sources_are_not_published(sample_site: Path) -> None:
    endings = {Path(path).suffix for path in tree(sample_site)}
    assert not endings & {".yml", ".md", ".py", ".map", ".j2"}


def without_sizes(text: str) -> str:
    """``text`` without sizes and digests: a spreadsheet is packed by zlib, and that differs from machine to machine."""
    text = re.sub(r"[\d.]+ (?:KB|字节)", "… KB", text)
    return re.sub(r'("(?:byteSize|checksumValue)": )(?:\d+|"[0-9a-f]{64}")', r'\1"…"', text)


def test_the_sample_site_is_the_golden_tree(sample_site: Path, request: pytest.FixtureRequest) -> None:
    """The main part of every page, and the data files.  After a wanted change: pytest tests/test_build.py --bless"""
    found = {}
    for path in sorted(sample_site.rglob("*")):
        name = path.relative_to(sample_site).as_posix()
        if path.suffix == ".html":
            found[name] = main_of(path.read_text(encoding="utf-8")) + "\n"
        elif path.suffix in (".xml", ".csv", ".json"):
            found[name] = path.read_bytes().decode("utf-8")
        if name.startswith("data/") and name in found:
            found[name] = without_sizes(found[name])
    if request.config.getoption("--bless"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, text in found.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(text.encode())
    golden = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode() for path in GOLDEN.rglob("*") if path.is_file()
    }
    assert sorted(found) == sorted(golden), "pages came or went; if that is right: pytest tests/test_build.py --bless"
    for name, text in found.items():
        assert text == golden[name], f"{name} changed; if the new content is right: pytest tests/test_build.py --bless"


def test_the_sample_is_left_alone_by_the_tests() -> None:
    assert not (SAMPLE / "site").exists() and not (SAMPLE / ".cache").exists()
