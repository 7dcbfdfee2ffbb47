"""Which organs a title or a signature names, and whether they are those that a document says issued it.

Papers write organs in full (示例县民政局), short (县民政局, 民政局), and some with words left out (示例县住建局).  What cannot be told
apart counts as the same: a shortened name is that of an organ if its signs stand in the full name in this order, the last one
at the end; so 县政府 is the government and not its office.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from disclosure.column import Column
from disclosure.load.papers import Signature, is_organ_name, paper_in
from disclosure.model import Document, Organ, RulePage

_BETWEEN = re.compile(r"[\s\u3000\u00a0、，,]+")
_VERBS = re.compile(r"关于|印发|转发|批转|公布|发布|废止|修改|对(?!外)|贯彻|落实")
_OTHERS = re.compile(r"等([二两三四五六七八九十]{1,3}|\d{1,2})个?(?:部门|单位|机关|委办局|委局|厅局)")
_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_PASSED_ON = ("转发", "批转")


def organs_by_name(column: Column) -> Mapping[str, Organ]:
    """The organs of the column by full and by short name, without blanks."""
    named = {_joined(organ.short_name): organ for organ in column.organs if organ.short_name}
    return named | {_joined(organ.name): organ for organ in column.organs}


def may_mean(name: str, organ: Organ) -> bool:
    """Whether ``name`` can be a way to write ``organ``; names of other organs of the column are to be sorted out before."""
    return any(_is_shortened(name, full) or _is_shortened(full, name) for full in _names_of(organ))


def is_issuer(name: str, document: Document, named: Mapping[str, Organ]) -> bool:
    """Whether ``name``, as a title or a signature writes it, is one of the issuers of ``document``."""
    known = named.get(name)
    if known is not None:
        return known in document.issuers
    return any(may_mean(name, organ) for organ in document.issuers)


def signers_of(document: Document, named: Mapping[str, Organ]) -> tuple[str, ...]:
    """The organs that sign ``document``, as they are written; a name that is broken over two lines is one name."""
    signature = signature_of(document)
    found: list[str] = []
    for part in signature.organs if signature else ():
        if found and found[-1] + part.text in named:
            found[-1] += part.text
        elif part.text not in found:
            found.append(part.text)
    return tuple(found)


def signature_of(document: Document | RulePage) -> Signature | None:
    """The signature in the body of ``document``; None where it may be that of another paper: passed on, annexed, collected."""
    signature = paper_in(document.body).signature
    is_passed_on = any(word in document.title for word in _PASSED_ON)
    return None if signature is None or signature.may_be_of_another or is_passed_on else signature


def organs_in_title(title: str, named: Mapping[str, Organ]) -> tuple[str, ...]:
    """The organs that ``title`` begins with, as it writes them; none if its beginning is anything else."""
    head = _VERBS.split(title, maxsplit=1)[0]
    if head == title:
        return ()
    head = _OTHERS.sub("", head).removesuffix("等部门").removesuffix("等单位")
    parts = tuple(part for part in _BETWEEN.split(head) if part)
    if _joined(head) in named:
        return (_joined(head),)
    return parts if all(part in named or is_organ_name(part) for part in parts) else ()


def organs_counted_in_title(title: str) -> int | None:
    """How many organs ``title`` says issued the paper together (等九部门)."""
    found = _OTHERS.search(_VERBS.split(title, maxsplit=1)[0])
    return _number(found[1]) if found else None


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS.get(text)
    return _NUMERALS.get(tens or "一", 0) * 10 + _NUMERALS.get(ones or "零", 0)


def _names_of(organ: Organ) -> tuple[str, ...]:
    """Full and short name, and the parts of a name that is two (甲委员会、乙管理局)."""
    names = [_joined(name) for name in (organ.name, organ.short_name) if name]
    return (*names, *(part for name in names if "、" in name for part in name.split("、")))


@lru_cache(maxsize=4096)
def _is_shortened(short: str, full: str) -> bool:
    """Whether the signs of ``short`` stand in ``full`` in this order, the last one at the end of both."""
    if len(short) < 3 or len(short) > len(full) or short[-1] != full[-1]:
        return False
    signs = iter(full)
    return all(sign in signs for sign in short)


def _joined(name: str) -> str:
    return "".join(name.split())
