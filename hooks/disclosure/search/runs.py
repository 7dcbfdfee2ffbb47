"""Words of titles, found without a dictionary: runs of signs that come often and with many different neighbours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_BETWEEN = re.compile("的|关于|印发")
"""What parts the words of a title and is in none of them."""

_SHORTEST, _LONGEST = 2, 6
_FEWEST_TITLES = 3
_LARGEST_SHARE = 0.5
"""Of one neighbour, on either side: “最低生活保” is nearly always followed by “障”, so it is no word."""

_JOINTS = frozenset("和与及或等在为了将对由被把从于以之其各")
"""Signs that join words and seldom begin or end one."""


def frequent_runs(titles: Iterable[str]) -> Mapping[str, int]:
    """Runs of two to six Chinese signs in ``titles`` that look like words, with the number of times they come."""
    counts: Counter[str] = Counter()
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for place, title in enumerate(titles):
        for stretch in _HAN.findall(_BETWEEN.sub(" ", title)):
            # The ends of a stretch are neighbours of a kind of their own, another in each title.
            signs = [f"<{place}", *stretch, f">{place}"]
            for start in range(len(stretch)):
                for end in range(start + _SHORTEST, min(start + _LONGEST, len(stretch)) + 1):
                    run = stretch[start:end]
                    counts[run] += 1
                    before[run][signs[start]] += 1
                    after[run][signs[end + 1]] += 1
    return {
        run: count
        for run, count in counts.items()
        if count >= _FEWEST_TITLES
        and max(*before[run].values(), *after[run].values()) <= count * _LARGEST_SHARE
        and run[0] not in _JOINTS
        and run[-1] not in _JOINTS
    }
