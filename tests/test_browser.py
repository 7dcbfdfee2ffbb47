"""The example column as its readers meet it: Chromium over a web server that answers on IPv6 only, under a strict policy."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tools import npm_file, program

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

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
    "budget": "statutory/budget-government/",
    "annual": "annual/",
    "report": "annual/2025/",
    "catalogue": "catalogue/",
    "year": "catalogue/2026/",
    "organs": "organs/",
    "organ": "organs/civil-affairs/",
    "theme": "themes/",
    "about": "about/accessibility/",
    "withdrawn": "statutory/public-services/2024/senior-bus-card/",
    "missing": "no-such-page/",
}
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


@pytest.fixture(scope="module")
def address(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example under /zfxxgk/ of an nginx that listens on [::1] only."""
    nginx = program("nginx", "/usr/sbin/nginx")
    folder = tmp_path_factory.mktemp("nginx")
    root = folder / "www"
    root.mkdir()
    (root / "zfxxgk").symlink_to(example_site)
    for parent in (*folder.parents, *example_site.parents):
        if parent.is_relative_to(tmp_path_factory.getbasetemp().parent):
            parent.chmod(0o755)
    with socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        port = probe.getsockname()[1]
    (folder / "nginx.conf").write_text(
        f"""worker_processes 1; daemon off; pid {folder}/pid; error_log stderr;
        {"user root;" if os.getuid() == 0 else ""}
        events {{ worker_connections 64; }}
        http {{
          types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; text/csv csv; application/xml xml; }}
          access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
          uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; charset utf-8;
          server {{
            listen [::1]:{port}; root {root}; index index.html; error_page 404 /zfxxgk/404.html;
            add_header Content-Security-Policy "{POLICY}" always;
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab as wide as the test's parameter says."""
    width = getattr(request, "param", 1280)
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


widths = pytest.mark.parametrize("tab", [1280, 360, 320], indirect=True)
kinds = pytest.mark.parametrize("kind", KINDS)


@widths
@kinds
def test_pages_load_whole_from_their_own_host_and_never_scroll_sideways(kind: str, tab: Page, address: str) -> None:
    hosts: set[str] = set()
    troubles: list[str] = []
    tab.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    tab.on("requestfailed", lambda request: troubles.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    answer = tab.goto(address + KINDS[kind])
    assert answer is not None and answer.status == (404 if kind == "missing" else 200)
    if kind == "missing":
        troubles = [trouble for trouble in troubles if "404" not in trouble]
    assert troubles == []
    assert hosts == {address.split("/")[2]}
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "18px", "the style sheet was applied"


@pytest.mark.parametrize("tab", [1280, 360], indirect=True)
@kinds
def test_axe_finds_nothing(kind: str, tab: Page, address: str) -> None:
    axe = npm_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    tab.goto(address + KINDS[kind])
    tab.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: dict[str, Any] = tab.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    seen = [(each["id"], node["html"][:160]) for each in found["violations"] for node in each["nodes"]]
    assert seen == []
    assert len(found["passes"]) > 15


@pytest.mark.parametrize("tab", [360, 1280], indirect=True)
def test_the_keyboard_alone_reaches_a_document(tab: Page, address: str) -> None:
    tab.goto(address)

    def focused() -> str:
        return str(tab.evaluate("document.activeElement.textContent || document.activeElement.id").strip())

    def tab_to(wanted: str) -> None:
        for _ in range(80):
            tab.keyboard.press("Tab")
            if wanted in focused():
                return
        pytest.fail(f"{wanted} cannot be reached by keyboard")

    tab.keyboard.press("Tab")
    assert focused() == "跳到正文"
    if tab.viewport_size and tab.viewport_size["width"] < 1000:
        for _ in range(12):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.type") == "checkbox":
                break
        assert tab.evaluate("document.activeElement.type") == "checkbox"
        assert tab.locator(".dc-menu__list").is_hidden()
        tab.keyboard.press("Space")
        assert tab.locator(".dc-menu__list").is_visible()
    tab_to("行政规范性文件")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/statutory/normative/**")
    tab_to("示例县高龄津贴发放办法")
    outline = tab.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(re.sub("[^0-9.]", "", outline)) >= 3
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/seniors-allowance-2026/**")
    assert "高龄津贴" in (tab.locator("h1").text_content() or "")


def test_the_site_works_from_a_disk(tab: Page, example_site: Path) -> None:
    tab.goto((example_site / "index.html").as_uri())
    tab.get_by_role("navigation", name="四个部分").get_by_role("link", name="法定主动公开内容").click()
    tab.get_by_role("main").get_by_role("link", name="行政规范性文件").click()
    tab.get_by_role("link", name="示例县人民政府关于印发《示例县高龄津贴发放办法》的通知").click()
    tab.wait_for_url("file://**/seniors-allowance-2026/index.html")
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "18px"


def test_the_html_checker_finds_no_error(example_site: Path) -> None:
    java = program("java")
    jar = next(iter(npm_file("vnu-jar/package.json").parent.rglob("vnu.jar")))
    done = subprocess.run(
        [java, "-jar", str(jar), "--skip-non-html", "--errors-only", str(example_site)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr.replace(f"file:{example_site}/", "") == ""
    assert done.returncode == 0


def test_print_shows_the_text_and_not_the_navigation(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["report"])
    tab.emulate_media(media="print")
    assert not tab.locator(".dc-menu").is_visible()
    assert not tab.locator(".dc-parts").is_visible()
    for table in tab.locator(".dc-text table").all():
        assert table.is_visible()
