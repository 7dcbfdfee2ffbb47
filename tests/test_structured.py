"""The structured data of pages, in the words of schema.org."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from disclosure.derive.pieces import Place, Thing
from disclosure.publish.head import json_ld

pytestmark = pytest.mark.xdist_group("structured")

HOST = "https://www.shilixian.gov.cn/zfxxgk/"
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

Data = list[dict[str, Any]]


def data_of(html: str) -> Data:
    """The nodes of a page's only block of structured data."""
    blocks = _BLOCK.findall(html)
    if not blocks:
        return []
    assert len(blocks) == 1
    found = json.loads(blocks[0])
    assert found["@context"] == "https://schema.org" and set(found) == {"@context", "@graph"}
    graph: Data = found["@graph"]
    return graph


@pytest.fixture(scope="module")
def data(example_site: Path) -> dict[str, Data]:
    """The structured data of every page by its address."""
    return {
        path.relative_to(example_site).as_posix().removesuffix("index.html"): data_of(path.read_text(encoding="utf-8"))
        for path in sorted(example_site.rglob("*.html"))
    }


def test_every_page_but_two_says_where_it_is(data: dict[str, Data]) -> None:
    for address, graph in data.items():
        trails = [node for node in graph if node["@type"] == "BreadcrumbList"]
        assert len(trails) == (address not in ("", "404.html")), address
        for trail in trails:
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert steps[0]["name"] == "首页" and steps[0]["item"] == HOST
            assert steps[-1]["item"] == HOST + address


def test_a_paper_with_validity_is_legislation_with_its_force_and_what_it_repeals(data: dict[str, Data]) -> None:
    paper = data["statutory/normative/2026/seniors-allowance-2026/"][0]
    assert paper["@type"] == "Legislation"
    assert paper["legislationIdentifier"] == "示政规〔2026〕4号"
    assert (paper["legislationDate"], paper["datePublished"]) == ("2026-09-11", "2026-09-16")
    assert paper["legislationLegalForce"] == "https://schema.org/InForce"
    assert paper["legislationPassedBy"][0] == {
        "@type": "GovernmentOrganization",
        "name": "示例县人民政府",
        "url": f"{HOST}organs/gov/",
    }
    assert paper["legislationRepeals"][0]["url"] == f"{HOST}statutory/normative/2021/seniors-allowance-2021/"
    assert paper["encoding"][0]["contentUrl"].startswith(HOST)
    assert paper["isPartOf"] == {
        "@type": "CollectionPage",
        "name": "行政规范性文件",
        "url": f"{HOST}statutory/normative/",
    }
    repealed = data["statutory/normative/2021/seniors-allowance-2021/"][0]
    assert repealed["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_other_documents_reports_organs_and_the_column_have_types_of_their_own(data: dict[str, Data]) -> None:
    reading = data["statutory/interpretation/2026/seniors-allowance-text/"][0]
    assert reading["@type"] == "DigitalDocument"
    assert reading["about"][0]["legislationIdentifier"] == "示政规〔2026〕4号"
    report = data["annual/2025/"][0]
    assert (report["@type"], report["temporalCoverage"]) == ("Report", "2025")
    organ = data["organs/civil-affairs/"][0]
    assert (organ["@type"], organ["telephone"]) == ("GovernmentOrganization", "0300-5550121")
    site, keeper = data[""]
    assert (site["@type"], site["url"]) == ("WebSite", HOST)
    office, place = keeper.pop("contactPoint")
    assert keeper == data["organs/gov/"][0], "the organ is the same on both pages"
    assert office == {
        "@type": "ContactPoint",
        "name": "示例县人民政府办公室政务公开股",
        "telephone": "0300-5550101",
        "faxNumber": "0300-5550102",
        "email": "zwgk@shilixian.gov.cn",
    }
    assert (place["@type"], place["name"]) == ("PostalAddress", office["name"])
    assert place["streetAddress"].startswith("示范省示例市示例县") and place["postalCode"] == "990121"


def test_all_kinds_of_force_occur(data: dict[str, Data]) -> None:
    forces = {node.get("legislationLegalForce") for graph in data.values() for node in graph}
    assert forces >= {f"https://schema.org/{name}" for name in ("InForce", "NotInForce")}


def test_a_title_cannot_end_the_block(sample: Path) -> None:
    path = sample / "content/statutory/normative/2026/ferry-2026.md"
    text = path.read_text(encoding="utf-8")
    title = "渡口</script><script>alert(1)</script>&办法"
    path.write_text(re.sub("标题: .*", f'标题: "{title}"', text), encoding="utf-8", newline="\n")
    assert run("disclosure", "build", cwd=sample).returncode == 0
    html = (sample / "site/statutory/normative/2026/ferry-2026/index.html").read_text(encoding="utf-8")
    assert data_of(html)[0]["name"] == title
    assert "alert(1)" not in html.replace("&lt;script&gt;alert(1)", "").replace("\\u003cscript\\u003ealert(1)", "")


@given(st.text())
def test_any_text_comes_back_as_it_was_and_holds_no_sign_of_markup(text: str) -> None:
    written = json_ld((Thing("Thing", (("name", text),)),), "")
    assert not set(written) & set("<>&")
    assert json.loads(written)["@graph"] == [{"@type": "Thing", "name": text}]


def test_without_the_address_of_the_site_nothing_claims_one() -> None:
    node = Thing("Thing", (("name", "名"), ("url", Place("a/")), ("sameAs", "https://example.gov.cn/")))
    assert json.loads(json_ld((node,), ""))["@graph"] == [
        {"@type": "Thing", "name": "名", "sameAs": "https://example.gov.cn/"}
    ]
