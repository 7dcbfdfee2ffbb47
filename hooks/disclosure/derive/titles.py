"""The titles of windows: no two pages have the same, so that who has several open can tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from disclosure.derive.contexts import PageContext


def with_own_titles(pages: Sequence[PageContext]) -> tuple[PageContext, ...]:
    """``pages`` with a note on those that are called like another: a document's number, otherwise where the page stands."""
    count = Counter(page.frame.title for page in pages)
    return tuple(_with_note(page, needed=count[page.frame.title] > 1) for page in pages)


def _with_note(page: PageContext, *, needed: bool) -> PageContext:
    frame = page.frame
    note = (frame.note or frame.trail[-1].text) if needed else ""
    return page if frame.note == note else replace(page, frame=replace(frame, note=note))
