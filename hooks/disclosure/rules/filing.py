"""Documents lie in the item that is meant for them, as far as a title leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.load.usual_items import usual_names
from disclosure.model import Document, Item, ItemForm
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_GENERAL = frozenset({"regulations", "normative", "other", "rural-policy"})
"""Items that hold papers of any matter."""

_SUPERVISION = frozenset({"supervision", "environment", "public-health", "work-safety", "food-drug", "product-quality"})
_BUDGET = ("budget", "budget-government", "budget-departments")
_PEOPLE = frozenset({"education", "medical", "social-security", "employment", "rural-revitalization", "livelihood"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of document: how its title reads, the usual items it belongs to, those where it may lie as well.

    ``otherwise`` says where to put it if the column has none of them.
    """

    name: str
    title: re.Pattern[str]
    homes: tuple[str, ...]
    tolerated: frozenset[str] = frozenset()
    otherwise: tuple[str, ...] = ()


_KINDS = (
    _Kind(
        "权责清单",
        re.compile("(?:权责|权力(?:和责任)?|责任)(?:事项)?清单"),
        ("organs",),
        frozenset({"licensing"}),
        ("名录（disclosure new register 权责清单）",),
    ),
    _Kind(
        "预算、决算",
        re.compile(
            "(?:预算|决算)(?:信息)?(?:公开(?:说明|报告|表)?|草案|编制说明|情况说明|报表)?$|预算(?:执行|调整)情况"
        ),
        _BUDGET,
        frozenset({"projects"}),
    ),
    _Kind("政府工作报告", re.compile("政府工作报告$"), ("work-report",), frozenset({"planning"})),
    _Kind(
        "统计公报",
        re.compile("(?:国民经济和社会发展|经济普查|人口普查|农业普查).{0,10}公报"),
        ("statistics",),
        frozenset({"planning"}),
    ),
    _Kind(
        "采购、招标公告",
        re.compile("采购意向|(?:采购|招标|磋商|谈判|询价)公告|(?:中标|成交)(?:结果|候选人)?(?:公告|公示)"),
        ("procurement",),
        frozenset({"projects", "urban", "public-services", "water-works", "land"}),
    ),
    _Kind(
        "征收土地公告",
        re.compile("^(?!.*房屋).*(?:征收.{0,20}土地|征地).{0,14}公告"),
        ("land",),
        frozenset({"planning", "projects", "urban"}),
    ),
    _Kind(
        "房屋征收文件",
        re.compile("^(?!.*集体土地).*房屋征收.{0,14}(?:决定|补偿方案|公告)"),
        ("housing-expropriation",),
        frozenset({"projects", "urban"}),
    ),
    _Kind(
        "公务员招考公告",
        re.compile("录用公务员|公务员(?:招考|招录|考录|录用)"),
        ("recruitment",),
        frozenset({"employment", "organs"}),
    ),
    _Kind(
        "建议、提案答复",
        re.compile(r"第\s*\d+\s*号(?:建议|提案)|(?:(?<!意见)建议|提案)的?(?:答复|复函)"),
        ("proposals",),
    ),
    _Kind(
        "行政处罚决定",
        re.compile("行政处罚(?:决定|案件)?(?:书|信息|情况)?(?:公示|公告|公开)(?:表|情况)?$|行政处罚决定书"),
        ("enforcement",),
        _SUPERVISION | {"security", "land", "urban"},
    ),
    _Kind(
        "行政许可决定",
        re.compile("许可(?:决定|结果)(?:书|信息)?(?:公示|公告|公开)?(?:表|情况)?$"),
        ("licensing",),
        _SUPERVISION | {"urban"},
    ),
    _Kind(
        "收费目录清单",
        re.compile("收费(?:项目)?(?:目录|清单)"),
        ("fees",),
        _PEOPLE | {"public-services", "licensing"},
    ),
    _Kind(
        "应急预案",
        re.compile("应急预案(?:》?的通知)?$"),
        ("emergency",),
        _SUPERVISION
        | _PEOPLE
        | {"security", "social-assistance", "urban", "public-services", "water-works", "projects"},
    ),
)
_OTHER_PARTS = {
    "政府信息公开工作年度报告": re.compile("政府信息公开(?:工作)?年度报告$"),
    "政府信息公开指南": re.compile("政府信息公开指南$"),
}
_PLACES = {"政府信息公开工作年度报告": "catalogue/annual/ 或者 content/annual/", "政府信息公开指南": "content/guide/"}
_ISSUED = re.compile("(?:通知|公告|通告|决定|意见|批复|函|通报)$")


@rule(
    "misfiled",
    "文件要放在对应的栏目里",
    Severity.WARNING,
    norm="条例第二十条、第二十一条",
    family=Family.COMPLETENESS,
    advice="把文件移到对应栏目的年份文件夹；已经发布过的，在 withdrawn.yml 里写上原来的地址和去向。",
    bad="content/statutory/enforcement/2026/quanze-qingdan.md（行政处罚栏目里放了权责清单）",
    good="content/statutory/enforcement/2026/chufa-jueding.md（行政处罚栏目里放行政处罚决定）",
)
def misfiled(column: Column) -> Findings:
    """A document lies in an item that suits its title; judged in the usual items only, and only by titles that are clear."""
    items = {item.id: item for item in column.applicable_items}
    for document in column.documents:
        item = items.get(document.item)
        if item is None or item.id not in usual_names() or document.interprets:
            continue
        for what, place in _better_places(document, item, items):
            yield (
                document.origin.path,
                document.origin.line_of("title"),
                f"“{document.title}”是{what}，却放在栏目“{item.name}”里；请移到{place}",
            )


def _better_places(document: Document, item: Item, items: dict[str, Item]) -> Iterator[tuple[str, str]]:
    """What ``document`` is and where it belongs, if that is not ``item``."""
    for name, title in _OTHER_PARTS.items():
        if title.search(document.title):
            yield name, f" {_PLACES[name]}"
            return
    if item.id == "interpretation" and document.genre.name != "解读" and _ISSUED.search(document.title):
        yield f"一份{document.genre.name}", "它自己的栏目；是解读的，请写上“解读”和“解读形式”"
    if "规范性文件" in item.name and document.normative is False:
        yield "写明“规范性文件: 否”的文件", "别的栏目，或者核对“规范性文件”写得对不对"
    for kind in _KINDS:
        if (
            item.id in _GENERAL
            or item.id in kind.homes
            or item.id in kind.tolerated
            or not kind.title.search(document.title)
        ):
            continue
        if places := [f"栏目“{each.name}”" for each in _homes(kind, items)] or list(kind.otherwise):
            yield kind.name, "或者".join(places)
            return


def _homes(kind: _Kind, items: dict[str, Item]) -> list[Item]:
    """The items of the column that are named after ``kind``, or its usual ones, as far as they hold anything."""
    named = [item for item in items.values() if kind.name in item.name]
    usual = [items[id_] for id_ in kind.homes if id_ in items]
    return [item for item in named or usual if item.form in (ItemForm.DOCUMENTS, ItemForm.REGISTER)]
