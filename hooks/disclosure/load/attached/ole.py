"""OLE2 containers: what kind of file they hold, and their properties (doc, wps, xls, et, ppt, and what is packed into Office files)."""

from __future__ import annotations

import io

import olefile

from disclosure.load.attached.doc import read_doc
from disclosure.load.attached.gathering import Gathering, UnknownKind, Unreadable
from disclosure.load.attached.ole_properties import properties_in
from disclosure.load.attached.package import OF_THE_PROGRAM
from disclosure.load.attached.people import note_person
from disclosure.load.attached.ppt import read_ppt
from disclosure.load.attached.xls import read_xls
from disclosure.model import Trait

_STREAM_BYTES = 100 * 1024 * 1024
_SUMMARY = {2: "标题", 3: "主题", 4: "作者", 5: "关键词", 6: "备注", 8: "最后修改者"}
_MORE = {2: "类别", 14: "经理", 15: "单位"}
_PACKED_BY_WINDOWS = "\x01ole10native"
_PACKED = ("package", _PACKED_BY_WINDOWS)
_PEOPLE = ("作者", "最后修改者", "经理")


def read_ole(data: bytes, name: str, gathering: Gathering) -> str:
    """Gather everything in a container; which format it is of."""
    try:
        container = olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError) as error:
        raise Unreadable("文件已经损坏，打不开；请重新生成后上传") from error
    with container:
        streams = {"/".join(path).lower(): path for path in container.listdir()}
        if any(path.endswith("vba") or "/vba/" in path for path in streams):
            gathering.note(Trait.MACROS)
        _tell_properties(container, streams, gathering)
        if "encryptedpackage" in streams:
            raise Unreadable("加了打开密码，读不出来；请去掉密码后重新上传")
        kind = _read(container, streams, "", gathering)
        embedded = dict.fromkeys(map(_storage_of, streams))
        read = [_read_embedded(container, streams, storage, name, gathering) for storage in embedded]
        if not kind and not any(read):
            raise UnknownKind("认不出是哪个软件的文件，读不了；请另存为 docx、xlsx 或者 pdf 后重新上传")
        return kind or "ole"


def _storage_of(stream: str) -> str:
    return stream.rpartition("/")[0] + "/" if "/" in stream else ""


def _read(container: olefile.OleFileIO, streams: dict[str, list[str]], storage: str, gathering: Gathering) -> str:
    """Gather what the main stream of ``storage`` holds; its format, or nothing if there is no stream that we know."""
    if f"{storage}worddocument" in streams:
        keys = [f"{storage}{name}" for name in ("worddocument", "0table", "1table", "data")]
        word, *tables, data = (_stream(container, streams[key]) if key in streams else b"" for key in keys)
        read_doc(word, tables, data, gathering)
        return "doc"
    for key in (f"{storage}workbook", f"{storage}book"):
        if key in streams:
            read_xls(_stream(container, streams[key]), gathering)
            return "xls"
    if f"{storage}powerpoint document" in streams:
        read_ppt(_stream(container, streams[f"{storage}powerpoint document"]), gathering)
        return "ppt"
    return ""


def _read_embedded(
    container: olefile.OleFileIO, streams: dict[str, list[str]], storage: str, name: str, gathering: Gathering
) -> bool:
    """Gather what is packed into ``storage``, if there is anything."""
    for ending in _PACKED:
        if f"{storage}{ending}" in streams:
            content = _stream(container, streams[f"{storage}{ending}"])
            content = _without_head(content) if ending == _PACKED_BY_WINDOWS else content
            gathering.read_inside(content, name, "嵌入的对象", is_object=True)
            return True
    if f"{storage}contents" in streams:
        content = _stream(container, streams[f"{storage}contents"])
        if content.startswith(b"%PDF"):
            gathering.read_inside(content, name, "嵌入的对象", is_object=True)
            return True
    return bool(storage and _read(container, streams, storage, gathering))


def _stream(container: olefile.OleFileIO, path: list[str]) -> bytes:
    try:
        content: bytes = container.openstream(path).read(_STREAM_BYTES)
    except (OSError, ValueError, IndexError) as error:
        raise Unreadable("文件已经损坏，读不完整；请重新生成后上传") from error
    return content


def _without_head(content: bytes) -> bytes:
    """A file packed by Windows without the names and lengths before it."""
    at = 6
    for _ in range(2):
        at = content.find(b"\0", at) + 1
    at += 4
    length = int.from_bytes(content[at : at + 4], "little")
    at += 4 + length
    size = int.from_bytes(content[at : at + 4], "little")
    return content[at + 4 : at + 4 + size]


def _tell_properties(container: olefile.OleFileIO, streams: dict[str, list[str]], gathering: Gathering) -> None:
    for stream, names in (("\x05summaryinformation", _SUMMARY), ("\x05documentsummaryinformation", _MORE)):
        for found, text in properties_in(_stream(container, streams[stream])) if stream in streams else ():
            key = names.get(found, "") if isinstance(found, int) else found
            if key and not OF_THE_PROGRAM.match(key):
                gathering.tell_property(key, text)
                if key in _PEOPLE:
                    note_person(text, f"文件属性“{key}”", gathering)
