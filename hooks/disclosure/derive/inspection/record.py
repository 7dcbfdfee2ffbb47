"""The report as one value, for report.json: what programs read, and what the next report is compared with."""

from __future__ import annotations

from typing import Any

from disclosure.derive.inspection.before import Before, Seen
from disclosure.derive.inspection.changes import Changes
from disclosure.derive.inspection.facts import Facts
from disclosure.derive.inspection.findings import Finding
from disclosure.derive.inspection.verdicts import JudgedSet

FORMAT = 1
"""The number of the form of report.json."""


def whole(facts: Facts, sets: tuple[JudgedSet, ...], changes: Changes) -> dict[str, Any]:
    """Everything in the report for other programs, and for the next report to compare itself with."""
    return {
        "格式": FORMAT,
        "日期": str(facts.column.today),
        "机关": facts.column.info.organ.name,
        "网页检查过": facts.is_site_known,
        "指标": [
            {
                "体系": each.set.id,
                "标识": judged.indicator.id,
                "名称": judged.indicator.name,
                "依据": judged.indicator.norm,
                "结论": str(judged.verdict),
                "说明": judged.words,
                "要人看的": judged.indicator.by_hand,
                "责任机关": [organ.name for organ in judged.organs],
                "问题数": len(judged.findings),
            }
            for each in sets
            for judged in each.judged
        ],
        "问题": [_finding(each) for each in facts.findings],
        "没有查的": [_seen(each) for each in changes.unseen],
        "上一次": _before(facts.before),
    }


def _finding(each: Finding) -> dict[str, Any]:
    problem = each.problem
    note = problem.accepted
    return {
        "文件": problem.path,
        "行": problem.line,
        "规则": problem.rule.name,
        "方面": str(problem.rule.family),
        "级别": str(problem.severity),
        "内容": problem.message,
        "依据": problem.rule.norm,
        "责任机关": each.organ.name,
        "发现日期": str(each.since),
        "页面": each.address,
        "已核对": {"原因": note.reason, "日期": str(note.day)} if note else None,
    }


def _before(before: Before | None) -> dict[str, Any] | None:
    """What the report before said, kept so that the same report made again on the same day is the same."""
    if before is None:
        return None
    return {
        "日期": str(before.day),
        "问题": [_seen(each) for many in before.findings.values() for each in many],
        "指标": dict(before.verdicts),
    }


def _seen(each: Seen) -> dict[str, str]:
    return {
        "文件": each.path,
        "规则": each.rule,
        "内容": each.message,
        "责任机关": each.organ,
        "发现日期": str(each.since),
    }
