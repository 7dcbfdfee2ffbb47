"""Words of titles, found without a dictionary: runs of signs that come often and with many different neighbours."""

from __future__ import annotations

import re
from collections import Counter
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
    stretches = [stretch for title in titles for stretch in _HAN.findall(_BETWEEN.sub(" ", title))]
    counts = Counter(
        stretch[start : start + length]
        for stretch in stretches
        for length in range(_SHORTEST, _LONGEST + 2)
        for start in range(len(stretch) - length + 1)
    )
    often = {
        run: count
        for run, count in counts.items()
        if count >= _FEWEST_TITLES and len(run) <= _LONGEST and run[0] not in _JOINTS and run[-1] not in _JOINTS
    }
    # What stands beside a run on one side is the run longer by a sign there; the ends of a stretch are all different.
    largest: Counter[str] = Counter()
    for longer, count in counts.items():
        for run in (longer[1:], longer[:-1]):
            if count > largest[run]:
                largest[run] = count
    return {run: count for run, count in often.items() if largest[run] <= count * _LARGEST_SHARE}
