"""The laws of the search: it finds what a plain scan finds and ranks like one whole lunr index, however the index is cut."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lunr.builder import Builder

from disclosure.derive.findable import Findable, Tag
from disclosure.search import files
from disclosure.search.corpus import FIELDS, number_keys
from disclosure.search.files import BOOSTS, index_files
from disclosure.search.signs import BLANK, CLASS_OF, PUNCTUATION, SIGN
from engine import Engine

WEIGHTS = [BOOSTS[field] for field in FIELDS]
MOST, NEAR, LEAST, RAREST = 0.4, 0.6, 0.15, math.log(150)
NUMBERS = ("甲政〔2020〕1号", "甲政〔2020〕12号", "乙2020/0012", "甲乙发[2021]1号", "12")

Item = tuple[str, bool]
"""A unit, and whether punctuation stood before it."""


def items_of(text: str) -> list[Item]:
    """The items of ``text``, read sign by sign."""
    items: list[Item] = []
    cut, before = False, BLANK
    for sign in unicodedata.normalize("NFKC", text).lower():
        own = CLASS_OF[ord(sign)]
        if own == PUNCTUATION:
            cut = True
        elif own != BLANK:
            if own != SIGN and own == before:
                items[-1] = (items[-1][0] + sign, items[-1][1])
            else:
                items.append((sign, cut))
                cut = False
        before = own
    return items


def terms_of(items: Sequence[Item]) -> list[str]:
    """lunr's tokens of a field: units, and pairs without punctuation between."""
    pairs = [pair(one, two) for one, two in itertools.pairwise(items) if not two[1]]
    return [unit for unit, _ in items] + pairs


def pair(one: Item, two: Item) -> str:
    return one[0] + ("" if CLASS_OF[ord(one[0][-1])] == SIGN else "-") + two[0]


def stands_in(field: Sequence[Item], run: Sequence[Item]) -> bool:
    """The scan: the items of ``run`` one after another, with punctuation where it has it; before its first it does not matter."""
    same = [(unit, cut or place == 0) for place, (unit, cut) in enumerate(run)]
    return any(
        [(unit, cut or place == 0) for place, (unit, cut) in enumerate(field[start : start + len(run)])] == same
        for start in range(len(field) - len(run) + 1)
    )


@dataclass(frozen=True)
class Whole:
    """A column as lunr and a scan see it: for each entry the items and the tokens of its fields."""

    items: Sequence[Sequence[Sequence[Item]]]
    tokens: Sequence[Sequence[Sequence[str]]]

    @classmethod
    def of(cls, entries: Sequence[Findable]) -> Whole:
        items, tokens = [], []
        for entry in entries:
            texts = [entry.title, "\n".join(entry.numbers), entry.organ, "\n".join(entry.keywords), entry.summary]
            fields = [items_of(text) for text in (*texts, "\n".join(entry.attachments), entry.body)]
            items.append(fields)
            tokens.append([terms_of(field) for field in fields])
            tokens[-1][1] += [key for number in entry.numbers for key in number_keys(number)]
        return cls(items, tokens)

    def holders(self, run: Sequence[Item], fields: Sequence[int]) -> set[int]:
        return {
            number for number, entry in enumerate(self.items) if any(stands_in(entry[field], run) for field in fields)
        }

    def entries_with(self, term: str, fields: Sequence[int]) -> set[int]:
        return {number for number, entry in enumerate(self.tokens) if any(term in entry[field] for field in fields)}

    def rarity(self, term: str) -> float:
        count = sum(term in field for entry in self.tokens for field in entry)
        return math.log(1 + abs((len(self.tokens) - count + 0.5) / (count + 0.5)))


@dataclass(frozen=True)
class Question:
    """Words, phrases and what is excluded."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    title: bool = False

    @property
    def text(self) -> str:
        return " ".join([*self.words, *(f"“{each}”" for each in self.phrases), *(f"-“{each}”" for each in self.minus)])

    def terms(self, whole: Whole) -> list[str]:
        """What lunr is asked."""
        runs = [items_of(each) for each in (*self.words, *self.phrases)]
        return [*dict.fromkeys(term for run in runs for term in stretches(run)), *self.numbers(whole)]

    def numbers(self, whole: Whole) -> dict[str, set[int]]:
        """The keys of numbers among the words that somebody has."""
        if self.title:
            return {}
        keys = {key for text in (*self.words, *self.joined) for key in keys_of(text)}
        return {key: found for key in keys if (found := whole.entries_with(key, [1]))}

    @property
    def joined(self) -> tuple[str, ...]:
        """All that was typed, as one number."""
        return () if self.phrases or self.minus else ("".join(self.words), " ".join(self.words))

    def tiers(self, whole: Whole) -> dict[int, tuple[str, float]]:
        """The tier of every hit, by the definition, and how much of the question counts for its rank."""
        fields = [0] if self.title else range(len(FIELDS))
        everyone = set(range(len(whole.items)))
        strict = [whole.holders(items_of(each), fields) for each in self.phrases]
        allowed = everyone.intersection(*strict)
        numbers = self.numbers(whole)
        exact = allowed.intersection(
            *(
                whole.holders(items_of(word), fields).union(*(numbers.get(key, set()) for key in keys_of(word)))
                for word in self.words
            )
        ).union(*(numbers.get(key, set()) for text in self.joined for key in keys_of(text)))
        loose = {term for word in self.words for term in stretches(items_of(word))}
        weights = {term: min(whole.rarity(term), RAREST) for term in loose}
        tiers, shares = {}, {}
        for number in everyone:
            held = {term for term in loose if number in whole.entries_with(term, fields)}
            if number in exact:
                tiers[number] = ("exact", 1)
            elif number in allowed and held and held == loose:
                tiers[number] = ("all", 1)
            elif number in allowed and held:
                shares[number] = sum(weights[term] for term in held) / sum(weights.values())
        enough = MOST if tiers else max(min(MOST, NEAR * max(shares.values(), default=0)), LEAST)
        if not any(key.startswith("#") for key in numbers):
            tiers.update({number: ("most", share) for number, share in shares.items() if share >= enough - 1e-9})
        for each in self.minus:
            for number in whole.holders(items_of(each), fields):
                tiers.pop(number, None)
        return tiers


def keys_of(text: str) -> list[str]:
    """The keys of numbers that ``text`` may mean, if it reads like a number."""
    runs = number_keys(text)[0][1:].split(" ") if number_keys(text) else []
    if not 1 < len(runs) <= 20 or not re.search("[0-9]", text) or not (runs[-1].isascii() or runs[-1].endswith("号")):
        return []
    year = re.compile("(?:19|20)[0-9]{2}")
    short = [
        run
        for place, run in enumerate(runs)
        if not (place and year.fullmatch(runs[place - 1]) and run in ("年", "第", "年第"))
    ]
    tail = [f"${' '.join(short)}"] if year.fullmatch(short[0]) else []
    return [f"#{' '.join(runs)}", f"#{' '.join(short)}", *tail]


def stretches(run: Sequence[Item]) -> Iterator[str]:
    """What a word asks of lunr: the pairs between punctuation, or the unit that stands alone."""
    for place, item in enumerate(run):
        begins = place == 0 or item[1]
        ends = place + 1 == len(run) or run[place + 1][1]
        if not ends:
            yield pair(item, run[place + 1])
        elif begins:
            yield item[0]


LINE = st.text("甲乙丙12ab，（ ", max_size=8)


@st.composite
def columns(draw: st.DrawFn) -> list[Findable]:
    return [
        Findable(
            address=f"{number}/",
            title=draw(LINE),
            number="",
            numbers=tuple(draw(st.lists(st.sampled_from(NUMBERS), max_size=2, unique=True))),
            organ=draw(LINE),
            keywords=tuple(draw(st.lists(LINE, max_size=2))),
            summary=draw(LINE),
            attachments=tuple(draw(st.lists(LINE, max_size=2))),
            body=draw(st.text("甲乙丙12ab，（ \n", max_size=40)),
            day="",
            validity="",
            tone="",
            part=(Tag("guide", "指南"),),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


@st.composite
def questions(draw: st.DrawFn, column: Sequence[Findable]) -> Question:
    texts = [text for entry in column for text in (entry.title, entry.body, *entry.numbers, entry.summary) if text]
    word = st.one_of(
        st.sampled_from(texts or ["甲"]).flatmap(
            lambda text: st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
                lambda span: text[span[0] : span[0] + span[1]]
            )
        ),
        st.sampled_from([*NUMBERS, "甲政2020年1号", "乙发〔2021〕001号"]),
        st.text("甲乙丙12ab，", min_size=1, max_size=6),
    ).map(lambda text: re.sub(r"\s", "", text))
    word = word.filter(items_of)
    words = draw(st.lists(word, min_size=1, max_size=2, unique=True))
    phrases = draw(st.lists(word, max_size=1))
    minus = draw(st.lists(word, max_size=1))
    return Question(
        tuple(words[: 0 if phrases and draw(st.booleans()) else 2]), tuple(phrases), tuple(minus), draw(st.booleans())
    )


def scripts_of(column: Sequence[Findable], common: int, longest: int, size: int) -> dict[str, str]:
    """The files of an index of small files, so that everything lies somewhere else."""
    with patch.multiple(files, TERM_SHARD=size, GRAM_SHARD=size, TABLE=3):
        made = index_files(column, [], "v", common=common, longest=longest)
        return {f"search/data/{path}": content.decode() for path, content in made}


def lunr_py(whole: Whole, terms: Sequence[str], fields: Sequence[str]) -> dict[int, float]:
    """Scores of the same index by lunr.py."""
    builder = Builder()
    builder.ref("id")
    for field, weight in zip(FIELDS, WEIGHTS, strict=True):
        builder.field(field, boost=weight)
    for number, tokens in enumerate(whole.tokens):
        builder.add({"id": number, **dict(zip(FIELDS, tokens, strict=True))})
    index = builder.build()
    query = index.create_query(fields)
    for term in terms:
        query.term(term, use_pipeline=False)
    return {int(each["ref"]): each["score"] for each in index.query(query)}


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.data(),
    columns(),
    st.integers(1, 3),
    st.sampled_from([3, 4, 24]),
    st.sampled_from([10, 60, 8000]),
)
def test_it_finds_what_a_scan_finds_and_ranks_like_one_whole_lunr_index(
    engine: Engine, data: st.DataObject, column: list[Findable], common: int, longest: int, size: int
) -> None:
    whole = Whole.of(column)
    engine.open(scripts_of(column, common, longest, size))
    asked = [data.draw(questions(column)) for _ in range(3)]
    fields = [["title"] if question.title else list(FIELDS) for question in asked]
    terms = [question.terms(whole) for question in asked]
    scores = engine.whole(FIELDS, WEIGHTS, whole.tokens, list(zip(terms, fields, strict=True)))
    for number, question in enumerate(asked):
        said = engine.said(question.text, title=question.title)
        if not question.words and not question.phrases:
            assert said["fault"]["kind"] == "empty"
            continue
        found = said["value"]["results"]
        tiers = question.tiers(whole)
        assert {int(each["address"][:-1]): each["tier"] for each in found} == {
            entry: tier for entry, (tier, _) in tiers.items()
        }, question.text
        for each in found:
            assert each["score"] == pytest.approx(scores[number].get(int(each["address"][:-1]), 0))
        order = [
            (not each["direct"], TIERS.index(tier), -round(each["score"] * share**3, 5))
            for each in found
            for tier, share in [tiers[int(each["address"][:-1])]]
        ]
        assert order == sorted(order)
        if number == 0:
            assert lunr_py(whole, terms[number], fields[number]) == pytest.approx(scores[number])


TIERS = ("exact", "all", "most")
