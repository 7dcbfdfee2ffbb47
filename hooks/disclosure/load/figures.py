"""Rows of numbers and texts of several paragraphs, as editors write them in YAML."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from disclosure.load import faults
from disclosure.load.marked_yaml import Node, Scalar, Sequence
from disclosure.model import Figures, Number, Prose
from disclosure.problems import Report
from disclosure.terms import Term

BLANK = "空"
"""What stands for a cell that a report left empty when it was published: an empty value in YAML is too easily a slip."""

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?\d{1,15}\.\d{1,10}")


def read_numbers(node: Node, a_term: Term, line: int, report: Report) -> Figures | None:
    """The numbers of ``node``, one for each column of ``a_term``; a single one needs no brackets."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    columns = a_term.columns
    if len(nodes) != len(columns):
        wanted = f" {len(columns)} 个数（{'、'.join(columns)}）" if len(columns) > 1 else "一个数"
        example = f"，像 [{', '.join('0' * len(columns))}]" if len(columns) > 1 else ""
        report(
            line,
            faults.WRONG_NUMBER,
            f"“{a_term.key}”要写{wanted}，这里写了 {len(nodes)} 个；请一个不少地写在方括号里{example}，没有的写 0，数字里不加逗号",
        )
        return None
    blanks = frozenset(place for place, each in enumerate(nodes) if _is_blank(each))
    numbers = [0 if place in blanks else _number(each) for place, each in enumerate(nodes)]
    unread = [place for place, number in enumerate(numbers) if number is None]
    if unread:
        first = nodes[unread[0]]
        written = f"写的是“{first.text}”" if isinstance(first, Scalar) and first.text.strip() else "没有写"
        which = f"里“{columns[unread[0]]}”" if len(columns) > 1 else ""
        more = f"（这一行共有 {len(unread)} 处）" if len(unread) > 1 else ""
        report(
            line,
            faults.WRONG_NUMBER,
            f"“{a_term.key}”{which}{written}{more}；请写成数字，如 38652 或者 8312.46，没有的写 0，不加逗号和单位",
        )
        return None
    return Figures(tuple(number for number in numbers if number is not None), line, blanks)


def read_prose(node: Node, a_term: Term, line: int, report: Report) -> Prose | None:
    """The text of ``node`` with its lines; one whose lines YAML would join is refused."""
    if not isinstance(node, Scalar):
        written = "列表" if isinstance(node, Sequence) else "一组键"
        report(
            line,
            faults.WRONG_TYPE,
            f"“{a_term.key}”应当是一段或者几段文字，这里写的是{written}；请写成“{a_term.key}: |”，下面每行缩进两格",
        )
        return None
    if node.is_folded:
        report(
            line,
            faults.FOLDED_TEXT,
            f"“{a_term.key}”的几行文字会被连成一行；请在冒号后面写“|”，文字从下一行开始，每行缩进两格，一行一段",
        )
        return None
    text = unicodedata.normalize("NFC", node.text)
    blank = len(text) - len(text.lstrip("\n"))
    return Prose(text.strip("\n"), node.text_line + blank)


def _is_blank(node: Node) -> bool:
    """Whether ``node`` says that the cell was published empty; whether it may say so is judged by a rule."""
    return isinstance(node, Scalar) and node.text.strip() == BLANK


def _number(node: Node) -> Number | None:
    if not isinstance(node, Scalar):
        return None
    text = unicodedata.normalize("NFKC", node.text).strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else None
