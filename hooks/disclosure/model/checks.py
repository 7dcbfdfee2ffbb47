"""What a column decides about the rules: severity and limits, and findings that somebody has looked at and accepts."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import ClassVar

from disclosure.model.figures import Figures
from disclosure.problems import Limit
from disclosure.terms import Kind, term


class ChosenSeverity(enum.StrEnum):
    """级别 that a column may give a rule."""

    ERROR = "错误"
    WARNING = "提醒"
    NOTICE = "提示"
    OFF = "不查"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLimit:
    """限值: another number for one that a rule judges by."""

    name: str = term("名称", Kind.TEXT, "哪一个限值，名称见规则说明", required=True)
    value: Figures = term("数值", Kind.NUMBERS, "改成多少，写整数", required=True, columns=("数值",))
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChoice:
    """A rule that the column judges by in its own way, and why."""

    rule: str = term("规则", Kind.TEXT, "规则的名称，即检查结果每一行末尾方括号里的", required=True)
    severity: ChosenSeverity | None = term("级别", Kind.CHOICE, "改成哪一级", choices=ChosenSeverity)
    limits: tuple[ChosenLimit, ...] = term("限值", Kind.RECORDS, "改哪些限值", record=ChosenLimit)
    reason: str = term("原因", Kind.TEXT, "为什么改，写明依据", required=True)
    day: dt.date = term("日期", Kind.DAY, "哪一天决定的", required=True)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """已核对: a finding that somebody looked at; it stays in the report and no longer stops or reminds anybody."""

    rule: str = term("规则", Kind.TEXT, "规则的名称，即检查结果每一行末尾方括号里的", required=True)
    about: str | None = term("内容", Kind.TEXT, "只核对过其中一处时，照抄那条结果里的几个字")
    reason: str = term("原因", Kind.TEXT, "谁核对的，为什么没有问题", required=True)
    day: dt.date = term("日期", Kind.DAY, "哪一天核对的", required=True)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedElsewhere(AcceptedFinding):
    """已核对 in catalogue/checks.yml: the finding is in a file that has no place to say so."""

    file: str = term("文件", Kind.TEXT, "哪个文件的，如 catalogue/registers/fees.csv", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredSite:
    """外部网站: a web site that is not of a government, and that pages may lead to, because somebody looked at it."""

    host: str = term(
        "域名", Kind.TEXT, "如 example.com，不写 https:// 和斜线后面的；它下面的 www.example.com 也算", required=True
    )
    reason: str = term("原因", Kind.TEXT, "是谁的网站，为什么可以链接", required=True)
    day: dt.date = term("日期", Kind.DAY, "哪一天看过，能打开，也支持 IPv6", required=True)
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """检查设置 (catalogue/checks.yml)."""

    choices: tuple[RuleChoice, ...] = term("规则", Kind.RECORDS, "改了级别或者限值的规则", record=RuleChoice)
    accepted: tuple[AcceptedElsewhere, ...] = term(
        "已核对", Kind.RECORDS, "目录和名录里核对过的结果；文件和页面里的写在它们自己的开头", record=AcceptedElsewhere
    )
    sites: tuple[DeclaredSite, ...] = term(
        "外部网站",
        Kind.RECORDS,
        "可以链接的外部网站；政府网站（gov.cn）不用写",
        record=DeclaredSite,
        norm="国办发〔2017〕47号",
    )
    path: ClassVar[str] = "catalogue/checks.yml"

    def limit(self, limit: Limit) -> int:
        """The number that counts for ``limit``: the column's own, or the usual one."""
        for choice in self.choices:
            for own in choice.limits:
                if (choice.rule, own.name) == (limit.rule, limit.name):
                    return int(own.value.values[0])
        return limit.value
