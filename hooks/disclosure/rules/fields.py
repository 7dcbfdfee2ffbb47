"""基层政务公开标准目录: rows are whole and told apart, and what names them or is named by them exists."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.load.hints import nearest
from disclosure.model import FieldCatalogue, Matter
from disclosure.problems import Family
from disclosure.rules.places import leads_somewhere
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label, terms

_NORM = "国办发〔2019〕54号"


@rule(
    "duplicate-matter",
    "公开事项的标识在所有标准目录里只能用一次",
    norm=_NORM,
    family=Family.CATALOGUES,
    advice="后加的一项换一个标识；用过的标识不再给别的事项用。",
    bad="两个领域里都有标识 parking-04",
    good="一个是 parking-04，一个是 ferries-01",
)
def duplicate_matter(column: Column) -> Findings:
    """No two rows have the same id, in whatever file they stand."""
    first: dict[str, tuple[FieldCatalogue, Matter]] = {}
    for catalogue in column.field_catalogues:
        for matter in catalogue.matters:
            if matter.id in first:
                other, used = first[matter.id]
                yield (
                    catalogue.origin.path,
                    matter.line,
                    f"公开事项的标识“{matter.id}”在 {other.origin.path} 第 {used.line} 行已经用过；请换一个",
                )
            first.setdefault(matter.id, (catalogue, matter))


@rule(
    "matter-incomplete",
    "标准目录的每一行都要写全：内容、依据、主体、渠道、对象、方式、层级",
    norm=_NORM,
    family=Family.CATALOGUES,
    advice="照标准目录补上这一项；打勾的至少要有一个。",
    bad="公开渠道: □政府网站 □政府公报",
    good="公开渠道: ■政府网站 □政府公报",
)
def matter_incomplete(column: Column) -> Findings:
    """What a row must say is not an empty list, as where no box is ticked."""
    for catalogue in column.field_catalogues:
        for matter in catalogue.matters:
            for name, a_term in terms(Matter).items():
                if a_term.required and getattr(matter, name) == ():
                    yield (
                        catalogue.origin.path,
                        matter.line,
                        f"事项“{matter.id}”的“{a_term.key}”是空的，或者一个也没有打勾；请写上（{a_term.meaning}）",
                    )
            if not matter.organs and not matter.others:
                own, other = label(Matter, "organs"), label(Matter, "others")
                yield (
                    catalogue.origin.path,
                    matter.line,
                    f"事项“{matter.id}”没有写由谁公开；请写上“{own}”，机关不在 organs.yml 里的写“{other}”",
                )


@rule(
    "unknown-matter",
    "文件的公开事项要写标准目录里的标识",
    norm=_NORM,
    family=Family.CATALOGUES,
    advice="照抄 catalogue/fields/ 里的标识；新的事项先在目录里加上。",
    bad="公开事项: [parking-1]",
    good="公开事项: [parking-01]",
)
def unknown_matter(column: Column) -> Findings:
    """Documents name rows that there are; not judged if a catalogue could not be read."""
    if not column.are_matters_known:
        return
    for document in column.documents:
        for id_ in document.matters:
            if id_ not in column.matters:
                yield (
                    document.origin.path,
                    document.origin.line_of("matters"),
                    f"“{label(type(document), 'matters')}”写的“{id_}”不是 catalogue/fields/ 里的事项"
                    f"{nearest(id_, column.matters)}；请改正，或者先在目录里加上这一项",
                )


@rule(
    "matter-place",
    "公开位置要存在，别的网站要写名称",
    family=Family.CATALOGUES,
    advice="本站的写现有页面的地址，前面不加斜线；别的网站写上名称和 https:// 开头的网址。",
    bad="公开位置: /statutory/parking",
    good="公开位置: statutory/fees/",
)
def matter_place(column: Column) -> Findings:
    """Where a row says that it is public there is something, and it can be called by a name."""
    for catalogue in column.field_catalogues:
        for matter in catalogue.matters:
            for place in matter.places:
                if not leads_somewhere(column, place.address):
                    yield (
                        catalogue.origin.path,
                        place.line,
                        f"公开位置“{place.address}”在本站找不到；请写现有页面的地址（如 statutory/fees/，前面不加斜线），"
                        "或者 https:// 开头的网址",
                    )
                elif not place.name and not column.title_at(place.address):
                    yield (
                        catalogue.origin.path,
                        place.line,
                        f"公开位置“{place.address}”没有写名称；请写成 {{名称: 那里叫什么, 地址: {place.address}}}",
                    )
