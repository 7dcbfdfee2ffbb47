"""栏目不空白、不陈旧: every item has something, and something new as often as it promises."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.measures.forecast import AHEAD, forecast
from disclosure.measures.freshness import LATE_AFTER, REVIEWED_AFTER, State, freshness
from disclosure.measures.register_freshness import register_freshness
from disclosure.measures.vetoes import LIMITS, vetoes
from disclosure.model import ItemForm, Organ
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_NORM = "国办秘函〔2019〕19号"
_CATALOGUE = "catalogue/statutory.yml"


@rule(
    "blank-item",
    "栏目不能是空白的",
    Severity.WARNING,
    norm=_NORM,
    family=Family.FRESHNESS,
    advice="发布内容；一时没有内容的，发布一份说明；确实不设的，删去栏目，在 column.yml 的“不设栏目”里写明原因。",
    bad="栏目“土地征收”设了以后一份文件也没有",
    good="栏目“土地征收”里有文件，或者有一份“本年度没有征收项目”的说明",
)
def blank_item(column: Column) -> Findings:
    """An item holds something; one that is a register or a page is told of by item-register and item-page."""
    for each in freshness(column):
        if each.state is State.BLANK and each.item.form is ItemForm.DOCUMENTS and not each.is_told_by_member:
            origin = column.origins["statutory", each.item.id]
            yield (
                origin.path,
                origin.line,
                f"栏目“{each.item.name}”是空白的，一份公开的内容也没有（责任机构：{_names(each.organs)}）；"
                "请发布内容或者说明，确实不设的写进 catalogue/column.yml 的“不设栏目”",
            )


@rule(
    "stale-item",
    "栏目要按更新周期更新",
    Severity.WARNING,
    norm=_NORM,
    family=Family.FRESHNESS,
    advice="发布新的内容；没有新的内容，发布一份说明；周期写得不合适的，改 statutory.yml 的“更新周期”。",
    bad="更新周期: 每季度，最近一次更新在半年以前",
    good="更新周期: 每季度，两个月以前更新过",
)
def stale_item(column: Column) -> Findings:
    """What an item promises, or the national check asks of its kind, is kept."""
    for each in freshness(column):
        if each.state is State.STALE and each.newest and each.last_day and not each.is_told_by_member:
            origin = column.origins["statutory", each.item.id]
            yield (
                origin.path,
                origin.line_of("period"),
                f"栏目“{each.item.name}”最近一次更新是 {each.newest.day}（{each.newest.path}），照{each.asked_by}，"
                f"{each.last_day} 以前就该更新，已经超了 {(column.today - each.last_day).days} 天（责任机构：{_names(each.organs)}）；"
                "请发布新的内容，周期写得不合适的改“更新周期”",
            )


@rule(
    "stale-register",
    "名录要按更新周期更新",
    Severity.WARNING,
    family=Family.FRESHNESS,
    advice="核对、更新名录，把“更新日期”也改了；新的一年另做一份名录的，旧的不用再改。",
    bad="更新周期: 每季度，更新日期在半年以前",
    good="更新周期: 每季度，更新日期在两个月以前",
)
def stale_register(column: Column) -> Findings:
    """A register is updated as often as it promises, unless its item has been told of already."""
    stale = {each.item.id for each in freshness(column) if each.state is State.STALE}
    for each in register_freshness(column):
        register = each.register
        if each.is_stale and register.item not in stale:
            yield (
                register.origin.path,
                register.origin.line_of("updated"),
                f"更新日期是 {register.updated}，照更新周期“{register.period}”，{each.last_day} 以前就该更新，"
                f"已经超了 {(column.today - each.last_day).days} 天（责任机构：{_names(each.organs)}）；请核对、更新，把“更新日期”也改了",
            )


@rule(
    "redated-list",
    "不能用旧文件、改日期的办法让栏目看起来是新的",
    Severity.WARNING,
    norm=f"{_NORM}（发布日期弄虚作假）",
    family=Family.FRESHNESS,
    advice="改过的发布日期请改回来；补录旧文件的，在 catalogue/checks.yml 的“已核对”里写明原因；栏目里该有的新内容请补上。",
    bad="最近一份发布日期是上个月，成文日期在三年以前，其余的都超过了更新周期",
    good="最近一份是上个月成文、上个月发布的",
    limits=(LATE_AFTER, REVIEWED_AFTER),
)
def redated_list(column: Column) -> Findings:
    """A list that is fresh only by papers signed or reviewed long before is told of; whether dates were changed, people know."""
    for each in freshness(column):
        if each.is_made_fresh and not each.is_told_by_member:
            origin = column.origins["statutory", each.item.id]
            first = each.old[0]
            many = f"等 {len(each.old)} 份" if len(each.old) > 1 else ""
            below = f"，再往下最近的是 {each.newest_other.day}" if each.newest_other else "，再往下没有别的内容"
            yield (
                origin.path,
                origin.line,
                f"栏目“{each.item.name}”最上面的是旧文件：{first.origin.path}{many}，{first.published} 发布，"
                f"成文于 {first.issued}，{first.review.day} 审核{below}；不算这样的旧文件，照{each.asked_by}早已超期；"
                "请核对发布日期，补上新的内容",
            )


@rule(
    "veto-count",
    "空白、长期不更新的栏目不能多到一票否决",
    Severity.WARNING,
    norm=f"{_NORM}（单项否决）",
    family=Family.FRESHNESS,
    advice="先补最容易补的，把个数降到限值以下；确实不设的栏目删去，在 column.yml 的“不设栏目”里写明原因。",
    bad="专栏里有 6 个空白栏目",
    good="没有空白栏目，超期未更新的不到 10 个",
    limits=LIMITS,
)
def veto_count(column: Column) -> Findings:
    """A warning, not an error: a site that cannot be built any more, because time went by, would be staler still."""
    for veto in vetoes(column, freshness(column)):
        if veto.is_reached:
            names = "、".join(each.item.name for each in veto.items)
            yield (
                _CATALOGUE,
                1,
                f"{veto.limit.name}有 {len(veto.items)} 个，满 {veto.allowed} 个就是单项否决，整个网站会判为不合格：{names}；请尽快补上内容",
            )


@rule(
    "stale-soon",
    "快到更新周期的栏目、名录，快到期限的年度报告，提前告诉",
    Severity.NOTICE,
    family=Family.FRESHNESS,
    advice="在写明的日子以前发布新的内容；年度报告运行 disclosure new annual，填好后发布。",
    bad="更新周期: 每季度，离上次更新满一个季度只有十天",
    good="上个星期更新过",
    limits=(AHEAD,),
)
def stale_soon(column: Column) -> Findings:
    """The forecast, as one list, the most urgent first."""
    days = column.checks.limit(AHEAD)
    due = forecast(column, freshness(column), register_freshness(column), days)
    if due:
        names = "、".join(f"{each.kind}“{each.name}”（{each.last_day} 以前，{_names(each.organs)}）" for each in due)
        yield _CATALOGUE, 1, f"{days} 天内要更新的有 {len(due)} 个：{names}；到了日子没有更新就算超期"


def _names(organs: tuple[Organ, ...]) -> str:
    return "、".join(organ.short_name or organ.name for organ in organs)
