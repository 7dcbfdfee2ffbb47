"""lunr.js as it is published: without its manual, which is two thirds of it."""

from __future__ import annotations

import re

LUNR_FILE = "assets/js/lunr.js"

_PIECE = re.compile(
    r"""
    (?P<kept>
        "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | (?<=[=(]) [ ]* /(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/
      | /\*(?:!|(?:(?!\*/).)*@license).*?\*/
    )
  | /\*.*?\*/
  | //[^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""Strings, regular expressions, notes of copyright; and comments, which look like the former at times."""


def lean_lunr(script: str) -> str:
    """``script`` without comments, indentation and empty lines; what its licence asks to keep is kept."""
    bare = _PIECE.sub(lambda piece: piece["kept"] or "", script)
    return "".join(f"{line.strip()}\n" for line in bare.splitlines() if line.strip())
