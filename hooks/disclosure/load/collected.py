"""catalogue/collected/<id>.json → the columns of other organs, written by ``disclosure collect``.

A file holds a few facts about the column, the fields of its 目录, and a row for each document, which is a list of values in
the order of the fields.  Whatever else the other column tells of a document stays in the file.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from disclosure.load import faults
from disclosure.load.plain_json import AGAIN, read_object
from disclosure.load.text_files import read_text
from disclosure.load.web_addresses import is_safe
from disclosure.model import CollectedColumn, CollectedDocument, Document, Openness, Validity
from disclosure.problems import Problems, Report, Rule
from disclosure.terms import label

FOLDER = "catalogue/collected"
NAME, ORGAN, CODE, ADDRESS, DAY, SUM, FIELDS, ROWS = (
    "名称",
    "机关",
    "统一社会信用代码",
    "地址",
    "采集日期",
    "校验值",
    "字段",
    "数据",
)
"""The keys of a file; ADDRESS is also the field of a document that leads to its page."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TEXTS = {name: label(Document, name) for name in ("index_number", "title", "summary", "issuers")}
_PUBLISHED, _OPENNESS = label(Document, "published"), label(Document, "openness")
_DOC_NUMBER, _VALIDITY, _KEYWORDS = (label(Document, name) for name in ("doc_number", "stated_validity", "keywords"))
NEEDED = (*_TEXTS.values(), _PUBLISHED, ADDRESS, _DOC_NUMBER, _VALIDITY)
"""The fields without which a 目录 cannot be shown."""

_MOST_TOLD = 20
"""So many problems of a kind are told one by one."""

_PARTICULARS = re.compile("\\d+|(?<=写的是)“.*?”|(?<=地址)“.*?”|(?<=索引号)“.*?”")
"""What differs between problems of a kind."""


def load_collected(root: Path, problems: Problems) -> tuple[CollectedColumn, ...]:
    """The collected columns of the column at ``root``, in the order of their names; broken ones are reported."""
    found = (_load(file, f"{FOLDER}/{file.name}", problems) for file in _files(root, problems))
    return tuple(sorted((each for each in found if each), key=lambda each: (each.name, each.id)))


def _files(root: Path, problems: Problems) -> Iterator[Path]:
    folder = root / FOLDER
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.name.startswith("."):
            continue
        if file.suffix == ".json" and ID.fullmatch(file.stem):
            yield file
        else:
            problems.in_file(f"{FOLDER}/{file.name}")(
                1,
                faults.WRONG_FILE_NAME,
                f"文件名“{file.name}”不对，这个文件没有读；这里只放采集来的文件，如 town.json",
            )


def _load(file: Path, path: str, problems: Problems) -> CollectedColumn | None:
    report = problems.in_file(path)
    text = read_text(file, report)
    whole = None if text is None else read_object(text, report)
    if text is None or whole is None:
        return None
    return collected_column(whole, file.stem, path, report, line_before_rows(text))


def line_before_rows(text: str) -> int:
    """The line of the JSON ``text`` below which its rows stand, each in a line of its own; 0 if they are not laid out so."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith(f'"{ROWS}"'):
            return number if line.endswith("[") else 0
    return 0


def field_names(fields: list[Any]) -> list[str | None]:
    """What the fields are called; None for what is not called anything."""
    names = [field.get(NAME) if isinstance(field, dict) else None for field in fields]
    return [name if isinstance(name, str) else None for name in names]


def collected_column(
    whole: Mapping[str, Any], id_: str, path: str, report: Report, before_rows: int
) -> CollectedColumn | None:
    """The column that a file describes; None after reporting everything that is wrong with it.

    The rows stand below the line ``before_rows``, one a line; 0 if where they stand is not known.
    """
    reading = _Reading(report, before_rows)
    facts = {key: reading.text(whole.get(key), f"“{key}”") for key in (NAME, ORGAN, ADDRESS)}
    day = reading.day(whole.get(DAY), f"“{DAY}”")
    reading.address(facts[ADDRESS], "专栏")
    documents = reading.documents(whole.get(FIELDS), whole.get(ROWS))
    reading.finish()
    if reading.is_broken or day is None:
        return None
    return CollectedColumn(
        id=id_,
        path=path,
        name=facts[NAME],
        organ=facts[ORGAN],
        address=facts[ADDRESS],
        day=day,
        documents=tuple(in_order(documents)),
    )


def in_order(documents: list[CollectedDocument]) -> list[CollectedDocument]:
    """Newest first, those of one day in the order of their 索引号."""
    by_number = sorted(documents, key=lambda document: document.index_number)
    return sorted(by_number, key=lambda document: document.published, reverse=True)


class _Reading:
    """Reads the values of a file and remembers whether any was wrong."""

    def __init__(self, report: Report, before_rows: int) -> None:
        self._report = report
        self._before_rows = before_rows
        self.is_broken = False
        self._told: Counter[tuple[str, str]] = Counter()
        self._untold: dict[Rule, list[int]] = {}

    def fail(self, message: str, line: int = 1) -> None:
        self._tell(line, faults.COLLECTED, f"{message}；{AGAIN}")

    def _tell(self, line: int, rule: Rule, message: str) -> None:
        """Report the first problems of a kind, which have one cause more often than not, and count the others."""
        self.is_broken = True
        kind = rule.name, _PARTICULARS.sub("", message)
        self._told[kind] += 1
        if self._told[kind] <= _MOST_TOLD:
            self._report(line, rule, message)
        else:
            self._untold.setdefault(rule, []).append(line)

    def finish(self) -> None:
        """Tell how many problems were only counted."""
        for rule, lines in self._untold.items():
            self._report(lines[0], rule, f"同样的问题还有 {len(lines)} 处，不再逐条列出；{AGAIN}")

    def text(self, value: Any, what: str, line: int = 1) -> str:
        if isinstance(value, str) and value.strip():
            return value
        self.fail(f"{what}应当是一段文字，这里{_shown(value)}", line)
        return ""

    def day(self, value: Any, what: str, line: int = 1) -> dt.date | None:
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        self.fail(f"{what}应当是 2024-03-05 这样的日期，这里{_shown(value)}", line)
        return None

    def address(self, value: str, what: str, line: int = 1) -> None:
        if value and not is_safe(value):
            self._tell(line, faults.COLLECTED_ADDRESS, unsafe(what, value))

    def documents(self, fields: Any, rows: Any) -> list[CollectedDocument]:
        if not isinstance(fields, list) or not isinstance(rows, list):
            self.fail(f"“{FIELDS}”和“{ROWS}”应当是列表")
            return []
        names = field_names(fields)
        if missing := [name for name in NEEDED if name not in names]:
            self.fail(f"“{FIELDS}”里缺少{'、'.join(missing)}")
            return []
        read = (self._document(names, row, number) for number, row in enumerate(rows, 1))
        found = [document for document in read if document]
        self._report_repeated(found)
        return found

    def _document(self, names: list[str | None], row: Any, number: int) -> CollectedDocument | None:
        line = self._before_rows + number if self._before_rows else 1
        if not isinstance(row, list) or len(row) != len(names):
            self.fail(f"“{ROWS}”第 {number} 条与“{FIELDS}”对不上", line)
            return None
        values = dict(zip(names, row, strict=True))
        who = f"第 {number} 条的"
        texts = {name: self.text(values[key], f"{who}“{key}”", line) for name, key in _TEXTS.items()}
        published = self.day(values[_PUBLISHED], f"{who}“{_PUBLISHED}”", line)
        address = self.text(values[ADDRESS], f"{who}“{ADDRESS}”", line)
        self.address(address, f"第 {number} 条", line)
        validity = values[_VALIDITY]
        if validity is not None and validity not in list(Validity):
            self.fail(f"{who}“{_VALIDITY}”{_shown(validity)}，只能是{'、'.join(Validity)}", line)
        if values.get(_OPENNESS, Openness.PUBLIC) != Openness.PUBLIC:
            self.fail(f"{who}“{_OPENNESS}”{_shown(values[_OPENNESS])}，只能采集主动公开的文件", line)
        keywords = values.get(_KEYWORDS) or ()
        if not isinstance(keywords, list | tuple) or not all(isinstance(each, str) for each in keywords):
            self.fail(f"{who}“{_KEYWORDS}”应当是一列文字", line)
            keywords = ()
        return CollectedDocument(
            **texts,
            published=published or dt.date.min,
            address=address,
            doc_number=self._maybe(values[_DOC_NUMBER], f"{who}“{_DOC_NUMBER}”", line),
            validity=validity if isinstance(validity, str) else "",
            keywords=tuple(keywords),
            line=line,
        )

    def _maybe(self, value: Any, what: str, line: int) -> str:
        return "" if value is None else self.text(value, what, line)

    def _report_repeated(self, documents: list[CollectedDocument]) -> None:
        seen: set[str] = set()
        for document in documents:
            if document.index_number and document.index_number in seen:
                self.fail(f"索引号“{document.index_number}”有两条", document.line)
            seen.add(document.index_number)


def unsafe(what: str, address: str) -> str:
    """That nobody can be sent to ``address``, which ``what`` has, and what to do."""
    return f"{what}的地址“{address}”不是 https:// 开头的完整网址，不能链接；请对方写好网站的地址（site_url），重新生成后再采集"


def _shown(value: Any) -> str:
    """A value as a message shows it."""
    if value is None:
        return "没有写"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"写的是“{text[:40]}”"
