"""The search engine in a real browser: from a disk, under the strict policy, over bad networks, on a slow machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import reader

pytestmark = pytest.mark.browser

ASK = """async (text) => {
  const started = performance.now();
  const question = {text, title: false, sort: 'relevance', page: 1, filters: {}};
  try {
    const answer = await dcSearch.search(question, {stale: false});
    const time = performance.now() - started;
    const sentence = answer.results.length ? await dcSearch.sentence(answer.results[0], answer) : [];
    return {titles: answer.results.map((each) => each.title), time, sentence: sentence.filter((each) => each.hit)};
  } catch (wrong) {
    return {fault: wrong.kind, time: performance.now() - started};
  }
}"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing is blocked or fails."""
    with reader(browser) as context:
        found = context.new_page()
        troubles: list[str] = []
        found.on("console", lambda message: message.type == "error" and troubles.append(message.text))
        found.on("pageerror", lambda error: troubles.append(str(error)))
        yield found
        assert [each for each in troubles if "ERR_" not in each and "404" not in each] == []


def ask(tab: Page, text: str) -> dict[str, Any]:
    said: dict[str, Any] = tab.evaluate(ASK, text)
    return said


def test_it_works_under_the_strict_policy_and_leaves_no_script_behind(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}search/index.html")
    said = ask(tab, "高龄津贴")
    assert said["titles"] and said["sentence"]
    assert all(each.startswith(address) for each in asked)
    assert tab.locator("script[data-dc-script]").count() == 0


def test_a_document_of_another_column_leads_to_its_own_site_and_says_so(tab: Page, address: str) -> None:
    tab.goto(f"{address}search/?q=清河镇宅基地&part=subordinates")
    first = tab.locator(".dc-hit").first
    expect(first.locator(".dc-hit__link")).to_have_attribute(
        "href", "https://qinghe.shilixian.gov.cn/zfxxgk/statutory/land/2026/homestead-rules-2026/"
    )
    expect(first).to_contain_text("在另一个网站qinghe.shilixian.gov.cn")


def test_it_works_from_a_disk(tab: Page, example_site: Path) -> None:
    tab.goto(f"file://{example_site}/search/index.html")
    said = ask(tab, "高龄津贴")
    assert said["titles"] and said["sentence"]


def test_without_a_network_it_says_so_and_goes_on_when_there_is_one(tab: Page, address: str) -> None:
    tab.goto(f"{address}search/index.html")
    tab.context.set_offline(True)
    assert ask(tab, "高龄津贴")["fault"] == "offline"
    tab.context.set_offline(False)
    assert ask(tab, "高龄津贴")["titles"]


def test_what_never_comes_is_given_up(tab: Page, address: str) -> None:
    tab.clock.install()
    tab.goto(f"{address}search/index.html")
    tab.route("**/search/data/**", lambda route: None)
    tab.evaluate(f"void ({ASK})('高龄津贴').then((said) => {{ window.said = said; }})")
    for _ in range(5):
        tab.wait_for_timeout(100)
        tab.clock.fast_forward(25_000)
    assert tab.evaluate("window.said")["fault"] == "offline"
    tab.unroute("**/search/data/**")
    assert ask(tab, "高龄津贴")["titles"]


def test_on_a_slow_machine_an_answer_from_memory_is_instant(tab: Page, address: str) -> None:
    tab.goto(f"{address}search/index.html")
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    assert min(ask(tab, "高龄津贴")["time"] for _ in range(4)) < 100


def test_a_number_in_any_brackets_leads_straight_to_its_document(tab: Page, address: str) -> None:
    for number in (
        "示政规〔2026〕6号",
        "示政规[2026]6号",
        "示政规（2026）06号",
        "示政规2026年第6号",
        "示政规【２０２６】６号",
    ):
        tab.goto(f"{address}search/index.html?q={number}")
        first = tab.locator(".dc-hits--direct .dc-hit__link")
        expect(first).to_have_attribute("href", re.compile(r"statutory/normative/2026/"))
        assert tab.locator(".dc-hit__link").first.inner_text() == first.inner_text()
        assert "示政规〔2026〕6号" in tab.locator(".dc-hits--direct").inner_text()


def test_from_a_disk_the_page_answers_narrows_and_turns(tab: Page, example_site: Path) -> None:
    tab.goto(f"file://{example_site}/search/index.html?q=低保")
    expect(tab.locator(".dc-answer__title")).to_contain_text("找到")
    assert tab.get_by_text("也搜索了和“低保”意思相同的“最低生活保障”。").is_visible()
    tab.locator(".dc-narrow__link", has_text="示例县民政局").click()
    expect(tab.get_by_role("link", name="机关：示例县民政局（去掉）")).to_be_visible()
    hit = tab.locator(".dc-hit__link").first
    place = hit.evaluate("link => link.href")
    hit.click()
    expect(tab.locator("h1")).to_be_visible()
    assert tab.url == place != f"file://{example_site}/search/index.html"


def test_on_a_slow_network_it_says_that_it_looks_and_then_answers(tab: Page, address: str) -> None:
    tab.goto(f"{address}search/index.html")
    network = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    tab.context.new_cdp_session(tab).send("Network.emulateNetworkConditions", network)
    tab.get_by_label("要找的字词或者文号").fill("高龄津贴")
    tab.keyboard.press("Enter")
    expect(tab.locator(".dc-answer__waiting")).to_be_visible()
    expect(tab.locator(".dc-answer__title")).to_contain_text("“高龄津贴”：找到", timeout=20_000)
    assert tab.locator(".dc-answer__waiting").is_hidden()
    expect(tab.locator(".dc-hit__text mark").first).to_be_visible(timeout=20_000)
