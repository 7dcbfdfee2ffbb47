"""Real pages and attachments through every rule: how much each rule finds, how long it takes, and a sample to be judged by a person.

    PYTHONPATH=hooks:tests python tests/benchmarks/real_findings.py CORPUS [--sample 200] [--seed 1] [--only RULE]

CORPUS holds ``policy_pages/`` and ``policy_pages_noisy/`` (texts of saved pages, the address in the first line, and ``index.csv`` with
fields that were guessed from the page) and ``attachments/`` (files by kind).  A page becomes a document of a column: its text from the
second time the title is told to the end of the article, its fields where the index has them.  Each attachment is hung on a page.
What stems from a field that had to be guessed is counted and left out.  The sample is drawn evenly over the rules, so that
rare ones are judged, too: mark the false ones and count by rule.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import random
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from columns import TODAY
from disclosure.load.dates import read_moment
from disclosure.pipeline import read_column
from disclosure.problems import Problem
from disclosure.rules.catalogue import check_character

END = re.compile(
    r"^(?:【?(?:打印|关闭)|打印本页|关闭窗口|相关(?:链接|文章|信息|解读)|主办单位|版权所有|网站地图|扫一扫|分享到|上一篇|责任编辑)"
)
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[【(（﹝](?:19|20)\d\d[〕\]】)）﹞]\s*\d{1,4}\s*号")
ISSUER = re.compile(r"([^《（(]{2,24}?(?:人民政府|办公[室厅]|委员会|[局厅部院中心]))(?:等\S{1,6}部门)?(?:关于|印发)")
SIGNED = re.compile(r"[\u4e00-\u9fff]{3,24}(?:人民政府|办公[室厅]|委员会|[局厅部院]|中心)")
ABOUT_THE_TEXT = ("effective-missing", "expires-missing")
"""Rules that stand at 成文日期 and tell what the text says."""

COMPARED = {"doc-number-year": "成文日期", "late-publication": "成文日期"}
"""Rules that stand at one field and compare it with another."""

NOT_IN_CORPUS = ("annex-missing", "guide-missing", "head-title", "misfiled")
"""Rules that compare a page with what the corpus does not have: its attachments, its guide, its own title, its place."""

GENRES = ("通知", "公告", "通告", "意见", "决定", "通报", "批复", "函", "办法", "规定", "方案", "解读")


@dataclass(frozen=True)
class Page:
    """A page as a document: its fields, the keys of those that were guessed, its text and where it comes from."""

    fields: Mapping[str, object]
    guessed: frozenset[str]
    text: str
    source: str


def main() -> None:
    """Print what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="name of the rule whose findings are shown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pages = write_column(root, options.corpus)
        started = time.perf_counter()
        _, problems = read_column(root, TODAY)
        seconds = time.perf_counter() - started
        told = [problem for problem in problems if not is_made_up(problem, root, pages)]
        print(f"{len(pages)} documents, {seconds:.1f} s, {len(told)} findings, {len(problems) - len(told)} made up\n")
        for name, count in Counter(problem.rule.name for problem in told).most_common():
            print(f"{count:6} {name}")
        chosen = [problem for problem in told if options.only in (None, problem.rule.name)]
        for number, problem in enumerate(drawn(chosen, options.sample, options.seed), 1):
            line = line_of(root / problem.path, problem.line)
            print(f"\n{number}. [{problem.rule.name}] {problem.message[:300]}")
            source = pages[problem.path].source if problem.path in pages else problem.path
            print(f"   {source}:{problem.line}: {line[:200]}")


def is_made_up(problem: Problem, root: Path, pages: Mapping[str, Page]) -> bool:
    """Whether a finding is about what was written here: the catalogue, or a field that was guessed."""
    if problem.path.startswith("catalogue/") or problem.rule.name in NOT_IN_CORPUS:
        return True
    if problem.path not in pages or problem.rule.name in ABOUT_THE_TEXT:
        return False
    key = line_of(root / problem.path, problem.line).partition(":")[0]
    return not pages[problem.path].guessed.isdisjoint((key, COMPARED.get(problem.rule.name, key)))


def drawn(problems: list[Problem], count: int, seed: int) -> list[Problem]:
    """At most ``count`` findings, taken in turn from the rules."""
    chance = random.Random(seed)
    by_rule: dict[str, list[Problem]] = {}
    for problem in problems:
        by_rule.setdefault(problem.rule.name, []).append(problem)
    for found in by_rule.values():
        chance.shuffle(found)
    order: Iterator[Problem] = (
        found[turn]
        for turn in range(max(map(len, by_rule.values()), default=0))
        for _, found in sorted(by_rule.items())
        if turn < len(found)
    )
    return sorted([problem for problem, _ in zip(order, range(count), strict=False)], key=lambda each: each.rule.name)


def write_column(root: Path, corpus: Path) -> dict[str, Page]:
    """A column of everything in ``corpus``; the page of each document by its path."""
    pages = list(_pages(corpus))
    issuers = dict.fromkeys(["示例市人民政府", *(name for page in pages for name in _issuers(page))])
    codes = {name: _code(place) for place, name in enumerate(issuers, 1)}
    _write_catalogue(root, codes)
    attached = sorted(path for path in (corpus / "attachments").glob("*/*") if path.suffix not in (".txt", ".xml"))
    written: dict[str, Page] = {}
    for place, page in enumerate(pages):
        files = attached[place :: len(pages)]
        day = page.fields["发布日期"]
        assert isinstance(day, dt.date)
        path = root / f"content/statutory/other/{day.year}/page-{place:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(file, path.parent / file.name)
        head = _head(page, f"{codes[_issuers(page)[0]]}/{day.year}-{place:06}", [file.name for file in files])
        path.write_text(f"{head}{page.text}\n", encoding="utf-8")
        written[path.relative_to(root).as_posix()] = page
    return written


def line_of(path: Path, line: int) -> str:
    """A line of a text file, or nothing."""
    try:
        return path.read_text(encoding="utf-8").split("\n")[line - 1].strip()
    except (OSError, UnicodeDecodeError, IndexError):
        return ""


def _pages(corpus: Path) -> Iterator[Page]:
    for folder in ("policy_pages", "policy_pages_noisy"):
        for row in csv.DictReader((corpus / folder / "index.csv").open(encoding="utf-8")):
            text = (corpus / folder / row["text"]).read_text(encoding="utf-8", errors="replace")
            lines = [line.strip() for line in text.split("\n")[1:]]
            title = re.split(r"[_|]| - ", row.get("title") or next((line for line in lines if line), "无题"))[0].strip()
            body = _article(lines, title) if folder == "policy_pages" else [line for line in lines if line]
            fields, guessed = _fields(row, title, body)
            yield Page(fields, guessed, "\n\n".join(body) or "无", f"{folder}/{row['text']}")


def _article(lines: list[str], title: str) -> list[str]:
    """The lines of the article: after the last early telling of the title, up to what follows an article."""
    places = [place for place, line in enumerate(lines[: len(lines) * 2 // 3]) if title and title in line]
    rest = lines[places[-1] + 1 :] if places else lines
    end = next((place for place, line in enumerate(rest) if place > 5 and END.match(line)), len(rest))
    return [line for line in rest[:end] if line]


def _fields(row: Mapping[str, str], title: str, body: list[str]) -> tuple[dict[str, object], frozenset[str]]:
    """The fields of a page, and the keys of those that the page does not tell."""
    published = _day(row.get("release_date"), row.get("meta_PubDate"))
    issued = _day(row.get("written_date"))
    number = NUMBER.search(row.get("doc_no_field") or "") or next(filter(None, map(NUMBER.fullmatch, body[:6])), None)
    issuer = re.sub(r"[\s　].*", "", row.get("issuer") or "")
    named = _issuer_told(title, body)
    told = {"发布日期": published, "成文日期": issued, "发文机关": issuer}
    day = published or issued or dt.date(2022, 1, 4)
    fields: dict[str, object] = {
        "标题": title,
        "发文字号": number and number[0],
        "发文机关": (named if named.endswith(issuer) else issuer).split("、"),  # 省教育厅 signs as 示例省教育厅
        "成文日期": min(issued or day, day),
        "发布日期": day,
        "内容概述": re.sub(r"\s+", "", "".join(body))[:60] or "无",
    }
    return fields, frozenset({"内容概述", "索引号", *(key for key, value in told.items() if not value)})


def _issuers(page: Page) -> list[str]:
    issuers = page.fields["发文机关"]
    assert isinstance(issuers, list)
    return issuers


def _issuer_told(title: str, body: list[str]) -> str:
    """Who issued a page that does not say so: as the title begins, or as the last lines are signed."""
    found = ISSUER.match(title)
    signed = next((line for line in reversed(body[-8:]) if SIGNED.fullmatch(line)), None)
    return found[1] if found else signed or "示例市人民政府"


def _day(*texts: str | None) -> dt.date | None:
    for text in texts:
        moment = read_moment((text or "").strip()[:10]) or read_moment((text or "").strip())
        if moment and dt.date(1949, 10, 1) <= moment.day <= TODAY:
            return moment.day
    return None


def _head(page: Page, index_number: str, files: list[str]) -> str:
    title = str(page.fields["标题"])
    genre = next((each for each in GENRES if title.rstrip("）)").endswith(each)), "其他")
    head = {
        **page.fields,
        "索引号": index_number,
        "主题分类": "综合政务",
        "体裁分类": genre if page.fields["发文字号"] and genre in GENRES[:8] else "其他",
        "公开属性": "主动公开",
        "规范性文件": "否",
        "附件": files or None,
    }
    written = [f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in head.items() if value]
    return "\n".join(["---", *written, f"审核: {{人员: 保密审查岗, 日期: {page.fields['发布日期']}}}", "---", "", ""])


def _write_catalogue(root: Path, codes: Mapping[str, str]) -> None:
    folder = root / "catalogue"
    folder.mkdir()
    organs = "".join(
        f"- {{标识: organ-{place}, 名称: {json.dumps(name, ensure_ascii=False)}, 统一社会信用代码: {code}}}\n"
        for place, (name, code) in enumerate(codes.items(), 1)
    )
    texts = {
        "organs": organs,
        "themes": "- {标识: general, 名称: 综合政务}\n",
        "genres": "".join(
            f"- {{标识: genre-{place}, 名称: {name}, 发文字号: 可以}}\n" for place, name in enumerate((*GENRES, "其他"))
        ),
        "statutory": "- 标识: normative\n- 标识: other\n",
        "column": "机关: 示例市人民政府\n层级: 市级\n工作机构: 示例市人民政府办公室\n办公地址: 示例市中心路1号\n办公时间: 工作日 8:30—17:30\n"
        "联系电话: 0300-5550101\n传真号码: 0300-5550102\n互联网联系方式: gongkai@shilishi.gov.cn\n",
    }
    for stem, text in texts.items():
        (folder / f"{stem}.yml").write_text(text, encoding="utf-8")


def _code(place: int) -> str:
    first = f"1199012{place:010}"
    return first + check_character(first)


if __name__ == "__main__":
    main()
