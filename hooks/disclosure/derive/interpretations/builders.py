"""/interpretations/ and /interpretations/rates/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.derive import addresses, labels
from disclosure.derive.downloads import downloads_of
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.interpretations import tables
from disclosure.derive.interpretations.contexts import InterpretationRatesPage, InterpretationsPage
from disclosure.derive.lists import PAGE_SIZE, numbered, pages_of
from disclosure.derive.pieces import Link
from disclosure.measures.interpretation import IN_TIME, Rate, interpreted, rates, total
from disclosure.model import ColumnType

TITLE = "政策解读"
RATES_TITLE = "政策解读情况统计"
_QUARTERS_IN_WORDS = 4


def interpretation_pages(holdings: Holdings) -> Iterator[InterpretationsPage | InterpretationRatesPage]:
    """Documents with their interpretations and the counts; nothing where nothing is interpreted."""
    column = holdings.column
    sets = tuple(enumerate(interpreted(column), 1))
    if not sets:
        return
    changed = max(source.published for _, each in sets for source in each.interpretations).isoformat()
    description = "哪些政策文件有解读：文字、图解、问答等形式，谁解读的，点开就能看。"
    for pager, address, shown in pages_of(sets, addresses.INTERPRETATIONS, PAGE_SIZE):
        yield InterpretationsPage(
            frame=frame(
                address,
                numbered(f"{TITLE}：文件和解读对照", pager.page),
                description,
                here=numbered(TITLE, pager.page),
                changed=changed,
                labels=labels.of_list(TITLE, description, ColumnType.INTERPRETATION),
            ),
            table=tables.interpretations_table(holdings, shown, pager.total),
            pager=pager,
            rates=Link(RATES_TITLE, addresses.INTERPRETATION_RATES),
            downloads=downloads_of(tables.DATASET, "文件和解读对照表"),
        )
    yield _rates_page(holdings, changed)


def _rates_page(holdings: Holdings, changed: str) -> InterpretationRatesPage:
    counted = rates(holdings.column)
    days = holdings.column.checks.limit(IN_TIME)
    description = "每个季度各机关发布的行政规范性文件，多少有解读、有几种形式、是不是按时。"
    return InterpretationRatesPage(
        frame=frame(
            addresses.INTERPRETATION_RATES,
            RATES_TITLE,
            description,
            Link(TITLE, addresses.INTERPRETATIONS),
            changed=changed,
            labels=labels.of_list(RATES_TITLE, description, ColumnType.INTERPRETATION, TITLE),
        ),
        days=days,
        words=tuple(_in_words(each, days) for each in _by_quarter(counted)[:_QUARTERS_IN_WORDS]),
        table=tables.rates_table(counted) if counted else None,
        downloads=downloads_of(tables.RATES_DATASET, RATES_TITLE),
    )


def _by_quarter(counted: Sequence[Rate]) -> list[Rate]:
    """The sums of all organs, a quarter each, newest first."""
    quarters = dict.fromkeys(rate.quarter for rate in counted)
    return [total((rate for rate in counted if rate.quarter == quarter), quarter) for quarter in quarters]


def _in_words(rate: Rate, days: int) -> str:
    """The counts of a quarter as a sentence."""
    said = [f"{rate.quarter}发布行政规范性文件 {rate.documents} 件"]
    if not rate.interpreted:
        return f"{said[0]}，都还没有解读。"
    said.append("都有解读" if not rate.missing else f"{rate.interpreted} 件有解读，{rate.missing} 件没有解读")
    said.append(f"用了两种以上形式的 {rate.several} 件" if rate.several else "没有用两种以上形式的")
    said.append(f"在 {days} 个工作日内解读的 {rate.in_time} 件")
    if rate.late:
        said.append(f"晚于 {days} 个工作日的 {rate.late} 件")
    if rate.unknown:
        said.append(f"是不是按时{tables.UNKNOWN}的 {rate.unknown} 件")
    return "，".join(said) + "。"
