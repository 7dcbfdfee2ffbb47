"""Each case file is a column with something wrong (or something odd but right) and the exact problems it must give."""

from __future__ import annotations

from pathlib import Path

import pytest

from columns import TODAY, Case, cases_in, sample_at
from disclosure import rules
from disclosure.column import Column
from disclosure.load import faults
from disclosure.passages import Passage, Source
from disclosure.pipeline import read_column
from disclosure.problems import Family, Rule, standing_of
from disclosure.rules.registry import CHECKS, SITE_CHECKS, TEXT_CHECKS, Findings, TextFindings
from disclosure.rules.stopping import STOPPED

BROKEN, SOUND = cases_in("broken"), cases_in("sound")
OF_THE_SITE = {rule.name for rule, _ in SITE_CHECKS}
"""They are shown on sites, by tests of their own."""


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.path.stem)
def test_a_broken_column_gives_exactly_these_problems(case: Case, tmp_path: Path) -> None:
    assert case.problems, "a broken case names its problems"
    sample_at(tmp_path)
    case.lay_over(tmp_path)
    _, problems = read_column(tmp_path, case.today)
    assert [str(problem) for problem in standing_of(problems)] == list(case.problems)


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case.path.stem)
def test_an_odd_but_right_column_gives_no_problem(case: Case, tmp_path: Path) -> None:
    assert not case.problems
    sample_at(tmp_path)
    case.lay_over(tmp_path)
    column, problems = read_column(tmp_path, case.today)
    assert [str(problem) for problem in standing_of(problems)] == []
    assert column is not None


def test_the_sample_itself_is_sound(tmp_path: Path) -> None:
    column, problems = read_column(sample_at(tmp_path), TODAY)
    assert [str(problem) for problem in problems] == []
    assert column is not None and len(column.documents) == 12


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    bad = {problem.rpartition("[")[2].rstrip("]") for case in BROKEN for problem in case.problems}
    good = {case.path.stem.partition("--")[0] for case in SOUND}
    names = {rule.name for rule in rules.every_rule() if rule.name not in OF_THE_SITE} - {STOPPED.name}
    assert names - {faults.UNREADABLE.name} <= bad, f"write tests/cases/broken/<what>.yml for {sorted(names - bad)}"
    names -= {fault.name for fault in faults.ALL}
    assert names <= good, f"write tests/cases/sound/<rule>--<what>.yml for {sorted(names - good)}"


def test_a_rule_that_fails_stops_the_build_and_is_told_without_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_column: Column) -> Findings:
        yield "content/guide/index.md", 3, "先查出来的一处"
        raise ValueError("13800138000")

    def fails_at_a_text(passage: Passage, _column: Column) -> TextFindings:
        if passage.path == "content/guide/index.md" and passage.source is Source.BODY:
            yield 0, str(int(passage.text))

    about = Rule("fails", "什么都查不完", family=Family.LOADING, advice="改正。", bad="坏的", good="好的")
    monkeypatch.setattr("disclosure.rules.CHECKS", [(about, fails), *CHECKS])
    monkeypatch.setattr("disclosure.rules.TEXT_CHECKS", [(about, fails_at_a_text), *TEXT_CHECKS])
    _, problems = read_column(sample_at(tmp_path), TODAY)
    whole, text, before = problems
    assert (whole.rule, whole.path, text.rule, text.path) == (STOPPED, "catalogue/column.yml", STOPPED, before.path)
    assert before.message == "先查出来的一处", "what was found before is not lost"
    assert all(problem.is_error for problem in (whole, text))
    assert "ValueError" in whole.message and "13800138000" not in "".join(map(str, problems))
