"""Papers that texts name: every way of writing them is understood, and each is found in the column, at an address, or listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from columns import TODAY, sample_at
from disclosure.column import Column
from disclosure.measures.citations import citations
from disclosure.measures.cited import Standing, cited, unresolved
from disclosure.measures.clauses import repeals, rests_on
from disclosure.pipeline import read_column

WAYS = (
    ("《示例县停车办法》（示政发〔2019〕5号）", [("示例县停车办法", "示政发〔2019〕5号")]),
    ("《办法》(示政发[2019]5号)", [("办法", "示政发〔2019〕5号")]),
    ("《办法》（示政发【2019】第5号）", [("办法", "示政发〔2019〕5号")]),
    ("《办法》（示政发﹝2019﹞ 5 号）", [("办法", "示政发〔2019〕5号")]),
    ("《办法》（示政发（２０１９年）５号）", [("办法", "示政发〔2019〕5号")]),
    (
        "《办法（试行）》　(示政发〔 2019 〕5号，以下简称《办法》)",
        [("办法（试行）", "示政发〔2019〕5号"), ("办法", None)],
    ),
    ("《办法》（试行）（示政发〔2019〕5号）", [("办法", "示政发〔2019〕5号")]),
    (
        "《关于印发〈停车办法〉的通知》（示政发〔2019〕5号）",
        [("关于印发〈停车办法〉的通知", "示政发〔2019〕5号")],
    ),
    (
        "《关于印发《停车办法》的通知》（示政发〔2019〕5号）",
        [("关于印发《停车办法》的通知", "示政发〔2019〕5号")],
    ),
    ("《甲》《乙》（示政发〔2019〕5号、6号）", [("甲", "示政发〔2019〕5号"), ("乙", "示政发〔2019〕6号")]),
    ("《甲》、《乙》（示政发〔2019〕5号和示民〔2020〕6号）", [("甲", "示政发〔2019〕5号"), ("乙", "示民〔2020〕6号")]),
    ("《甲》和《乙》（示政发〔2019〕5号）", [("甲", None), ("乙", "示政发〔2019〕5号")]),
    (
        "示政发〔2019〕5号、〔2020〕7号和示民〔2021〕1号",
        [(None, "示政发〔2019〕5号"), (None, "示政发〔2020〕7号"), (None, "示民〔2021〕1号")],
    ),
    ("《条例》（国务院令第711号）", [("条例", "国务院令第711号")]),
    ("《条例》（国务院令 711 号）", [("条例", "国务院令第711号")]),
    ("《规定》（示例部第39号令）", [("规定", "示例部令第39号")]),
    ("《某法》（主席令第四十八号）", [("某法", "主席令第48号")]),
    ("按照示例总局公告2023年第10号", [(None, "示例总局公告2023年第10号")]),
    ("示政发〔2013〕1号文件印发的《意见》", [("意见", "示政发〔2013〕1号")]),
    ("[《办法》](../a.md)（示政发〔2019〕5号）", [("办法", "示政发〔2019〕5号")]),
    ("《办法》示政发〔2019〕5号", [("办法", "示政发〔2019〕5号")]),
    ("《办法》（2014年1月3日示例部令第40号）", [("办法", "示例部令第40号")]),
    ("索引号第5号、2021年第3号、第12号提案、12号楼", []),
)


@pytest.mark.parametrize(("text", "named"), WAYS, ids=[text for text, _ in WAYS])
def test_titles_and_numbers_are_read_in_every_way_of_writing(
    text: str, named: list[tuple[str | None, str | None]]
) -> None:
    assert [(each.title, each.number) for each in citations(text)] == named


@pytest.mark.parametrize(
    "text", ["按示政发〔2019〕5号执行", "贷款额度可按示政发〔2019〕5号文件确定", "对示政发〔2019〕5号作了修改"]
)
def test_a_number_in_running_text_is_compared_by_its_end(text: str) -> None:
    (found,) = citations(text)
    assert found.has_number("示政发〔2019〕5号") and not found.has_number("示政发〔2019〕6号")


def test_a_title_that_never_ends_swallows_nothing() -> None:
    text = "《没有写完的标题\n\n" + "一" * 300 + "《办法》（示政发〔2019〕5号）"
    assert [(each.title, each.number) for each in citations(text)] == [("办法", "示政发〔2019〕5号")]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("《甲》（示政发〔2019〕5号）、《乙》同时废止。", {("甲", None), ("乙", None)}),
        ("2001年2月3日发布的《甲》和2002年3月4日县政府发布的《乙》同时废止。", {("甲", None), ("乙", None)}),
        ("《甲》（示政发〔2019〕5号，以下简称《旧办法》）自本办法施行之日起废止。", {("甲", None)}),
        ("《甲》第九条、第十条同时废止，其他条款继续有效。", {("甲", "第九条、第十条")}),
        ("《甲》中有关收费的规定即行废止。", {("甲", "中有关收费的规定")}),
        ("一、废止《甲》（示政发〔2019〕5号）、《乙》第三条。", {("甲", None), ("乙", "第三条")}),
        (
            "决定废止下列文件：\n\n1.《甲》\n\n2.《乙》，由《丙》替代\n\n请照此执行《丁》。",
            {("甲", None), ("乙", None)},
        ),
        ("《甲》已经废止。", set()),
        ("不得擅自废止《甲》。", set()),
        ("《甲》同时废止的，要说明。", set()),
        ("《关于修改〈甲〉的决定》第二次修正的《乙》同时废止。", {("乙", None)}),
        ("根据《关于废止〈甲〉的决定》办理。", set()),
    ],
)
def test_what_a_sentence_repeals(text: str, gone: set[tuple[str, str | None]]) -> None:
    assert {(each.citation.title, each.part) for each in repeals(text, citations(text))} == gone


def test_what_a_sentence_rests_on() -> None:
    text = "根据《甲》《乙》（示政发〔2019〕5号）和《丙》，修订《丁》。\n按照《戊》执行。\n原《己》废止后，按照《庚》执行。"
    assert [each.title for each in citations(text) if rests_on(text, each)] == ["甲", "乙", "丙", "戊"]


def column_with(root: Path, sentence: str) -> Column:
    sample_at(root)
    ferry = root / "content/statutory/normative/2026/ferry-2026.md"
    text = ferry.read_text(encoding="utf-8")
    ferry.write_text(text.replace("第二条 风力六级以上停航。", f"第二条 {sentence}"), encoding="utf-8")
    column, _ = read_column(root, TODAY)
    assert column is not None
    return column


@pytest.mark.parametrize(
    ("sentence", "standing", "where"),
    [
        ("照《停车管理办法》（样政发(2025) 6号）。", Standing.COLUMN, "parking-2025"),
        ("照《样例县停车管理办法》。", Standing.COLUMN, "parking-2025"),
        ("照样政办发〔2024〕11号。", Standing.COLUMN, "county-system"),
        ("照中华人民共和国国务院令第711号。", Standing.COLUMN, "national-regulation"),
        ("照《样例省道路交通条例》（样省令第9号）。", Standing.ADDRESS, "https://www.yanglisheng.gov.cn/tiaoli.html"),
        ("照[《某办法》](https://www.yanglisheng.gov.cn/ban/)（样省发〔2020〕3号）。", Standing.ADDRESS, "/ban/"),
        ("照《某办法》（样省发〔2020〕3号）。", Standing.NOWHERE, ""),
    ],
)
def test_a_paper_that_is_named_is_found_where_it_can_be_read(
    tmp_path: Path, sentence: str, standing: Standing, where: str
) -> None:
    column = column_with(tmp_path, sentence)
    (found,) = [each for each in cited(column) if each.passage.path.endswith("ferry-2026.md") and each.line == 22]
    place = found.paper.origin.path if found.paper else found.address or ""
    assert found.standing is standing and where in place
    assert (found in unresolved(column)) is (standing is Standing.NOWHERE)


def test_numbers_of_single_decisions_are_not_papers_to_look_for(tmp_path: Path) -> None:
    column = column_with(tmp_path, "样交罚〔2026〕3号、样交罚决字〔2026〕4号已经公布。")
    assert [each for each in unresolved(column) if each.line == 22] == []
