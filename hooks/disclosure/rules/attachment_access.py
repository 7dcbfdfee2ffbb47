"""Files beside documents: that everybody can open them and learn what is in them, also who cannot see or has only a phone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.column import Column
from disclosure.load.body import is_markdown, linked_path
from disclosure.model import AttachedFile, Trait, Writing
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_OLD = {"doc": "旧的 Word（doc）", "xls": "旧的 Excel（xls）", "ppt": "旧的幻灯片（ppt）"}
_OF_WPS = {"wps": "WPS 文字（wps）", "et": "WPS 表格（et）", "dps": "WPS 演示（dps）"}
_NEW = {"doc": "docx", "xls": "xlsx", "ppt": "pptx"}
_OPEN = frozenset(("docx", "xlsx", "pptx", "pdf", "html", "txt", "csv", "odf"))
_NO_TEXT = re.compile(r"[\W_]+")
_SHORT = 6
_COVERED = 0.8


@dataclass(frozen=True, slots=True)
class _Beside:
    """A file as a document names it: in its 附件 (then with a title, and maybe with an alternative), or in a link."""

    source: str
    name: str
    line: int
    alternative: str = ""
    is_listed: bool = False


@rule(
    "attachment-alternative",
    "扫描件、图片和音视频作附件，要有文字说明",
    Severity.WARNING,
    family=Family.SITE,
    norm="无障碍环境建设法第三十二条；GB/T 37668-2019",
    advice="在附件的“说明”里写清上面的内容；最好换成有文字的文件。",
    bad="附件: [{文件: tongzhi.jpg}]",
    good="附件: [{文件: shiyi.jpg, 说明: 示意图：停车泊位在人民路东侧，共42个}]",
)
def attachment_alternative(column: Column) -> Findings:
    """Who does not see a picture, or does not hear a film, needs its content in words."""
    for writing, beside, file in _each(column):
        if beside.is_listed and not beside.alternative:
            if file.what(Trait.SCANNED):
                yield _at(writing, beside, "是扫描件，看不见的人听不到上面的内容；请换成有文字的文件，或者写上“说明”")
            elif file.what(Trait.PICTURES):
                inside = "、".join(what for what in file.what(Trait.PICTURES)[:3] if what)
                which = f"里有图片或者音视频（{inside}）" if inside else "是图片或者音视频"
                yield _at(writing, beside, f"{which}，看不见、听不见的人不知道内容；请写上“说明”")


@rule(
    "attachment-format",
    "旧格式和要专门软件才能打开的附件，要有别的办法看到内容",
    Severity.NOTICE,
    family=Family.SITE,
    norm="无障碍环境建设法第三十二条；GB/T 37668-2019",
    advice="另存为 docx、xlsx 或者 pdf 再上传；不能换的，写上“说明”，或者把内容放进正文。",
    bad="附件: [{文件: shenqing-biao.wps}]",
    good="附件: [{文件: shenqing-biao.docx}]",
)
def attachment_format(column: Column) -> Findings:
    """Old binary formats, those of one vendor, and OFD do not open on every phone, nor in every screen reader."""
    for writing, beside, file in _each(column):
        what = _special_format(beside.source, file)
        if what and not _has_alternative(column, writing, beside, file):
            better = _NEW.get(file.format, "pdf")
            yield _at(writing, beside, f"是{what}格式，手机和读屏软件不一定打得开；请另存为 {better}，或者写上“说明”")


@rule(
    "attachment-untagged",
    "PDF 附件最好带标签，让读屏软件按顺序读",
    Severity.NOTICE,
    family=Family.SITE,
    norm="无障碍环境建设法第三十二条；GB/T 37668-2019",
    advice="在 Word 或者 WPS 里导出 PDF 时勾选“辅助功能文档结构标记”；或者写上“说明”、把内容放进正文。",
    bad="附件: [{文件: fangan.pdf}]，导出时没有勾选结构标记",
    good="附件: [{文件: fangan.pdf}]，导出时勾选了“辅助功能文档结构标记”",
)
def attachment_untagged(column: Column) -> Findings:
    """Tags tell a screen reader what is a heading, a table, and what comes first."""
    for writing, beside, file in _each(column):
        if file.faults or not (file.what(Trait.UNTAGGED) or file.what(Trait.LOCKED)):
            continue
        if not _has_alternative(column, writing, beside, file):
            what = "不让复制文字" if file.what(Trait.LOCKED) else "没有结构标签，读屏软件读不出顺序和表格"
            yield _at(writing, beside, f"{what}；请重新导出 PDF，勾选“辅助功能文档结构标记”，不要限制复制")


def _at(writing: Writing, beside: _Beside, message: str) -> tuple[str, int, str]:
    return writing.origin.path, beside.line, f"附件“{beside.name}”{message}"


def _each(column: Column) -> Iterator[tuple[Writing, _Beside, AttachedFile]]:
    """Every file beside a public text, once for each text."""
    for writing in column.writings:
        if writing.origin.path not in column.public_texts:
            continue
        told: set[str] = set()
        for beside in _beside(writing):
            if beside.source in column.attached and beside.source not in told:
                told.add(beside.source)
                yield writing, beside, column.attached[beside.source]


def _beside(writing: Writing) -> Iterator[_Beside]:
    for each in writing.attachments:
        yield _Beside(each.source, each.file, each.line, each.alternative or "", is_listed=True)
    for link in writing.links:
        path = linked_path(writing.origin.path, link.target)
        if path and not link.is_image and not is_markdown(path):
            yield _Beside(path, posixpath.basename(path), link.line)


def _special_format(path: str, file: AttachedFile) -> str:
    if file.format == "ofd":
        return " OFD "
    return _OF_WPS.get(posixpath.splitext(path)[1].lower().removeprefix(".")) or _OLD.get(file.format, "")


def _has_alternative(column: Column, writing: Writing, beside: _Beside, file: AttachedFile) -> bool:
    """Whether the content can be had otherwise: from the 说明, from the same paper in an open format, from the body."""
    if beside.alternative:
        return True
    stem = posixpath.splitext(beside.name)[0].lower()
    for other in _beside(writing):
        same = column.attached.get(other.source)
        is_open = other.source != beside.source and same and same.format in _OPEN and not same.faults
        if is_open and posixpath.splitext(other.name)[0].lower() == stem:
            return True
    return _is_in_body(file, writing)


def _is_in_body(file: AttachedFile, writing: Writing) -> bool:
    """Whether the body says most of what the file says."""
    body = _NO_TEXT.sub("", writing.body)
    lines = [_NO_TEXT.sub("", line) for each in file.texts if not each.is_hidden for line in each.text.split("\n")]
    lines = [line for line in lines if len(line) >= _SHORT]
    covered = sum(len(line) for line in lines if line in body)
    return bool(lines) and covered >= _COVERED * sum(map(len, lines))
