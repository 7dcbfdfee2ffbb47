"""年度报告: the fee for handling information (信息处理费) in part six against the number of the file.

People write amounts in many ways: full-width digits, commas, 万元, several amounts without their sum.  What stops the build
has to be certainly wrong, so each of these counts, and an amount in Chinese signs is not judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from disclosure.column import Column
from disclosure.model import FormReport
from disclosure.model.annual_form import PARTS
from disclosure.problems import Family, Severity
from disclosure.rules.annual_tables import Faults, plain
from disclosure.rules.annual_texts import UNFILLED
from disclosure.rules.registry import Findings, rule

_NORM = "国办公开办函〔2021〕30号"
_FEE = re.compile("信息(?:公开)?处理费")
_DIGITS = r"(?<![\d.])(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<places>\.\d+)?"
_AMOUNT = re.compile(rf"{_DIGITS}(?P<unit>万)?元")
_BARE = re.compile(rf"处理费(?:\(元\))?[:为]?{_DIGITS}(?![\d.,]|[件笔次人份项年月日万%])")
"""“信息处理费（元）：120”: a number without a unit right behind the fee."""
_IN_SIGNS = re.compile("[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾][十百千万拾佰仟]*元")
_NOT_COLLECTED = re.compile("[未无没不免减退每按]|标准|如|若")
_TITLE = re.compile("《.*?》")
_YEAR = re.compile(r"(20\d\d)年")
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class _Amount:
    """Yuan as told, and how far the true amount may be from it: one told in 万元 may be rounded or cut off."""

    yuan: Decimal
    slack: Decimal = Decimal(0)


@rule(
    "annual-fee",
    "收取了信息处理费的，要在第六部分写明金额",
    norm=_NORM,
    family=Family.NUMBERS,
    advice="在第六部分写明全年收取多少元，与“信息处理费元”的数一样。",
    bad="信息处理费元: 120，第六部分写“无”",
    good="信息处理费元: 120，第六部分写“全年收取信息处理费120元”",
)
def annual_fee(column: Column) -> Findings:
    """A fee that was collected is told in part six, with the same amount."""
    for report in _with_fee(column):
        if not report.known_fault:
            yield from ((report.origin.path, line, message) for line, message in fee_faults(report))


@rule(
    "annual-fee-none",
    "没有收取信息处理费的，也要在第六部分写明",
    Severity.WARNING,
    norm=_NORM,
    family=Family.NUMBERS,
    advice="在第六部分补写一句没有收取；其实收了的，改“信息处理费元”。",
    bad="信息处理费元: 0，第六部分没有提到",
    good="信息处理费元: 0，第六部分写“全年没有收取信息处理费”",
)
def annual_fee_none(column: Column) -> Findings:
    """Part six says so when no fee was collected, and names no amount."""
    for report in _with_fee(column):
        text = _flat(report.others.text)
        if report.handling_fee.values[0] != 0 or UNFILLED in text:
            continue
        line = report.origin.line_of("others")
        if amounts := [each for each in _collected(text, report.year) if each.yuan]:
            yield (
                report.origin.path,
                line,
                f"“信息处理费元”写的是 0，“{PARTS[5]}”里却写着收取 {plain(amounts[0].yuan)} 元；请核对",
            )
        elif not _FEE.search(text):
            yield (
                report.origin.path,
                line,
                f"“{PARTS[5]}”里没有写收取信息处理费的情况；请补写一句，如“全年没有收取信息处理费”",
            )


def fee_faults(report: FormReport) -> Faults:
    """Line and message where part six does not tell the amount."""
    amount, text = report.handling_fee.values[0], _flat(report.others.text)
    if amount > 0 and not (_FEE.search(text) and _tells(text, Decimal(amount))):
        yield (
            report.origin.line_of("others"),
            f"“信息处理费元”写的是 {plain(amount)}，“{PARTS[5]}”里没有写收取信息处理费 {plain(amount)} 元；"
            "请写明，或者核对金额",
        )


def _with_fee(column: Column) -> Iterator[FormReport]:
    """The reports that tell the fee."""
    return (report for report in column.reports if isinstance(report, FormReport) and not report.handling_fee.blanks)


def _flat(text: str) -> str:
    """Without blanks, digits and signs of half width; lines end with 。."""
    return "。".join(re.sub(r"\s", "", unicodedata.normalize("NFKC", line)) for line in text.split("\n"))


def _tells(text: str, amount: Decimal) -> bool:
    """Whether one of the amounts told, or some of them that follow each other added up, is ``amount``."""
    told = list(_amounts(text))
    for start in range(len(told)):
        added = accumulate(each.yuan for each in told[start:])
        slack = accumulate(each.slack for each in told[start:])
        if any(amount == yuan or -off / 2 <= amount - yuan < off for yuan, off in zip(added, slack, strict=True)):
            return True
    return bool(_IN_SIGNS.search(text))


def _amounts(text: str) -> Iterator[_Amount]:
    found = {each.start("digits"): each for pattern in (_BARE, _AMOUNT) for each in pattern.finditer(text)}
    for _, each in sorted(found.items()):
        places = each["places"] or ""
        number = Decimal(each["digits"].replace(",", "") + places)
        if each.groupdict().get("unit"):
            yield _Amount(number * _TEN_THOUSAND, Decimal(_TEN_THOUSAND).scaleb(-max(len(places) - 1, 0)))
        else:
            yield _Amount(number)


def _collected(text: str, year: int) -> Iterator[_Amount]:
    """Amounts in sentences that certainly say that they were collected, in no other year."""
    for sentence in re.split("[。;]", _TITLE.sub("", text)):
        fee = _FEE.search(sentence)
        others = set(_YEAR.findall(sentence)) - {str(year)}
        if fee and not others and not _NOT_COLLECTED.search(sentence):
            yield from _amounts(sentence[fee.start() :])
