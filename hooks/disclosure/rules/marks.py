"""公开属性 as texts tell it: the mark under a paper, words that a public text does not begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import Document, Openness
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Latitude
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule

_MARK_WORDS = ("此件", "本件", "公开属性", "公开选项")
_BLANK = r"[^\S\n]*"
_MARK = re.compile(
    rf"[（(\[【〔]\s*(?:此件|本件|(?:信息)?公开(?:属性|选项))\s*[:：]?\s*"
    rf"(?P<says>[^（()）\[\]【】〔〕\n]{{2,16}}?)\s*[)）\]】〕](?={_BLANK}[*_|。.]*{_BLANK}$)",
    re.MULTILINE,
)
"""A mark at the end of a line: （此件公开发布）."""
_BEFORE_MARK = re.compile(r"(?:^|[\d日])[\s\u200b*_>|]*\Z")
"""What may stand before it in its line: nothing, or the date of the paper; in a sentence it is quoted."""
_SAYS = {
    Openness.WITHHELD: re.compile("不予?公开|不宜公开|不对外公开|非公开|内部|不主动公开"),
    Openness.ON_APPLICATION: re.compile("依申请"),
    Openness.PUBLIC: re.compile("^公开$|公开发布|主动公开|全文公开"),
}
_HEAD_LINES, _HEAD_SIGNS = 12, 600
_HEAD = re.compile(
    rf"^{_BLANK}[*_#>|]*{_BLANK}(?P<words>不公开){_BLANK}[*_|。.！!]*{_BLANK}$"
    rf"|^{_BLANK}[*_#>|]*{_BLANK}(?P<field>公开(?:属性|方式|类别){_BLANK}[:：]{_BLANK}(?:不予?公开|依申请公开))",
    re.MULTILINE,
)


@rule(
    "openness-mark",
    "正文末尾的“（此件公开发布）”要与公开属性一致",
    norm="条例第十三条",
    family=Family.OPENNESS,
    advice="照起草时批准的发文稿纸核对：不能公开的，改“公开属性”并写“公开依据”；能公开的，改正文里的这一句。",
    bad="公开属性: 主动公开，正文末尾却是（此件依申请公开）",
    good="公开属性: 主动公开，正文末尾是（此件公开发布）",
    latitude=Latitude.FULL,
)
def openness_mark(column: Column) -> Findings:
    """The marks under the text of a document say what its 公开属性 says."""
    for document in column.documents:
        for place, words, said in _marks(document.body):
            if said is not document.openness:
                yield (
                    document.origin.path,
                    document.body_line + document.body.count("\n", 0, place),
                    f"正文里写着“{words}”，公开属性却是“{document.openness}”；请核对发文稿纸，改正不对的一处",
                )


@text_rule(
    "withheld-mark",
    "公开的文字和附件里不能有不公开的标记",
    norm="条例第十三条、第十七条",
    family=Family.OPENNESS,
    advice="先核对能不能公开：不能的，撤下来，改“公开属性”；能的，请起草单位重新认定，换成去掉标记的文件。",
    bad="附件的末尾是（此件不予公开）",
    good="附件的末尾是（此件公开发布）",
    latitude=Latitude.FULL,
)
def withheld_mark(passage: Passage, column: Column) -> TextFindings:  # noqa: ARG001
    """No text is marked as one that is not for the public: at its head, or at the end of a line of a file."""
    if passage.source not in (Source.BODY, Source.ATTACHED):
        return
    text = passage.text
    if passage.source is Source.ATTACHED or not isinstance(passage.writing, Document):
        for place, words, said in _marks(text):
            if said is not Openness.PUBLIC:
                yield place, f"这里写着“{words}”，却放在公开的页面上；请核对能不能公开"
    head = "\n".join(text[:_HEAD_SIGNS].split("\n")[:_HEAD_LINES])
    for found in _HEAD.finditer(head) if "公开" in head else ():
        yield found.start(), f"开头写着“{found['words'] or found['field']}”，却放在公开的页面上；请核对能不能公开"


def _marks(text: str) -> Iterator[tuple[int, str, Openness]]:
    """Place, words and meaning of each mark of ``text`` that stands at the end of a line."""
    for found in _MARK.finditer(text) if any(word in text for word in _MARK_WORDS) else ():
        said = next((openness for openness, words in _SAYS.items() if words.search(found["says"])), None)
        start = text.rfind("\n", 0, found.start()) + 1
        if said and _BEFORE_MARK.search(text[start : found.start()]):
            yield found.start(), found[0], said
