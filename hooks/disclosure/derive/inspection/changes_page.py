"""What changed since the report before, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive.inspection.before import Before
from disclosure.derive.inspection.changes import Changes
from disclosure.derive.inspection.contexts import Block
from disclosure.derive.inspection.tables import Tables, table, text

NOTHING_BEFORE = "还没有以前的报告可以比；改天再写，就和今天的比。"
"""A report of the same day is written again, and is not one before."""


def changes_in_words(changes: Changes, before: Before | None) -> str:
    """The changes in a sentence, for the overview."""
    if before is None:
        return NOTHING_BEFORE
    unseen = f"，{len(changes.unseen)} 处这次没有查" if changes.unseen else ""
    return f"和 {before.day} 的报告比：新发现 {len(changes.new)} 处，改好 {len(changes.mended)} 处{unseen}。"


def change_blocks(changes: Changes, tables: Tables) -> Iterator[Block]:
    """The changes, a table each: verdicts, what is new, what is gone, what could not be looked at, what stays."""
    turns = [(text(turn.set), text(turn.name), text(turn.was), text(turn.now)) for turn in changes.turns]
    yield Block(
        anchor="turns",
        title="结论变了的指标",
        table=table("turn", f"{len(turns)} 个", ("指标体系", "指标", "上次", "这次"), turns),
    )
    yield Block(
        anchor="new-ones",
        title="新发现的",
        table=tables.findings("new", f"新发现的，{len(changes.new)} 处", changes.new),
    )
    yield Block(
        anchor="mended-ones",
        title="改好了的",
        table=tables.seen("mended", f"改好了的，{len(changes.mended)} 处", changes.mended),
    )
    if changes.set_aside:
        yield Block(
            anchor="set-aside-ones",
            title="不用再改的",
            lead="有人核对过，或者规则的级别改过。",
            table=tables.seen("set-aside", f"核对过，或者改了级别的，{len(changes.set_aside)} 处", changes.set_aside),
        )
    if changes.unseen:
        yield Block(
            anchor="unseen-ones",
            title="这次没有查的",
            lead="文件读不出来，或者有错误、网站没有生成，所以不知道改好了没有；读得出来以后再比。",
            table=tables.seen("unseen", f"这次没有查的，{len(changes.unseen)} 处", changes.unseen),
        )
    yield Block(
        anchor="open-ones",
        title="上次就有、还没有改的",
        table=tables.findings("open", f"还没有改的，{len(changes.open)} 处", changes.open),
    )
