"""The titles of windows: no two pages have the same, so that who has several open can tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from disclosure.derive.contexts import PageContext


def with_own_titles(pages: Sequence[PageContext]) -> tuple[PageContext, ...]:
    """``pages`` with a note on those that are called like another.

    Papers have a number, registers say that they are; of several others, which stand in different places, each says where.
    """
    called = Counter(page.frame.title for page in pages)
    without = Counter(page.frame.title for page in pages if not page.frame.note)
    return tuple(_with_note(page, called[page.frame.title], without[page.frame.title]) for page in pages)


def _with_note(page: PageContext, called: int, without: int) -> PageContext:
    frame = page.frame
    place = frame.trail[-1].text if without > 1 else ""
    note = (frame.note or place) if called > 1 else ""
    return page if frame.note == note else replace(page, frame=replace(frame, note=note))
