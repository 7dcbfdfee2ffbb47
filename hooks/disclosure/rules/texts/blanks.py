"""What was to be filled in and was not: blanks, placeholders, and the mark of a draft on a final text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import Document, Writing
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import lines, quoted, signs, view
from disclosure.terms import label

_BLANK = "[ \u3000\u00a0]"
_UNIT = (
    "(?:个(?![人体别性税])|项(?![目下])|件(?!数)|家(?![庭长属禽畜政电具居乡园])|户(?![籍口主外型])|名(?![称单录额义城校牌誉次])"
    "|人次|万元|亿元|万人|平方米|公里|亩(?!均)|[%％‰])"
)
_NO_NUMBER = re.compile(rf"{_BLANK}(?={_UNIT}(?!{_BLANK}))")
_COUNTING = ("共", "有", "等", "达", "达到", "为", "约", "近", "超过", "合计", "于", "含", "增加", "减少", "完成", "办理", "受理", "投入",
             "安排", "涉及", "其中")  # fmt: skip
_NO_BODY = re.compile("个(?=部门|单位|乡镇|街道|方面|工作日|村|项目|县|市|区)")
_BEFORE_BODY = re.compile("[\u4e00-\u9fff，。；：、（\n]")
_NO_NAME = re.compile(
    rf"[《“〔第总](?:(?<=《){_BLANK}*》|(?<=“){_BLANK}*”|(?<=〔){_BLANK}*〕|(?<=〔)(?:19|20)\d{{2}}〕{_BLANK}*号"
    rf"|(?<=第){_BLANK}*期(?=[（(]总第)|(?<=总)第{_BLANK}*期|(?<=第){_BLANK}+(?:号|条|款|期|次|届)(?![\u4e00-\u9fff]))"
)
"""A number or a name is missing in a sentence: nobody is to fill it in."""

_EMPTY = re.compile(
    rf"[（(年【\[](?:(?<=[（(]){_BLANK}*[）)]|(?<=年){_BLANK}+月(?:{_BLANK}+日)?"
    r"|(?<=[（(【\[])(?:此处|这里|内容)?(?:待|请)(?:填|填写|补充|核实|确认|完善)[）)】\]])"
)
_COUNTED = "(?:余|多)?(?:万|亿)?(?:元|名|个|户|人次|人|项|件|家|套|处|所|吨|亩|%|％)(?!数|均|次)"
_PLACEHOLDER = re.compile(
    r"_{3,}|＿{2,}|[12][90][*＊×ⅹxXｘＸ]{1,2}(?=[年上下\u3015〕\]】）)])"
    r"|[xXⅹ×ＸｘＸ]{1,4}(?=省|市|县|区|镇|乡|村|街道|州|局|厅|单位|部门|人民政府|政府|年度|年|月|日|政办|府办)"
    rf"|[xXⅹ×ＸｘＸ]{{1,4}}(?={_COUNTED})"
)
_CHINESE, _FILLED = re.compile("[\u4e00-\u9fff）)]"), re.compile(f"[省市县区镇乡村]|{_COUNTED}")
_PLACEHOLDER_SIGNS = re.compile("[_＿xXⅹ×ＸｘＸ*＊]")
"""In a form or a sample somebody is to fill it in; in any other text it was forgotten."""

_LONG_BEFORE = dt.timedelta(days=5 * 366)
"""A paper published so long after its issue was a secret one: its numbers were struck out on purpose (XXX元)."""

_FORM = re.compile(
    "申请表|申报表|登记表|审批表|审核表|推荐表|情况表|统计表|汇总表|调查表|问卷|样表|样式|格式|示范文本|范本|模板|样本|示例|填写|填表|填报说明"
    "|签字|签名|签章|盖章|公章|院印|回执|委托书|承诺书|协议书|合同|通知书|决定书|告知书|文书|凭证|证明|声明|经办人|本人|甲方|计算公式|＝|=|账号|姓名"
)
_NEAR = 500
"""Signs on either side in which a form would show itself as one."""

_DRAFT = "(?:征求意见稿|送审稿|讨论稿|审议稿|初稿|代拟稿|修改稿|报批稿|草稿|草案)"
_DRAFT_TAIL = re.compile(rf"[（(][^（）()]{{0,12}}{_DRAFT}[^（）()]{{0,4}}[）)][》”]?$")
_ABOUT_DRAFTS = re.compile(
    "征求|征集|听取|听证|意见|公示|说明|解读|草案|审议|反馈|论证|评估|座谈|问卷|起草|制定|立法|预算|决算|计划|规划|纲要"
)
_HEAD = 25
"""Lines at the top of a text, and after the title of what is enclosed, in which the mark of a draft would stand."""

_DECISIONS = "decisions"
"""The usual item for decisions of weight, where drafts are made public on purpose."""

_TITLE = label(Writing, "title")


@text_rule(
    "blank-left",
    "句子里不能空着数字和名称",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请对照原文补上；这个数确实没有的，改写句子。",
    bad="全县共有 个部门公布了权责清单，依据《》办理",
    good="全县共有 32 个部门公布了权责清单，依据《示例县权责清单管理办法》办理",
)
def blank_left(passage: Passage, _column: Column) -> TextFindings:
    """No number before a measure word, no name in 《》, no number of a paper is missing."""
    if passage.source is Source.ATTACHED or passage.text.isascii():
        return
    text = view(passage)
    for place in sorted([*_numbers_gone(text), *(found.start() for found in _NO_NAME.finditer(text))]):
        if "|" not in text[text.rfind("\n", 0, place) + 1 : place + 1]:
            yield place, f"{quoted(text, place, place + 2)}里像是漏了数字或者名称；请对照原文补上"


@text_rule(
    "placeholder-left",
    "正式的文字里不能留着待填的地方",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请填上内容；这里本来就是给人填写的表格、样本，请写明它是“样表”“格式”。",
    bad="根据xx省人民政府办公厅20××年的通知，于____日前完成",
    good="根据示范省人民政府办公厅2026年的通知，于6月30日前完成",
)
def placeholder_left(passage: Passage, _column: Column) -> TextFindings:
    """No xx县, 20××年, empty brackets and lines to write on, except in forms, samples, formulas and papers once secret."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    has_signs = _PLACEHOLDER_SIGNS.search(signs(text)) and not _was_secret(passage.writing)
    patterns = (_EMPTY, _PLACEHOLDER) if has_signs else (_EMPTY,)
    places = [each for pattern in patterns for each in pattern.finditer(text)]
    found = [each for each in places if _is_open(text, each) and not _is_in_form(text, each)]
    if found:
        first = min(found, key=lambda each: each.start())
        more = f"（这样的共 {len(found)} 处）" if len(found) > 1 else ""
        yield first.start(), f"{quoted(text, *first.span())}里有待填的地方{more}；请填上，或者写明这是样表、格式"


@text_rule(
    "draft-mark",
    "正式公布的文件不能还写着征求意见稿、送审稿",
    Severity.WARNING,
    family=Family.WORDING,
    advice="是正式文件，请换成定稿，删去“征求意见稿”等字样；是公开征求意见，请在标题里写明。",
    bad="标题: 示例县停车管理办法（征求意见稿）",
    good="标题: 关于公开征求《示例县停车管理办法（征求意见稿）》意见的公告",
)
def draft_mark(passage: Passage, _column: Column) -> TextFindings:
    """What is published as final does not bear the mark of a draft in its title or head.

    A paper that asks for opinions, or tells of a draft, rightly names one.
    """
    document = passage.writing
    if not isinstance(document, Document) or ("稿" not in passage.text and "草案" not in passage.text):
        return
    title = document.title
    if document.item == _DECISIONS or _ABOUT_DRAFTS.search(_DRAFT_TAIL.sub("", title)):
        return
    if passage.label == _TITLE and passage.source is Source.FIELD:
        if tail := _DRAFT_TAIL.search(passage.text):
            yield tail.start(), f"标题里写着{tail[0]}；是定稿就请删去这几个字，是公开征求意见就请在标题里写明"
    elif passage.source is Source.BODY:
        for place, words in _draft_heads(view(passage)):
            yield place, f"正文开头写着“{words}”；是定稿就请换成定稿的文字，是公开征求意见就请在标题里写明"


def _draft_heads(text: str) -> Iterator[tuple[int, str]]:
    """Titles in a body that end with the mark of a draft, or such a mark on a line of its own under a title."""
    for number, line in enumerate(lines(text)):
        is_title = line.text.startswith("# ") or number < _HEAD
        if is_title and len(line.text) < 60 and _DRAFT_TAIL.search(line.text) and "《" not in line.text:
            yield line.place, line.text.lstrip("# ")
            return


def _numbers_gone(text: str) -> Iterator[int]:
    """Places of blanks before a measure word, after a word that counts or where 个部门 follows."""
    for found in _NO_NUMBER.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()].rstrip(" \u3000\u00a0")
        if before.endswith(_COUNTING) or (
            _NO_BODY.match(text, found.end()) and _BEFORE_BODY.match(before[-1:] or "\n")
        ):
            yield found.start()


def _is_open(text: str, found: re.Match[str]) -> bool:
    """Whether what was found is a place to fill in and no sign of multiplication, rule across the page or word."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    sign = found[0][0]
    if sign == "年":
        return not re.search(
            r"[\d〇○零一二三四五六七八九十当本每同次去今某几×xX]\s*$", text[max(0, found.start() - 3) : found.start()]
        )
    if sign == "_":
        return bool(before.strip() or after.strip())
    if sign in "12":
        return not before.isdigit() and found[0][:2] in ("19", "20")
    if sign in "xXⅹ×ＸｘＸ":
        is_times = len(found[0]) == 1 and _CHINESE.match(before) and not _FILLED.match(text, found.end())
        is_code = re.match(r"[A-Za-z+\-×/*＊]" if len(found[0]) > 1 else r"[A-Za-z0-9+\-×/*＊]", before)
        return not is_times and not is_code
    return True


def _was_secret(writing: Writing | None) -> bool:
    return isinstance(writing, Document) and writing.published - writing.issued > _LONG_BEFORE


def _is_in_form(text: str, found: re.Match[str]) -> bool:
    """Whether the words around say that this is a form, a sample or a formula."""
    return _FORM.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR) is not None
