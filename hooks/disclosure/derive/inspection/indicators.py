"""What three official sets of indicators ask of a column, and which rules and measures answer.

The points that the inspections give are not repeated: a report shows state and evidence, it does not grade.  What no file can
tell (whether the server answers, how letters are dealt with) is listed for a person to look at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from disclosure.derive.inspection import measured
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.measured import Measured
from disclosure.problems import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that is asked: findings of ``families`` and ``rules`` speak against it, ``measure`` says what was counted.

    ``by_hand`` is what a person has to look at beyond that, or instead, where there are no rules and no measure.
    """

    id: str
    group: str
    name: str
    asks: str
    norm: str
    families: tuple[Family, ...] = ()
    rules: tuple[str, ...] = ()
    measure: Callable[[Facts], Measured] | None = None
    by_hand: str = ""

    @property
    def is_judged(self) -> bool:
        """Whether files can tell anything about it."""
        return bool(self.families or self.rules or self.measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSet:
    """An official set of indicators; ``id`` is the name of its page."""

    id: str
    name: str
    norm: str
    lead: str
    indicators: tuple[Indicator, ...]


_INSPECTION = "国办秘函〔2019〕19号"
_COLUMN = "国办公开办函〔2019〕61号"
_VETO, _POINTS = "单项否决", "扣分"

INSPECTION = IndicatorSet(
    id="inspection",
    name="政府网站检查指标",
    norm=f"《政府网站与政府系统政务新媒体检查指标》（{_INSPECTION}）",
    lead="抽查政府网站用的指标里，和信息公开专栏有关的。单项否决有一项就不合格。",
    indicators=(
        Indicator(
            id="secrets",
            group=_VETO,
            name="安全、泄密事故等严重问题",
            asks="不泄露国家秘密和个人信息，不发布不该公开的文件。",
            norm=_INSPECTION,
            families=(Family.PRIVACY, Family.OPENNESS),
            by_hand="有没有严重的表述错误、被篡改挂马、链接到不良网站，要人看。",
        ),
        Indicator(
            id="forged-dates",
            group=_VETO,
            name="弄虚作假（发布日期）",
            asks="发布日期是真的：不晚于今天，不早于成文，不靠改日期显得更新过。",
            norm=_INSPECTION,
            rules=("published-in-future", "published-before-issued", "redated-list", "reviewed-after-published"),
        ),
        Indicator(
            id="reachable",
            group=_VETO,
            name="站点无法访问",
            asks="网站打得开，15秒以内打开。",
            norm=_INSPECTION,
            by_hand="在服务器上看：一周里多次访问，打不开的不到5%。",
        ),
        Indicator(
            id="home-updated",
            group=_VETO,
            name="首页不更新",
            asks="首页两个星期里有更新。",
            norm=_INSPECTION,
            measure=measured.newest_on_home,
        ),
        Indicator(
            id="news-policy",
            group=_VETO,
            name="动态和政策栏目不更新",
            asks="动态、要闻两周不更新的，加上政策文件半年不更新的，不到5个。",
            norm=_INSPECTION,
            measure=measured.veto_news_and_policy,
        ),
        Indicator(
            id="stale",
            group=_VETO,
            name="应更新长期未更新的栏目",
            asks="超过周期没有更新的栏目不到10个。",
            norm=_INSPECTION,
            measure=measured.veto_stale,
        ),
        Indicator(
            id="blank",
            group=_VETO,
            name="空白栏目",
            asks="没有内容的栏目不到5个。",
            norm=_INSPECTION,
            measure=measured.veto_blank,
        ),
        Indicator(
            id="answers",
            group=_VETO,
            name="互动回应差",
            asks="有提意见的渠道，三个月里有回应。",
            norm=_INSPECTION,
            by_hand="信件的办理在别的系统里，要人看。",
        ),
        Indicator(
            id="columns",
            group=_POINTS,
            name="栏目更新",
            asks="每个栏目都在自己的周期里更新，没有空白的。",
            norm=_INSPECTION,
            families=(Family.FRESHNESS,),
            measure=measured.fresh_items,
        ),
        Indicator(
            id="interpreted",
            group=_POINTS,
            name="政策解读",
            asks="有政策解读栏目，解读和文件互相链接。",
            norm=_INSPECTION,
            families=(Family.INTERPRETATION,),
        ),
        Indicator(
            id="organs",
            group=_POINTS,
            name="机构职能和领导信息",
            asks="机构职能、联系方式、负责人写全、写对。",
            norm=f"{_INSPECTION}；条例第二十条第二项",
            rules=(
                "organ-facts",
                "telephone-form",
                "office-mobile",
                "office-mailbox",
                "office-hours",
                "office-disagrees",
            ),
        ),
        Indicator(
            id="links",
            group=_POINTS,
            name="链接和附件可用",
            asks="页面上的链接、附件、图片都打得开。",
            norm=_INSPECTION,
            families=(Family.SITE,),
        ),
        Indicator(
            id="wording",
            group=_POINTS,
            name="错别字和表述错误",
            asks="没有错别字、乱码、没删掉的底稿痕迹。",
            norm=_INSPECTION,
            families=(Family.WORDING,),
            by_hand="领导人的姓名、职务和重要表述，请人再看一遍。",
        ),
        Indicator(
            id="marks",
            group=_POINTS,
            name="网站标识和网页标签",
            asks="页脚有网站标识码、备案编号、找错入口，网页标签齐全。",
            norm=f"{_INSPECTION}；国办发〔2017〕47号",
            rules=("site-facts", "site-meta", "site-frame"),
            by_hand="党政机关网站标识要向编制部门申请。",
        ),
        Indicator(
            id="ipv6",
            group=_POINTS,
            name="IPv6 支持",
            asks="只有 IPv6 的群众也能打开，页面上没有 IPv4 的“天窗”。",
            norm="国办函〔2018〕71号",
            rules=("site-foreign-resource", "site-ip-address", "site-own-http", "site-outside-host"),
            measure=measured.site_checked,
            by_hand="域名的 AAAA 记录和服务器，要在网络上测。",
        ),
    ),
)

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
            families=(Family.NUMBERS,),
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
            measure=measured.functions_there,
        ),
    ),
)

EVALUATION = IndicatorSet(
    id="evaluation",
    name="政务公开评估",
    norm="《政府信息公开条例》和历年政务公开工作要点",
    lead="各地评估政务公开工作常看的几个方面。各地的评分表不一样，这里不打分，只列出情况和证据。",
    indicators=(
        Indicator(
            id="in-time",
            group="主动公开",
            name="公开及时",
            asks="信息形成以后20个工作日内公开，另有规定的按规定。",
            norm="条例第二十六条",
            families=(Family.TIMELINESS,),
            measure=measured.documents_in_time,
        ),
        Indicator(
            id="fresh",
            group="主动公开",
            name="动态更新",
            asks="栏目和名录按更新周期更新。",
            norm="条例第十二条、第二十六条",
            families=(Family.FRESHNESS,),
            measure=measured.fresh_items,
        ),
        Indicator(
            id="standards",
            group="主动公开",
            name="基层政务公开标准目录",
            asks="目录里由本级主动公开的事项，都公开了内容。",
            norm="国办发〔2019〕54号",
            measure=measured.matters_there,
        ),
        Indicator(
            id="tasks",
            group="主动公开",
            name="任务落实",
            asks="工作要点分解的任务按时完成，有证据。",
            norm="国办历年政务公开工作要点",
            rules=("task-overdue", "task-finished", "task-evidence"),
            measure=measured.tasks_done,
        ),
        Indicator(
            id="interpretation",
            group="政策解读",
            name="解读及时、形式多样",
            asks="规范性文件都有解读，两种以上形式，3个工作日以内。",
            norm="国办历年政务公开工作要点",
            families=(Family.INTERPRETATION,),
            measure=measured.interpretation_rate,
        ),
        Indicator(
            id="applications",
            group="依申请公开",
            name="申请渠道畅通",
            asks="写明向谁申请、怎样申请、什么时候答复、不服怎么办。",
            norm="条例第二十七条至第四十五条",
            rules=(
                "guide-missing",
                "guide-old-term",
                "guide-purpose",
                "guide-fees",
                "guide-remedy",
                "calendar-missing",
            ),
            by_hand="办理的时限和质量在登记系统里，要人看。",
        ),
        Indicator(
            id="openness",
            group="公开属性和保密审查",
            name="公开属性源头认定",
            asks="每份文件写明公开属性，不公开的写明依据，发布前审查过。",
            norm="条例第十三条至第十七条",
            families=(Family.OPENNESS,),
        ),
        Indicator(
            id="privacy",
            group="公开属性和保密审查",
            name="个人信息保护",
            asks="公开的内容和附件里没有身份证号、手机号、银行卡号这些个人信息。",
            norm="条例第十五条；个人信息保护法第二十五条",
            families=(Family.PRIVACY,),
        ),
        Indicator(
            id="quality",
            group="内容质量",
            name="文字和数据准确",
            asks="文字通顺没有错，数字加得起来。",
            norm="国办发〔2017〕47号",
            families=(Family.WORDING, Family.NUMBERS, Family.COMPLETENESS),
        ),
        Indicator(
            id="relations",
            group="内容质量",
            name="规范性文件动态管理",
            asks="有效期、清理结果、废止和修改关系清楚。",
            norm="国办发〔2018〕37号、国办发〔2018〕115号",
            families=(Family.VALIDITY,),
            measure=measured.validity_counts,
        ),
        Indicator(
            id="site",
            group="平台建设",
            name="网页质量",
            asks="链接都通，图片有说明，老人、盲人、只有 IPv6 的人都能用。",
            norm="无障碍环境建设法第三十二条",
            families=(Family.SITE,),
            measure=measured.site_checked,
        ),
    ),
)

SETS = (INSPECTION, COLUMN, EVALUATION)
