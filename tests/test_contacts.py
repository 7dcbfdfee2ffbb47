"""Telephone numbers and mailboxes in what editors write."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.derive.contacts import online, telephones
from trees import PageReader


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("0300-5550101", [("0300-5550101", "tel:03005550101")]),
        ("12345", [("12345", "tel:12345")]),
        ("（0300）5550101", [("（0300）5550101", "tel:03005550101")]),
        ("010 12345678", [("010 12345678", "tel:01012345678")]),
        ("13800000000", [("13800000000", "tel:13800000000")]),
        ("400-123-4567", [("400-123-4567", "tel:4001234567")]),
        ("0300-5550101转8001", [("0300-5550101转8001", "tel:03005550101")]),
        ("0300-5550101（工作日）", [("0300-5550101（工作日）", "tel:03005550101")]),
        ("0300-5550101（24小时）", [("0300-5550101（24小时）", "tel:03005550101")]),
        (
            "0300-5550101（8:30—12:00，14:00—17:30）",
            [("0300-5550101（8:30—12:00，14:00—17:30）", "tel:03005550101")],
        ),
        ("0300-5550101、5550102", [("0300-5550101", "tel:03005550101"), ("5550102", "tel:03005550102")]),
        (
            "（0300）5550101、（0301）5550102、5550103",
            [
                ("（0300）5550101", "tel:03005550101"),
                ("（0301）5550102", "tel:03015550102"),
                ("5550103", "tel:03015550103"),
            ],
        ),
        ("12345、0300-5550101", [("12345", "tel:12345"), ("0300-5550101", "tel:03005550101")]),
        ("0300-5550101、12345", [("0300-5550101", "tel:03005550101"), ("12345", "tel:12345")]),
        ("5550102", [("5550102", None)]),
        ("5550102、0300-5550101", [("5550102", None), ("0300-5550101", "tel:03005550101")]),
        ("13800000000、5550102", [("13800000000", "tel:13800000000"), ("5550102", None)]),
        ("110", [("110", "tel:110")]),
        ("95598", [("95598", "tel:95598")]),
        ("96110", [("96110", "tel:96110")]),
        ("123456", [("123456", None)]),
        ("工作时间打总机", [("工作时间打总机", None)]),
        ("0300-5550101，夜间打值班室", [("0300-5550101，夜间打值班室", None)]),
        ("５５５０１０１", [("５５５０１０１", None)]),
    ],
)
def test_numbers_can_be_dialled(text: str, links: list[tuple[str, str | None]]) -> None:
    assert [(link.text, link.address) for link in telephones(text)] == links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("zwgk@shilixian.gov.cn", "mailto:zwgk@shilixian.gov.cn"),
        ("https://www.shilixian.gov.cn/zxly/", "https://www.shilixian.gov.cn/zxly/"),
        ("http://www.shilixian.gov.cn/", None),
        ("javascript:alert(1)@a.cn", None),
        ("a@b.cn 或者网上留言", None),
        ("a@b", None),
    ],
)
def test_mailboxes_and_addresses_can_be_opened(text: str, address: str | None) -> None:
    assert online(text).address == address and online(text).text == text


def test_the_footer_bears_what_the_norms_want_in_their_order(example_site: Path) -> None:
    labels = ["主办单位", "工作机构", "办公地址", "联系电话", "服务热线", "网站标识码", "ICP备案编号", "公安备案编号"]
    for path in example_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        footer = html[html.index('<footer class="dc-footer"') :]
        places = [footer.index(f"<dt>{label}</dt>") for label in labels]
        assert places == sorted(places), path
        links = PageReader(footer).attribute("a", "href")
        assert "tel:03005550101" in links and "tel:12345" in links
        assert footer.index("我为政府网站找错") < footer.index("党政机关网站标识")


def test_organs_and_reading_places_can_be_called_and_written_to_and_a_fax_is_only_a_text(example_site: Path) -> None:
    html = (example_site / "organs/civil-affairs/index.html").read_text(encoding="utf-8")
    assert '<a href="tel:03005550121">0300-5550121</a>' in html
    assert '<a href="mailto:mzj@shilixian.gov.cn">mzj@shilixian.gov.cn</a>' in html
    assert "tel:03005550221" not in html and "0300-5550221" in html
    guide = (example_site / "guide/index.html").read_text(encoding="utf-8")
    assert "tel:03005550191" in guide and "mailto:zwgk@shilixian.gov.cn" in guide
