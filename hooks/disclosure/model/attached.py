"""What stands inside the files beside a document: read for the rules, never shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A piece of text in a file: ``where`` in words (工作表“名单”C5, 第3页, 文件属性“作者”), the text.

    ``is_hidden`` marks what its readers do not see at once: hidden sheets, rows and columns, comments, deleted text,
    properties.  ``heading`` is the head of the column in which a cell stands, if it has one.
    """

    where: str
    text: str
    is_hidden: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file beside a document: its texts, and in ``faults`` why it, or a part of it, could not be read."""

    path: str
    texts: tuple[AttachedText, ...] = ()
    faults: tuple[str, ...] = ()
