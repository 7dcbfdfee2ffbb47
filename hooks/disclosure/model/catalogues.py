"""What the catalogues list: organs, themes, genres, items, and whose column it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.model.choices import ColumnType, ItemForm, Level, Numbering, OrganKind, Period
from disclosure.model.organs import Division, Leader
from disclosure.terms import Kind, term


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """主题分类, by default the classes of the State Council."""

    id: str = term("标识", Kind.ID, "网址里用的小写英文名", required=True)
    name: str = term("名称", Kind.TEXT, "主题的名称", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """体裁分类 (文种), by default those of 《党政机关公文处理工作条例》."""

    id: str = term("标识", Kind.ID, "网址里用的小写英文名", required=True)
    name: str = term("名称", Kind.TEXT, "体裁的名称", required=True)
    numbering: Numbering = term(
        "发文字号", Kind.CHOICE, "这种体裁的文件有没有发文字号", required=True, choices=Numbering
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """机关, with the six facts of 条例 Art. 20(2)."""

    id: str = term("标识", Kind.ID, "网址里用的小写英文名", required=True)
    name: str = term("名称", Kind.TEXT, "机关全称", required=True)
    short_name: str | None = term("简称", Kind.TEXT, "规范简称")
    kind: OrganKind | None = term("类别", Kind.CHOICE, "机构职能页面按类别排列", choices=OrganKind)
    credit_code: str = term("统一社会信用代码", Kind.TEXT, "18 位代码，索引号以它开头", required=True, norm="GB 32100")
    number_prefixes: tuple[str, ...] = term("机关代字", Kind.TEXTS, "发文字号开头的代字，可以有几个")
    duties: tuple[str, ...] = term("机关职能", Kind.TEXTS, "主要职责，一条一项", norm="条例第二十条第二项")
    divisions: tuple[Division, ...] = term(
        "机构设置", Kind.RECORDS, "内设机构，一条一个；有自己的电话的分开写", record=Division, norm="条例第二十条第二项"
    )
    address: str | None = term("办公地址", Kind.TEXT, "办公地址", norm="条例第二十条第二项")
    hours: str | None = term("办公时间", Kind.TEXT, "办公时间", norm="条例第二十条第二项")
    telephone: str | None = term("联系电话", Kind.TEXT, "办公电话，带区号", norm="条例第二十条第二项")
    fax: str | None = term("传真", Kind.TEXT, "传真号码，带区号")
    email: str | None = term("电子邮箱", Kind.TEXT, "办公邮箱")
    head: str | None = term("负责人", Kind.TEXT, "负责人姓名", norm="条例第二十条第二项")
    head_post: str | None = term("负责人职务", Kind.TEXT, "负责人职务")
    leaders: tuple[Leader, ...] = term(
        "领导", Kind.RECORDS, "领导班子，一人一项，负责人也写进来", record=Leader, norm="条例第二十条第二项"
    )
    checked: dt.date | None = term(
        "核对日期", Kind.DAY, "最近一次逐项核对这个机关的信息的日期；只用来提醒到期再核对，网页上不显示"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """栏目: one sub-column of the statutory content (条例 Art. 20, 21); ``parent`` is the id of its group."""

    id: str = term("标识", Kind.ID, "网址和文件夹用的小写英文名", required=True)
    name: str = term("名称", Kind.TEXT, "栏目名称", required=True)
    basis: str = term("依据", Kind.TEXT, "公开的法律依据", required=True)
    organs: tuple[Organ, ...] = term("责任机构", Kind.ORGANS, "负责更新的机关")
    form: ItemForm = term("形式", Kind.CHOICE, "栏目由什么组成", required=True, choices=ItemForm)
    address: str | None = term("链接", Kind.TEXT, "形式为链接时：本站地址（不以 / 开头）或 https:// 开头的网址")
    time_limit: str | None = term("公开时限", Kind.TEXT, "多长时间内公开", norm="条例第二十六条")
    period: Period | None = term("更新周期", Kind.CHOICE, "至少多久更新一次", choices=Period)
    levels: tuple[Level, ...] = term("适用层级", Kind.CHOICES, "适用于哪些层级；不写就是全部", choices=Level)
    description: str | None = term("说明", Kind.TEXT, "一句话告诉群众这里有什么")
    column_type: ColumnType | None = term(
        "栏目类型",
        Kind.CHOICE,
        "网页标签 ColumnType 的值；不写就与上级栏目相同，没有上级的是信息公开目录",
        choices=ColumnType,
        norm="国办发〔2017〕47号",
    )
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """撤下: an address that was published once and must keep answering."""

    address: str = term("地址", Kind.TEXT, "撤下的页面在本站的地址，如 statutory/fees/2024/shoufei/", required=True)
    day: dt.date = term("日期", Kind.DAY, "撤下或者移动的日期", required=True)
    reason: str = term("原因", Kind.TEXT, "告诉群众为什么撤下、移动", required=True)
    target: str | None = term("去向", Kind.TEXT, "内容现在在哪里：本站的地址，或者 https:// 开头的网址")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlace:
    """查阅场所 (条例 Art. 25)."""

    name: str = term("场所", Kind.TEXT, "场所名称", required=True)
    address: str = term("地址", Kind.TEXT, "地址", required=True)
    hours: str | None = term("开放时间", Kind.TEXT, "开放时间")
    telephone: str | None = term("电话", Kind.TEXT, "电话，带区号")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKept:
    """不设栏目: usual items that this column does without, and why; people read the reason on /statutory/."""

    items: tuple[str, ...] = term("栏目", Kind.TEXTS, "不设的常用栏目的标识，可以有几个", required=True)
    reason: str = term("原因", Kind.TEXT, "为什么不设，到哪里看；网页上会显示", required=True)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnInfo:
    """What column.yml says: whose column this is and how its office is reached (条例 Art. 12)."""

    organ: Organ = term("机关", Kind.ORGAN, "专栏属于哪个机关，写 organs.yml 里的名称", required=True)
    level: Level = term("层级", Kind.CHOICE, "专栏的层级，决定适用第二十一条的哪些栏目", required=True, choices=Level)
    office: str = term("工作机构", Kind.TEXT, "政府信息公开工作机构的名称", required=True, norm="条例第十二条第二款")
    address: str = term("办公地址", Kind.TEXT, "工作机构的办公地址", required=True, norm="条例第十二条第二款")
    hours: str = term("办公时间", Kind.TEXT, "工作机构的办公时间", required=True, norm="条例第十二条第二款")
    telephone: str = term("联系电话", Kind.TEXT, "工作机构的电话", required=True, norm="条例第十二条第二款")
    fax: str = term("传真号码", Kind.TEXT, "工作机构的传真", required=True, norm="条例第十二条第二款")
    online: str = term("互联网联系方式", Kind.TEXT, "工作机构的邮箱或网址", required=True, norm="条例第十二条第二款")
    hotline: str | None = term("服务热线", Kind.TEXT, "政务服务热线，如 12345；页脚显示，可以拨打")
    postcode: str | None = term("邮政编码", Kind.TEXT, "工作机构的邮政编码")
    places: tuple[ReadingPlace, ...] = term(
        "查阅场所", Kind.RECORDS, "群众能到场查阅的地方", record=ReadingPlace, norm="条例第二十五条"
    )
    not_kept: tuple[NotKept, ...] = term(
        "不设栏目",
        Kind.RECORDS,
        "条例规定的栏目里本专栏不设的，写明原因",
        record=NotKept,
        norm="条例第二十条、第二十一条",
    )
    site_name: str | None = term("网站名称", Kind.TEXT, "专栏所在网站的规范名称")
    site_address: str | None = term("网站地址", Kind.TEXT, "专栏所在网站的首页，https:// 开头")
    site_code: str | None = term("网站标识码", Kind.TEXT, "政府网站标识码，10 位")
    icp: str | None = term("ICP备案编号", Kind.TEXT, "ICP 备案编号")
    police_filing: str | None = term("公安备案编号", Kind.TEXT, "公安机关备案编号")
    corrections: str | None = term("找错入口", Kind.TEXT, "“我为政府网站找错”的网址，https:// 开头")
    party_mark: str | None = term("党政机关标识", Kind.TEXT, "党政机关网站标识的网址，https:// 开头")
    licence: str | None = term("数据许可", Kind.TEXT, "下载的数据可以怎样使用；不写就是免费使用、注明来源")
    checked: dt.date | None = term(
        "核对日期", Kind.DAY, "最近一次逐项核对这个文件的日期；只用来提醒到期再核对，网页上不显示"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymGroup:
    """同义词: words that mean the same; ``line`` is where the group was written in catalogue/synonyms.yml."""

    words: tuple[str, ...] = term("词语", Kind.TEXTS, "意思相同的词，至少两个：群众怎么说，文件里怎么写", required=True)
    line: int = 1
