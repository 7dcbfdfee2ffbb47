"""Strings to values, one converter a kind; and a whole mapping to the fields of a noun."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, fields
from typing import Any

from disclosure.load import faults
from disclosure.load.dates import read_moment
from disclosure.load.figures import read_numbers, read_prose
from disclosure.load.hints import first_repeated, nearest, unknown_key
from disclosure.load.marked_yaml import Entry, Mapping, Node, Scalar, Sequence, full_width_colon, plain_key
from disclosure.load.paper_numbers import plain_number
from disclosure.model import Genre, Organ, Origin, Theme, WrittenRow
from disclosure.problems import Report, Rule
from disclosure.terms import Kind, Term, terms

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

FAILED: Any = object()
"""Stands for a value that could not be read; the reason has been reported."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """The catalogues by which names in a file are understood.

    A catalogue that could not be loaded is None: names in it are then not judged, so that one broken file does not
    raise a problem in every document.
    """

    organs: MappingOf[str, Organ] | None = field(default_factory=dict)
    themes: MappingOf[str, Theme] | None = field(default_factory=dict)
    genres: MappingOf[str, Genre] | None = field(default_factory=dict)


def read_fields(
    node: Mapping, noun: type, report: Report, lookups: Lookups, extra_keys: Iterable[str] = ()
) -> dict[str, Any] | None:
    """The fields of ``noun`` written in ``node``, by code name; None if any of them is wrong or missing."""
    by_key = {a_term.key: name for name, a_term in terms(noun).items()}
    known = [*by_key, *extra_keys]
    values: dict[str, Any] = {}
    sound = True
    written: set[str] = set()
    for entry in node.entries:
        if entry.key in by_key:
            name = by_key[entry.key]
            written.add(name)
            value = convert(entry.value, terms(noun)[name], entry.line, report, lookups)
            if value is FAILED:
                sound = False
            else:
                values[name] = value
        elif (prefix := entry.key.partition(":")[0]) in by_key:
            report(entry.line, faults.BROKEN_YAML, full_width_colon(prefix))
            written.add(by_key[prefix])
            sound = False
        elif entry.key not in known:
            report(entry.line, faults.UNKNOWN_KEY, unknown_key(entry.key, known))
            sound = False
    for name, a_term in terms(noun).items():
        if a_term.required and name not in written:
            report(
                node.line,
                faults.MISSING_KEY,
                f"缺少必填的“{a_term.key}”（{a_term.meaning}）；请补上一行“{a_term.key}: …”",
            )
            sound = False
    return values if sound else None


def line_map(node: Mapping, noun: type) -> dict[str, int]:
    """The line of every written field of ``noun``, by code name."""
    names = {a_term.key: name for name, a_term in terms(noun).items()}
    return {names[entry.key]: entry.line for entry in node.entries if entry.key in names}


def origin_of(node: Mapping, noun: type, path: str) -> Origin:
    """Where ``node`` was written."""
    return Origin(path, node.line, line_map(node, noun))


def convert(node: Node, a_term: Term, line: int, report: Report, lookups: Lookups) -> Any:
    """The value of ``node`` as ``a_term`` means it, or FAILED."""
    if isinstance(node, Scalar) and not node.text.strip():
        choice = "" if a_term.required else "，或者删去这一行"
        report(line, faults.EMPTY_VALUE, f"“{a_term.key}”后面是空的；请写上内容{choice}")
        return FAILED
    at = node.line if isinstance(node, Scalar) else line
    return _CONVERTERS[a_term.kind](_Reading(node, a_term, at, report, lookups))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One value being read: all that a converter needs."""

    node: Node
    term: Term
    line: int
    report: Report
    lookups: Lookups

    def fail(self, rule: Rule, message: str, line: int | None = None) -> Any:
        self.report(line or self.line, rule, message)
        return FAILED

    def scalar(self, node: Node | None = None) -> Any:
        """The text of a plain value, or FAILED."""
        node = node or self.node
        if isinstance(node, Scalar) and node.text.strip():
            return unicodedata.normalize("NFC", " ".join(node.text.split()))
        written = "空的一项" if isinstance(node, Scalar) else "列表" if isinstance(node, Sequence) else "一组键"
        return self.fail(
            faults.WRONG_TYPE, f"“{self.term.key}”应当是一段文字，这里写的是{written}；请改成一段文字", node.line
        )

    def each(self) -> list[tuple[Node, int]]:
        """The nodes of a list; a single value counts as a list of one."""
        if isinstance(self.node, Sequence):
            return [(node, node.line) for node in self.node.items]
        return [(self.node, self.line)]


def _prose(reading: _Reading) -> Any:
    return read_prose(reading.node, reading.term, reading.line, reading.report) or FAILED


def _numbers(reading: _Reading) -> Any:
    return read_numbers(reading.node, reading.term, reading.line, reading.report) or FAILED


def _year(reading: _Reading) -> Any:
    text = reading.scalar()
    if text is FAILED:
        return FAILED
    if re.fullmatch(r"(?:19|20)\d\d", unicodedata.normalize("NFKC", text)):
        return int(text)
    return reading.fail(
        faults.WRONG_TYPE, f"“{reading.term.key}”应当是四位年份，这里写的是“{text}”；请改成数字，如 2025"
    )


def _id(reading: _Reading) -> Any:
    text = reading.scalar()
    if text is FAILED or _ID.fullmatch(text):
        return text
    return reading.fail(
        faults.WRONG_ID, f"“{reading.term.key}”写的是“{text}”；只能用小写英文字母、数字和连字符，如 social-assistance"
    )


def _paper_number(reading: _Reading) -> Any:
    text = reading.scalar()
    return text if text is FAILED else plain_number(text)


def _file(reading: _Reading) -> Any:
    """A file name exactly as written: blanks in it count."""
    text = reading.scalar()
    return reading.node.text.strip() if isinstance(reading.node, Scalar) and text is not FAILED else FAILED


def _day(reading: _Reading, node: Node | None = None) -> Any:
    text = reading.scalar(node)
    if text is FAILED:
        return FAILED
    moment = read_moment(text)
    if moment is None:
        return reading.fail(
            faults.WRONG_DATE,
            f"“{reading.term.key}”写的“{text}”不是一个存在的日期；请写成 2024-03-05 或者 2024年3月5日",
            node.line if node else None,
        )
    return moment.day


def _yes_no(reading: _Reading) -> Any:
    text = reading.scalar()
    if text in ("是", "否"):
        return text == "是"
    if text is FAILED:
        return FAILED
    return reading.fail(faults.WRONG_CHOICE, f"“{reading.term.key}”写的是“{text}”；只能写“是”或者“否”")


def _choice(reading: _Reading, node: Node | None = None) -> Any:
    choices = reading.term.choices
    assert choices is not None
    text = reading.scalar(node)
    if text is FAILED:
        return FAILED
    try:
        return choices(text)
    except ValueError:
        allowed = "、".join(choices)
        return reading.fail(
            faults.WRONG_CHOICE,
            f"“{reading.term.key}”写的是“{text}”；只能写：{allowed}{nearest(text, choices)}",
            node.line if node else None,
        )


def _day_or_choice(reading: _Reading) -> Any:
    choices = reading.term.choices
    assert choices is not None
    text = reading.scalar()
    if text is FAILED:
        return FAILED
    if text in list(choices):
        return choices(text)
    moment = read_moment(text)
    if moment is not None:
        return moment.day
    return reading.fail(
        faults.WRONG_DATE,
        f"“{reading.term.key}”写的“{text}”不是一个存在的日期，也不是这几个词：{'、'.join(choices)}；"
        "请写成 2024-03-05（只知道哪个月的，写那个月的最后一天），或者写其中一个词",
    )


def _named(reading: _Reading, node: Node, catalogue: MappingOf[str, Any] | None, rule: Rule, file: str) -> Any:
    text = reading.scalar(node)
    if text is FAILED or catalogue is None:
        return FAILED
    if text in catalogue:
        return catalogue[text]
    names = list(dict.fromkeys(entry.name for entry in catalogue.values()))
    shown = "、".join(names[:12]) + ("等" if len(names) > 12 else "")
    return reading.fail(
        rule,
        f"“{reading.term.key}”写的“{text}”不在 {file} 里；可以用：{shown or '（目录还是空的）'}{nearest(text, names)}"
        f"；请改用其中一个，或者先在 {file} 里加上",
        node.line,
    )


def _organ(reading: _Reading, node: Node | None = None) -> Any:
    organs = reading.lookups.organs
    return _named(reading, node or reading.node, organs, faults.UNKNOWN_ORGAN, "catalogue/organs.yml")


def _theme(reading: _Reading) -> Any:
    return _named(reading, reading.node, reading.lookups.themes, faults.UNKNOWN_THEME, "catalogue/themes.yml")


def _genre(reading: _Reading) -> Any:
    return _named(reading, reading.node, reading.lookups.genres, faults.UNKNOWN_GENRE, "catalogue/genres.yml")


def _record(reading: _Reading, node: Node | None = None) -> Any:
    noun = reading.term.record
    assert noun is not None
    node = node or reading.node
    line = node.line
    if isinstance(node, Scalar) and (key := _key_before_colon(node.text, noun)):
        return reading.fail(faults.BROKEN_YAML, full_width_colon(key), line)
    if isinstance(node, Scalar) and hasattr(noun, "shorthand"):
        key = terms(noun)[noun.shorthand].key
        node = Mapping((Entry(key, line, node),), line)
    if not isinstance(node, Mapping):
        keys = ", ".join(f"{a_term.key}: …" for a_term in terms(noun).values())
        return reading.fail(faults.WRONG_TYPE, f"“{reading.term.key}”应当写成 {{{keys}}} 的形式，省略号换成内容", line)
    values = read_fields(node, noun, reading.report, reading.lookups)
    if values is None:
        return FAILED
    names = {entry.name for entry in fields(noun)}
    if "line" in names:
        values["line"] = line
    if "lines" in names:
        values["lines"] = line_map(node, noun)
    return noun(**values)


def _key_before_colon(text: str, noun: type) -> str | None:
    """The key of ``noun`` that stands before a full-width colon at the start of ``text``, if any."""
    prefix = plain_key(text.partition("：")[0])
    return prefix if "：" in text and any(a_term.key == prefix for a_term in terms(noun).values()) else None


def _rows(reading: _Reading) -> Any:
    """Rows as they are written: an empty cell is one that was not filled in, so it is no mistake here."""
    found: list[WrittenRow] = []
    sound = True
    for node, line in reading.each():
        cells: list[tuple[str, str, int]] = []
        if not isinstance(node, Mapping):
            sound = False
            reading.fail(faults.WRONG_TYPE, f"“{reading.term.key}”里每一行应当是一组“列名: 值”；请改写", line)
            continue
        for entry in node.entries:
            if isinstance(entry.value, Scalar):
                cells.append((entry.key, entry.value.text, entry.value.line))
            else:
                sound = False
                reading.fail(faults.WRONG_TYPE, f"“{entry.key}”应当是一段文字；几个值请用分号隔开", entry.line)
        found.append(WrittenRow(node.line, tuple(cells)))
    return tuple(found) if sound else FAILED


def _all_of(one: Callable[[_Reading, Node], Any]) -> Callable[[_Reading], Any]:
    """A converter of lists from a converter of single values."""

    def many(reading: _Reading) -> Any:
        found = [one(reading, node) for node, _ in reading.each()]
        return FAILED if any(value is FAILED for value in found) else tuple(found)

    return many


def _organs(reading: _Reading) -> Any:
    """Organs, each once: the full name and the short one mean the same."""
    found = _all_of(_organ)(reading)
    if found is FAILED or (again := first_repeated(found)) is None:
        return found
    wrong = f"“{reading.term.key}”里“{found[again].name}”写了两次，同一个机关的全称和简称算一个；请只留一处"
    return reading.fail(faults.DUPLICATE_ID, wrong, reading.each()[again][1])


_CONVERTERS: dict[Kind, Callable[[_Reading], Any]] = {
    Kind.TEXT: _Reading.scalar,
    Kind.TEXTS: _all_of(lambda reading, node: reading.scalar(node)),
    Kind.PROSE: _prose,
    Kind.NUMBERS: _numbers,
    Kind.YEAR: _year,
    Kind.ID: _id,
    Kind.PAPER_NUMBER: _paper_number,
    Kind.FILE: _file,
    Kind.DAY: _day,
    Kind.DAYS: _all_of(_day),
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _all_of(_choice),
    Kind.DAY_OR_CHOICE: _day_or_choice,
    Kind.ORGAN: _organ,
    Kind.ORGANS: _organs,
    Kind.THEME: _theme,
    Kind.GENRE: _genre,
    Kind.RECORD: _record,
    Kind.RECORDS: _all_of(_record),
    Kind.ROWS: _rows,
}
