"""单项否决: the counts of blank and stale columns by which 国办秘函〔2019〕19号 fails a whole web site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.measures.freshness import NATIONAL_DAYS, ItemFreshness, State
from disclosure.model import ColumnType, Period
from disclosure.problems import Limit

NEWS_AND_POLICY = Limit(
    "veto-count", "动态和政策栏目", 5, "动态、要闻两周没有更新的，加上政策文件半年没有更新的，到几个就一票否决"
)
OVERDUE = Limit("veto-count", "超期的栏目", 10, "超过周期没有更新的栏目，到几个就一票否决")
BLANK = Limit("veto-count", "空白栏目", 5, "空白栏目到几个就一票否决")
LIMITS = (NEWS_AND_POLICY, OVERDUE, BLANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """One of the counts: the limit it is named after, how many fail the site, and the items that count."""

    limit: Limit
    allowed: int
    items: tuple[ItemFreshness, ...]

    @property
    def is_reached(self) -> bool:
        """Whether the site fails by it."""
        return len(self.items) >= self.allowed


def vetoes(column: Column, found: Iterable[ItemFreshness]) -> tuple[Veto, ...]:
    """The three counts over the items ``found``; a group counts only if none of its members does."""
    counted = [each for each in found if not each.is_told_by_member]
    groups = {
        NEWS_AND_POLICY: [each for each in counted if _is_old_news_or_policy(each, column.today)],
        OVERDUE: [each for each in counted if each.state is State.STALE],
        BLANK: [each for each in counted if each.state is State.BLANK],
    }
    return tuple(
        Veto(limit=limit, allowed=column.checks.limit(limit), items=tuple(items)) for limit, items in groups.items()
    )


def _is_old_news_or_policy(each: ItemFreshness, today: dt.date) -> bool:
    """Whether it is a column of news, or one of policies on the first level, that is older than the national period."""
    is_first_level = each.item.parent is None or each.column_type is ColumnType.NEWS
    if each.column_type not in (ColumnType.NEWS, ColumnType.POLICY) or not is_first_level or each.newest is None:
        return False
    is_rare = each.item.period is Period.LASTING
    return not is_rare and (today - each.newest.day).days > NATIONAL_DAYS[each.column_type]
