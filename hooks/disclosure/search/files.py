"""The files of the search index: scripts that a page loads one by one, also from a disk, where nothing else may be loaded.

The format is described in README.md beside this file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, chain
from pathlib import Path

import numpy as np

from disclosure.derive.findable import Findable
from disclosure.search import tables
from disclosure.search.corpus import BODY, CHUNK, FIELDS, Corpus, read_corpus
from disclosure.search.grams import end_lines, gram_lines
from disclosure.search.joined import Lines
from disclosure.search.postings import term_lines
from disclosure.search.script import handing_over
from disclosure.search.words import QUESTION_WORDS

BOOSTS = {"title": 10, "numbers": 20, "organ": 3, "keywords": 6, "summary": 4, "attachments": 3, "body": 1}
"""How much more a field counts than the body."""

COMMON = 2000
"""A gram in more places than this is common: about 3 KB for a list of so many."""

LONGEST = 24
"""No gram has more items."""

TERM_SHARD, GRAM_SHARD = 12_000, 8_000
"""Signs in a file of terms and of grams; compressed about half of it.

Smaller files are fewer bytes for a term, but more boundaries for everyone to load before.
"""

_RESULTS = re.compile(r"r\d+\.js")
_TERMS = re.compile(r"t\d+\.js")
_PLACES = re.compile(r"(?:g|gi|e|ei)\d+\.js|days\.js")

TABLE = 256
"""Files of grams whose boundaries lie in one table."""


def is_results(path: str) -> bool:
    """Whether the file at ``path`` of an index holds what is shown of the entries: titles, addresses, numbers."""
    return _RESULTS.fullmatch(path.rpartition("/")[2]) is not None


def is_terms(path: str) -> bool:
    """Whether the file at ``path`` of an index holds terms."""
    return _TERMS.fullmatch(path.rpartition("/")[2]) is not None


def is_places(path: str) -> bool:
    """Whether the file at ``path`` of an index holds pieces of texts with their places, or days: nothing that a person reads."""
    return _PLACES.fullmatch(path.rpartition("/")[2]) is not None


def has_keys(terms: bytes) -> bool:
    """Whether a file of terms holds whole 文号 or 索引号 (corpus.number_keys), which come first of all terms."""
    return b'"#' in terms or b"\\n#" in terms


def version_of(findables: Iterable[Findable], synonyms: Sequence[Sequence[str]]) -> str:
    """The name of the folder of an index: a digest of what goes into it, and of the code that makes it."""
    digest = blake2b(f"{unicodedata.unidata_version} {np.__version__}".encode(), digest_size=5)
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
    terms: list[str] = []
    yield from _shards(version, "t", term_lines(corpus, common), TERM_SHARD, terms)
    pairs = np.zeros(len(corpus.units), bool)
    grams: list[str] = []
    yield from _shards(version, "g", gram_lines(corpus, common, longest, pairs), GRAM_SHARD, grams)
    yield from _tables(version, "gi", grams)
    ends: list[str] = []
    yield from _shards(version, "e", end_lines(corpus, common, longest, pairs), GRAM_SHARD, ends)
    yield from _tables(version, "ei", ends)
    pieces: list[int] = []
    for number in range(len(corpus.entries)):
        pieces.append(0)
        for place, piece in enumerate(tables.pieces(corpus, number)):
            yield _file(version, f"x{number}-{place}" if place else f"x{number}", piece)
            pieces[number] += 1
    for number, rows in enumerate(tables.result_chunks(corpus, pieces)):
        yield _file(version, f"r{number}", rows)
    yield _file(version, "days", tables.days(corpus))
    yield _file(version, "facets", tables.facets(corpus))
    head = {
        "version": version,
        "entries": len(corpus.entries),
        "fields": FIELDS,
        "boosts": [BOOSTS[field] for field in FIELDS],
        "averages": _averages(corpus),
        "lengths": tables.lengths(corpus),
        "past": tables.past(corpus),
        "terms": "\n".join(terms),
        "grams": "\n".join(grams[::TABLE]),
        "ends": "\n".join(ends[::TABLE]),
        "zone": corpus.zone,
        "table": TABLE,
        "chunk": CHUNK,
        "states": tables.states(corpus),
        "synonyms": [list(group) for group in synonyms],
        "questionWords": QUESTION_WORDS,
    }
    yield "index.js", handing_over("dcSearchData", "index", head)


def _averages(corpus: Corpus) -> list[float]:
    """The average length of each field over all entries, as lunr's builder counts it."""
    count = len(corpus.entries)
    return [int(corpus.lengths[field :: len(FIELDS)].sum()) / count if count else 0.0 for field in range(BODY + 1)]


def _shards(
    version: str, family: str, batches: Iterable[Lines], size: int, firsts: list[str]
) -> Iterator[tuple[str, bytes]]:
    """The lines in files of about ``size`` signs; where each begins goes to ``firsts``."""
    before = ""
    names: list[str] = []
    lines: list[str] = []
    for more_names, data in chain(batches, [([], [])]):
        names += more_names
        lines += [f"{name}\t{own}\n" for name, own in zip(more_names, data, strict=True)]
        filled = list(accumulate(map(len, lines)))
        start = 0
        while start < len(names):
            stop = bisect_right(filled, (filled[start - 1] if start else 0) + size, start + 1)
            if stop == len(names) and more_names:
                break
            yield _file(version, f"{family}{len(firsts)}", "".join(lines[start:stop]))
            firsts.append(_boundary(before, names[start]))
            before, start = names[stop - 1], stop
        names, lines = names[start:], lines[start:]


def _boundary(before: str, first: str) -> str:
    """The shortest beginning of ``first`` that is not a beginning of ``before``, the term that stands before it."""
    same = next(
        (place for place, pair in enumerate(zip(before, first, strict=False)) if pair[0] != pair[1]), len(before)
    )
    return first[: same + 1]


def _tables(version: str, family: str, firsts: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for number, start in enumerate(range(0, len(firsts), TABLE)):
        yield _file(version, f"{family}{number}", "\n".join(firsts[start : start + TABLE]))


def _file(version: str, name: str, payload: object) -> tuple[str, bytes]:
    return f"{version}/{name}.js", handing_over("dcSearchData", name, payload)
