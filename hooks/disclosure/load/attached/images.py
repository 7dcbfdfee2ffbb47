"""What stands in pictures besides the picture: who made it, where it was taken, comments (EXIF, XMP, text chunks)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape

from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.plain_text import decoded
from disclosure.model import Trait

_EXIF_TEXTS = {
    0x010E: "说明",
    0x013B: "作者",
    0x8298: "版权",
    0x9C9B: "标题",
    0x9C9C: "备注",
    0x9C9D: "作者",
    0x9C9E: "关键词",
    0x9C9F: "主题",
    0x9286: "备注",
    0xA430: "相机主人",
}
_EXIF_FOLDERS = (0x8769, 0x8825)
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)
_PNG_KEYS = {"Author": "作者", "Title": "标题", "Description": "说明", "Comment": "备注", "Copyright": "版权"}
_XMP, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_XMP_MOST, _XMP_BYTES = 5, 200_000
_FOLDERS_MOST = 20
_XMP_TEXTS = re.compile(
    r"<(dc:creator|dc:title|dc:description|dc:subject|photoshop:Headline|photoshop:Credit|photoshop:City"
    r"|photoshop:CaptionWriter|xmpRights:Owner|pdf:Author)\b[^>]*>(.{0,20000}?)</\1>",
    re.DOTALL,
)
_XMP_KEYS = {
    "creator": "作者",
    "Author": "作者",
    "title": "标题",
    "description": "说明",
    "subject": "主题",
    "City": "城市",
}
_TAG = re.compile(r"<[^>]*>")
_MOST = 100_000
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}


def read_image(data: bytes, gathering: Gathering) -> None:
    """Gather what stands in a picture; what it shows cannot be read."""
    gathering.note(Trait.PICTURES)
    tell_image(data, gathering)


def tell_image(data: bytes, gathering: Gathering, name: str = "") -> None:
    """Gather what is written into the picture ``name``; a damaged picture has nothing more to say."""
    about = f"图片 {name} 的" if name else "图片的"
    told: set[tuple[str, str]] = set()
    try:
        for key, text in _texts(data):
            if text.strip() and (key, text) not in told:
                told.add((key, text))
                gathering.tell(f"{about}属性“{key}”", text, is_hidden=True)
    except (struct.error, IndexError, ValueError, OverflowError, zlib.error):
        return


def xmp_texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Author, title and the like from the XMP packets in ``data``, as far as they are not packed."""
    for packet in _xmp_packets(data):
        for name, inner in _XMP_TEXTS.findall(packet.decode("utf-8", "replace")):
            text = " ".join(unescape(_TAG.sub(" ", inner)).split())
            if text:
                local = name.partition(":")[2]
                yield _XMP_KEYS.get(local, local), text


def _xmp_packets(data: bytes) -> Iterator[bytes]:
    end = 0
    for _ in range(_XMP_MOST):
        start = data.find(_XMP, end)
        end = data.find(_XMP_END, start)
        if start < 0 or end < 0:
            return
        yield data[start : min(end, start + _XMP_BYTES)]


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data.startswith((b"II*\0", b"MM\0*")):
        yield from _exif(data)
    elif data.startswith(b"RIFF"):
        yield from _webp(data)
    elif data.startswith(b"GIF8"):
        yield from _gif(data)
    yield from xmp_texts(data)


def _jpeg(data: bytes) -> Iterator[tuple[str, str]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in (0xD8, 0xFF, 0x01) or 0xD0 <= marker <= 0xD7:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in (0xD9, 0xDA):
            return
        length = struct.unpack_from(">H", data, at + 2)[0]
        part = data[at + 4 : at + 2 + length]
        if marker == 0xE1 and part.startswith(b"Exif\0\0"):
            yield from _exif(part[6:])
        elif marker == 0xFE:
            yield "备注", _decoded(part)
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[tuple[str, str]]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        part = data[at + 8 : at + 8 + length]
        if kind == b"IEND":
            return
        if kind == b"eXIf":
            yield from _exif(part)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            key, _, rest = part.partition(b"\0")
            yield _png_key(key), _png_text(kind, rest)
        at += 12 + length


def _png_key(key: bytes) -> str:
    name = key.decode("latin-1")[:40]
    return _PNG_KEYS.get(name, name)


def _png_text(kind: bytes, rest: bytes) -> str:
    if kind == b"tEXt":
        return _decoded(rest)
    if kind == b"zTXt":
        return _decoded(_inflated(rest[1:]))
    is_packed = rest[:1] == b"\1"
    text = rest[2:].split(b"\0", 2)[2]
    return _decoded(_inflated(text) if is_packed else text)


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MOST)


def _webp(data: bytes) -> Iterator[tuple[str, str]]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind == b"EXIF":
            part = data[at + 8 : at + 8 + length]
            yield from _exif(part.removeprefix(b"Exif\0\0"))
        at += 8 + length + length % 2


def _gif(data: bytes) -> Iterator[tuple[str, str]]:
    for found in re.finditer(rb"\x21\xfe(.)", data[:_MOST], re.DOTALL):
        yield "备注", _decoded(data[found.end() : found.end() + found[1][0]])


def _exif(tiff: bytes) -> Iterator[tuple[str, str]]:
    """Texts and the place of a TIFF structure, its folders followed once each."""
    order = "<" if tiff.startswith(b"II") else ">"
    folders = [struct.unpack_from(f"{order}I", tiff, 4)[0]]
    seen: set[int] = set()
    place: dict[int, object] = {}
    while folders:
        at = folders.pop()
        if at in seen or at + 2 > len(tiff) or len(seen) >= _FOLDERS_MOST:
            continue
        seen.add(at)
        for number in range(min(struct.unpack_from(f"{order}H", tiff, at)[0], 500)):
            entry = at + 2 + 12 * number
            tag, kind, count = struct.unpack_from(f"{order}HHI", tiff, entry)
            if tag in _EXIF_FOLDERS:
                folders.append(struct.unpack_from(f"{order}I", tiff, entry + 8)[0])
            elif tag in _EXIF_TEXTS:
                yield _EXIF_TEXTS[tag], _exif_text(tag, _value(tiff, order, entry, kind, count))
            elif tag in (*_LATITUDE, *_LONGITUDE):
                place[tag] = _exif_place(order, _value(tiff, order, entry, kind, count), kind)
    if all(isinstance(place.get(pair[1]), float) for pair in (_LATITUDE, _LONGITUDE)):
        north = "南纬" if place.get(1) == "S" else "北纬"
        east = "西经" if place.get(3) == "W" else "东经"
        yield "拍摄地点", f"{north} {place[2]:.5f}，{east} {place[4]:.5f}"


def _value(tiff: bytes, order: str, entry: int, kind: int, count: int) -> bytes:
    size = _SIZES.get(kind, 1) * min(count, _MOST)
    at = entry + 8 if size <= 4 else struct.unpack_from(f"{order}I", tiff, entry + 8)[0]
    return tiff[at : at + size]


def _exif_text(tag: int, value: bytes) -> str:
    if 0x9C9B <= tag <= 0x9C9F:
        return value.decode("utf-16-le", "replace").rstrip("\0")
    if tag == 0x9286:
        return _decoded(value[8:]) if value[:8] != b"UNICODE\0" else value[8:].decode("utf-16", "replace").strip("\0")
    return _decoded(value)


def _exif_place(order: str, value: bytes, kind: int) -> object:
    if kind == 2:
        return value[:1].decode("latin-1")
    if kind != 5 or len(value) < 24:
        return None
    parts = struct.unpack(f"{order}6I", value[:24])
    degrees = [parts[at] / parts[at + 1] if parts[at + 1] else 0.0 for at in (0, 2, 4)]
    return degrees[0] + degrees[1] / 60 + degrees[2] / 3600


def _decoded(data: bytes) -> str:
    """Text of a picture: UTF-8 or GB18030, and nothing if it is neither."""
    try:
        return decoded(data.rstrip(b"\0 "))
    except Unreadable:
        return ""
