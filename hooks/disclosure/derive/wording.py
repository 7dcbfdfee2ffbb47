"""How dates, sizes, kinds of files and states read to people."""

from __future__ import annotations

import datetime as dt
import posixpath

from disclosure.column import Column
from disclosure.derive.pieces import Day
from disclosure.model import Attachment, Document, Validity

_KINDS = {
    "doc": "Word 文档",
    "docx": "Word 文档",
    "wps": "WPS 文档",
    "xls": "Excel 表格",
    "xlsx": "Excel 表格",
    "et": "WPS 表格",
    "csv": "CSV 表格",
    "ppt": "演示文稿",
    "pptx": "演示文稿",
    "pdf": "PDF 文档",
    "ofd": "OFD 文档",
    "zip": "压缩包",
    "rar": "压缩包",
    "7z": "压缩包",
    "png": "图片",
    "jpg": "图片",
    "jpeg": "图片",
    "gif": "图片",
    "svg": "图片",
    "webp": "图片",
    "mp4": "视频",
    "mp3": "音频",
    "txt": "文本",
}

_TONES = {
    Validity.IN_FORCE: "good",
    Validity.NOT_YET: "wait",
    Validity.AMENDED: "changed",
    Validity.PARTLY_REPEALED: "changed",
    Validity.EXPIRED: "gone",
    Validity.REPEALED: "gone",
}


def day(date: dt.date, clock: str = "") -> Day:
    """2024-03-05 as 2024年3月5日, with the time of day if there is one."""
    text = f"{date.year}年{date.month}月{date.day}日"
    return Day(f"{date.isoformat()}T{clock}", f"{text} {clock}") if clock else Day(date.isoformat(), text)


def size(count: int) -> str:
    """A number of bytes as people read it: 812 字节, 36 KB, 1.2 MB."""
    if count < 1000:
        return f"{count} 字节"
    if count < 1_000_000:
        return f"{max(round(count / 1000), 1)} KB"
    return f"{count / 1_000_000:.1f} MB"


def kind(file_name: str) -> str:
    """What a file is, by its ending."""
    ending = posixpath.splitext(file_name)[1].lstrip(".").lower()
    return _KINDS.get(ending, f"{ending.upper()} 文件" if ending else "文件")


def attachment_title(attachment: Attachment) -> str:
    """The title of an attachment: as written, or its file name without ending."""
    return attachment.title or posixpath.splitext(posixpath.basename(attachment.file))[0]


def issuers(document: Document) -> str:
    """发文机关, the lead first."""
    return "、".join(organ.name for organ in document.issuers)


def validity(column: Column, document: Document) -> tuple[str, str]:
    """有效性 and its tone; both empty for what is neither a policy paper nor subject to one (lists, statistics)."""
    state = column.validity[document.origin.path]
    if state is Validity.IN_FORCE and not _bears_validity(document):
        return "", ""
    return str(state), _TONES[state]


def tone(state: Validity) -> str:
    """The tone in which a state is shown: good, wait, changed, gone."""
    return _TONES[state]


def tone_of(state: str) -> str:
    """The tone of a state that another column gives; no tone for none."""
    return _TONES[Validity(state)] if state else ""


def _bears_validity(document: Document) -> bool:
    return bool(document.normative or document.doc_number or document.effective or document.expires)
