"""Numbers of passports and other papers of persons, told by the word beside them; and number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Found, Kind

_PAPERS = (
    ("护照|passport", r"[A-Z] ?\d{4}[ \n]?\d{3,4}|[A-Z]{2} ?\d{2,3} ?\d{4}"),
    ("港澳(?:居民|同胞)?来往(?:内地|大陆)(?:通行)?证|回乡证|来往内地通行证", r"[HM]\d{8}(?:\d{2})?"),
    ("(?:往来|来往)?港澳(?:台)?(?:地区)?通行证", r"[CWHM][A-Z]?\d{7,8}(?:\d{2})?"),
    (
        "(?:台湾(?:居民|同胞)?)?来往(?:内地|大陆)通行证|台胞证|台湾(?:地区)?通行证",
        r"[TL]?\d{8}(?:\d{2})?(?:[(（][A-Z][)）])?",
    ),
    ("军官证|士兵证|警官证|文职干部证|义务兵证|军人证", r"[\u4e00-\u9fff]{0,3}字?第?\s?\d{6,10}号?"),
    ("外国人?永久居留(?:身份)?证|永居证", r"[A-Z]{3}\d{12}"),
    ("驾驶证|驾照", r"\d{12}|\d{15}"),
)
_NEAR = 24
_BETWEEN = re.compile(r"(?!.*(?:电话|型号|图号|合同|热线|手机|受理|业务|单号|流水|发票|收据|许可|文号))[^。；;\n\"]*")
_OF_DIGITS = re.compile(
    r"(?:护照(?:号码?|编号)?(?:[（(][^（()）\n]{0,16}[)）])?|passport(?: ?no\.?| number)?)[:：为是 ]{0,3}(\d{9})(?!\d)",
    re.IGNORECASE,
)
"""Passports of some countries have no letter."""

_BEFORE_WORD = re.compile(
    r"(?<![0-9A-Za-z])((?:[A-Z]\d{8}|[A-Z]{2}\d{7}))(?=号?(?:的|是|为|，)?[^，。；\n0-9A-Za-z]{0,8}护照(?![机阅办业式查]))"
)
_WORDS = re.compile(
    "护照|[Pp]assport|PASSPORT|通行证|回乡证|台胞证|军官证|士兵证|警官证|军人证|义务兵证|文职干部证|居留|永居证|驾驶证|驾照"
)
_PATTERNS = tuple(
    (
        re.compile(words, re.IGNORECASE),
        re.compile(rf"(?<![0-9A-Za-z])(?:{shape})(?![0-9A-Za-z*])", re.IGNORECASE),
    )
    for words, shape in _PAPERS
)
_LAST = 2
"""Signs of a number that stay, at its beginning and at its end."""

_PLACES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"(?<![0-9A-Za-z])([{_PLACES}][A-HJ-NP-Z])([·•\-.．—\s]{{0,2}})"
    r"((?=[A-HJ-NP-Z]{0,2}(?:\d[A-HJ-NP-Z]?){2,})(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学挂港澳]))"
    r"(?![0-9A-Za-z*]|[-—/]\d|地块|号地|号文)"
)
_PLATE_LETTERS = re.compile("[A-HJ-NP-Z]")
_NEW_ENERGY = re.compile(r"[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK]")
_NO_PLATE = re.compile(
    r"许可|备案|ICP|编号|批准|文号|证书|标准|图审|地块|宗地|字\s*第?\Z|国道|省道|高速|产权|网备|药|食|械|妆|特设|经销|检|型号|公网"
)


_OTHER_HEAD = re.compile("架号|编号|型号|批号|证号|许可|批准")


def papers(text: str, head: str = "", row: str = "") -> Iterator[Found]:
    """Every number of a paper of a person in ``text`` that has its name before it, or as its ``head``, or beside it in its ``row``."""
    if "证件" in head and (kind := _WORDS.search(row)):
        head = kind[0]
    if _WORDS.search(text):
        for words, shape in _PATTERNS:
            if words.search(text):
                for match in shape.finditer(text):
                    if _is_named(text, match, words):
                        yield Found(Kind.PAPER, *match.span(), masked_paper(match[0]))
        for match in (*_OF_DIGITS.finditer(text), *_BEFORE_WORD.finditer(text)):
            yield Found(Kind.PAPER, *match.span(1), masked_paper(match[1]))
    if head and _WORDS.search(head):
        for words, shape in _PATTERNS:
            if words.search(head) and (whole := shape.fullmatch(text.strip())):
                start = text.index(whole[0])
                yield Found(Kind.PAPER, start, start + len(whole[0]), masked_paper(whole[0]))
        if "护照" in head and (nine := re.fullmatch(r"\s*(\d{9})\s*", text)):
            yield Found(Kind.PAPER, *nine.span(1), masked_paper(nine[1]))


def _is_named(text: str, match: re.Match[str], words: re.Pattern[str]) -> bool:
    """Whether the name of the paper stands shortly before the number, other numbers of the kind between them."""
    before = text[max(0, match.start() - 4 * _NEAR) : match.start()].replace("\u200b", "")
    named = [each.end() for each in words.finditer(before)]
    if not named:
        return False
    between = before[named[-1] :]
    return len(re.sub(r"[0-9A-Za-z、，, ]", "", between)) <= _NEAR and bool(_BETWEEN.fullmatch(between))


def masked_paper(written: str) -> str:
    """The first and the last two signs."""
    return written[:_LAST] + "*" * max(3, len(written) - 2 * _LAST) + written[-_LAST:]


def plates(text: str, head: str = "") -> Iterator[Found]:
    """Every number plate in ``text``, which stands under ``head``."""
    if _OTHER_HEAD.search(head):
        return
    for match in _PLATE.finditer(text):
        rest = match[3]
        is_long = len(rest) == 6
        if (is_long and not _NEW_ENERGY.fullmatch(rest)) or len(_PLATE_LETTERS.findall(rest)) > 2 + is_long:
            continue
        if _NO_PLATE.search(text[max(0, match.start() - 12) : match.start()].rpartition("\n")[2]):
            continue
        yield Found(Kind.PLATE, *match.span(), f"{match[1]}{match[2]}{rest[0]}{'*' * (len(rest) - 2)}{rest[-1]}")
