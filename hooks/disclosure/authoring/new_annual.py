"""A new annual report to fill in: what the column knows already is filled in, what a person must write says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.authoring.new_files import NewFileError, NewFiles
from disclosure.column import Column
from disclosure.model import AnnualReport, Disputes, FormReport, Level, Organ, TrialReport
from disclosure.model.annual import APPLICANTS, report_of_year
from disclosure.model.annual_form import (
    BLOCKS,
    DISPUTE_ROWS,
    ENDS,
    PARTS,
    RESULT_GROUPS,
    TRIAL_BLOCKS,
    TRIAL_RESULT_GROUPS,
)
from disclosure.rules.annual_texts import GOVERNMENT_TOPICS, TOPICS, UNFILLED, is_government_report
from disclosure.rules.annual_years import normative_counts
from disclosure.terms import label, terms

_LOCAL = (Level.COUNTY, Level.TOWNSHIP)


def new_annual_report(column: Column, year: int, organ_id: str | None) -> NewFiles:
    """The template for the report on ``year`` of the column's organ, or of the organ ``organ_id``."""
    noun = report_of_year(year)
    if noun is None:
        raise NewFileError(f"{year} 年度的报告没有统一的表格；请写成 content/annual/{year}.md")
    if year > column.today.year + 1:
        raise NewFileError(f"{year} 年度的报告还早；只能写到 {column.today.year + 1} 年度，请核对年份")
    organ = _organ(column, organ_id)
    path = f"catalogue/annual/{year}/{organ.id}.yml" if organ else f"catalogue/annual/{year}.yml"
    last = next((each for each in column.reports if each.year == year - 1 and each.organ == organ), None)
    lines = [*_head(column, noun, year, organ), *_disclosed(column, noun, year, organ)]
    lines += [*_requests(noun, last), *_disputes(), *_tail(noun, year), *_checks(organ)]
    to_do = [f"把文件里的“{UNFILLED}”都换成内容：没有的数写 0，表里的注释说明每个合计等于什么"]
    if last:
        to_do.append(f"“上年结转”取自 {last.origin.path} 的“结转下年度”，请核对")
    if noun is FormReport:
        to_do.append("“行政规范性文件”的三个数是按专栏里的文件数出来的；专栏没有收全的，请改成实际的数")
    to_do.append(f"没有填完时网站不能重新生成；要先放着的，把文件改名为 {Path(path).name}.txt，填好再改回来")
    to_do.append("填好后运行 disclosure check，合计不平、漏填的会逐条列出行号")
    taken = () if organ else (f"content/annual/{year}.md",)
    return NewFiles(files={path: ("\n".join(lines) + "\n").encode()}, to_do=tuple(to_do), taken=taken)


def _organ(column: Column, organ_id: str | None) -> Organ | None:
    if organ_id is None or organ_id == column.info.organ.id:
        return None
    for organ in column.organs:
        if organ.id == organ_id:
            return organ
    known = "、".join(f"{organ.id}（{organ.name}）" for organ in column.organs)
    raise NewFileError(f"“{organ_id}”不是 catalogue/organs.yml 里的机关标识；可以用：{known}")


def _head(column: Column, noun: type[AnnualReport], year: int, organ: Organ | None) -> Iterator[str]:
    name = (organ or column.info.organ).name
    schema = "annual-report" if noun is FormReport else "annual-report-2019"
    up = "../../" if organ else "../"
    yield f"# yaml-language-server: $schema={up}schemas/{schema}.schema.json"
    yield f"# {name}{year}年政府信息公开工作年度报告。格式依据{noun.norm}。六个部分的标题由程序写。"
    yield f"{label(noun, 'title')}: {name}{year}年政府信息公开工作年度报告"
    yield f"{label(noun, 'summary')}: 报告{year}年{name}政府信息公开工作情况，公布主动公开、申请办理、行政复议和行政诉讼的统计数据。"
    yield f"{label(noun, 'published')}: {UNFILLED}"
    yield f"{label(noun, 'source')}: {name}"
    yield f"{label(noun, 'review')}: {{人员: {UNFILLED}, 日期: {UNFILLED}}}"
    yield ""
    yield f"{label(noun, 'preface')}: |"
    yield f"  本报告依据《中华人民共和国政府信息公开条例》编制。数据统计期限为{year}年1月1日至12月31日。{UNFILLED}联系方式。"
    yield ""
    yield f"# {PARTS[0]}"
    yield f"{label(noun, 'overview')}: |"
    for topic in TOPICS.values():
        yield f"  {topic}"
        yield ""
        yield f"  {UNFILLED}"
        yield ""
    # They belong to the last topic, 监督保障.
    for topic in GOVERNMENT_TOPICS.values() if is_government_report(column, organ) else ():
        yield f"  {topic}：{UNFILLED}（没有的也要写明）"
        yield ""


def _disclosed(column: Column, noun: type, year: int, organ: Organ | None) -> Iterator[str]:
    table = terms(noun)["disclosed"].record
    assert table is not None
    yield f"# {PARTS[1]}"
    yield f"{label(noun, 'disclosed')}:"
    for block in BLOCKS if noun is FormReport else TRIAL_BLOCKS:
        yield f"  # {block.label}：{'、'.join(terms(table)[block.rows[0][0]].columns)}"
        for name, _ in block.rows:
            row = terms(table)[name]
            values, remark = [UNFILLED] * len(row.columns), ""
            if name == "rules" and column.info.level in _LOCAL:
                values = ["0"] * len(row.columns)
            if name == "normative" and noun is FormReport:
                counted = normative_counts(column, year, organ)
                values = [str(least) for least, _ in counted]
                remark = "  # 按专栏里的文件数出来的，请核对"
            yield f"  {row.key}: {_list(values)}{remark}"
    yield ""


def _requests(noun: type, last: AnnualReport | None) -> Iterator[str]:
    table = terms(noun)["requests"].record
    assert table is not None
    keys = {name: a_term.key for name, a_term in terms(table).items()}
    blank = _list([UNFILLED] * len(APPLICANTS))
    carried = (
        _list([UNFILLED if value is None else str(value) for value in last.requests.carried_out.shown])
        if last
        else blank
    )
    yield f"# {PARTS[2]}"
    yield f"{label(noun, 'requests')}:"
    yield f"  # 七个数依次是：{'、'.join(APPLICANTS)}"
    yield f"  # 每一行：总计 = {' + '.join(APPLICANTS[:-1])}"
    yield f"  # 每一列：{keys['new']} + {keys['carried_in']} = {keys['total']} + {keys['carried_out']}"
    yield f"  {keys['new']}: {blank}"
    yield f"  {keys['carried_in']}: {carried}" + (f"  # {last.year}年报告的结转下年度" if last else "")
    results = []
    for group in RESULT_GROUPS if noun is FormReport else TRIAL_RESULT_GROUPS:
        if len(group.rows) > 1:
            yield f"  # {group.label}"
        for name, _ in group.rows:
            results.append(keys[name])
            yield f"  {keys[name]}: {blank}"
    yield f"  # {ENDS['total']} 的每一列 = {' + '.join(results)}"
    yield f"  {keys['total']}: {blank}"
    yield f"  # 每一列 = {keys['new']} + {keys['carried_in']} - {keys['total']}"
    yield f"  {keys['carried_out']}: {blank}"
    yield ""


def _disputes() -> Iterator[str]:
    outcomes = terms(Disputes)["reviews"].columns
    yield f"# {PARTS[3]}"
    yield f"{label(AnnualReport, 'disputes')}:"
    yield f"  # 五个数依次是：{'、'.join(outcomes)}"
    yield f"  # 每一行：{outcomes[-1]} = {' + '.join(outcomes[:-1])}"
    for name in DISPUTE_ROWS:
        yield f"  {label(Disputes, name)}: {_list([UNFILLED] * len(outcomes))}"
    yield ""


def _tail(noun: type[AnnualReport], year: int) -> Iterator[str]:
    yield f"# {PARTS[4]}"
    yield f"{label(noun, 'issues')}: |"
    yield f"  {UNFILLED}"
    yield ""
    yield f"# {PARTS[5]}"
    yield f"{label(noun, 'others')}: |"
    if issubclass(noun, TrialReport):
        yield f"  {UNFILLED}"
        return
    yield "  （一）收取信息处理费情况"
    yield ""
    yield f"  {year}年{UNFILLED}（没有收取的也要写明）"
    yield ""
    yield "  （二）其他事项"
    yield ""
    yield f"  {UNFILLED}"
    yield ""
    yield "# 全年收取的信息处理费，单位是元，要与上面写的一致"
    yield f"{label(FormReport, 'handling_fee')}: {UNFILLED}"


def _checks(organ: Organ | None) -> Iterator[str]:
    """What may be written so that more is checked, as comments."""
    yield ""
    yield "# 下面的行想用就去掉行首的“# ”"
    if organ is None:
        yield "# 报告汇总了多少个单位。各单位的报告放在同名的年份文件夹里，齐了以后，核对每一格是不是各单位相加："
        yield f"# {label(AnnualReport, 'members')}: 0"
    yield "# 本机关的规范性文件都在本专栏的，写“是”，核对制发、废止、现行有效的件数："
    yield f"# {label(AnnualReport, 'holds_all_normative')}: 是"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(values)}]" if len(values) > 1 else values[0]
