"""What other pages, papers and programs left in a text: page furniture, numbers of pages, markup that shows."""

from __future__ import annotations

import re
from itertools import pairwise

from disclosure.column import Column
from disclosure.model import Writing
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import FILL, Line, lines, quoted, view
from disclosure.terms import label

_LONGEST = 70
"""Signs of a line that can be furniture; in a sentence the same words mean what they say."""

_CLUES = ("位置", "浏览", "阅读", "点击", "访问量", "打印", "关闭", "扫一扫", "分享", "收藏", "返回顶部", "上一", "下一",
          "字号", "字体", "纠错", "地图", "ICP", "网安备", "版权所有", "首页", "主办", "智能问答", "标识码")  # fmt: skip
_BAR = r"[\s\[\]【】()（）|｜:：>]*"
_FURNITURE = re.compile(
    rf"{_BAR}(?:"
    r"(?:您|你|当前|现在|目前|所在)(?:当前|现在|目前)?(?:所在)?的?位置\s*[:：>].*"
    r"|位置\s*[:：]\s*首页.*"
    r"|(?:您|你)(?:当前|现在)?(?:所在)?的位置.*"
    r"|当前位置"
    rf"|(?:.{{0,40}}\s)?(?:浏览|阅读|点击|访问)(?:次数|量|数|人数){_BAR}\d*\s*次?{_BAR}"
    r"|(?:打印|关闭|收藏|分享|返回|下载)(?:本页|本文|此页|此文|正文|窗口|页面|顶部)?(?:[\s|｜【】\[\]]+(?:打印|关闭|收藏|分享|返回|下载)(?:本页|本文|此页|窗口|顶部)?)*"
    r"|(?:用?微信)?扫一扫(?:在)?(?:手机|微信|分享|打开|浏览|二维码分享).{0,14}"
    r"|(?:一键)?分享(?:到|至|此文)?(?:微信|微博|朋友圈|QQ空间|QQ|空间|[\s、，：:])*"
    r"|(?:上|下)一(?:篇|条|页|期)\s*[:：].*"
    r"|字\s*(?:号|体)(?:大小)?\s*[:：]?[\s\[\]【】]*(?:(?:超?大|中|小|A).{0,12})?"
    r"|(?:我要)?纠错|网站地图|设为首页|加入收藏|智能问答|无障碍浏览|网站声明|网站首页|返回首页"
    r"|版权所有.*|(?:网站)?主办(?:单位)?\s*[:：].*|(?:政府)?网站标识码\s*[:：].*"
    r"|.{0,30}ICP\s*备\s*\d+.*|.{0,20}公网安备.*"
    rf"){_BAR}"
)
_BUTTON = re.compile(
    r"[\s\[\]【】|｜>]*(?:打印|关闭|收藏|分享|返回|下载|(?:我要)?纠错|字\s*[号体]|网站地图|网站首页|返回首页|智能问答|无障碍浏览|网站声明|返回顶部)"
    r"[\s\[\]【】|｜>]*|主办(?:单位)?\s*[:：](?:(?!版权所有|备案|ICP).)*"
)
"""A line that can be a word of the text, or tell who holds a contest; some of them together are buttons."""

_SOME = 3
_PAGE_MARK = re.compile(
    r"第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页[，,]?\s*第\s*\d+\s*页"
    r"|[—–－-]\s*\d{1,3}\s*[—–－-]|Page\s*\d+\s*(?:of|/)\s*\d+",
    re.IGNORECASE,
)
_CUTTING = re.compile(r"(\d{1,3})、(?=[\u4e00-\u9fff])")
_UNFINISHED = re.compile(r"[\u4e00-\u9fff，、]$")
_LONG_LINE = 60
"""Signs of a paragraph that must end with a mark; headings are shorter."""

_ENTITY = re.compile(
    r"&(?:amp;)?\s?(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|emsp|ensp|quot|amp|lt|gt|#\d{2,5})"
    r"(?:[;；]|(?![A-Za-z=]))"
)
_RIGHT_ENTITY = re.compile(r"&(?:[a-z]+|#\d+);")
_IN_FIELD = re.compile(r"</?(?:br|p|span|div|font|img|td|tr)\b[^<>]*>|\]\(\S+\)|\*\*[^*\s][^*]*\*\*|^#{1,6}\s")
_NO_HEADING = re.compile(r"(?<=\n)#{1,6}(?=[\u4e00-\u9fff])")
_IN_BODY = re.compile(
    r"^\s*(?:```|~~~|:::)|~~[^~\s][^~]*~~|\]\s+\((?:https?:|[\w./-]+\.\w{2,4}\))|\[\^\w+\]"
    r"|^\s*[-*+]\s+\[[ xX]\]\s",
    re.MULTILINE,
)
_TITLE_TAIL = re.compile(
    r"(?<!\s)\s*[_|｜]\s*+[^_|｜]*$|(?<!\s)\s*(?<![-–—])[-–—]+\s*+[^-–—]*(?:政府网|门户网站|官方网站|官网|人民政府网站)$"
)
_SITE = re.compile("门户网站|政府网|官网|人民政府|政务公开|信息公开|通知公告|政策文件|[委局办厅]$|中心$")
_TITLE = label(Writing, "title")


@text_rule(
    "page-furniture",
    "正文里不能留着网页上的按钮、位置、浏览次数",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请删去从网页上一起复制来的这些字，只留文件本身。",
    bad="当前位置：首页 > 政务公开 > 政府文件",
    good="各乡镇人民政府，县政府各部门：",
)
def page_furniture(passage: Passage, _column: Column) -> TextFindings:
    """No breadcrumbs, counters, buttons and footers of the page from which a text was copied."""
    if passage.source is not Source.BODY or not any(clue in passage.text for clue in _CLUES):
        return
    text = view(passage)
    found = [line for line in lines(text) if _is_furniture(line.text)]
    if len(found) >= _SOME or any(not _BUTTON.fullmatch(line.text) for line in found):
        more = f"（这样的共 {len(found)} 行）" if len(found) > 1 else ""
        first = found[0]
        yield (
            first.place,
            f"{quoted(text, first.place, first.place + len(first.text))}是网页上的东西，不是正文{more}；请删去",
        )


@text_rule(
    "title-of-page",
    "标题里不能带着网站和栏目的名称",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请只留文件本身的标题。",
    bad="标题: 关于调整公交票价的通知_通知公告_示例县人民政府",
    good="标题: 关于调整公交票价的通知",
)
def title_of_page(passage: Passage, _column: Column) -> TextFindings:
    """A title is that of the paper, not that of a browser's window."""
    if passage.label != _TITLE or passage.source is not Source.FIELD:
        return
    tail = _TITLE_TAIL.search(passage.text)
    if tail and tail.start() and _SITE.search(tail[0]):
        yield tail.start(), f"标题后面带着网页的“{tail[0].strip()}”；请只留文件本身的标题"


@text_rule(
    "page-marks",
    "正文里不能留着页码和文库的分页号",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请删去页码，把被它断开的句子接起来。",
    bad="第 3 页 共 12 页",
    good="（页码不用写，打印时自己会有）",
)
def page_marks(passage: Passage, _column: Column) -> TextFindings:
    """No numbers of printed pages, and none of those that libraries of documents put into the middle of sentences."""
    if passage.source is not Source.BODY:
        return
    text = view(passage)
    written = lines(text)
    marks = [line for line in written if len(line.text) < 20 and _PAGE_MARK.fullmatch(line.text)]
    if marks:
        more = f"（共 {len(marks)} 处）" if len(marks) > 1 else ""
        yield marks[0].place, f"“{marks[0].text}”是页码，不是正文{more}；请删去，被它断开的句子请接起来"
    cuts = list(_cuts(written))
    if len(cuts) > 1:
        line, number = cuts[0]
        yield (
            line.place,
            f"{quoted(text, line.place, line.place + len(number) + 1)}前面的一段没有写完，“{number}、”像是文库的分页号"
            f"（这样的共 {len(cuts)} 处）；请删去号码，把句子接起来",
        )


@text_rule(
    "markup-shown",
    "网页代码和排版符号不能当成文字显示出来",
    Severity.WARNING,
    family=Family.WORDING,
    advice="请删去这些符号，或者改成“正文怎么写”里的写法。",
    bad="内容概述: 城乡低保标准&nbsp;提高<br>自7月1日起执行",
    good="内容概述: 城乡低保标准提高，自7月1日起执行",
)
def markup_shown(passage: Passage, _column: Column) -> TextFindings:
    """No entities, tags and Markdown that this site would show as they are written."""
    text = passage.text
    is_body = passage.source is Source.BODY
    if passage.source is Source.ATTACHED:
        return
    if is_body:
        text = view(passage)
    found = (
        [each for each in _ENTITY.finditer(text) if not (is_body and _RIGHT_ENTITY.fullmatch(each[0]))]
        if "&" in text
        else []
    )
    if is_body:
        found += _IN_BODY.finditer(text) if any(clue in text for clue in ("```", "~~", ":::", "] ", "[^")) else ()
        found += _NO_HEADING.finditer(text) if "#" in text else ()
        found += _lone_stars(text) if "**" in text else ()
    elif "<" in text or "](" in text or "**" in text or text.startswith("#"):
        found += _IN_FIELD.finditer(text)
    if found:
        first = min(found, key=lambda each: each.start())
        more = f"（共 {len(found)} 处）" if len(found) > 1 else ""
        yield (
            first.start(),
            f"{quoted(text, *first.span())}里的“{first[0].strip()}”会照原样显示出来{more}；请删去，或者换一种写法",
        )


def _is_furniture(line: str) -> bool:
    """Whether a line is one of a page and not of a paper, which would end with a mark."""
    return len(line) <= _LONGEST and not line.endswith(("。", "；")) and _FURNITURE.fullmatch(line) is not None


def _cuts(written: tuple[Line, ...]) -> list[tuple[Line, str]]:
    """Lines that begin with a number although the long paragraph before has not come to its end."""
    found = []
    for before, line in pairwise(written):
        number = _CUTTING.match(line.text)
        if number and len(before.text) > _LONG_LINE and _UNFINISHED.search(before.text.rstrip(FILL)):
            found.append((line, number[1]))
    return found


def _lone_stars(text: str) -> list[re.Match[str]]:
    """The ** of a line that has an odd number of them: it is shown, where an even number makes words bold."""
    found = []
    for line in re.finditer(r"[^\n]*\*\*[^\n]*", text):
        stars = list(re.compile(r"(?<![\\*])\*\*(?!\*)").finditer(text, line.start(), line.end()))
        if len(stars) % 2 and line[0].strip(" *"):
            found.append(stars[-1])
    return found
