"""Zip archives, unpacked part by part and never more than allowed."""

from __future__ import annotations

import io
import zipfile
import zlib

from disclosure.load.attached.gathering import Allowance, Unreadable

_PART_BYTES = 100 * 1024 * 1024
_CHUNK = 64 * 1024
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


class Archive:
    """A zip archive in memory; ``members`` are its files by name, folders left out."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        self._allowance = allowance
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Unreadable("压缩包已经损坏，打不开；请重新生成后上传") from error
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        self.members = {_name_of(info): info for info in infos}
        if len(self.members) < len(infos):
            raise Unreadable("里面有重名的文件，只看得到其中一个；请改名后重新打包")

    def read(self, name: str) -> bytes:
        """The content of the member ``name``."""
        info = self.members[name]
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("加了密码，读不出来；请去掉密码后重新上传")
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._allowance.take_unpacked(len(chunk))
                    if size > _PART_BYTES:
                        raise Unreadable("解压出来超过 100 MB，没有读；请拆成几个小文件")
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Unreadable("压缩的内容已经损坏，读不出来；请重新生成后上传") from error
        except (NotImplementedError, RuntimeError) as error:
            raise Unreadable("压缩的方法读不了；请用普通的 zip 格式重新打包") from error
        return b"".join(chunks)


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name of a member; programs in Chinese write it in GBK and say nothing about that."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename.replace("\\", "/")
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename
