"""What the search page needs to say “您是不是要找”: the words of the column, and how Chinese signs are read.

Most slips of Chinese typing are signs of the same sound (地保 for 低保), or letters that were never turned into signs
(dibao).  The file is loaded only when a search has found nothing exact.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from disclosure.search.runs import frequent_runs
from disclosure.search.script import handing_over
from disclosure.search.suggest import by_weight, fitting

MOST_WORD_BYTES, MOST_RUN_BYTES = 16_000, 16_000
"""The share of chosen words and of runs before compression; with the readings the file weighs about 25 kB on the wire."""

_MOST_TITLES = 3000
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_COMMON_SIGNS = tuple(
    bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA)
)  # fmt: skip
"""The 3,755 signs of level 1 of GB 2312: what people write instead of the right sign."""


def sounds(
    titles: Sequence[str], names: Sequence[str], words: Mapping[str, int], synonyms: Sequence[tuple[str, ...]]
) -> bytes:
    """The script that hands words and readings to overrides/search/help.js; the parameters are those of suggestions().

    “words” were chosen by people: synonyms, key words, names.  “runs” are frequent in titles.  “readings” has one line a
    syllable: its letters (ü is v), then the signs that are read so.
    """
    pieces = (piece for name in names for piece in re.split(r"[、，\s]", name))
    spoken = (word for group in synonyms for word in group)
    chosen = fitting((word for word in (*spoken, *by_weight(words), *pieces) if len(word) > 1), MOST_WORD_BYTES)
    known = set(chosen.split("\n"))
    counted = frequent_runs([*titles[:_MOST_TITLES], *names])
    runs = fitting((run for run in by_weight(counted) if run not in known), MOST_RUN_BYTES)
    return handing_over(
        "dcSearchHelp.put",
        {"known": chosen, "runs": runs, "readings": _readings([*chosen.split("\n"), *runs.split("\n")])},
    )


def _readings(words: Iterable[str]) -> str:
    """How common signs and those of ``words`` are read, without tones: a line a syllable, “bao” followed by its signs.

    Beside its usual reading a sign has those that it takes in one of the words (会 is read kuai in 会计); with all that
    dictionaries give, anything would sound like anything.
    """
    # Only a build needs this library, and every command would wait for it.
    from pypinyin import Style, lazy_pinyin

    read: dict[str, set[str]] = defaultdict(set)
    for text in (*_COMMON_SIGNS, *words):
        for stretch in _HAN.findall(text):
            for sign in stretch:
                read[lazy_pinyin(sign, style=Style.NORMAL)[0]].add(sign)
            for sign, syllable in zip(stretch, lazy_pinyin(stretch, style=Style.NORMAL), strict=True):
                read[syllable].add(sign)
    return "\n".join(
        syllable + "".join(sorted(read[syllable])) for syllable in sorted(read) if re.fullmatch("[a-z]+", syllable)
    )
