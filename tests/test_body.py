"""Markdown as officials write it, made safe."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.publish.body import to_html
from disclosure.publish.official import anchor_of


def html(markdown: str, **links: str) -> str:
    return to_html(markdown, links).html


def headings(markdown: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in to_html(markdown, {}).headings]


def test_the_four_numberings_become_headings_of_falling_level() -> None:
    text = "一、总体要求\n（一）指导思想\n1.基本原则\n（1）坚持公开\n正文。\n二、任务\n正文。"
    assert headings(text) == [
        (2, "一、总体要求"), (3, "（一）指导思想"), (4, "1.基本原则"), (5, "（1）坚持公开"), (2, "二、任务"),
    ]  # fmt: skip


def test_a_level_that_is_left_out_is_not_skipped_in_the_outline() -> None:
    assert headings("一、工作\n1.登记\n正文。\n2.审核\n正文。") == [(2, "一、工作"), (3, "1.登记"), (3, "2.审核")]


def test_chapters_and_sections_are_headings_and_articles_have_anchors() -> None:
    text = "第一章 总则\n第一条 为了方便群众，制定本办法。\n第二章　申请\n第一节 条件\n第二条　本县户籍的可以申请。"
    assert headings(text) == [(2, "第一章 总则"), (2, "第二章　申请"), (3, "第一节 条件")]
    assert '<p class="dc-article" id="第二条">' in html(text)


def test_markdown_headings_fit_into_the_same_outline() -> None:
    assert headings("## 第一章 总则\n\n### 第一节 范围\n\n正文。\n\n## 第二章 附则") == [
        (2, "第一章 总则"), (3, "第一节 范围"), (2, "第二章 附则"),
    ]  # fmt: skip


def test_a_long_line_with_a_number_is_a_paragraph_whose_first_sentence_can_be_linked_to() -> None:
    text = "（一）加强领导。各乡镇、各部门要把这项工作摆在重要位置，明确专人负责。"
    assert html(text) == (
        '<p class="dc-lead" id="一-加强领导"><strong>（一）加强领导。</strong>各乡镇、各部门要把这项工作摆在重要位置，明确专人负责。</p>'
    )


def test_lists_of_short_numbered_lines_are_no_headings() -> None:
    assert headings("申请时带下列材料：\n1.身份证\n2.户口簿\n3.近期照片\n受理后当场答复。") == []


@pytest.mark.parametrize("line", ["1.推进公开工作", "1. 推进公开工作", "2022. 年度", "3、检查", "（1）登记", "5．办结"])
def test_numbers_are_kept_as_the_author_typed_them(line: str) -> None:
    shown = html(f"前文。\n{line}\n后文。")
    assert line in re.sub("<[^>]+>", "", shown)
    assert "<ol" not in shown and "<li" not in shown


def test_a_heading_over_a_table_is_a_heading() -> None:
    table = "<table><tr><th>甲</th></tr></table>"
    assert headings(f"一、情况\n\n{table}\n\n二、申请\n\n{table}\n\n三、问题\n文字。") == [
        (2, "一、情况"), (2, "二、申请"), (2, "三、问题"),
    ]  # fmt: skip


def test_a_table_of_contents_is_no_outline() -> None:
    text = "目录\n第一章 总则\n第二章 申请\n第三章 附则\n第一章 总则\n第一条　制定本办法。\n第二章 申请\n第二条　申请。"
    found = to_html(text, {}).headings
    assert [(heading.text, heading.anchor) for heading in found] == [
        ("第一章 总则", "第一章-总则"), ("第二章 申请", "第二章-申请"),
    ]  # fmt: skip


def test_a_question_over_its_answer_is_a_heading() -> None:
    assert headings("一、为什么要修订？\n因为标准变了。\n二、谁可以申请？\n本县居民。") == [
        (2, "一、为什么要修订？"), (2, "二、谁可以申请？"),
    ]  # fmt: skip


def test_every_line_is_a_paragraph() -> None:
    assert html("第一段。\n第二段。\n\n　　第三段。") == "<p>第一段。</p>\n<p>第二段。</p>\n<p>第三段。</p>"


def test_blanks_for_layout_make_no_code() -> None:
    assert html("    缩进四格的正文。\n\t制表符缩进。\n　　全角缩进。") == (
        "<p>缩进四格的正文。</p>\n<p>制表符缩进。</p>\n<p>全角缩进。</p>"
    )


def test_signature_date_mark_and_addressee_keep_their_lines() -> None:
    shown = html("各乡镇人民政府：\n请认真执行。\n示例县人民政府\n2024年3月5日\n（此件公开发布）")
    assert shown == (
        '<p class="dc-addressee">各乡镇人民政府：</p>\n<p>请认真执行。</p>\n<p class="dc-sign">示例县人民政府</p>\n'
        '<p class="dc-sign">2024年3月5日</p>\n<p class="dc-mark">（此件公开发布）</p>'
    )


def test_joint_signatures_are_signed_together() -> None:
    shown = html("特此通知。\n示例县民政局\n示例县财政局\n二〇二四年三月五日")
    assert shown.count('class="dc-sign"') == 3
    assert "<p>特此通知。</p>" in shown
    assert html("示例县民政局（代章）\n2026年 3月 5日").count('class="dc-sign"') == 2


def test_the_note_of_annexes_keeps_its_lines() -> None:
    shown = html("附件：1.申请表\n      2.标准表\n\n示例县民政局\n2024年3月5日")
    assert shown.count('<p class="dc-annex-note">') == 2
    assert "2.标准表" in shown and shown.count("dc-sign") == 2


def test_a_single_hash_makes_the_centred_title_of_an_annexed_text() -> None:
    assert '<h2 class="dc-annex-title" id="示例县停车办法">示例县停车办法</h2>' in html("# 示例县停车办法")


def test_centred_html_becomes_a_class() -> None:
    assert html("<center>名单</center>") == '<div class="dc-center">名单</div>'
    assert html('<p align="right">示例县</p>') == '<p class="dc-right">示例县</p>'


def test_merged_cells_survive_and_word_styles_do_not() -> None:
    table = (
        '<table border="1" style="width:50%"><caption>标准</caption><thead><tr><th rowspan="2" class="MsoNormal">类别</th>'
        '<th colspan="2">金额</th></tr></thead><tbody><tr><td>甲</td><td width="30">1</td></tr></tbody></table>'
    )
    shown = html(table)
    assert 'rowspan="2"' in shown and 'colspan="2"' in shown and "<caption>标准</caption>" in shown
    assert not re.search(r"border|style|Mso|width", shown)


def test_tables_lie_in_labelled_regions_that_can_be_scrolled_by_keyboard() -> None:
    shown = html("| 甲 | 乙 |\n|---|---:|\n| 1 | 2 |\n\n<table><caption>二</caption><tr><td>3</td></tr></table>")
    assert re.findall(r'<div class="dc-scroll" role="region" tabindex="0" aria-label="([^"]*)"', shown) == [
        "表格 1", "表格 2：二",
    ]  # fmt: skip
    assert '<th scope="col" class="dc-right">乙</th>' in shown
    assert shown.count("<div") == shown.count("</div>") == 2


def test_a_table_right_after_a_line_of_text_is_still_a_table() -> None:
    assert "<table>" in html("下表列出标准：\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n表后的话。")


def test_bullet_lists_stay_lists() -> None:
    assert "<ul>" in html("- 甲\n- 乙") and html("- 甲\n- 乙").count("<li>") == 2


def test_emphasis_inside_chinese_text_works_and_products_stay_products() -> None:
    assert "<strong>真，</strong>她" in html("**真，**她")
    assert "5*3*2" in html("面积为5*3*2米")


@pytest.mark.parametrize(
    "text",
    [
        "张*、王*、李*",
        "名单：张**、王**、李**。",
        "张*同意，王*不同意",
        "35*************123、11****19900101****，138****1234",
        "申请人张**（示例镇）、王**（清河镇）",
        "| 姓名 | 证号 |\n|---|---|\n| 张* | 35****12 |\n| 王* | 35****34 |",
        "<table><tr><td>张*</td><td>王*</td></tr></table>",
        "5 * 3 * 2",
        "3×2*4 和 a*b*c",
    ],
)
def test_stars_that_mask_or_multiply_are_shown(text: str) -> None:
    shown = html(text)
    assert shown.count("*") == text.count("*") and "<em>" not in shown and "<strong>" not in shown


def test_emphasis_is_still_emphasis() -> None:
    assert html("这是**重点**，不是*次要*的").count("<strong>") == 1
    assert "<strong>重点</strong>" in html("**重点**、张**、王**") and "张**、王**" in html("**重点**、张**、王**")
    assert "<em>次要</em>" in html("分为 *次要* 和主要")
    assert "<li>张*</li>" in html("* 张*\n* 王*").replace("\n", "")
    assert "<code>张*、王*</code>" in html("写成 `张*、王*`")
    assert html("***").count("<hr") == 1


def test_signs_that_look_like_markup_stay_text() -> None:
    assert "&lt;50万元" in html("收入<50万元的家庭")
    assert "a&lt;b" in html("其中a<b")


def test_links_lead_where_the_site_put_things_and_unknown_images_vanish() -> None:
    shown = to_html(
        "[办法](a.md) ![图](b.png) ![外](https://x.example/c.png)", {"a.md": "../a/index.html", "b.png": "b.png"}
    )
    assert 'href="../a/index.html"' in shown.html and 'src="b.png"' in shown.html
    assert "x.example" not in shown.html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=x.js></SCRIPT>",
        '<img src="b.png" onerror="alert(1)">',
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java&#115;cript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<iframe src='https://x.example/'></iframe>",
        "<svg onload=alert(1)>",
        "<form action='https://x.example'><input></form>",
        "<div style='background:url(javascript:alert(1))'>x</div>",
        "<p id='dc-main' onclick='alert(1)'>x</p>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<!--><script>alert(1)</script>-->",
        "<math><mtext></p><style><img src onerror=alert(1)>",
    ],
)
def test_nothing_that_runs_gets_through(attack: str) -> None:
    shown = html(f"前文。\n\n{attack}\n\n后文 {attack}", **{"b.png": "b.png"})
    tags = " ".join(re.findall(r"<[^>]*>", shown)).lower()
    assert not re.search(r"<(script|iframe|svg|form|input|style|math|object)|\son\w+=|javascript:|data:|style=", tags)


_PIECES = st.sampled_from(
    ["<script>", "</script>", "<a href=", "javascript:", "'", '"', ">", "<", "onload=", "x", "<table>", "<td", " align=", "center",
     "<!--", "-->", "<p", "&lt;", "&#60;", "\n", "**", "](", "[", "一、", "（一）", "附件：", "# ", "- ", "| ", "\\", "\x02", "`", "<svg", "/"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_mixture_of_pieces_gets_a_script_or_a_handler_through(text: str) -> None:
    tags = " ".join(re.findall(r"<[^>]*>", to_html(text, {}).html)).lower()
    assert not re.search(r"<(script|svg|style)\b", tags)
    assert not re.search(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\son\w+=", tags)
    assert not re.search(r"(href|src)=\"\s*javascript:", tags)


def test_anchors_are_readable_and_differ() -> None:
    assert anchor_of("一、总体要求（试行）") == "一-总体要求-试行"
    found = [heading.anchor for heading in to_html("一、目标\n正文。\n一、目标\n正文。", {}).headings]
    assert found == ["一-目标", "一-目标-2"]
    three = [heading.anchor for heading in to_html("一、概述\n文。\n一、概述\n文。\n一、概述-2\n文。", {}).headings]
    assert len(set(three)) == 3
    assert 'id="dc-main"' not in html('<h2 id="dc-main">标题</h2>')


def test_one_body_does_not_leak_into_the_next() -> None:
    html("[甲]: https://www.gov.cn/\n一、目标\n正文。")
    assert html("[甲] 见上文。") == "<p>[甲] 见上文。</p>"
    assert to_html("一、目标\n正文。", {}).headings[0].anchor == "一-目标"
