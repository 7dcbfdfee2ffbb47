"""One vocabulary: whatever an editor can write is described, offered by the schema and understood by the loader."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from columns import ROOT
from disclosure import model, workdays
from disclosure.authoring.reference import field_reference
from disclosure.authoring.schema import schemas
from disclosure.cli import main
from disclosure.load.convert import _CONVERTERS
from disclosure.terms import MANY, Kind, terms
from trees import tree

NOUNS = [
    noun
    for noun in (vars(model) | vars(workdays)).values()
    if isinstance(noun, type) and hasattr(noun, "__dataclass_fields__") and terms(noun)
]  # fmt: skip
SCHEMAS = schemas()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_keys_are_unique_and_every_term_is_explained(noun: type) -> None:
    found = list(terms(noun).values())
    assert len({term.key for term in found}) == len(found)
    for term in found:
        assert term.meaning, term.key
        assert (term.choices is not None) == (term.kind in (Kind.CHOICE, Kind.CHOICES, Kind.DAY_OR_CHOICE)), term.key
        assert (term.choices is not None) == (term.kind in (Kind.CHOICE, Kind.CHOICES, Kind.DAY_OR_CHOICE)), term.key
        assert bool(term.columns) == (term.kind is Kind.NUMBERS), term.key
        assert (term.record is not None) == (term.kind in (Kind.RECORD, Kind.RECORDS)), term.key


def test_every_kind_has_a_converter_and_lists_are_tuples() -> None:
    assert set(_CONVERTERS) == set(Kind)
    assert set(Kind) > MANY


@pytest.mark.parametrize(
    ("stem", "noun"),
    [
        ("document", model.Document),
        ("page", model.Page),
        ("rule", model.RulePage),
        ("annual", model.AnnualPage),
        ("annual-report", model.FormReport),
        ("annual-report-2019", model.TrialReport),
        ("column", model.ColumnInfo),
        ("calendar", workdays.CalendarYear),
        ("register", model.Register),
        ("tasks", model.TaskPlan),
        ("bulletin", model.Bulletin),
    ],
)
def test_the_schema_offers_every_term(stem: str, noun: type) -> None:
    properties = SCHEMAS[stem]["properties"]
    assert list(properties) == [term.key for term in terms(noun).values()]
    assert all(shape["description"] for shape in properties.values())
    asked = {*SCHEMAS[stem]["required"], *SCHEMAS[stem].get("then", {}).get("required", ())}
    assert asked == {term.key for term in terms(noun).values() if term.required}


def test_the_schema_wants_every_number_of_a_report_unless_it_owns_up_to_its_gaps() -> None:
    written = yaml.load((ROOT / "catalogue/annual/2020.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    report = jsonschema.Draft202012Validator(SCHEMAS["annual-report-2019"])
    del written["复议诉讼"], written["主动公开"]["政府集中采购"]
    assert len(list(report.iter_errors(written))) == 2
    assert not list(report.iter_errors({**written, "差错说明": "当年没有公布。"}))


@pytest.mark.parametrize("stem", sorted(SCHEMAS))
def test_schemas_are_valid(stem: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[stem])


@pytest.mark.parametrize("stem", ["organs", "themes", "genres", "statutory", "column", "withdrawn", "synonyms"])
def test_the_catalogues_of_the_example_fit_their_schema(stem: str) -> None:
    written = yaml.load((ROOT / "catalogue" / f"{stem}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    jsonschema.validate(written, SCHEMAS[stem])


def test_the_registers_of_the_example_fit_their_schema() -> None:
    paths = sorted((ROOT / "catalogue/registers").glob("*.yml"))
    assert len(paths) >= 8
    for path in paths:
        written = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        jsonschema.validate(written, SCHEMAS["register"])


def test_the_field_catalogues_of_the_example_fit_their_schema() -> None:
    paths = sorted((ROOT / "catalogue/fields").glob("*.yml"))
    assert len(paths) >= 4
    for path in paths:
        jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), SCHEMAS["field"])


@pytest.mark.parametrize(
    ("folder", "stem"),
    [("statutory/*/*", "document"), ("statutory", "page"), ("guide", "page"), ("rules", "rule"), ("annual", "annual")],
)
def test_the_texts_of_the_example_fit_their_schema(folder: str, stem: str) -> None:
    paths = sorted((ROOT / "content").glob(f"{folder}/*.md"))
    assert paths
    for path in paths:
        head = path.read_text(encoding="utf-8").split("---\n")[1]
        jsonschema.validate(yaml.load(head, yaml.BaseLoader), SCHEMAS[stem])


@pytest.mark.parametrize("path", sorted((ROOT / "catalogue/bulletins").glob("*.yml")), ids=lambda path: path.stem)
def test_the_bulletins_of_the_example_fit_their_schema(path: Path) -> None:
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), SCHEMAS["bulletin"])


@pytest.mark.parametrize(
    ("pattern", "stem"), [("202[1-9]*", "annual-report"), ("20[12][90].yml", "annual-report-2019")]
)
def test_the_annual_reports_of_the_example_fit_their_schema(pattern: str, stem: str) -> None:
    folder = ROOT / "catalogue/annual"
    paths = [
        path for found in sorted(folder.glob(pattern)) for path in ([found] if found.is_file() else found.iterdir())
    ]
    assert paths
    for path in paths:
        jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), SCHEMAS[stem])


def test_the_schema_command_writes_all_schemas(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path / "new" / "schemas")]) == 0
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.rglob("*.json")}
    assert written == {f"{stem}.schema.json": schema for stem, schema in SCHEMAS.items()}


def test_the_committed_schemas_and_field_reference_are_current(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path)]) == 0
    assert tree(tmp_path) == tree(ROOT / "catalogue/schemas"), "run: disclosure schema catalogue/schemas"


def test_the_field_reference_names_every_key() -> None:
    reference = field_reference()
    for noun in NOUNS:
        for term in terms(noun).values():
            assert f"| {term.key} | {'是' if term.required else ''} | {term.meaning} |" in reference
