"""政策解读: documents and their interpretations find each other, and what is counted is counted right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from columns import SAMPLE, TODAY, sample_at
from disclosure import derive
from disclosure.column import Column
from disclosure.derive.contexts import DocumentPage, InterpretationRatesPage, InterpretationsPage
from disclosure.measures.interpretation import interpreted, percent, rates, total
from disclosure.pipeline import read_column
from disclosure.public import public_part
from disclosure.workdays import Calendar

pytestmark = pytest.mark.xdist_group("interpretations")

PARKING = "statutory/normative/2025/parking-2025/"
EXPLANATION = "statutory/normative/2025/parking-2025-explained/"


def column_at(root: Path) -> Column:
    column, problems = read_column(root, TODAY)
    assert column is not None and problems == (), problems
    return public_part(column)


@pytest.fixture(scope="module")
def sample() -> Column:
    return column_at(SAMPLE)


@pytest.fixture(scope="module")
def example() -> Column:
    column, _ = read_column(SAMPLE.parent.parent, TODAY)
    assert column is not None
    return public_part(column)


def page_at(column: Column, address: str) -> DocumentPage:
    return next(
        each for each in derive.pages(column) if isinstance(each, DocumentPage) and each.frame.address == address
    )


def write_interpretation(root: Path, name: str, **changes: str) -> None:
    """Another interpretation beside that of the sample, with other values for some keys."""
    folder = root / "content/statutory/normative/2025"
    lines = (folder / "parking-2025-explained.md").read_text(encoding="utf-8").split("\n")
    keys = {"索引号": "11980101100210021A/2025-000099", "标题": name, **changes}
    written = [
        f"{line.split(':')[0]}: {keys[line.split(':')[0]]}" if line.split(":")[0] in keys else line for line in lines
    ]
    (folder / f"{name}.md").write_text("\n".join(written), encoding="utf-8")


def test_a_document_and_its_interpretation_lead_to_each_other(sample: Column) -> None:
    document, explanation = page_at(sample, PARKING), page_at(sample, EXPLANATION)
    (found,) = document.explanations
    assert (found.form, found.link.address, found.unit) == ("图解", EXPLANATION, "样例县交通运输局")
    assert document.interpretation is None
    assert explanation.interpretation is not None and explanation.explanations == ()
    (target,) = explanation.interpretation.documents
    assert (target.link.address, target.state, target.tone) == (PARKING, "有效", "good")
    assert [each.address for each in explanation.interpretation.telephones] == ["tel:03995550231"]
    assert explanation.banner is None


def test_several_forms_of_one_document_name_each_other(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    write_interpretation(root, "parking-questions", **{"解读形式": "问答", "发布日期": "2025-02-19"})
    column = column_at(root)
    assert [each.form for each in page_at(column, PARKING).explanations] == ["图解", "问答"]
    own = page_at(column, EXPLANATION).interpretation
    assert own is not None and [each.form for each in own.others] == ["问答"]


@pytest.mark.parametrize(
    ("change", "tone", "words"),
    [
        ("废止: [样政发〔2025〕6号]", "gone", "本文解读的文件已经废止，不再执行"),
        ("修改: [样政发〔2025〕6号]", "changed", "本文解读的文件已经修改。"),
    ],
)
def test_an_interpretation_says_that_its_document_is_over_or_changed(
    tmp_path: Path, change: str, tone: str, words: str
) -> None:
    root = sample_at(tmp_path)
    ferry = root / "content/statutory/normative/2026/ferry-2026.md"
    text = ferry.read_text(encoding="utf-8").replace("施行日期: 2027-01-01", f"施行日期: 2026-11-10\n{change}")
    ferry.write_text(text, encoding="utf-8")
    parking = root / "content/statutory/normative/2025/parking-2025.md"
    parking.write_text(parking.read_text(encoding="utf-8").replace("有效性: 有效\n", ""), encoding="utf-8")
    banner = page_at(column_at(root), EXPLANATION).banner
    assert banner is not None and banner.tone == tone and banner.text.startswith(words)
    assert [link.address for link in banner.links] == [PARKING, "statutory/normative/2026/ferry-2026/"]


def test_what_lies_outside_is_listed_as_well(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    write_interpretation(
        root, "outside", **{"解读": '{标题: 样例省停车条例, 地址: "https://www.yanglisheng.gov.cn/tc.html"}'}
    )
    column = column_at(root)
    page = next(each for each in derive.pages(column) if isinstance(each, InterpretationsPage))
    firsts = [line.cells[0].values[0] for line in page.table.lines]
    assert [getattr(each, "address", "") for each in firsts] == ["https://www.yanglisheng.gov.cn/tc.html", PARKING]
    assert page.table.lines[0].cells[-1].values[0].text == "不适用"
    assert page.table.lines[1].cells[-1].values[0].text == "1 天"


def test_a_column_without_interpretations_has_no_such_pages(sample: Column) -> None:
    bare = replace(sample, documents=tuple(each for each in sample.documents if not each.interprets))
    addresses = [page.frame.address for page in derive.pages(bare)]
    assert not [address for address in addresses if address.startswith("interpretations/")]
    assert not [each for each in derive.findables(bare) if each.address.startswith("interpretations/")]


def test_the_list_is_cut_into_pages_of_twenty_and_anchors_stay_their_own(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    for number in range(25):
        index = f"11980101100210021A/2025-0001{number:02}"
        target = f"{{标题: 外地办法{number}}}"
        write_interpretation(root, f"outside-{number}", **{"索引号": index, "解读": target})
    found = [page for page in derive.pages(column_at(root)) if isinstance(page, InterpretationsPage)]
    assert [len(page.table.lines) for page in found] == [20, 6]
    anchors = [line.anchor for page in found for line in page.table.lines]
    assert len(set(anchors)) == 26
    assert [page.frame.address for page in found] == ["interpretations/", "interpretations/2/"]


def test_counts_add_up_in_every_quarter_and_in_all(example: Column) -> None:
    counted = rates(example)
    assert len(counted) > 10
    for rate in (*counted, total(counted)):
        assert rate.documents == rate.interpreted + rate.missing > 0
        assert rate.interpreted == rate.in_time + rate.late + rate.unknown
        assert rate.several <= rate.interpreted
    assert total(counted).documents == sum(bool(document.normative) for document in example.documents)
    by_group = {(rate.quarter, rate.organ): rate for rate in counted}
    late = by_group["2026年第二季度", "县政府"]
    assert (late.documents, late.in_time, late.late) == (1, 0, 1)
    newest = by_group["2026年第四季度", "县政府"]
    assert (newest.documents, newest.interpreted, newest.several, newest.in_time, newest.late) == (2, 2, 2, 2, 0)


def test_without_a_calendar_nothing_is_guessed(sample: Column) -> None:
    week = dt.timedelta(days=7)
    documents = tuple(
        replace(each, published=each.published + week) if each.interprets else each for each in sample.documents
    )
    unknown = replace(sample, documents=documents, calendar=Calendar())
    (rate,) = [rate for rate in rates(unknown) if rate.interpreted]
    assert (rate.in_time, rate.late, rate.unknown) == (0, 0, 1)
    page = next(each for each in derive.pages(unknown) if isinstance(each, InterpretationRatesPage))
    assert page.table is not None
    heads = [head.text for head in page.table.heads]
    line = next(line for line in page.table.lines if line.cells[0].values[0].text == "2025年第一季度")
    texts = dict(zip(heads, (cell.values[0].text for cell in line.cells), strict=True))
    assert (texts["按时"], texts["算不出来"], texts["有解读"]) == ("0", "1", "1（100%）")


def test_what_came_within_three_days_is_in_time_whatever_the_calendar(sample: Column) -> None:
    (rate,) = [rate for rate in rates(replace(sample, calendar=Calendar())) if rate.interpreted]
    assert (rate.in_time, rate.late, rate.unknown) == (1, 0, 0)


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 3, "0%"), (1, 3, "33%"), (2, 3, "67%"), (1, 8, "13%"), (4, 4, "100%")]
)
def test_shares_are_rounded_to_whole_per_cent(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_the_tables_and_the_files_hold_the_same(example: Column) -> None:
    sets = interpreted(example)
    datasets = {each.id: each for each in derive.datasets(example)}
    pairs, counts = datasets["interpretations"], datasets["interpretation-rates"]
    assert len(pairs.rows) == sum(len(each.interpretations) for each in sets) >= 15
    page = next(each for each in derive.pages(example) if isinstance(each, InterpretationRatesPage))
    assert page.table is not None
    shown = [
        [value.text.partition("（")[0] for cell in line.cells for value in cell.values] for line in page.table.lines
    ]
    assert shown == [[str(value) for value in row] for row in counts.rows]
    assert [text.partition("（")[0] for text in page.table.totals[2:]] == [
        str(sum(int(str(row[place])) for row in counts.rows)) for place in range(2, len(counts.fields))
    ]


def test_related_documents_say_which_articles_from_when_and_how_they_stand(example: Column) -> None:
    page = page_at(example, "statutory/normative/2021/public-parking-2021/")
    groups = {group.name: group.entries for group in page.relations}
    (repeal,) = groups["废止本文件的文件"]
    assert repeal.notes == ("示政规〔2026〕6号", "只废止第九条", "自2027年1月1日起") and repeal.state == "尚未生效"
    assert page.banner is not None and "其中第九条将自 2027年1月1日 起被废止" in page.banner.text
    (back,) = [
        each for each in page_at(example, repeal.link.address or "").relations if each.name == "本文件废止的文件"
    ]
    assert back.entries[0].link.address == page.frame.address
