"""The QR code that leads a phone to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno

from columns import TODAY
from disclosure import derive
from disclosure.derive.contexts import PageContext
from disclosure.host import configuration
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.publish.qr import QUIET, qr_code
from disclosure.publish.render import Renderer, Stage

ADDRESS = "https://www.shilixian.gov.cn/zfxxgk/statutory/normative/2026/seniors-allowance-2026/"


def modules_of(svg: str) -> list[list[int]]:
    """The modules that the lines of an SVG darken, quiet zone included."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    found = [[0] * size for _ in range(size)]
    x = y = 0
    (lines,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    for sign, first, second in re.findall(r"([Mmh])(\d+)(?: ([\d.]+))?", lines):
        if sign == "M":
            x, y = int(first), int(float(second))
        elif sign == "m":
            x += int(first)
        else:
            for _ in range(int(first)):
                found[y][x] = 1
                x += 1
    return found


@pytest.mark.parametrize("address", [ADDRESS, "https://a.cn/", "https://a.cn/" + "x/" * 100])
def test_the_picture_is_the_code_of_the_address(address: str) -> None:
    expected = segno.make_qr(address, error="m", mask=2, boost_error=False)
    drawn = modules_of(qr_code(address))
    assert drawn == [list(row) for row in expected.matrix_iter(border=QUIET)]
    assert not any(map(any, drawn[:QUIET])) and all(row[0] == 0 for row in drawn)


def test_the_picture_needs_no_style_and_has_a_name() -> None:
    svg = qr_code(ADDRESS)
    assert 'role="img" aria-label="本页地址的二维码"' in svg
    assert "style" not in svg and "currentColor" not in svg
    assert len(svg) < 3000


@pytest.mark.parametrize(
    ("template", "site_url", "has_code"),
    [("home", "https://a.cn/", True), ("home", "", False), ("not_found", "https://a.cn/", False)],
)
def test_templates_are_given_the_code_of_the_page(
    template: str, site_url: str, has_code: bool, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "pages").mkdir()
    probe = '{% extends "main.html" %}{% block content %}{{ qr }}{% endblock %}'
    (tmp_path / f"pages/{template}.html").write_text(probe, encoding="utf-8")
    column, _ = read_column(sample, TODAY)
    assert column is not None
    column = public_part(column)
    dirs = configuration(sample / "mkdocs.yml").theme.dirs
    stage = Stage(template_dirs=(str(tmp_path), *dirs), site=derive.site(column), root="/", site_url=site_url)
    page: PageContext = next(each for each in derive.pages(column) if each.template == f"pages/{template}.html")
    html = Renderer(stage).render(page)
    assert (str(qr_code(site_url + page.frame.address)) in html) == has_code
    assert ("dc-qr" in html) == has_code
