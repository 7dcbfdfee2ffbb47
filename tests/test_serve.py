"""The preview: the same pages, rebuilt on every change, alive through mistakes, on IPv4 and IPv6."""

from __future__ import annotations

import re
from pathlib import Path

from columns import sample_at
from previews import fetch, preview, wait_until
from trees import tree


def without_reload(html: str) -> str:
    """A page without the script that MkDocs' preview server adds."""
    return re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def without_code(html: str) -> str:
    """``html`` without what an address of another length changes: the QR code, the sizes of data files."""
    return re.sub(r'<svg class="dc-qr__code".*?</svg>|[\d.]+ (?:字节|KB|MB)\b', "", html)


def test_the_preview_shows_the_same_pages_as_the_build(sample_site: Path, tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    with preview(root, tmp_path / "log", "mkdocs", "serve") as address:
        for name in tree(sample_site):
            if name.endswith(".html") and name != "404.html":
                shown = without_code(without_reload(fetch(address + name)))
                built = without_code((sample_site / name).read_text(encoding="utf-8"))
                site_url = "https://www.shilixian.gov.cn/zfxxgk/"
                assert shown == built.replace(site_url, address), name


def test_the_preview_follows_changes_and_survives_mistakes(tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    log = tmp_path / "log"
    column = root / "catalogue/column.yml"
    telephone = next(line for line in column.read_text(encoding="utf-8").splitlines() if line.startswith("联系电话"))
    with preview(root, log, "disclosure", "serve") as address:
        replace_in(column, telephone, "联系电话: 0300-5557777")
        wait_until(lambda: "0300-5557777" in fetch(address))

        replace_in(column, "联系电话:", "联糸电话:")
        wait_until(lambda: "[unknown-key]" in log.read_text(encoding="utf-8"))
        assert "0300-5557777" in fetch(address), "the preview goes on showing the last sound state"

        replace_in(column, "联糸电话: 0300-5557777", "联系电话: 0300-5558888")
        wait_until(lambda: "0300-5558888" in fetch(address))
        assert "Traceback" not in log.read_text(encoding="utf-8")

        document = next((root / "content/statutory").rglob("*.md"))
        document.write_text(document.read_text(encoding="utf-8") + "\n新增的一句话。\n", encoding="utf-8")
        page = document.relative_to(root / "content").with_suffix("").as_posix() + "/index.html"
        wait_until(lambda: "新增的一句话" in fetch(address + page))


def test_a_preview_that_starts_with_mistakes_shows_them_and_recovers(tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    column = root / "catalogue/column.yml"
    replace_in(column, "联系电话:", "联糸电话:")
    with preview(root, tmp_path / "log", "disclosure", "serve") as address:
        assert "[unknown-key]" in fetch(address) and "联糸电话" in fetch(address + "guide/")
        replace_in(column, "联糸电话:", "联系电话:")
        wait_until(lambda: "最新公开" in fetch(address))


def test_the_preview_answers_on_ipv6_too(tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    with preview(root, tmp_path / "log", "disclosure", "serve") as address:
        assert without_reload(fetch(address.replace("127.0.0.1", "[::1]"))) == without_reload(fetch(address))
