"""The nouns of a disclosure column and its one vocabulary.

Every field that an editor can write is declared once, here, as a term (terms.py): Chinese key, kind, meaning, norm.
The loader converts by it, and the JSON Schema, the CSV headers, the labels of the metadata table and the field
reference in the editors' guide are made from it.  Norms are abbreviated: 条例 is 《政府信息公开条例》 (2019).
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from disclosure.column_types import ColumnType
from disclosure.terms import Kind, term


class Openness(enum.StrEnum):
    """公开属性, decided when the paper is drafted (条例 Art. 13–17)."""

    PUBLIC = "主动公开"
    ON_APPLICATION = "依申请公开"
    WITHHELD = "不予公开"


class Validity(enum.StrEnum):
    """有效性, derived from dates and relations, never believed."""

    IN_FORCE = "有效"
    NOT_YET = "尚未生效"
    AMENDED = "已被修改"
    PARTLY_REPEALED = "部分失效"
    EXPIRED = "失效"
    REPEALED = "废止"


class InterpretationForm(enum.StrEnum):
    """解读形式 as the annual work plans list them."""

    TEXT = "文字"
    GRAPHIC = "图解"
    VIDEO = "音视频"
    PRESS = "新闻发布会"
    QUESTIONS = "问答"
    EXPERT = "专家解读"


class Level(enum.StrEnum):
    """层级 of a column, of a rule, of an item (条例 Art. 20, 21)."""

    NATION = "国家级"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWNSHIP = "乡级"
    DEPARTMENT = "部门"


class ItemForm(enum.StrEnum):
    """形式: what a sub-column of the statutory content consists of."""

    DOCUMENTS = "文件"
    REGISTER = "名录"
    PAGE = "单页"
    LINK = "链接"


class Period(enum.StrEnum):
    """更新周期 that an item promises."""

    ALWAYS = "实时"
    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    YEARLY = "每年"
    LASTING = "长期"


class Numbering(enum.StrEnum):
    """Whether papers of a genre carry a 发文字号."""

    REQUIRED = "必须"
    OPTIONAL = "可以"
    NONE = "没有"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a thing was written: the file, and the line of each key (by code name)."""

    path: str
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line of the field ``name``, or of the whole thing if the field was not written."""
        return self.lines.get(name, self.line)


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
    credit_code: str = term("统一社会信用代码", Kind.TEXT, "18 位代码，索引号以它开头", required=True, norm="GB 32100")
    number_prefixes: tuple[str, ...] = term("机关代字", Kind.TEXTS, "发文字号开头的代字，可以有几个")
    duties: tuple[str, ...] = term("机关职能", Kind.TEXTS, "主要职责，一条一项", norm="条例第二十条第二项")
    divisions: tuple[str, ...] = term("机构设置", Kind.TEXTS, "内设机构，一条一个", norm="条例第二十条第二项")
    address: str | None = term("办公地址", Kind.TEXT, "办公地址", norm="条例第二十条第二项")
    hours: str | None = term("办公时间", Kind.TEXT, "办公时间", norm="条例第二十条第二项")
    telephone: str | None = term("联系电话", Kind.TEXT, "办公电话，带区号", norm="条例第二十条第二项")
    fax: str | None = term("传真", Kind.TEXT, "传真号码，带区号")
    email: str | None = term("电子邮箱", Kind.TEXT, "办公邮箱")
    head: str | None = term("负责人", Kind.TEXT, "负责人姓名", norm="条例第二十条第二项")
    head_post: str | None = term("负责人职务", Kind.TEXT, "负责人职务")


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
    site_name: str | None = term("网站名称", Kind.TEXT, "专栏所在网站的规范名称")
    site_address: str | None = term("网站地址", Kind.TEXT, "专栏所在网站的首页，https:// 开头")
    site_code: str | None = term("网站标识码", Kind.TEXT, "政府网站标识码，10 位")
    icp: str | None = term("ICP备案编号", Kind.TEXT, "ICP 备案编号")
    police_filing: str | None = term("公安备案编号", Kind.TEXT, "公安机关备案编号")
    corrections: str | None = term("找错入口", Kind.TEXT, "“我为政府网站找错”的网址，https:// 开头")
    party_mark: str | None = term("党政机关标识", Kind.TEXT, "党政机关网站标识的网址，https:// 开头")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document named by another: by number inside the column, by title (and address) outside it."""

    shorthand: ClassVar[str] = "number"

    number: str | None = term("文号", Kind.PAPER_NUMBER, "发文字号或者索引号")
    title: str | None = term("标题", Kind.TEXT, "专栏以外的文件写标题")
    address: str | None = term("地址", Kind.TEXT, "专栏以外的文件的官方网址，https:// 开头")
    articles: str | None = term("条款", Kind.TEXT, "只废止一部分时，写废止的条款")
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """附件: a file beside the document; ``size`` in bytes, ``source`` its path relative to the column's root."""

    shorthand: ClassVar[str] = "file"

    title: str | None = term("标题", Kind.TEXT, "附件的名称；不写就用文件名")
    file: str = term("文件", Kind.FILE, "文件名；文件放在文档旁边", required=True)
    alternative: str | None = term("说明", Kind.TEXT, "看不见图、打不开文件的人需要的文字说明")
    line: int = 1
    source: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """审核 before publication (条例 Art. 17)."""

    person: str = term("人员", Kind.TEXT, "审核的岗位或者人员", required=True)
    day: dt.date = term("日期", Kind.DAY, "审核日期", required=True)


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or an image in a body: its target as written, and the line in the file."""

    target: str
    line: int
    is_image: bool = False
    is_html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What documents and pages share: a headed Markdown file that was reviewed before publication."""

    title: str = term("标题", Kind.TEXT, "文件的完整标题", required=True)
    summary: str = term(
        "内容概述", Kind.TEXT, "一两句话说清内容，目录和搜索结果里显示", required=True, norm="条例第十二条第三款"
    )
    published: dt.date = term("发布日期", Kind.DAY, "在本专栏发布的日期，可以带时刻", required=True)
    attachments: tuple[Attachment, ...] = term("附件", Kind.RECORDS, "附件，文件放在文档旁边", record=Attachment)
    source: str | None = term("来源", Kind.TEXT, "信息来源")
    editor: str | None = term("责任编辑", Kind.TEXT, "责任编辑")
    review: Review = term("审核", Kind.RECORD, "发布前的审查", required=True, record=Review, norm="条例第十七条")
    clock: str = ""
    origin: Origin
    slug: str
    body: str
    body_line: int = 1
    links: tuple[BodyLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Writing):
    """文件: one piece of statutory content, filed under ``item`` and ``year`` by where it lies."""

    index_number: str = term(
        "索引号", Kind.PAPER_NUMBER, "统一社会信用代码/年份-序号，全站唯一，用过不改", required=True
    )
    doc_number: str | None = term("发文字号", Kind.PAPER_NUMBER, "机关代字〔年份〕序号号，全站唯一")
    issuers: tuple[Organ, ...] = term("发文机关", Kind.ORGANS, "发文机关；联合发文时主办机关写在最前", required=True)
    theme: Theme = term("主题分类", Kind.THEME, "themes.yml 里的主题", required=True)
    genre: Genre = term("体裁分类", Kind.GENRE, "genres.yml 里的体裁", required=True)
    issued: dt.date = term("成文日期", Kind.DAY, "签发日期", required=True)
    effective: dt.date | None = term("施行日期", Kind.DAY, "开始施行的日期")
    expires: dt.date | None = term("有效期至", Kind.DAY, "有效期的最后一天")
    stated_validity: Validity | None = term(
        "有效性", Kind.CHOICE, "可以不写，由日期和废止、修改关系得出；写了就必须一致", choices=Validity
    )
    openness: Openness = term("公开属性", Kind.CHOICE, "起草时确定的公开属性", required=True, choices=Openness)
    openness_ground: str | None = term("公开依据", Kind.TEXT, "不主动公开的依据", norm="条例第十四条至第十六条")
    normative: bool | None = term("规范性文件", Kind.YES_NO, "是不是行政规范性文件，由人判断")
    keywords: tuple[str, ...] = term("关键词", Kind.TEXTS, "便于查找的词")
    repeals: tuple[Reference, ...] = term("废止", Kind.RECORDS, "本文件废止的文件", record=Reference)
    amends: tuple[Reference, ...] = term("修改", Kind.RECORDS, "本文件修改的文件", record=Reference)
    implements: tuple[Reference, ...] = term("依据", Kind.RECORDS, "本文件依据的文件", record=Reference)
    interprets: tuple[Reference, ...] = term("解读", Kind.RECORDS, "本文件解读的文件", record=Reference)
    form: InterpretationForm | None = term("解读形式", Kind.CHOICE, "解读材料的形式", choices=InterpretationForm)
    matters: tuple[str, ...] = term("公开事项", Kind.TEXTS, "基层政务公开标准目录里的行标识")
    item: str
    year: int

    @property
    def is_public(self) -> bool:
        """Whether the document may appear in the site at all."""
        return self.openness is Openness.PUBLIC

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers under which others may refer to this document."""
        return (self.index_number, self.doc_number) if self.doc_number else (self.index_number,)

    @property
    def takes_effect(self) -> dt.date:
        """The day from which its repeals and amendments count."""
        return self.effective or self.issued


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Writing):
    """页面: the guide or a page about the site, written by an editor."""

    updated: dt.date | None = term("更新日期", Kind.DAY, "最近一次更新内容的日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage(Page):
    """制度: a rule of 政府信息公开, national to local."""

    level: Level = term("层级", Kind.CHOICE, "制定机关的层级", required=True, choices=Level)
    doc_number: str | None = term("发文字号", Kind.PAPER_NUMBER, "制度的发文字号")
    issued: dt.date | None = term("成文日期", Kind.DAY, "制度的成文日期")
    original: str | None = term("原文地址", Kind.TEXT, "官方原文的网址，https:// 开头")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPage(Page):
    """年度报告 (条例 Art. 49, 50)."""

    year: int = term("年度", Kind.YEAR, "报告哪一年的工作", required=True, norm="条例第四十九条")
