"""政府公报 (国办发〔2018〕22号): the issues, with what stands in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from disclosure.model.catalogues import Organ
from disclosure.model.origin import Origin
from disclosure.terms import Kind, term


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinText:
    """One text of an issue: a document of the column by its number, or a text that stands only here (大事记)."""

    shorthand: ClassVar[str] = "number"

    number: str | None = term("文号", Kind.PAPER_NUMBER, "专栏里的文件写发文字号或者索引号，别的都不用写")
    title: str | None = term("标题", Kind.TEXT, "只在公报里有的文字写标题，如 大事记")
    paragraphs: tuple[str, ...] = term("正文", Kind.TEXTS, "只在公报里有的文字，一项就是一段")
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinSection:
    """栏目 of an issue: 政府文件, 部门文件, 人事任免, 大事记."""

    name: str = term("栏目", Kind.TEXT, "公报里的栏目名称，如 政府文件", required=True)
    texts: tuple[BulletinText, ...] = term(
        "文件", Kind.RECORDS, "这个栏目里的文件，照刊登的次序", required=True, record=BulletinText
    )
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """An issue; ``year`` and ``number`` (期号) are the name of its file."""

    published: dt.date = term("出版日期", Kind.DAY, "这一期出版的日期", required=True)
    organ: Organ = term("主办", Kind.ORGAN, "主办公报的机关，写 organs.yml 里的名称", required=True)
    serial: str | None = term("总期号", Kind.TEXT, "从第一期起连续编的号，如 46")
    sections: tuple[BulletinSection, ...] = term(
        "目录",
        Kind.RECORDS,
        "这一期的目录，照刊登的次序",
        required=True,
        record=BulletinSection,
        norm="国办发〔2018〕22号",
    )
    year: int
    number: int
    origin: Origin

    @property
    def texts(self) -> tuple[BulletinText, ...]:
        """All texts of the issue, in order."""
        return tuple(text for section in self.sections for text in section.texts)
