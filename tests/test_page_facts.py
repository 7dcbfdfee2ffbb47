"""What is read of finished pages: the same that Python's own parser reads, addresses as a browser resolves them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.publish.page_facts import facts_of_page
from disclosure.publish.targets import numeric_hosts, target_of
from disclosure.site import Facts, LinkKind

ROOT = "/zfxxgk/"
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
FOLLOWED = {("a", "href"): LinkKind.LINK, ("form", "action"): LinkKind.FORM, ("img", "src"): LinkKind.IMAGE}


class Judge(HTMLParser):
    """Reads a page with Python's parser, tag by tag."""

    def __init__(self, html: str, path: str) -> None:
        super().__init__()
        self.path, self.open, self.is_sound = path, list[str](), True
        self.ids, self.labels, self.title = list[str](), dict[str, str](), ""
        self.links: dict[LinkKind, set[str]] = {}
        self.parts: dict[str, int] = {}
        self.feed(html)
        self.close()
        self.is_sound &= not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "id" in found:
            self.is_sound &= found["id"] not in self.ids
            self.ids.append(found["id"])
        if tag in ("header", "nav", "main", "footer", "h1"):
            self.parts[tag] = self.parts.get(tag, 0) + 1
        if tag == "meta" and "name" in found:
            self.labels[found["name"]] = found["content"]
        if tag == "script" and "src" in found:
            self._lead(LinkKind.SCRIPT, found["src"])
        if tag == "link":
            kinds = {"stylesheet": LinkKind.STYLE, "icon": LinkKind.IMAGE}
            self._lead(kinds.get(found["rel"], LinkKind.DATA), found["href"])
        for key, value in found.items():
            if kind := FOLLOWED.get((tag, key)):
                self._lead(kind, value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.is_sound &= "svg" in self.open
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self.is_sound &= bool(self.open) and self.open[-1] == tag
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data

    def _lead(self, kind: LinkKind, address: str) -> None:
        self.links.setdefault(kind, set()).add(target_of(address, self.path, ROOT))


def agree(facts: Facts, judge: Judge) -> None:
    page = facts.page
    assert page is not None
    assert page.title == judge.title.strip()
    assert list(page.ids) == list(dict.fromkeys(judge.ids))
    assert dict(page.labels) == judge.labels
    assert dict(page.parts) == judge.parts
    for kind in (LinkKind.LINK, LinkKind.FORM, LinkKind.IMAGE, LinkKind.STYLE, LinkKind.SCRIPT):
        assert set(facts.links.get(kind, ())) == judge.links.get(kind, set()), kind
    assert judge.links.get(LinkKind.DATA, set()) <= set(facts.links.get(LinkKind.DATA, ()))
    assert bool(page.faults) is not judge.is_sound, page.faults


def test_every_page_of_the_example_is_read_as_python_s_parser_reads_it(example_site: Path) -> None:
    pages = sorted(example_site.rglob("*.html"))
    assert len(pages) > 300
    for file in pages:
        html, path = file.read_text(encoding="utf-8"), file.relative_to(example_site).as_posix()
        facts = facts_of_page(html, path, ROOT)
        judge = Judge(html, path)
        for rows in re.findall(r'data-rows="([^"]*)"', html):
            judge.links[LinkKind.SCRIPT].add(rows)
        agree(facts, judge)
        assert judge.is_sound, path


words = st.text(st.sampled_from("停车 ab<>&\"'=/#第一条-"), max_size=8)
names = st.sampled_from(["div", "p", "section", "h1", "nav", "span", "svg"])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(names)
    id_ = f' id="{escaped(draw(words))}"' if draw(st.booleans()) else ""
    inner = "".join(draw(st.lists(elements(depth - 1), max_size=3))) if depth else ""
    link = f'<a href="{escaped(draw(words))}">{escaped(draw(words))}</a><br><img src="{escaped(draw(words))}" alt="图">'
    return f"<{name}{id_}>{escaped(draw(words))}{inner}{link}</{name}>"


@given(elements(), st.data())
def test_any_html_of_our_kind_is_read_as_python_s_parser_reads_it(html: str, data: st.DataObject) -> None:
    whole = f"<!doctype html><title>{escaped(data.draw(words))}</title>{html}"
    agree(facts_of_page(whole, "a/b/index.html", ROOT), Judge(whole, "a/b/index.html"))
    tags = [match.span() for match in re.finditer(r"</\w+>", html)]
    start, end = data.draw(st.sampled_from(tags))
    page = facts_of_page(html[:start] + html[end:], "a/b/index.html", ROOT).page
    assert page is not None and page.faults, "a tag that is missing is told"


@given(st.text(), st.integers(0, 400), st.integers(0, 400))
def test_no_html_makes_the_reader_stumble(text: str, start: int, length: int) -> None:
    html = (
        f'<p id="a"><a href="{text}">{text}</a><svg><path d="M0 0"/></svg><meta name="a" content=\'b\'><!-- {text} -->'
    )
    facts_of_page(html[:start] + html[start + length :], "index.html", ROOT)


parts = st.text(st.sampled_from("ab.%2F停 ~-_"), max_size=5)


@given(
    st.lists(parts, min_size=1, max_size=4), st.lists(st.sampled_from(["..", ".", "a", "停", "a b", "%41"]), max_size=5)
)
def test_addresses_lead_where_a_browser_goes(folders: list[str], steps: list[str]) -> None:
    path = "/".join([*(re.sub(r"[^a-z]", "x", folder) or "x" for folder in folders), "index.html"])
    address = "/".join(steps) or "index.html"
    whole = urlsplit(urljoin(f"https://h{ROOT}{quote(path)}", address)).path
    target = target_of(address, path, ROOT)
    if "../" * (path.count("/") + 1) in address.replace("./../", "../") or target.startswith(".."):
        return  # out of the site, where a browser stops at the root of the host
    assert f"{ROOT}{unquote(target)}" == unquote(whole)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../../guide/index.html#第一条", "guide/index.html#第一条"),
        ("../../guide/a%20b.pdf", "guide/a%20b.pdf"),
        ("../../guide/a b.pdf?x=1#p=2", "guide/a%20b.pdf#p=2"),
        ("#%E7%AC%AC", "a/b/index.html#第"),
        ("", "a/b/index.html"),
        ("?q=1", "a/b/index.html"),
        ("./", "a/b/"),
        ("..", "a/"),
        ("../..", ""),
        ("/zfxxgk/", "index.html"),
        ("/zfxxgk/guide/", "guide/"),
        ("/other/", "/other/"),
        ("../../../x.html", "../x.html"),
        (" HTTPS://www.shilixian.gov.cn/\n", "HTTPS://www.shilixian.gov.cn/"),
        ("//www.shilixian.gov.cn/", "//www.shilixian.gov.cn/"),
        ("tel:12345", "tel:12345"),
    ],
)
def test_an_address_becomes_a_target(address: str, target: str) -> None:
    assert target_of(address, "a/b/index.html", ROOT) == target


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("http://10.1.2.3/ 和 https://10.1.2.3:80/a", ("10.1.2.3",)),
        ("//a@192.168.0.1", ("192.168.0.1",)),
        ("https://v1.2.3.4.gov.cn/ 第1.2.3.4条 https://1.2.3.4.com/ //1.2.3", ()),
    ],
)
def test_addresses_by_number_are_told_from_numbers(text: str, found: tuple[str, ...]) -> None:
    assert numeric_hosts(text) == found
