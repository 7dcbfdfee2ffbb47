"""Every kind of page in every way of reading it, at every width: whole, readable, operable."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import ALIKE, KINDS, MODES, UNLIKE, axe_findings, keep, load_axe, reader

pytestmark = pytest.mark.browser

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
COLOURED = (1280, 320)
"""Lists are tables at one of these widths and cards at the other; colours do not depend on the width otherwise."""

WIDTHS = dict.fromkeys(MODES, COLOURED) | dict.fromkeys(("plain", "elder"), (1280, 768, 360, 320))
"""The other modes are nothing but other colours."""

KEPT = (("plain", 1280), ("plain", 360), ("elder", 360))
LEAST = {"elder": {"size": 24, "line": 1.3, "target": 60}}
ORDINARY = {"size": 18, "line": 1.3, "target": 44}
SPACED = """() => document.styleSheets[0].insertRule(
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }')"""

READ = [(kind, mode) for kind in KINDS for mode in MODES if kind not in ALIKE or mode in ("plain", "elder")]

kinds = pytest.mark.parametrize("kind", UNLIKE)


@pytest.mark.parametrize(("kind", "mode"), READ)
def test_page_is_whole_readable_and_operable_at_every_width(
    kind: str, mode: str, browser: Browser, address: str
) -> None:
    troubles: list[str] = []
    hosts: set[str] = set()
    with reader(browser, mode) as context:
        tab = context.new_page()
        tab.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}"))
        tab.on("console", lambda message: troubles.append(message.text))
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        answer = tab.goto(address + KINDS[kind])
        assert answer is not None and answer.status == (404 if kind == "missing" else 200)
        least = LEAST.get(mode, ORDINARY)
        load_axe(tab)
        for width in WIDTHS[mode]:
            tab.set_viewport_size({"width": width, "height": 900})
            text = "getComputedStyle(document.querySelector('.dc-content'))"
            assert tab.evaluate(f"parseFloat({text}.fontSize)") >= least["size"]
            assert tab.evaluate(f"parseFloat({text}.lineHeight)") >= 1.75 * least["size"] - 0.01
            found = (*tab.evaluate(MEASURE, least), *axe_findings(tab, contrast=width in COLOURED))
            troubles += [f"{width}: {finding}" for finding in found]
            if (mode, width) in KEPT:
                keep(tab, f"{kind}-{mode}-{width}")
    if kind == "missing":
        troubles = [trouble for trouble in troubles if "404" not in trouble]
    assert troubles == []
    assert hosts == {address.split("/")[2]}


@pytest.mark.parametrize("width", [1280, 360])
@kinds
def test_text_can_be_doubled_spaced_out_and_read_through_a_slit(
    kind: str, width: int, magnified: Browser, address: str
) -> None:
    with reader(magnified, width=width) as context:
        tab = context.new_page()
        tab.goto(address + KINDS[kind])
        assert tab.evaluate(MEASURE, {"size": 36, "line": 1.3, "target": 44}) == [], "twice the size"
        tab.evaluate(SPACED)
        assert tab.evaluate(MEASURE, {"size": 36, "line": 1.3, "target": 44}) == [], "and spaced out"
        tab.set_viewport_size({"width": 320, "height": 256})
        covered = tab.evaluate(
            """() => [...document.querySelectorAll('*')].filter(
                 (each) => /fixed|sticky/.test(getComputedStyle(each).position) && each.getClientRects().length).length"""
        )
        assert covered == 0, "nothing stays in front of the text"


@pytest.mark.parametrize("mode", ["plain", "elder"])
@kinds
def test_larger_type_fits(kind: str, mode: str, browser: Browser, address: str) -> None:
    least = LEAST.get(mode, ORDINARY)
    troubles: list[str] = []
    with reader(browser, mode) as context:
        tab = context.new_page()
        tab.goto(address + KINDS[kind])
        for step, factor in (("2", 1.2), ("3", 1.4)):
            tab.evaluate("step => window.dcPreferences.set('size', step)", step)
            for width in (1280, 1024, 320):
                tab.set_viewport_size({"width": width, "height": 900})
                found = tab.evaluate(MEASURE, {**least, "size": least["size"] * factor - 0.1})
                troubles += [f"{step} at {width}: {finding}" for finding in found]
    assert troubles == []


STOPS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const hidden = getComputedStyle(element).opacity === '0';
  const seen = hidden ? document.querySelector(`label[for=${element.id}]`) : element;
  const style = getComputedStyle(seen);
  const box = seen.getBoundingClientRect();
  const rects = [...seen.getClientRects()];
  const middle = Math.min(Math.max(rects[0].top + rects[0].height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(rects[0].left + rects[0].width / 2, middle);
  const before = window.dcLast && window.dcLast !== element && !(window.dcLast.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.dcLast = element;
  return {
    name: `${element.tagName} ${(element.textContent || element.id).trim().slice(0, 30)}`,
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inView: box.width > 1 && box.left >= -1 && box.right <= innerWidth + 1 && box.bottom > 1 && box.top < innerHeight - 1,
    covered: !(top && (seen.contains(top) || top.contains(seen))),
    backwards: Boolean(before),
  };
}"""


@pytest.mark.parametrize(("mode", "width"), [("plain", 1280), ("elder", 360)])
@kinds
def test_each_tab_stop_is_seen_and_follows_the_text(
    kind: str, width: int, mode: str, browser: Browser, address: str
) -> None:
    with reader(browser, mode, width) as context:
        tab = context.new_page()
        tab.emulate_media(reduced_motion="reduce")
        tab.goto(address + KINDS[kind])
        stops = []
        for _ in range(400):
            tab.keyboard.press("Tab")
            stop = tab.evaluate(STOPS)
            if stop is None:
                break
            stops.append(stop)
        else:
            pytest.fail("the keyboard never leaves the page")
        assert len(stops) > 10
        assert [stop for stop in stops if stop["ring"] < 3 or not stop["inView"] or stop["covered"]] == []
        assert [stop["name"] for stop in stops if stop["backwards"]] == []


@pytest.mark.parametrize("kind", ["home", "list", "document"])
def test_forced_colours_keep_states_and_borders(kind: str, browser: Browser, address: str) -> None:
    with reader(browser, forced_colors="active") as context:
        tab = context.new_page()
        tab.goto(address + KINDS[kind])
        keep(tab, f"{kind}-forced-1280")
        assert tab.evaluate("matchMedia('(forced-colors: active)').matches")
        for current in tab.locator(".dc-parts__link[aria-current], .dc-menu__link[aria-current]").all():
            assert current.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
