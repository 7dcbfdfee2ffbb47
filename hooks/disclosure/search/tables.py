"""What the browser needs besides the index: results, facets, days, lengths, and the texts for the sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from disclosure.derive.findable import Findable, Tag
from disclosure.search import vlq
from disclosure.search.corpus import BODY, CHUNK, FIELDS, Corpus

PIECE = 6_000
"""Signs of text in a file."""


def lengths(corpus: Corpus) -> str:
    """The lengths of the bodies, in each chunk as differences."""
    bodies = corpus.lengths[BODY :: len(FIELDS)]
    steps = np.diff(bodies, prepend=0)
    steps[::CHUNK] = bodies[::CHUNK]
    return vlq.one(steps)


def past(corpus: Corpus) -> str:
    """The entries that are no longer in force, as gaps."""
    entries = [number for number, entry in enumerate(corpus.entries) if entry.tone == "gone"]
    return vlq.one(np.diff(entries, prepend=0))


def states(corpus: Corpus) -> list[tuple[str, str]]:
    """The values of 有效性 that occur, with their tones."""
    return sorted({(entry.validity, entry.tone) for entry in corpus.entries if entry.validity})


def result_chunks(corpus: Corpus, pieces: Sequence[int]) -> Iterator[list[list[Any]]]:
    """Title, address, number, organ, day, state and the number of pieces of text of every entry, chunk by chunk."""
    place = {state: number for number, state in enumerate(states(corpus))}
    for first in range(0, len(corpus.entries), CHUNK):
        yield [
            [
                entry.title,
                entry.address,
                entry.number,
                entry.organ,
                entry.day,
                place.get((entry.validity, entry.tone), -1),
                pieces[number],
            ]
            for number, entry in enumerate(corpus.entries[first : first + CHUNK], first)
        ]


def pieces(corpus: Corpus, number: int) -> Iterator[list[str]]:
    """The summary and the text of an entry, cut at line ends; names of attachments follow the first piece."""
    entry = corpus.entries[number]
    rest = corpus.texts[number]
    after = "".join(f"\n{name}" for name in entry.attachments)
    summary = entry.summary
    while True:
        cut = len(rest)
        if cut > PIECE * 3 // 2:
            cut = rest.rfind("\n", 1, PIECE) + 1 or PIECE
        yield [summary, rest[:cut].rstrip("\n") + after]
        rest, summary, after = rest[cut:], "", ""
        if not rest:
            return


def days(corpus: Corpus) -> str:
    """Days from the publication of each entry to the newest; undated ones come after all."""
    dated = [dt.date.fromisoformat(entry.day).toordinal() if entry.day else 0 for entry in corpus.entries]
    newest = max(dated, default=0)
    return vlq.one([newest - day for day in dated])


def facets(corpus: Corpus) -> list[dict[str, Any]]:
    """By what results can be narrowed: names, values, and for each entry which of them it has."""
    return [_facet(corpus, id_, name, tags_of) for id_, (name, tags_of) in _FACETS.items()]


def _facet(corpus: Corpus, id_: str, name: str, tags_of: Callable[[Findable], tuple[Tag, ...]]) -> dict[str, Any]:
    choices: dict[Tag, int] = {}
    sets: dict[tuple[int, ...], int] = {}
    values = []
    for entry in corpus.entries:
        own = tuple(choices.setdefault(tag, len(choices)) for tag in tags_of(entry))
        values.append(sets.setdefault(own, len(sets)))
    return {
        "id": id_,
        "name": name,
        "choices": [[tag.id, tag.name] for tag in choices],
        "sets": [list(own) for own in sets],
        "values": vlq.one(values),
    }


def _year(entry: Findable) -> tuple[Tag, ...]:
    return (Tag(entry.day[:4], f"{entry.day[:4]}年"),) if entry.day else ()


def _validity(entry: Findable) -> tuple[Tag, ...]:
    return (Tag(entry.validity, entry.validity),) if entry.validity else ()


_FACETS: dict[str, tuple[str, Callable[[Findable], tuple[Tag, ...]]]] = {
    "part": ("部分", lambda entry: entry.part),
    "item": ("栏目", lambda entry: entry.items),
    "year": ("年份", _year),
    "organ": ("机关", lambda entry: entry.organs),
    "theme": ("主题", lambda entry: entry.themes),
    "genre": ("体裁", lambda entry: entry.genres),
    "validity": ("有效性", _validity),
}
