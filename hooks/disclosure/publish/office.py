"""What the files of Word and Excel need so that the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

_UNIX = 3
"""The system that a zip file says it was made on: always the same, so that the bytes are."""

_FIRST_YEAR_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DAYS_OF_MAKING = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def cell_text(text: str) -> str:
    """``text`` without the signs that no workbook may hold."""
    return _CONTROLS.sub("", text)


def steady(written: io.BytesIO, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The file with one date on all its parts, in the order of their names, without the moment of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w", compression) as fixed:
        names = sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            part = zipfile.ZipInfo(name, _FIRST_YEAR_OF_ZIP)
            part.create_system, part.compress_type = _UNIX, compression
            content = parts.read(name)
            fixed.writestr(part, _DAYS_OF_MAKING.sub(b"", content) if name == "docProps/core.xml" else content)
    return out.getvalue()
