"""Where runs of items stand, so that an exact question is answered exactly with few bytes, however large the column.

A gram is a run of two or more items.  It is common if it stands in more than so many places, otherwise rare.  For every
place of the texts the shortest rare gram that begins there is listed with its places, and likewise the shortest rare gram
that ends there; of common grams only the entries are listed.  A question is either a common gram itself, or it begins
with a rare one, whose list is short; what follows is checked the same way, and its end by the gram that ends there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from disclosure.search import vlq
from disclosure.search.corpus import FIELDS, Corpus, changes, order_of
from disclosure.search.joined import Lines, heads

_RARE, _COMMON = 0, 1


def gram_lines(corpus: Corpus, common: int, longest: int, pairs: np.ndarray) -> Iterator[Lines]:
    """The rare grams by how they begin, and all common ones, in the order of JavaScript strings.

    ``pairs``, as long as the row of items, comes to tell at which items a common pair begins.
    """
    return _Grams(corpus, common, longest, pairs, backward=False).lines()


def end_lines(corpus: Corpus, common: int, longest: int, pairs: np.ndarray) -> Iterator[Lines]:
    """The rare grams of three items and more by how they end, each written from its last item to its first."""
    return _Grams(corpus, common, longest, pairs, backward=True).lines()


@dataclass(frozen=True)
class _Grams:
    """Grows grams item by item, forward or backward; ``longest`` caps what is said ten thousand times."""

    corpus: Corpus
    common: int
    longest: int
    pairs: np.ndarray
    backward: bool

    def lines(self) -> Iterator[Lines]:
        """The grams with their data, in order."""
        units = list(chain.from_iterable(map(heads, self.corpus.names)))
        for items in self.corpus.batches():
            lines: Lines = ([], [])
            if self.backward:
                items = items[(items > 0) & self.pairs[items - 1]]
            self._grow(items, self.corpus.units[items].astype(np.int64), 1, units, lines)
            yield lines

    def _grow(self, items: np.ndarray, groups: np.ndarray, size: int, begun: Sequence[str], lines: Lines) -> None:
        """Put down the grams of ``size`` + 1 items that go on from those at ``items``, and longer ones of the common.

        ``groups`` tells the grams at ``items`` apart; ``begun`` holds two heads of each.
        """
        corpus, width = self.corpus, len(self.corpus.names)
        items, groups, added, plain = self._followed(items, groups, size)
        if not len(items):
            return
        keys = (groups * 2 + plain) * width + corpus.units[added]
        order = order_of(keys)
        keys, items = keys[order], items[order]
        starts = np.flatnonzero(changes(keys))
        counts = np.diff(np.append(starts, len(keys)))
        is_common = (counts > self.common) & (size + 1 < self.longest)
        pairs_of_ends = self.backward and size == 1
        listed = np.flatnonzero(~is_common & (not pairs_of_ends))
        names = self._names(keys[starts[listed]], begun)
        places = self._places(items, starts[listed], counts[listed], size + 1)
        done = 0
        for common in np.flatnonzero(is_common).tolist():
            until = int(np.searchsorted(listed, common))
            lines[0].extend(names[done:until])
            lines[1].extend(places[done:until])
            done = until
            members = items[starts[common] : starts[common] + counts[common]]
            (longer,) = self._names(keys[starts[common : common + 1]], begun)
            if not self.backward:
                if size == 1:
                    self.pairs[members] = True
                lines[0].append(longer)
                lines[1].append(self._entries(members))
            self._grow(members, np.zeros(len(members), np.int64), size + 1, heads(longer), lines)
        lines[0].extend(names[done:])
        lines[1].extend(places[done:])

    def _names(self, keys: np.ndarray, begun: Sequence[str]) -> list[str]:
        """What the grams of these keys are called."""
        units = self.corpus.names
        head, added = np.divmod(keys, len(units))
        return [begun[first] + units[unit] for first, unit in zip(head.tolist(), added.tolist(), strict=True)]

    def _followed(
        self, items: np.ndarray, groups: np.ndarray, size: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Those of ``items`` whose gram goes on in the same run, the item that is added, and whether it joins directly."""
        corpus = self.corpus
        added = items - size if self.backward else items + size
        inside = (added >= 0) & (added < len(corpus.units))
        inside[inside] = corpus.runs[added[inside]] == corpus.runs[items[inside]]
        items, groups, added = items[inside], groups[inside], added[inside]
        return items, groups, added, corpus.plain[added + 1 if self.backward else added].astype(np.int64)

    def _places(self, items: np.ndarray, starts: np.ndarray, counts: np.ndarray, size: int) -> list[str]:
        """The places of the grams whose members stand at ``starts`` in ``items``, ``counts`` of each."""
        if not len(starts):
            return []
        ends = np.cumsum(counts)
        opens = np.zeros(int(ends[-1]), bool)
        opens[ends - counts] = True
        members = items[np.arange(ends[-1]) + np.repeat(starts - (ends - counts), counts)]
        entry, position = self._stand(members - (size - 1) if self.backward else members)
        gap = np.where(opens, entry, np.diff(entry, prepend=0))
        step = np.where(opens | (gap > 0), position, np.diff(position, prepend=0))
        length = 2 + opens
        end = np.cumsum(length)
        numbers = np.zeros(int(end[-1]), np.int64)
        numbers[(end - length)[opens]] = _RARE
        numbers[end - 2] = gap
        numbers[end - 1] = step
        return vlq.written(numbers, end[ends - 1])

    def _entries(self, items: np.ndarray) -> str:
        """The entries of a common gram and whether their titles hold it."""
        entry, position = self._stand(items)
        first = np.flatnonzero(changes(entry))
        in_title = position[first] < self.corpus.zone
        gap = np.diff(entry[first], prepend=0)
        return vlq.one(np.concatenate(([_COMMON], gap << 1 | in_title)))

    def _stand(self, items: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Entry and position of items."""
        runs = self.corpus.runs[items]
        return runs // len(FIELDS), items - self.corpus.starts[runs] + self.corpus.offsets[runs]
