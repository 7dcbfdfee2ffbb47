"""Full names in running text beside hardship, illness and disability, and names of children."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.children import ADULT, is_at_school, own_age, was_born_before
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.listed import in_list
from disclosure.measures.private.mentions import Mention, mentions
from disclosure.measures.private.names import masked_name
from disclosure.measures.private.posts import has_post, is_at_work, is_of_history, is_pseudonym
from disclosure.measures.private.roles import GROWN, role_before, without_names
from disclosure.measures.private.states import NAME, has_claim, is_hard
from disclosure.measures.private.triggers import sentences

_END_OF_SENTENCE = re.compile("[。；;\n！!？?]")
_REACH, _FAR, _SHORT, _CLOSE, _NEXT = 160, 60, 24, 20, 12
"""How far from a name it is looked: from one that stands apart, from one between words, from one of two signs."""

_WON = re.compile("奖(?:获得者)?[：:]?\\Z")
_PARENT = re.compile("(?:家长|监护人|父亲?|母亲?|爸爸|妈妈|爷爷|奶奶|祖父|祖母|外婆|外公|申请人)[：:]?\\Z")
_TITLED = re.compile("[\u4e00-\u9fff]{2,}(?:[者人员民户象众士属工]|[学新考]生)\\Z")
_LISTED = re.compile("[、和及与]|等")
_OWN_NOTE = re.compile("[（(][^()（）]{1,30}[)）]")
_STANDS_APART, _LONG = 3, 3


def in_sentences(text: str) -> Iterator[Found]:
    """Every full name in ``text`` that such things are said of."""
    for start, end in sentences(text):
        yield from in_list(text, start, end)
        for mention in mentions(text, start, end):
            if kind := _kind_of(text, mention):
                yield Found(kind, mention.start, mention.end, masked_name(text[mention.start : mention.end]))


def _kind_of(text: str, mention: Mention) -> Kind | None:
    """What the sentence says of the name in it, unless it is that of somebody with a post."""
    before, after = _sentence(text, mention)
    if (
        is_pseudonym(after)
        or has_post(before, after)
        or is_of_history(before + text[mention.start : mention.end] + after)
    ):
        return None
    age = own_age(before, after)
    if age is not None and age < ADULT:
        return Kind.MINOR
    lead = without_names(before)
    is_grown = age is not None or was_born_before(after)
    if role := role_before(lead):
        return role if role is Kind.HARDSHIP or not is_grown else None
    beside = after if mention.right else after[:_NEXT]
    if (
        not is_grown
        and is_at_school(before, beside)
        and not _PARENT.search(before)
        and not GROWN.search(before + after)
    ):
        return Kind.MINOR
    if (
        _WON.search(lead)
        or is_at_work(after)
        or (not mention.right and is_at_work(text[mention.end - 1 : mention.end] + after))
    ):
        return None
    said = _said(before, after, mention)
    return Kind.HARDSHIP if is_hard(said) or has_claim(said) else None


def _sentence(text: str, mention: Mention) -> tuple[str, str]:
    """What stands before and after a name in its sentence."""
    start, end = mention.start, mention.end
    from_ = max(0, start - _REACH)
    begin = max((match.end() for match in _END_OF_SENTENCE.finditer(text, from_, start)), default=from_)
    stop = _END_OF_SENTENCE.search(text, end, end + _REACH)
    return text[begin:start], text[end : stop.start() if stop else end + _REACH]


def _said(before: str, after: str, mention: Mention) -> str:
    """As much of the sentence as can be about the name: of one in a list that has a title of its own only that."""
    own = re.split("[、，,：:]", before)[-1]
    is_listed = bool(_LISTED.match(after)) or before[: len(before) - len(own)].endswith("、")
    if is_listed and _TITLED.search(own):
        note = _OWN_NOTE.match(after)
        return f"{own}{NAME}{note[0] if note else ''}"
    if not mention.right:
        return f"{before[-_CLOSE:]}{NAME}{after[:_CLOSE]}"
    if mention.end - mention.start < _LONG:
        return f"{before[-_SHORT // 2 :]}{NAME}{after[:_SHORT]}"
    if mention.left == mention.right == _STANDS_APART:
        return f"{before}{NAME}{after}"
    return f"{before[-_FAR:]}{NAME}{after[:_FAR]}"
