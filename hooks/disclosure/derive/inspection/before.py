"""What the report before this one said: for telling what is new, what was mended, and since when a finding is known.

A report keeps what it was compared with, so that one made again on the same day is compared with the same and comes out the
same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_COUNTS = re.compile(r"\d+(?= ?(?:个工作日|[天行列处个件份项条页次字]))")
"""What changes from day to day, or with the lines above, though the finding is the same."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as an earlier report listed it: since when it is known, and what it said."""

    since: dt.date
    organ: str
    path: str
    rule: str
    message: str


def key_of(rule: str, path: str, message: str) -> str:
    """What tells a finding from others: rule, file and message, without the line and without counts."""
    return f"{rule} {path} {_COUNTS.sub('', message)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The open findings of the report of ``day`` by key, and how each indicator stood, by “set/id”.

    What that report could not look at, it handed on from the one before it.
    """

    day: dt.date
    findings: Mapping[str, tuple[Seen, ...]]
    verdicts: Mapping[str, str]


def before_of(whole: Any, today: dt.date) -> Before | None:
    """What a report of ``today`` is compared with, given the report that is there; raises ValueError if that is none.

    A report of an earlier day is compared with itself, one of today or later with what that was compared with.
    """
    try:
        if dt.date.fromisoformat(whole["日期"]) < today:
            open_ones = [each for each in whole["问题"] if not each["已核对"] and each["级别"] != "提示"]
            open_ones += whole.get("没有查的", [])
            verdicts = {f"{each['体系']}/{each['标识']}": str(each["结论"]) for each in whole["指标"]}
            return _before(whole["日期"], open_ones, verdicts)
        last = whole["上一次"]
        if last is None or dt.date.fromisoformat(last["日期"]) >= today:
            return None
        return _before(last["日期"], last["问题"], {str(key): str(value) for key, value in last["指标"].items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _before(day: str, findings: Iterable[Mapping[str, Any]], verdicts: Mapping[str, str]) -> Before:
    by_key: dict[str, tuple[Seen, ...]] = {}
    for each in findings:
        seen = Seen(
            since=dt.date.fromisoformat(each["发现日期"]),
            organ=str(each["责任机关"]),
            path=str(each["文件"]),
            rule=str(each["规则"]),
            message=str(each["内容"]),
        )
        key = key_of(seen.rule, seen.path, seen.message)
        by_key[key] = (*by_key.get(key, ()), seen)
    return Before(day=dt.date.fromisoformat(day), findings=by_key, verdicts=verdicts)
