"""The page of the search with a stub for its engine (search_stub.js): every state, by mouse, by keyboard, by address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from browsing import axe_findings, keep, load_axe, printed_text, reader
from columns import ROOT
from disclosure.publish.scripts import search_script
from engine import LUNR
from test_looks import LEAST, MEASURE, ORDINARY

pytestmark = pytest.mark.browser

STUB = (Path(__file__).parent / "search_stub.js").read_text(encoding="utf-8")
CHOSEN = "〔2024〕1号&year=2024&organ=示例县民政局"
NARROWED = '没有 "低宝" -农村&title=1&year=2024'


def with_stub(context: BrowserContext) -> Page:
    """A tab in which the stub answers instead of the engine, and nothing helps with the question."""
    tab = context.new_page()
    body = STUB.encode() + search_script(LUNR, ROOT / "overrides/search", ("words", "filters", "answer", "page"))
    tab.route(re.compile(r"/js/search\.js$"), lambda route: route.fulfill(body=body, content_type="text/javascript"))
    return tab


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab with the stub, in which no script may fail."""
    with reader(browser) as context:
        found = with_stub(context)
        troubles: list[str] = []
        found.on("pageerror", lambda error: troubles.append(str(error)))
        yield found
        assert troubles == []


def ask(tab: Page, address: str, question: str) -> None:
    tab.goto(f"{address}search/?q={question}")
    tab.locator(".dc-answer__title").wait_for()


def given(tab: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(urlsplit(tab.url).query)


def said(tab: Page) -> str:
    return tab.locator(".dc-answer > [role=status]").inner_text()


def focused(tab: Page) -> str:
    return str(tab.evaluate("document.activeElement.textContent || document.activeElement.id"))


def test_the_box_on_any_page_leads_to_results_and_a_result_to_its_document(tab: Page, address: str) -> None:
    tab.goto(address + "statutory/normative/2026/seniors-allowance-2026/")
    tab.get_by_role("search").get_by_role("searchbox").fill("低保")
    tab.get_by_role("search").get_by_role("button", name="搜索").click()
    tab.wait_for_url("**/search/index.html?q=*")
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 45 件")
    assert tab.get_by_role("searchbox").input_value() == "低保" and tab.get_by_role("search").count() == 1
    assert tab.title().startswith("低保 - 搜索 - ")
    assert said(tab) == "找到 45 件。现在是第 1 页，共 3 页。"
    tiers = tab.locator(".dc-answer__tier").all_inner_texts()
    assert tiers == ["含有这些字词，或者意思相同的词（22 件）"]
    assert tab.get_by_text("也搜索了和“低保”意思相同的“最低生活保障”。").is_visible()
    first = tab.locator(".dc-hit").first
    assert first.locator("a mark").inner_text() == "最低生活保障"
    assert {"示政发〔2025〕1号", "示例县民政局", "2025年3月2日发布"} <= set(first.locator("dd").all_inner_texts())
    expect(tab.locator(".dc-hit__text mark")).to_have_count(20)
    assert tab.locator(".dc-hit").nth(1).locator(".dc-badge--gone").inner_text() == "废止"
    assert {"文号", "索引号"} == set(tab.locator(".dc-hit__facts dt:not(.dc-hidden)").all_inner_texts())
    assert "文号" in first.locator("dt").all_inner_texts()
    first.get_by_role("link").click()
    tab.wait_for_url("**/statutory/normative/2026/seniors-allowance-2026/index.html")


def test_filters_order_and_pages_are_links_and_the_back_button_undoes_them(tab: Page, address: str) -> None:
    ask(tab, address, "低保")
    themes = tab.get_by_role("link", name=re.compile("^第 .+ 类"))
    assert themes.count() == 8
    tab.get_by_text("更多主题（3 个）").click()
    assert themes.count() == 11
    tab.get_by_role("region", name="缩小范围").get_by_role("link", name="2024年 15 件").click()
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 15 件")
    assert focused(tab) == "“低保”：找到 15 件"
    assert given(tab) == {"q": ["低保"], "year": ["2024"]}
    tab.get_by_role("link", name="新的在前").click()
    expect(tab.locator(".dc-order [aria-current]")).to_have_text("新的在前")
    assert given(tab) == {"q": ["低保"], "sort": ["date"], "year": ["2024"]}
    tab.get_by_role("link", name="不限年份").click()
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 45 件")
    assert tab.locator(".dc-answer__tier").all_inner_texts() == ["找到的文件"], "tiers that are mixed have no headings"
    tab.get_by_role("navigation", name="搜索结果翻页").get_by_role("link", name="第 3 页").click()
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 45 件，第 3 页")
    assert said(tab) == "找到 45 件。现在是第 3 页，共 3 页。" and "（第 3 页）" in tab.title()
    assert tab.locator(".dc-hits").first.get_attribute("start") == "41" and tab.locator(".dc-hit").count() == 5
    asked = tab.evaluate("window.dcAsked.length")
    for total in (45, 15, 15, 45):
        tab.go_back()
        expect(tab.get_by_role("heading", level=2).first).to_have_text(f"“低保”：找到 {total} 件")
    assert given(tab) == {"q": ["低保"]}
    assert tab.evaluate("window.dcAsked.length") == asked + 4, "the page was not loaded anew"
    tab.go_forward()
    expect(tab.get_by_text("年份：2024年（去掉）")).to_be_visible()


def test_a_kept_address_gives_the_same_answer_and_each_condition_can_be_taken_away(tab: Page, address: str) -> None:
    ask(tab, address, CHOSEN)
    assert tab.evaluate("window.dcAsked[0]") == {
        "text": "〔2024〕1号",
        "title": False,
        "sort": "relevance",
        "page": 1,
        "filters": {
            "part": "",
            "item": "",
            "year": "2024",
            "organ": "示例县民政局",
            "theme": "",
            "genre": "",
            "validity": "",
        },
    }
    assert tab.locator(".dc-answer__tier").first.inner_text() == "您找的文件"
    assert tab.locator(".dc-hits--direct .dc-hit").count() == 1
    assert tab.locator(".dc-narrow [aria-current]").all_inner_texts() == ["2024年\n8 件", "示例县民政局\n8 件"]
    tab.get_by_role("link", name="机关：示例县民政局（去掉）").click()
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“〔2024〕1号”：找到 15 件")
    assert given(tab) == {"q": ["〔2024〕1号"], "year": ["2024"]}
    tab.get_by_role("searchbox").fill("低保")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 45 件")
    assert given(tab) == {"q": ["低保"]}, "other words, other documents: the conditions are forgotten"
    tab.goto(f"{address}search/?q=低保&page=99&sort=x&year=2024")
    expect(tab.get_by_role("heading", level=2).first).to_have_text("“低保”：找到 15 件")
    assert tab.locator(".dc-hit").count() == 15


def test_the_keyboard_alone_searches_narrows_and_opens(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(address + "search/")
    tab.get_by_role("searchbox").focus()
    tab.keyboard.type("低保")
    tab.keyboard.press("Enter")
    tab.locator(".dc-answer__title").wait_for()
    assert focused(tab) == "“低保”：找到 45 件"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top") < 100
    assert tab.locator(".dc-narrow__body").is_hidden()
    for _ in range(2):
        tab.keyboard.press("Tab")
    assert focused(tab) == "缩小范围"
    tab.keyboard.press("Enter")
    assert tab.get_by_role("button", name="缩小范围").get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Tab")
    assert focused(tab) == "2024年 15 件"
    tab.keyboard.press("Enter")
    expect(tab.locator(".dc-answer__title")).to_have_text("“低保”：找到 15 件")
    for _ in range(3):
        tab.keyboard.press("Tab")
    assert tab.locator(".dc-narrow__body").is_hidden() and focused(tab) == "缩小范围"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/seniors-allowance-2026/index.html")


def test_nothing_found_offers_what_may_help(tab: Page, address: str) -> None:
    ask(tab, address, NARROWED)
    assert said(tab) == '没有找到“没有 "低宝" -农村”。'
    offers = tab.locator(".dc-nothing__list a")
    links = {link.inner_text(): parse_qs(urlsplit(link.get_attribute("href") or "").query) for link in offers.all()}
    kept = {"q": ['没有 "低宝" -农村'], "title": ["1"], "year": ["2024"]}
    assert links == {
        "不加条件再找（现在只看“2024年”）": {"q": kept["q"], "title": ["1"]},
        "不只在标题里找，也在正文里找": {"q": kept["q"], "year": ["2024"]},
        "去掉引号再找": {**kept, "q": ["没有 低宝 -农村"]},
        "去掉减号和后面的词再找": {**kept, "q": ['没有 "低宝"']},
        "只找“没有”": {**kept, "q": ["没有"]},
        "只找“低宝”": {**kept, "q": ["低宝"]},
    }
    call = tab.get_by_role("main").get_by_role("link", name="0300-5550101")
    assert call.count() == 1 and call.get_attribute("href") == "tel:03005550101"
    assert tab.get_by_role("link", name="按年份看目录").is_visible()
    tab.get_by_role("link", name="只找“低宝”").click()
    expect(tab.locator(".dc-answer__title")).to_have_text("“低宝”：找到 15 件")
    ask(tab, address, "没有")
    assert offers.count() == 0
    ask(tab, address, "没有低宝")
    assert offers.count() == 0
    assert said(tab) == "没有找到“没有低宝”。您要找的是不是：没有低保。"
    tab.get_by_role("link", name="没有低保", exact=True).click()
    expect(tab.locator(".dc-answer__title")).to_have_text("没有找到“没有低保”")


def test_what_helps_never_asks_for_what_was_excluded(tab: Page, address: str) -> None:
    for sign in "-－−":
        ask(tab, address, f'没有火星 "-低保 办法" {sign}"停车 收费"')
        offers = tab.locator(".dc-nothing__list a")
        links = {link.inner_text(): parse_qs(urlsplit(link.get_attribute("href") or "").query) for link in offers.all()}
        assert links == {
            "去掉引号再找": {"q": ['没有火星 低保 办法 -"停车 收费"']},
            "去掉减号和后面的词再找": {"q": ['没有火星 "-低保 办法"']},
            "只找“没有火星”": {"q": ["没有火星"]},
            "只找“低保 办法”": {"q": ["低保 办法"]},
        }


def test_only_in_titles_is_asked_at_once_and_focus_stays(tab: Page, address: str) -> None:
    ask(tab, address, "低保")
    tab.get_by_label("只在标题里找").press("Space")
    expect(tab.locator(".dc-answer__title")).to_be_visible()
    assert given(tab) == {"q": ["低保"], "title": ["1"]}
    assert tab.evaluate("window.dcAsked[1].title") is True
    tab.get_by_role("searchbox").fill("高龄津贴")
    tab.get_by_label("只在标题里找").press("Space")
    expect(tab.locator(".dc-answer__title")).to_have_text("“高龄津贴”：找到 45 件")
    assert given(tab) == {"q": ["高龄津贴"]} and tab.get_by_role("searchbox").input_value() == "高龄津贴"
    assert focused(tab) == "dc-search-title"


def test_troubles_are_said_in_plain_words_and_can_be_tried_again(tab: Page, address: str) -> None:
    ask(tab, address, "断网")
    assert said(tab) == "没有取到搜索用的数据。"
    tab.get_by_role("button", name="再试一次").click()
    expect(tab.locator(".dc-answer__title")).to_have_text("“断网”：找到 45 件")
    ask(tab, address, "坏")
    assert tab.get_by_role("button", name="再试一次").is_visible()
    assert "（文件：a.js）" in tab.locator(".dc-nothing").inner_text()
    ask(tab, address, "坏了")
    assert tab.locator(".dc-nothing").inner_text().count("打电话告诉我们。") == 1
    for question in ("！", "-津贴", "😀"):
        ask(tab, address, question)
        assert said(tab) == "没有可以查找的字词。" and tab.get_by_role("button", name="再试一次").count() == 0


def test_nothing_written_leaves_the_answer_and_gives_up_what_is_under_way(tab: Page, address: str) -> None:
    ask(tab, address, "低保")
    before = tab.url
    tab.get_by_role("searchbox").fill("  ")
    tab.keyboard.press("Enter")
    hint = tab.get_by_role("status").get_by_text("没有写要找的字词")
    expect(hint).to_be_visible()
    assert focused(tab) == "dc-search-box" and tab.url == before and tab.locator(".dc-hit").count() == 20
    tab.get_by_role("searchbox").fill("慢")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("正在查找……").first).to_be_visible()
    assert hint.count() == 0
    tab.get_by_role("searchbox").fill("")
    tab.keyboard.press("Enter")
    tab.evaluate("window.dcRelease()")
    tab.wait_for_timeout(400)
    assert tab.locator(".dc-answer__waiting").is_hidden() and hint.is_visible()
    assert tab.locator(".dc-hit").count() == 0, "the last answer was to another question"


@pytest.mark.parametrize("lost", ["search", "tools", "preferences"])
def test_a_script_that_did_not_arrive_is_said(lost: str, browser: Browser, address: str) -> None:
    with reader(browser) as context:
        tab = context.new_page()
        tab.route(re.compile(rf"/js/{lost}\.js$"), lambda route: route.abort())
        tab.goto(f"{address}search/?q=低保")
        expect(tab.get_by_text(re.compile("刷新.*再试")).locator("visible=true")).to_have_count(1)


def test_a_lost_script_that_the_search_does_not_need_is_not_mourned(tab: Page, address: str) -> None:
    tab.route("**/aloud.js", lambda route: route.abort())
    ask(tab, address, "低保")
    assert tab.get_by_text("请刷新这一页再试").count() == 0


def test_what_was_typed_before_the_script_came_stays(tab: Page, address: str) -> None:
    def late(route: Route) -> None:
        tab.get_by_role("searchbox").fill("高龄津贴")
        route.fallback()

    tab.route(re.compile(r"/js/search\.js$"), late)
    ask(tab, address, "低保")
    assert tab.get_by_role("searchbox").input_value() == "高龄津贴"
    tab.get_by_role("searchbox").press("Enter")
    expect(tab.locator(".dc-answer__title")).to_have_text("“高龄津贴”：找到 45 件")


def test_a_condition_that_is_gone_is_said_and_can_be_taken_away(tab: Page, address: str) -> None:
    ask(tab, address, "低保&year=1800&organ=示例县民政局")
    assert tab.locator(".dc-chosen__list").all_inner_texts() == ["机关：示例县民政局（去掉）"]
    assert tab.get_by_text("按年份选的条件现在没有了，这次查找没有加这个条件。").is_visible()
    tab.get_by_role("link", name="去掉年份条件").click()
    expect(tab.get_by_text("按年份选的条件现在没有了")).to_have_count(0)
    assert given(tab) == {"q": ["低保"], "organ": ["示例县民政局"]}
    ask(tab, address, "没有&year=1800")
    assert tab.get_by_text("按年份选的条件现在没有了").is_visible() and tab.locator(".dc-nothing__list").count() == 0


@pytest.mark.parametrize("question", ["晚宝", "没有晚宝"])
def test_what_was_meant_is_said_and_moves_nothing_when_it_is_late(question: str, tab: Page, address: str) -> None:
    ask(tab, address, question)
    below = tab.locator(".dc-hit, .dc-nothing > p").first
    place = below.bounding_box()
    tab.evaluate("window.dcRelease()")
    expect(tab.get_by_role("link", name="没有低保", exact=True)).to_be_visible()
    assert said(tab) == "您要找的是不是：没有低保。" and below.bounding_box() == place


def test_waiting_is_said_and_a_later_question_overtakes_an_earlier_one(tab: Page, address: str) -> None:
    tab.goto(address + "search/?q=慢")
    expect(tab.get_by_text("正在查找……").first).to_be_visible()
    assert said(tab) == "正在查找……"
    tab.get_by_role("searchbox").fill("低保")
    tab.keyboard.press("Enter")
    expect(tab.locator(".dc-answer__title")).to_have_text("“低保”：找到 45 件")
    tab.evaluate("window.dcRelease()")
    tab.wait_for_timeout(400)
    assert tab.locator(".dc-answer__title").inner_text() == "“低保”：找到 45 件"
    assert tab.locator(".dc-answer__waiting").is_hidden()


def test_nothing_jumps_while_the_answer_comes(tab: Page, address: str) -> None:
    tab.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach((each) => window.shifts.push(each.value)))
          .observe({type: 'layout-shift', buffered: true});"""
    )
    ask(tab, address, "低保")
    expect(tab.locator(".dc-hit__text mark")).to_have_count(20)
    assert sum(tab.evaluate("window.shifts")) < 0.05
    ask(tab, address, "没有")
    tab.get_by_role("searchbox").fill("慢")
    tab.keyboard.press("Enter")
    tab.go_back()
    expect(tab.locator(".dc-answer__title")).to_have_text("没有找到“没有”")
    assert tab.evaluate("document.documentElement.hasAttribute('data-dc-asked')") is False


def test_the_way_back_from_a_document_leads_to_the_same_place(tab: Page, address: str) -> None:
    ask(tab, address, "低保")
    expect(tab.locator(".dc-hit__text mark")).to_have_count(20)
    tab.locator(".dc-hit__link").nth(15).scroll_into_view_if_needed()
    place = tab.evaluate("window.pageYOffset")
    assert place > 1000
    tab.locator(".dc-hit__link").nth(15).click()
    tab.wait_for_url("**/seniors-allowance-2026/index.html")
    tab.go_back()
    tab.locator(".dc-hit").nth(19).wait_for()
    for _ in range(40):
        if abs(tab.evaluate("window.pageYOffset") - place) < 60:
            return
        tab.wait_for_timeout(100)
    pytest.fail("the page stands elsewhere")


def test_a_copied_link_is_the_whole_search(browser: Browser, address: str) -> None:
    with reader(browser, permissions=["clipboard-read", "clipboard-write"]) as context:
        tab = with_stub(context)
        ask(tab, address, "低保")
        tab.get_by_role("button", name="复制链接").click()
        tab.get_by_role("status").get_by_text("链接已经复制").wait_for()
        assert parse_qs(urlsplit(tab.evaluate("navigator.clipboard.readText()")).query) == {"q": ["低保"]}
        tab.goto(f"{address}search/?q=低保&elder&page=2")
        assert given(tab) == {"q": ["低保"], "page": ["2"]}


def test_from_a_disk_links_open_the_page_anew(tab: Page, example_site: Path) -> None:
    tab.goto(f"{(example_site / 'index.html').as_uri()}")
    tab.get_by_role("searchbox").fill("低保")
    tab.keyboard.press("Enter")
    tab.locator(".dc-answer__title").wait_for()
    tab.get_by_role("link", name="2024年 15 件").click()
    expect(tab.locator(".dc-answer__title")).to_have_text("“低保”：找到 15 件")
    tab.locator(".dc-hit__link").first.click()
    tab.wait_for_url("file://**/seniors-allowance-2026/index.html")


def test_without_javascript_the_page_says_so_and_leads_to_the_lists(browser: Browser, address: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address)
        tab.get_by_role("searchbox").fill("低保")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/search/index.html?q=*")
        assert tab.get_by_text("搜索要浏览器开着 JavaScript 才能用").is_visible()
        assert tab.get_by_role("searchbox").count() == tab.get_by_role("button").count() == 0
        for name in ("按年份看目录", "按主题找", "按机关找", "网站地图", "行政规范性文件", "申请公开"):
            assert tab.get_by_role("main").get_by_role("link", name=name).first.is_visible()
        assert (
            tab.get_by_role("main").get_by_role("link", name="0300-5550101").get_attribute("href") == "tel:03005550101"
        )


@pytest.mark.parametrize("mode", ["plain", "elder", "contrast", "dark"])
def test_answers_are_whole_readable_and_operable(mode: str, browser: Browser, address: str) -> None:
    troubles: list[str] = []
    with reader(browser, mode) as context:
        tab = with_stub(context)
        for name, question in (("hits", CHOSEN), ("nothing", NARROWED), ("trouble", "坏")):
            ask(tab, address, question)
            load_axe(tab)
            for width in (1280, 360):
                tab.set_viewport_size({"width": width, "height": 900})
                if tab.locator(".dc-narrow__switch[aria-expanded=false]").is_visible():
                    tab.locator(".dc-narrow__switch").click()
                found = (*tab.evaluate(MEASURE, LEAST.get(mode, ORDINARY)), *axe_findings(tab))
                troubles += [f"{name} at {width}: {finding}" for finding in found]
                if mode == "plain":
                    keep(tab, f"search-{name}-{width}")
    assert troubles == []


def test_hits_are_seen_in_forced_colours_and_on_paper(browser: Browser, address: str, tmp_path: Path) -> None:
    with reader(browser, forced_colors="active") as context:
        tab = with_stub(context)
        ask(tab, address, "低保")
        assert tab.locator(".dc-hit mark").first.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    with reader(browser) as context:
        tab = with_stub(context)
        ask(tab, address, "低保&page=2")
        expect(tab.locator(".dc-hit__text mark")).to_have_count(20)
        paper = printed_text(tab, tmp_path / "search.pdf")
        assert "“低保”：找到 45 件，第 2 页" in paper and "示政发〔2024〕21号" not in paper and "21." in paper
        assert "第 2 页，共 3 页，45 件" in paper
        for word in ("缩小范围", "怎样找得更准", "换一种方式查找", "新的在前"):
            assert word not in paper
