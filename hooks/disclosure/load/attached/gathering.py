"""What readers find in a file, gathered within bounds: texts, faults, traits.

A file, and everything that is packed into it, shares one :class:`Allowance`.  A reader that meets something it cannot
read raises :class:`Unreadable` with a reason for people; reaching a bound raises :class:`Spent`, which ends the reading of
the whole file, and the fault says that only the first part was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from disclosure.model import AttachedFile, AttachedText, AttachedTrait, Trait

FILE_BYTES = 100 * 1024 * 1024
"""A larger file is not read at all."""

DEPTH = 4
"""Archives in archives."""


_INSIDE = " › "
_NO_SIGN = re.compile("[\x00\ud800-\udfff]")


class Unreadable(Exception):
    """Why a file, or a part of it, cannot be read, and what to do about it, in words."""


class UnknownKind(Unreadable):
    """The file is of a kind that nobody here reads; inside a document such a thing is shown as a picture, and is taken for one."""


class Spent(Exception):
    """A bound is reached: what was cut off, in words."""


class NeedsGuard(Exception):
    """The file is of a kind that only a process of its own may read, because it may hang or break it."""


@dataclass
class Allowance:
    """How much may still be read of a file together with everything in it."""

    unpacked: int = 300 * 1024 * 1024
    texts: int = 500_000
    signs: int = 20_000_000
    members: int = 2_000

    def take_unpacked(self, count: int) -> None:
        """Note that ``count`` bytes were unpacked."""
        self.unpacked -= count
        if self.unpacked < 0:
            raise Spent("解压出来的内容超过 300 MB，只读了前面的；请拆成几个小文件")

    def take_member(self) -> None:
        """Note that another packed file is being read."""
        self.members -= 1
        if self.members < 0:
            raise Spent("里面的文件超过 2000 个，只读了前面的；请拆成几个小文件")

    def take_text(self, signs: int) -> None:
        """Note that another text of so many signs was found."""
        self.texts -= 1
        self.signs -= signs
        if self.texts < 0 or self.signs < 0:
            raise Spent("文字太多，只读了前面 50 万处、2000 万字以内的；请拆成几个小文件")


class Gathering:
    """Takes what a reader finds in one file; ``prefix`` names the file if it is packed into another, ``read`` reads such files."""

    def __init__(
        self,
        read: Reader,
        *,
        is_guarded: bool,
        allowance: Allowance | None = None,
        prefix: str = "",
        depth: int = 0,
        is_object: bool = False,
    ) -> None:
        self.is_object = is_object
        self._read = read
        self.is_guarded = is_guarded
        self.allowance = allowance or Allowance()
        self.format = ""
        self._prefix = prefix
        self._depth = depth
        self._texts: list[AttachedText] = []
        self._faults: dict[str, None] = {}
        self._traits: dict[AttachedTrait, None] = {}

    def tell(self, where: str, text: str, *, is_hidden: bool = False, heading: str = "") -> None:
        """Add a text, if there is anything in it."""
        if text := _without(text):
            self.allowance.take_text(len(text))
            self._texts.append(AttachedText(_without(f"{self._prefix}{where}"), text, is_hidden, _without(heading)))

    def tell_property(self, key: str, value: str) -> None:
        """Add a property of the file, which readers see only when they look for it."""
        self.tell(f"文件属性“{key}”", value, is_hidden=True)

    def fault(self, reason: str) -> None:
        """Add that something could not be read."""
        self._faults[_without(f"{self._prefix}{reason}")] = None

    def note(self, trait: Trait, what: str = "") -> None:
        """Add that the file, or what is named, has a trait."""
        whole = f"{self._prefix}{what}" if what else self._prefix.removesuffix(_INSIDE)
        self._traits[AttachedTrait(trait, _without(whole))] = None

    def read_inside(self, data: bytes, name: str, in_words: str, *, is_object: bool = False) -> None:
        """Read a file that is packed into this one; ``in_words`` says which (压缩包里的 x.docx).

        ``is_object`` is a thing that the document itself shows, such as a formula or a drawing of another program.
        """
        if self._depth >= DEPTH:
            self.fault(f"压缩包一层套一层，超过 {DEPTH} 层的没有读；请解开后重新打包")
            return
        self.allowance.take_member()
        inner = Gathering(
            self._read,
            is_guarded=self.is_guarded,
            allowance=self.allowance,
            prefix=f"{self._prefix}{in_words}{_INSIDE}",
            depth=self._depth + 1,
            is_object=is_object,
        )
        try:
            self._read(data, name, inner)
        finally:
            self._texts += inner._texts
            self._faults |= inner._faults
            self._traits |= inner._traits

    @property
    def seen(self) -> int:
        """How many signs readers see at once, so far."""
        return sum(len(each.text) for each in self._texts if not each.is_hidden)

    def file(self, path: str) -> AttachedFile:
        """Everything that was found, as a file of the column."""
        return AttachedFile(
            path=path,
            format=self.format,
            texts=tuple(self._texts),
            faults=tuple(self._faults),
            traits=tuple(self._traits),
        )


def _without(text: str) -> str:
    """``text`` without blanks around it and without what is no sign and cannot be written to a file."""
    text = text.strip()
    return _NO_SIGN.sub("", text).strip() if _NO_SIGN.search(text) else text


Reader = Callable[[bytes, str, Gathering], None]
"""Reads a file by its content and its name."""
