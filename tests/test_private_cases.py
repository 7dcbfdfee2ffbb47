"""The labelled set of private and harmless texts is what its README says, so that a precision measured on it means something."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from columns import TESTS

FILES = sorted((TESTS / "private").glob("*.yml"))
KINDS = {path.stem for path in FILES} - {"documents", "numbers", "people"}


def cases_of(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


CASES = [case for path in FILES for case in cases_of(path)]


def test_every_value_stands_in_its_text_once() -> None:
    for case in CASES:
        for found in case["found"]:
            assert found["kind"] in KINDS and case["text"].count(found["value"]) == 1, case


def test_no_case_is_told_twice() -> None:
    told = Counter((case["text"], case.get("label")) for case in CASES)
    assert [case for case, times in told.items() if times > 1] == []


def test_every_kind_has_cases_to_be_found_and_look_alikes() -> None:
    assert len(CASES) >= 400
    assert 2 * sum(not case["found"] for case in CASES) >= len(CASES)
    for kind in KINDS:
        own = cases_of(TESTS / "private" / f"{kind}.yml")
        assert sum(any(each["kind"] == kind for each in case["found"]) for case in own) >= 15, kind
        assert sum(not case["found"] for case in own) >= 15, kind
