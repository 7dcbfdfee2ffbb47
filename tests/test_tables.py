"""Tables of data in a browser: sorting, filtering, a register of ten thousand rows used as a whole, addresses of rows."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsing import axe_findings, load_axe, printed_text, reader
from columns import sample_at
from disclosure.cli import main
from test_registers import long_register

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("tables")]

LINES = "[...document.querySelectorAll('.dc-data tbody tr')].map((line) => line.outerHTML.replace(/ data-dc-script=\"\"|\\s+/g, ''))"
FIRST = (
    "[...document.querySelectorAll('.dc-data tbody th')].slice(0, 3).map((cell) => cell.firstChild.textContent.trim())"
)
SHAPE = """() => {
  const attributes = (node) => Array.from(node.attributes, (each) => `${each.name}=${each.value}`).sort();
  const own = (each) => !/^(data-dc-script|tabindex)=|=dc-data__here$/.test(each);
  const shape = (node) => node.nodeType === 3 ? node.textContent.trim()
    : [node.tagName, attributes(node).filter(own), Array.from(node.childNodes, shape).filter((each) => each !== '')];
  return shape(document.getElementById('r-7777'));
}"""
ANSWER = """(words) => {
  const box = document.querySelector('.dc-filter input');
  box.value = words;
  const start = performance.now();
  box.dispatchEvent(new Event('input'));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file of the first page of a register of ten thousand rows."""
    root = sample_at(tmp_path_factory.mktemp("long") / "column")
    long_register(root, 10_000)
    assert main(["--config", str(root / "mkdocs.yml"), "build"]) == 0
    return (root / "site/registers/long/index.html").as_uri()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with reader(browser, width=360, height=800) as context:
        tab = context.new_page()
        troubles: list[str] = []
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        yield tab
        assert troubles == []


def status(tab: Page) -> str:
    return tab.locator(".dc-filter__status").inner_text()


def test_ten_thousand_rows_are_used_as_one_table_on_a_phone(long_page: str, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(long_page)
    assert not [url for url in asked if url.endswith("rows.js")], "the rows come only when they are wanted"
    plain = phone.evaluate(LINES)
    phone.context.new_cdp_session(phone).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    phone.get_by_text("在表里找、筛选和排序").click()
    phone.get_by_label("在表里找", exact=True).focus()
    phone.wait_for_function("window.dcTableRows")
    took = [phone.evaluate(ANSWER, words) for words in ["户5", "户55", "户555", "户55", "户5", "户6", "户66", "户6"]]
    assert min(took) < 200
    assert status(phone) == "符合条件的有 1111 条，共 10000 条"
    phone.get_by_label("村", exact=True).select_option("第7村")
    assert status(phone).startswith("符合条件的有 ") and phone.locator(".dc-data tbody tr").count() < 100
    phone.get_by_label("排序").select_option("金额（元）：从大到小")
    keys = phone.evaluate(
        "[...document.querySelectorAll('.dc-data td[data-label^=金额]')].map((cell) => Number(cell.dataset.key))"
    )
    assert keys == sorted(keys, reverse=True) and len(keys) > 5
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    load_axe(phone)
    assert axe_findings(phone) == []
    phone.reload()
    phone.wait_for_function("document.querySelector('.dc-filter__status').textContent.includes('从大到小')")
    assert (
        phone.evaluate(
            "[...document.querySelectorAll('.dc-data td[data-label^=金额]')].map((cell) => Number(cell.dataset.key))"
        )
        == keys
    )
    phone.get_by_role("button", name="清除条件").click()
    phone.wait_for_function("document.querySelectorAll('.dc-data tbody tr').length === 100")
    assert phone.evaluate(LINES) == plain and status(phone) == "" and "?" not in phone.url


def test_a_row_is_found_by_its_address_on_whichever_page_it_stands(long_page: str, phone: Page) -> None:
    phone.goto(f"{long_page}#r-7777")
    row = phone.locator("#r-7777")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    expect(phone.locator(".dc-pager__state").locator("visible=true")).to_have_text("第 78 页，共 100 页，10000 条")
    shown = phone.evaluate(SHAPE)
    phone.goto(long_page.replace("/index.html", "/78/index.html"))
    assert phone.evaluate(SHAPE) == shown, "a script writes a row as the page does"
    phone.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() } }"
    )
    phone.locator("#r-7777").get_by_role("link", name="本行网址").click()
    expect(phone.locator(".dc-status")).to_have_text("这一行的网址已经复制")
    assert phone.evaluate("window.copied").endswith("/registers/long/#r-7777")


def caption(tab: Page) -> str:
    return tab.locator(".dc-data caption").inner_text()


def test_the_caption_and_the_sums_are_those_of_the_rows_below_and_above(long_page: str, phone: Page) -> None:
    phone.goto(long_page)
    plain, foot = caption(phone), phone.locator(".dc-data tfoot").inner_text()
    assert plain.endswith("，共 10000 条，这一页是第 1 条到第 100 条")
    name = plain.removesuffix("，这一页是第 1 条到第 100 条")
    phone.get_by_text("在表里找、筛选和排序").click()
    phone.get_by_label("村", exact=True).select_option("第7村")
    expect(phone.locator(".dc-filter__status")).to_contain_text("符合条件的有")
    count = int(status(phone).split()[1])
    assert caption(phone).startswith(f"{name}，符合条件的 {count} 条（村：第7村）")
    rows = phone.evaluate("window.dcTableRows['registers/long/rows.js']")
    heads = phone.evaluate("[...document.querySelectorAll('.dc-data thead th')].map((head) => head.innerText.trim())")
    place, village = (next(at for at, head in enumerate(heads) if word in head) for word in ("金额", "村"))
    total = sum(Decimal(row[place + 1].replace(",", "")) for row in rows if row[village + 1] == "第7村")
    assert phone.locator(".dc-data tfoot th").inner_text() == f"合计（符合条件的 {count} 条）"
    sums = phone.evaluate("[...document.querySelectorAll('.dc-data tfoot td')].map((cell) => cell.textContent)")
    assert format(total, ",f") in sums
    phone.get_by_label("在表里找", exact=True).fill("没有这个人")
    assert caption(phone) == f"{name}，没有符合条件的（村：第7村；含“没有这个人”）"
    phone.get_by_role("button", name="清除条件").click()
    expect(phone.locator(".dc-data caption")).to_have_text(plain)
    assert phone.locator(".dc-data tfoot").inner_text() == foot
    phone.get_by_label("排序").select_option("金额（元）：从大到小")
    assert caption(phone) == f"{name}，按“金额（元）：从大到小”排列，这一页是其中第 1 条到第 100 条"
    assert phone.locator(".dc-data tfoot").inner_text() == foot
    phone.get_by_role("button", name="下一页").click()
    assert caption(phone).endswith("这一页是其中第 101 条到第 200 条")
    shown = phone.evaluate(FIRST)
    assert "page=2" in phone.url, "turning is remembered"
    phone.reload()
    expect(phone.locator(".dc-data caption")).to_contain_text("这一页是其中第 101 条到第 200 条")
    assert phone.evaluate(FIRST) == shown
    phone.goto(f"{long_page}#r-7777")
    expect(phone.locator(".dc-data caption")).to_have_text(f"{name}，这一页是第 7701 条到第 7800 条")


def test_pages_of_results_are_turned_and_the_focus_goes_along(long_page: str, phone: Page) -> None:
    phone.goto(long_page)
    phone.get_by_text("在表里找、筛选和排序").click()
    phone.get_by_label("在表里找", exact=True).fill("户5")
    phone.get_by_role("button", name="下一页").click()
    expect(phone.locator(".dc-data caption")).to_be_focused()
    expect(phone.locator(".dc-pager__state").locator("visible=true")).to_have_text("第 2 页，共 12 页，1111 条")
    assert phone.locator(".dc-data tbody tr").count() == 100
    phone.get_by_label("在表里找", exact=True).fill("没有这个人")
    assert status(phone) == "没有符合条件的，请换一个词，或者清除条件"


def test_rows_that_do_not_come_are_said_to_be_missing(address: str, phone: Page) -> None:
    phone.route("**/rows.js", lambda route: Route.abort(route))
    phone.goto(f"{address}registers/grain-subsidy-payments/")
    phone.get_by_text("在表里找、筛选和排序").click()
    phone.get_by_label("在表里找", exact=True).fill("南坡村")
    expect(phone.locator(".dc-filter__status")).to_have_text(
        "没有读到全部 320 条，请检查网络再试；也可以翻页看，或者下载"
    )
    phone.unroute("**/rows.js")
    phone.get_by_label("在表里找", exact=True).fill("南坡")
    expect(phone.locator(".dc-filter__status")).to_have_text("符合条件的有 92 条，共 320 条")


def test_a_table_is_sorted_by_its_heads_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}registers/major-projects-2026/")
        before = tab.evaluate(FIRST)
        head = tab.get_by_role("columnheader", name="总投资")
        tab.get_by_role("button", name="总投资").focus()
        tab.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "ascending"
        assert status(tab) == "共 32 条，按“总投资（亿元）：从小到大”排列"
        assert tab.evaluate(FIRST)[0] == "城北污水处理厂扩建工程"
        tab.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "descending"
        assert tab.evaluate(FIRST)[0] == "高速公路东互通连接线"
        tab.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") is None and tab.evaluate(FIRST) == before
        tab.get_by_label("责任单位", exact=True).select_option("示例县民政局")
        assert tab.locator(".dc-data tbody tr").count() == 1 and status(tab) == "符合条件的有 1 条，共 32 条"
        assert tab.get_by_text("合计（符合条件的 1 条）").is_visible()


def test_without_scripts_every_row_is_there_and_has_its_address(browser: Browser, address: str) -> None:
    with reader(browser, width=360, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{address}registers/grain-subsidy-payments/2/")
        assert tab.locator(".dc-filter").count() == 0
        link = tab.get_by_role("link", name="本行网址").nth(49)
        link.click()
        assert tab.url.endswith(f"/2/index.html{link.get_attribute('href')}") or "/2/#r-" in tab.url
        row = tab.locator("tbody tr").nth(49)
        expect(row).to_be_in_viewport()
        tab.get_by_role("link", name="下一页").click()
        assert tab.locator(".dc-data tbody tr").count() == 100


def test_cards_are_a_table_for_screen_readers(browser: Browser, address: str) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}registers/grain-subsidy-payments/")
        table = tab.get_by_role("table", name="2026年耕地地力保护补贴发放结果（清河镇），共 320 条")
        assert table.get_by_role("row").count() >= 101
        assert table.get_by_role("rowheader").count() >= 100


def test_tables_on_paper_say_what_they_show_under_heads_on_every_sheet(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}registers/grain-subsidy-payments/?q=南坡")
        expect(tab.locator(".dc-data caption")).to_contain_text("符合条件的 92 条")
        text = printed_text(tab, tmp_path / "register.pdf")
        assert "符合条件的 92 条（含“南坡”）" in text and "本行网址" not in text and "↕" not in text
        sheets = [sheet for sheet in text.split("\f") if "南坡村" in sheet]
        assert 1 < len(sheets) <= 5 and all("补贴项目" in sheet for sheet in sheets)
        tab.goto(f"{address}tasks/2026/")
        sheets = [sheet for sheet in printed_text(tab, tmp_path / "tasks.pdf").split("\f") if "要求：" in sheet]
        assert len(sheets) > 1 and all("时限" in sheet and "状态" in sheet for sheet in sheets)


def test_a_first_page_is_light(long_page: str) -> None:
    page = Path(long_page.removeprefix("file://")).read_bytes()
    assert len(gzip.compress(page)) < 20_000, "60 kB with everything it loads"


def test_a_long_register_can_be_passed_over_and_says_what_needs_scripts(browser: Browser, address: str) -> None:
    with reader(browser, width=360, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{address}registers/grain-subsidy-payments/")
        note = tab.locator("noscript").inner_text()
        assert "不能在表里找、筛选和排序" in note and "第一页" in note
        for name, target in (
            ("到表尾看合计", ".dc-data tfoot"),
            ("到表尾翻页", ".dc-pager"),
            ("到下载", "#dc-downloads"),
        ):
            tab.get_by_role("navigation", name="跳过表格").get_by_role("link", name=name).click()
            expect(tab.locator(target)).to_be_in_viewport()
        names = tab.locator(".dc-data__link").all_text_contents()
        assert len(set(names)) == len(names) == 100, "a list of links tells the rows apart"


def test_a_table_that_is_wider_than_the_screen_says_so(browser: Browser, address: str) -> None:
    with reader(browser, "elder", width=360, height=800) as context:
        tab = context.new_page()
        tab.goto(f"{address}annual/2025/")
        for box in tab.locator(".dc-scroll").all():
            is_wider = box.evaluate("(box) => box.scrollWidth > box.clientWidth")
            assert not is_wider or box.evaluate("(box) => box.previousElementSibling.matches('.dc-wide-hint')")
            assert not is_wider or box.locator("xpath=preceding-sibling::*[1]").is_visible()
        right = "document.querySelectorAll('.dc-form')[1].querySelector('tbody td').getBoundingClientRect().right"
        assert tab.evaluate(right) <= 343, "a column of numbers is seen beside the names of the rows"
    with reader(browser) as context:
        tab = context.new_page()
        tab.goto(f"{address}fields/budget/")
        assert tab.get_by_text("表比屏幕宽，可以左右推动来看。").is_visible()
