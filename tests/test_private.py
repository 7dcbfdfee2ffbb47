"""How much of what is private is found, and how much of what is found is private: on labelled texts (private/README.md)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from columns import TESTS
from disclosure.measures.private.finder import private_in
from disclosure.measures.private.kinds import Kind

LABELS = {
    Kind.RESIDENT_ID: "resident-id",
    Kind.MOBILE: "mobile",
    Kind.BANK_CARD: "bank-card",
    Kind.BANK_ACCOUNT: "bank-card",
    Kind.PAPER: "passport",
    Kind.PLATE: "plate",
    Kind.HOME: "home-address",
    Kind.BIRTH: "birth-date",
    Kind.MINOR: "minor",
    Kind.HARDSHIP: "hardship",
    Kind.CONTACT: "personal-mailbox",
    Kind.SECRECY: "secrecy-mark",
}
WANTED = 0.99


@dataclass
class Counts:
    """What was to be found and was; what was found and was right, by kind; and everything that went wrong."""

    there: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, case: dict[str, Any]) -> None:
        """A value is found if a finding of its kind overlaps it; a finding is false if it overlaps no value at all."""
        text = case["text"]
        values = [(each["kind"], text.index(each["value"]), each["value"]) for each in case.get("found") or ()]
        spans = [(kind, start, start + len(value)) for kind, start, value in values]
        found = [(LABELS[each.kind], each.start, each.end) for each in private_in(text, case.get("label") or "")]
        for kind, start, end in spans:
            is_hit = any(kind == other and begin < end and start < stop for other, begin, stop in found)
            self.there[kind] += 1
            self.hit[kind] += is_hit
            self.wrong += [] if is_hit else [f"{kind} missed in {text!r}"]
        for kind, start, end in found:
            is_right = any(begin < end and start < stop for _, begin, stop in spans)
            self.made[kind] += 1
            self.right[kind] += is_right
            self.wrong += [] if is_right else [f"{kind} false in {text!r}: {text[start:end]!r}"]

    def __str__(self) -> str:
        lines = [f"{'kind':18} {'recall':>16} {'precision':>16}"]
        for kind in sorted({*self.there, *self.made}):
            recall = self.hit[kind] / max(1, self.there[kind])
            precision = self.right[kind] / max(1, self.made[kind])
            lines.append(
                f"{kind:18} {self.hit[kind]:4}/{self.there[kind]:<4} {recall:.3f}   {self.right[kind]:4}/{self.made[kind]:<4} {precision:.3f}"
            )
        return "\n".join(lines)


@pytest.fixture(scope="module")
def counts() -> Counts:
    found = Counts()
    for path in sorted(Path(TESTS / "private").glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.add(case)
    return found


def test_there_are_enough_cases_of_every_kind(counts: Counts) -> None:
    assert sum(counts.there.values()) >= 200
    assert {kind for kind, count in counts.there.items() if count >= 10} == set(LABELS.values())


def test_what_is_private_is_found_and_nothing_else(counts: Counts, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{counts}")
    wrong = "\n".join(counts.wrong)
    for kind in counts.there:
        assert counts.hit[kind] >= WANTED * counts.there[kind], f"{counts}\n{wrong}"
    for kind in counts.made:
        assert counts.right[kind] >= WANTED * counts.made[kind], f"{counts}\n{wrong}"
