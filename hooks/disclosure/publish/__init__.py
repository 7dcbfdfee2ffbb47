"""View data → files of the site.  The only stage that writes, and it writes only rendered pages into the cache.

Reading order: output, render (with body, official and issue), cache (with notes), kept, datasets (with data_files, data_schema,
data_catalogue), feeds, page_files (with office, forms, word, annual, contact_card, bulletins, tree, word_body and word_grid), sizes,
tables, theme, scripts, search_index, sitemap.  What rules ask about the finished site: built_site (with page_facts, file_facts, targets), found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from disclosure import derive
from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.contexts import PageContext
from disclosure.derive.pieces import Site
from disclosure.publish.built_site import built_site
from disclosure.publish.cache import PageCache
from disclosure.publish.data_catalogue import catalogue_of
from disclosure.publish.data_files import data_files
from disclosure.publish.feeds import atom
from disclosure.publish.found import FoundBefore
from disclosure.publish.output import Output, Target, path_of
from disclosure.publish.page_files import page_files
from disclosure.publish.render import Stage, render_problems
from disclosure.publish.scripts import SEARCH_SCRIPT, TABLE_SCRIPT, search_script, table_script
from disclosure.publish.search_index import search_outputs
from disclosure.publish.sitemap import SITEMAP, sitemap
from disclosure.publish.sizes import with_sizes
from disclosure.publish.tables import table_outputs
from disclosure.publish.theme import theme_files
from disclosure.search.help_files import help_files

__all__ = ["FoundBefore", "Output", "Target", "built_site", "outputs", "render_problems"]


def outputs(column: Column, site: Site, pages: Sequence[PageContext], target: Target) -> Iterator[Output]:
    """Every file of the site of the public ``column``: pages, what lies beside them, downloads, data of the search, sitemap."""
    datasets = derive.datasets(column)
    files = tuple(data_files(datasets, target.cache, target.site_url))
    catalogue = derive.data_catalogue(column, datasets, [file for file, _ in files])
    feeds = derive.feeds(column) if target.site_url else ()
    pages = derive.with_own_titles((*pages, *derive.data_pages(catalogue, feeds, target.site_url)))
    stage = Stage(template_dirs=target.template_dirs, site=site, root=target.root, site_url=target.site_url)
    sizes = {file.address: wording.size(file.size) for file, _ in files}
    pages = tuple(with_sizes(pages, sizes))
    written = {path_of(addresses.of_writing(writing)): writing.origin.path for writing in column.writings}
    for page in PageCache(target.cache, stage).render(pages):
        yield replace(page, source=written.get(page.path, ""))
    for address, source in derive.published_files(column):
        yield Output(address, file=target.source / source, source=source)
    yield Output(addresses.CATALOGUE_FILE, file=files[0][1])
    yield Output(addresses.DATA_CATALOGUE, content=catalogue_of(catalogue, target.site_url))
    for data, made in files:
        yield Output(data.address, file=made)
    for feed in feeds:
        yield Output(feed.address, content=atom(feed, target.site_url))
    yield from table_outputs(derive.tables(column))
    own = Path(target.template_dirs[0])
    yield from theme_files(own)
    yield Output(SEARCH_SCRIPT, content=search_script(target.lunr, own / "search"))
    yield Output(TABLE_SCRIPT, content=table_script(own / "table"))
    for context in pages:
        yield from page_files(context, target.site_url)
    synonyms = [group.words for group in column.synonyms]
    yield from search_outputs(derive.findables(column), synonyms, target.cache)
    for address, content in help_files(column):
        yield Output(address, content=content)
    if target.site_url:
        yield Output(SITEMAP, content=sitemap(pages, target.site_url))
        if target.root == "/":
            yield Output(
                "robots.txt", content=f"User-agent: *\nAllow: /\nSitemap: {target.site_url}{SITEMAP}\n".encode()
            )
