"""What readers do with the pages: keyboard, preferences, no JavaScript, a disk, a printer."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browsing import FRAMES, KINDS, MODES, UNLIKE, printed_text, reader
from tools import npm_file, program
from trees import PageReader

pytestmark = pytest.mark.browser

kinds = pytest.mark.parametrize("kind", UNLIKE)
SIZE = "parseFloat(getComputedStyle(document.querySelector('.dc-content')).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab as wide as the test's parameter says."""
    with reader(browser, width=getattr(request, "param", 1280)) as context:
        yield context.new_page()


def focused(tab: Page) -> str:
    return str(tab.evaluate("(document.activeElement.textContent || document.activeElement.id).trim()"))


def tab_to(tab: Page, wanted: str) -> None:
    for _ in range(120):
        tab.keyboard.press("Tab")
        if wanted in focused(tab):
            return
    pytest.fail(f"{wanted} cannot be reached by keyboard")


def follow(tab: Page, to: str) -> None:
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.url.split("#")[0].endswith(to)


@pytest.mark.parametrize("tab", [360, 1280], indirect=True)
@pytest.mark.parametrize("kind", FRAMES)
def test_the_keyboard_alone_opens_menu_tools_and_a_document(kind: str, tab: Page, address: str) -> None:
    tab.goto(address + KINDS[kind])
    phone = tab.viewport_size is not None and tab.viewport_size["width"] < 1000
    tab.keyboard.press("Tab")
    assert focused(tab) == "跳到正文"
    if phone:
        tab_to(tab, "dc-switches")
        assert tab.locator(".dc-switches__more").is_hidden()
        tab.keyboard.press("Space")
        assert tab.locator(".dc-switches__more").is_visible()
        assert tab.locator("#dc-switches").get_attribute("aria-expanded") == "true"
    while tab.evaluate("document.activeElement.name !== 'dc-size'"):
        tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate(SIZE) == pytest.approx(18 * 1.2)
    if kind not in ("home", "search"):  # they have no menu beside the text
        if phone:
            tab_to(tab, "dc-menu")
            assert tab.locator(".dc-menu__list").is_hidden()
            tab.keyboard.press("Space")
            assert tab.locator(".dc-menu__list").is_visible()
        tab_to(tab, "打印")
        if kind != "missing" and not phone:
            tab_to(tab, "二维码")
            tab.keyboard.press("Enter")
            assert tab.locator(".dc-qr svg").is_visible()
        tab.goto(address + KINDS[kind])
        if phone:
            tab_to(tab, "dc-menu")
            tab.keyboard.press("Space")
    tab_to(tab, "行政规范性文件")
    follow(tab, "statutory/normative/index.html")
    tab_to(tab, "关于印发《示例县高龄津贴发放办法》")
    follow(tab, "statutory/normative/2026/seniors-allowance-2026/index.html")
    assert "高龄津贴" in (tab.locator("h1").text_content() or "")


def test_the_skip_link_leads_to_the_text(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["document"])
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.getElementById('dc-main').contains(document.activeElement)")


def test_choices_are_kept_while_browsing_and_only_on_the_device(browser: Browser, address: str) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(address)
        tab.get_by_label("长者模式").check()
        tab.get_by_label("高对比度").check()
        assert tab.evaluate(SIZE) >= 24
        tab.get_by_role("link", name="政府信息公开指南").first.click()
        tab.wait_for_url("**/guide/**")
        assert tab.evaluate(SIZE) >= 24
        assert tab.evaluate(PAPER) == "rgb(0, 0, 0)"
        assert tab.get_by_label("长者模式").is_checked()
        tab.get_by_label("长者模式").uncheck()
        tab.get_by_label("高对比度").uncheck()
        tab.get_by_label("特大").check()
        tab.go_back()
        assert tab.evaluate(SIZE) == pytest.approx(18 * 1.4)
        assert not tab.get_by_label("长者模式").is_checked()
        assert tab.evaluate(PAPER) == "rgb(255, 255, 255)"
        assert tab.evaluate("Object.keys(localStorage)") == ["dc-size"]
        assert context.cookies() == []


def test_a_link_can_turn_elder_mode_on_and_off(tab: Page, address: str) -> None:
    tab.goto(f"{address}guide/?elder")
    assert tab.evaluate(SIZE) >= 24 and tab.get_by_label("长者模式").is_checked()
    tab.goto(address)
    assert tab.evaluate(SIZE) >= 24
    tab.get_by_label("长者模式").uncheck()
    tab.reload()
    assert tab.evaluate(SIZE) == 18, "a wish in the address does not come back after a change of mind"
    tab.goto(f"{address}guide/?elder#dc-main")
    assert tab.url == f"{address}guide/#dc-main"
    tab.goto(f"{address}?elder=0")
    assert tab.evaluate(SIZE) == 18 and not tab.get_by_label("长者模式").is_checked()
    tab.goto(f"{address}?elders=1&x=elder")
    assert tab.evaluate(SIZE) == 18


@pytest.mark.parametrize(("mode", "highest"), [("plain", 620), ("elder", 700)])
@kinds
def test_on_a_phone_the_title_stands_on_the_first_screen(
    kind: str, mode: str, highest: int, browser: Browser, address: str
) -> None:
    with reader(browser, mode, 390, 844) as context:
        tab = context.new_page()
        tab.goto(address + KINDS[kind])
        assert tab.evaluate("document.querySelector('h1').getBoundingClientRect().top") < highest


def test_the_other_layout_is_never_shown_first(browser: Browser, address: str) -> None:
    with reader(browser, "elder") as context:
        tab = context.new_page()
        tab.add_init_script(
            """window.seen = [];
            const look = () => {
              const main = document.querySelector('.dc-content');
              if (main) window.seen.push(parseFloat(getComputedStyle(main).fontSize));
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            new PerformanceObserver((list) => list.getEntries().forEach((each) => window.seen.push(-each.value)))
              .observe({type: 'layout-shift', buffered: true});"""
        )
        tab.route("**/tools.js", lambda route: (tab.wait_for_timeout(700), route.continue_())[1])
        tab.goto(address + KINDS["document"])
        seen = tab.evaluate("window.seen")
        assert len([each for each in seen if each > 0]) > 5
        assert min(each for each in seen if each > 0) >= 24
        assert sum(-each for each in seen if each < 0) < 0.05


def test_storage_that_is_refused_does_no_harm(tab: Page, address: str) -> None:
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    tab.goto(address)
    tab.get_by_label("长者模式").check()
    assert tab.evaluate(SIZE) >= 24
    assert errors == []


@kinds
def test_without_javascript_pages_are_complete_and_nothing_is_dead(kind: str, browser: Browser, address: str) -> None:
    with reader(browser) as with_scripts, reader(browser, java_script_enabled=False) as without:
        full, bare = with_scripts.new_page(), without.new_page()
        full.goto(address + KINDS[kind])
        bare.goto(address + KINDS[kind])
        made_by_scripts = ".dc-tools, .dc-status, .dc-printed, noscript, [data-dc-script]"
        heads = "document.querySelectorAll('.dc-data__sort').forEach((each) => each.replaceWith(each.textContent))"
        remove = f"{heads}; document.querySelectorAll('{made_by_scripts}').forEach((each) => each.remove())"
        full.evaluate(remove)
        # The box in the header leads to the page of the search, which says what to do without scripts.
        assert bare.get_by_role("button").all_inner_texts() == ([] if kind == "search" else ["搜索"])
        assert bare.evaluate(f"{remove}; document.body.innerText") == full.evaluate("document.body.innerText")
        bare.get_by_label("长者模式").check()
        assert bare.evaluate(SIZE) >= 24
        bare.get_by_label("长者模式").uncheck()
        bare.get_by_label("特大").check()
        assert bare.evaluate(SIZE) == pytest.approx(18 * 1.4)
        bare.get_by_label("高对比度").check()
        assert bare.evaluate(PAPER) == "rgb(0, 0, 0)"


def test_without_javascript_the_menu_of_a_phone_opens(browser: Browser, address: str) -> None:
    with reader(browser, width=360, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address + KINDS["list"])
        assert tab.locator(".dc-menu__list").is_hidden()
        tab.get_by_text("全部栏目").click()
        assert tab.locator(".dc-menu__list").is_visible()


def test_tables_stay_tables_for_screen_readers_when_they_become_cards(browser: Browser, address: str) -> None:
    with reader(browser, width=360) as context:
        tab = context.new_page()
        tab.goto(address + KINDS["list"])
        tree: dict[str, Any] = context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
        roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
        rows = tab.locator(".dc-list tbody tr").count()
        assert rows > 5
        assert roles.count("table") == 2 and roles.count("rowheader") >= rows and roles.count("cell") >= 4 * rows


def test_a_link_is_copied_and_that_is_said(browser: Browser, address: str) -> None:
    with reader(browser, permissions=["clipboard-read", "clipboard-write"]) as context:
        tab = context.new_page()
        tab.goto(address + KINDS["document"] + "#dc-main")
        tab.get_by_role("button", name="复制链接").click()
        tab.get_by_role("status").get_by_text("链接已经复制").wait_for()
        assert tab.evaluate("navigator.clipboard.readText()") == address + KINDS["document"]


def test_motion_is_only_for_those_who_do_not_mind(tab: Page, address: str) -> None:
    tab.goto(address)
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert tab.evaluate(behaviour) == "smooth"
    tab.emulate_media(reduced_motion="reduce")
    assert tab.evaluate(behaviour) == "auto"


def test_more_contrast_is_given_to_those_who_ask_their_device(tab: Page, address: str) -> None:
    tab.goto(address)
    line = "getComputedStyle(document.querySelector('.dc-bar')).borderBottomColor"
    before = tab.evaluate(line)
    tab.emulate_media(contrast="more")
    assert tab.evaluate(line) != before
    assert tab.evaluate(line) == tab.evaluate("getComputedStyle(document.body).color")


def test_the_site_works_from_a_disk(tab: Page, example_site: Path) -> None:
    tab.goto((example_site / "index.html").as_uri())
    tab.get_by_label("长者模式").check()
    tab.get_by_role("navigation", name="四个部分").get_by_role("link", name="法定主动公开内容").click()
    tab.get_by_role("main").get_by_role("link", name="行政规范性文件").click()
    tab.get_by_role("link", name="示例县人民政府关于印发《示例县高龄津贴发放办法》的通知").click()
    tab.wait_for_url("file://**/seniors-allowance-2026/index.html")
    assert tab.evaluate(SIZE) >= 24


def test_everything_that_pages_link_to_is_served_over_ipv6(browser: Browser, address: str, example_site: Path) -> None:
    targets = set()
    for kind in KINDS.values():
        path = example_site / kind / "index.html"
        if path.is_file():
            base = address + kind
            page = PageReader(path.read_text(encoding="utf-8"))
            targets |= {
                (base, href)
                for href in page.attribute("a", "href")
                if not href.startswith(("http", "mailto", "tel", "#"))
            }
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(address)
        urls = sorted(
            {
                tab.evaluate("([href, base]) => new URL(href, base).href.split('#')[0]", [href, base])
                for base, href in targets
            }
        )
        assert (
            len(urls) > 150 and any(url.endswith(".docx") for url in urls) and any(url.endswith(".csv") for url in urls)
        )
        assert [url for url in urls if context.request.get(url).status != 200] == []


def test_a_document_page_is_light(browser: Browser, address: str) -> None:
    """Budget: 60 KB compressed on the first visit with everything, 15 KB on the next; no blocking third party."""
    with reader(browser) as context:
        tab = context.new_page()
        sizes: dict[str, int] = {}
        tab.on("response", lambda answer: sizes.setdefault(answer.url, len(gzip.compress(answer.body()))))
        tab.goto(address + KINDS["document"], wait_until="networkidle")
        first = sum(sizes.values())
        sizes.clear()
        tab.goto(address + KINDS["list"], wait_until="networkidle")
        own = sizes[address + KINDS["list"]]
        assert first < 60_000 and own < 15_000, (first, own)


def test_the_html_checker_finds_no_error(example_site: Path) -> None:
    assert _vnu("--skip-non-html", "--errors-only", str(example_site)).replace(f"file:{example_site}/", "") == ""


def test_the_style_sheets_are_valid(example_site: Path, tmp_path: Path) -> None:
    sheets = sorted((example_site / "assets/css").glob("*.css"))
    unknown = ("::highlight(dc-reading)", "textarea.dc-form__control { field-sizing:")  # newer than the checker
    left_out = 0
    for sheet in sheets:
        rules = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
        too_new = [rule for rule in rules if rule.strip().startswith(unknown)]
        left_out += len(too_new)
        (tmp_path / sheet.name).write_text("".join(rule for rule in rules if rule not in too_new), encoding="utf-8")
    assert left_out == len(unknown)
    assert _vnu("--css", *(str(tmp_path / sheet.name) for sheet in sheets)) == ""


def _vnu(*arguments: str) -> str:
    jar = next(iter(npm_file("vnu-jar/package.json").parent.rglob("vnu.jar")))
    done = subprocess.run(
        [program("java"), "-jar", str(jar), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.stderr


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of the printed pages."""
    texts = {}
    folder = tmp_path_factory.mktemp("print")
    with reader(browser, "elder") as context:
        tab = context.new_page()
        for kind in ("report", "document", "list"):
            tab.goto(address + KINDS[kind])
            texts[kind] = printed_text(tab, folder / f"{kind}.pdf")
    return texts


def test_a_printed_report_loses_no_cell_of_its_tables(printed: dict[str, str], tab: Page, address: str) -> None:
    tab.goto(address + KINDS["report"])
    cells: list[str] = tab.locator(".dc-content table :is(td, th)").evaluate_all(
        "cells => cells.map((cell) => cell.innerText)"
    )
    assert len(cells) > 200
    paper = re.sub(r"\s", "", printed["report"])
    for cell in cells:
        for word in re.findall(r"[\d.]+|[^\s\d]{1,2}", cell)[:1]:
            assert word in paper, cell
    numbers = [cell.strip() for cell in cells if re.fullmatch(r"\s*\d+(\.\d+)?\s*", cell)]
    on_paper = re.findall(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])", printed["report"])
    for number in set(numbers):
        assert on_paper.count(number) >= numbers.count(number), number


@pytest.mark.parametrize("mode", MODES)
def test_paper_is_the_same_whatever_the_mode_of_the_screen(mode: str, browser: Browser, address: str) -> None:
    with reader(browser, mode) as context:
        tab = context.new_page()
        tab.goto(address + KINDS["document"])
        tab.emulate_media(media="print", color_scheme="dark" if mode == "dark" else "light")
        body, text = "getComputedStyle(document.body)", "getComputedStyle(document.querySelector('.dc-text p'))"
        assert tab.evaluate(f"[{body}.color, {body}.backgroundColor]") == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        assert tab.evaluate(f"[{text}.color, {text}.fontSize]") == ["rgb(0, 0, 0)", "21.3333px"]
        assert tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        tab.goto(address + KINDS["list"])
        assert tab.evaluate("getComputedStyle(document.querySelector('.dc-list td')).display") == "table-cell"


def test_what_is_folded_away_is_printed_too(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["apply"])
    assert tab.get_by_text("不算（周末）").first.is_hidden()
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert tab.get_by_text("不算（周末）").first.is_visible()
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert tab.get_by_text("不算（周末）").first.is_hidden()


def test_what_is_asked_of_items_folds_on_phones_and_stands_open_in_the_table(browser: Browser, address: str) -> None:
    """Without JavaScript; on paper it is open, too."""
    for width, is_folded in ((360, True), (1280, False)):
        with reader(browser, width=width, java_script_enabled=False) as context:
            tab = context.new_page()
            tab.goto(f"{address}statutory/")
            item = tab.locator(".dc-duties").nth(3)
            assert item.locator("summary").is_visible() == is_folded
            assert item.locator("dl").is_visible() != is_folded
            if is_folded:
                item.locator("summary").click()
                assert "责任机构" in item.locator("dl").inner_text()
            tab.emulate_media(media="print")
            assert not item.locator("summary").is_visible()
            assert tab.locator(".dc-duties dl").last.is_visible()


def test_print_is_a_numbered_paper_with_its_address_and_without_navigation(printed: dict[str, str]) -> None:
    for kind, text in printed.items():
        paper = re.sub(r"\s", "", text)
        assert "—1—" in paper
        assert f"www.shilixian.gov.cn/zfxxgk/{KINDS[kind]}" in paper
        assert "打印日期：" in text
        for word in ("全部栏目", "长者模式", "跳到正文", "当前位置", "回到页首", "复制链接"):
            assert word not in text, (kind, word)
    assert "https://www.shifansheng.gov.cn/zcwj/2023/ylfw.html" in re.sub(r"\s", "", printed["document"])
