"""The searches that are compared: ours, Pagefind, and Material's own; how each is built and asked.

A peer is given the texts of the same pages.  Each is asked through its own front door: ours through /search/?q=…, Pagefind
through its JavaScript API with the first ten fragments loaded as its own box does, Material's through its box (?q=…).
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
PATIENCE, NEXT_PATIENCE = 120_000, 20_000
"""Milliseconds that a first answer, and a later one, may take."""

_FIRST_PAGEFIND = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>pagefind</title><ol></ol>
<script type="module">
import * as pagefind from './pagefind/pagefind.js';
window.run = async (text) => {
  delete document.body.dataset.done;
  const found = await pagefind.search(text);
  const first = await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
  document.querySelector('ol').innerHTML = first.map((each) => `<li><a class="hit" href="${each.url}">${each.excerpt}</a>`).join('');
  window.ids = found.results.map((each) => each.id);
  document.body.dataset.done = text;
};
window.run(new URLSearchParams(location.search).get('q'));
</script>"""

LISTEN_TO_WORKERS = """(() => {
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', (event) => {
        if (event.data && event.data.data && event.data.data.items) { window.answer = event.data.data.items; }
      });
    }
  };
})();"""
"""Material's worker says which pages it found; its page draws them one screen after the other."""


@dataclass(frozen=True)
class Build:
    """What making an index cost: seconds, the largest process in MB, and the size of what is served in MB."""

    seconds: float
    peak: float
    size: float
    note: str


@dataclass(frozen=True)
class Peer:
    """A search on the disk, and how a page asks it.

    ``folder`` is served; ``first(tab, address, text)`` asks in a fresh browser and returns once the first result (or the
    word that there is none) is there; ``second`` asks again on the same page; ``found(tab, text)`` gives the addresses
    of all documents found, as statutory/<item>/<year>/<slug>/.  ``setup`` runs before any page, ``policy`` is what its pages
    may do (None: ours), ``missing`` says why it cannot be asked, ``timed`` how many queries are enough to know its cost.
    """

    name: str
    folder: Path
    build: Build
    first: Callable[[Page, str, str], None]
    second: Callable[[Page, str], None]
    found: Callable[[Page, str], set[str]]
    setup: str = ""
    policy: str | None = None
    missing: str = ""
    timed: int | None = None


def timed(command: list[str], folder: Path, **environment: str) -> tuple[float, float]:
    """Seconds and MB (of the largest process) that a command takes."""
    start = time.perf_counter()
    with (folder / "benchmark.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit((folder / "benchmark.log").read_text(encoding="utf-8", errors="replace")[-2000:])
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def size_of(*places: Path) -> float:
    """MB of files."""
    files = (path for place in places for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


# Ours


def our_site(column: Path, folder: Path) -> Peer:
    """The site of the column; the index is part of its build, so a second build, all pages cached, bounds its cost."""
    for name in ("catalogue", "content"):
        shutil.copytree(column / name, folder / name)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "disclosure", "build"]
    timed(command, folder, PYTHONPATH=str(ROOT / "hooks"))
    seconds, peak = timed(command, folder, PYTHONPATH=str(ROOT / "hooks"))
    site = folder / "site"
    build = Build(seconds, peak, size_of(site / "search"), "a whole build, pages cached")
    missing = "" if (site / "search/index.html").is_file() else "there is no page /search/ yet"
    return Peer("ours", site, build, _first_ours, _second_ours, _found_ours, missing=missing)


_ANSWERED = '#dc-answer .dc-hit:not([data-old]) a, #dc-answer h2:not([data-old]):has-text("没有找到")'
_ALL_OURS = """async (text) => {
  const filters = { part: '', item: '', year: '', organ: '', theme: '', genre: '', validity: '' };
  const found = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await dcSearch.search({ text, title: false, sort: 'relevance', page, filters }, { stale: false });
    pages = answer.pages;
    found.push(...answer.results.map((each) => each.address));
  }
  return found;
}"""


def _first_ours(tab: Page, address: str, text: str) -> None:
    tab.goto(f"{address}search/?q={_quoted(text)}", wait_until="commit")
    tab.locator(_ANSWERED).first.wait_for(state="attached", timeout=PATIENCE)


def _second_ours(tab: Page, text: str) -> None:
    tab.evaluate("document.querySelectorAll('.dc-hit, #dc-answer h2').forEach((each) => { each.dataset.old = ''; })")
    box = tab.locator("#dc-main input[name=q]")
    box.fill(text)
    box.press("Enter")
    tab.locator(_ANSWERED).first.wait_for(state="attached", timeout=NEXT_PATIENCE)


def _found_ours(tab: Page, text: str) -> set[str]:
    return set(tab.evaluate(_ALL_OURS, text))


# Pagefind


def pagefind_over(site: Path, folder: Path) -> Peer:
    """Pagefind over our built pages of documents, without what surrounds their text."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(folder / "pagefind")]
    command += ["--glob", "statutory/*/[0-9][0-9][0-9][0-9]/*/index.html", "--root-selector", "#dc-main", "--quiet"]
    seconds, peak = timed(command, folder)
    (folder / "index.html").write_text(_FIRST_PAGEFIND, encoding="utf-8")
    build = Build(seconds, peak, size_of(folder / "pagefind"), "the index alone")
    pages = {}
    for path in (folder / "pagefind/fragment").iterdir():
        content = gzip.decompress(path.read_bytes())
        pages[path.stem] = json.loads(content[content.index(b"{") :])["url"].strip("/") + "/"

    def found(tab: Page, text: str) -> set[str]:
        tab.evaluate("(text) => window.run(text)", text)
        return {pages[each] for each in tab.evaluate("window.ids")}

    return Peer("Pagefind", folder, build, _first_pagefind, _second_pagefind, found, policy="")


def _first_pagefind(tab: Page, address: str, text: str) -> None:
    tab.goto(f"{address}?q={_quoted(text)}", wait_until="commit")
    tab.wait_for_function("document.body && document.body.dataset.done", timeout=PATIENCE, polling=10)


def _second_pagefind(tab: Page, text: str) -> None:
    tab.evaluate("(text) => window.run(text)", text)


# Material


def material_of(texts: Mapping[str, str], folder: Path, libraries: Path | None = None) -> Peer:
    """Material's stock site with its search plugin in Chinese; ``texts`` are Markdown by address.

    ``libraries`` is a folder with jieba, which the plugin uses if it is there.  The cost of the index is that of a build
    with the plugin, less that of one without.
    """
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    for address, text in texts.items():
        path = folder / "docs" / f"{address.strip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = "site_name: texts\ntheme: {name: material, language: zh, font: false}\nnav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n"
    (folder / "without.yml").write_text(settings + "plugins: []\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings + "plugins: [{search: {lang: zh}}]\n", encoding="utf-8")
    environment = {"NO_MKDOCS_2_WARNING": "1"} | ({"PYTHONPATH": str(libraries)} if libraries else {})
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    before, _ = timed([*command, "-f", "without.yml"], folder, **environment)
    seconds, peak = timed(command, folder, **environment)
    site = folder / "site"
    build = Build(seconds - before, peak, size_of(site / "search"), f"of a build of {seconds:.0f} s; its memory")
    name = "Material+jieba" if libraries else "Material"
    # It loads the whole index for any query: three are enough to know what that costs.
    return Peer(
        name,
        site,
        build,
        _first_material,
        _second_material,
        _found_material,
        setup=LISTEN_TO_WORKERS,
        policy="",
        timed=3,
    )


_MATERIAL_ANSWERED = "document.querySelector('.md-search-result__item a') || (window.answer && !window.answer.length)"


def _first_material(tab: Page, address: str, text: str) -> None:
    tab.goto(f"{address}?q={_quoted(text)}", wait_until="commit")
    tab.wait_for_function(_MATERIAL_ANSWERED, timeout=PATIENCE, polling=10)


def _second_material(tab: Page, text: str) -> None:
    tab.evaluate("window.answer = null")
    box = tab.locator(".md-search__input")
    box.fill(text, force=True)
    # The page looks at its box only when a key goes up.
    box.press("End")
    tab.wait_for_function("window.answer", timeout=NEXT_PATIENCE, polling=10)


def _found_material(tab: Page, text: str) -> set[str]:
    if tab.locator(".md-search__input").input_value() != text:
        _second_material(tab, text)
    places = tab.evaluate("window.answer.map((group) => group[0].location)")
    return {re.sub(r"#.*", "", place) for place in places}


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
