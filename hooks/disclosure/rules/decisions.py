"""What a column decides about the rules must be about rules that are there, and that leave a choice."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.load import faults
from disclosure.load.hints import nearest
from disclosure.model import AcceptedFinding, Checks, RuleChoice
from disclosure.problems import Family, Latitude, Rule, Severity
from disclosure.rules.judging import UNUSED, acceptances_of
from disclosure.rules.registry import CHECKS, SITE_CHECKS, TEXT_CHECKS, Findings, rule
from disclosure.rules.stopping import STOPPED


def every_rule() -> tuple[Rule, ...]:
    """All rules by family and name, with the conditions of loading."""
    checks = (*CHECKS, *TEXT_CHECKS, *SITE_CHECKS)
    order = list(Family)
    found = (*faults.ALL, UNUSED, STOPPED, *(each for each, _ in checks))
    return tuple(sorted(found, key=lambda each: (order.index(each.family), each.name)))


@rule(
    "check-choice",
    "检查设置里的规则、限值要认得，级别要改得动",
    family=Family.CATALOGUES,
    advice="规则和限值的名称照抄规则说明；不能改的规则请改内容本身。",
    bad="{规则: resident-id, 级别: 提示, …}",
    good="{规则: late-publication, 限值: [{名称: 工作日, 数值: 10}], 原因: 县政府要求10个工作日内公开, 日期: 2026-01-05}",
)
def check_choice(column: Column) -> Findings:
    """A choice names a rule that leaves one, changes something, and its limits are whole numbers above 0."""
    known = {each.name: each for each in every_rule()}
    seen: set[str] = set()
    for choice in column.checks.choices:
        for message in _wrong_with_choice(choice, known, seen):
            yield Checks.path, choice.line, message
        if choice.day > column.today:
            yield Checks.path, choice.line, f"日期 {choice.day} 还没有到；请改成决定的那一天"
        seen.add(choice.rule)


@rule(
    "accepted-finding",
    "已核对的结果要写明哪条规则、核对的日子，个人信息还要写明是哪一处",
    family=Family.CATALOGUES,
    advice="规则的名称照抄检查结果；不能核对了事的（如身份证号），请改内容本身。",
    bad="已核对: [{规则: resident-id, 原因: 本人同意, 日期: 2026-11-02}]",
    good="已核对: [{规则: mobile-number, 内容: 138****5678, 原因: 值班手机，已向本人核实, 日期: 2026-11-02}]",
)
def accepted_finding(column: Column) -> Findings:
    """An acceptance names a rule whose findings may be accepted, in a file of the column, on a day that has come."""
    known = {each.name: each for each in every_rule()}
    for each, path, _ in acceptances_of(column):
        if message := _wrong_with(each, known):
            yield path, each.line, message
        if each.day > column.today:
            yield path, each.line, f"日期 {each.day} 还没有到；请改成核对的那一天"


def _wrong_with_choice(choice: RuleChoice, known: dict[str, Rule], seen: set[str]) -> Iterator[str]:
    about = known.get(choice.rule)
    if about is None:
        yield f"没有叫“{choice.rule}”的规则{nearest(choice.rule, known)}；请照抄检查结果里方括号中的名称"
        return
    if choice.rule in seen:
        yield f"规则“{choice.rule}”在前面已经写过；请合成一项"
    if not choice.severity and not choice.limits:
        yield f"规则“{choice.rule}”什么也没有改；请写“级别”或者“限值”，或者删去这一项"
    if choice.severity and about.leaves is not Latitude.FULL:
        yield f"规则“{choice.rule}”的级别不能改；请删去“级别”，有问题的内容请改正"
    names = [limit.name for limit in about.limits]
    for own in choice.limits:
        value = own.value.values[0]
        if own.name not in names:
            allowed = f"只有：{'、'.join(names)}" if names else "没有可以改的限值"
            yield f"规则“{choice.rule}”没有限值“{own.name}”，{allowed}；请改正"
        elif not isinstance(value, int) or value < 1:
            yield f"规则“{choice.rule}”的限值“{own.name}”写的是 {value}；要是 1 以上的整数，请改正"


def _wrong_with(acceptance: AcceptedFinding, known: dict[str, Rule]) -> str:
    about = known.get(acceptance.rule)
    if about is None:
        return f"没有叫“{acceptance.rule}”的规则{nearest(acceptance.rule, known)}；请照抄检查结果里方括号中的名称"
    if about.leaves is Latitude.NONE:
        grade = "错误要改正" if about.severity is Severity.ERROR else "这一条由程序决定"
        return f"规则“{acceptance.rule}”查出来的不能核对了事，{grade}；请删去这一项，改好内容"
    if about.leaves is Latitude.NAMED and not acceptance.about:
        return f"规则“{acceptance.rule}”查出来的要一处一处核对；请在“内容”里照抄那条结果的引号里遮蔽的样子"
    return ""
