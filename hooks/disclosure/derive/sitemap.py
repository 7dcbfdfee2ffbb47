"""The map of the site for people: the four parts, the other ways in, the pages about the site, the downloads."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.derive import addresses, labels
from disclosure.derive.bulletins.beside import issue_of
from disclosure.derive.contexts import SitemapPage
from disclosure.derive.frame import SITEMAP, frame, site_of
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations.builders import RATES_TITLE
from disclosure.derive.pieces import Link, NavEntry, SitemapGroup
from disclosure.derive.ways import CATALOGUE_DOWNLOAD, ways
from disclosure.model import ColumnType


def sitemap_page(holdings: Holdings) -> SitemapPage:
    """/sitemap/."""
    site = site_of(holdings)
    description = "这个专栏的全部栏目和页面，一页看完。"
    about = (link for link in site.about if link.address != addresses.SITEMAP)
    return SitemapPage(
        frame=frame(
            addresses.SITEMAP,
            SITEMAP,
            description,
            labels=labels.of_list(SITEMAP, description, ColumnType.CATALOGUE),
        ),
        groups=(
            SitemapGroup(title="公开内容", anchor="parts", entries=site.parts),
            SitemapGroup(title="换一种方式查找", anchor="ways", entries=_ways(holdings)),
            SitemapGroup(title="关于本站", anchor="about", entries=_entries(about)),
            SitemapGroup(title="下载", anchor="downloads", entries=_entries([CATALOGUE_DOWNLOAD])),
        ),
    )


def _ways(holdings: Holdings) -> tuple[NavEntry, ...]:
    """The other ways into the documents, with what each leads to; what has no page is not there."""
    column = holdings.column
    members = {
        addresses.CATALOGUE: [Link(f"{year}年", addresses.of_year(year)) for year in holdings.by_year],
        addresses.THEMES: [
            Link(theme.name, addresses.of_theme(theme)) for theme in column.themes if theme.id in holdings.by_theme
        ],
        addresses.GENRES: [
            Link(genre.name, addresses.of_genre(genre)) for genre in column.genres if genre.id in holdings.by_genre
        ],
        addresses.FIELDS: [
            Link(catalogue.name, addresses.of_field(catalogue.id)) for catalogue in column.field_catalogues
        ],
        addresses.INTERPRETATIONS: [Link(RATES_TITLE, addresses.INTERPRETATION_RATES)],
        addresses.SUBORDINATES: [Link(each.name, addresses.of_collected(each)) for each in column.collected],
        addresses.BULLETINS: [Link(issue_of(each), addresses.of_bulletin(each)) for each in column.bulletins],
        addresses.ORGANS: [Link(organ.name, addresses.of_organ(organ)) for organ in column.organs],
        addresses.REGISTERS: [Link(each.name, addresses.of_register(each)) for each in column.registers],
        addresses.TASKS: [Link(plan.title, addresses.of_plan(plan)) for plan in column.tasks],
    }
    return tuple(
        NavEntry(address, way.link.text, address, _entries(members.get(address, ())))
        for way in ways(holdings)
        if (address := way.link.address)
    )


def _entries(links: Iterable[Link]) -> tuple[NavEntry, ...]:
    return tuple(NavEntry(link.address, link.text, link.address) for link in links if link.address)
