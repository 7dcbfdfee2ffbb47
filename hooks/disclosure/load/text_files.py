"""Files to text: UTF-8 only, whatever Windows did to it is either undone or explained."""

from __future__ import annotations

import re
from pathlib import Path

from disclosure.load import faults
from disclosure.problems import Report

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that neither web pages nor Word files nor workbooks can hold; nobody sees them, and no text means them."""


def read_text(path: Path, report: Report) -> str | None:
    """The text of ``path`` with LF line ends and without a byte-order mark; None after reporting why not."""
    try:
        data = path.read_bytes()
    except OSError:
        report(1, faults.UNREADABLE, "文件打不开；请检查它是否存在、是否被别的程序占用")
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """``data`` as text; see :func:`read_text`."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report(1, faults.ENCODING, "文件用 UTF-16（“Unicode”）编码保存；" + _HOW_TO_CONVERT)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if _looks_like_gbk(data):
            report(line, faults.ENCODING, "文件用 GBK（“ANSI”）编码保存；" + _HOW_TO_CONVERT)
        else:
            report(line, faults.ENCODING, "文件里有不是 UTF-8 的字节，可能已经损坏；" + _HOW_TO_CONVERT)
        return None
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report(1, faults.EMPTY_FILE, "文件是空的；请写上内容，或者删去这个文件")
        return None
    return text


_HOW_TO_CONVERT = "请用记事本打开，点“文件→另存为”，编码选“UTF-8”，再保存"


def _looks_like_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    chinese = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    others = sum(sign > "\x7f" for sign in text)
    return chinese * 2 > others
