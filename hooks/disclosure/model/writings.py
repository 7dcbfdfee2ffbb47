"""What editors write as texts: documents and pages, with what stands in their heads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from disclosure.model.catalogues import Genre, Organ, Theme
from disclosure.model.checks import AcceptedFinding
from disclosure.model.choices import InterpretationForm, Level, Openness, Validity
from disclosure.model.origin import Origin
from disclosure.terms import Kind, term


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
    accepted: tuple[AcceptedFinding, ...] = term(
        "已核对", Kind.RECORDS, "检查出来、核对过没有问题的地方；只给检查的人看", record=AcceptedFinding
    )
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
    interpreter: str | None = term("解读单位", Kind.TEXT, "谁作的解读；不写就是发文机关")
    advice: str | None = term("咨询电话", Kind.TEXT, "看了解读还有疑问打哪个电话，带区号")
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
