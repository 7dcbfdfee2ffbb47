"""Links to other sites: addresses that can be right, and whose sites these are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from disclosure.column import Column
from disclosure.model import Checks
from disclosure.problems import Family, Latitude, Severity
from disclosure.rules.registry import Findings, rule, site_rule
from disclosure.rules.site_places import host_of, is_elsewhere, links_told, place_of
from disclosure.site import BuiltSite, LinkKind

_HOST = re.compile(r"(?!-)[\w-]+(?<!-)(?:\.(?!-)[\w-]+(?<!-))*\.(?:[a-z]{2,}|xn--[a-z0-9-]+|[\u4e00-\u9fff]{2,})")
_ONLY_WWW = re.compile(r"www\.[^.]+")
_NUMBER = re.compile(r"\d+(?:\.\d+){3}|.*:.*")
"""Hosts by number are the matter of site-ip-address."""

_STRAY = re.compile(r"[\s“”‘’（）《》〈〉【】，。；：、！？<>\"\\^`{|}]|[.,;:]$")
"""Signs that belong to the text around an address."""

_GOVERNMENT = ("gov.cn", "政务", "xn--zfr164b")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@site_rule(
    "site-outside-address",
    "链接到别的网站的地址要写完整、写对",
    family=Family.SITE,
    norm="国办发〔2017〕47号（没有错链）",
    latitude=Latitude.FULL,
    advice="从浏览器的地址栏里把网址整个复制过来；网址后面的标点不要写进链接里。",
    bad="[省政府网站](https://www.shifansheng.gov.cn）)",
    good="[省政府网站](https://www.shifansheng.gov.cn/)",
)
def site_outside_address(site: BuiltSite, column: Column) -> Findings:
    """Whole addresses have a host that can be one, and nothing of the text around them; so have mail and telephone."""
    wrong = {target: message for target in _outside(site) if (message := _wrong_with(target))}
    for path, line, target, kind, others in links_told(site, column, wrong.keys(), (LinkKind.LINK, LinkKind.FORM)):
        yield path, line, f"{kind}“{target[:120]}”{wrong[target]}{others}"


@site_rule(
    "site-outside-host",
    "链接到的网站要是政府网站，或者已经核对过的网站",
    Severity.NOTICE,
    family=Family.SITE,
    norm="国办发〔2017〕47号；IPv6 支持度（天窗）",
    advice="看看网站能不能打开、内容合不合适、支不支持 IPv6；可以链接的，写进 catalogue/checks.yml 的“外部网站”。",
    bad="[说明](https://www.example.com/)，checks.yml 里没有写 example.com",
    good="外部网站: [{域名: example.com, 原因: 国家标准全文公开系统, 日期: 2026-11-02}]",
)
def site_outside_host(site: BuiltSite, column: Column) -> Findings:
    """Hosts that pages lead to are of governments (gov.cn), of the column itself, or declared."""
    known = (*_GOVERNMENT, *_own_hosts(site, column), *(each.host.lower() for each in column.checks.sites))
    hosts: dict[str, set[str]] = {}
    for target in _outside(site):
        host = "" if _wrong_with(target) else host_of(target)
        if host and not _is_below(host, known) and not _NUMBER.fullmatch(host):
            hosts.setdefault(host, set()).add(target)
    for host, targets in sorted(hosts.items()):
        yield (
            *_first(site, column, targets),
            f"网站 {host} 不是政府网站（gov.cn）{_pages(site, targets)}；请看看它能不能用 IPv6 打开、内容合不合适，"
            "可以的写进 catalogue/checks.yml 的“外部网站”",
        )


@site_rule(
    "site-outside-http",
    "链接到别的网站最好用 https",
    Severity.NOTICE,
    family=Family.SITE,
    norm="IPv6 支持度（天窗）",
    advice="把 http:// 改成 https:// 试一试，能打开就改；对方只有 http 的，可以在 catalogue/checks.yml 里写明已核对。",
    bad="[省政府网站](http://www.shifansheng.gov.cn/)",
    good="[省政府网站](https://www.shifansheng.gov.cn/)",
)
def site_outside_http(site: BuiltSite, column: Column) -> Findings:
    """A link without encryption may be changed on its way; told once for each host."""
    own = _own_hosts(site, column)
    hosts: dict[str, set[str]] = {}
    for target in _outside(site):
        if target.lower().startswith("http:") and (host := host_of(target)) and host not in own:
            hosts.setdefault(host, set()).add(target)
    for host, targets in sorted(hosts.items()):
        yield (
            *_first(site, column, targets),
            f"到 {host} 的链接是 http:// 开头的{_pages(site, targets)}；请试试 https://，能打开就改过来",
        )


@rule(
    "declared-site",
    "外部网站只写域名，每个写一次",
    family=Family.CATALOGUES,
    advice="只写域名，不写 https://、斜线和端口；政府网站（gov.cn）不用写。",
    bad="域名: https://www.example.com/",
    good="域名: www.example.com",
)
def declared_site(column: Column) -> Findings:
    """外部网站 in catalogue/checks.yml are bare hosts, each once, looked at on a day that has come."""
    seen: set[str] = set()
    for each in column.checks.sites:
        host = each.host.lower()
        if not _HOST.fullmatch(host):
            yield Checks.path, each.line, f"域名写的是“{each.host}”；只写域名，如 www.example.com，请改正"
        elif host in seen:
            yield Checks.path, each.line, f"域名“{each.host}”在前面已经写过；请删去一个"
        elif _is_below(host, _GOVERNMENT):
            yield Checks.path, each.line, f"“{each.host}”是政府网站，本来就可以链接；请删去这一项"
        if each.day > column.today:
            yield Checks.path, each.line, f"日期 {each.day} 还没有到；请改成核对的那一天"
        seen.add(host)


def _outside(site: BuiltSite) -> Iterator[str]:
    """Where links lead that leave the site, in order."""
    for target in sorted(site.targets[LinkKind.LINK] | site.targets[LinkKind.FORM]):
        if is_elsewhere(target) and site.own_part(target) is None:
            yield target


def _is_below(host: str, domains: Iterable[str]) -> bool:
    """Whether ``host`` is one of ``domains`` or below one."""
    return any(host == each or host.endswith(f".{each}") for each in domains)


def _own_hosts(site: BuiltSite, column: Column) -> set[str]:
    """The hosts of the column and of the web site that it belongs to."""
    return {host_of(site.site_url), host_of(column.info.site_address or "")} - {""} | _LOOPBACK


def _wrong_with(target: str) -> str:
    scheme = target.partition(":")[0].lower()
    if scheme == "mailto":
        name, at, host = target[7:].partition("?")[0].partition("@")
        is_right = bool(name and at and _HOST.fullmatch(host.lower()))
        return "" if is_right else "不是完整的邮箱地址；请改正"
    if scheme == "tel":
        digits = re.sub(r"[-\s()]", "", target[4:])
        return "" if re.fullmatch(r"\+?\d{3,15}", digits) else "不是能拨打的电话号码；请改正"
    if target.startswith("//"):
        return "没有写 https:；请写完整的网址"
    if scheme not in ("http", "https"):
        return "不是网页的地址；网址以 https:// 开头，请改正"
    if stray := _STRAY.search(target):
        return f"里有不该有的“{stray[0]}”；多半是链接旁边的文字和标点，请删去"
    host = host_of(target)
    is_name = _HOST.fullmatch(host) and not _ONLY_WWW.fullmatch(host)
    if not is_name and not _NUMBER.fullmatch(host):
        return f"的域名“{host}”不对；请核对网址" if host else "没有域名；请核对网址"
    if "@" in urlsplit(target).netloc:
        return "里写了用户名；请删去 @ 和它前面的文字"
    return ""


def _first(site: BuiltSite, column: Column, targets: set[str]) -> tuple[str, int]:
    """Where the first link to one of ``targets`` is told."""
    told = [(path, line) for path, line, _, _, _ in links_told(site, column, targets, (LinkKind.LINK, LinkKind.FORM))]
    return min(told) if told else place_of(site.files["index.html"])


def _pages(site: BuiltSite, targets: set[str]) -> str:
    """How many pages lead to one of ``targets``."""
    holders = site.leading_to(targets, (LinkKind.LINK, LinkKind.FORM))
    return f"，有 {len({file.path for _, files in holders for file, _ in files})} 个页面链接到它"
