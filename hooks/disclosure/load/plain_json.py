"""JSON that was written elsewhere: read, or explained why it cannot be."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from disclosure.load import faults
from disclosure.problems import Report


def read_object(text: str, report: Report) -> dict[str, Any] | None:
    """The JSON object in ``text``; None after reporting why there is none."""
    try:
        found = json.loads(text, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        report(
            error.lineno,
            faults.COLLECTED,
            f"不是完整的 JSON，从第 {error.lineno} 行第 {error.colno} 个字起读不下去；{AGAIN}",
        )
    except (ValueError, RecursionError):
        report(1, faults.COLLECTED, f"里面有 JSON 不许有的数字、字符或者层次；{AGAIN}")
    else:
        if isinstance(found, dict):
            return found
        report(1, faults.COLLECTED, f"最外面应当是一对花括号；{AGAIN}")
    return None


AGAIN = "请重新采集，或者请对方重新生成"
"""What to do with a file that nobody writes by hand."""


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
