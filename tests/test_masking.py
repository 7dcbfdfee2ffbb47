"""``disclosure mask``: what is private gets its mask, everything else stays byte by byte, and the original is kept apart."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from columns import TESTS, TODAY, sample_at
from disclosure.authoring.masking.command import Masks
from disclosure.cli import main
from disclosure.measures.private.finder import private_in
from disclosure.measures.private.kinds import Kind
from disclosure.measures.private.leaks import leaks_in
from disclosure.pipeline import read_column
from disclosure.publish.body import to_html

ID, MOBILE, CARD = "990101196203140125", "13812345678", "6228480123456789015"
FERRY = "content/statutory/normative/2026/ferry-2026.md"
TEXTS: list[dict[str, str]] = yaml.safe_load((TESTS / "private_texts.yml").read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample column, in which the command runs."""
    monkeypatch.chdir(sample_at(tmp_path))
    return tmp_path


def mask(path: Path | str, content: bytes, *options: str) -> bytes:
    """What becomes of a file."""
    Path(path).write_bytes(content)
    assert main(["mask", str(path), *options]) == 0
    return Path(path).read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_a_table_only_the_private_cells_change(root: Path, encoding: str, end: str) -> None:
    before = [
        "序号,姓名,身份证号,电话,残疾等级",
        f'1,林望川,"{ID}",{MOBILE},二级',
        '2,苏*,37*************12X,0399-5550231,"三级,肢体"',
        "",
    ]
    after = ["序号,姓名,身份证号,电话,残疾等级", '1,林*,"99*************125",138****5678,二级', *before[2:]]
    assert mask("a.csv", end.join(before).encode(encoding)) == end.join(after).encode(encoding)


def test_in_markdown_and_yaml_stars_stay_signs(root: Path) -> None:
    text = (
        f"---\n标题: 某事\n内容概述: 电话{MOBILE}\n---\n电话{MOBILE}，1391234****。\n\n张三，<b>{ID[:6]}</b>{ID[6:]}\n"
    )
    assert mask("a.md", text.encode()).decode() == (
        "---\n标题: 某事\n内容概述: 电话138****5678\n---\n电话138****5678，1391234****。\n\n张三，<b>99*************125</b>\n"
    )
    text = f"名称: 特困人员名单\n数据:\n  - {{姓名: 林望川, 账号: {CARD}}}\n  - 姓名: 苏问渠\n    账号: 无\n"
    assert mask("a.yml", text.encode()).decode() == (
        '名称: 特困人员名单\n数据:\n  - {姓名: 林*, 账号: "***************9015"}\n  - 姓名: 苏*\n    账号: 无\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        "林望川，男，1985年3月2日出生。",
        "姓名：林望川，出生日期：1985-03-02，低保户。",
        "**低保户林望川**患尿毒症，林小舟今年8岁。",
        f"| 户主 | 低保金 | 证号 |\n|---|---|---|\n| 林望川 | 500 | {ID} |\n| 苏问渠 | 600 | 无 |",
        f"- 林望川，护照E12345678，车牌豫A12B45，住样例县柳湾镇石桥村3组12号，邮箱linwc_1985@163.com，电话{MOBILE}",
    ],
)
def test_masks_are_read_on_the_page_as_they_are_proposed(root: Path, line: str) -> None:
    proposed = sum(each.mask.count("*") for each in private_in(line))
    before = to_html(line, {}).html
    after = to_html(mask("a.md", f"{line}\n".encode()).decode(), {}).html
    assert proposed and after.count("*") == proposed and "\\" not in after
    assert after.count("<strong>") == before.count("<strong>") and "<em>" not in after


def test_a_web_page_keeps_its_tags(root: Path) -> None:
    text = "<table><tr><th>学生姓名</th><th>家长电话</th></tr><tr><td>林小舟</td><td><p>138-1234-5678</p></td></tr></table>"
    masked = mask("a.html", text.encode()).decode()
    assert masked == text.replace("林小舟", "林*").replace("138-1234-5678", "138****5678")


def test_the_original_is_kept_where_nothing_is_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"电话{MOBILE}\n".encode()
    mask("a.txt", content)
    (kept,) = (root / ".cache/disclosure/originals").glob("*/a.txt")
    assert kept.read_bytes() == content
    assert kept.relative_to(root).as_posix() in capsys.readouterr().out
    assert kept.stat().st_mode & 0o077 == 0


def test_a_trial_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"电话{MOBILE}\n".encode()
    assert mask("a.txt", content, "--dry-run") == content
    assert mask("a.txt", content, "--预览") == content
    assert "a.txt 第1行：手机号 → 138****5678\na.txt：会遮蔽 1 处\n" in capsys.readouterr().out
    assert not (root / ".cache/disclosure/originals").exists()


def test_what_is_sound_stays_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = "办公电话0399-5550231，索引号11980101100210013F/2026-000011\n".encode()
    assert mask("a.txt", content) == content
    assert capsys.readouterr().out == "a.txt：没有发现要遮蔽的内容\n"


def test_numbers_of_offices_and_accepted_findings_stay(root: Path) -> None:
    organs = root / "catalogue/organs.yml"
    organs.write_text(organs.read_text(encoding="utf-8").replace("0399-5550231", "13912345678"), encoding="utf-8")
    text = (root / FERRY).read_text(encoding="utf-8")
    accepted = (
        "已核对:\n  - {规则: mobile-number, 内容: 138****5678, 原因: 值班手机，已核实, 日期: 2026-11-06}\n---\n各镇"
    )
    (root / FERRY).write_text(text.replace("---\n各镇", accepted), encoding="utf-8")
    with (root / FERRY).open("a", encoding="utf-8") as file:
        file.write("\n电话13812345678、13912345678、13712345678。\n")
    assert main(["mask", FERRY]) == 0
    assert "电话13812345678、13912345678、137****5678。" in (root / FERRY).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "PDF 程序不改"),
        ("a.doc", b"\xd0\xcf", "另存为 docx"),
        ("a.xls", b"\xd0\xcf", "另存为 xlsx"),
        ("a.zip", b"PK", "请解开"),
        ("a.png", b"\x89PNG", "图片程序不改"),
        ("a.exe", b"MZ", "“.exe”这样的文件程序不改"),
        ("a.txt", "电话".encode("utf-16"), "另存为 UTF-8"),
        ("a.txt", b"\xff\x00\x81", "读不出来"),
        ("a.docx", b"PK\x03\x04", "打不开、不完整或者加了密"),
        ("a.xlsx", "不是表格".encode(), "打不开、不完整或者加了密"),
        ("none.csv", None, "没有这个文件"),
        ("content", None, "这是文件夹"),
    ],
)
def test_what_cannot_be_masked_is_told_and_stays(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert main(["mask", name]) == 2
    assert said in capsys.readouterr().out
    assert content is None or Path(name).read_bytes() == content


def test_a_mark_of_secrecy_is_told_and_not_rubbed_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(f"机密★1年\n电话{MOBILE}\n", encoding="utf-8")
    assert main(["mask", "a.txt"]) == 2
    assert Path("a.txt").read_text(encoding="utf-8") == "机密★1年\n电话138****5678\n"
    assert "不能用遮蔽代替" in capsys.readouterr().out


def test_a_number_in_the_name_of_a_file_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "[决定书](juedingshu-370699196203140122.pdf)\n"
    Path("a.md").write_text(text, encoding="utf-8")
    assert main(["mask", "a.md"]) == 2
    assert Path("a.md").read_text(encoding="utf-8") == text
    assert "请给文件改名" in capsys.readouterr().out


def word_file() -> bytes:
    """Numbers in several runs, under a label in the paragraph above, in a table, a header, a link, a property."""
    document = docx.Document()
    paragraph = document.add_paragraph("身份证号：")
    paragraph.add_run(ID[:6])
    paragraph.add_run(ID[6:14]).bold = True
    paragraph.add_run(f"{ID[14:]}，完。")
    document.add_paragraph("联系电话")
    document.add_paragraph(MOBILE)
    rows = [
        ["姓名", "残疾等级", "家庭住址"],
        ["林望川", "二级", "样例县柳湾镇石桥村3组12号"],
        ["苏*", "三级", "样例县柳湾镇石桥村"],
    ]
    table = document.add_table(len(rows), 3)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    document.sections[0].header.paragraphs[0].text = "经办 13912345678"
    document.part.relate_to(
        "tel:13712345678",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    document.core_properties.author = "林望川 13612345678"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_a_word_file_is_masked_in_all_its_places(root: Path) -> None:
    before = word_file()
    after = mask("a.docx", before)
    document = docx.Document(io.BytesIO(after))
    assert [each.text for each in document.paragraphs] == [
        "身份证号：99*************125，完。",
        "联系电话",
        "138****5678",
    ]
    assert [run.text for run in document.paragraphs[0].runs] == ["身份证号：", "99*************125", "", "，完。"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["林*", "二级", "样例县柳湾镇石桥村****"]
    assert [cell.text for cell in document.tables[0].rows[2].cells] == ["苏*", "三级", "样例县柳湾镇石桥村"]
    assert document.sections[0].header.paragraphs[0].text == "经办 139****5678"
    assert document.core_properties.author == "林望川 136****5678"
    assert_nothing_is_left(after, ID[6:14], MOBILE, "13912345678", "13712345678", "13612345678")
    assert unchanged_parts(before, after) >= {"word/styles.xml", "[Content_Types].xml", "word/fontTable.xml"}


def test_deleted_text_and_text_boxes_of_a_word_file_are_masked(root: Path) -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>电话13512345678</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>联系13412345678</w:delText></w:r></w:del>'
    before = changed(word_file(), "word/document.xml", lambda text: text.replace("</w:p>", f"{gone}{box}</w:p>", 1))
    assert_nothing_is_left(mask("a.docx", before), "13512345678", "13412345678")


def workbook() -> bytes:
    """A list with a title above its heads, numbers as numbers, a comment, a page header, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in (
        ["样例县2026年低保对象名单", None, None, None],
        ["姓名", "身份证号", "电话", "经办人"],
        ["林望川", ID, int(MOBILE), "苏问渠"],
        ["苏问渠", "37*************12X", "0399-5550231", "苏问渠"],
    ):
        sheet.append(row)
    sheet["A3"].comment = Comment("电话13912345678", "a")
    sheet.oddHeader.center.text = "13712345678"
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden.append(["姓名", "病种"])
    hidden.append(["江一帆", "尿毒症"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_is_masked_in_all_its_places(root: Path) -> None:
    after = mask("a.xlsx", workbook())
    book = openpyxl.load_workbook(io.BytesIO(after))
    rows = [[cell.value for cell in row] for row in book["名单"].iter_rows()]
    assert rows[2:] == [
        ["林*", "99*************125", "138****5678", "苏问渠"],
        ["苏*", "37*************12X", "0399-5550231", "苏问渠"],
    ]
    assert [[cell.value for cell in row] for row in book["底稿"].iter_rows()][1] == ["江*", "尿毒症"]
    assert_nothing_is_left(after, ID, MOBILE, "13912345678", "13712345678", "江一帆")


def test_a_shared_text_stays_for_the_cells_that_may_have_it(root: Path) -> None:
    shared = ["姓名", "残疾等级", "经办人", "林望川", "二级", "苏问渠", "没有用到的电话13912345678"]
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    cells = [["A1:0", "B1:1", "C1:2"], ["A2:3", "B2:4", "C2:5"], ["A3:5", "B3:4", "C3:5"]]
    rows = "".join(
        f'<row r="{number}">{"".join(_shared_cell(cell) for cell in row)}</row>' for number, row in enumerate(cells, 1)
    )
    spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def with_shared(text: str) -> str:
        return re.sub(r"<sheetData.*?(?:/>|</sheetData>)", f"<sheetData>{rows}</sheetData>", text, flags=re.DOTALL)

    before = changed(_empty_workbook(), "xl/worksheets/sheet1.xml", with_shared)
    before = changed(before, "xl/sharedStrings.xml", lambda _: f'<sst xmlns="{spread}">{strings}</sst>')
    with zipfile.ZipFile(io.BytesIO(mask("a.xlsx", before))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert '<c r="A2" t="inlineStr"><is><t>林*</t></is></c>' in sheet and "<t>林*</t>" in strings
    assert '<c r="A3" t="inlineStr"><is><t>苏*</t></is></c>' in sheet and "苏问渠" in strings
    assert '<c r="C3" t="s"><v>5</v></c>' in sheet
    assert "林望川" not in strings and "13912345678" not in strings


def _shared_cell(cell: str) -> str:
    address, number = cell.split(":")
    return f'<c r="{address}" t="s"><v>{number}</v></c>'


def _empty_workbook() -> bytes:
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    return content.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A zip archive with one part changed or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b"").decode()).encode()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def assert_nothing_is_left(data: bytes, *values: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", "replace")
            assert not [value for value in values if value in text], name


def unchanged_parts(before: bytes, after: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        return {name for name in old.namelist() if old.read(name) == new.read(name)}


def test_after_masking_nothing_is_found_in_any_kind_of_file(tmp_path: Path) -> None:
    """Each text of the unit tests, in a text file, a table, a Word file and a workbook."""
    masks = Masks(tmp_path, tmp_path / "originals", None)
    for number, case in enumerate(TEXTS):
        text = re.sub("⟦[a-z-]+：(.*?)⟧", r"\1", case["text"], flags=re.DOTALL)
        head = case.get("head", "")
        table = head or "内容"
        files = {
            "txt": f"{head}：{text}\n".encode() if head else text.encode(),
            "csv": f'{table},备注\n"{text}",无\n'.encode(),
        }
        for ending, content in files.items():
            path = tmp_path / f"{number}.{ending}"
            path.write_bytes(content)
            masks.mask(path)
            before = path.read_bytes()
            again = masks.mask(path)
            assert again.changes == () and path.read_bytes() == before, (ending, text, again)
        rest = (tmp_path / f"{number}.txt").read_text(encoding="utf-8")
        assert {each.kind for each in private_in(rest, "", str(number))} <= {Kind.SECRECY}


def test_after_masking_the_check_finds_nothing(root: Path) -> None:
    lines = "\n\n".join(
        re.sub("⟦[a-z-]+：(.*?)⟧", r"\1", case["text"], flags=re.DOTALL)
        for case in TEXTS
        if "head" not in case
        and "title" not in case
        and "secrecy-mark" not in case["text"]
        and "](" not in case["text"]
    )
    with (root / FERRY).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{lines}\n")
    column, _ = read_column(root, TODAY)
    assert column is not None and len(leaks_in(column)) > 150
    main(["mask", FERRY])
    column, _ = read_column(root, TODAY)
    assert column is not None and leaks_in(column) == ()


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_value_is_never_printed(root: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    with (root / FERRY).open("a", encoding="utf-8") as file:
        file.write(f"\n身份证号{ID}，手机{MOBILE}，卡号{CARD}，林望川患尿毒症。\n")
    text = (root / FERRY).read_text(encoding="utf-8")
    (root / FERRY).write_text(text.replace("〔2026〕1号\n", f"〔2026〕1号{ID}\n"), encoding="utf-8")
    assert main(["check", "--format", form]) == 1
    main(["mask", FERRY, "--dry-run"])
    out, err = capsys.readouterr()
    assert "99*************125" in out
    for value in (ID, MOBILE, CARD, "林望川"):
        assert value not in out + err
    if form == "json":
        assert {each["rule"] for each in json.loads(out.partition("\n]")[0] + "\n]")} >= {"resident-id", "bank-card"}


PIECES = st.sampled_from(
    (ID, MOBILE, CARD, "身份证号：", "姓名", "林望川", "低保户", "|", ",", "\t", "\n", "\r\n", '"', "'", "---\n", "标题: ", "- {", "}", ": ", "<td>", "</td>",
     "<table>", "&nbsp;", "](", ")", "住址：柳湾镇石桥村3组12号", "９９０１０１１９６２０３１４０１２５", "\u200b", "*", "#", "&a", "!!x", "{", "["),
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=30),
    st.sampled_from((".txt", ".csv", ".md", ".yml", ".html")),
    st.sampled_from(("utf-8", "gb18030")),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_file_it_is_masked_or_told(
    tmp_path: Path, parts: list[str], ending: str, encoding: str
) -> None:
    path = tmp_path / f"a{ending}"
    content = "".join(parts).encode(encoding, "replace")
    path.write_bytes(content)
    masked = Masks(tmp_path, tmp_path / "originals", None).mask(path)
    if masked.changes:
        assert (tmp_path / masked.original).read_bytes() == content
    else:
        assert path.read_bytes() == content
    assert Masks(tmp_path, tmp_path / "originals", None).mask(path).changes == ()


@given(
    st.binary(max_size=300),
    st.sampled_from((".docx", ".xlsx", ".csv", ".md")),
    st.sampled_from(("word/document.xml", "xl/sharedStrings.xml")),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_are_told(tmp_path: Path, data: bytes, ending: str, part: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, data)
    for number, content in enumerate((data, packed.getvalue(), packed.getvalue()[: len(data)])):
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(content)
        Masks(tmp_path, tmp_path / "originals", None).mask(path)


def test_places_are_told_as_the_check_tells_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty paragraph is not counted, deleted text is told as such, parts are called by what people see of them."""
    document = docx.Document()
    for text in ("", f"电话{MOBILE}", "", "标准为"):
        document.add_paragraph(text)
    deleted = parse_xml(
        f'<w:del {nsdecls("w")} w:id="1" w:author="经办"><w:r><w:delText>电话{MOBILE}</w:delText></w:r></w:del>'
    )
    document.paragraphs[3]._p.append(deleted)
    written = io.BytesIO()
    document.save(written)
    mask("a.docx", written.getvalue())
    book = openpyxl.Workbook()
    book.active["A1"].comment = Comment(f"电话{MOBILE}", "经办")
    written = io.BytesIO()
    book.save(written)
    mask("a.xlsx", written.getvalue())
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(" → ")[0] for line in said if " → " in line] == [
        "a.docx 第1段：手机号",
        "a.docx 修订删去的文字（第2段）：手机号",
        "a.xlsx 批注：手机号",
    ]
