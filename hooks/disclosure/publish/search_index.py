"""The files of the search: the index, kept while nothing that search can find changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.derive.findable import Findable
from disclosure.publish.kept import kept_files
from disclosure.publish.output import Output
from disclosure.search.files import index_files, version_of

FOLDER = "search/data/"


def search_outputs(findables: Sequence[Findable], synonyms: Sequence[Sequence[str]], cache: Path) -> Iterator[Output]:
    """Every file of the index of ``findables``, made in ``cache`` if it is not there as it was made."""
    version = version_of(findables, synonyms)
    folder = cache / "search" / version
    for path, digest in kept_files(folder, lambda: index_files(findables, synonyms, version)).items():
        yield Output(FOLDER + path, file=folder / path, sum=digest)
