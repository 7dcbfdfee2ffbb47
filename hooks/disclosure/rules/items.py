"""法定主动公开内容: the usual items are there or declared missing, and what is not a list of documents is what it says."""

from __future__ import annotations

from urllib.parse import urlsplit

from disclosure.column import Column
from disclosure.load.usual_items import usual_groups, usual_names
from disclosure.model import ColumnInfo, ItemForm
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_NORM = "条例第二十条、第二十一条"
_FILE = "catalogue/statutory.yml"


@rule(
    "usual-item-missing",
    "条例规定的栏目要有，不设的要写明原因",
    Severity.WARNING,
    norm=_NORM,
    family=Family.COMPLETENESS,
    advice="在 statutory.yml 里加上这个栏目，只写标识就行；确实不设的，在 column.yml 的“不设栏目”里写明原因。",
    bad="statutory.yml 里没有 fees，column.yml 里也没有说明",
    good="- 标识: fees",
)
def usual_item_missing(column: Column) -> Findings:
    """Each usual item of the level is in the tree, itself or a member, or column.yml says why it is not kept."""
    kept = {item.id for item in column.applicable_items}
    excused = {id_ for each in column.info.not_kept for id_ in each.items}
    missing = [
        f"{name}（{id_}）"
        for id_, (name, members) in usual_groups(column.info.level).items()
        if id_ not in kept | excused and not members & kept
    ]
    if missing:
        yield (
            _FILE,
            1,
            f"{column.info.level}专栏还没有这些栏目：{'、'.join(missing)}；请加上（只写标识就行），"
            f"或者在 catalogue/column.yml 的“{label(ColumnInfo, 'not_kept')}”里写明为什么不设",
        )


@rule(
    "not-kept",
    "不设的栏目要是条例规定的、专栏里没有的",
    family=Family.CATALOGUES,
    advice="写错的改正标识；专栏里已经有的，从“不设栏目”里删去。",
    bad="不设栏目里写 normative，statutory.yml 里又有它",
    good="不设栏目里只写专栏里没有的栏目",
)
def not_kept(column: Column) -> Findings:
    """What column.yml says is not kept is a usual item, and is not kept."""
    path = column.origins["column", ""].path
    kept = {item.id for item in column.applicable_items}
    for each in column.info.not_kept:
        for id_ in each.items:
            if id_ in kept:
                yield path, each.line, f"“不设栏目”里的“{id_}”在专栏里有；请从“不设栏目”里删去，或者删去栏目"
            elif id_ not in usual_names():
                yield (
                    path,
                    each.line,
                    f"“不设栏目”里的“{id_}”不是常用栏目的标识；只能写：{'、'.join(usual_names())}",
                )


@rule(
    "item-page",
    "形式为单页的栏目要有页面，别的栏目不能有",
    family=Family.CATALOGUES,
    advice="形式是单页的，新建 content/statutory/栏目标识.md；不是单页的，把文件移走，或者改“形式”。",
    bad="{标识: planning, 形式: 单页}，没有 planning.md",
    good="{标识: planning, 形式: 单页}，有 content/statutory/planning.md",
)
def item_page(column: Column) -> Findings:
    """An item of the form 单页 consists of content/statutory/<item>.md; no other item has such a file."""
    pages = {page.slug: page for page in column.item_pages}
    items = {item.id: item for item in column.items}
    for item in column.applicable_items:
        origin = column.origins["statutory", item.id]
        path = f"content/statutory/{item.id}.md"
        if item.form is ItemForm.PAGE and path not in column.texts:
            yield origin.path, origin.line_of("form"), f"栏目“{item.name}”的形式是单页，却没有页面；请新建 {path}"
    for slug, page in pages.items():
        if slug not in items:
            yield (
                page.origin.path,
                1,
                f"“{slug}”不是 catalogue/statutory.yml 里的栏目；单页栏目的文件名就是栏目的标识，请改名或者移走",
            )
        elif items[slug].form is not ItemForm.PAGE:
            yield (
                page.origin.path,
                1,
                f"栏目“{items[slug].name}”的形式是“{items[slug].form}”，这个文件不会显示；"
                "请移到栏目的年份文件夹，或者把形式改成“单页”",
            )


@rule(
    "item-link-exact",
    "栏目的链接要直接到有数据的那一页",
    Severity.WARNING,
    family=Family.CATALOGUES,
    advice="打开那个网站，找到放数据的那一页，把它的网址抄过来。",
    bad="链接: https://www.shilixian.gov.cn/",
    good="链接: https://www.shilixian.gov.cn/jigou/",
)
def item_link_exact(column: Column) -> Findings:
    """A link out of the column leads to the page that holds the data, not to the front door of a site."""
    for item in column.items:
        parts = urlsplit(item.address or "")
        if parts.scheme == "https" and parts.path in ("", "/") and not (parts.query or parts.fragment):
            origin = column.origins["statutory", item.id]
            yield (
                origin.path,
                origin.line_of("address"),
                f"栏目“{item.name}”的链接“{item.address}”是一个网站的首页；请写能直接看到数据的那一页的网址",
            )
