"""Binary slides (ppt): the texts of all records, wherever in the tree these stand."""

from __future__ import annotations

import struct

from disclosure.load.attached.gathering import Gathering

_WIDE, _NARROW, _SHORT = 0x0FA0, 0x0FA8, 0x0FBA
_CONTAINER = 0xF


def read_ppt(stream: bytes, gathering: Gathering) -> None:
    """Gather the texts in the main stream of a set of slides; which slide each is on, the records do not tell simply."""
    at = 0
    told: set[str] = set()
    while at + 8 <= len(stream):
        version, kind, length = struct.unpack_from("<HHI", stream, at)
        at += 8
        if version & 0xF == _CONTAINER:
            continue
        content = stream[at : at + length]
        at += length
        if kind in (_WIDE, _NARROW, _SHORT):
            text = content.decode("latin-1") if kind == _NARROW else content.decode("utf-16-le", "replace")
            text = text.replace("\r", "\n").replace("\x0b", "\n")
            if text not in told:
                told.add(text)
                gathering.tell(
                    "幻灯片里的文字" if kind != _SHORT else "幻灯片的附加文字", text, is_hidden=kind == _SHORT
                )
