"""What a file really is: by its first bytes and what it packs, never by its name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

from disclosure.load.attached.plain_text import decoded, is_text

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (
    (b"%PDF", "pdf"),
    (OLE_MARK, "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"BM", "bmp"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"\x1aE\xdf\xa3", "webm"),
)
_PDF_WITHIN = 1024
_MIME = re.compile(r"(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|From|Received): ", re.IGNORECASE)
IMAGES = frozenset(("jpg", "png", "gif", "tif", "bmp", "webp"))
SOUND_AND_FILM = frozenset(("mp3", "mp4", "ogg", "webm", "wav", "avi"))
PLAIN = frozenset(("txt", "csv", "json", "html", "xml", "svg"))


def format_of(data: bytes, name: str) -> str:
    """The format of a file; the ``name`` only decides between kinds of plain text.  Nothing for what is not known."""
    for mark, kind in _MARKS:
        if data.startswith(mark) and not (kind in ("bmp", "exe") and is_text(data)):
            return kind
    if data[4:8] == b"ftyp":
        return "mp4"
    if data.startswith(b"RIFF"):
        return {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}.get(data[8:12], "")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    return _plain_format(data, ending_of(name)) if is_text(data) else ""


def ending_of(name: str) -> str:
    """The ending of a file name in small letters, without its dot."""
    return posixpath.splitext(name)[1].lower().removeprefix(".")


def packed_format(names: Collection[str]) -> str:
    """What a zip archive with files of these ``names`` is: docx, xlsx, pptx, ofd, odf, or a plain zip."""
    plain = {name.lower() for name in names}
    if "ofd.xml" in plain:
        return "ofd"
    if "[content_types].xml" in plain:
        for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(name.startswith(folder) for name in plain):
                return kind
    return "odf" if {"mimetype", "content.xml"} <= plain else "zip"


def _plain_format(data: bytes, ending: str) -> str:
    start = decoded(data[:4000].rpartition(b"\n")[0] or data[:4000], may_declare=True) if data else ""
    start = start.lstrip("\ufeff \r\n\t")
    low = start[:4000].lower()
    if low.startswith("<?xml") or low.startswith("<svg"):
        return "svg" if "<svg" in low else ("html" if "<html" in low else "xml")
    if low.startswith(("<!doctype html", "<html", "<head", "<body", "<table")) or "<html" in low[:1500]:
        return "html"
    if _MIME.match(start) and ending not in ("txt", "csv", "md"):
        return "eml"
    if ending in ("csv", "json", "html", "xml", "htm"):
        return "html" if ending == "htm" else ending
    return "txt"
