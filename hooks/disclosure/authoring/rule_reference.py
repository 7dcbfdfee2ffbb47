"""The rules in words: for ``disclosure check --list`` and, as a page, for the editors' guide."""

from __future__ import annotations

from itertools import groupby

from disclosure.problems import Latitude, Limit
from disclosure.rules import every_rule

_LEAVES = {
    Latitude.NONE: "不能改级别，也不能核对了事",
    Latitude.NAMED: "不能改级别；核对过的要一处一处写明",
    Latitude.FULL: "可以改级别，可以核对",
}


def rules_in_words() -> str:
    """Every rule with what it asks, its norm, what to do, a bad and a good example, by family."""
    parts: list[str] = []
    for family, rules in groupby(every_rule(), key=lambda rule: rule.family):
        parts.append(f"【{family}】")
        for rule in rules:
            norm = f"（依据：{rule.norm}）" if rule.norm else ""
            parts.append(f"{rule.name}  {rule.severity}  {rule.summary}{norm}")
            parts.append(f"    怎么改：{rule.advice}")
            parts.append(f"    错的：{rule.bad}")
            parts.append(f"    对的：{rule.good}")
            parts += [f"    限值：{_limit(limit)}" for limit in rule.limits]
        parts.append("")
    return "\n".join(parts).rstrip()


def rule_reference() -> str:
    """The same as a Markdown page."""
    parts = [
        "# 检查规则\n",
        "这份说明由程序生成，请不要直接改。检查结果每一行末尾方括号里的，就是规则的名称。"
        "错误不改，网站就不更新；提醒和提示不影响生成。\n",
    ]
    for family, rules in groupby(every_rule(), key=lambda rule: rule.family):
        parts.append(f"## {family}\n")
        for rule in rules:
            parts.append(f"### {rule.name}\n")
            parts.append(f"{rule.summary}。\n")
            facts = [
                ("级别", f"{rule.severity}（{_LEAVES[rule.leaves]}）"),
                ("依据", rule.norm),
                ("怎么改", rule.advice),
                ("错的", _code(rule.bad)),
                ("对的", _code(rule.good)),
                *(("限值", _limit(limit)) for limit in rule.limits),
            ]
            parts += [f"- {name}：{value}" for name, value in facts if value]
            parts.append("")
    return "\n".join(parts)


def _limit(limit: Limit) -> str:
    return f"“{limit.name}”，通常是 {limit.value}：{limit.meaning}"


def _code(example: str) -> str:
    """``example`` so that Markdown shows it as it is written."""
    fence = "``" if "`" in example else "`"
    return f"{fence} {example} {fence}" if "`" in example else f"{fence}{example}{fence}"
