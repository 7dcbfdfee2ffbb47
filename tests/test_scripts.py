"""Scripts made of parts: the parts and what they need of the host, only shorter."""

from __future__ import annotations

import json
import subprocess

from columns import ROOT
from disclosure.publish.scripts import SEARCH_PARTS, TABLE_PARTS, search_script, table_script
from engine import LUNR
from tools import npm_file, program

FOLDER = ROOT / "overrides/search"
TABLE_FOLDER = ROOT / "overrides/table"


def syntax_tree(script: str) -> object:
    """What acorn reads, without the places and the way in which it is written."""
    done = subprocess.run(
        [program("node"), str(npm_file("acorn/bin/acorn")), "--ecma2017", "--compact"],
        input=script, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return json.loads(
        done.stdout, object_hook=lambda node: {k: v for k, v in node.items() if k not in ("start", "end")}
    )


def test_the_published_script_is_the_same_program() -> None:
    parts = [LUNR, *(FOLDER / f"{part}.js" for part in SEARCH_PARTS)]
    whole = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    assert syntax_tree(search_script(LUNR, FOLDER).decode()) == syntax_tree(whole)
    whole = "\n".join((TABLE_FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in TABLE_PARTS)
    assert syntax_tree(table_script(TABLE_FOLDER).decode()) == syntax_tree(whole)


def test_it_is_short_and_says_whose_lunr_is() -> None:
    script = search_script(LUNR, FOLDER).decode()
    parts = [LUNR, *(FOLDER / f"{part}.js" for part in SEARCH_PARTS)]
    assert len(script.encode()) < 0.65 * sum(part.stat().st_size for part in parts)
    assert script.startswith("/**\n * lunr - http://lunrjs.com") and "@license MIT" in script
    assert script.count("Copyright (C)") >= LUNR.read_text(encoding="utf-8").count("Copyright (C)")


def test_every_part_is_in_it() -> None:
    assert sorted(SEARCH_PARTS) == sorted(path.stem for path in FOLDER.glob("*.js"))
    assert sorted(TABLE_PARTS) == sorted(path.stem for path in TABLE_FOLDER.glob("*.js"))
