"""The organs: a directory to call from, six facts, what belongs to an organ, a card for the telephone."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from columns import SAMPLE, TODAY
from disclosure.column import Column
from disclosure.derive.holdings import Holdings
from disclosure.derive.organs.contexts import ContactCard
from disclosure.derive.organs.directory import organs_page
from disclosure.derive.organs.page import contact_card, organ_pages
from disclosure.pipeline import read_column
from disclosure.publish.contact_card import contact_file

COLUMN: Column = read_column(SAMPLE, TODAY)[0]  # type: ignore[assignment]


def page_of(site: Path, name: str) -> str:
    return " ".join((site / name / "index.html").read_text(encoding="utf-8").split())


def test_the_directory_gives_address_telephone_and_hours_by_kind(example_site: Path) -> None:
    html = page_of(example_site, "organs")
    kinds = [html.index(f">{kind}</h2>") for kind in ("政府", "部门", "派出机构", "乡镇街道", "直属单位")]
    assert kinds == sorted(kinds)
    row = html[html.index("示例县民政局</a>") :].split("</tr>")[0]
    assert "示范省示例市示例县敬老路3号" in row and 'href="tel:03005550121"' in row and "工作日" in row


def test_organs_without_kind_stand_last_and_a_column_without_kinds_has_one_list() -> None:
    assert [group.name for group in organs_page(Holdings(COLUMN)).groups] == ["部门", "其他机关"]
    plain = replace(COLUMN, organs=tuple(replace(organ, kind=None) for organ in COLUMN.organs))
    (group,) = organs_page(Holdings(plain)).groups
    assert (group.name, len(group.rows)) == ("", len(COLUMN.organs))


def test_an_organ_shows_its_facts_tasks_items_and_documents(example_site: Path) -> None:
    html = page_of(example_site, "organs/civil-affairs")
    for words in ("机关职能", "机构设置", "王明华（局长）", "<strong>社会救助股</strong>", 'href="tel:03005550124"'):
        assert words in html
    assert "tasks/2026/index.html#task-14" in html and "牵头 2 项（已完成 1 项，进行中 1 项）" in html
    assert "fields/social-assistance/index.html" in html and "负责 18 项，已经公开 8 项" in html
    assert ">社会救助</a>" in html and "示例县民政局文件列表" in html
    leaders = page_of(example_site, "organs/gov")
    assert "沈书宁" in leaders and "常务副县长" in leaders and "分管政府信息公开和政务公开。" in leaders


def test_further_pages_hold_documents_only(example_site: Path) -> None:
    second = page_of(example_site, "organs/gov/2")
    assert "（第 2 页）" in second and "机关职能</h2>" not in second and "dc-list__title" in second


def test_what_is_not_known_leaves_no_empty_label() -> None:
    organ = replace(
        COLUMN.organs[2],
        duties=(),
        divisions=(),
        leaders=(),
        address=None,
        hours=None,
        telephone=None,
        head=None,
        kind=None,
    )
    column = replace(COLUMN, organs=(*COLUMN.organs[:2], organ), documents=(), tasks=(), items=())
    page = list(organ_pages(Holdings(column)))[2]
    assert page.facts == () and list(page.sections) == ["documents"]


def test_the_data_set_has_a_row_for_every_organ(example_site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((example_site / "data/organs.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 18
    row = next(row for row in rows if row["名称"] == "示例县清河镇人民政府")
    assert (row["类别"], row["联系电话"], row["负责人"]) == ("乡镇街道", "0300-5550301", "宋远帆")
    assert row["地址"].endswith("/organs/qinghe/")


def test_a_telephone_takes_in_the_card(example_site: Path) -> None:
    card = (example_site / "organs/labour/contact.vcf").read_bytes()
    assert card.endswith(b"END:VCARD\r\n") and b"\r\n" in card and b"\n\n" not in card
    lines = card.decode().replace("\r\n ", "").split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "FN:示例县人力资源和社会保障局" in lines and "TEL;TYPE=WORK,VOICE:03005550134" in lines
    assert not any(line.startswith("TEL") and "VOICE" in line for line in contact_of("内线 12").split("\r\n"))


def contact_of(telephone: str) -> str:
    return contact_file(contact_card(replace(COLUMN.organs[0], telephone=telephone)), "").decode()


@given(st.text(min_size=1).filter(lambda text: "\r" not in text))
def test_any_text_comes_back_from_a_card_and_no_line_is_too_long(text: str) -> None:
    card = ContactCard(name=text, short_name="", address=text, telephones=(), fax="", email="", page="organs/a/")
    written = contact_file(card, "")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    whole = written.decode().replace("\r\n ", "")
    (name,) = [line for line in whole.split("\r\n") if line.startswith("FN:")]
    read = (
        name[3:].replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
    )
    assert read == text or "\0" in text
