"""PDF, read by PDFium: text page by page, notes, filled-in fields, packed files, and what keeps it from being read."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.images import xmp_texts
from disclosure.load.attached.people import note_person
from disclosure.model import Trait

_PAGES = 3000
_PROPERTIES = {"Title": "标题", "Author": "作者", "Subject": "主题", "Keywords": "关键词"}
_NEEDS_PASSWORD = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_MAY_COPY = 1 << 4
_FEW_SIGNS = 15
"""A page of no more signs, such as its number, has no text of its own."""

_MOST_DAMAGED, _ALL_DAMAGED = 0.1, 0.5
_LARGE = 0.3
_MANY_STROKES = 40
_NO_SIGN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
_NOTES = frozenset(
    (
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_INK,
    )
)


def read_pdf(data: bytes, gathering: Gathering) -> None:
    """Gather everything in a PDF file."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _NEEDS_PASSWORD:
            raise Unreadable("加了打开密码，读不出来；请去掉密码后重新上传") from error
        raise Unreadable("文件已经损坏，打不开；请重新生成后上传") from error
    with document:
        document.init_forms()
        _tell_properties(document, data, gathering)
        if not pdfium.FPDF_GetDocPermissions(document) & _MAY_COPY:
            gathering.note(Trait.LOCKED)
        if not document.is_tagged():
            gathering.note(Trait.UNTAGGED)
        _tell_pages(document, gathering)
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            name = attachment.get_name()
            gathering.read_inside(bytes(attachment.get_data()), name, f"附带的 {name}")


def _tell_properties(document: pypdfium2.PdfDocument, data: bytes, gathering: Gathering) -> None:
    told: set[tuple[str, str]] = set()
    found = [(key, document.get_metadata_value(name)) for name, key in _PROPERTIES.items()]
    for key, text in (*found, *xmp_texts(data)):
        if text and (key, text) not in told:
            told.add((key, text))
            gathering.tell_property(key, text)
            if key == "作者":
                note_person(text, f"文件属性“{key}”", gathering)
    for bookmark in document.get_toc(max_depth=10):
        gathering.tell("书签", bookmark.get_title(), is_hidden=True)


def _tell_pages(document: pypdfium2.PdfDocument, gathering: Gathering) -> None:
    count = len(document)
    blank: list[int] = []
    damaged: list[int] = []
    broken: list[int] = []
    notes = 0
    for number in range(1, min(count, _PAGES) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        text, share = _text_of(page)
        if share <= _ALL_DAMAGED:
            gathering.tell(f"第{number}页", text)
        if share > _MOST_DAMAGED:
            damaged.append(number)
        elif len("".join(text.split())) < _FEW_SIGNS and _shows_something(page):
            blank.append(number)
        notes += _tell_annotations(document, page, number, gathering)
        page.close()
    if notes:
        gathering.note(Trait.COMMENTS, f"{notes} 处批注")
    if blank:
        if len(blank) * 2 > count:
            gathering.note(Trait.SCANNED)
        gathering.fault(
            f"{_in_words(blank)}没有文字层，多半是扫描件或者图片；请换成由文字直接转换的 PDF，或者由人逐页看过"
        )
    if damaged:
        gathering.fault(
            f"{_in_words(damaged)}的字体没有对应的文字编码，读出来是乱码；请从原来的文件重新导出 PDF，或者由人逐页看过"
        )
    if broken:
        gathering.fault(f"{_in_words(broken)}已经损坏，读不出来；请重新生成后上传")
    if count > _PAGES:
        gathering.fault(f"一共 {count} 页，只读了前面 {_PAGES} 页；请拆成几个文件")
    if count == 0:
        gathering.fault("一页也没有；请重新生成后上传")


def _text_of(page: pypdfium2.PdfPage) -> tuple[str, float]:
    """The text of a page, and how much of it is no text because the font does not say which signs it shows."""
    layer = page.get_textpage()
    text: str = layer.get_text_range().replace("\r\n", "\n").replace("\ufffe", "")
    count = layer.count_chars()
    unknown = sum(pdfium.FPDFText_HasUnicodeMapError(layer, number) == 1 for number in range(count))
    signs = len("".join(text.split()))
    layer.close()
    return text, max(unknown, len(_NO_SIGN.findall(text))) / signs if signs else 0.0


def _shows_something(page: pypdfium2.PdfPage) -> bool:
    """Whether a page without text is not simply empty: a large picture, or signs drawn as strokes."""
    width, height = page.get_size()
    strokes = 0
    for drawn in page.get_objects(max_depth=3):
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            if (right - left) * (top - bottom) > _LARGE * width * height:
                return True
        elif drawn.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            strokes += 1
    return strokes > _MANY_STROKES


def _tell_annotations(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int, gathering: Gathering
) -> int:
    """Tell notes, fields and packed files of a page; how many notes there are."""
    notes = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            if document.formenv:
                value = _string(pdfium.FPDFAnnot_GetFormFieldValue, document.formenv, annotation)
                name = _string(pdfium.FPDFAnnot_GetFormFieldName, document.formenv, annotation)
                gathering.tell(f"第{number}页的表单", value, heading=name)
        else:
            text = _string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
            notes += kind in _NOTES and bool(text.strip())
            gathering.tell(f"第{number}页的批注", text, is_hidden=True)
            if kind in _NOTES:
                author = _string(pdfium.FPDFAnnot_GetStringValue, annotation, b"T")
                gathering.tell(f"第{number}页批注的作者", author, is_hidden=True)
                note_person(author, "批注的作者", gathering)
        if kind == pdfium.FPDF_ANNOT_FILEATTACHMENT and (packed := pdfium.FPDFAnnot_GetFileAttachment(annotation)):
            attachment = pypdfium2.PdfAttachment(packed, document)
            gathering.read_inside(bytes(attachment.get_data()), attachment.get_name(), f"第{number}页附带的文件")
        pdfium.FPDFPage_CloseAnnot(annotation)
    return notes


def _string(function: Callable[..., int], *arguments: Any) -> str:
    """What a function of PDFium writes into a buffer as UTF-16."""
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _in_words(pages: Iterable[int]) -> str:
    """Numbers of pages with neighbours joined: 第1—3、7页."""
    return f"第{'、'.join(_ranges(sorted(pages)))}页"


def _ranges(numbers: list[int]) -> Iterator[str]:
    start = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number == last + 1:
            last = number
            continue
        yield f"{start}—{last}" if last > start else str(start)
        start = last = number
