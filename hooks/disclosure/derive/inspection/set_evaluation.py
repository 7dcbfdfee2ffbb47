"""What evaluations of the work of disclosure usually look at; the sheets of marks differ from place to place."""

from __future__ import annotations

from disclosure.derive.inspection import measured
from disclosure.derive.inspection.indicator import Indicator, IndicatorSet
from disclosure.problems import Family

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
