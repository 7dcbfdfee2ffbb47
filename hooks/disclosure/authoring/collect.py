"""What another column publishes, taken over: its open data → catalogue/collected/<id>.json (see derive/open_data/README.md).

A source is a folder or a zip file with a built site or with its data/ folder; nothing is asked of the network.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from disclosure.derive import addresses
from disclosure.derive.open_data.catalogue import CONTRACT
from disclosure.derive.open_data.files import FileKind
from disclosure.load import collected, faults
from disclosure.load.plain_json import AGAIN, read_object
from disclosure.load.text_files import decode
from disclosure.load.web_addresses import is_safe
from disclosure.model import CollectedColumn, Document
from disclosure.problems import Problem, Problems, Report
from disclosure.terms import label

_DOCUMENTS = addresses.of_data("documents", FileKind.JSON)
_FILES = (addresses.DATA_CATALOGUE, _DOCUMENTS)
_LARGEST = 256_000_000
"""Bytes of a file that is read at all; the 目录 of 100,000 documents has about half of it."""

_ZIP_FAULTS = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError)
"""What a damaged, encrypted or odd zip file makes Python raise."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A column that was read, and the file that holds it now: its path from the root, and its content."""

    column: CollectedColumn
    path: str
    content: bytes


def collect(
    root: Path, sources: Sequence[Path], day: dt.date, own_address: str
) -> tuple[tuple[Collected, ...], tuple[Problem, ...]]:
    """Write a file for each sound source into the column at ``root``; the others leave what was there, and a problem."""
    problems = Problems()
    known = {each.address: each.id for each in collected.load_collected(root, Problems())}
    found: dict[str, Collected] = {}
    for source in sources:
        one = _read(source, day, known, problems)
        if one is None:
            continue
        known.setdefault(one.column.address, one.column.id)
        report = problems.in_file(source.as_posix())
        if one.column.address == own_address:
            report(1, faults.COLLECTED, "这是本专栏自己的数据，不用采集")
        elif one.column.address in found:
            report(
                1,
                faults.COLLECTED,
                f"专栏“{one.column.name}”（{one.column.address}）给了两次，只采集了前一个；请留一个",
            )
        else:
            found[one.column.address] = one
    for one in found.values():
        _write(root / one.path, one.content)
    return tuple(found.values()), problems.sorted()


def _read(source: Path, day: dt.date, known: Mapping[str, str], problems: Problems) -> Collected | None:
    report = problems.in_file(source.as_posix())
    files = _zipped(source, report) if source.is_file() else _in_folder(source, report)
    if files is None:
        return None
    reports = {name: problems.in_file(f"{source.as_posix()}/{name}") for name in _FILES}
    texts = {name: decode(files[name], reports[name]) for name in _FILES}
    wholes = {name: read_object(text, reports[name]) for name, text in texts.items() if text is not None}
    catalogue, documents = (wholes.get(name) for name in _FILES)
    if catalogue is None or documents is None:
        return None
    facts = _facts(catalogue, files[_DOCUMENTS], reports[addresses.DATA_CATALOGUE])
    if facts is None:
        return None
    whole = {**facts, collected.DAY: day.isoformat(), **_table(documents)}
    address = facts[collected.ADDRESS]
    id_ = known.get(address) or _id_of(address)
    if any(other == id_ for its, other in known.items() if its != address):
        id_ = f"{id_}-{sha256(address.encode()).hexdigest()[:8]}"
    path = f"{collected.FOLDER}/{id_}.json"
    column = collected.collected_column(
        whole, id_, path, reports[_DOCUMENTS], collected.line_before_rows(texts[_DOCUMENTS] or "")
    )
    return Collected(column, path, _content(whole)) if column else None


def _in_folder(source: Path, report: Report) -> dict[str, bytes] | None:
    for folder in (source, source.parent if source.name == PurePosixPath(addresses.DATA).name else source / "site"):
        if (folder / addresses.DATA_CATALOGUE).is_file():
            return _all_read({name: _reader(folder / name) for name in _FILES}, report)
    report(1, faults.COLLECTED, f"里面没有 {addresses.DATA_CATALOGUE}；请给出对方生成好的网站文件夹，或者它的压缩包")
    return None


def _reader(file: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        if file.stat().st_size > _LARGEST:
            raise OSError
        return file.read_bytes()

    return read


def _zipped(source: Path, report: Report) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(source) as parts:
            sizes = {info.filename: info.file_size for info in parts.infolist()}
            places = [name for name in sizes if f"/{name}".endswith(f"/{addresses.DATA_CATALOGUE}")]
            if not places:
                places = [name for name in sizes if name == PurePosixPath(addresses.DATA_CATALOGUE).name]
            if len(places) != 1:
                report(
                    1,
                    faults.COLLECTED,
                    f"压缩包里有 {len(places)} 个 {addresses.DATA_CATALOGUE}，应当有一个；请只打包一个专栏",
                )
                return None
            folder = places[0].removesuffix(PurePosixPath(addresses.DATA_CATALOGUE).name)
            names = {name: folder + PurePosixPath(name).name for name in _FILES}
            if any(sizes.get(place, 0) > _LARGEST for place in names.values()):
                raise OSError
            return {name: parts.read(place) for name, place in names.items()}
    except (*_ZIP_FAULTS, KeyError):
        report(1, faults.COLLECTED, f"压缩包打不开、不完整、加了密，或者里面的文件太大；{AGAIN}")
        return None


def _all_read(readers: Mapping[str, Callable[[], bytes]], report: Report) -> dict[str, bytes] | None:
    try:
        return {name: read() for name, read in readers.items()}
    except OSError:
        report(
            1, faults.COLLECTED, f"{'、'.join(readers)} 要齐全、能打开，每个不超过 {_LARGEST // 1_000_000} MB；{AGAIN}"
        )
        return None


def _facts(catalogue: Mapping[str, Any], documents: bytes, report: Report) -> dict[str, str] | None:
    """Whose column it is, out of its catalog.json; that its documents.json is the one that is meant there."""
    if catalogue.get("contract") != CONTRACT:
        report(
            1,
            faults.COLLECTED,
            f"版本（contract）是 {catalogue.get('contract')}，这里只认得 {CONTRACT}；请用同样版本的程序",
        )
        return None
    publisher = catalogue.get("publisher")
    publisher = publisher if isinstance(publisher, dict) else {}
    facts = {
        collected.NAME: catalogue.get("title"),
        collected.ORGAN: publisher.get("name"),
        collected.CODE: publisher.get("identifier"),
        collected.ADDRESS: catalogue.get("homepage"),
    }
    sound = {key: value for key, value in facts.items() if isinstance(value, str)}
    if len(sound) < len(facts):
        report(1, faults.COLLECTED, f"没有写清{'、'.join(key for key in facts if key not in sound)}；{AGAIN}")
        return None
    if not is_safe(sound[collected.ADDRESS]):
        report(1, faults.COLLECTED_ADDRESS, collected.unsafe("专栏", sound[collected.ADDRESS]))
        return None
    digest = sha256(documents).hexdigest()
    if digest not in _digests(catalogue):
        report(1, faults.COLLECTED, f"{_DOCUMENTS} 与清单里的校验值对不上，可能没有传完整；{AGAIN}")
        return None
    return {**sound, collected.SUM: digest}


def _digests(catalogue: Mapping[str, Any]) -> Iterator[Any]:
    """What the catalogue says is the digest of documents.json."""
    for dataset in _objects(catalogue.get("dataset")):
        if dataset.get("identifier") == "documents":
            for file in _objects(dataset.get("distribution")):
                if file.get("mediaType") == FileKind.JSON.media_type:
                    yield from (checksum.get("checksumValue") for checksum in _objects([file.get("checksum")]))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list, if it is one."""
    yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def _table(documents: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, and the rows of documents.json as lists in the order of the fields.

    What is not as it should be is left for collected_column to find.
    """
    fields, rows = documents.get(collected.FIELDS), documents.get(collected.ROWS)
    if not isinstance(fields, list) or not isinstance(rows, list):
        return {collected.FIELDS: None, collected.ROWS: None}
    names = collected.field_names(fields)
    lists = [
        [row[name] for name in names if name] if isinstance(row, dict) and set(row) == set(names) else None
        for row in rows
    ]
    return {collected.FIELDS: fields, collected.ROWS: lists}


def _content(whole: Mapping[str, Any]) -> bytes:
    """One fact, field or document a line, documents newest first, so that a change shows in few lines."""
    names = collected.field_names(whole[collected.FIELDS])
    number, day = (names.index(label(Document, name)) for name in ("index_number", "published"))
    rows = sorted(whole[collected.ROWS], key=lambda row: str(row[number]))
    rows.sort(key=lambda row: str(row[day]), reverse=True)

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    parts = [
        f"{line(key)}:[\n" + ",\n".join(map(line, value)) + "\n]"
        if isinstance(value, list)
        else f"{line(key)}:{line(value)}"
        for key, value in {**whole, collected.ROWS: rows}.items()
    ]
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _id_of(address: str) -> str:
    """A name for the file and its pages, made of the host and the path: www.a.gov.cn/zfxxgk/ → a-gov-cn-zfxxgk.

    A host in Chinese is taken as the domain name system writes it (甲.政务 → xn-tny-xn-zfr164b).
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return "column"
    plain = re.sub("[^a-z0-9]+", "-", f"{host.removeprefix('www.')}{parts.path}".lower())
    return plain.strip("-") or "column"


def _write(file: Path, content: bytes) -> None:
    """Write by renaming, so that nobody sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(file)
