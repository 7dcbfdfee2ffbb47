"""依申请公开: what the pages say and ask for, and what they do in a browser with the reader's data — nothing."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsing import printed_text, reader
from columns import SAMPLE, TODAY
from disclosure.column import Column
from disclosure.derive import pages
from disclosure.derive.apply import CORRECTION_DAYS, REPLY_DAYS, shown_calendar
from disclosure.derive.contexts import ApplyPage, FormPage
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.publish.forms import form_file
from disclosure.workdays import Calendar
from trees import PageReader, main_of

pytestmark = pytest.mark.xdist_group("apply")

FORMS = ("citizen", "organisation")
ID_NUMBER = "11010519491231002X"


@pytest.fixture(scope="module")
def column() -> Column:
    found, _ = read_column(SAMPLE, TODAY)
    assert found is not None
    return public_part(found)


def form_pages(column: Column) -> list[FormPage]:
    return [page for page in pages(column) if isinstance(page, FormPage)]


def apply_page(column: Column) -> ApplyPage:
    return next(page for page in pages(column) if isinstance(page, ApplyPage))


def text_of(site: Path, name: str) -> str:
    html = main_of((site / name / "index.html").read_text(encoding="utf-8"))
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(text: str, first: str, last: str) -> str:
    start = text.rindex(first)
    return text[start : text.index(last, start)]


def test_three_contents_are_asked_for_and_no_purpose(example_site: Path) -> None:
    html = (example_site / "apply/index.html").read_text(encoding="utf-8")
    listed = re.search(r"<ol>(.*?)</ol>", section(html, 'id="what"', 'id="received"'), re.DOTALL)
    assert listed and listed[1].count("<li>") == 3
    for name in ("apply", *(f"apply/{form}" for form in FORMS)):
        text = text_of(example_site, name)
        assert text.count("用途") == text.count("不需要说明用途") == 1, name
        assert not re.search("减免|492|15 ?个工作日内(予以)?答复", text)


def test_a_refusal_goes_to_review_before_it_goes_to_court(example_site: Path) -> None:
    text = section(text_of(example_site, "apply"), "对答复不满意怎么办", "下载申请表")
    refusal = text[text.index("决定不公开的") : text.index("其他情况")]
    assert refusal.index("先申请行政复议") < refusal.index("再向人民法院起诉")
    assert "不能跳过行政复议" in refusal
    assert "第五十一条" in text


def test_the_terms_are_those_of_the_law(column: Column, example_site: Path) -> None:
    page = apply_page(column)
    assert (page.reply_days, page.extension_days, page.correction_days, page.third_party_days) == (20, 20, 7, 15)
    text = section(text_of(example_site, "apply"), "多久答复", "可能得到的答复")
    assert "最多再延长 20 个工作日" in text and "对方在 15 个工作日内回答" in text


def test_every_organ_that_can_be_reached_is_in_the_table_with_a_number_to_dial(column: Column) -> None:
    page = apply_page(column)
    assert [desk.name for desk in page.desks] == [
        "样例县人民政府（由样例县人民政府办公室信息公开股受理）",
        "样例县人民政府办公室",
        "样例县交通运输局",
    ]
    assert page.desks[0].telephones[0].address == "tel:03995550201"
    assert page.desks[2].fax == "" and page.desks[2].online is None


@pytest.mark.parametrize(
    ("today", "received", "reply", "correction"),
    [
        ("2026-11-21", "2026-11-21", "2026-12-18", "2026-12-01"),
        ("2026-12-25", "2026-12-03", "2026-12-31", "2026-12-14"),
        ("2027-06-01", "2026-12-03", "2026-12-31", "2026-12-14"),
        ("2028-06-01", None, None, None),
    ],
)
def test_the_example_is_of_the_day_or_of_the_last_day_that_can_be_judged(
    today: str, received: str | None, reply: str | None, correction: str | None
) -> None:
    column, _ = read_column(SAMPLE, dt.date.fromisoformat(today))
    assert column is not None
    example = apply_page(public_part(column)).example
    if received is None:
        assert example is None
        return
    assert example is not None
    assert (example.received.iso, example.reply.iso, example.correction.iso) == (received, reply, correction)
    assert example.is_today == (today == received)
    assert example.days[-1].count.startswith("第 20 天")


def test_the_page_holds_the_whole_arrangement_that_it_counts_by(column: Column) -> None:
    known, page = shown_calendar(column), apply_page(column)
    assert [year.year for year in page.years] == [2025, 2026]
    spring = next(each for each in page.years[1].arrangements if each.text == "春节放假")
    assert (spring.first.iso, spring.last.iso) == ("2026-02-15", "2026-02-23")
    worked = [each for year in page.years for each in year.arrangements if each.kind == "worked"]
    assert {each.first.iso for each in worked} == {day.isoformat() for day in known.worked}


def test_a_year_tells_which_notice_it_was_written_down_from(column: Column) -> None:
    calendar = replace(column.calendar, bases={2026: "关于2026年部分节假日安排的通知"})
    page = apply_page(replace(column, calendar=calendar))
    assert [year.basis for year in page.years] == ["", "关于2026年部分节假日安排的通知"]


@pytest.mark.parametrize("form", FORMS)
def test_the_word_file_has_the_labels_of_the_page_in_the_same_order(form: str, example_site: Path) -> None:
    html = main_of((example_site / "apply" / form / "index.html").read_text(encoding="utf-8"))
    html = html[html.index('class="dc-form"') :]
    labels = re.findall(r'<(?:legend|label|span|dt)(?: class="dc-form__l[^>]*)?>([^<]+)<', html)
    document = docx.Document(str(example_site / f"apply/application-{form}.docx"))
    written = [row.cells[0].text.removesuffix("（必填）") for row in document.tables[0].rows]
    assert labels == written
    assert len(written) == len(set(written)) > 12
    required = [row.cells[0].text for row in document.tables[0].rows if row.cells[0].text.endswith("（必填）")]
    assert len(required) == html.count("（必填）")
    assert round(document.sections[0].page_width.mm) == 210
    assert "示例县人民政府" in document.paragraphs[0].text


def test_the_word_files_carry_no_clock(column: Column) -> None:
    for page in form_pages(column):
        first = form_file(page)
        assert form_file(page) == first
        with zipfile.ZipFile(io.BytesIO(first)) as parts:
            assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {info.create_system for info in parts.infolist()} == {3}, "as if made on the same system everywhere"
            core = parts.read("docProps/core.xml").decode()
            assert "<dcterms:" not in core
            assert page.organ in core


def test_the_word_files_are_small_and_name_no_part_that_is_not_there(column: Column) -> None:
    for page in form_pages(column):
        content = form_file(page)
        assert len(content) < 60_000
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = set(parts.namelist())
            assert not {name for name in names if re.search("Effects|thumbnail|customXml|numbering", name)}
            types = re.findall('PartName="/([^"]+)"', parts.read("[Content_Types].xml").decode())
            targets = re.findall('Target="([^"]+)"', parts.read("word/_rels/document.xml.rels").decode())
            assert {*types, *(f"word/{target}" for target in targets)} <= names
        styles = {style.name for style in docx.Document(io.BytesIO(content)).styles}
        assert styles == {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}


def test_forms_cannot_be_submitted_and_have_no_button_without_a_script(example_site: Path) -> None:
    for form in FORMS:
        html = main_of((example_site / "apply" / form / "index.html").read_text(encoding="utf-8"))
        page = PageReader(html)
        assert page.count("form") == page.count("button") == 0
        controls = [attrs for tag, attrs in page.tags if tag in ("input", "textarea", "select")]
        ids = [attrs["id"] for attrs in controls if attrs.get("type") != "radio"]
        assert ids == page.attribute("label", "for")
        assert not any(attrs.get("name") for attrs in controls if attrs.get("type") != "radio")
        tokens = {attrs.get("autocomplete") for attrs in controls}
        assert {"name", "tel", "street-address", "postal-code", "email"} <= tokens


# From here on in a browser.

browser_test = pytest.mark.browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with reader(browser) as found:
        yield found


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab whose page must have no error."""
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    yield page
    assert troubles == []


def fill_by_keyboard(tab: Page) -> None:
    """Go through the form with Tab alone, and type."""
    tab.locator("#dc-field-organ").focus()
    for _ in range(6):
        tab.keyboard.press("ArrowDown")
    for text in (
        "张小明",
        None,
        ID_NUMBER,
        "13900000000",
        "示例县文化路1号3栋",
        "990121",
        "zhang@example.com",
        "2025年全县公交线路调整的文件",
    ):
        tab.keyboard.press("Tab")
        if text:
            tab.keyboard.type(text)
        else:
            tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")


@browser_test
def test_the_script_counts_as_the_calendar_does(tab: Page, address: str, column: Column) -> None:
    known = shown_calendar(column)
    assert known.years == {2025, 2026}
    chosen = random.Random(20)
    days = [dt.date(2024, 12, 1) + dt.timedelta(days=chosen.randrange(0, 800)) for _ in range(50)]
    days += [
        dt.date.fromisoformat(f"2026-{each}")
        for each in ("02-12", "02-13", "04-30", "09-18", "12-03", "12-04", "12-22", "12-23")
    ]
    days += [dt.date(2024, 12, 31), dt.date(2027, 3, 1), dt.date(2019, 5, 6)]
    tab.goto(address + "apply/index.html")
    unknown = 0
    for day in days:
        tab.fill("#dc-deadline-day", day.isoformat())
        said = tab.locator(".dc-deadline [role=status] p").all_text_contents()
        assert len(said) == 2
        for sentence, count in zip(said, (REPLY_DAYS, CORRECTION_DAYS), strict=True):
            end = known.end(day, count)
            unknown += end is None
            if end is None:
                assert f"这里没有{_first_unknown(known, day, count)}年的放假安排" in sentence, (day, sentence)
            else:
                assert f"{end.year}年{end.month}月{end.day}日以前（含当天）" in sentence, (day, sentence)
        steps = known.steps(day, REPLY_DAYS)
        rows = tab.locator(".dc-deadline tbody tr").all_text_contents()
        if steps:
            assert len(rows) == len(steps)
            for row, step in zip(rows, steps, strict=True):
                assert f"{step.day.month}月{step.day.day}日" in row
                assert (f"第 {step.number} 天" if step.number else "不算") in row and step.note in row
    assert unknown > 10


def _first_unknown(known: Calendar, day: dt.date, count: int) -> int:
    number = 0
    while number < count:
        day += dt.timedelta(days=1)
        is_working = known.is_working(day)
        if is_working is None:
            return day.year
        number += is_working
    raise AssertionError


@browser_test
def test_a_form_is_filled_by_keyboard_printed_and_kept_to_oneself(
    tab: Page, context: BrowserContext, address: str, tmp_path: Path
) -> None:
    tab.goto(address + "apply/citizen/index.html")
    tab.wait_for_load_state("load")
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    fill_by_keyboard(tab)
    assert tab.locator("#dc-field-organ").input_value() == "示例县民政局"
    assert tab.locator("input[name=carrier]:checked").input_value() == "纸质"
    tab.evaluate("void (window.print = () => { window.hasPrinted = true; })")
    tab.get_by_role("button", name="打印申请表").press("Enter")
    assert tab.evaluate("window.hasPrinted") is True
    assert tab.locator("[role=alert]").text_content() == ""
    printed = printed_text(tab, tmp_path / "form.pdf")
    for value in (
        "示例县民政局",
        "张小明",
        ID_NUMBER,
        "13900000000",
        "示例县文化路1号3栋",
        "2025年全县公交线路调整的文件",
    ):
        assert value in printed, value
    for part in ("示例县人民政府", "政府信息公开申请表（公民）", "申请人（签名）", "申请日期"):
        assert part in printed
    assert "必填" not in printed and "清空" not in printed and "主办单位" not in printed
    assert [url for url in requests if not url.endswith("/icon.svg")] == [], (
        "the icon may come late; it is the page's own"
    )
    stored = tab.evaluate(
        "JSON.stringify([localStorage.length, sessionStorage.length, document.cookie, location.search])"
    )
    assert stored == '[0,0,"",""]'
    assert context.cookies() == []


@browser_test
def test_a_saved_form_is_one_file_with_what_was_filled_in(tab: Page, example_site: Path, tmp_path: Path) -> None:
    tab.goto((example_site / "apply/organisation/index.html").as_uri())
    tab.fill("#dc-field-name", "示例<b>商行</b> & 伙伴")
    tab.fill("#dc-field-information", "第一行\n第二行")
    tab.get_by_role("button", name="保存到我的电脑").click()
    assert "统一社会信用代码：没有填" in (tab.locator("[role=alert]").text_content() or "")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="就这样保存").click()
    assert download.value.suggested_filename == "政府信息公开申请表（法人和其他组织）.html"
    path = tmp_path / "saved.html"
    download.value.save_as(path)
    saved = path.read_text(encoding="utf-8")
    assert "示例&lt;b&gt;商行&lt;/b&gt; &amp; 伙伴" in saved and "第一行\n第二行" in saved
    reader = PageReader(saved)
    assert reader.count("script") == reader.count("link") == reader.count("img") == 0
    assert "已经交给浏览器保存" in (tab.locator(".dc-form__status").text_content() or "")


@browser_test
def test_leaving_a_form_that_was_neither_printed_nor_saved_is_asked_about(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.goto(address + "apply/citizen/index.html")
    tab.goto(address + "apply/index.html")
    assert asked == [], "nothing was typed"
    tab.goto(address + "apply/citizen/index.html")
    tab.locator("#dc-field-name").press_sequentially("张小明")
    tab.goto(address + "apply/index.html")
    assert asked == ["beforeunload"]
    tab.goto(address + "apply/citizen/index.html")
    tab.locator("#dc-field-name").press_sequentially("张小明")
    tab.get_by_role("button", name="清空").click()
    tab.get_by_role("button", name="再按一次，全部清空").click()
    tab.goto(address + "apply/index.html")
    assert asked == ["beforeunload"], "a cleared form is left without a question"


@browser_test
def test_an_untouched_form_is_blank_on_paper(tab: Page, address: str, tmp_path: Path) -> None:
    tab.goto(address + "apply/citizen/index.html")
    printed = printed_text(tab, tmp_path / "form.pdf")
    assert "证件名称" in printed
    assert "居民身份证" not in printed and "请选择" not in printed


@browser_test
def test_what_is_missing_is_said_gently_and_printing_stays_possible(tab: Page, address: str) -> None:
    tab.goto(address + "apply/citizen/index.html")
    tab.evaluate("void (window.print = () => { window.hasPrinted = true; })")
    tab.select_option("#dc-field-id-kind", "居民身份证")
    tab.fill("#dc-field-id-number", ID_NUMBER[:-1] + "1")
    tab.get_by_role("button", name="打印申请表").click()
    alert = tab.get_by_role("alert")
    assert "有 8 项请再看一下" in (alert.text_content() or "")
    assert tab.evaluate("document.activeElement.textContent").startswith("有 8 项"), "the reader is led to the list"
    assert "证件号码：好像不对" in (alert.text_content() or "")
    alert.get_by_role("link", name="获取方式").click()
    assert tab.evaluate("document.activeElement.name") == "way"
    alert.get_by_role("link", name="姓名").click()
    assert tab.evaluate("document.activeElement.id") == "dc-field-name"
    assert tab.evaluate("window.hasPrinted") is None
    tab.get_by_label("电子邮件").check()
    tab.get_by_role("button", name="打印申请表").click()
    assert "获取方式：选了电子邮件，却没有填电子邮箱" in (alert.text_content() or "")
    alert.get_by_role("button", name="就这样打印").click()
    assert tab.evaluate("window.hasPrinted") is True
    tab.select_option("#dc-field-id-kind", "护照")
    tab.get_by_role("button", name="打印申请表").click()
    assert "证件号码：" not in (alert.text_content() or ""), "only the number of an identity card has a check sign"


@browser_test
def test_clearing_asks_by_a_second_press(tab: Page, address: str) -> None:
    tab.goto(address + "apply/citizen/index.html")
    tab.fill("#dc-field-name", "张小明")
    tab.check("input[value=邮寄]")
    tab.get_by_role("button", name="清空").click()
    assert tab.locator("#dc-field-name").input_value() == "张小明"
    tab.get_by_role("button", name="再按一次，全部清空").click()
    assert tab.locator("#dc-field-name").input_value() == ""
    assert not tab.locator("input[value=邮寄]").is_checked()
    assert "张小明" not in tab.content()


@browser_test
@pytest.mark.parametrize("form", FORMS)
def test_a_long_answer_is_printed_whole_and_an_empty_form_fits_one_sheet(
    form: str, tab: Page, address: str, tmp_path: Path
) -> None:
    tab.goto(f"{address}apply/{form}/index.html")
    assert printed_text(tab, tmp_path / "blank.pdf").count("\f") == 1
    tab.fill("#dc-field-information", "\n".join(f"第{number}句话" for number in range(80)))
    assert "第79句话" in printed_text(tab, tmp_path / "long.pdf")


@browser_test
def test_without_a_script_the_pages_are_whole_and_have_no_dead_button(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = reader(browser, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "apply/index.html")
    assert tab.locator(".dc-deadline").count() == 0
    assert tab.get_by_text("计算用的放假和调休安排").is_visible()
    tab.get_by_role("link", name="政府信息公开申请表（公民）", exact=True).first.click()
    assert tab.get_by_role("main").get_by_role("button").count() == 0
    tab.fill("#dc-field-name", "张小明")
    tab.fill("#dc-field-information", "一二三四五六七八九十\n" * 30)
    printed = printed_text(tab, tmp_path / "form.pdf")
    assert "张小明" in printed and "示例县人民政府" in printed
    assert printed.count("一二三四五六七八九十") == 30
    context.close()


@browser_test
def test_controls_are_large_enough_to_hit(tab: Page, address: str) -> None:
    tab.goto(address + "apply/citizen/index.html")
    for control in tab.locator(".dc-form__control, .dc-form__option, .dc-form__button").all():
        box = control.bounding_box()
        assert box and box["height"] >= 44 and box["width"] >= 44, control.inner_html()
