"""The pages about the site: the map for people, and the help for those who find pages hard to use."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest

from trees import PageReader, main_of

pytestmark = pytest.mark.xdist_group("about")


def places_of(site: Path, page: str) -> set[str]:
    """The pages to which the main part of a page links."""
    reader = PageReader(main_of((site / page).read_text(encoding="utf-8")))
    folder = posixpath.dirname(page)
    return {posixpath.normpath(posixpath.join(folder, link)) for link in reader.attribute("a", "href")}


def test_the_map_leads_to_every_list_text_and_organ(example_site: Path) -> None:
    listed = places_of(example_site, "sitemap/index.html")
    expected = {
        path.relative_to(example_site).as_posix()
        for pattern in ("*/index.html", "statutory/*/index.html", "catalogue/*/index.html", "themes/*/index.html",
                        "genres/*/index.html", "organs/*/index.html")
        for path in example_site.glob(pattern)
    }  # fmt: skip
    # How to subscribe is told where there is something to subscribe to.
    expected -= {"sitemap/index.html", "about/accessibility/index.html", "subscribe/index.html"}
    assert expected - listed == set()
    assert {"catalogue/documents.csv", "about/privacy/index.html"} <= listed


def test_the_map_and_the_accessibility_page_are_linked_on_every_page(example_site: Path) -> None:
    for path in example_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        footer = html[html.index('<footer class="dc-footer"') :]
        assert "sitemap/index.html" in footer and "网站地图" in footer, path
        assert "accessibility/index.html" in footer and "无障碍声明" in footer, path
        assert "about/accessibility/" not in footer, path
    assert "sitemap/index.html" in main_of((example_site / "404.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("site", ["example_site", "sample_site"])
def test_the_tools_are_explained_whether_an_editor_wrote_the_page_or_not(
    site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    main = main_of((folder / "accessibility/index.html").read_text(encoding="utf-8"))
    for tool in ("长者模式", "字号", "高对比度", "朗读", "打印", "二维码", "复制链接", "键盘操作", "打电话问"):
        assert f'<th scope="row">{tool}</th>' in main
    assert 'href="tel:' in main
    assert ("已知的不足" in main) == (site == "example_site")


def test_the_old_address_of_the_accessibility_page_answers(example_site: Path) -> None:
    old = (example_site / "about/accessibility/index.html").read_text(encoding="utf-8")
    assert '<a href="../../accessibility/index.html">无障碍声明</a>' in old
