"""Files of Office: zip archives whose parts are masked one by one, all others kept as they are."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from disclosure.authoring.masking.editing import ByHand, Masking
from disclosure.authoring.masking.xml_places import Element, Part
from disclosure.measures.private.finder import private_in

_LARGEST = 300_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, KeyError)
"""What a damaged, encrypted or odd zip file makes Python raise."""

_NO_TEXT = (
    "/theme/",
    "/printerSettings",
    "fontTable.xml",
    "webSettings.xml",
    "styles.xml",
    "[Content_Types].xml",
    "calcChain.xml",
)
_PROPERTIES = {"creator": "作者", "lastModifiedBy": "最后修改的人", "manager": "经理", "company": "单位"}
_PLACES = (
    ("docProps/", "文件属性"),
    ("omments", "批注"),
    ("charts/", "图表"),
    ("diagrams/", "图形"),
    ("drawings/", "图形"),
)
"""How people call what stands in parts whose path says so."""
_SAID = frozenset(("descr", "title", "alt", "name", "v", "author", "Target", "tooltip", "prompt", "error", "initials"))
"""Attributes that say something to people, or lead to a mailbox or telephone."""

Parts = Mapping[str, bytes]
Masks = Callable[[Parts, Masking], dict[str, bytes]]
"""Masks in the parts that a kind of file is about: their new bytes."""


def masked_package(data: bytes, masks: Masks, masking: Masking) -> bytes:
    """``data`` with masks in every part."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise ByHand("解压出来的内容太大；请拆成几个小文件，再遮蔽")
            parts = {entry.filename: archive.read(entry) for entry in entries}
            comment = archive.comment
    except _BROKEN as error:
        raise ByHand("文件打不开、不完整或者加了密；请用 Word、WPS 打开，去掉密码，另存一份，再遮蔽") from error
    known = masks(parts, masking)
    changed = dict(known)
    for name, content in parts.items():
        if name not in known and name.endswith((".xml", ".rels", ".vml")) and not name.endswith(_NO_TEXT):
            changed[name] = _masked_rest(content, name, masking)
    changed = {name: content for name, content in changed.items() if content != parts[name]}
    if not changed:
        return data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.comment = comment
        for entry in entries:
            content = changed.get(entry.filename, parts[entry.filename])
            archive.writestr(_like(entry), content, entry.compress_type)
    return packed.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(entry.filename, entry.date_time)
    info.external_attr, info.create_system, info.comment = entry.external_attr, entry.create_system, entry.comment
    return info


def _masked_rest(content: bytes, name: str, masking: Masking) -> bytes:
    """A part that nobody knows better: every text and every attribute that says something, by itself."""
    part = Part(content)
    words = next((words for part, words in _PLACES if part in name), f"部件 {posixpath.basename(name)}")
    mask_one_by_one(part, part.root.iter(), words, masking)
    return part.changed


def mask_one_by_one(part: Part, elements: Iterator[Element], place: str, masking: Masking) -> None:
    """Mask the texts and the telling attributes of ``elements``, each by itself."""
    for element in elements:
        if text := part.text(element):
            key = _PROPERTIES.get(element.name, "")
            new = masked(text, f"{place}“{key}”" if key else place, masking, key)
            if new != text:
                part.set_text(element, new)
        for key, value in element.attributes.items():
            if key.rpartition(":")[2] in _SAID:
                new = masked(value, place, masking)
                if new != value:
                    part.set_attribute(element, key, new)


def masked(text: str, where: str, masking: Masking, head: str = "") -> str:
    """A short text with its masks."""
    for each in reversed(masking.take(private_in(text, head), text, where)):
        text = text[: each.start] + each.mask + text[each.end :]
    return text
