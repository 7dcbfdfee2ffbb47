"""What every page of the finished site must have: labels, parts, a title of its own, sound HTML, texts for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from disclosure.column import Column
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, site_rule
from disclosure.rules.site_places import host_of, place_of, told_together
from disclosure.site import BuiltFile, BuiltSite, LinkKind, PageFacts

_META = "国办发〔2017〕47号（网页标签）"
_OF_LISTS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
_OF_TEXTS = ("ArticleTitle", "PubDate", "ContentSource")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_LANGUAGE = "zh-CN"
_ASK = "请把这一行发给维护程序的人。"


@site_rule(
    "site-meta",
    "每个网页都要有规定的网页标签，值不能空着",
    family=Family.SITE,
    norm=_META,
    advice=f"网站标签的值来自 catalogue/column.yml，其余的来自文件开头；写了还没有的，{_ASK}",
    bad='<meta name="ContentSource" content="">',
    good='<meta name="ContentSource" content="示例县人民政府">',
)
def site_meta(site: BuiltSite, column: Column) -> Findings:
    """SiteName and its like on every page as far as column.yml gives them, those of lists, and those of texts on texts."""
    info = column.info
    given = {"SiteName": info.site_name, "SiteDomain": host_of(info.site_address or ""), "SiteIDCode": info.site_code}
    of_site = [name for name, value in given.items() if value]
    bare = {"404.html", *(f"{each.address.rstrip('/')}/index.html" for each in column.withdrawn)}

    def wrong() -> Iterator[tuple[BuiltFile, str]]:
        for file, page in site.pages:
            wanted = [*of_site, *(() if file.path in bare else _OF_LISTS)]
            if file.source or page.labels.keys() & set(_OF_TEXTS):
                wanted += _OF_TEXTS
            if missing := [name for name in wanted if not page.labels.get(name, "").strip()]:
                yield file, f"网页没有标签 {'、'.join(missing)}，或者值是空的；请补上，写法见 column.yml 和文件开头"
            empty = [name for name, value in page.labels.items() if not value.strip() and name not in wanted]
            if empty:
                yield file, f"网页标签 {'、'.join(empty)} 的值是空的；请补上或者删去"
            moment = page.labels.get("PubDate", "")
            if moment and not _MOMENT.fullmatch(moment):
                yield file, f"网页标签 PubDate 写的是“{moment}”；要写成 2026-03-05 09:00 这样"

    yield from told_together(wrong())


@site_rule(
    "site-frame",
    "每个网页都要有页眉、导航、正文、页脚，页脚写明主办单位和备案编号",
    family=Family.SITE,
    norm="国办发〔2017〕47号；国办秘函〔2019〕19号",
    advice=f"页脚的内容来自 catalogue/column.yml；改过模板的，请改回来，没有改过的，{_ASK}",
    bad="页脚里没有 column.yml 写的“网站标识码”",
    good="页脚写着主办单位、网站标识码、ICP备案编号、公安备案编号、网站地图、找错入口",
)
def site_frame(site: BuiltSite, column: Column) -> Findings:
    """One main part under one heading, header, navigation and footer around it; the footer says what column.yml gives."""
    info = column.info
    said = {
        "主办单位": info.organ.name,
        "联系电话": info.telephone,
        "网站标识码": info.site_code,
        "ICP备案编号": info.icp,
        "公安备案编号": info.police_filing,
    }
    facts = {label: parts for label, value in said.items() if (parts := _parts(value))}
    entries = {"网站地图": "sitemap/index.html", "找错入口": info.corrections, "党政机关标识": info.party_mark}

    def wrong() -> Iterator[tuple[BuiltFile, str]]:
        for file, page in site.pages:
            links = file.facts.links.get(LinkKind.LINK, ())
            missing = [label for label, parts in facts.items() if not all(part in page.footer for part in parts)]
            missing += [label for label, target in entries.items() if target and target not in links]
            if missing:
                yield file, f"网页的页脚没有{'、'.join(missing)}；请补上"
            if page.language != _LANGUAGE:
                yield file, f"网页没有写明语言是 {_LANGUAGE}；请补上"
            yield from ((file, message) for message in _parts_wrong(page))

    yield from told_together(wrong())


@site_rule(
    "site-title",
    "每个网页都要有自己的标题",
    family=Family.SITE,
    norm="WCAG 2.2 第2.4.2条",
    advice="把其中一个的标题写得再具体一些，如加上年份、地区、机关。",
    bad="两个页面的标题都是“通知”",
    good="“关于2025年低保标准的通知”和“关于2026年低保标准的通知”",
)
def site_title(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """The title of a window says which page it is, and no other page has the same."""
    taken: dict[str, BuiltFile] = {}
    for file, page in site.pages:
        if not page.title:
            yield *place_of(file), "网页没有标题；请补上"
        elif taken.setdefault(page.title, file) is not file:
            other, _ = place_of(taken[page.title])
            yield *place_of(file), f"网页标题“{page.title}”和 {other} 的一样；请把其中一个写得再具体一些"


@site_rule(
    "site-html",
    "网页的标签要成对，位置的名称不能重复",
    family=Family.SITE,
    norm="HTML 标准",
    advice=f"改过模板的，请核对模板；没有改过的，{_ASK}",
    bad="<p><strong>第一条</p>",
    good="<p><strong>第一条</strong></p>",
)
def site_html(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """Tags that are opened are closed in order, attributes stand in quotes, and no anchor comes twice."""
    yield from told_together(
        (file, f"网页代码不对：{fault}；请核对模板") for file, page in site.pages for fault in page.faults
    )


@site_rule(
    "site-inline-code",
    "网页里不能直接写脚本和样式",
    family=Family.SITE,
    norm="内容安全策略",
    advice="脚本和样式写成文件，放进模板的 assets 文件夹。",
    bad='<p style="color:red">',
    good='<p class="dc-lead">',
)
def site_inline_code(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """The site runs under a policy that allows no code in pages; what data blocks hold is not run."""
    yield from told_together(
        (file, f"网页里直接写了脚本或者样式 {code}；请改成单独的文件")
        for file, page in site.pages
        for code in page.inline
    )


@site_rule(
    "site-image-text",
    "图片要有文字说明",
    Severity.WARNING,
    family=Family.SITE,
    norm="WCAG 2.2 第1.1.1条；互联网网站适老化通用设计规范",
    advice="在 ![ ] 的方括号里写上图片里有什么，看不见图的人就能听到。",
    bad="![](ferry-map.png)",
    good="![渡口位置图：码头在柳堤路南头](ferry-map.png)",
)
def site_image_text(site: BuiltSite, column: Column) -> Findings:
    """Images have a text alternative, for those who cannot see them."""
    lines = {writing.origin.path: writing.links for writing in column.writings}
    for file, page in site.pages:
        for source in page.unnamed:
            name = unquote(source).rpartition("/")[2]
            written = lines.get(file.source, ())
            line = next((link.line for link in written if link.is_image and unquote(link.target).endswith(name)), 1)
            what = f"图片“{name}”没有文字说明；请在 ![ ] 的方括号里写上图片里有什么"
            yield place_of(file)[0], line, what if name else "网页里画的图（<svg>）没有文字说明；请核对模板"


def _parts(value: str | None) -> tuple[str, ...]:
    """What of a value must stand in the text of the footer, however it is set there."""
    return tuple(re.findall(r"[^\s、，,；;/()（）]+", value or ""))


def _parts_wrong(page: PageFacts) -> Iterator[str]:
    for part, name in (("header", "页眉"), ("nav", "导航"), ("footer", "页脚")):
        if not page.parts.get(part):
            yield f"网页没有{name}（<{part}>）；请核对模板"
    for part, name in (("main", "正文部分"), ("h1", "大标题")):
        count = page.parts.get(part, 0)
        if count != 1:
            yield f"网页的{name}（<{part}>）有 {count} 个；要正好一个，请核对模板"
