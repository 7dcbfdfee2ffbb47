"""What the data sets of a column hold: what its pages say, in the same numbers, and what programs need besides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from columns import TODAY, sample_at
from disclosure import derive
from disclosure.column import Column
from disclosure.derive.contexts import StatutoryPage
from disclosure.derive.data_pieces import DataValue
from disclosure.derive.open_data.contexts import DataPage
from disclosure.derive.open_data.files import DataFile, FileKind
from disclosure.pipeline import read_column
from disclosure.public import public_part

pytestmark = pytest.mark.xdist_group("data_contents")


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    column, _ = read_column(sample_at(tmp_path_factory.mktemp("contents")), TODAY)
    assert column is not None
    return public_part(column)


def rows_of(column: Column, dataset: str) -> list[Mapping[str, DataValue]]:
    """The rows of a data set as JSON has them: values under the names of the fields."""
    found = next(each for each in derive.datasets(column) if each.id == dataset)
    names = [field.name for field in found.fields]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def test_a_document_tells_its_rows_of_the_field_catalogues_and_the_id_of_its_item(column: Column) -> None:
    row = next(row for row in rows_of(column, "documents") if row["公开事项"])
    assert (row["公开事项"], row["栏目"], row["栏目标识"]) == (("parking-01",), "行政规范性文件", "normative")
    assert list(row)[-3:] == ["附件地址", "公开事项", "栏目标识"], "what was there before keeps its place"


def test_an_organ_tells_what_it_does_its_divisions_and_who_leads_it(column: Column) -> None:
    row = next(row for row in rows_of(column, "organs") if row["名称"] == "样例县交通运输局")
    assert row["机关职能"] == ("管理全县公路、水路运输。",)
    assert row["机构设置"] == ("运输管理股：管理客运和货运（电话：0399-5550232）", "航道站：管理航道和渡口")
    assert row["领导"] == ("江一帆，局长：主持全面工作、分管航道", "闻汐，副局长：分管运输", "岳青禾，副局长")


def test_the_page_of_the_items_counts_registers_as_the_data_do(column: Column) -> None:
    page = next(page for page in derive.pages(column) if isinstance(page, StatutoryPage))
    rows = {row["名称"]: row for row in rows_of(column, "statutory")}
    assert (rows["部门预决算"]["名录数"], rows["部门预决算"]["名录条数"]) == (1, len(column.registers[0].rows))
    for item in page.items:
        told = f"{rows[item.link.text]['名录数']} 份名录"
        assert ("份名录" not in item.count and told == "0 份名录") or told in item.count


def test_every_number_of_a_report_has_its_unit(column: Column) -> None:
    def units(year: int, *words: str) -> list[object]:
        rows = rows_of(column, f"annual-{year}")
        return [row["计量单位"] for row in rows if all(word in (row["行"], row["列"]) for word in words)]

    assert units(2023, "规章", "本年制发件数") == ["件"]
    assert units(2023, "本年收费金额（单位：万元）") == ["万元"]
    assert units(2020, "采购项目数量") == ["项"] and units(2020, "采购总金额") == ["原表没有写明"]
    fee = rows_of(column, "annual-2023")[-1]
    assert (fee["行"], fee["数量"], fee["计量单位"]) == ("信息处理费", 120, "元")


def test_a_data_set_without_a_day_is_not_said_to_be_empty(column: Column) -> None:
    assert dict(lines_of(overview(column)))["organs"][3] == ["没有记录"]


def test_the_list_of_data_sets_says_what_each_is(column: Column) -> None:
    lines = dict(lines_of(overview(column)))
    for dataset in derive.datasets(column):
        assert lines[dataset.id][0] == [dataset.title, dataset.description]


def test_fields_are_explained_to_people_who_never_saw_our_files(column: Column) -> None:
    for dataset in derive.datasets(column):
        for field in dataset.fields:
            assert ".yml" not in field.meaning, (dataset.id, field.name)


def test_the_many_data_sets_of_a_kind_stand_together_and_every_one_once(column: Column) -> None:
    page, ids = overview(column), [dataset.id for dataset in derive.datasets(column)]
    found = {kind.anchor: [line.anchor for line in kind.table.lines] for kind in page.kinds}
    assert found["dc-kind-field"] == [id_ for id_ in ids if id_.startswith("field")]
    assert found["dc-kind-register"] == list(filter(_is_register, ids))
    assert page.kinds[1].title == f"名录清单（{sum(map(_is_register, ids))} 个）"
    assert sorted(id_ for id_, _ in lines_of(page)) == sorted(ids)
    assert f"共 {len(ids)} 个数据集" in page.lead


def _is_register(id_: str) -> bool:
    return id_.startswith("register-")


def overview(column: Column) -> DataPage:
    """/data/, as if every file were empty."""
    datasets = derive.datasets(column)
    files = [DataFile(dataset=each.id, kind=kind, size=0, sha256="") for each in datasets for kind in FileKind]
    pages = derive.data_pages(derive.data_catalogue(column, datasets, files), (), "")
    return next(page for page in pages if isinstance(page, DataPage))


def lines_of(page: DataPage) -> list[tuple[str, list[list[str]]]]:
    """The data sets as the tables of the page list them."""
    tables = [page.table, *(kind.table for kind in page.kinds)]
    return [
        (line.anchor, [[value.text for value in cell.values] for cell in line.cells])
        for table in tables
        for line in table.lines
    ]
