"""What a search costs its readers, against Pagefind and Material's own search over the same pages, in one run.

    PYTHONPATH=hooks:tests python tests/benchmarks/search_cost.py COLUMN [--queries N] [--jieba FOLDER] [--skip NAME …]

COLUMN is a folder with catalogue/ and content/ in the format of this project.  All are served by nginx on [::1] with gzip,
ours under its policy, and asked in the same Chromium, with an empty cache for each query.  Bytes are those of the answers
that nginx sent, requests those it was asked for.  Ours is the whole page with its styles and scripts, and so is Material's;
Pagefind's is bare.  Recall counts, of the documents whose text (title, numbers, body) holds the query as it is written, those
that were found; of a question, its word.

Pagefind (`pip install 'pagefind[extended]'`) is left out with a word where it is missing; --jieba names a folder with that
library (`pip install --target FOLDER jieba`), with which Material's search is measured once more.  What to compare are the
ratios, because machines differ and drift.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import importlib.util
import os
import re
import statistics
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as NoAnswer
from search_peers import Peer, material_of, our_site, pagefind_over

from browsing import FLAGS, POLICY, reader, served
from columns import public_column
from disclosure.column import Column
from disclosure.derive.addresses import of_writing
from disclosure.model import Document
from disclosure.search.runs import frequent_runs
from tools import program

INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|sub|sup|u|wbr)\b[^>]*>")
MARKS = re.compile(r"\*\*|^#+ |\]\([^)]*\)|!?\[", re.MULTILINE)
GZIP = "gzip on; gzip_comp_level 6; gzip_min_length 256; gzip_types text/css text/javascript text/plain application/xml image/svg+xml;"


@dataclass(frozen=True)
class Query:
    """What is typed, its kind, and the part of it that must stand in a text."""

    kind: str
    text: str
    needle: str


@dataclass(frozen=True)
class Cost:
    """Of one answer: bytes and requests over the wire, milliseconds to the first result."""

    bytes: int
    requests: int
    milliseconds: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("column", type=Path)
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument("--jieba", type=Path)
    parser.add_argument("--skip", nargs="*", default=[], choices=["ours", "pagefind", "material"])
    options = parser.parse_args()
    column = public_column(options.column, dt.datetime.now(tz=dt.UTC).date())
    queries = drawn_from(column)[: options.queries]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        base = Path(name)
        flags = {"executable_path": program("chromium", "chromium-browser", "google-chrome"), "args": FLAGS}
        peers = made(options, column, base)
        texts = {of_writing(each): plain_text(each) for each in column.documents}
        truths = [{address for address, text in texts.items() if query.needle in text} for query in queries]
        costs: dict[str, tuple[list[Cost], list[Cost]]] = {}
        recalls: dict[str, list[int]] = {}
        for peer in peers:
            if peer.missing or (peer.name == "ours" and "ours" in options.skip):
                print(f"{peer.name}: not measured; {peer.missing or 'skipped'}")
                continue
            browser = playwright.chromium.launch(**flags)
            with serving(peer, base) as (address, log):
                costs[peer.name] = measured(browser, peer, queries, address, log)
                recalls[peer.name] = recall(browser, peer, queries, truths, address)
            browser.close()
            print(f"{peer.name}: measured", flush=True)
        report(peers, queries, truths, costs, recalls, len(texts))


def made(options: argparse.Namespace, column: Column, base: Path) -> list[Peer]:
    """The searches to compare, built."""

    def folder(name: str) -> Path:
        (base / name).mkdir()
        return base / name

    peers = [our_site(options.column, folder("ours"))]
    if importlib.util.find_spec("pagefind") is None:
        print("Pagefind: not measured; it is not installed: pip install 'pagefind[extended]'")
    elif "pagefind" not in options.skip:
        peers.append(pagefind_over(peers[0].folder, folder("pagefind")))
    if "material" not in options.skip:
        texts = {
            of_writing(each): f"# {each.title}\n\n{' '.join(each.numbers)}\n\n{each.body}" for each in column.documents
        }
        peers.append(material_of(texts, folder("material")))
        if options.jieba:
            peers.append(material_of(texts, folder("jieba"), options.jieba.resolve()))
    return peers


def drawn_from(column: Column) -> list[Query]:
    """Twenty queries of the kinds that people type, the same for the same column."""
    titles = [document.title for document in column.documents]
    runs = frequent_runs(titles)
    numbers = sorted(document.doc_number or document.index_number for document in column.documents)
    words, phrases = (
        sorted((run for run in runs if len(run) == length), key=lambda run: (-runs[run], run)) for length in (2, 4)
    )
    found = [Query("word", word, word) for word in spread(words, 8)]
    found += [Query("phrase", phrase, phrase) for phrase in spread(phrases, 4)]
    found += [Query("number", number, number) for number in spread(numbers, 3)]
    long = [title for title in sorted(titles) if len(title) >= 16]
    found += [Query("piece of a title", title[5:13], title[5:13]) for title in spread(long, 2)]
    found += [Query("question", f"怎么申请{word}", word) for word in spread(words[3:], 2)]
    return [*found, *(Query("sign", word[0], word[0]) for word in words[:1])]


def spread(choices: Sequence[str], count: int) -> list[str]:
    """``count`` of ``choices`` at even distances, from the first on."""
    return [choices[number * len(choices) // count] for number in range(min(count, len(choices)))]


def plain_text(document: Document) -> str:
    """What a document says: title, numbers, and its text without the marks of Markdown and HTML, a line a block."""
    body = html.unescape(MARKS.sub("", re.sub(r"<[^>]*>|\|", "\n", INLINE.sub("", document.body))))
    return "\n".join((document.title, *document.numbers, body))


@contextmanager
def serving(peer: Peer, base: Path) -> Iterator[tuple[str, Path]]:
    """The address of the peer's files, and the log in which nginx notes what it sent."""
    folder = base / f"nginx-{peer.name}"
    folder.mkdir()
    log = folder / "requests.log"
    policy = POLICY if peer.policy is None else peer.policy
    with served(peer.folder, folder, base, policy, f"{GZIP} access_log {log} combined;") as address:
        yield address, log


def sent(log: Path, start: int) -> tuple[int, int, int]:
    """Bytes and requests noted in the log from the place ``start`` on, and its new end."""
    time.sleep(0.3)
    with log.open(encoding="utf-8", errors="replace") as lines:
        lines.seek(start)
        found = re.findall(r'" \d{3} (\d+) "', lines.read())
        return sum(map(int, found)), len(found), lines.tell()


def measured(
    browser: Browser, peer: Peer, queries: Sequence[Query], address: str, log: Path
) -> tuple[list[Cost], list[Cost]]:
    """What the first query of a fresh reader costs, for each query; and the next one on the same page."""
    first, second, place = [], [], 0
    pairs = list(zip(queries, [*queries[1:], queries[0]], strict=True))
    for query, other in pairs[:: max(1, len(pairs) // peer.timed) if peer.timed else 1]:
        with reader(browser) as context:
            context.add_init_script(peer.setup)
            tab = context.new_page()
            for costs, ask in (
                (first, lambda tab=tab, query=query: peer.first(tab, address, query.text)),
                (second, lambda tab=tab, other=other: peer.second(tab, other.text)),
            ):
                start = time.perf_counter()
                # Who does not answer is counted with the time that was waited.
                with suppress(NoAnswer):
                    ask()
                milliseconds = (time.perf_counter() - start) * 1000
                weight, requests, place = sent(log, place)
                costs.append(Cost(weight, requests, milliseconds))
    return first, second


def recall(
    browser: Browser, peer: Peer, queries: Sequence[Query], truths: Sequence[set[str]], address: str
) -> list[int]:
    """How many of the documents that hold each query are found; none, if there is no answer."""
    counts = []
    with reader(browser) as context:
        context.add_init_script(peer.setup)
        tab = context.new_page()
        with suppress(NoAnswer):
            peer.first(tab, address, queries[0].text)
        for query, truth in zip(queries, truths, strict=True):
            counts.append(0)
            with suppress(NoAnswer):
                counts[-1] = len(peer.found(tab, query.text) & truth)
    return counts


def report(
    peers: Sequence[Peer],
    queries: Sequence[Query],
    truths: Sequence[set[str]],
    costs: Mapping[str, tuple[list[Cost], list[Cost]]],
    recalls: Mapping[str, list[int]],
    documents: int,
) -> None:
    """Print the tables."""
    print(
        f"\n{documents} documents, {len(queries)} queries; {os.cpu_count()} processors; Python {sys.version.split()[0]}"
    )
    base = costs.get("ours")
    for title, which in (("first query in a fresh browser", 0), ("next query on the same page", 1)):
        print(f"\n{title:<34}{'kB':>9}{'worst':>9}{'requests':>10}{'ms':>8}{'worst':>8}{'× kB':>8}{'× ms':>8}")
        for name, both in costs.items():
            weight, most = _middle_and_most([cost.bytes / 1000 for cost in both[which]])
            requests, _ = _middle_and_most([cost.requests for cost in both[which]])
            taken, longest = _middle_and_most([cost.milliseconds for cost in both[which]])
            ratios = f"{'–':>8}{'–':>8}"
            if base:
                ours = [
                    statistics.median(values)
                    for values in zip(*((c.bytes / 1000, c.milliseconds) for c in base[which]), strict=True)
                ]
                ratios = "".join(
                    f"{value / (own or 1):>8.1f}" for value, own in zip((weight, taken), ours, strict=True)
                )
            print(f"{name:<34}{weight:>9.1f}{most:>9.1f}{requests:>10.0f}{taken:>8.0f}{longest:>8.0f}{ratios}")
    print(f"\n{'index':<34}{'seconds':>9}{'peak MB':>9}{'size MB':>10}")
    for peer in peers:
        build = peer.build
        print(f"{peer.name:<34}{build.seconds:>9.1f}{build.peak:>9.0f}{build.size:>10.1f}  ({build.note})")
    print(f"\n{_padded('recall', 18)}{_padded('query', 34)}{'hold it':>9}" + "".join(f"{name:>16}" for name in recalls))
    for number, (query, truth) in enumerate(zip(queries, truths, strict=True)):
        print(
            f"{_padded(query.kind, 18)}{_padded(query.text, 34)}{len(truth):>9}"
            + "".join(f"{found[number]:>16}" for found in recalls.values())
        )
    # Of a question the best documents are wanted, not all that hold its word.
    words = [number for number, query in enumerate(queries) if query.kind != "question"]
    total = sum(len(truths[number]) for number in words)
    shares = (sum(found[number] for number in words) / (total or 1) for found in recalls.values())
    print(f"{'together, without questions':<52}{total:>9}" + "".join(f"{share:>16.2f}" for share in shares))


def _padded(text: str, width: int) -> str:
    """``text`` filled up to ``width`` columns of a terminal, in which Chinese signs take two."""
    return text + " " * (width - sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text))


def _middle_and_most(values: Sequence[float]) -> tuple[float, float]:
    return statistics.median(values), max(values)


if __name__ == "__main__":
    main()
