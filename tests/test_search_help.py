"""What helps with a query: the bytes of its two files, the suggestions under the box, the hint at slips of typing."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request

from browsing import axe_findings, load_axe, reader
from columns import ROOT, SAMPLE, TODAY, public_column
from disclosure.search.help_files import SOUNDS_FILE, SUGGESTIONS_FILE, help_files
from disclosure.search.runs import frequent_runs
from disclosure.search.sounds import sounds
from disclosure.search.suggest import suggestions

WITHHELD = "content/statutory/welfare/2026/heron-ledger-7731.md"
TOWNS = "赵钱孙李周吴郑王冯陈"
LARGEST = 30_000
"""Bytes of a file on the wire, however large the column."""

VOCABULARY = [
    word
    for group in yaml.safe_load((ROOT / "catalogue" / "synonyms.yml").read_text(encoding="utf-8"))
    for word in group["词语"]
]


def put(script: bytes) -> dict[str, list[str]]:
    """What the script hands over, in lines."""
    text = script.decode()
    assert text.startswith("dcSearchHelp.put(") and text.endswith(");\n")
    return {name: lines.split("\n") for name, lines in json.loads(text[len("dcSearchHelp.put(") : -3]).items()}


def random_titles(count: int) -> list[str]:
    chance = random.Random(7)
    return [f"示例县关于{''.join(chance.sample(VOCABULARY, 3))}的通知" for _ in range(count)]


def test_suggestions_keep_the_order_and_name_nothing_twice() -> None:
    found = put(
        suggestions(
            ["新的通知", "旧的 通知", "新的通知"],
            ["社会救助", "县民政局"],
            {"停车": 1, "收费": 3, "泊位": 1, "社会救助": 9},
            [("低保", "最低生活保障")],
        )
    )
    assert found == {
        "titles": ["新的通知", "旧的 通知"],
        "words": ["社会救助", "县民政局", "收费", "停车", "泊位"],
        "synonyms": ["低保 最低生活保障"],
    }


def test_the_files_stay_small_in_a_large_column_and_keep_what_matters_most() -> None:
    titles = random_titles(20_000)
    words = {title[5:12]: number for number, title in enumerate(titles)}
    synonyms = [(f"{word}甲", f"{word}乙") for word in VOCABULARY]
    for made in (suggestions, sounds):
        assert len(gzip.compress(made(titles, ["社会救助"], words, synonyms), 6)) < LARGEST
    found = put(suggestions(titles, ["社会救助"], words, synonyms))
    assert found["titles"][0] == titles[0] and 500 < len(found["titles"]) < len(titles)
    assert found["words"][:2] == ["社会救助", titles[-1][5:12]] and len(found["words"]) < len(words)


def test_the_same_words_in_another_order_give_the_same_bytes() -> None:
    titles, words = random_titles(50), {"停车": 2, "收费": 2, "泊位": 1}
    turned = dict(reversed(words.items()))
    for made in (suggestions, sounds):
        assert made(titles, ["社会救助"], words, []) == made(titles, ["社会救助"], turned, [])


def test_runs_of_titles_are_words_not_pieces_of_words() -> None:
    runs = frequent_runs(
        [f"{town}县关于最低生活保障{what}的通知" for town in TOWNS for what in ("标准", "办法", "公示", "名单")]
        + [f"{what}标准" for _ in TOWNS for what in ("收费", "补贴")]
    )
    assert (runs["最低生活保障"], runs["标准"], runs["收费标准"]) == (40, 30, 10)
    assert not {"低生活保", "最低生活保", "活保障", "障标准", "费标准"} & set(runs)


def test_signs_are_read_as_the_words_of_the_column_read_them() -> None:
    script = sounds([], [], {"会计": 1, "妇女": 1, "重复": 1}, [])
    readings = {"".join(sign for sign in line if sign.isascii()): line for line in put(script)["readings"]}
    assert "会" in readings["hui"] and "会" in readings["kuai"] and "重" in readings["chong"]
    assert "女" in readings["nv"] and "地" in readings["di"] and "低" in readings["di"]
    assert "红" not in readings["gong"], "a reading that only dictionaries know"


def test_synonyms_of_which_the_column_does_not_speak_are_not_suggested(sample: Path) -> None:
    groups = "- 词语: [泊车, 停车]\n- 词语: [缆车, 索道]\n"
    (sample / "catalogue" / "synonyms.yml").write_text(groups, encoding="utf-8")
    files = dict(help_files(public_column(sample, TODAY)))
    assert put(files[SUGGESTIONS_FILE])["synonyms"] == ["泊车 停车"]
    assert "索道" in put(files[SOUNDS_FILE])["known"], "a hint is given only after asking the index"


def test_what_is_in_force_comes_first_and_nothing_withheld_is_named(sample: Path) -> None:
    column = public_column(sample, TODAY)
    files = dict(help_files(column))
    titles = put(files[SUGGESTIONS_FILE])["titles"]
    named = [document.title for document in column.documents]
    assert set(named) <= set(titles)
    past = {
        document.title for document in column.documents if column.validity[document.origin.path] in ("废止", "失效")
    }
    assert past and past == set(titles[len(named) - len(past) : len(named)])
    text = (SAMPLE / WITHHELD).read_text(encoding="utf-8")
    title = text.split("标题: ")[1].splitlines()[0]
    assert "公开属性: 主动公开" not in text
    assert title not in files[SUGGESTIONS_FILE].decode() and title[:4] not in files[SOUNDS_FILE].decode()


BOX = """() => {
  const form = document.createElement('form');
  form.innerHTML = '<p><label for="box">找什么</label> <input id="box" name="q"></p><button>搜索</button>';
  form.addEventListener('submit', (event) => { event.preventDefault(); window.submitted = box.value; });
  document.getElementById('dc-main').prepend(form);
}"""
ENGINE = """(found) => {
  window.asked = [];
  window.dcSearch = { search: (question) => {
    window.asked.push(question.text);
    const total = found.includes(question.text) ? 3 : 0;
    return Promise.resolve({ total, tiers: total ? [{ id: 'exact', total }] : [], results: [] });
  } };
}"""
NOTHING = {"total": 0, "tiers": [], "results": []}


def with_box(tab: Page, address: str) -> Page:
    """A page of the site with a search box to which suggestions are attached."""
    tab.route("**/assets/js/help.js", lambda route: route.fulfill(path=ROOT / "overrides/search/help.js"))
    tab.goto(address)
    tab.add_script_tag(url=f"{address.removesuffix('index.html')}assets/js/help.js")
    tab.add_style_tag(url=f"{address.removesuffix('index.html')}assets/css/suggest.css")
    tab.evaluate(BOX)
    tab.evaluate("dcSearchHelp.attach(box, (text) => { window.chosen = text; })")
    return tab


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with reader(browser) as context:
        yield with_box(context.new_page(), address)


def hint(tab: Page, text: str, found: list[str], answer: dict[str, Any] = NOTHING) -> str | None:
    """What is said of a query when only ``found`` are in the column."""
    tab.evaluate(ENGINE, found)
    said = tab.evaluate("([text, answer]) => dcSearchHelp.hint(text, answer)", [text, answer])
    return said and said["text"]


@pytest.mark.browser
def test_keys_choose_a_suggestion_and_escape_leaves_the_text(tab: Page) -> None:
    box, options = tab.get_by_role("combobox", name="找什么"), tab.get_by_role("option")
    assert box.get_attribute("aria-expanded") == "false"
    box.type("停车")
    options.first.wait_for()
    assert 2 <= options.count() <= 8 and len(set(options.all_inner_texts())) == options.count()
    assert "停车" not in options.all_inner_texts() and all(
        "停车" in each for each in options.locator("mark").all_inner_texts()
    )
    assert box.get_attribute("aria-expanded") == "true"
    assert tab.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    tab.get_by_text(f"有 {options.count()} 条建议").wait_for(state="attached")

    tab.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    tab.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None, "the text as it was typed"
    tab.keyboard.press("ArrowDown")
    assert [each.get_attribute("aria-selected") for each in options.all()][:2] == ["true", "false"]
    load_axe(tab)
    assert axe_findings(tab) == []
    first = options.first.inner_text()

    tab.keyboard.press("Escape")
    assert (options.count(), box.input_value(), box.get_attribute("aria-expanded")) == (0, "停车", "false")
    tab.keyboard.press("Enter")
    assert tab.evaluate("[window.submitted, window.chosen]") == ["停车", None]
    tab.keyboard.press("ArrowDown")
    options.first.wait_for()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert (box.input_value(), tab.evaluate("[window.submitted, window.chosen]")) == (first, ["停车", first])


@pytest.mark.browser
def test_synonyms_are_offered_and_can_be_clicked(tab: Page) -> None:
    tab.get_by_label("找什么").type("低保")
    tab.get_by_role("option", name="最低生活保障", exact=True).click()
    assert tab.evaluate("[box.value, window.chosen]") == ["最低生活保障"] * 2
    assert tab.get_by_role("option").count() == 0


@pytest.mark.browser
def test_an_input_method_is_not_disturbed(tab: Page) -> None:
    box, options = tab.get_by_label("找什么"), tab.get_by_role("option")
    box.type("停")
    options.first.wait_for()
    keyboard = tab.context.new_cdp_session(tab)
    keyboard.send("Input.imeSetComposition", {"text": "che", "selectionStart": 3, "selectionEnd": 3})
    shown = options.all_inner_texts()
    for key in ("ArrowDown", "Enter"):
        keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": 229})
    assert box.get_attribute("aria-activedescendant") is None and options.all_inner_texts() == shown
    assert tab.evaluate("[window.submitted, window.chosen]") == [None, None]
    keyboard.send("Input.insertText", {"text": "车"})
    options.locator("mark", has_text="停车").first.wait_for()
    assert box.input_value() == "停车"


@pytest.mark.browser
def test_one_request_serves_all_keys_and_none_is_made_before(browser: Browser, address: str) -> None:
    with reader(browser) as context:
        tab, asked = context.new_page(), []

        def note(request: Request) -> None:
            asked.append(request.url.removeprefix(address))

        with_box(tab, address)
        tab.on("request", note)
        tab.get_by_label("找什么").focus()
        assert asked == []
        tab.get_by_label("找什么").type("高龄津贴")
        tab.get_by_role("option").first.wait_for()
        assert asked == [SUGGESTIONS_FILE]


@pytest.mark.browser
def test_suggestions_work_from_a_disk_and_are_silent_without_their_file(browser: Browser, example_site: Path) -> None:
    with reader(browser) as context:
        tab = with_box(context.new_page(), (example_site / "index.html").as_uri())
        tab.get_by_label("找什么").type("停车")
        tab.get_by_role("option").first.wait_for()
        errors: list[Any] = []
        tab.on("pageerror", lambda error: errors.append(error))
        tab.route("**/suggestions.js", lambda route: route.abort())
        with_box(tab, (example_site / "index.html").as_uri())
        with tab.expect_event("requestfailed"):
            tab.get_by_label("找什么").type("停车")
        tab.keyboard.press("Enter")
        assert (tab.get_by_role("option").count(), tab.evaluate("window.submitted"), errors) == (0, "停车", [])


@pytest.mark.browser
@pytest.mark.parametrize(("mode", "side", "most"), [("plain", 44, 8), ("elder", 60, 5)])
def test_suggestions_are_large_enough_to_hit_on_a_phone(
    mode: str, side: int, most: int, browser: Browser, address: str
) -> None:
    with reader(browser, mode, width=360, has_touch=True) as context:
        tab = with_box(context.new_page(), address)
        tab.get_by_label("找什么").type("公开")
        options = tab.get_by_role("option")
        options.first.wait_for()
        boxes = [each.bounding_box() or {} for each in options.all()]
        assert len(boxes) == most and all(box["height"] >= side for box in boxes)
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        chosen = options.nth(1).inner_text()
        options.nth(1).tap()
        assert tab.evaluate("window.chosen") == chosen


@pytest.mark.browser
def test_slips_of_typing_are_recognised(tab: Page) -> None:
    meant = {
        "地保": "低保",
        "dibao": "低保",
        "di bao": "低保",
        "低bao": "低保",
        "gaolingjintie": "高龄津贴",
        "停扯收费标准": "停车收费标准",
        "公共赁住房": "公共租赁住房",
        "公共租租赁住房": "公共租赁住房",
        "公共赁租住房": "公共租赁住房",
        "公共租赁住户": "公共租赁住房",
        "公共祖赁往房": None,
        "申请公共租凭住房 -农村": "申请公共租赁住房 -农村",
        "低保": None,
        "《》": None,
    }
    assert {typed: hint(tab, typed, [right or "最低生活保障"]) for typed, right in meant.items()} == meant


@pytest.mark.browser
def test_a_hint_that_would_find_nothing_is_not_given(tab: Page) -> None:
    assert hint(tab, "地保", []) is None
    assert tab.evaluate("window.asked") == ["低保"]


@pytest.mark.browser
def test_right_words_that_the_column_does_not_hold_are_not_corrected(tab: Page) -> None:
    """Even if all that could be proposed were to be found."""
    words = "彩礼 噪音 油烟 宠物 犬证 物业 婚检 领养 签证 税率 契税 摇号 快递 网约车 台风 河长 填埋 广场舞 非遗 民宿 采砂 林权 兽医 屠宰 夜市 针灸 轮椅 中考"
    words += " 职校 加班 遗产 仲裁 人防 侨胞 征兵 档案 地名 门牌号 怎么给孩子上户口 邻居半夜装修怎么办 狗咬人谁负责 学校门口天天堵车 丢了身份证去哪里补"
    said = tab.evaluate(
        """async (words) => {
          const answer = { total: 3, tiers: [{ id: 'exact', total: 3 }], results: [] };
          window.dcSearch = { search: () => Promise.resolve(answer) };
          const found = [];
          for (const word of words) { found.push(await dcSearchHelp.hint(word, { total: 0, tiers: [], results: [] })); }
          return found;
        }""",
        words.split(),
    )
    assert [each for each in said if each] == []


@pytest.mark.browser
def test_what_was_found_is_doubted_only_where_it_is_in_no_title(tab: Page) -> None:
    def answer(title: str, tier: str = "exact") -> dict[str, Any]:
        return {"total": 1, "tiers": [{"id": tier, "total": 1}], "results": [{"title": title}]}

    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    assert hint(tab, "地保", ["低保"], answer("示例县地保登记办法")) is None
    assert hint(tab, "停车收费标准", ["低保"], answer("通告")) is None
    assert hint(tab, "停扯收费标准", ["停车收费标准"], answer("通告", "all")) is None and requests == []
    assert hint(tab, "停扯收费标准", ["停车收费标准"], answer("通告", "most")) == "停车收费标准"
    assert hint(tab, "地保", ["低保"], answer("示例县国土空间规划")) == "低保"
