"""Wrong words: slips of the pen, odd forms, wrong names, clumsy phrases; the engine's list and the column's own."""

from __future__ import annotations

import datetime as dt
import re

from disclosure.column import Column
from disclosure.model import Document, Page, WordingKind
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule
from disclosure.rules.texts.lexicon import Hit, hits, is_within, lexicon
from disclosure.rules.texts.phrases import phrases
from disclosure.rules.texts.view import quoted, sentence_at, view

_PATH = "catalogue/wording.yml"
_SHORTEST = 2
_SYNONYMS, _KEYWORDS = "词语", "关键词"

_FORMER = re.compile(
    "原|前身|曾|更名|改名|改为|并入|划入|转隶|整合|合并|改革|撤销|不再保留|挂牌|组建|废止|修改|修订|历史|沿革|同时失效"
)
"""A sentence with these words tells what was, and may use the names of then."""

_ISSUED = re.compile(
    "(?:[、和与][^，。；、《]{2,14}[部局委会署办院])*(?:等[^，。；《]{0,8})?(?:联合|办公[厅室])?(?:令|公告|通告|发布|公布|印发|制定|关于|《)"
)
"""After the name of the organ that issued a paper; the paper bears the name of its day."""

_YEAR = re.compile(r"(?:19|20)\d\d(?=年|〕)")


@text_rule(
    "wrong-word",
    "不写错别字，固定的说法不能写错",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请照提示改正；本地确实这样写的，在 catalogue/wording.yml 里写上“除外”。",
    bad="截止目前，全县己经按装路灯 320 盏",
    good="截至目前，全县已经安装路灯 320 盏",
)
def wrong_word(passage: Passage, column: Column) -> TextFindings:
    """No word of the lists that is wrong wherever it stands, in files beside documents neither."""
    if not passage.is_hidden:
        yield from _told(passage, column, WordingKind.TYPO)


@text_rule(
    "variant-word",
    "异形词用推荐的写法",
    Severity.NOTICE,
    norm="GF 1001—2001《第一批异形词整理表》",
    family=Family.WORDING,
    advice="请改成推荐的写法；引用法律、合同原文的，照原文。",
    bad="设立专门帐户，按成份分类",
    good="设立专门账户，按成分分类",
)
def variant_word(passage: Passage, column: Column) -> TextFindings:
    """Of two forms of a word the recommended one; laws keep the old one in places."""
    if passage.source is not Source.ATTACHED:
        yield from _told(passage, column, WordingKind.VARIANT)


@text_rule(
    "wrong-name",
    "法律、法规和机关的名称要写对",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请照提示核对全称或者规范的简称；本地的名称在 catalogue/wording.yml 里写。",
    bad="依据《招投标法》，由县农村农业局负责",
    good="依据《招标投标法》，由县农业农村局负责",
)
def wrong_name(passage: Passage, column: Column) -> TextFindings:
    """No name of a law or an organ that never was one."""
    if passage.source is not Source.ATTACHED:
        yield from _told(passage, column, WordingKind.NAME)


@text_rule(
    "former-name",
    "新的文件用机关和法律现在的名称",
    Severity.NOTICE,
    family=Family.WORDING,
    advice="请改用现在的名称；说的是以前的事，写明“原”。",
    bad="2026年的通知里写“由县环境保护局负责”",
    good="由县生态环境局（原县环境保护局）负责",
)
def former_name(passage: Passage, column: Column) -> TextFindings:
    """A name that was given up is not used in papers of later days, unless they speak of the time before."""
    if passage.source is not Source.ATTACHED and passage.label != _KEYWORDS:
        yield from _told(passage, column, WordingKind.NAME, former=True)


@text_rule(
    "loose-wording",
    "不写重复啰嗦、前后矛盾的话",
    Severity.NOTICE,
    family=Family.WORDING,
    advice="请照提示改成一种说法。",
    bad="目的是为了防止事故不再发生，费用降低了2倍",
    good="目的是防止事故再次发生，费用降低了一半",
)
def loose_wording(passage: Passage, column: Column) -> TextFindings:
    """No phrase that says the same twice, or the contrary of what is meant."""
    if passage.source is Source.ATTACHED:
        return
    yield from _told(passage, column, WordingKind.PHRASE)
    text = view(passage)
    for start, end, advice in phrases(text):
        yield start, f"{quoted(text, start, end)}里的“{text[start:end]}”{advice}"


@rule(
    "wording-entry",
    "用词表里，“不用”和“除外”要写得对",
    family=Family.CATALOGUES,
    advice="照用词表的写法改正；一个词只写一次。",
    bad="{不用: 局, 改用: 县局}",
    good="{不用: 县环保局, 改用: 县生态环境局, 类别: 名称, 起用日期: 2019-03-01}",
)
def wording_entry(column: Column) -> Findings:
    """A wrong word has two signs or more and stands once; an exception contains it."""
    seen: dict[str, int] = {}
    for entry in column.wording.entries:
        if not entry.wrong:
            yield _PATH, entry.line, "“不用”是空的列表；请写上不该写的词，或者删去这一项"
        for word in entry.wrong:
            if len(word) < _SHORTEST:
                yield _PATH, entry.line, f"“不用”的“{word}”只有一个字，会查出许多没有错的地方；请写完整的词"
            if word in seen:
                yield _PATH, entry.line, f"“不用”的“{word}”在第 {seen[word]} 行已经写过；请合成一项"
            seen.setdefault(word, entry.line)
        for each in entry.exceptions:
            if not any(word in each.partition("…")[0] for word in entry.wrong):
                yield _PATH, entry.line, f"“除外”的“{each}”里没有“不用”的词；请写含有这个词、但是没有错的词"


def _told(passage: Passage, column: Column, kind: WordingKind, *, former: bool = False) -> TextFindings:
    """The wrong words of a kind in a text, each once; of names those that were given up, or those that never were."""
    if passage.text.isascii() or (passage.source is Source.FIELD and passage.label == _SYNONYMS):
        return
    text = view(passage)
    places: dict[str, list[Hit]] = {}
    for hit in hits(text, lexicon(column.wording)):
        own_kind = hit.entry.kind or WordingKind.TYPO
        if own_kind is kind and _is_wrong(text, hit, passage, column, former):
            places.setdefault(hit.word, []).append(hit)
    for word, found in places.items():
        first = found[0]
        note = f"（{first.entry.note}）" if first.entry.note else ""
        more = f"，这样的共 {len(found)} 处" if len(found) > 1 else ""
        since = f"，{first.entry.since} 起" if former else ""
        yield (
            first.start,
            f"{quoted(text, first.start, first.end)}里的“{word}”{since}应当写“{first.entry.right}”{note}{more}；请改正",
        )


def _is_wrong(text: str, hit: Hit, passage: Passage, column: Column, former: bool) -> bool:
    since = hit.entry.since
    if since and _day_of(passage, column) < since:
        return False
    if hit.entry.kind is not WordingKind.NAME:
        return True
    if former is not bool(since) or is_within(text, hit.start, hit.word, (organ.name for organ in column.organs)):
        return False
    return not (_tells_of_then(text, hit, since) if since else "废止" in sentence_at(text, hit.start))


def _tells_of_then(text: str, hit: Hit, since: dt.date) -> bool:
    """Whether a former name is one that the sentence gives to what was then."""
    sentence = sentence_at(text, hit.start)
    if _FORMER.search(sentence) or any(int(year[0]) < since.year for year in _YEAR.finditer(sentence)):
        return True
    if hit.word.startswith("《"):
        return False
    before = text[max(0, hit.start - 60) : hit.start]
    return before.rfind("《") > before.rfind("》") or _ISSUED.match(text, hit.end) is not None


def _day_of(passage: Passage, column: Column) -> dt.date:
    """The day by whose names a text is judged."""
    writing = passage.writing
    if isinstance(writing, Document):
        return writing.issued
    if isinstance(writing, Page):
        return writing.updated or writing.published
    return writing.published if writing else column.today
