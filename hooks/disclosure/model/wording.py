"""用词: words that are not to be written, and what to write instead."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from disclosure.terms import Kind, term


class WordingKind(enum.StrEnum):
    """类别 of a word that is not to be written; each has a rule of its own."""

    TYPO = "错别字"
    VARIANT = "异形词"
    NAME = "名称"
    PHRASE = "语病"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongWord:
    """用词 (catalogue/wording.yml): one entry; ``line`` is where it was written.

    ``exceptions`` are longer words in which the wrong one is right; “既使…又” means the first part followed by the second in
    the same sentence.  A word whose right form is itself is not judged at all.
    """

    wrong: tuple[str, ...] = term(
        "不用", Kind.TEXTS, "不该写的词，可以有几个；机关原来的名称、写错的简称和职务也写在这里", required=True
    )
    right: str = term("改用", Kind.TEXT, "应当写的词；写成与“不用”一样，就是本地不查这个词", required=True)
    kind: WordingKind | None = term("类别", Kind.CHOICE, "不写就是错别字", choices=WordingKind)
    since: dt.date | None = term("起用日期", Kind.DAY, "从哪一天起改用；更早成文的文件不查")
    exceptions: tuple[str, ...] = term(
        "除外", Kind.TEXTS, "含有这个词、但是没有错的词；“既使…又”表示同一句里后面有“又”"
    )
    note: str | None = term("说明", Kind.TEXT, "为什么，检查结果里会告诉编辑")
    line: int = 1


@dataclass(frozen=True, eq=False)
class Wording:
    """The words of a column; two are the same only if they are one object, so that it can be remembered what follows from it."""

    entries: tuple[WrongWord, ...] = ()
