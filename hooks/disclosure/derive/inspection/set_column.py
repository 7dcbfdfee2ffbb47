"""国办公开办函〔2019〕61号: what a column has to be."""

from __future__ import annotations

from disclosure.derive.inspection import measured
from disclosure.derive.inspection.indicator import Indicator, IndicatorSet
from disclosure.problems import Family

_COLUMN = "国办公开办函〔2019〕61号"
_ANNUAL = (
    *("annual-missing", "annual-deadline", "annual-place", "annual-own-report", "annual-title-year", "annual-year"),
    *("annual-unfilled", "annual-empty-part", "annual-topics", "annual-heading", "annual-number", "annual-blank"),
    *("annual-row-sum", "annual-column-sum", "annual-balance", "annual-carry-over", "annual-department-sum"),
    *("annual-in-force", "annual-normative-count", "annual-rules-count", "annual-local-rules", "annual-told-number"),
    *("annual-percentage", "annual-fee", "annual-fee-none", "annual-known-fault"),
)
"""Every rule about annual reports, of whatever family."""

COLUMN = IndicatorSet(
    id="column",
    name="信息公开专栏规范",
    norm=f"《关于规范政府信息公开平台有关事项的通知》（{_COLUMN}）",
    lead="专栏有四个部分，名称、格式统一，能查、能看、能下载，内容是权威的、最新的。",
    indicators=(
        Indicator(
            id="guide",
            group="政府信息公开指南",
            name="指南齐全、准确",
            asks="有指南，写明分类、编排、获取方式和工作机构的联系方式，不用旧条例的说法。",
            norm="条例第十二条",
            rules=(
                *("guide-missing", "guide-incomplete", "guide-review", "guide-old-regulation", "guide-old-term"),
                *("guide-purpose", "guide-fees", "guide-remedy", "contact-disagrees", "contact-review"),
            ),
        ),
        Indicator(
            id="rules",
            group="政府信息公开制度",
            name="有公开制度",
            asks="国家、省、市、县的公开制度都能查到。",
            norm=_COLUMN,
            measure=measured.rules_there,
        ),
        Indicator(
            id="items",
            group="法定主动公开内容",
            name="法定栏目齐全",
            asks="条例第二十条、第二十一条规定的栏目都有，不设的写明原因。",
            norm="条例第二十条、第二十一条",
            rules=("usual-item-missing", "item-page", "item-register", "item-link", "item-link-exact", "not-kept"),
            measure=measured.items_there,
        ),
        Indicator(
            id="documents",
            group="法定主动公开内容",
            name="文件的要素齐全、一致",
            asks="索引号、文号、日期、机关、体裁写全，互相一致。",
            norm="条例第十二条第三款",
            families=(Family.COMPLETENESS,),
        ),
        Indicator(
            id="validity",
            group="法定主动公开内容",
            name="有效性准确",
            asks="废止、失效、修改的文件标明，互相对得上。",
            norm=f"{_COLUMN}；国办发〔2018〕37号",
            families=(Family.VALIDITY,),
            measure=measured.validity_counts,
        ),
        Indicator(
            id="annual",
            group="政府信息公开工作年度报告",
            name="年度报告按时、齐全、数字对得上",
            asks="每年的报告都有，格式统一，每一行、每一列都加得起来。",
            norm="条例第四十九条、第五十条；国办公开办函〔2021〕30号",
            rules=_ANNUAL,
            measure=measured.reports_there,
        ),
        Indicator(
            id="catalogues",
            group="专栏的功能",
            name="目录写得对，内容读得出来",
            asks="机关、栏目、名录、任务这些目录没有错误。",
            norm=_COLUMN,
            families=(Family.LOADING, Family.CATALOGUES),
        ),
        Indicator(
            id="search",
            group="专栏的功能",
            name="检索、查阅、下载",
            asks="全部文件能检索，有目录，能下载。",
            norm="条例第二十四条",
            rules=("site-incomplete", "site-orphan", "site-data-link"),
            measure=measured.functions_there,
        ),
    ),
)
