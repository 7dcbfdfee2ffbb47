"""Data for the search page, written as a script that hands it over: no request but that for a script is allowed."""

from __future__ import annotations

import json
from typing import Any


def handing_over(call: str, *data: object) -> bytes:
    """The script that calls ``call`` with ``data``."""
    text = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in data)
    # Before 2019 these two ended a line inside a string of a script.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{call}({text});\n".encode()


def handed_over(script: str) -> list[Any]:
    """The data that ``script`` hands over."""
    data: list[Any] = json.loads(f"[{script[script.index('(') + 1 : script.rindex(')')]}]")
    return data
