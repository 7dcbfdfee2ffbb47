"""Style sheets and scripts: modes said twice say the same, old browsers can run them, nothing is left over."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from browsing import KINDS, reader
from columns import ROOT
from tools import npm_file, program

ASSETS = ROOT / "overrides" / "assets"
SCRIPTS = sorted(
    [*(ASSETS / "js").glob("*.js"), *(ROOT / "overrides/search").glob("*.js"), *(ROOT / "overrides/table").glob("*.js")]
)
TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides").rglob("*.html")))
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ASSETS / "css").glob("*.css"))}


@pytest.mark.parametrize(
    ("attribute", "switch"),
    [
        ('[data-dc-size="2"]', "#dc-size-2"),
        ('[data-dc-size="3"]', "#dc-size-3"),
        ("[data-dc-contrast]", "#dc-contrast"),
        ("[data-dc-elder]", "#dc-elder"),
    ],
)
def test_a_mode_says_the_same_for_the_switch_and_for_the_memory(attribute: str, switch: str) -> None:
    tokens = SHEETS["tokens.css"]
    remembered = re.search(re.escape(f":root{attribute} ") + r"\{(.*?)\}", tokens, re.DOTALL)
    switched = re.search(re.escape(f":root:has({switch}:checked) ") + r"\{(.*?)\}", tokens, re.DOTALL)
    assert remembered and switched and remembered[1].strip()
    assert remembered[1] == switched[1]


def test_every_token_that_is_used_exists_and_every_token_is_used() -> None:
    used = set(re.findall(r"var\((--dc-[a-z-]+)\)", "".join(SHEETS.values())))
    declared = set(re.findall(r"(--dc-[a-z-]+):", SHEETS["tokens.css"]))
    assert used == declared


def test_every_class_of_the_style_sheets_occurs() -> None:
    made = TEMPLATES + "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    made += "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "hooks").rglob("*.py")))
    classes = set(
        re.findall(r"\.(dc-[a-z0-9_-]+)", re.sub(r"/\*.*?\*/", "", "".join(SHEETS.values()), flags=re.DOTALL))
    )
    assert len(classes) > 80
    built = {each for each in classes if each not in made}
    tones = {f"dc-{block}--{tone}" for block in ("banner", "badge") for tone in ("good", "wait", "changed", "gone")}
    depths = {"dc-list__title--2", "dc-contents__item--3", "dc-center", "dc-left", "dc-right", "dc-data__number"}
    assert built <= tones | depths


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_of_a_language_that_a_browser_of_2018_knows(script: Path) -> None:
    acorn = npm_file("acorn/bin/acorn")
    done = subprocess.run(
        [program("node"), str(acorn), "--ecma2017", "--silent", str(script)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["home", "list", "document", "apply"])
def test_a_browser_without_the_newer_selectors_still_has_its_modes_and_its_text(
    kind: str, browser: Browser, address: str
) -> None:
    def older(route: Route) -> None:
        text = re.sub(r"/\*.*?\*/", "", route.fetch().text(), flags=re.DOTALL)
        text = re.sub(r"[^{}]*(?::has\(|:focus-visible|::highlight)[^{}]*\{[^{}]*\}", "", text)
        text = re.sub(
            r"(?<![-\w])(?:accent-color|forced-color-adjust|color-scheme|gap|text-underline-offset):[^;}]*;?", "", text
        )
        route.fulfill(body=text, content_type="text/css")

    with reader(browser, width=360) as context:
        tab = context.new_page()
        tab.route("**/*.css", older)
        tab.goto(address + KINDS[kind])
        size = "parseFloat(getComputedStyle(document.querySelector('.dc-content')).fontSize)"
        assert tab.evaluate(size) == 18
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        tab.get_by_label("长者模式").check()
        assert tab.evaluate(size) >= 24
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        tab.keyboard.press("Tab")
        assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
