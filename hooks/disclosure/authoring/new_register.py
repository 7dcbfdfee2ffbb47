"""A register to begin with: its YAML with what has to be filled in, and its table with nothing but the header."""

from __future__ import annotations

import datetime as dt

from disclosure.authoring.new_files import NewFiles
from disclosure.load.register_kinds import REGISTER_KINDS, RegisterKind
from disclosure.load.registers import FOLDER
from disclosure.model import CellKind, RegisterColumn


def new_register(kind: RegisterKind, today: dt.date) -> NewFiles:
    """The files of a new register of ``kind`` by path; the table is one that Excel opens as it should."""
    header = ",".join(column.heading for column in kind.columns)
    files = {
        f"{FOLDER}/{kind.id}.yml": _yaml(kind, today).encode(),
        f"{FOLDER}/{kind.id}.csv": b"\xef\xbb\xbf" + f"{header}\r\n".encode(),
    }
    place = f"{FOLDER}/{kind.id}"
    return NewFiles(
        files=files,
        to_do=(
            f"把 {place}.yml 里“改成……”的两行改好，用 Excel 或者 WPS 打开 {place}.csv，一行一条填好",
            "没有改好时网站不能重新生成；要先放着的，把这两个文件移到专栏的文件夹外面，填好再移回来",
            "填好后运行 disclosure check，错的会逐格列出",
        ),
    )


def kinds_in_words() -> str:
    """The ready-made kinds, one a line, with their columns."""
    return "\n".join(
        f"{kind.name}（{kind.id}）：{'、'.join(column.heading for column in kind.columns)}"
        for kind in REGISTER_KINDS.values()
    )


def kind_named(name: str) -> RegisterKind | None:
    """The kind of that name or id."""
    found = (kind for kind in REGISTER_KINDS.values() if name in (kind.name, kind.id))
    return next(found, None)


def _yaml(kind: RegisterKind, today: dt.date) -> str:
    columns = "\n".join(f"#   {column.heading}：{_said_of(column)}" for column in kind.columns)
    return f"""# yaml-language-server: $schema=../schemas/register.schema.json
# {kind.name}。表格写在旁边的 {kind.id}.csv 里，可以用 Excel 打开；列名已经写好，一行一条往下填。
# 每一列：
{columns}
# 用不着的列写进“不用的列”，并从表格里删去；要加的列写进“列”。
名称: {kind.name}
类别: {kind.name}
责任机构: 改成机关的全称，几个机关写成 [甲, 乙]
栏目: 改成 statutory.yml 里的栏目
更新日期: {today}
"""


def _said_of(column: RegisterColumn) -> str:
    """What to write into a column, in a few words."""
    kind = column.kind or CellKind.TEXT
    parts = [
        "、".join(column.choices) if column.choices else str(kind),
        "必填" if column.required else "可以空着",
        "要遮蔽" if column.masked else "",
        column.meaning or "",
    ]
    return "，".join(part for part in parts if part)
