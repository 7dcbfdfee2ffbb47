"""公开时限 in words → terms that can be counted from the day on which a paper was signed.

条例 Art. 26 gives 20 working days unless a norm says otherwise.  What an item says otherwise is free text, often a clause for
each kind of paper (“行政处罚决定自作出之日起7个工作日内；其他执法决定……20个工作日内”).  Only what certainly is such a term is
read as one; a period of notice (“公示7个工作日”, “不少于30日”) is none, and what runs from the publication of something else
(“自政策文件公布之日起”) cannot be counted from the paper itself.  What runs from an approval may begin some days after the paper
was signed: such a paper is late only if it also missed the usual term.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from disclosure.workdays import Calendar

ART_26 = "条例第二十六条"
_OWN = "本专栏自己定的，见 catalogue/checks.yml"
STATUTORY_DAYS = 20
"""Working days of 条例 Art. 26."""


class Unit(enum.StrEnum):
    """What a term is counted in."""

    WORKING_DAYS = "个工作日"
    DAYS = "日"
    MONTHS = "个月"


@dataclass(frozen=True, slots=True)
class PublicationTerm:
    """A term of ``count`` units; ``basis`` says what sets it: the norm, the clause of 公开时限, the column.

    ``is_from_signing`` is false if it runs from something else, such as an approval.
    """

    count: int
    unit: Unit
    basis: str
    is_from_signing: bool = True

    def __str__(self) -> str:
        """As in “20 个工作日”."""
        return f"{self.count} {self.unit}"

    def safe_day(self, start: dt.date) -> dt.date:
        """A day that is within the term whatever days of rest there are."""
        if self.unit is not Unit.MONTHS:
            return start + dt.timedelta(days=self.count)
        months = start.year * 12 + start.month - 1 + self.count
        year, month = months // 12, months % 12 + 1
        return dt.date(year, month, min(start.day, monthrange(year, month)[1]))

    def last_day(self, start: dt.date, calendar: Calendar) -> dt.date | None:
        """The last day of the term that begins on the day after ``start``; None if a year among its days is not known.

        A term in days or months that would end on a day of rest ends on the next working day.
        """
        if self.unit is Unit.WORKING_DAYS:
            return calendar.end(start, self.count)
        return calendar.end(self.safe_day(start) - dt.timedelta(days=1), 1)


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """The terms that may apply to a paper, at least one: it is late only if it is late for each of them.

    ``is_complete`` is false if another rule may apply that no term tells (“发放结果在年底前”).
    """

    terms: tuple[PublicationTerm, ...]
    is_complete: bool = True


_CLAUSES = re.compile(r"[;。\n]")
_TERM = re.compile(
    r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?P<unit>个?工作日|个?自然日|日|天|个?星期|周|个?月|年)"
    r"(?:之内|以内|内|(?=$|,))"
)
_NO_TERM_AFTER = re.compile(
    r"(?:不得?少于|不低于|不短于|至少|(?:公示|公告|展示|公开)(?:期限?|时间)?为?|提前|前|每|第|月)$"
)
_FROM_ELSEWHERE = re.compile(r"(?:公布|发布|公开|刊登)(?:之日|之后|以后|后)")
_FROM_SIGNING = re.compile(r"(?:形成|变更|作出|制作|生成|印发|制定|签发|签订|成文|答复)")
_FROM_DAY = re.compile(r"之日|之后|以后|后")
_FIXED = re.compile(r"(?:底|末|日|月)(?:以|之)?前|每[年月季半周]|定期|按[年月季]")
_SUBJECT = re.compile(r"自|在|的期限|\d")
_SHORTEST_SUBJECT = 4
_SIGNS = "一二三四五六七八九"
_NUMERALS = {"两": 2, "十": 10} | {sign: number for number, sign in enumerate(_SIGNS, 1)}
_NUMERALS |= {f"十{sign}": 10 + number for number, sign in enumerate(_SIGNS, 1)}
_NUMERALS |= {f"{sign}十": 10 * number for number, sign in enumerate(_SIGNS, 1)}
_NUMERALS |= {
    f"{ten}十{one}": 10 * tens + ones for tens, ten in enumerate(_SIGNS, 1) for ones, one in enumerate(_SIGNS, 1)
}


def usual_limits(days: int) -> TimeLimits:
    """The term of ``days`` working days that applies where nothing else does."""
    return TimeLimits((PublicationTerm(days, Unit.WORKING_DAYS, ART_26 if days == STATUTORY_DAYS else _OWN),))


@cache
def time_limits(text: str, title: str, usual_days: int) -> TimeLimits:
    """What the 公开时限 ``text`` of an item may ask of the paper called ``title``.

    If the title ends with what a clause speaks of (“……行政处罚决定书”), that clause alone counts.  Twenty working days
    written out are the usual term, for which a column may have set another number.
    """
    clauses = [part for part in _CLAUSES.split(_plain(text)) if part]
    own = [clause for clause in clauses if _speaks_of(clause, _plain(title))]
    usual = usual_limits(usual_days).terms
    terms: list[PublicationTerm] = []
    is_complete = True
    for clause in own or clauses:
        found = list(_terms_in(clause))
        terms += found
        if not all(term.is_from_signing for term in found) or not found:
            terms += usual
        if not found and _FIXED.search(clause):
            is_complete = False
    if usual_days != STATUTORY_DAYS:
        terms = [usual[0] if _is_statutory(term) else term for term in terms]
    return TimeLimits(tuple(dict.fromkeys(terms)), is_complete)


def _is_statutory(term: PublicationTerm) -> bool:
    return (term.count, term.unit) == (STATUTORY_DAYS, Unit.WORKING_DAYS)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _speaks_of(clause: str, title: str) -> bool:
    subjects = re.split("、|和|以及", _SUBJECT.split(clause)[0])
    whole = tuple(subject for subject in subjects if len(subject) >= _SHORTEST_SUBJECT)
    return bool(whole) and title.removesuffix("书").endswith(whole)


def _terms_in(clause: str) -> Iterator[PublicationTerm]:
    is_from_signing = not _FROM_DAY.search(clause) or bool(_FROM_SIGNING.search(clause))
    for found in _TERM.finditer(clause):
        before = clause[: found.start()].rpartition(",")[2]
        if _NO_TERM_AFTER.search(before) or _FROM_ELSEWHERE.search(before):
            continue
        count, unit = _read(found["count"], found["unit"].removeprefix("个"))
        if count:
            yield PublicationTerm(count, unit, f"栏目的公开时限“{clause}”", is_from_signing)


def _read(written: str, unit: str) -> tuple[int, Unit]:
    """Count and unit as written; 0 if they are no number."""
    if written == "半":
        return {"年": (6, Unit.MONTHS), "月": (15, Unit.DAYS)}.get(unit, (0, Unit.DAYS))
    count = int(written) if written.isdecimal() else _NUMERALS.get(written, 0)
    if unit == "工作日":
        return count, Unit.WORKING_DAYS
    if unit in ("月", "年"):
        return count * (12 if unit == "年" else 1), Unit.MONTHS
    return count * (7 if unit in ("周", "星期") else 1), Unit.DAYS
