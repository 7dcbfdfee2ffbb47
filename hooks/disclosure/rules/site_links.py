"""Every address of this site that the site itself names answers, and nothing lies there that nobody leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from disclosure.column import Column
from disclosure.load.hints import nearest
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, site_rule
from disclosure.rules.site_places import is_elsewhere, links_told, place_of
from disclosure.site import BuiltFile, BuiltSite, LinkKind

_FOLLOWED = tuple(kind for kind in LinkKind if kind is not LinkKind.DATA)
_ALWAYS = frozenset({"", "top"})
"""Anchors that every page has."""

_BY_CUSTOM = ("index.html", "404.html", "robots.txt", "sitemap.xml")
"""Files that servers and search engines look for by name."""

_BY_SCRIPTS = ("assets/", "search/data/")
"""What our scripts load themselves, or what a column with more in it would need."""


@site_rule(
    "site-link",
    "网站里的链接、图片、附件都要打得开",
    family=Family.SITE,
    norm="国办发〔2017〕47号；国办秘函〔2019〕19号（链接不可用）",
    advice="核对链接写的文件名和 # 后面的位置；找不到是哪里写的，请把这一行发给维护程序的人。",
    bad="[第三条](#第三十条)，而页面上没有第三十条",
    good="[第三条](#第三条)",
)
def site_link(site: BuiltSite, column: Column) -> Findings:
    """Everything that people follow or a browser loads is a file of the site, and its anchor is there."""
    wrong = {}
    for target in frozenset[str]().union(*(site.targets[kind] for kind in _FOLLOWED)):
        own = site.own_part(target)
        if own is not None:
            wrong[target] = _wrong_with(site, own, site.by_address)
        elif not is_elsewhere(target):
            wrong[target] = _wrong_with(site, target, site.places)
    broken = {target: message for target, message in wrong.items() if message}
    for path, line, target, kind, others in links_told(site, column, broken.keys(), _FOLLOWED):
        yield path, line, f"{kind}“{unquote(target)}”{broken[target]}{others}"


@site_rule(
    "site-data-link",
    "订阅源、网站地图、开放数据里的地址都要打得开",
    family=Family.SITE,
    norm="国办发〔2017〕47号",
    advice="这些地址由程序写成；请把这一行发给维护程序的人。",
    bad="sitemap.xml 里有 https://www.shilixian.gov.cn/zfxxgk/guide/abc/，而网站里没有这个页面",
    good="sitemap.xml 里的每个地址都有页面",
)
def site_data_link(site: BuiltSite, column: Column) -> Findings:
    """The addresses of this site in feeds, the map for search engines, structured data, data sets and the search answer."""
    wrong = {}
    for target in site.targets[LinkKind.DATA]:
        own = target if not is_elsewhere(target) else site.own_part(target)
        if own is not None:
            wrong[target] = _wrong_with(site, own, site.by_address)
    broken = {target: message for target, message in wrong.items() if message}
    first: dict[tuple[str, int], list[str]] = {}
    for path, line, target, _, _ in links_told(site, column, broken.keys(), (LinkKind.DATA,)):
        first.setdefault((path, line), []).append(target)
    for (path, line), targets in first.items():
        more = f"（共 {len(targets)} 个这样的地址）" if len(targets) > 1 else ""
        yield path, line, f"数据里的地址“{unquote(targets[0])}”{broken[targets[0]]}{more}"


@site_rule(
    "site-orphan",
    "发布的文件都要有页面能链接到",
    Severity.WARNING,
    family=Family.SITE,
    norm="国办发〔2017〕47号（没有暗链）",
    advice="没有人能从页面走到这个文件；请把这一行发给维护程序的人，附件请核对它的文件还要不要。",
    bad="附件发布了，可是没有页面链接到它",
    good="每个附件都列在它的页面上",
)
def site_orphan(site: BuiltSite, column: Column) -> Findings:
    """From the home page one can get everywhere; addresses that were withdrawn only go on answering."""
    withdrawn = {f"{each.address.rstrip('/')}/index.html" for each in column.withdrawn}
    reached = set(_reached(site))
    for path, file in site.files.items():
        if path not in reached and path not in withdrawn and not path.startswith(_BY_SCRIPTS):
            yield *place_of(file), f"没有页面链接到 {path}，群众找不到它；请核对它还要不要"


def _reached(site: BuiltSite) -> Iterator[str]:
    """The paths that one gets to from the home page, and those that are known by custom."""
    ways = [path for path in _BY_CUSTOM if path in site.files]
    seen = set(ways)
    while ways:
        path = ways.pop()
        yield path
        for kind, targets in site.files[path].facts.links.items():
            for target in targets if kind is not LinkKind.DATA else ():
                file = site.places.get(target.partition("#")[0])
                if file and file.path not in seen:
                    seen.add(file.path)
                    ways.append(file.path)


def _wrong_with(site: BuiltSite, target: str, places: Mapping[str, BuiltFile]) -> str:
    """What is wrong with a target of this site; empty if it answers."""
    place, _, anchor = target.partition("#")
    file = places.get(place)
    if file is None:
        other = next((each for each in site.places if each.lower() == place.lower()), None)
        hint = f"，只有“{unquote(other)}”，大小写不同" if other else ""
        return f"打不开：网站里没有这个文件{hint}；请核对地址"
    page = file.facts.page
    if page and anchor not in _ALWAYS and anchor not in page.ids and anchor not in _rows_of(site, file):
        return f"到不了：那个页面上没有“{anchor}”这个位置{nearest(anchor, page.ids)}；请核对 # 后面的文字"
    return ""


def _rows_of(site: BuiltSite, file: BuiltFile) -> frozenset[str]:
    """The anchors of the rows that a script finds for the table on a page, on whichever page they stand."""
    scripts = (site.places.get(target) for target in file.facts.links.get(LinkKind.SCRIPT, ()))
    return frozenset[str]().union(*(script.facts.rows for script in scripts if script))
