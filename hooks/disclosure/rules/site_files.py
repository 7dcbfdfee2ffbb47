"""The finished site as a set of files: what must be there, what must not, and of what name and size."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, site_rule
from disclosure.rules.site_places import place_of
from disclosure.site import SITE, BuiltSite, LinkKind

_NEEDED = {
    "index.html": "首页",
    "404.html": "打错网址时看到的页面",
    "sitemap/index.html": "网站地图",
    "accessibility/index.html": "无障碍声明",
}
_SITEMAP = "sitemap.xml"
_SOURCES = re.compile(
    r"\.(?:md|markdown|mdown|mkdn|mkd|ya?ml|py|j2|map|bak|tmp|log|sql)$|(?:^|/)(?:\.|~\$|thumbs\.db$)", re.I
)
"""Files that programs work with, and what editors' programs leave behind."""

_IMAGES = ("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp")

PATH_LENGTH = Limit("site-path-length", "地址字数", 200, "从网站的根算起，地址最多多少个字")
PAGE_SIZE = Limit("site-file-size", "网页KB", 1_000, "一个网页最大多少 KB（1000 字节）")
IMAGE_SIZE = Limit("site-file-size", "图片KB", 1_000, "一张图片最大多少 KB（1000 字节）")


@site_rule(
    "site-incomplete",
    "网站要有首页、出错页、网站地图，地图要列全",
    family=Family.SITE,
    norm="国办发〔2017〕47号",
    advice="这些文件由程序生成；请把这一行发给维护程序的人。",
    bad="sitemap.xml 里没有 guide/ 这个页面",
    good="每个网页都在 sitemap.xml 里",
)
def site_incomplete(site: BuiltSite, column: Column) -> Findings:
    """The pages that every site has are there, and the map for search engines lists every page but errors and withdrawals."""
    for path, name in _NEEDED.items():
        if path not in site.files:
            yield f"{SITE}{path}", 1, f"网站没有{name}；请把这一行发给维护程序的人"
    if not site.site_url:
        return
    if _SITEMAP not in site.files:
        yield f"{SITE}{_SITEMAP}", 1, "网站没有给搜索引擎的地图；请把这一行发给维护程序的人"
        return
    listed = {
        site.by_address[own].path
        for target in site.files[_SITEMAP].facts.links.get(LinkKind.DATA, ())
        if (own := site.own_part(target)) is not None and own in site.by_address
    }
    hidden = {"404.html", *(f"{each.address.rstrip('/')}/index.html" for each in column.withdrawn)}
    for file, _ in site.pages:
        if file.path not in listed and file.path not in hidden:
            yield *place_of(file), f"{_SITEMAP} 里没有 {file.path}，搜索引擎找不到它；请把这一行发给维护程序的人"


@site_rule(
    "site-source",
    "网站里不能有编辑用的文件",
    family=Family.SITE,
    norm="国办发〔2017〕47号（信息安全）",
    advice="这是编辑和程序用的文件，不是给群众看的；不要当作附件。",
    bad="附件: [notes.yml]",
    good="附件: [parking-form.docx]",
)
def site_source(site: BuiltSite, column: Column) -> Findings:  # noqa: ARG001
    """Sources, settings, backups and hidden files are not published."""
    for path, file in site.files.items():
        if _SOURCES.search(path):
            yield *place_of(file), f"{path} 是编辑用的文件，不能发布；请不要把它当作附件"


@site_rule(
    "site-path-length",
    "附件和图片的地址不要太长",
    Severity.NOTICE,
    family=Family.SITE,
    norm="国办发〔2017〕47号（地址规则）",
    limits=(PATH_LENGTH,),
    advice="给文件另起一个短一些的名字，或者把文件夹的名字改短。",
    bad="statutory/normative/2026/……（一共 230 个字）.xlsx",
    good="statutory/normative/2026/parking-2026/parking-lots.xlsx",
)
def site_path_length(site: BuiltSite, column: Column) -> Findings:
    """Paths can be kept on any disk, those of an offline copy included; those of pages are slugs already."""
    deepest = column.checks.limit(PATH_LENGTH)
    for path, file in site.files.items():
        if file.source and not file.facts.page and len(path) > deepest:
            yield *place_of(file), f"地址有 {len(path)} 个字，最多 {deepest} 个，有的电脑存不下来；请把文件名改短"


@site_rule(
    "site-file-size",
    "网页、图片不要太大",
    Severity.NOTICE,
    family=Family.SITE,
    norm="国办发〔2017〕47号（打开网页不超过3秒）",
    limits=(PAGE_SIZE, IMAGE_SIZE),
    advice="图片缩小到 1600 像素宽再存；网页太长的，拆成几个，或者把长的表格放进附件。",
    bad="12 MB 的照片",
    good="300 KB 的照片",
)
def site_file_size(site: BuiltSite, column: Column) -> Findings:
    """Pages and pictures are as large as they must be; what programs load is not judged, files beside texts have a rule of their own."""
    for file in site.files.values():
        ending = file.path.rpartition(".")[2].lower()
        if file.facts.page:
            limit, what = PAGE_SIZE, "网页"
        elif ending in _IMAGES:
            limit, what = IMAGE_SIZE, "图片"
        else:
            continue
        size, largest = file.size // 1000, column.checks.limit(limit)
        if size > largest:
            yield (
                *place_of(file),
                f"{what} {file.path.rpartition('/')[2]} 有 {size} KB，最大 {largest} KB；请改小，或者拆开",
            )
