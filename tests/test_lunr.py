"""lunr.js: what is published is the program that the host brings along, only shorter."""

from __future__ import annotations

import json
import subprocess

from disclosure.publish.lunr import lean_lunr
from engine import LUNR
from tools import npm_file, program


def syntax_tree(script: str) -> object:
    """What acorn reads, without the places."""
    done = subprocess.run(
        [program("node"), str(npm_file("acorn/bin/acorn")), "--ecma2017", "--compact"],
        input=script, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return json.loads(
        done.stdout, object_hook=lambda node: {k: v for k, v in node.items() if k not in ("start", "end")}
    )


def test_the_published_lunr_is_the_same_program() -> None:
    script = LUNR.read_text(encoding="utf-8")
    assert syntax_tree(lean_lunr(script)) == syntax_tree(script)


def test_the_published_lunr_is_short_and_says_whose_it_is() -> None:
    script = LUNR.read_text(encoding="utf-8")
    lean = lean_lunr(script)
    assert len(lean) < len(script) / 2
    assert lean.startswith("/**\n* lunr - http://lunrjs.com") and "@license MIT" in lean
    assert lean.count("Copyright (C)") == script.count("Copyright (C)")


def test_what_only_looks_like_a_comment_stays() -> None:
    said = """a = "/* b */" // c
b = '// "d' /* e
f */ + 1
g = /[/"]\\/\\*/.test(h) // i
"""
    assert lean_lunr(said) == 'a = "/* b */"\nb = \'// "d\'  + 1\ng = /[/"]\\/\\*/.test(h)\n'
