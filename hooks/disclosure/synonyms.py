"""Synonyms: what people say and what papers write, so that a search for one finds the other."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.terms import Kind, term


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymGroup:
    """同义词: words that mean the same; ``line`` is where the group was written in catalogue/synonyms.yml."""

    words: tuple[str, ...] = term("词语", Kind.TEXTS, "意思相同的词，至少两个：群众怎么说，文件里怎么写", required=True)
    line: int = 1
