"""国办秘函〔2019〕19号: what of the inspection of government web sites concerns the column."""

from __future__ import annotations

from disclosure.derive.inspection import measured
from disclosure.derive.inspection.indicator import Indicator, IndicatorSet
from disclosure.problems import Family

_INSPECTION = "国办秘函〔2019〕19号"
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
            measure=measured.interpretations_there,
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
