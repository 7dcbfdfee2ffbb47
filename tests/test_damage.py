"""Random damage to files: whatever arrives, the loader answers with a column or with problems, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from columns import SAMPLE, TODAY, sample_at
from disclosure.pipeline import read_column
from disclosure.publish.body import to_html

TRIES, PARTS = 600, 10
FILES = sorted(
    path.relative_to(SAMPLE).as_posix()
    for path in SAMPLE.rglob("*")
    if path.suffix in (".md", ".yml") or (path.suffix in (".csv", ".json") and "catalogue" in path.parts)
)
NOISE = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\t", b"\r", b"\n---\n", b": ", b"- ", b"&a ", b"*a", b"!!python/object:x ",
    b"[", b"]", b"{", b"}", b'"', b"'", b"|\n", b">", b"%", b"@", b"`", b"#", b"<![", b"<!--", b"<script>", b"<table",
    b"</td>", b"<a href='", b"![](", b"](", b"[x]: ", b"\xe2\x80\x8b", b"\xee\x80\x80", b"\xee\x80\x81", b"\x02wzxhzdk:0\x03",
    b"\xd6\xd0\xb9\xfa", "：".encode(), "２０２４".encode(), "第一条".encode(), "（一）".encode(), b"1.", b"    ", b"****", b"__",
    b"<" * 40, b"[" * 300, b"{a: " * 300, b"> " * 60, b"- " * 60, b"(" * 60, b"`" * 9, b"|" * 30, b"\\" * 5,
]  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """``content`` with one to four wounds."""
    wounded = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(wounded) + 1)
        match chance.randrange(6):
            case 0:
                del wounded[at:]
            case 1:
                del wounded[at : at + chance.randint(1, 40)]
            case 2:
                wounded[at:at] = chance.choice(NOISE)
            case 3:
                wounded[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
            case 4:
                end = at + chance.randint(1, 200)
                wounded[at:at] = wounded[at:end]
            case _:
                lines = bytes(wounded).split(b"\n")
                chance.shuffle(lines)
                wounded = bytearray(b"\n".join(lines))
    return bytes(wounded)


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_files_never_give_a_traceback(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)
    root = sample_at(tmp_path)
    for _ in range(TRIES // PARTS):
        path = chance.choice(FILES)
        original = (root / path).read_bytes()
        (root / path).write_bytes(damaged(original, chance))
        column, problems = read_column(root, TODAY)
        assert column is not None or any(problem.is_error for problem in problems)
        for problem in problems:
            assert problem.line >= 1 and len(str(problem).splitlines()) == 1
        if column is not None:
            for writing in column.writings:
                if writing.origin.path == path:
                    to_html(writing.body, {})
        (root / path).write_bytes(original)
