"""年度报告: numbers told in its texts against its tables.

Only what certainly speaks of the whole report is judged: a sentence that begins with the number it tells, or with words for
the whole year or the whole area before it (全年、全县、2025年).  A sentence about another year, one office, one kind of
applicants or one matter tells its own numbers: a reminder that is wrong is worse than one that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.model import AnnualReport, Disclosed, Figures, FormReport, Prose
from disclosure.model.annual import rows_of
from disclosure.model.annual_form import PARTS, RESULT_GROUPS, TRIAL_RESULT_GROUPS
from disclosure.problems import Family, Severity
from disclosure.rules.annual_tables import before
from disclosure.rules.registry import Findings, rule

_AREA = "[省市县区州旗盟镇乡局]"
_WHOLE = (
    rf"(?:(?:\d{{4}}年度?|全年|本年度?|当年|年内|全{_AREA}|我{_AREA}|本{_AREA}|本机关|各级行政机关|各级各部门|共计?|总共|一共|合计|累计)"
    r"[，,]?)*"
)
_REQUESTS = r"(?:的)?(?:政府信息)?(?:公开)?申请(?:总数|数量)?(?:共计?)?"
_COUNT = r"(?<![\d.])(?<!\d[,，])(?P<count>\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,15})[件份](?!次)"
_TOLD = {
    "received": re.compile(rf"{_WHOLE}(?P<how>新收到?|收到|受理)(?:了)?{_REQUESTS}{_COUNT}"),
    "reviews": re.compile(
        rf"{_WHOLE}(?:因)?(?:政府信息公开)?(?:工作|申请|答复)?(?:被申请|被提起|发生)?行政复议(?:案件)?{_COUNT}"
    ),
    "suits": re.compile(
        rf"{_WHOLE}(?:因)?(?:政府信息公开)?(?:工作|申请|答复)?(?:被申请|被提起|发生)?行政诉讼(?:案件)?{_COUNT}"
    ),
    "papers": re.compile(rf"{_WHOLE}(?:新)?(?:制发|制定)(?:了)?行政规范性文件{_COUNT}"),
    "licences": re.compile(rf"{_WHOLE}作出行政许可(?:决定)?{_COUNT}"),
}
"""What a sentence may begin with."""

_CARRIED_IN = re.compile(rf"(?:上年度?|上一年度?)结转(?:的)?(?:政府信息公开)?(?:申请)?{_COUNT}")
_CARRIED_OUT = (
    re.compile(rf"(?:结转|顺延)[到至]?(?:下年度?|下一年度?)(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?{_COUNT}"),
    re.compile(rf"{_COUNT}(?:申请)?(?:结转|顺延)[到至]?(?:下年度?|下一年度?)"),
)
_NARROW = re.compile("办公室|政府办|公安|局|委员会|街道|部门|单位|中心|其中|自然人|法人|企业|组织|机构|涉及|关于")
"""What may narrow a sentence to a part of the whole."""
_LEADS_IN = re.compile(
    r"(?:同时|另有|还有|尚有|仍有|剩余|其余|余|有|含|包括|加上|并|已|将|作出|实施|办理|新收|年末|年底|目前|现|现有|当前"
    r"|截至[\d年月日]+底?|申请)?"
)
"""What may stand in a clause before a number of the whole; other words may narrow it."""
_YEAR = re.compile(r"((?:19|20)\d\d)年")

_FEWEST_RESULTS = 3
_GROWTH = re.compile(
    r"(?:比上年|比上一年|同比|较上年|较上一年)(?P<way>增长|增加|上升|下降|减少|降低)(?:了)?(?P<share>\d+(?:\.\d+)?)[%％]"
)
_SHARE = re.compile(
    rf"{_COUNT}[，,]?占(?:全部|全年|新收|收到|受理)?(?:的)?(?:政府信息公开)?申请(?:总数|总量|总件数|数量)?的?"
    r"(?P<share>\d+(?:\.\d+)?)[%％]"
)
_FALLS = ("下降", "减少", "降低")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without blanks, the key of the text it stands in, its line."""

    part: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a sentence tells: its words, the number, the numbers of the table that would do, and their place."""

    sentence: _Sentence
    words: str
    told: int
    allowed: tuple[int, ...]
    where: str


@rule(
    "annual-told-number",
    "年度报告正文里的数要与表格一致",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="核对文字和表格，改正写错的一处。",
    bad="正文写“全年新收申请241件”，表里是 214",
    good="正文写“全年新收申请214件”，表里是 214",
)
def annual_told_number(column: Column) -> Findings:
    """Numbers of the whole report in its texts are those of its tables, if none of these is blank."""
    for report in _told_in_full(column):
        for claim in _claims(report):
            if claim.told not in claim.allowed:
                table = "或者".join(str(number) for number in dict.fromkeys(claim.allowed))
                yield (
                    report.origin.path,
                    claim.sentence.line,
                    f"“{claim.sentence.part}”里写“{claim.words}”，{claim.where}是 {table}；文字和表格应当一致，请核对",
                )


@rule(
    "annual-percentage",
    "年度报告正文里的百分比要算得对",
    Severity.WARNING,
    family=Family.NUMBERS,
    advice="照检查结果里的数重新算，改正百分比，或者改正件数。",
    bad="新收从 10 件到 14 件，写“比上年增长4%”",
    good="新收从 10 件到 14 件，写“比上年增长40%”",
)
def annual_percentage(column: Column) -> Findings:
    """Growth against the report of the year before, and shares of the applications, as the tables give them."""
    for report in _told_in_full(column):
        last = before(column, report)
        for sentence in _sentences(report):
            yield from _growth(report, last, sentence)
            yield from _shares(report, sentence)


def _told_in_full(column: Column) -> Iterator[AnnualReport]:
    return (report for report in column.reports if _is_full(report))


def _is_full(report: AnnualReport) -> bool:
    tables = (report.disclosed, report.requests, report.disputes)
    return not any(row.blanks for table in tables for row in rows_of(table).values())


def _claims(report: AnnualReport) -> Iterator[_Claim]:
    for sentence in _sentences(report):
        yield from _of_beginning(report, sentence)
        yield from _of_carry_over(report, sentence)
        yield from _of_results(report, sentence)


def _of_beginning(report: AnnualReport, sentence: _Sentence) -> Iterator[_Claim]:
    for name, pattern in _TOLD.items():
        if not (found := pattern.match(sentence.text)):
            continue
        if name == "received":
            new, carried_in = _total(report.requests.new), _total(report.requests.carried_in)
            allowed = (new,) if found["how"].startswith("新收") else (new, new + carried_in)
            yield _Claim(sentence, found[0], _count(found), allowed, f"“{PARTS[2]}”新收的总计")
        elif name == "reviews":
            allowed = (_total(report.disputes.reviews),)
            yield _Claim(sentence, found[0], _count(found), allowed, f"“{PARTS[3]}”行政复议的总计")
        elif name == "suits":
            direct, after = report.disputes.suits_direct, report.disputes.suits_after_review
            allowed = (_total(direct) + _total(after),)
            yield _Claim(sentence, found[0], _count(found), allowed, f"“{PARTS[3]}”两种行政诉讼的总计")
        elif isinstance(report, FormReport):
            yield from _of_disclosed(report.disclosed, sentence, name)


def _of_disclosed(table: Disclosed, sentence: _Sentence, name: str) -> Iterator[_Claim]:
    """The three numbers of normative documents, or those of decisions, that such a sentence goes on to tell."""
    if name == "papers":
        patterns = (
            "(?:制发|制定)(?:了)?行政规范性文件",
            "废止(?:了)?(?:行政规范性文件)?",
            "现行有效(?:的)?(?:行政规范性文件)?",
        )
        values = table.normative.values
    else:
        patterns = ("行政许可(?:决定)?", "行政处罚(?:决定)?", "行政强制(?:措施)?(?:决定)?")
        values = (*table.licences.values, *table.penalties.values, *table.coercions.values)
    for pattern, value in zip(patterns, values, strict=True):
        found = re.search(pattern + _COUNT, sentence.text)
        if found and _is_of_whole(sentence.text[: found.start()]):
            yield _Claim(sentence, found[0], _count(found), (int(value),), f"“{PARTS[1]}”的表里")


def _of_carry_over(report: AnnualReport, sentence: _Sentence) -> Iterator[_Claim]:
    wanted = (
        ((_CARRIED_IN,), report.requests.carried_in, "上年结转的总计"),
        (_CARRIED_OUT, report.requests.carried_out, "结转下年度的总计"),
    )
    for patterns, row, name in wanted:
        for pattern in patterns:
            found = pattern.search(sentence.text)
            if found and _is_of_whole(sentence.text[: found.start()]):
                allowed = (_total(row),)
                yield _Claim(sentence, found[0], _count(found), allowed, f"“{PARTS[2]}”{name}")
                break


def _of_results(report: AnnualReport, sentence: _Sentence) -> Iterator[_Claim]:
    """A sentence that lists what became of the applications, by the groups of table 三."""
    rows = rows_of(report.requests)
    groups = RESULT_GROUPS if isinstance(report, FormReport) else TRIAL_RESULT_GROUPS
    told: list[_Claim] = []
    for group in groups:
        name = re.sub("（.*?）", "", group.label)
        found = re.search(f"{name}{_COUNT}", sentence.text)
        # “其中” leads over to the results here and narrows nothing.
        if found and not _NARROW.search(sentence.text[: found.start()].replace("其中", "")):
            total = sum(_total(rows[row]) for row, _ in group.rows)
            told.append(_Claim(sentence, found[0], _count(found), (total,), f"“{PARTS[2]}”“{name}”的总计"))
    begins = re.match(rf"{_WHOLE}办结{_COUNT}", sentence.text)
    if begins and len(told) >= _FEWEST_RESULTS:
        allowed = (_total(report.requests.total),)
        yield _Claim(sentence, begins[0], _count(begins), allowed, f"“{PARTS[2]}”办理结果的总计")
        yield from told


def _growth(report: AnnualReport, last: AnnualReport | None, sentence: _Sentence) -> Findings:
    """“新收申请214件，比上年增长15.1%”."""
    told = _TOLD["received"].match(sentence.text)
    grown = _GROWTH.match(sentence.text[told.end() :].lstrip("，,（(")) if told else None
    if last is None or grown is None or not _is_full(last):
        return
    now, then = _total(report.requests.new), _total(last.requests.new)
    with_carried = now + _total(report.requests.carried_in), then + _total(last.requests.carried_in)
    if then == 0:
        return
    sign = -1 if grown["way"] in _FALLS else 1
    shares = [sign * (after - before_) / before_ * 100 for after, before_ in ((now, then), with_carried)]
    if not any(_is_rounded(share, grown["share"]) for share in shares):
        yield (
            report.origin.path,
            sentence.line,
            f"“{sentence.part}”里写“{grown[0]}”，{last.year} 年新收 {then} 件、{report.year} 年新收 {now} 件，"
            f"应当是{'增长' if now >= then else '下降'} {abs(now - then) / then * 100:.1f}%；请核对",
        )


def _shares(report: AnnualReport, sentence: _Sentence) -> Findings:
    """“258件，占申请总数的32.0%”."""
    new, carried_in = _total(report.requests.new), _total(report.requests.carried_in)
    wholes = [whole for whole in dict.fromkeys((new, new + carried_in)) if whole]
    for found in _SHARE.finditer(sentence.text):
        right = [_count(found) / whole * 100 for whole in wholes]
        if right and not any(_is_rounded(share, found["share"]) for share in right):
            yield (
                report.origin.path,
                sentence.line,
                f"“{sentence.part}”里写“{found[0]}”，表里新收 {new} 件、加上年结转共 {new + carried_in} 件，"
                f"应当是 {'% 或者 '.join(f'{share:.1f}' for share in right)}%；请核对",
            )


def _sentences(report: AnnualReport) -> Iterator[_Sentence]:
    parts: tuple[tuple[str, Prose | None], ...] = (
        ("总体情况", report.overview),
        ("主动公开的说明", report.disclosed.note),
        ("申请的说明", report.requests.note),
        ("复议诉讼的说明", report.disputes.note),
    )
    for part, prose in parts:
        for number, line in enumerate(prose.text.split("\n") if prose else ()):
            for whole in re.sub(r"\s", "", line).split("。"):
                for text in _of_year(whole, report.year):
                    yield _Sentence(part, text, prose.line + number if prose else 1)


def _of_year(whole: str, year: int) -> Iterator[str]:
    """The pieces between ；of a sentence up to the first that begins with another year; those behind it may go on with it."""
    for text in re.split("[；;]", whole):
        named = _YEAR.search(text)
        if named and int(named[1]) != year:
            return
        if text:
            yield text


def _is_of_whole(before_number: str) -> bool:
    """Whether what stands before a number in its sentence leaves it a number of the whole report."""
    clause = re.split("[，,、：:（(]|以及|和|及", before_number)[-1]
    is_plain = _LEADS_IN.fullmatch(re.sub(f"^{_WHOLE}", "", clause))
    return bool(is_plain) and not _NARROW.search(re.sub(_WHOLE, "", before_number))


def _count(found: re.Match[str]) -> int:
    return int(re.sub("[,，]", "", found["count"]))


def _total(row: Figures) -> int:
    """The last number of a row."""
    return int(row.values[-1])


def _is_rounded(share: float, written: str) -> bool:
    """Whether ``written`` is ``share`` rounded or cut off at as many places."""
    places = len(written.partition(".")[2])
    return abs(share - float(written)) < float(10**-places)
