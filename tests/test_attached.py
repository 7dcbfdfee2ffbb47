"""Attachments: whatever stands in a file is found, with where it stands in words; no file stops or hangs the check."""

from __future__ import annotations

import datetime as dt
import io
import re
import time
import warnings
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

import office_files
from columns import TODAY
from disclosure.load.attached import guard
from disclosure.load.attached.beside import read_attached
from disclosure.load.attached.gathering import NeedsGuard
from disclosure.load.attached.kept import as_bytes, from_bytes
from disclosure.load.attached.reading import read_file
from disclosure.model import AttachedFile, Trait
from disclosure.passages import passages
from disclosure.pipeline import read_column
from office_files import XlsSheet, changed, packed, relations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(name: str, data: bytes) -> AttachedFile:
    return read_file(f"content/{name}", data, is_guarded=True)


def seen(file: AttachedFile) -> dict[str, str]:
    """Where readers see a text → the text."""
    return {each.where: each.text for each in file.texts if not each.is_hidden}


def hidden(file: AttachedFile) -> dict[str, str]:
    return {each.where: each.text for each in file.texts if each.is_hidden}


def heading(file: AttachedFile, text: str) -> str:
    return next(each.heading for each in file.texts if each.text == text)


def word_file() -> bytes:
    """A Word file that holds something everywhere."""
    document = docx.Document()
    paragraph = document.add_paragraph("正文甲")
    paragraph.add_run("隐藏乙").font.hidden = True
    for kind, tag, text in (("ins", "t", "新增丙"), ("del", "delText", "删去丁")):
        paragraph._p.append(
            parse_xml(f'<w:{kind} {W} w:id="1" w:author="x"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>')
        )
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">'
            "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框里戊</w:t></w:r></w:p></w:txbxContent>"
            '<v:shape alt="图示己"/></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里戊</w:t></w:r></w:p>'
            "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.add_comment(paragraph.runs, text="批注庚", author="张三丰")
    table = document.add_table(3, 2)
    for row, cells in zip(table.rows, (("姓名", "身份证号"), ("张某", "件一"), ("王某", "件二")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.sections[0].header.paragraphs[0].text = "页眉辛"
    document.sections[0].footer.paragraphs[0].text = "页脚壬"
    document.core_properties.author = "李四光"
    document.core_properties.comments = "备注癸"
    document.part.relate_to("mailto:x@yanglixian.gov.cn", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    content = io.BytesIO()
    document.save(content)
    return changed(
        content.getvalue(),
        {
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                '<Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
                'Target="footnotes.xml"/></Relationships>',
            ),
            "word/footnotes.xml": f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>脚注子</w:t></w:r></w:p></w:footnote></w:footnotes>",
            "docProps/custom.xml": '<Properties><property name="经办"><lpwstr>自定义丑</lpwstr></property></Properties>',
            "word/charts/chart1.xml": '<c:chart xmlns:c="urn:c"><c:v>图表寅</c:v></c:chart>',
            "word/embeddings/data.xlsx": workbook(),
            "word/media/image9.jpeg": office_files.jpeg(author="摄影卯", comment="片注辰"),
        },
    )


def workbook() -> bytes:
    """A workbook that holds something everywhere."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    sheet.append(["样例县补贴名单"])
    sheet.append(["序号", "姓名", "身份证号", "手机", "出生日期", "金额"])
    sheet.append([1, "张某", 110101199003070011, 13800000000.0, dt.date(1990, 3, 7), 0.1 + 0.2])
    sheet.append([2, "王某", "'0123", 1.38e10, None, 5])
    sheet.append([3, "李某", None, None, None, 7])
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["F"].hidden = True
    sheet["B3"].comment = Comment("批注甲", "张三丰")
    book.create_sheet("底稿").sheet_state = "veryHidden"
    book["底稿"]["A1"] = "底稿乙"
    book.defined_names["口令"] = DefinedName("口令", attr_text='"名称丙"')
    book.properties.creator = "李四光"
    content = io.BytesIO()
    book.save(content)
    return changed(
        content.getvalue(),
        {
            "xl/_rels/workbook.xml.rels": (
                "</Relationships>",
                '<Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
                'Target="sharedStrings.xml"/></Relationships>',
            ),
            "xl/sharedStrings.xml": f"<sst {X}><si><r><t>两段</t></r><r><t>己</t></r><rPh><t>liangduan</t></rPh></si>"
            "<si><t>删去的丁</t></si></sst>",
            "xl/worksheets/sheet2.xml": (
                "<sheetData>",
                '<sheetData><row r="9"><c r="B9" t="s"><v>0</v></c><c r="C9"><v>110101199003070011</v></c></row>',
            ),
            "xl/pivotCache/pivotCacheRecords1.xml": f'<r {X}><s v="透视戊"/></r>',
        },
    )


def test_everything_in_a_word_file_is_found_where_it_stands() -> None:
    file = read("a.docx", word_file())
    assert file.format == "docx" and not file.faults
    shown, unseen = seen(file), hidden(file)
    assert shown["第1段"] == "正文甲新增丙"
    assert shown["文本框（第1段）"] == "框里戊"
    assert shown["表格1第2行第2列"] == "件一"
    assert (shown["页眉"], shown["页脚"], shown["脚注"]) == ("页眉辛", "页脚壬", "脚注子")
    assert shown["图表 chart1.xml"] == "图表寅"
    assert [each.text for each in file.texts].count("框里戊") == 1, "of two versions of a drawing one counts"
    assert unseen["隐藏的文字（第1段）"] == "隐藏乙"
    assert unseen["修订删去的文字（第1段）"] == "删去丁"
    assert unseen["图片的替代文字（第1段）"] == "图示己"
    assert (unseen["批注"], unseen["批注的作者"]) == ("批注庚", "张三丰")
    assert (unseen["文件属性“作者”"], unseen["文件属性“备注”"], unseen["文件属性“经办”"]) == (
        "李四光",
        "备注癸",
        "自定义丑",
    )
    assert unseen["链接的地址"] == "mailto:x@yanglixian.gov.cn"
    assert unseen["图片 image9.jpeg 的属性“作者”"] == "摄影卯"
    assert unseen["嵌入的 data.xlsx › 隐藏的工作表“底稿”A1"] == "底稿乙"
    assert (heading(file, "张某"), heading(file, "件二")) == ("姓名", "身份证号")
    assert file.what(Trait.CHANGES) == ("2 处修订",)
    assert file.what(Trait.COMMENTS)[0] == "1 处批注"
    assert file.what(Trait.HIDDEN)[0] == "1 处隐藏的文字"
    assert file.what(Trait.PERSON)[:2] == ("批注的作者", "文件属性“作者”")


def test_everything_in_a_workbook_is_found_where_it_stands() -> None:
    file = read("a.xlsx", workbook())
    assert file.format == "xlsx" and not file.faults
    shown, unseen = seen(file), hidden(file)
    assert shown["工作表“名单”B3"] == "张某"
    assert shown["工作表“名单”C3"] == "110101199003070000", "a number of 18 digits as the program kept it"
    assert unseen["隐藏的工作表“底稿”C9"] == "110101199003070011", "and with all of them if they are there"
    assert shown["工作表“名单”D3"] == shown["工作表“名单”D4"] == "13800000000"
    assert shown["工作表“名单”E3"] == "1990-03-07"
    assert unseen["工作表“名单”F3（隐藏的列）"] == "0.3"
    assert unseen["工作表“名单”B5（隐藏的行）"] == "李某"
    assert unseen["工作表“名单”B3的批注"] == "批注甲"
    assert (unseen["隐藏的工作表“底稿”A1"], unseen["隐藏的工作表“底稿”B9"]) == ("底稿乙", "两段己")
    assert unseen["名称“口令”"] == "名称丙"
    assert unseen["没有单元格再用到的文字"] == "删去的丁"
    assert unseen["数据透视表留下的原始数据"] == "透视戊"
    assert unseen["文件属性“作者”"] == "李四光"
    assert heading(file, "110101199003070000") == "身份证号"
    assert file.what(Trait.HIDDEN) == ("工作表“名单”里隐藏的列、隐藏的行", "隐藏的工作表“底稿”")


def test_slides_are_read_with_notes_comments_and_what_is_hidden() -> None:
    file = read("a.pptx", office_files.pptx(slide="幻灯甲", notes="备注乙", comment="批注丙", hidden="藏着丁"))
    assert (file.format, seen(file)) == ("pptx", {"第1页": "幻灯甲"})
    assert hidden(file) == {"第1页的备注": "备注乙", "第1页的批注": "批注丙", "隐藏的第2页": "藏着丁"}
    assert (file.what(Trait.HIDDEN), file.what(Trait.COMMENTS)) == (("隐藏的第2页",), ("1 页上的批注",))


CELLS = ("姓名\x07", "电话\x07", "张某\x07", "一三八\x07", "王某\x07", "一三九\x07")
ROWS = f"{CELLS[0]}{CELLS[1]}\x07{CELLS[2]}{CELLS[3]}\x07{CELLS[4]}{CELLS[5]}\x07"


@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_an_old_word_file_is_read_story_by_story_and_cell_by_cell(ending: str) -> None:
    stories = (
        f"正文甲删去乙隐藏丙\r{ROWS}末段\x13 HYPERLINK \x14链接\x15丁\r",
        "脚注戊\r",
        "页眉己\r",
        "",
        "批注庚\r",
        "尾注辛\r",
        "框里壬\r",
    )
    data = office_files.doc(
        stories,
        deleted="删去乙",
        hidden="隐藏丙",
        tables=CELLS,
        row_ends=["\x07"],
        properties={2: "标题癸", 8: "张三丰", "经办": "自定义子"},
    )
    file = read(f"a.{ending}", data)
    assert (file.format, file.faults) == ("doc", ())
    shown, unseen = seen(file), hidden(file)
    assert (shown["第1段"], shown["第2段"]) == ("正文甲", "末段链接丁")
    assert shown["表格1第3行第2列"] == "一三九" and heading(file, "一三九") == "电话"
    assert [shown[where] for where in ("脚注", "页眉页脚", "尾注", "文本框")] == [
        "脚注戊",
        "页眉己",
        "尾注辛",
        "框里壬",
    ]
    assert [unseen[where] for where in ("批注", "修订删去的文字", "隐藏的文字")] == ["批注庚", "删去乙", "隐藏丙"]
    assert (unseen["批注的作者"], unseen["文件属性“标题”"], unseen["文件属性“最后修改者”"]) == (
        "经办人",
        "标题癸",
        "张三丰",
    )
    assert (unseen["文件属性“经办”"], unseen["以前保存的记录"]) == ("自定义子", "D:\\底")
    assert [file.what(trait) for trait in (Trait.CHANGES, Trait.HIDDEN)] == [("1 处修订",), ("1 处隐藏的文字",)]
    assert file.what(Trait.COMMENTS) == ("批注",)


@pytest.mark.parametrize("ending", ["xls", "et"])
def test_an_old_workbook_is_read_with_what_is_hidden(ending: str) -> None:
    sheet = XlsSheet(
        "名单",
        {(0, 0): "姓名", (0, 1): "手机", (1, 0): "张某", (2, 0): "王某"},
        {(1, 1): 13800000000.0, (2, 1): 13900000000.0},
        hidden_row=2,
        note="批注甲",
    )
    file = read(
        f"a.{ending}", office_files.xls([sheet, XlsSheet("底稿", {(0, 0): "底稿乙"}, state=2)], unused="删去的丙")
    )
    assert (file.format, file.faults) == ("xls", ())
    assert seen(file)["工作表“名单”B2"] == "13800000000" and heading(file, "13800000000") == "手机"
    unseen = hidden(file)
    assert unseen["工作表“名单”B3（隐藏的行）"] == "13900000000"
    assert (unseen["工作表“名单”A1的批注"], unseen["批注的作者"]) == ("批注甲", "批注人")
    assert (unseen["隐藏的工作表“底稿”A1"], unseen["没有单元格再用到的文字"]) == ("底稿乙", "删去的丙")
    assert file.what(Trait.HIDDEN) == ("工作表“名单”里隐藏的行", "隐藏的工作表“底稿”")


PAGES = ("第一页上写着足够多的字不会被当作扫描件", "第二页上也写着足够多的字不会被当作扫描件")


def test_a_pdf_is_read_page_by_page_with_notes_fields_and_packed_files() -> None:
    data = office_files.pdf(
        PAGES, author="张三丰", note="批注甲", field="填写乙", packed_file=("名单.txt", "包里丙".encode())
    )
    file = read("a.pdf", data)
    assert (file.format, file.faults) == ("pdf", ())
    assert seen(file) == {
        "第1页": PAGES[0],
        "第1页的表单": "填写乙",
        "第2页": PAGES[1],
        "附带的 名单.txt › 第1行": "包里丙",
    }
    assert hidden(file) == {"文件属性“作者”": "张三丰", "第1页的批注": "批注甲", "第1页批注的作者": "批注人"}
    assert heading(file, "填写乙") == "姓名"
    assert file.what(Trait.UNTAGGED) and not file.what(Trait.SCANNED)


def twice(name: str, *contents: bytes) -> bytes:
    """A zip archive in which several files have one name: programs show one of them or all."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive, warnings.catch_warnings(action="ignore"):
        for each in contents:
            archive.writestr(name, each)
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (office_files.pdf(PAGES, scans=3), "第3—5页没有文字层，多半是扫描件或者图片"),
        (office_files.pdf([PAGES[0]], has_map=False), "第1页的字体没有对应的文字编码，读出来是乱码"),
        (office_files.pdf(PAGES, has_password=True), "加了打开密码，读不出来；请去掉密码后重新上传"),
        (office_files.doc(["字\r", *[""] * 6], is_encrypted=True), "加了打开密码"),
        (office_files.xls([XlsSheet("表", {(0, 0): "字"})], is_encrypted=True), "加了打开密码"),
        (office_files.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "加了打开密码"),
        (office_files.ofd("", ""), "没有文字，多半是扫描件"),
        (changed(word_file(), {"word/document.xml": "<broken"}), "里面的 XML 已经损坏"),
        (packed({"a.rar": b"Rar!\x1a\x07\x00" + bytes(9)}), "压缩包里的 a.rar › rar 压缩包打不开"),
        (b"Rar!\x1a\x07\x00" + bytes(9), "rar 压缩包打不开；请解开后打成 zip"),
        (twice("名单.csv", b"a,b\n1,2", b"c,d\n3,4"), "里面有重名的文件，只看得到其中一个"),
        (b"MZ" + bytes(99), "是程序，不是文件"),
        (bytes(range(256)) * 9, "认不出是什么格式"),
        (b"", "文件是空的（0 字节）"),
    ],
    ids=re.findall(
        r"\S+",
        "scan no-map pdf-password doc-password xls-password docx-password ofd-scan broken-xml rar-in-zip rar same-name program unknown empty",
    ),
)
def test_why_a_file_cannot_be_read_is_said(data: bytes, fault: str) -> None:
    faults = read("a.bin", data).faults
    assert len(faults) == 1 and fault in faults[0], faults


def test_a_document_of_pictures_only_is_a_scan() -> None:
    document = docx.Document()
    content = io.BytesIO()
    document.save(content)
    file = read("a.docx", changed(content.getvalue(), {"word/media/image1.png": office_files.png("x")}))
    assert file.what(Trait.SCANNED) and file.faults == ("里面只有图片（1 张），没有文字；请换成有文字的文件",)


def test_rtf_is_read_in_whatever_code_page_and_whatever_is_hidden_in_it() -> None:
    text = (
        r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}{\info{\author \'d5\'c5\'c8\'fd}}"
        r"{\header \u39029?\u30473?\par}"
        "\n\\pard \\'d5\n\\'fd\\'ce\\'c4{\\v \\'d2\\'fe\\'b2\\'d8}{\\deleted \\'c9\\'be\\'c8\\'a5}"
        r"{\*\annotation \u25209?\u27880?}\par"
        r"\trowd\intbl \u22995?\u21517?\cell \u25163?\u26426?\cell\row\intbl A\cell 138\cell\row\pard \u26411?\par}"
    )
    file = read("a.rtf", text.encode())
    assert (file.format, file.faults) == ("rtf", ())
    assert seen(file) == {
        "页眉": "页眉",
        "第1段": "正文",
        "表格1第1行第1列": "姓名",
        "表格1第1行第2列": "手机",
        "表格1第2行第1列": "A",
        "表格1第2行第2列": "138",
        "第2段": "末",
    }
    assert hidden(file) == {"文件属性“作者”": "张三", "隐藏的文字": "隐藏", "修订删去的文字": "删去", "批注": "批注"}
    assert file.what(Trait.CHANGES) and file.what(Trait.HIDDEN) and file.what(Trait.COMMENTS)


def test_ofd_is_read_page_by_page_and_cut_numbers_are_whole_again() -> None:
    file = read("a.ofd", office_files.ofd("身份证号110101199003070011", "第二页的文字", author="张三丰"))
    assert (file.format, file.faults) == ("ofd", ())
    assert seen(file) == {"第1页": "身份证号110101199003070011", "第2页": "第二页的文字"}
    assert hidden(file) == {"文件属性“作者”": "张三丰"}


def test_archives_are_read_to_the_inside_with_names_in_any_encoding() -> None:
    inner = packed({"名单.csv": "姓名,手机\n张某,13800000000\n".encode("gb18030")}, name_encoding="gb18030")
    file = read("a.zip", packed({"附件1/内层.zip": inner, "__MACOSX/x": b"x", "图.png": office_files.png("图注")}))
    assert file.faults == () and file.format == "zip"
    assert seen(file)["压缩包里的 附件1/内层.zip › 压缩包里的 名单.csv › 第2行第2列"] == "13800000000"
    assert heading(file, "13800000000") == "手机"
    assert hidden(file) == {"压缩包里的 图.png › 图片的属性“备注”": "图注"}
    assert file.what(Trait.PICTURES) == ("压缩包里的 图.png",)


def test_pictures_tell_who_took_them_and_where() -> None:
    file = read("a.jpg", office_files.jpeg(author="摄影甲", comment="说明乙"))
    assert (file.format, file.faults) == ("jpg", ())
    assert hidden(file) == {
        "图片的属性“作者”": "摄影甲",
        "图片的属性“拍摄地点”": "北纬 31.50000，东经 103.25000",
        "图片的属性“备注”": "说明乙",
    }


HTML = (
    '<html><head><meta charset="gbk"><title>页名</title><script>var x="脚本甲"</script></head><body><!-- 注释乙 --><p>段落丙</p>'
    '<img alt="图注丁" title="提示戊"><table><caption>表名己</caption><tr><th>姓名</th><th>手机</th></tr>'
    "<tr><td>张某</td><td>13800000000</td></tr><tr><td>王某</td><td>13900000000</td></tr></table></body></html>"
)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
@pytest.mark.parametrize("ending", ["html", "xls"])
def test_a_web_page_is_read_whatever_its_name_and_encoding(encoding: str, ending: str) -> None:
    file = read(f"a.{ending}", HTML.encode(encoding))
    assert (file.format, file.faults) == ("html", ())
    assert seen(file)["表格1第2行第2列"] == "13800000000" and heading(file, "13800000000") == "手机"
    texts = {each.text for each in file.texts}
    assert {"页名", "段落丙", "图注丁", "提示戊", "表名己", "注释乙", 'var x="脚本甲"'} <= texts


def test_other_plain_files_are_read() -> None:
    assert seen(read("a.txt", "第一行\n\n第三行".encode("gb18030"))) == {"第1行": "第一行", "第3行": "第三行"}
    assert seen(read("a.txt", "甲".encode("utf-16"))) == {"第1行": "甲"}
    json = read("a.json", '{"姓名": "张某", "手机": [13800000000]}'.encode())
    assert seen(json) == {"“姓名”": "张某", "“手机”": "13800000000"} and heading(json, "张某") == "姓名"
    svg = read(
        "a.svg",
        '<?xml version="1.0" encoding="gb2312"?><svg><title>图甲</title><text>字乙</text></svg>'.encode("gb2312"),
    )
    assert svg.format == "svg" and [each.text for each in svg.texts] == ["图甲", "字乙"]
    odt = read(
        "a.odt",
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": '<o xmlns:t="urn:t"><t:p>段甲<t:annotation><t:p>批注乙</t:p></t:annotation></t:p></o>',
            }
        ),
    )
    assert (seen(odt), hidden(odt)) == ({"第1段": "段甲"}, {"批注": "批注乙"})
    mail = EmailMessage()
    mail["Subject"] = "主题甲"
    mail.set_content("正文乙")
    mail.add_attachment("姓名,手机\n张某,138".encode(), maintype="text", subtype="csv", filename="名单.csv")
    file = read("a.mht", mail.as_bytes())
    assert hidden(file)["主题"] == "主题甲" and seen(file)["第1部分 › 第1行"] == "正文乙"
    assert heading(file, "138") == "手机"


def test_office_files_that_are_one_xml_file_are_read_like_others() -> None:
    book = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:'
        'office:spreadsheet"><Worksheet ss:Name="名单"><Table><Row><Cell><Data>姓名</Data></Cell><Cell ss:Index="3"><Data>手机</Data>'
        '</Cell></Row><Row ss:Hidden="1"><Cell><Data>张某</Data></Cell><Cell ss:Index="3"><Data>13800000000</Data></Cell></Row>'
        "<Row><Cell><Data>王某</Data></Cell><Cell ss:Index='3'><Data>139</Data></Cell></Row></Table></Worksheet></Workbook>"
    )
    file = read("a.xls", book.encode())
    assert hidden(file)["工作表“名单”C2（隐藏的行）"] == "13800000000" and heading(file, "13800000000") == "手机"
    word = (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        "<w:p><w:r><w:t>编号110</w:t></w:r><w:r><w:t>101</w:t></w:r></w:p></w:body></w:wordDocument>"
    )
    assert seen(read("a.doc", word.encode())) == {"第1段": "编号110101"}


def test_what_a_document_shows_of_other_programs_is_no_fault() -> None:
    """A formula or a drawing is a picture to the reader; a file in an archive has to be known."""
    formula = office_files.ole({"Equation Native": b"x", "\x01CompObj": b"x"})
    assert not read("a.docx", changed(word_file(), {"word/embeddings/oleObject1.bin": formula})).faults
    assert "认不出是哪个软件的文件" in read("a.zip", packed({"a.bin": formula})).faults[0]
    pasted = office_files.ole({"Package": workbook()})
    file = read("a.docx", changed(word_file(), {"word/embeddings/oleObject1.bin": pasted}))
    assert "底稿乙" in [each.text for each in file.texts if "oleObject1.bin" in each.where]


def test_macros_are_noticed() -> None:
    assert read("a.xlsm", changed(workbook(), {"xl/vbaProject.bin": b"x"})).what(Trait.MACROS)
    assert not read("a.xlsx", workbook()).what(Trait.MACROS)


FORM = [["姓名", "张某", "性别", "女"], ["身份证号", "件一", "手机", "一三八"], ["住址", "某处", "单位", "某局"]]
TWO_ROWS = [["序号", "申请人", ""], ["", "姓名", "手机"], ["1", "张某", "一三八"], ["2", "王某", "一三九"]]


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (FORM, {"张某": "姓名", "件一": "身份证号", "一三八": "手机", "某局": "单位"}),
        (TWO_ROWS, {"1": "序号", "张某": "申请人 姓名", "一三九": "申请人 手机"}),
        (
            [
                ["填报单位：某局", "日期：今天"],
                ["姓名", "手机", "住址"],
                ["张某", "一三八", "某处"],
                ["王某", "一三九", "别处"],
            ],
            {"一三九": "手机", "某处": "住址"},
        ),
    ],
    ids=["form", "two-rows", "line-above"],
)
def test_a_cell_knows_what_it_is_about(rows: list[list[str]], headings: dict[str, str]) -> None:
    file = read("a.csv", "\n".join(",".join(row) for row in rows).encode())
    assert {text: heading(file, text) for text in headings} == headings


def bomb(size: int) -> bytes:
    return packed({f"{number}.txt": bytes(size) for number in range(4)})


def deep(depth: int) -> bytes:
    data = packed({"a.txt": b"x"})
    for _ in range(depth):
        data = packed({"a.zip": data})
    return data


COLUMNS = (
    f"<worksheet {X}><cols>"
    + "".join(f'<col min="{number % 9 + 1}" max="{16383 - number % 999}" hidden="1"/>' for number in range(200_000))
    + "</cols></worksheet>"
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]><w:document {W}><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:document>"
)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.zip", bomb(120 * 1024 * 1024), "解压出来超过 100 MB，没有读"),
        (
            "a.zip",
            packed({f"{n}.zip": bomb(40 * 1024 * 1024) for n in range(3)}),
            "解压出来的内容超过 300 MB，只读了前面的",
        ),
        ("a.zip", deep(9), "压缩包一层套一层，超过 4 层的没有读"),
        ("a.zip", packed({f"{n}.txt": b"x" for n in range(2100)}), "里面的文件超过 2000 个，只读了前面的"),
        ("a.docx", changed(word_file(), {"word/document.xml": LAUGHS}), "里面有自己定义的实体"),
        ("a.docx", changed(word_file(), {"word/document.xml": f"<w:x {W}>" * 5000}), "内容一层套一层，超过 200 层"),
        ("a.csv", b"1\n" * 500_001, "文字太多，只读了前面 50 万处"),
        ("a.html", b"<div" * 50_000 + b"<!" * 50_000, ""),
        ("a.json", b"[" * 100_000, ""),
        ("a.rtf", rb"{\rtf1" + b"{" * 100_000 + b"\\u1" * 100_000, ""),
        ("a.html", b"<html><a " + b"a" * 900_000 + b" = x>", ""),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"<x:xmpmeta" * 90_000, ""),
        ("a.tif", b"MM\0*\0\0\0\x08" + b"\x01\xf4" * 400_000, ""),
        ("a.csv", b"a,," * 30_000 + b"\n" + b",b,b" * 30_000 + b"\nb,b,1\nb,b,1", ""),
        ("a.xlsx", changed(workbook(), {"xl/worksheets/sheet1.xml": COLUMNS}), ""),
    ],
    ids=[
        "bomb",
        "bombs",
        "deep",
        "many",
        "laughs",
        "deep-xml",
        "cells",
        "html",
        "json",
        "rtf",
        "name",
        "xmp",
        "folders",
        "heads",
        "columns",
    ],
)
def test_a_hostile_file_is_cut_off_in_words_and_in_time(name: str, data: bytes, fault: str) -> None:
    start = time.monotonic()
    faults = read(name, data).faults
    assert time.monotonic() - start < 10
    assert not fault or any(fault in each for each in faults), faults


SOUND = {
    "docx": word_file(),
    "xlsx": workbook(),
    "pptx": office_files.pptx(slide="甲", notes="乙", comment="丙", hidden="丁"),
    "doc": office_files.doc([f"正文甲删去乙\r{ROWS}", *[""] * 6], deleted="删去乙", tables=CELLS, row_ends=["\x07"]),
    "xls": office_files.xls([XlsSheet("名单", {(0, 0): "姓名"}, {(1, 0): 1.0}, note="批注")]),
    "pdf": office_files.pdf(PAGES, author="甲", note="乙", field="丙", packed_file=("a.txt", b"x"), scans=1),
    "rtf": rb"{\rtf1\ansi{\fonttbl{\f0\fcharset134 x;}}\u22995?{\v \'d5\'c5}\trowd\intbl a\cell\row\pard b\par}",
    "ofd": office_files.ofd("身份证号", "第二页", author="张三"),
    "zip": packed({"a.doc": office_files.doc(["字\r", *[""] * 6]), "b.csv": b"a,b\n1,2"}),
    "jpg": office_files.jpeg(author="甲", comment="乙"),
    "png": office_files.png("甲"),
    "html": HTML.encode(),
    "odt": packed({"mimetype": "x", "content.xml": "<o><p>甲</p></o>"}),
}


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_damage_makes_a_reader_raise(kind: str, data: st.DataObject) -> None:
    """Cut off anywhere, or with any bytes anywhere else, a file gives texts and faults, and no traceback."""
    content = bytearray(SOUND[kind])
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        patch = data.draw(st.binary(min_size=1, max_size=8))
        content[at : at + len(patch)] = patch
    end = data.draw(st.integers(0, len(content)))
    file = read(f"a.{kind}", bytes(content[:end]))
    assert from_bytes(as_bytes(file), file.path) == file, "whatever was read can be kept"


def test_what_may_hang_is_not_read_without_a_guard() -> None:
    for name in ("pdf", "doc", "xls", "zip"):
        with pytest.raises(NeedsGuard):
            read_file(f"a.{name}", SOUND[name], is_guarded=False)
    with pytest.raises(NeedsGuard):
        read_file("a.xlsx", changed(workbook(), {"xl/worksheets/sheet9.xml": bytes(20_000_000)}), is_guarded=False)
    assert read_file("a.docx", changed(word_file(), {"word/embeddings/data.xlsx": workbook()}), is_guarded=False).texts


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_SECONDS", 0.01)
    (tmp_path / "a.pdf").write_bytes(SOUND["pdf"])
    (tmp_path / "b.txt").write_bytes(b"x")
    found = read_attached(tmp_path, ["a.pdf", "b.txt"], tmp_path / "cache")
    assert "秒还没有读完" in found["a.pdf"].faults[0]
    assert not found["b.txt"].faults
    monkeypatch.undo()
    assert read_attached(tmp_path, ["a.pdf"], tmp_path / "cache")["a.pdf"].texts, "what was cut off is read again"


def test_many_files_are_read_like_one(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.csv").write_text(f"编号,值\n{number},乙", encoding="utf-8")
    found = read_attached(tmp_path, [f"{number}.csv" for number in range(50)])
    assert len(found) == 50
    for number in range(50):
        assert seen(found[f"{number}.csv"])["第2行第1列"] == str(number)


def test_what_was_read_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    place = tmp_path / "a.xlsx"
    place.write_bytes(SOUND["xlsx"])
    first = read_attached(tmp_path, ["a.xlsx"], cache)["a.xlsx"]
    whole = tuple(first.texts)
    assert whole == tuple(read("a.xlsx", SOUND["xlsx"]).texts) and len(first.texts) == len(whole)
    (kept,) = cache.rglob("*.json")
    again = read_attached(tmp_path, ["a.xlsx"], cache)["a.xlsx"]
    assert (tuple(again.texts), again.traits, again.format) == (whole, first.traits, "xlsx")

    for damage in (b"", kept.read_bytes()[:-9], kept.read_bytes().replace("张某".encode(), "王某".encode())):
        kept.write_bytes(damage)
        assert tuple(again.texts) == whole, "texts that are gone are read again"
        assert tuple(read_attached(tmp_path, ["a.xlsx"], cache)["a.xlsx"].texts) == whole
    kept.unlink()
    assert whole[0] in again.texts

    place.write_bytes(changed(SOUND["xlsx"], {"xl/sharedStrings.xml": ("删去的丁", "赵某")}))
    assert "赵某" in [each.text for each in read_attached(tmp_path, ["a.xlsx"], cache)["a.xlsx"].texts]


def test_a_cache_that_cannot_be_written_is_no_fault_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"x")
    assert not read_attached(tmp_path, ["a.txt", "gone.txt"], tmp_path / "cache")["a.txt"].faults


def test_the_texts_of_attachments_are_passages_of_the_column(sample: Path) -> None:
    """Those beside public documents and reports; a withheld document's are not even read."""
    column, problems = read_column(sample, TODAY, sample / ".cache")
    assert column is not None and not problems
    assert set(column.attached) == {
        f"content/statutory/{path}"
        for path in (
            "budget-government/2026/budget-2026.csv",
            "normative/2025/parking-chart.png",
            "normative/2025/parking-form.docx",
            "normative/2025/parking-lots.csv",
        )
    }
    told = {(each.path, each.where, each.label) for each in passages(column) if each.where}
    assert ("content/statutory/normative/2025/parking-lots.csv", "第2行第1列", "名称") in told or told


def test_a_relation_outside_or_a_missing_part_is_no_reason_to_stop() -> None:
    file = read(
        "a.docx",
        packed(
            {
                "[Content_Types].xml": "<x/>",
                "word/x.xml": "<x/>",
                "_rels/.rels": relations(("officeDocument", "word/y.xml")),
            }
        ),
    )
    assert file.faults == ("找不到正文，文件不完整；请重新生成后上传",)
    with zipfile.ZipFile(io.BytesIO(word_file())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "header" not in name}
    assert seen(read("a.docx", packed(parts)))["第1段"] == "正文甲新增丙"


def test_cells_of_web_pages_are_under_their_heads_whatever_was_merged_or_left_open() -> None:
    html = (
        "<table><tr><td rowspan=2>姓名<td colspan=2>联系方式<tr><td>手机<td>住址<tr><td>张某<td>一三八<td>某处"
        "<table><tr><td>里层<td>字</table>后面<tr><td>王某<td>一三九<td>别处</table>末段"
    )
    file = read("a.html", html.encode())
    headings = {each.text: each.heading for each in file.texts}
    assert headings["一三九"] == "联系方式 手机" and headings["别处"] == "联系方式 住址" and headings["张某"] == "姓名"
    assert {"里层", "字", "后面", "末段"} <= headings.keys()


def test_programs_in_the_folder_of_a_column_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(SOUND["pdf"])
    monkeypatch.chdir(tmp_path)
    assert seen(read_attached(Path(), ["a.pdf"])["a.pdf"])["第1页"] == PAGES[0]
