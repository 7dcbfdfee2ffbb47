"""The files of a data set as the page that shows the same offers them."""

from __future__ import annotations

from disclosure.derive import addresses, wording
from disclosure.derive.pieces import File

_USES = {"xlsx": "Excel、WPS 都能打开，数字和日期可以直接计算", "csv": "纯文字的表格", "json": "给程序用的数据"}


def downloads_of(dataset: str, title: str) -> tuple[File, ...]:
    """The data set in all its forms; publish fills in how large the files have become."""
    return tuple(
        File(
            title=f"{title}（{ending.upper()}）",
            address=addresses.of_data(dataset, ending),
            kind=wording.kind(f"x.{ending}") if ending != "json" else "JSON 数据",
            size="",
            alternative=use,
        )
        for ending, use in _USES.items()
    )
