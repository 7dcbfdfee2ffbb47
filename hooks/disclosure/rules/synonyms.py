"""The groups of synonyms: whole, unambiguous, and made of words that a search can find."""

from __future__ import annotations

import unicodedata

from disclosure.column import Column
from disclosure.problems import Family
from disclosure.rules.registry import Findings, rule

_PATH = "catalogue/synonyms.yml"
_SHORTEST = 2
"""Signs of a word: a single sign stands inside too many others to mean anything alone."""


@rule(
    "synonym-group",
    "一组同义词至少有两个词",
    family=Family.CATALOGUES,
    advice="两个词用半角逗号隔开；只有一个词的，删去这一组。",
    bad="词语: [低保、最低生活保障]",
    good="词语: [低保, 最低生活保障]",
)
def synonym_group(column: Column) -> Findings:
    """A group of one word widens no search."""
    for group in column.synonyms:
        if len(group.words) < 2:
            written = f"只有“{'、'.join(group.words)}”一个词" if group.words else "一个词也没有"
            yield (
                _PATH,
                group.line,
                f"这一组{written}；至少要写两个，用半角逗号隔开，如 [低保, 最低生活保障]，或者删去这一组",
            )


@rule(
    "synonym-word",
    "同义词要有两个字以上，不带标点和空格",
    family=Family.CATALOGUES,
    advice="删去标点和空格，或者分成几个词；只有一个字的，写完整的词。",
    bad="词语: [停车 收费, 《停车办法》]",
    good="词语: [停车收费, 停车费]",
)
def synonym_word(column: Column) -> Findings:
    """Words are looked for as they are written: a mark or blank inside would keep them from ever being found."""
    for group in column.synonyms:
        for word in group.words if len(group.words) > 1 else ():
            if not all(sign.isalnum() for sign in word):
                yield _PATH, group.line, f"词语“{word}”里有标点或者空格；只能写汉字、字母和数字，请删去或者分成几个词"
            elif len(word) < _SHORTEST:
                yield _PATH, group.line, f"词语“{word}”只有一个字，会牵出许多不相干的文件；请写完整的词，或者删去"


@rule(
    "synonym-repeated",
    "一个词只能在一组同义词里",
    family=Family.CATALOGUES,
    advice="意思相同的两组合成一组；不同的，删去一处。",
    bad="两组里都有“码头”",
    good="词语: [码头, 渡口]（只有这一组）",
)
def synonym_repeated(column: Column) -> Findings:
    """A word that stands in two groups would mix their meanings."""
    lines: dict[str, int] = {}
    for group in column.synonyms:
        for word in group.words:
            plain = unicodedata.normalize("NFKC", word).casefold()
            if plain in lines:
                yield (
                    _PATH,
                    group.line,
                    f"词语“{word}”在第 {lines[plain]} 行已经写过；一个词只能写一次，请把意思相同的两组合成一组，或者删去一处",
                )
            lines.setdefault(plain, group.line)
