"""Pages rendered once: a page is taken from the cache while its context and everything around it are the same.

The key of a page is the digest of its context, its site and the engine (templates, this package's source, library
versions).  Nothing else decides what is rendered, so an incremental build equals a clean one byte for byte.  A page is
read for the rules when it is rendered, in the same process, and what was found lies beside it.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from disclosure.derive.contexts import PageContext
from disclosure.publish.interrupts import ignore_interrupts, undisturbed_start
from disclosure.publish.notes import facts_in_note, note_of, sum_of, written_note
from disclosure.publish.output import Output, path_of
from disclosure.publish.page_facts import facts_of_page
from disclosure.publish.render import Renderer, Stage
from disclosure.whole_files import write_whole

_LIBRARIES = ("jinja2", "markdown", "markupsafe", "mkdocs-material", "nh3", "openpyxl", "segno")
_POOL_FROM = 200
"""Starting processes costs about a second; below this number of pages one process is faster."""

_BATCH = 50
_KEEP_SECONDS = 24 * 3600


class PageCache:
    """Rendered pages in a folder, one file a key."""

    def __init__(self, folder: Path, stage: Stage) -> None:
        self._folder = folder
        self._stage = stage
        self._around = digest_of_stage(stage)

    def render(self, pages: Sequence[PageContext]) -> Iterator[Output]:
        """Every page in the order given, with what rules ask about it; pages that are not in the cache are rendered first."""
        keyed = [(page, self._file_of(page)) for page in pages]
        sums = {file: own for _, file in keyed if (own := sum_of(file))}
        _render_missing([(page, file) for page, file in keyed if file not in sums], self._stage)
        for page, file in keyed:
            own = sums.get(file) or sum_of(file)
            if own is None:
                raise OSError(f"{file} 刚写好又没有了，可能有另一个程序在清理缓存；请再试一次")
            yield Output(path_of(page.frame.address), file=file, facts=partial(facts_in_note, file), sum=own)
        self._prune({file for _, file in keyed})

    def _file_of(self, page: PageContext) -> Path:
        key = blake2b(repr(page).encode(), key=self._around, digest_size=20).hexdigest()
        return self._folder / key[:2] / f"{key}.html"

    def _prune(self, used: set[Path]) -> None:
        """Remove what no build has needed for a day, once it is more than what is needed."""
        present = list(self._folder.glob("??/*.html"))
        if len(present) <= 2 * len(used) + 100:
            return
        oldest_kept = time.time() - _KEEP_SECONDS
        for file in present:
            if file not in used and file.stat().st_mtime < oldest_kept:
                file.unlink(missing_ok=True)
                note_of(file).unlink(missing_ok=True)


def digest_of_stage(stage: Stage) -> bytes:
    """Digest of everything but the page's own context that its HTML depends on."""
    digest = blake2b(digest_of_engine(), digest_size=32)
    digest.update(f"{stage.root}\n{stage.site_url}\n{stage.site!r}\n".encode())
    _add_files(digest, Path(stage.template_dirs[0]), "*.html")
    return digest.digest()


def digest_of_engine() -> bytes:
    """Digest of our own source and of the versions of what it uses."""
    digest = blake2b(digest_size=32)
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    digest.update(f"{platform.python_version()}\n".encode())
    _add_files(digest, Path(__file__).parent.parent, "*.py")
    return digest.digest()


def _add_files(digest: blake2b, folder: Path, pattern: str) -> None:
    """Add the names and the content of the files below ``folder``."""
    for file in sorted(folder.rglob(pattern)):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())


def _render_missing(missing: Sequence[tuple[PageContext, Path]], stage: Stage) -> None:
    workers = min(os.cpu_count() or 1, 8)
    if len(missing) < _POOL_FROM or workers == 1:
        _render_batch(Renderer(stage), missing)
        return
    batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]
    with ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (stage,)) as pool:
        with undisturbed_start():
            results = pool.map(_work, batches)
        for _ in results:
            pass


def _render_batch(renderer: Renderer, batch: Sequence[tuple[PageContext, Path]]) -> None:
    for page, file in batch:
        file.parent.mkdir(parents=True, exist_ok=True)
        html = renderer.render(page)
        facts = facts_of_page(html, path_of(page.frame.address), renderer.root)
        content = html.encode()
        write_whole(file, content)
        write_whole(note_of(file), written_note(content, facts))


_worker_renderer: Renderer
"""The renderer of a worker process, made once when it starts."""


def _start_worker(stage: Stage) -> None:
    global _worker_renderer
    ignore_interrupts()
    _worker_renderer = Renderer(stage)


def _work(batch: Sequence[tuple[PageContext, Path]]) -> None:
    _render_batch(_worker_renderer, batch)
