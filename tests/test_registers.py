"""Registers: what is written in any dialect is what is loaded, shown and downloaded; what may not be shown is gone."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from columns import ROOT, TODAY, sample_at
from disclosure.cli import main
from disclosure.column import Column
from disclosure.derive import datasets, findables, pages, tables
from disclosure.derive.registers.contexts import RegisterPage, RegistersPage
from disclosure.derive.registers.tables import PAGE_SIZE
from disclosure.load.cells import UNITS, converted
from disclosure.load.register_kinds import REGISTER_KINDS
from disclosure.load.register_rows import RowReader, row_id
from disclosure.load.registers import load_registers
from disclosure.load.sheets import plain_heading, read_sheet
from disclosure.model import CellKind, RegisterColumn, RegisterRow
from disclosure.pipeline import read_column
from disclosure.problems import Problems
from disclosure.public import public_part
from disclosure.publish.tables import table_outputs

pytestmark = pytest.mark.xdist_group("registers")

COLUMNS = (
    RegisterColumn(name="编号", kind=CellKind.TEXT, required=True),
    RegisterColumn(name="名　称", kind=CellKind.TEXT),
    RegisterColumn(name="金额", kind=CellKind.MONEY, unit="万元"),
    RegisterColumn(name="数量", kind=CellKind.NUMBER, unit="亩"),
    RegisterColumn(name="日期", kind=CellKind.DAY),
)
Row = tuple[str, str | None, Decimal | None, Decimal | None, dt.date | None]

texts = st.text(st.sampled_from("甲乙丙丁一二三ab1，。,;\t\"'（） \n《》*#"), min_size=1, max_size=12).map(
    lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
)
names = st.none() | texts.filter(lambda text: text.strip("#"))
amounts = st.none() | st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
days = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))
rows = st.lists(st.tuples(names, amounts, amounts, days), max_size=6).map(
    lambda found: [(f"N-{number}", *row) for number, row in enumerate(found)]
)


def written(draw: Any, row: Row, unit: str) -> list[str]:
    """A row as people write it: each cell in one of the usual ways."""
    number, name, money, amount, day = row
    empty = lambda: draw(st.sampled_from(["", "无", "—", "-", "/", " "]))  # noqa: E731
    in_cell = unit or draw(st.sampled_from(list(UNITS)))
    cells = [draw(st.sampled_from([number, f" {number} "])), empty() if name is None else name]
    if money is None:
        cells.append(empty())
    else:
        moved = converted(money, "万元", in_cell)
        shown = format(moved, draw(st.sampled_from(["f", ",f"])))
        shown = draw(st.sampled_from([shown, shown.translate(FULL), f"￥{shown}"]))
        cells.append(shown + (in_cell if not unit or draw(st.booleans()) else ""))
    cells.append(empty() if amount is None else format(amount, ",f") + draw(st.sampled_from(["", "亩", " 亩"])))
    if day is None:
        cells.append(empty())
    else:
        forms = [
            day.isoformat(), f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日",
            f"{day.year}.{day.month:02}.{day.day:02}", f"{day.year}/{day.month}/{day.day} 0:00",
        ]  # fmt: skip
        cells.append(draw(st.sampled_from(forms)))
    return cells


FULL = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@st.composite
def tables_in_a_dialect(draw: Any) -> tuple[list[Row], bytes]:
    found: list[Row] = draw(rows)
    unit = draw(st.sampled_from(["", *UNITS]))
    order = draw(st.permutations(range(len(COLUMNS))))
    money = f"金额（{unit}）" if unit else "金额"
    heads = [
        draw(st.sampled_from(["编号", " 编 号"])),
        "名称",
        money,
        draw(st.sampled_from(["数量", "数量(亩)"])),
        "日　期",
    ]
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=draw(st.sampled_from(",;\t")),
        lineterminator=draw(st.sampled_from(["\r\n", "\n"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    writer.writerow([heads[place] for place in order])
    for row in found:
        if draw(st.booleans()):
            writer.writerow([""] * draw(st.integers(1, 5)))
        cells = written(draw, row, unit)
        writer.writerow([cells[place] for place in order])
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gbk", "gb18030"]))
    return found, out.getvalue().replace("￥", "¥" if encoding.startswith("utf") else "￥").encode(encoding)


@settings(max_examples=120, deadline=None)
@given(tables_in_a_dialect())
def test_a_table_in_any_dialect_loads_to_the_same_rows(table: tuple[list[Row], bytes]) -> None:
    expected, data = table
    problems = Problems()
    report = problems.in_file("x.csv")
    sheet = read_sheet(data, {plain_heading(column.name) for column in COLUMNS}, report)
    assert sheet is not None, [*map(str, problems.sorted()), data]
    loaded = RowReader("x.csv", COLUMNS, 0, (0,), {}, report).of_sheet(sheet)
    assert [str(problem) for problem in problems.sorted()] == []
    assert loaded is not None and [row.values for row in loaded] == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**12))
def test_money_is_converted_exactly(amount: Decimal) -> None:
    for unit in UNITS:
        for target in UNITS:
            there = converted(amount, unit, target)
            assert there * 10 ** UNITS[target] == amount * 10 ** UNITS[unit]
            assert converted(there, target, unit) == amount


def test_a_row_keeps_its_id_wherever_it_stands_and_however_it_is_written() -> None:
    assert row_id(["示例〔2026〕1号"]) == row_id(["示例 〔2026〕１号"]) != row_id(["示例〔2026〕2号"])
    assert row_id(["A-01"]) == "r-A-01"
    assert row_id(["甲", "乙"]) != row_id(["甲乙"])


@pytest.fixture(scope="module")
def example() -> Column:
    column, _ = read_column(ROOT, TODAY)
    assert column is not None
    return public_part(column)


def test_the_same_numbers_stand_on_the_page_and_in_every_download(example: Column, example_site: Path) -> None:
    """Cell by cell: the rows of all pages of a register against its CSV, its workbook and its JSON."""
    by_id = {dataset.id: dataset for dataset in datasets(example)}
    checked = 0
    for register in example.registers:
        found = [page for page in pages(example) if isinstance(page, RegisterPage) and page.heading == register.name]
        lines = [line for page in found if page.table for line in page.table.lines]
        heads = [head.text for head in found[0].table.heads] if found[0].table else []
        stem = f"data/register-{register.id}"
        with (example_site / f"{stem}.csv").open(encoding="utf-8-sig", newline="") as file:
            from_csv = list(csv.DictReader(file))
        sheet = load_workbook(example_site / f"{stem}.xlsx")["数据"]
        header, *others = ([cell.value for cell in row] for row in sheet.iter_rows())
        from_book = [dict(zip(header, row, strict=True)) for row in others]
        from_json = json.loads((example_site / f"{stem}.json").read_bytes())["数据"]
        assert len(lines) == len(register.rows) == len(from_csv) == len(from_book) == len(from_json)
        units = {column.heading: column.name for column in register.columns}
        for line, row, book, objects in zip(lines, from_csv, from_book, from_json, strict=True):
            assert row["地址"].endswith(f"/registers/{register.id}/#{line.anchor}")
            for head, cell in zip(heads, line.cells, strict=True):
                shown = "\n".join(getattr(value, "iso", value.text) for value in cell.values)
                plain, wanted = row[head], objects[units[head]]
                if cell.key and not hasattr(cell.values[0], "iso"):
                    assert shown.replace(",", "") == plain and Decimal(plain) == Decimal(str(wanted))
                    assert Decimal(str(book[head])) == Decimal(plain)
                elif hasattr(cell.values[0], "iso"):
                    assert shown == plain == wanted == book[head].date().isoformat()
                elif plain == "":
                    assert shown == "—" and wanted is None and book[head] is None
                elif not any(value.address for value in cell.values if hasattr(value, "address")):
                    assert shown == plain.lstrip("'") == wanted == book[head]
                checked += 1
        assert by_id[f"register-{register.id}"].updated == register.updated
    assert checked > 4000


def test_totals_are_those_of_the_whole_register(example: Column) -> None:
    page = next(page for page in pages(example) if isinstance(page, RegisterPage) and "重大建设项目" in page.heading)
    assert page.table is not None
    totals = dict(zip([head.text for head in page.table.heads], page.table.totals, strict=True))
    assert totals["项目名称"] == "合计（全部 32 条）"
    assert (totals["总投资（亿元）"], totals["年度计划投资（亿元）"]) == ("138.6", "46.8")
    grain = [page for page in pages(example) if isinstance(page, RegisterPage) and "清河镇" in page.heading]
    register = next(each for each in example.registers if each.id == "grain-subsidy-payments")
    total = sum(row.values[7] for row in register.rows if isinstance(row.values[7], Decimal))
    assert len(grain) == 4 and {page.table.totals[7] for page in grain if page.table} == {format(total, ",f")}


def test_every_register_is_found_from_its_item_and_from_the_list(example: Column) -> None:
    every = list(pages(example))
    listed = {
        value.address
        for page in every
        if isinstance(page, RegistersPage)
        for group in page.groups
        for line in group.table.lines
        for value in line.cells[0].values
        if hasattr(value, "address")
    }
    assert listed == {f"registers/{register.id}/" for register in example.registers}
    cards = {card.link.address for page in every for card in getattr(page, "registers", ())}
    assert cards == listed


def test_each_page_of_rows_is_searched_with_what_its_cells_say(example: Column) -> None:
    found = {each.address: each for each in findables(example) if each.address.startswith("registers/")}
    assert "registers/grain-subsidy-payments/4/" in found and len(found) == len(example.registers) + 3
    assert found["registers/grain-subsidy-payments/4/"].title.endswith("（第 4 页）")
    assert "缴入地方国库" in found["registers/fees/"].body


def trial(root: Path, files: Mapping[str, str], today: dt.date = TODAY) -> Column:
    for path, text in files.items():
        (root / "catalogue/registers" / path).write_text(text, encoding="utf-8")
    column, problems = read_column(root, today)
    assert column is not None and not [problem for problem in problems if problem.is_error]
    return public_part(column)


TRIAL = "名称: 试验\n责任机构: 样例县人民政府\n栏目: normative\n更新日期: 2026-01-01\n"


def test_a_withheld_document_leaves_no_trace_in_a_register(sample: Path) -> None:
    number, title = "样政办函〔2026〕7731号", "关于白鹭台账的函"
    withheld = (sample / "content/statutory/welfare/2026/heron-ledger-7731.md").read_text(encoding="utf-8")
    title = withheld.split("标题: ")[1].split("\n")[0]
    column = trial(
        sample,
        {
            "trial.yml": TRIAL + "列: [编号, 名称, {列名: 文件, 类型: 文件}, 备注]\n",
            "trial.csv": f"编号,名称,文件,备注\n1,甲,{number},见文件\n2,乙,样政发〔2019〕5号；{number},{title}\n{number},丙,,\n",
        },
    )
    register = next(register for register in column.registers if register.id == "trial")
    assert [row.values for row in register.rows] == [
        ("1", "甲", None, "见文件"),
        ("2", "乙", "样政发〔2019〕5号", None),
    ]


def test_a_row_is_published_until_its_last_day_and_no_longer(sample: Path) -> None:
    files = {
        "trial.yml": TRIAL + "截止列: 截止\n列: [编号, {列名: 截止, 类型: 日期}]\n",
        "trial.csv": "编号,截止\nA,2026-11-21\nB,\nC,2026-11-20\n",
    }

    def left(column: Column) -> list[str]:
        return [row.id for register in column.registers if register.id == "trial" for row in register.rows]

    assert left(trial(sample, files)) == ["r-A", "r-B"]
    assert left(trial(sample, files, TODAY + dt.timedelta(days=1))) == ["r-B"]


def test_an_empty_register_says_so(sample: Path) -> None:
    column = trial(sample, {"trial.yml": TRIAL + "列: [编号]\n", "trial.csv": "编号\n"})
    page = next(page for page in pages(column) if isinstance(page, RegisterPage) and page.heading == "试验")
    assert page.table is None and page.pager.total == 0


def test_rows_of_a_long_register_come_as_a_script_that_says_what_the_pages_say(example: Column) -> None:
    whole = dict(tables(example))
    assert list(whole) == ["registers/grain-subsidy-payments/rows.js"]
    (output,) = table_outputs(whole.items())
    assert output.content is not None
    start, _, rest = output.content.decode().partition("]=")
    assert start == '(window.dcTableRows=window.dcTableRows||{})["registers/grain-subsidy-payments/rows.js"'
    found = json.loads(rest.rstrip().rstrip(";"))
    assert len(found) == 320
    assert [row[0] for row in found] == [line.anchor for line in whole[output.path].lines]
    assert found[0][-1] == "2026-07-10" and found[0][5] == "耕地地力保护补贴"


@pytest.mark.parametrize("kind", REGISTER_KINDS.values(), ids=lambda kind: kind.id)
def test_a_new_register_of_every_kind_wants_only_what_it_asks_for(
    kind: Any, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = ["--config", str(sample / "mkdocs.yml"), "new", "register"]
    assert main([*config, kind.name]) == 0
    said = capsys.readouterr().out
    assert f"{kind.id}.yml 里“改成……”的两行改好" in said and "不能重新生成；要先放着的" in said
    made = sample / f"catalogue/registers/{kind.id}.yml"
    text = made.read_text(encoding="utf-8")
    made.write_text(
        text.replace("改成机关的全称，几个机关写成 [甲, 乙]", "样例县人民政府").replace(
            "改成 statutory.yml 里的栏目", "normative"
        ),
        encoding="utf-8",
    )
    column, problems = read_column(sample, TODAY)
    assert [problem.rule.name for problem in problems] == ["register-empty"]
    assert column is not None
    register = next(register for register in column.registers if register.id == kind.id)
    assert register.rows == () and [column.name for column in register.columns] == [each.name for each in kind.columns]
    assert main([*config, kind.id]) == 2
    assert "已经有了" in capsys.readouterr().err


def test_the_kinds_are_told_and_a_wrong_one_is_refused(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(sample / "mkdocs.yml"), "new", "register"]
    assert main(config) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in REGISTER_KINDS)
    assert main([*config, "没有的类别"]) == 2
    assert "行政处罚决定" in capsys.readouterr().err


def test_kinds_name_columns_that_they_have() -> None:
    assert len(REGISTER_KINDS) == 12 and len({kind.id for kind in REGISTER_KINDS.values()}) == 12
    for kind in REGISTER_KINDS.values():
        names = [column.name for column in kind.columns]
        assert {kind.named_by, *kind.identified_by, *([kind.until_by] if kind.until_by else [])} <= set(names)


def long_register(root: Path, count: int) -> None:
    """A register of ``count`` rows, with what makes each cell different."""
    lines = (
        f"{number},户{number}*,第{number % 120 + 1}村,{number * 7 % 9973},{number % 90000}.{number % 100:02},2026-0{number % 9 + 1}-1{number % 9}"
        for number in range(1, count + 1)
    )
    (root / "catalogue/registers/long.yml").write_text(
        TRIAL.replace("试验", "长名录")
        + "标识列: 序号\n名称列: 姓名\n列:\n  - 序号\n  - {列名: 姓名, 遮蔽: 是}\n  - {列名: 村, 筛选: 是}\n"
        + "  - {列名: 数量, 类型: 数字}\n  - {列名: 金额, 类型: 金额, 单位: 元, 合计: 是}\n  - {列名: 日期, 类型: 日期}\n",
        encoding="utf-8",
    )
    (root / "catalogue/registers/long.csv").write_text(
        "序号,姓名,村,数量,金额,日期\n" + "\n".join(lines) + "\n", encoding="gbk"
    )


def test_ten_thousand_rows_are_a_hundred_pages(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    long_register(root, 10_000)
    column, problems = read_column(root, TODAY)
    assert column is not None and list(problems) == []
    found = [page for page in pages(public_part(column)) if isinstance(page, RegisterPage) and page.heading == "长名录"]
    assert len(found) == 100
    assert [len(page.table.lines) for page in found if page.table] == [PAGE_SIZE] * 100
    assert len({line.anchor for page in found if page.table for line in page.table.lines}) == 10_000


def rows_of(register: tuple[RegisterRow, ...]) -> Iterator[int]:
    yield from (row.line for row in register)


def test_lines_are_those_of_a_text_editor(tmp_path: Path) -> None:
    root = sample_at(tmp_path)
    (root / "catalogue/registers/trial.yml").write_text(TRIAL + "列: [编号, 名称]\n", encoding="utf-8")
    (root / "catalogue/registers/trial.csv").write_bytes('编号,名称\r\n1,"甲\r\n乙"\r\n\r\n2,丙\r\n'.encode())
    column, _ = read_column(root, TODAY)
    assert column is not None
    register = next(each for each in column.registers if each.id == "trial")
    assert list(rows_of(register.rows)) == [2, 5]
    assert load_registers(root / "nowhere", (), None, Problems()).registers == ()  # type: ignore[arg-type]
