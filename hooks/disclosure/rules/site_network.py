"""What the site needs of the network: only itself, by name and encrypted, so that it is whole over IPv6 alone."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.problems import Family, Latitude, Severity
from disclosure.rules.registry import Findings, site_rule
from disclosure.rules.site_places import host_of, is_elsewhere, links_told, told_together
from disclosure.site import BuiltSite, LinkKind

_NORM = "IPv6 支持度（天窗）"
_SETTINGS = "mkdocs.yml"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Where a preview stands."""


@site_rule(
    "site-ip-address",
    "网址里不能用 IPv4 数字地址",
    family=Family.SITE,
    norm=_NORM,
    latitude=Latitude.FULL,
    advice="把数字地址换成域名；只有单位内部能用的地址，请删去。",
    bad="http://10.1.2.3/cx",
    good="https://cx.shilixian.gov.cn/",
)
def site_ip_address(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """No address has a number for a host: who has IPv6 only cannot get there."""
    own = {host_of(site.site_url)}
    yield from told_together(
        (file, f"网址里有数字地址 {number}，只有 IPv6 的人打不开；请换成域名")
        for file in site.files.values()
        for number in file.facts.numeric
        if number not in own
    )


@site_rule(
    "site-foreign-resource",
    "网页的脚本、样式、图片、框架都要在本站里",
    family=Family.SITE,
    norm=_NORM,
    advice="把文件存到本站里；脚本和样式由程序带来，请把这一行发给维护程序的人。",
    bad='<script src="https://cdn.example.com/a.js">',
    good='<script src="../assets/js/a.js">',
)
def site_foreign_resource(site: BuiltSite, column: Column) -> Findings:
    """Whatever a browser loads unasked lies in the site and is named relative to the page."""
    loaded = [kind for kind in LinkKind if kind.is_loaded]
    foreign = {
        target
        for kind in loaded
        for target in site.targets[kind]
        if is_elsewhere(target) and not target.startswith("data:")
    }
    for path, line, target, kind, others in links_told(site, column, foreign, loaded):
        yield (
            path,
            line,
            f"{kind}“{target[:120]}”不在本站里，断网或者只有 IPv6 时网页不完整；请存到本站，用相对地址{others}",
        )


@site_rule(
    "site-own-http",
    "链接到自己的网站要用 https",
    family=Family.SITE,
    norm=_NORM,
    latitude=Latitude.FULL,
    advice="把 http:// 改成 https://；指向本专栏的链接，写文件的相对路径更好。",
    bad="[首页](http://www.shilixian.gov.cn/)",
    good="[首页](https://www.shilixian.gov.cn/)",
)
def site_own_http(site: BuiltSite, column: Column) -> Findings:
    """No address of the column's own host is without encryption."""
    hosts = {host_of(site.site_url), host_of(column.info.site_address or "")} - {""} - _LOOPBACK
    plain = {
        target
        for targets in site.targets.values()
        for target in targets
        if target.lower().startswith(("http:", "//")) and host_of(target) in hosts
    }
    if site.site_url.startswith("http:"):
        plain = {target for target in plain if site.own_part(target) is None}
    for path, line, target, kind, others in links_told(site, column, plain, tuple(LinkKind)):
        yield path, line, f"{kind}“{target[:120]}”是自己的网站，却没有用 https；请改成 https:// 开头{others}"


@site_rule(
    "site-address",
    "要写明专栏将来的网址，用 https 和 gov.cn 域名",
    Severity.WARNING,
    family=Family.SITE,
    norm="国办发〔2017〕47号",
    advice="在 mkdocs.yml 里写 site_url；没有它，就没有订阅源、网站地图和网页里的完整地址。",
    bad="site_url: http://zwgk.example.com/",
    good="site_url: https://www.shilixian.gov.cn/zfxxgk/",
)
def site_address(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """The address of the site is known, encrypted, and of a government."""
    host = host_of(site.site_url)
    if not site.site_url:
        yield _SETTINGS, 1, "没有写 site_url，所以没有订阅源、网站地图和网页里的完整地址；请写上专栏将来的网址"
    elif host in _LOOPBACK:
        return
    elif not site.site_url.startswith("https://"):
        yield _SETTINGS, 1, f"site_url 写的是 {site.site_url}；请改成 https:// 开头"
    elif not host.endswith((".gov.cn", ".政务", ".xn--zfr164b")):
        yield _SETTINGS, 1, f"site_url 写的是 {site.site_url}；政府网站用 gov.cn 域名，请核对"
