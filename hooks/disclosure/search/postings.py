"""Which entries hold a term, in which fields and how often: what lunr keeps in its inverted index, as short numbers.

Terms are units, pairs of units that follow each other directly, and the keys of 文号 and 索引号.  A posting says what lunr's
formula needs: tf, and the length of the field (of the body's, which are many, in a table of its own).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np

from disclosure.search import vlq
from disclosure.search.corpus import BODY, FIELDS, NUMBERS, Corpus, changes, order_of
from disclosure.search.joined import Lines, heads


def term_lines(corpus: Corpus, common: int) -> Iterator[Lines]:
    """Every term with its postings, in the order of JavaScript strings; a pair in more than ``common`` places is common."""
    return chain(_keys(corpus), _terms(corpus, common))


def _keys(corpus: Corpus) -> Iterator[Lines]:
    """The keys of numbers; they start with # or $ and so stand before all units."""
    names = sorted({key for keys in corpus.keys for key in keys}, key=lambda name: name.encode("utf-16-be"))
    rank = {name: place for place, name in enumerate(names)}
    found = sorted((rank[key], entry) for entry, keys in enumerate(corpus.keys) for key in keys)
    if found:
        terms, entries = np.array(found).T
        yield names, _written(corpus, terms, entries * len(FIELDS) + NUMBERS, len(corpus.entries))


def _terms(corpus: Corpus, common: int) -> Iterator[Lines]:
    """Units and pairs, unit by unit: the unit, then the pairs that begin with it."""
    names, width = corpus.names, len(corpus.names) + 1
    begun = [heads(name)[1] for name in names]
    follows = np.append(corpus.plain[1:], False)
    for items in corpus.batches():
        paired = items[follows[items]]
        units, seconds = corpus.units[items].astype(np.int64), corpus.units[paired + 1].astype(np.int64)
        terms = np.concatenate((units * width, corpus.units[paired].astype(np.int64) * width + seconds + 1))
        order = order_of(terms)
        terms = terms[order]
        runs = corpus.runs[np.concatenate((items, paired))[order]]
        distinct = terms[changes(terms)]
        ahead, behind = np.divmod(distinct, width)
        written = [
            begun[head] + names[tail - 1] if tail else names[head]
            for head, tail in zip(ahead.tolist(), behind.tolist(), strict=True)
        ]
        yield written, _written(corpus, terms, runs, common)


def _written(corpus: Corpus, terms: np.ndarray, runs: np.ndarray, common: int) -> list[str]:
    """The postings of every term; ``terms`` ascend, and within each the ``runs`` where it stands, one a time."""
    new_term = changes(terms)
    first = np.flatnonzero(new_term | changes(runs))
    tf = np.diff(np.append(first, len(terms)))
    run, opens_term = runs[first], new_term[first]
    entry, field = np.divmod(run, len(FIELDS))
    opens_entry = opens_term | changes(entry)
    of_entry = np.flatnonzero(opens_entry)
    fields_in_entry = np.diff(np.append(of_entry, len(run)))
    rich = (fields_in_entry > 1) | (field[of_entry] != BODY)
    mask = np.add.reduceat(1 << field, of_entry)
    before = np.concatenate(([0], entry[of_entry][:-1]))
    gap = entry[of_entry] - np.where(opens_term[of_entry], 0, before)

    has_length = field != BODY
    size = 1 + has_length + opens_term
    size[of_entry] += 1 + rich
    end = np.cumsum(size)
    numbers = np.zeros(int(end[-1]), np.int64)
    numbers[end - 1 - has_length] = tf
    numbers[end[has_length] - 1] = corpus.lengths[run[has_length]]
    head = (end - size + opens_term)[of_entry]
    numbers[head] = gap << 1 | rich
    numbers[head[rich] + 1] = mask[rich]
    of_term = np.flatnonzero(opens_term)
    numbers[(end - size)[of_term]] = np.add.reduceat(tf, of_term) > common
    return vlq.written(numbers, end[np.append(of_term[1:], len(run)) - 1])
