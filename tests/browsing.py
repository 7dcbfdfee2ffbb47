"""What the tests in a real browser share: the kinds of pages, the ways to read them, nginx on IPv6 only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tools import npm_file, program

KINDS = {
    "home": "",
    "guide": "guide/",
    "apply": "apply/",
    "form": "apply/citizen/",
    "form-organisation": "apply/organisation/",
    "rules": "rules/",
    "rule": "rules/county-secrecy-review/",
    "statutory": "statutory/",
    "group": "statutory/budget/",
    "list": "statutory/normative/",
    "document": "statutory/normative/2026/seniors-allowance-2026/",
    "repealed": "statutory/normative/2021/seniors-allowance-2021/",
    "budget": "statutory/budget-government/",
    "interpretations": "interpretations/",
    "bulletin": "bulletins/2026-2/",
    "whole-bulletin": "bulletins/2026-2/whole/",
    "rates": "interpretations/rates/",
    "bulletins": "bulletins/",
    "annual": "annual/",
    "report": "annual/2025/",
    "comparison": "annual/comparison/",
    "catalogue": "catalogue/",
    "year": "catalogue/2026/",
    "fields": "fields/",
    "field": "fields/social-assistance/",
    "organs": "organs/",
    "organ": "organs/civil-affairs/",
    "tasks": "tasks/2026/",
    "plans": "tasks/",
    "theme": "themes/",
    "registers": "registers/",
    "register": "registers/fees/",
    "register-cards": "registers/grain-subsidy-payments/",
    "about": "about/privacy/",
    "accessibility": "accessibility/",
    "search": "search/",
    "data": "data/",
    "dataset": "data/documents/",
    "subordinate": "subordinates/qinghe-shilixian-gov-cn-zfxxgk/",
    "subordinates": "subordinates/",
    "subscribe": "subscribe/",
    "sitemap": "sitemap/",
    "withdrawn": "statutory/public-services/2024/senior-bus-card/",
    "missing": "no-such-page/",
}
"""A page of every kind in the example."""

ALIKE = frozenset(
    {
        *("rule", "about", "accessibility", "form-organisation", "budget", "theme", "repealed"),
        *("rates", "bulletins", "plans", "registers", "fields", "dataset", "subordinates", "subscribe"),
    }
)
"""Kinds made of the same parts as another one: they are read in two modes, and what holds of all parts is not asked again."""

UNLIKE = tuple(kind for kind in KINDS if kind not in ALIKE)
"""A kind for every combination of parts."""

FRAMES = ("home", "search", "missing", "form", "document", "list", "register")
"""A kind for every way in which header, menu, tools and footer stand around a text."""

MODES = ("plain", "elder", "contrast", "dark")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'"
_TYPES = """text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; text/csv csv; application/xml xml;
  application/pdf pdf; application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;"""


@contextmanager
def served(site: Path, folder: Path, base: Path, policy: str = POLICY, more: str = "") -> Iterator[str]:
    """The address of ``site`` under /zfxxgk/ of an nginx that listens on [::1] only.

    ``folder`` is nginx's own; its worker may be another user, so folders up to ``base`` are opened for reading.
    ``policy`` is what the pages may do; ``more`` are further lines for the server.
    """
    nginx = program("nginx", "/usr/sbin/nginx")
    root = folder / "www"
    root.mkdir()
    (root / "zfxxgk").symlink_to(site)
    for parent in (*folder.parents, *site.parents):
        if parent.is_relative_to(base):
            parent.chmod(0o755)
    with socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        port = probe.getsockname()[1]
    (folder / "nginx.conf").write_text(
        f"""worker_processes 1; daemon off; pid {folder}/pid; error_log stderr;
        {"user root;" if os.getuid() == 0 else ""}
        events {{ worker_connections 64; }}
        http {{
          types {{ {_TYPES} }}
          access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
          uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; charset utf-8;
          server {{
            listen [::1]:{port}; root {root}; index index.html; error_page 404 /zfxxgk/404.html;
            add_header Content-Security-Policy "{policy}" always;
            {more}
          }}
        }}""",
        encoding="utf-8",
    )
    process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE)
    try:
        for _ in range(100):
            with socket.socket(socket.AF_INET6) as probe:
                if probe.connect_ex(("::1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.1)
        yield f"http://[::1]:{port}/zfxxgk/"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def reader(
    browser: Browser, mode: str = "plain", width: int = 1280, height: int = 900, **options: Any
) -> BrowserContext:
    """A reader's browser: the mode was chosen earlier, on another page."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="zh-CN",
        color_scheme="dark" if mode == "dark" else "light",
        **options,
    )
    if mode in ("elder", "contrast"):
        context.add_init_script(f"localStorage.setItem('dc-{mode}', '1')")
    return context


AXE = """async ([tags, contrast]) => {
  const rules = {'color-contrast': {enabled: false}, 'color-contrast-enhanced': {enabled: contrast}};
  const {passes, violations} = await axe.run(document, {runOnly: tags, rules, resultTypes: ['violations']});
  return {
    passed: passes.map((each) => each.id),
    found: violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)}`)),
  };
}"""


def load_axe(tab: Page) -> None:
    """Make axe known to the page."""
    tab.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))


def axe_findings(tab: Page, *, contrast: bool = True) -> list[str]:
    """What axe, loaded before, says of the page as it stands: WCAG 2.0–2.2 A/AA and best practice, but contrast 7:1 (AAA).

    Without ``contrast`` colours are not looked at, which takes half of its time.
    """
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    said: dict[str, list[str]] = tab.evaluate(AXE, [tags, contrast])
    assert len(said["passed"]) > 15 and ("color-contrast-enhanced" in said["passed"]) == contrast
    return said["found"]


def keep(tab: Page, name: str) -> None:
    """A screenshot for people to look at, if a folder for artefacts is given."""
    if folder := _artefacts():
        tab.screenshot(path=folder / f"{name}.jpg", full_page=True, type="jpeg", quality=60)


def printed_text(tab: Page, paper: Path) -> str:
    """The text of the page as it is printed to ``paper``; the paper is kept, too, if a folder for artefacts is given."""
    tab.pdf(path=paper, prefer_css_page_size=True)
    if folder := _artefacts():
        shutil.copy(paper, folder)
    command = [program("pdftotext"), "-layout", str(paper), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def _artefacts() -> Path | None:
    """The folder for what people look at after the tests."""
    if not (named := os.environ.get("DISCLOSURE_TEST_ARTEFACTS")):
        return None
    Path(named).mkdir(parents=True, exist_ok=True)
    return Path(named)
