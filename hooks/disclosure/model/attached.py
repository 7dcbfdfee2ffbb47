"""What stands inside the files beside a document: read for the rules, never shown."""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A piece of text in a file: ``where`` in words (工作表“名单”C5, 第3页, 文件属性“作者”), the text.

    ``is_hidden`` marks what its readers do not see at once: hidden sheets, rows and columns, comments, deleted text,
    properties.  ``heading`` is the head of the column in which a cell stands, if it has one, or the label on its left.
    """

    where: str
    text: str
    is_hidden: bool = False
    heading: str = ""


class Trait(enum.StrEnum):
    """What there is to know about a file besides its texts."""

    CHANGES = "修订"
    COMMENTS = "批注"
    HIDDEN = "隐藏的内容"
    MACROS = "宏"
    PERSON = "人名"
    PICTURES = "图片、音视频"
    """The file, or a file in it, is a picture, a sound or a film: what that shows or says no program can read."""

    SCANNED = "扫描件"
    UNTAGGED = "没有标签"
    LOCKED = "限制复制"


@dataclass(frozen=True, slots=True)
class AttachedTrait:
    """A trait of a file, and in words what of it has that trait (隐藏的工作表“底稿”, 文件属性“作者”：…)."""

    trait: Trait
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file beside a document: its texts, and in ``faults`` why it, or a part of it, could not be read.

    ``format`` is what the file really is, whatever its name says (docx, doc, pdf); it is empty if that was not found out.
    """

    path: str
    format: str = ""
    texts: Collection[AttachedText] = ()
    faults: tuple[str, ...] = ()
    traits: tuple[AttachedTrait, ...] = ()

    def what(self, trait: Trait) -> tuple[str, ...]:
        """In words what of the file has ``trait``."""
        return tuple(each.what for each in self.traits if each.trait is trait)
