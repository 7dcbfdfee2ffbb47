"""朗读, with a voice of our own in place of the device's: what is said, in which order, and what is marked meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import KINDS, UNLIKE, reader

pytestmark = pytest.mark.browser

VOICE = """
window.said = [];
const pending = { now: null };
const voices = LANGUAGES.map((lang) => ({ lang, name: lang, localService: true, default: false }));
class Words { constructor(text) { this.text = text; this.rate = 1; } }
const speech = {
  getVoices: () => voices,
  speak: (words) => { pending.now = words; window.said.push({ text: words.text, rate: words.rate, lang: words.lang }); },
  cancel: () => { pending.now = null; },
  addEventListener: () => {},
};
Object.defineProperty(window, 'speechSynthesis', { value: speech });
window.SpeechSynthesisUtterance = Words;
window.finish = (count = 1) => { for (let i = 0; i < count && pending.now; i += 1) { const words = pending.now; pending.now = null; words.onend(); } };
window.speaking = () => Boolean(pending.now);
"""
MARKED = "[...(CSS.highlights.get('dc-reading') || [])].map(String).join('')"


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab whose device has the voices of the test's parameter."""
    languages = getattr(request, "param", ["en-US", "zh-HK", "zh-CN"])
    with reader(browser) as context:
        context.add_init_script(VOICE.replace("LANGUAGES", str(languages)))
        yield context.new_page()


def said(tab: Page) -> list[str]:
    return [each["text"] for each in tab.evaluate("window.said")]


@pytest.mark.parametrize("tab", [["en-US", "ja-JP"], []], indirect=True)
def test_without_a_chinese_voice_there_is_no_such_tool(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["document"])
    assert tab.get_by_role("button", name="打印").count() == 1
    assert tab.get_by_role("button", name="朗读").count() == 0


def test_the_document_is_read_from_title_to_end_and_nothing_else(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["document"])
    tab.get_by_role("button", name="朗读").click()
    tab.evaluate("window.finish(1000)")
    texts = said(tab)
    assert texts[0] == "示例县人民政府关于印发《示例县高龄津贴发放办法》的通知"
    whole = "".join(texts)
    body = "".join((tab.locator(".dc-text").text_content() or "").split())
    spoken = "".join(whole.split())
    assert body in spoken
    for word in ("长者模式", "全部栏目", "索引号", "上一篇", "打印", "回到页首", "当前位置", "二维码", "本页内容"):
        assert word not in whole
    assert {each["lang"] for each in tab.evaluate("window.said")} == {"zh-CN"}
    assert max(map(len, texts)) <= 130
    assert tab.get_by_role("status").text_content() == "朗读完了"
    assert tab.get_by_role("group", name="朗读").is_hidden()


def test_the_sentence_being_read_is_marked(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["document"])
    tab.get_by_role("button", name="朗读").click()
    for _ in range(12):
        assert "".join(tab.evaluate(MARKED).split()) == "".join(said(tab)[-1].split())
        tab.evaluate("window.finish()")
    tab.get_by_role("button", name="停止").click()
    assert tab.evaluate(MARKED) == ""


def test_an_older_browser_marks_the_paragraph(tab: Page, address: str) -> None:
    tab.add_init_script("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', {value: undefined})")
    tab.goto(address + KINDS["document"])
    tab.get_by_role("button", name="朗读").click()
    for _ in range(5):
        assert "".join(said(tab)[-1].split()) in "".join((tab.locator(".dc-reading").text_content() or "").split())
        tab.evaluate("window.finish()")
    tab.keyboard.press("Escape")
    assert tab.locator(".dc-reading").count() == 0


def test_pause_go_on_speed_and_stop_by_keyboard(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["document"])
    start = tab.get_by_role("button", name="朗读")
    start.focus()
    tab.keyboard.press("Enter")
    assert start.get_attribute("aria-expanded") == "true"
    tab.evaluate("window.finish(3)")
    fourth = said(tab)[-1]
    assert tab.evaluate("document.activeElement.textContent") == "暂停"
    tab.keyboard.press("Enter")
    assert not tab.evaluate("window.speaking()")
    tab.evaluate("window.finish()")
    assert len(said(tab)) == 4, "nothing is said in a pause"
    assert tab.evaluate("document.activeElement.textContent") == "继续"
    tab.keyboard.press("Enter")
    assert said(tab)[-1] == fourth, "the sentence is said again from its start"
    tab.get_by_label("语速").select_option("快")
    assert tab.evaluate("window.said.slice(-1)[0]")["rate"] > 1.2
    assert said(tab)[-1] == fourth
    tab.keyboard.press("Escape")
    assert not tab.evaluate("window.speaking()")
    assert tab.get_by_role("group", name="朗读").is_hidden()
    assert tab.evaluate("document.activeElement.textContent") == "朗读"
    assert start.get_attribute("aria-expanded") == "false"


def test_what_is_folded_away_is_not_read(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["apply"])
    tab.get_by_role("button", name="朗读").click()
    tab.evaluate("window.finish(1000)")
    whole = "".join(said(tab))
    assert "先申请行政复议" in whole and "周末" not in whole and "国庆节" not in whole


def test_a_list_says_what_its_cells_are_about_and_leaves_the_numbers_out(tab: Page, address: str) -> None:
    tab.goto(address + KINDS["list"])
    tab.get_by_role("button", name="朗读").click()
    tab.evaluate("window.finish(1000)")
    texts = said(tab)
    assert "发布日期：2026年9月16日" in texts
    assert not [text for text in texts if "示政规〔2026〕4号" in text]


def test_a_voice_of_the_device_goes_before_one_from_elsewhere(tab: Page, address: str) -> None:
    tab.add_init_script(
        """const voices = speechSynthesis.getVoices();
        voices.unshift({lang: 'zh-CN', name: 'far', localService: false});
        voices.forEach((voice) => { if (voice.name === 'zh-CN') voice.lang = 'zh-Hans-CN'; });"""
    )
    tab.goto(address + KINDS["document"])
    tab.get_by_role("button", name="朗读").click()
    assert tab.evaluate("window.said[0].lang") == "zh-Hans-CN"


@pytest.mark.parametrize("kind", UNLIKE)
def test_every_page_can_be_read_aloud(kind: str, tab: Page, address: str) -> None:
    tab.goto(address + KINDS[kind])
    tab.get_by_role("button", name="朗读").click()
    tab.evaluate("window.finish(3000)")
    texts = said(tab)
    assert len(texts) > 3
    assert texts[0] == (tab.locator("h1").text_content() or "").strip()
