"""Bytes of plain texts → text: UTF-8 or GB18030, or what the file declares."""

from __future__ import annotations

import codecs
import re

from disclosure.load.attached.gathering import Unreadable

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,20})""")
_ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "utf-16", "shift_jis", "euc-kr", "windows-1252"), ""),
    "iso-8859-1": "windows-1252",
}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_MOST_CONTROL = 0.02
_BEGINNING = 4096


def decoded(data: bytes, *, may_declare: bool = False) -> str:
    """``data`` as text; :class:`Unreadable` if it is no text in any of the usual encodings."""
    text = _decoded(data, _encodings(data, may_declare=may_declare), is_whole=True)
    if text is None:
        raise Unreadable("文字的编码认不出来，读不了；请用记事本打开，另存为“UTF-8”编码后重新上传")
    return text


def is_text(data: bytes) -> bool:
    """Whether the beginning of a file reads as text."""
    return _decoded(data[:_BEGINNING], _encodings(data, may_declare=True), is_whole=len(data) <= _BEGINNING) is not None


def _encodings(data: bytes, *, may_declare: bool) -> list[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    encodings = ["utf-8", "gb18030"]
    if may_declare and (found := _DECLARED.search(data[:2000])):
        name = found[1].decode("ascii").lower()
        if name in _ENCODINGS:
            encodings.insert(1, _ENCODINGS[name] or name)
    if data and data[1::2].count(0) > len(data) // 8:
        encodings.append("utf-16-le")
    return encodings


def _decoded(data: bytes, encodings: list[str], *, is_whole: bool) -> str | None:
    for encoding in encodings:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data, is_whole)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) <= len(text) * _MOST_CONTROL:
            return text
    return None
