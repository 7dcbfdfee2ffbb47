"""Real annual reports through the loader and the rules: every finding, beside what people noted of the same reports.

    PYTHONPATH=hooks:tests python tests/benchmarks/annual_reports.py CORPUS

CORPUS holds ``full/*.json``, one report each: agency, year, the three tables with a null for each blank cell, and
``arithmetic_findings``, the sums that a person found wrong; ``text/*.txt`` beside it, if there, is the text of the report of
the same name.  Each report becomes a file of the sample column (reports of one agency together, so that years are compared).
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from columns import TODAY, sample_at
from disclosure.model.annual_form import PARTS
from disclosure.pipeline import read_column

KEYS = (
    *(
        "新收",
        "上年结转",
        "予以公开",
        "部分公开",
        "国家秘密",
        "法律法规禁止",
        "三安全一稳定",
        "第三方权益",
        "内部事务信息",
    ),
    *(
        "过程性信息",
        "行政执法案卷",
        "行政查询事项",
        "不掌握信息",
        "需另行制作",
        "补正后仍不明确",
        "信访举报投诉",
        "重复申请",
    ),
    *("公开出版物", "大量反复申请", "确认或重新出具", "逾期不补正", "逾期不缴费", "其他", "总计", "结转下年度"),
)
BEFORE_OTHERS, OTHERS = 20, 3
NO_TEXT = "（一）主动公开（二）依申请公开（三）政府信息管理（四）平台建设（五）监督保障 工作考核 社会评议 责任追究"


def main(corpus: Path) -> None:
    """Print what is found."""
    by_agency: dict[str, list[Path]] = {}
    for path in sorted((corpus / "full").glob("*.json")):
        by_agency.setdefault(json.loads(path.read_text(encoding="utf-8"))["agency"], []).append(path)
    for agency, paths in by_agency.items():
        with tempfile.TemporaryDirectory() as folder:
            root = sample_at(Path(folder) / "column")
            shutil.rmtree(root / "catalogue/annual")
            (root / "catalogue/annual").mkdir()
            level = "县级" if re.search("[区县]", agency) else "市级"
            column = root / "catalogue/column.yml"
            column.write_text(
                column.read_text(encoding="utf-8").replace("层级: 县级", f"层级: {level}"), encoding="utf-8"
            )
            reports = {f"catalogue/annual/{_year(path)}.yml": path for path in paths}
            blanks = {place: _write(root / place, path) for place, path in reports.items()}
            _, problems = read_column(root, TODAY)
            for place, path in reports.items():
                noted = json.loads(path.read_text(encoding="utf-8"))["arithmetic_findings"]
                found = [str(problem) for problem in problems if problem.path == place]
                print(f"\n{path.stem}\n  noted by a person: {len(noted)}")
                _show(noted)
                print(f"  blank cells (0 taken for the rest): {len(blanks[place])}")
                _show(blanks[place])
                print(f"  found: {len(found)}")
                _show(found)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"    {line}")


def _year(path: Path) -> int:
    return int(json.loads(path.read_text(encoding="utf-8"))["year"])


def _write(target: Path, path: Path) -> list[str]:
    """Write the report as YAML; the names of its blank cells."""
    report = json.loads(path.read_text(encoding="utf-8"))
    blanks: list[str] = []

    def numbers(name: str, values: Iterable[Any]) -> str:
        shown = []
        for place, value in enumerate(values, 1):
            if value is None:
                blanks.append(f"{name}, number {place}")
            shown.append(str(value or 0))
        return f"[{', '.join(shown)}]"

    disclosed, disputes = report["table_active_disclosure"], report["table_review_litigation"]
    rows = [row[1:] for row in report["table_requests"]["rows"]]
    if len(rows) == len(KEYS) - OTHERS + 1:
        # Some reports leave （六）其他处理 undivided.
        rows[BEFORE_OTHERS:BEFORE_OTHERS] = [[0] * 7] * (OTHERS - 1)
    parts = _parts(path.parent.parent / "text" / f"{path.stem}.txt")
    fee = re.search(r"信息处理费(?:共计?)?(\d+)元", parts.get(PARTS[5], ""))
    lines = [
        f"标题: {report['year']}年政府信息公开工作年度报告",
        "内容概述: 年度报告",
        f"发布日期: {report['year'] + 1}-01-31",
        f"审核: {{人员: 审查, 日期: {report['year'] + 1}-01-30}}",
        "前言: 统计期限为全年。",
        *_prose("总体情况", parts.get(PARTS[0], NO_TEXT)),
        "主动公开:",
        f"  规章: {numbers('规章', disclosed['规章'])}",
        f"  行政规范性文件: {numbers('行政规范性文件', disclosed['行政规范性文件'])}",
        *(f"  {key}: {disclosed[key]}" for key in ("行政许可", "行政处罚", "行政强制")),
        f"  行政事业性收费: {disclosed['行政事业性收费_万元']}",
        "申请:",
        *(f"  {key}: {numbers(key, row)}" for key, row in zip(KEYS, rows, strict=True)),
        "复议诉讼:",
        *_disputes(disputes, numbers),
        *_prose("存在问题", parts.get(PARTS[4], "没有收录正文，这里不核对。")),
        *_prose("其他事项", parts.get(PARTS[5], "没有收录正文，信息处理费不核对。")),
        f"信息处理费元: {fee[1] if fee else 0}",
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return blanks


def _disputes(disputes: Mapping[str, Any], numbers: Any) -> list[str]:
    keys = {"行政复议": "行政复议", "直接起诉": "未经复议直接起诉", "复议后起诉": "复议后起诉"}
    return [f"  {key}: {numbers(key, disputes[name])}" for key, name in keys.items()]


def _prose(key: str, text: str) -> list[str]:
    return [f"{key}: |", *(f"  {line}" for line in text.split("\n"))]


def _parts(path: Path) -> dict[str, str]:
    """The text of each part by its heading, without the layout of the paper."""
    if not path.exists():
        return {}
    flat = re.sub(r"-\d+-", "", re.sub(r"\s", "", path.read_text(encoding="utf-8")))
    starts = [(flat.rfind(heading), heading) for heading in PARTS if heading in flat]
    ends = [start for start, _ in starts[1:]] + [len(flat)]
    return {
        heading: flat[start + len(heading) : end] or "无" for (start, heading), end in zip(starts, ends, strict=True)
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
