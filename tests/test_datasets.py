"""Data sets: the same values in every kind of file, and files that a spreadsheet and a program can read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from decimal import Decimal

from openpyxl import load_workbook

from disclosure.derive.data_pieces import DataField, DataKind, Dataset
from disclosure.derive.pieces import Place
from disclosure.publish.datasets import csv_of, json_of, xlsx_of

SITE = "https://www.shilixian.gov.cn/zfxxgk/"
FIELDS = (
    DataField(name="名称"),
    DataField(name="金额", kind=DataKind.NUMBER, unit="万元"),
    DataField(name="日期", kind=DataKind.DAY),
    DataField(name="地址", kind=DataKind.ADDRESS),
)
ROWS = (
    ("=1+1", Decimal("96171.60"), dt.date(2026, 3, 5), Place("registers/a/")),
    ("甲,“乙”\n丙", Decimal("3"), None, Place("")),
    ("12345678901234567X", 12345678901234567, dt.date(2025, 12, 31), None),
)
DATASET = Dataset(
    id="trial",
    title="试验",
    description="三行。",
    organ="示例县人民政府",
    page="data/",
    updated=dt.date(2026, 3, 5),
    fields=FIELDS,
    rows=ROWS,
)


def test_csv_holds_every_value_and_no_formula() -> None:
    found = csv_of(DATASET, SITE)
    assert found.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(found.decode("utf-8-sig")))) == [
        ["名称", "金额（万元）", "日期", "地址"],
        ["'=1+1", "96171.60", "2026-03-05", f"{SITE}registers/a/"],
        ["甲,“乙”\n丙", "3", "", SITE],
        ["12345678901234567X", "12345678901234567", "2025-12-31", ""],
    ]


def test_json_holds_every_value_under_the_name_of_its_field() -> None:
    whole = json.loads(json_of(DATASET, SITE))
    assert whole["记录数"] == 3 and [field["单位"] for field in whole["字段"]] == ["", "万元", "", ""]
    assert whole["数据"] == [
        {"名称": "=1+1", "金额": 96171.6, "日期": "2026-03-05", "地址": f"{SITE}registers/a/"},
        {"名称": "甲,“乙”\n丙", "金额": 3, "日期": None, "地址": SITE},
        {"名称": "12345678901234567X", "金额": 12345678901234567, "日期": "2025-12-31", "地址": None},
    ]


def test_json_holds_every_digit_of_a_number() -> None:
    written = ("123456789012345.678", "96171.60", "-0.05", "100", "1E+3")
    numbers = replace(DATASET, fields=(FIELDS[1],), rows=tuple((Decimal(number),) for number in written))
    whole = json.loads(json_of(numbers, SITE), parse_float=Decimal)
    assert [str(row["金额"]) for row in whole["数据"]] == ["123456789012345.678", "96171.60", "-0.05", "100", "1000"]


def test_the_workbook_holds_the_same_values_with_their_types() -> None:
    book = load_workbook(io.BytesIO(xlsx_of(DATASET, SITE)))
    assert book.sheetnames == ["数据", "说明"]
    sheet = book["数据"]
    cells = [[cell.value.date() if cell.is_date else cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells == [
        ["名称", "金额（万元）", "日期", "地址"],
        ["=1+1", 96171.6, dt.date(2026, 3, 5), f"{SITE}registers/a/"],
        ["甲,“乙”\n丙", 3, None, SITE],
        ["12345678901234567X", "12345678901234567", dt.date(2025, 12, 31), None],
    ]
    assert sheet["A2"].data_type == "s" and sheet["B2"].number_format == "0.00"
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:D4"
    assert book["说明"]["B1"].value == "试验"


def test_the_same_values_give_the_same_bytes() -> None:
    assert xlsx_of(DATASET, SITE) == xlsx_of(DATASET, SITE)
    assert b"dcterms:created" not in xlsx_of(DATASET, SITE)


def test_several_values_are_a_list_in_json_and_one_text_in_tables() -> None:
    several = replace(
        DATASET,
        fields=(
            DataField(name="废止", kind=DataKind.TEXTS),
            DataField(name="附件", kind=DataKind.ADDRESSES),
        ),
        rows=(((), ()), (("=1", "示政发〔2020〕1号"), (Place("a/1.pdf"), Place("a/2.pdf")))),
    )
    assert [list(row.values()) for row in json.loads(json_of(several, SITE))["数据"]] == [
        [[], []],
        [["=1", "示政发〔2020〕1号"], [f"{SITE}a/1.pdf", f"{SITE}a/2.pdf"]],
    ]
    addresses = f"{SITE}a/1.pdf；{SITE}a/2.pdf"
    assert list(csv.reader(io.StringIO(csv_of(several, SITE).decode("utf-8-sig"))))[1:] == [
        ["", ""],
        ["'=1；示政发〔2020〕1号", addresses],
    ]
    sheet = load_workbook(io.BytesIO(xlsx_of(several, SITE)))["数据"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [[None, None], ["=1；示政发〔2020〕1号", addresses]]
