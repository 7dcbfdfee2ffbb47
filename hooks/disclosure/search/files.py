"""The files of the search index: scripts that a page loads one by one, also from a disk, where nothing else may be loaded.

The format is described in search/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from disclosure.derive.findable import Findable
from disclosure.search import tables
from disclosure.search.corpus import BODY, CHUNK, FIELDS, Corpus, read_corpus
from disclosure.search.grams import end_lines, gram_lines
from disclosure.search.postings import term_lines
from disclosure.search.words import QUESTION_WORDS

BOOSTS = {"title": 10, "numbers": 20, "organ": 3, "keywords": 6, "summary": 4, "attachments": 3, "body": 1}
"""How much more a field counts than the body."""

LUNR = "2.3.9"
"""The version of lunr.js whose serialised index the browser assembles."""

COMMON = 2000
"""A gram in more places than this is common: about 3 KB for a list of so many."""

LONGEST = 24
"""No gram has more items."""

SHARD = 6_000
"""Signs in a file of the index, about 4 KB compressed."""

INDEX = "index.js"


def version_of(findables: Iterable[Findable], synonyms: Sequence[Sequence[str]]) -> str:
    """The name of the folder of an index: a digest of what goes into it, and of the code that makes it."""
    digest = blake2b(digest_size=5)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    digest.update(repr([list(group) for group in synonyms]).encode())
    for findable in findables:
        digest.update(repr(findable).encode())
    return digest.hexdigest()


def index_files(
    findables: Sequence[Findable],
    synonyms: Sequence[Sequence[str]],
    version: str,
    *,
    common: int = COMMON,
    longest: int = LONGEST,
) -> Iterator[tuple[str, bytes]]:
    """Path below search/data/ and content of every file; index.js comes last."""
    corpus = read_corpus(findables)
    firsts: dict[str, list[str]] = {"t": [], "g": [], "e": []}
    families = {
        "t": lambda: term_lines(corpus, common),
        "g": lambda: gram_lines(corpus, common, longest),
        "e": lambda: end_lines(corpus, common, longest),
    }
    for family, lines in families.items():
        for number, (first, text) in enumerate(_shards(lines())):
            firsts[family].append(first)
            yield _file(version, f"{family}{number}", text)
    for number, rows in enumerate(tables.result_chunks(corpus)):
        yield _file(version, f"r{number}", rows)
    for number in range(len(corpus.entries)):
        for place, piece in enumerate(tables.pieces(corpus, number)):
            yield _file(version, f"x{number}-{place}" if place else f"x{number}", piece)
    yield _file(version, "lengths", tables.lengths(corpus))
    yield _file(version, "days", tables.days(corpus))
    yield _file(version, "facets", tables.facets(corpus))
    head = {
        "version": version,
        "lunr": LUNR,
        "entries": len(corpus.entries),
        "fields": FIELDS,
        "boosts": [BOOSTS[field] for field in FIELDS],
        "averages": _averages(corpus),
        "terms": "\n".join(firsts["t"]),
        "grams": "\n".join(firsts["g"]),
        "ends": "\n".join(firsts["e"]),
        "zone": corpus.zone,
        "longest": longest,
        "chunk": CHUNK,
        "states": tables.states(corpus),
        "synonyms": [list(group) for group in synonyms],
        "questionWords": QUESTION_WORDS,
    }
    yield INDEX, _script("index", head)


def _averages(corpus: Corpus) -> list[float]:
    """The average length of each field over all entries, as lunr's builder counts it."""
    count = len(corpus.entries)
    return [int(corpus.lengths[field :: len(FIELDS)].sum()) / count if count else 0.0 for field in range(BODY + 1)]


def _shards(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The lines in files of about SHARD signs: the first term of each, and its text."""
    shard: list[str] = []
    first, size = "", 0
    for term, data in lines:
        if shard and size + len(data) > SHARD:
            yield first, "".join(shard)
            shard, size = [], 0
        if not shard:
            first = term
        shard.append(f"{term}\t{data}\n")
        size += len(term) * 3 + len(data) + 2
    if shard:
        yield first, "".join(shard)


def _file(version: str, name: str, payload: Any) -> tuple[str, bytes]:
    return f"{version}/{name}.js", _script(name, payload)


def _script(name: str, payload: Any) -> bytes:
    """A call that hands over ``payload``; the two signs are line ends to older browsers, even inside a string."""
    written = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'dcSearchData("{name}",{written})\n'.encode("utf-8", "replace")
