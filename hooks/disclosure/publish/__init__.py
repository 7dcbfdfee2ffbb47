"""View data → files of the site.  The only stage that writes, and it writes only rendered pages into the cache.

Reading order: output, render (with body, official and issue), cache, datasets, forms (with word and office), bulletins (with tree,
word_body and word_grid), scripts, search_index, sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure import derive
from disclosure.column import Column
from disclosure.derive.addresses import CATALOGUE_FILE
from disclosure.derive.bulletins.contexts import WholeBulletinPage
from disclosure.derive.contexts import FormPage, PageContext
from disclosure.derive.pieces import Site
from disclosure.publish.bulletins import issue_file
from disclosure.publish.cache import PageCache
from disclosure.publish.datasets import csv_of, dataset_outputs
from disclosure.publish.forms import form_file
from disclosure.publish.output import Output, Target
from disclosure.publish.render import Stage, render_problems
from disclosure.publish.scripts import SEARCH_SCRIPT, search_script
from disclosure.publish.search_index import search_outputs
from disclosure.publish.sitemap import sitemap
from disclosure.search.help_files import help_files

__all__ = ["Output", "Target", "outputs", "render_problems"]


def outputs(column: Column, site: Site, pages: Sequence[PageContext], target: Target) -> Iterator[Output]:
    """Every file of the site of the public ``column``: pages, what lies beside them, downloads, data of the search, sitemap."""
    stage = Stage(template_dirs=target.template_dirs, site=site, root=target.root, site_url=target.site_url)
    for address, file in PageCache(target.cache, stage).render(pages):
        yield Output(f"{address}index.html" if address.endswith("/") or not address else address, file=file)
    for address, source in derive.published_files(column):
        yield Output(address, file=target.source / source)
    datasets = derive.datasets(column)
    yield Output(CATALOGUE_FILE, content=csv_of(datasets[0], target.site_url))
    yield from dataset_outputs(datasets, target.site_url)
    yield Output(SEARCH_SCRIPT, content=search_script(target.lunr, Path(target.template_dirs[0], "search")))
    for page in pages:
        if isinstance(page, FormPage):
            yield Output(page.file.address or "", content=form_file(page))
        if isinstance(page, WholeBulletinPage):
            yield Output(page.file.address or "", content=issue_file(page))
    synonyms = [group.words for group in column.synonyms]
    yield from search_outputs(derive.findables(column), synonyms, target.cache)
    for address, content in help_files(column):
        yield Output(address, content=content)
    if target.site_url:
        yield Output("sitemap.xml", content=sitemap(pages, target.site_url))
