"""Whether the search of a large column finds what a plain scan finds, and scores by lunr's formula.

    python tests/benchmarks/search_laws.py COLUMN [--queries N] [--seed N]

COLUMN is a folder with mkdocs.yml, catalogue/ and content/.  The queries are drawn from its texts: 文号 in all their forms,
words of two signs, single signs, long runs, runs over punctuation.  Prints what differs; the last line says how much does.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import re
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCORED = 8
"""Terms of a query whose scores are compared; more would take minutes."""

sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from columns import TODAY, public_column  # noqa: E402
from disclosure import derive  # noqa: E402
from disclosure.derive.findable import Findable  # noqa: E402
from disclosure.search.corpus import FIELDS, number_keys  # noqa: E402
from disclosure.search.files import BOOSTS, index_files  # noqa: E402
from disclosure.search.plain import plain_text  # noqa: E402
from disclosure.search.signs import BLANKS, LETTERS, SIGNS, Ranges  # noqa: E402
from engine import Engine, engine_of, publish_engine  # noqa: E402


def main() -> None:
    """Build the index, ask, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("column", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    column = public_column(options.column, TODAY)
    entries = list(derive.findables(column))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        _publish(entries, site)
        texts = [Text.of(entry) for entry in entries]
        numbers = {entry.address: number for number, entry in enumerate(entries)}
        faults = 0
        seconds = []
        with engine_of(site) as engine:
            engine.open()
            for query in _queries(entries, options.queries, random.Random(options.seed)):
                started = time.perf_counter()
                found = engine.search(f"“{query}”" if re.search(r"\s", query) else query)
                seconds.append(time.perf_counter() - started)
                faults += _differences(engine, query, found, texts, numbers)
    seconds.sort()
    print(f"{len(seconds)} queries, median {seconds[len(seconds) // 2]:.3f} s, slowest {seconds[-1]:.3f} s")
    print(f"{faults} differences")
    raise SystemExit(bool(faults))


def _publish(entries: Sequence[Findable], site: Path) -> None:
    publish_engine(site)
    started = time.perf_counter()
    size = 0
    for path, content in index_files(entries, [], "v"):
        file = site / "search/data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(content)
    print(f"{len(entries)} entries, index of {size / 1e6:.0f} MB in {time.perf_counter() - started:.0f} s")


def _among(ranges: Ranges) -> str:
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


_UNIT = re.compile(f"([0-9]+|[{_among(LETTERS)}]+|[{_among(SIGNS)}])|[{_among(BLANKS)}]+|(.)", re.DOTALL)


def _written(text: str) -> str:
    """Items as text that can be scanned: ".甲;" follows directly, ",甲;" after punctuation."""
    parts, mark = [], "."
    for unit, stop in _UNIT.findall(unicodedata.normalize("NFKC", text).lower()):
        if unit:
            parts.append(f"{mark}{unit};")
            mark = "."
        elif stop:
            mark = ","
    return "".join(parts)


@dataclass(frozen=True)
class Text:
    """The fields of an entry as items, and their lengths as lunr counts them."""

    fields: tuple[str, ...]
    lengths: tuple[int, ...]
    keys: frozenset[str]

    @classmethod
    def of(cls, entry: Findable) -> Text:
        """The text of ``entry``."""
        said = (entry.title, "\n".join(entry.numbers), entry.organ, "\n".join(entry.keywords), entry.summary)
        fields = tuple(_written(text) for text in (*said, "\n".join(entry.attachments), plain_text(entry.body)))
        keys = [key for number in entry.numbers for key in number_keys(number)]
        lengths = [field.count(";") + field.count(";.") for field in fields]
        lengths[1] += len(keys)
        return cls(fields, tuple(lengths), frozenset(keys))

    def holds(self, run: str) -> bool:
        """The scan."""
        return any(f".{run[1:]}" in field or f",{run[1:]}" in field for field in self.fields)

    def counts(self, term: str) -> list[int]:
        """How often each field has a term."""
        if term[0] in "#$":
            return [0, int(term in self.keys), 0, 0, 0, 0, 0]
        return [len(re.findall(f"[.,](?={re.escape(term[1:])})", field)) for field in self.fields]


def _queries(entries: Sequence[Findable], count: int, chance: random.Random) -> Iterator[str]:
    numbered = [number for entry in entries for number in entry.numbers]
    for place in range(count):
        entry = chance.choice(entries)
        text = chance.choice([entry.title, plain_text(entry.body), plain_text(entry.body)]) or entry.title
        kind = place % 6
        if kind == 0 and numbered:
            number = chance.choice(numbered)
            forms = [number, number.replace("〔", "[").replace("〕", "]"), re.sub("[〔〕]", "", number), number[-8:]]
            yield chance.choice(
                [*forms, re.sub("〔(.*)〕", r"\1年", number), re.sub("〔(.*)〕", r"\1年第", number)]
            ).strip()
            continue
        start = chance.randrange(len(text))
        size = (2, 1, 2, chance.randrange(3, 8), chance.randrange(8, 60))[kind - 1]
        query = re.sub(r"[\"“”＂]", "", text[start : start + size]).strip(" -－\n")
        if _written(query):
            yield query


def _differences(engine: Engine, query: str, answer: dict, texts: Sequence[Text], numbers: dict[str, int]) -> int:
    run = _written(query)
    keys = set(engine.call("dcSearchWords.keysOf", query)["value"]) if not re.search(r"\s", query) else set()
    exact = {number for number, text in enumerate(texts) if text.holds(run) or keys & text.keys}
    total = next((tier["total"] for tier in answer["tiers"] if tier["id"] == "exact"), 0)
    shown = {numbers[result["address"]] for result in answer["results"] if result["tier"] == "exact"}
    wrong = []
    if not answer["ignored"] and (total != len(exact) or not shown <= exact):
        wrong.append(f"{query}: found {total}, the scan {len(exact)}; {sorted(shown - exact)} too many")
    terms = []
    if not answer["ignored"]:
        terms = [*_stretches(run), *(key for key in keys if any(key in text.keys for text in texts))]
    if 0 < len(terms) <= SCORED:
        scores = _scores(terms, texts, [numbers[result["address"]] for result in answer["results"]])
        for result, score in zip(answer["results"], scores, strict=True):
            if not math.isclose(result["score"], score, abs_tol=1e-6):
                wrong.append(f"{query}: {result['title']} has {result['score']}, by the formula {score}")
    for each in wrong:
        print(each)
    return len(wrong)


def _stretches(run: str) -> list[str]:
    """The terms of a query: pairs of each stretch between punctuation, or its only unit."""
    terms = []
    for stretch in run[1:].split(","):
        units = stretch.split(".")
        terms += [f".{one}.{two}" for one, two in itertools.pairwise(units)] or [f".{units[0]}"]
    return list(dict.fromkeys(terms))


def _scores(terms: Sequence[str], texts: Sequence[Text], shown: Sequence[int]) -> list[float]:
    """lunr's formula, for the entries that are shown."""
    averages = [sum(text.lengths[field] for text in texts) / len(texts) for field in range(len(FIELDS))]
    scores = [0.0] * len(shown)
    occurring = 0
    for term in terms:
        counts = [text.counts(term) if term[0] in "#$" or text.holds(term) else None for text in texts]
        count = sum(1 for each in counts if each for tf in each if tf)
        if not count:
            continue
        occurring += 1
        idf = math.log(1 + abs((len(texts) - count + 0.5) / (count + 0.5)))
        for place, number in enumerate(shown):
            for field, tf in enumerate(counts[number] or ()):
                if tf:
                    length = texts[number].lengths[field] / averages[field]
                    value = idf * (2.2 * tf) / (1.2 * (0.25 + 0.75 * length) + tf) * BOOSTS[FIELDS[field]]
                    scores[place] += math.floor(value * 1000 + 0.5) / 1000
    return [score / math.sqrt(occurring or 1) for score in scores]


if __name__ == "__main__":
    main()
