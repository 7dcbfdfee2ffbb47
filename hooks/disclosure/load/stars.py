"""Which stars of a line are signs of the text (张*、138****1234、5*3) and which are Markdown's emphasis.

Python-Markdown would take the stars of “张*、王*” for emphasis and show “张、王”: a mask would vanish.  A run of stars
emphasises only if it opens before a word and is closed by a run of the same length: an opening run is not followed by a blank
or a sign of punctuation (unless one stands before it, too), does not stand between digits, and a single star does not stand
inside a word.
"""

from __future__ import annotations

import re
import unicodedata

_RUN = re.compile(r"(?<!\\)\*+")
_APART = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\]\((?:[^()\n]|\([^()\n]*\))*\)|<[^<>\n]+>|\\.")
"""Where stars are not looked at: code, targets of links, tags, what is escaped already."""

_STRUCTURE = re.compile(r"[ \t\u3000]*(?:\*[ \t]|(?:\*[ \t]*){3,}$)")
"""A line that begins an item of a list or is a rule."""

_LONGEST = 3


def with_signs_escaped(line: str) -> str:
    """``line`` with a backslash before every star that emphasises nothing."""
    if "*" not in line:
        return line
    runs = _runs(line)
    kept = _emphasis(line, runs)
    parts, at = [], 0
    for run in runs:
        if run.start() not in kept:
            parts += [line[at : run.start()], r"\*" * len(run[0])]
            at = run.end()
    return "".join([*parts, line[at:]])


def marks_in(line: str) -> int:
    """How many runs of stars of ``line`` open or close emphasis."""
    return len(_emphasis(line, _runs(line)))


def _runs(line: str) -> list[re.Match[str]]:
    start = found.end() if (found := _STRUCTURE.match(line)) else 0
    apart = [range(*match.span()) for match in _APART.finditer(line)]
    return [
        run for run in _RUN.finditer(line) if run.start() >= start and not any(run.start() in place for place in apart)
    ]


def _emphasis(line: str, runs: list[re.Match[str]]) -> set[int]:
    """The places of the runs that open or close."""
    kept: set[int] = set()
    opened: dict[int, int] = {}
    for run in runs:
        length = len(run[0])
        before, after = line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]
        if length in opened and not before.isspace():
            kept |= {opened.pop(length), run.start()}
        elif length <= _LONGEST and _may_open(length, before, after):
            opened[length] = run.start()
    return kept


def _may_open(length: int, before: str, after: str) -> bool:
    if not after or after.isspace():
        return False
    is_inside_word = bool(before) and not before.isspace() and not _is_punctuation(before)
    if _is_punctuation(after):
        return not is_inside_word
    return not is_inside_word or (length > 1 and not (before.isdigit() and after.isdigit()))


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
