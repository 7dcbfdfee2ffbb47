"""One file → what stands in it, whatever kind of file it is.  Never raises; what goes wrong is a fault in words."""

from __future__ import annotations

import posixpath

from disclosure.load.attached.docx import read_docx
from disclosure.load.attached.gathering import Allowance, Gathering, NeedsGuard, Spent, UnknownKind, Unreadable
from disclosure.load.attached.images import read_image
from disclosure.load.attached.mail import read_mail
from disclosure.load.attached.odf import read_odf
from disclosure.load.attached.ofd import read_ofd
from disclosure.load.attached.office_2003 import read_office_2003
from disclosure.load.attached.ole import read_ole
from disclosure.load.attached.package import Package
from disclosure.load.attached.pdf import read_pdf
from disclosure.load.attached.plain import read_csv, read_json, read_txt, read_xml
from disclosure.load.attached.pptx import read_pptx
from disclosure.load.attached.rtf import read_rtf
from disclosure.load.attached.sniffing import IMAGES, PLAIN, SOUND_AND_FILM, format_of, packed_format
from disclosure.load.attached.web_page import read_html
from disclosure.load.attached.xlsx import read_xlsx
from disclosure.load.attached.zipped import Archive
from disclosure.model import AttachedFile, Trait

_PLAIN = {
    "txt": read_txt,
    "csv": read_csv,
    "json": read_json,
    "html": read_html,
    "xml": read_office_2003,
    "svg": read_xml,
}
_OFFICE = {"docx": read_docx, "xlsx": read_xlsx, "pptx": read_pptx}
_QUICK = frozenset((*PLAIN, *IMAGES, "rtf", "zip"))
_QUICK_BYTES, _QUICK_UNPACKED = 1024 * 1024, 16 * 1024 * 1024
_PASSED_OVER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read_file(path: str, data: bytes, *, is_guarded: bool) -> AttachedFile:
    """Everything in the file at ``path``.

    Raises :class:`NeedsGuard` if the file is of a kind that may hang or crash a reader, and no guard is here.
    """
    gathering = Gathering(
        _read, is_guarded=is_guarded, allowance=Allowance() if is_guarded else Allowance(_QUICK_UNPACKED)
    )
    if not data:
        gathering.fault("文件是空的（0 字节）；请重新上传")
    else:
        try:
            _read(data, posixpath.basename(path), gathering)
        except Spent as reason:
            if not is_guarded:
                raise NeedsGuard from reason
            gathering.fault(str(reason))
    return gathering.file(path)


def _read(data: bytes, name: str, gathering: Gathering) -> None:
    """Gather what is in a file, or why that cannot be read."""
    gathering.format = format_of(data, name)
    if not gathering.is_guarded and (gathering.format not in _QUICK or len(data) > _QUICK_BYTES):
        raise NeedsGuard
    try:
        _read_as(data, name, gathering)
    except (Spent, NeedsGuard):
        raise
    except UnknownKind as reason:
        if not gathering.is_object:
            gathering.fault(str(reason))
    except Unreadable as reason:
        gathering.fault(str(reason))
    except Exception:  # whatever a damaged file does to a reader, it must not stop the check
        gathering.fault("文件已经损坏，读不完整；请重新生成后上传")


def _read_as(data: bytes, name: str, gathering: Gathering) -> None:
    kind = gathering.format
    if kind in _PLAIN:
        _PLAIN[kind](data, gathering)
    elif kind in IMAGES:
        read_image(data, gathering)
    elif kind == "zip":
        _read_packed(data, gathering)
    elif kind == "ole":
        gathering.format = read_ole(data, name, gathering)
    elif kind == "pdf":
        read_pdf(data, gathering)
    elif kind == "rtf":
        read_rtf(data, gathering)
    elif kind == "eml":
        read_mail(data, gathering)
    elif kind in SOUND_AND_FILM:
        gathering.note(Trait.PICTURES)
    elif kind in ("rar", "7z", "gz"):
        raise Unreadable(f"{kind} 压缩包打不开；请解开后打成 zip，或者直接上传里面的文件")
    elif kind == "exe":
        raise Unreadable("是程序，不是文件，不能发布；请删去")
    else:
        raise UnknownKind("认不出是什么格式，读不了；请另存为 docx、xlsx 或者 pdf 后重新上传")


def _read_packed(data: bytes, gathering: Gathering) -> None:
    archive = Archive(data, gathering.allowance)
    kind = gathering.format = packed_format(archive.members)
    if kind in _OFFICE:
        _OFFICE[kind](Package(archive), gathering)
    elif kind == "ofd":
        read_ofd(archive, gathering)
    elif kind == "odf":
        read_odf(archive, gathering)
    else:
        _read_members(archive, gathering)


def _read_members(archive: Archive, gathering: Gathering) -> None:
    """Gather what is in each file of a plain archive; a file that cannot be unpacked does not keep others from being read."""
    if not archive.members:
        gathering.fault("压缩包是空的；请重新打包")
    for name in archive.members:
        if name.startswith(_PASSED_OVER) or name.endswith(_PASSED_OVER):
            continue
        try:
            content = archive.read(name)
        except Unreadable as reason:
            gathering.fault(f"压缩包里的 {name}：{reason}")
            continue
        gathering.read_inside(content, posixpath.basename(name), f"压缩包里的 {name}")
