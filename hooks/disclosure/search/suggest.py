"""What the search box suggests while a reader types: one small file for all keys pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from disclosure.search.script import handing_over

MOST_WORD_BYTES, MOST_TITLE_BYTES = 12_000, 72_000
"""The share of words and of titles before compression.  Together they weigh about 25 kB on the wire, however large the
column; compressed sizes are not asked, because they differ from one zlib to the next and the same column gives the same bytes."""


def suggestions(
    titles: Sequence[str], names: Sequence[str], words: Mapping[str, int], synonyms: Sequence[tuple[str, ...]]
) -> bytes:
    """The script that hands the suggestions to overrides/search/help.js.

    ``titles`` come in the order of their importance, of which the least important may be left out; ``names`` are those
    of items, organs, themes and genres; ``words`` are key words with the number of their documents.  One line a title,
    word, or group of synonyms (parted by blanks).
    """
    found = [*names, *by_weight(words)]
    groups = [" ".join(group) for group in synonyms]
    return handing_over(
        "dcSearchHelp.put",
        {
            "words": fitting(found, MOST_WORD_BYTES),
            "synonyms": fitting(groups, MOST_WORD_BYTES),
            "titles": fitting(titles, MOST_TITLE_BYTES),
        },
    )


def by_weight(words: Mapping[str, int]) -> list[str]:
    """``words``, those of the most documents first."""
    return sorted(words, key=lambda word: (-words[word], word))


def fitting(lines: Iterable[str], most_bytes: int) -> str:
    """The first of ``lines`` that fit into ``most_bytes`` together, each once, as one text."""
    return "\n".join(_fitting(dict.fromkeys(" ".join(line.split()) for line in lines), most_bytes))


def _fitting(lines: Iterable[str], most_bytes: int) -> Iterator[str]:
    room = most_bytes
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            return
        if line:
            yield line
