"""What is typed behind ``disclosure``: help and complaints in the words of those who type it."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

_COMPLAINTS = (
    (r"the following arguments are required: (?P<name>.+)", "还要写：{name}"),
    (r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)", "没有“{value}”；{name}可以是 {choices}"),
    (r"argument (?P<name>.+?): invalid \w+ value: '(?P<value>.*)'", "{name}要写成数字，写的是“{value}”"),
    (r"argument (?P<name>.+?): expected .+", "{name} 后面要写内容"),
    (r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'", "{name} 后面不能写“{value}”"),
    (r"ambiguous option: (?P<value>\S+) could match (?P<choices>.+)", "“{value}”没有写全，可以是 {choices}"),
    (r"unrecognized arguments: (?P<value>.+)", "认不出“{value}”"),
)  # fmt: skip
"""The library's complaints and ours; one that is not here is shown as it is."""

_TITLES = (("usage: ", "写法："), ("positional arguments:", "后面写："), ("options:", "可以加："))


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese, and says where more is told."""

    def __init__(self, **settings: object) -> None:
        """Give ``settings`` of the library's own parser."""
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """The one line that says how the command is written."""
        return _in_chinese(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return _in_chinese(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and stop with exit code 2."""
        self.exit(2, f"{self.format_usage()}命令写得不对：{_complaint(message)}。运行 {self.prog} --help 看说明\n")


def _complaint(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        if found := re.fullmatch(pattern, message):
            said = found.groupdict()
            if "choices" in said:
                said["choices"] = "、".join(re.findall(r"[\w-]+", said["choices"]))
            return words.format(**said)
    return message


def _in_chinese(text: str) -> str:
    for theirs, ours in _TITLES:
        text = re.sub(f"^{theirs}", ours, text, flags=re.MULTILINE)
    return text
