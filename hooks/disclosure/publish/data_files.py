"""The files of the data sets, each made once: a data set that has not changed is taken from the cache."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b, sha256
from pathlib import Path

from disclosure.derive.data_pieces import Dataset
from disclosure.derive.open_data.files import DataFile, FileKind
from disclosure.publish.cache import digest_of_engine
from disclosure.publish.data_schema import schema_of
from disclosure.publish.datasets import csv_of, json_of, xlsx_of
from disclosure.publish.kept import kept_files

_MAKERS = {FileKind.CSV: csv_of, FileKind.XLSX: xlsx_of, FileKind.JSON: json_of, FileKind.SCHEMA: schema_of}
_KEEP_SECONDS = 24 * 3600


def data_files(datasets: Sequence[Dataset], cache: Path, site_url: str) -> Iterator[tuple[DataFile, Path]]:
    """Every file of every data set with the place in ``cache`` where it is; ``site_url`` makes addresses whole."""
    engine = blake2b(digest_of_engine() + site_url.encode(), digest_size=32).digest()
    for dataset in datasets:
        key = blake2b(repr(dataset).encode(), key=engine, digest_size=10).hexdigest()
        folder = cache / "data" / dataset.id / key
        kept_files(folder, lambda dataset=dataset: _made(dataset, site_url))  # type: ignore[misc]
        for kind in FileKind:
            file = folder / f"{dataset.id}.{kind}"
            content = file.read_bytes()
            digest = sha256(content).hexdigest()
            yield DataFile(dataset=dataset.id, kind=kind, size=len(content), sha256=digest), file
    _prune(cache / "data", {dataset.id for dataset in datasets})


def _made(dataset: Dataset, site_url: str) -> Iterator[tuple[str, bytes]]:
    for kind, maker in _MAKERS.items():
        yield f"{dataset.id}.{kind}", maker(dataset, site_url)


def _prune(folder: Path, used: set[str]) -> None:
    """Remove data sets that no build has needed for a day."""
    oldest_kept = time.time() - _KEEP_SECONDS
    for each in folder.iterdir():
        if each.name not in used and each.stat().st_mtime < oldest_kept:
            shutil.rmtree(each, ignore_errors=True)
