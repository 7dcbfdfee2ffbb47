"""JSON that was written elsewhere: read, or explained why it cannot be."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from disclosure.load import faults
from disclosure.load.text_files import NOT_IN_XML
from disclosure.problems import Report

_NOT_IN_XML = re.compile(
    rf"(?<!\\)(?:\\\\)*\\(?:[bf]|u00(?:0[0-8bcef]|1[0-9a-f])|ufff[ef])|{NOT_IN_XML.pattern}", re.IGNORECASE
)
"""Signs that no page and no file for Office can hold, themselves or as JSON writes them."""


def read_object(text: str, report: Report) -> dict[str, Any] | None:
    """The JSON object in ``text``; None after reporting why there is none."""
    if found := _NOT_IN_XML.search(text):
        line = text.count("\n", 0, found.start()) + 1
        report(line, faults.COLLECTED, f"这一行里有看不见的控制字符；{AGAIN}")
        return None
    try:
        whole = json.loads(text, parse_constant=_refuse)
        json.dumps(whole, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        report(
            error.lineno,
            faults.COLLECTED,
            f"不是完整的 JSON，从第 {error.lineno} 行第 {error.colno} 个字起读不下去；{AGAIN}",
        )
    except (ValueError, RecursionError):
        report(1, faults.COLLECTED, f"里面有 JSON 不许有的数字、字符或者层次；{AGAIN}")
    else:
        if isinstance(whole, dict):
            return whole
        report(1, faults.COLLECTED, f"最外面应当是一对花括号；{AGAIN}")
    return None


AGAIN = "请重新采集，或者请对方重新生成"
"""What to do with a file that nobody writes by hand."""


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
