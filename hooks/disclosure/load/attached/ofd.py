"""OFD, the national layout format: the text codes of every page, its properties, notes and packed files."""

from __future__ import annotations

import posixpath

from disclosure.load.attached.gathering import Gathering
from disclosure.load.attached.images import tell_image
from disclosure.load.attached.people import note_person
from disclosure.load.attached.sniffing import IMAGES, ending_of
from disclosure.load.attached.xml_parts import elements, whole
from disclosure.load.attached.zipped import Archive
from disclosure.model import Trait

_PROPERTIES = {
    "Title": "标题",
    "Author": "作者",
    "Subject": "主题",
    "Abstract": "摘要",
    "Keyword": "关键词",
    "Cover": "",
    "CustomData": "自定义数据",
}


def read_ofd(archive: Archive, gathering: Gathering) -> None:
    """Gather everything in an OFD file."""
    names = {name.lower(): name for name in archive.members}
    pages = 0
    for info in whole(archive.read(names["ofd.xml"])).iter("DocInfo"):
        for element in info.iter():
            if key := _PROPERTIES.get(element.tag, ""):
                gathering.tell_property(key, element.text or "")
                if key == "作者":
                    note_person(element.text or "", f"文件属性“{key}”", gathering)
    pictures = 0
    for part in sorted(archive.members, key=_in_order):
        name = posixpath.basename(part)
        if part.lower().endswith(".xml"):
            if "/pages/" in part.lower():
                pages += 1
                where, is_hidden = f"第{pages}页", False
            elif "/annot" in part.lower():
                where, is_hidden = "注释", True
            elif "/tpls/" in part.lower() or "/temps/" in part.lower():
                where, is_hidden = "页面的模板", False
            else:
                continue
            _tell_page(archive.read(part), where, gathering, is_hidden=is_hidden)
        elif ending_of(part) in (*IMAGES, "jpeg"):
            pictures += 1
            tell_image(archive.read(part), gathering, name)
        elif "/attach" in part.lower():
            gathering.read_inside(archive.read(part), name, f"附带的 {name}")
    if gathering.seen < 10:
        gathering.note(Trait.SCANNED)
        gathering.fault("没有文字，多半是扫描件；请换成由文字直接转换的 OFD，或者由人逐页看过")


def _in_order(part: str) -> tuple[int, str]:
    """Pages in their order: Page_10 after Page_9."""
    digits = "".join(sign for sign in posixpath.basename(posixpath.dirname(part)) if sign.isdigit())
    return int(digits[:9] or 0), part


def _tell_page(data: bytes, where: str, gathering: Gathering, *, is_hidden: bool) -> None:
    """Tell the text objects of a page; those on one line together, as numbers are often cut into several."""
    lines: dict[int, str] = {}
    ends: dict[int, float] = {}
    for text in elements(data, "TextObject", "Remark", "Parameter"):
        codes = "".join(code.text or "" for code in text.iter("TextCode")) or text.text or ""
        left, top, width, height = _boundary_of(text.get("Boundary", ""))
        line = round(top)
        gap = " " if left - ends.get(line, left) > height / 2 else ""
        lines[line] = lines.get(line, "") + gap + codes
        ends[line] = left + width
    gathering.tell(where, "\n".join(lines.values()), is_hidden=is_hidden)


def _boundary_of(written: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of an object."""
    try:
        left, top, width, height = (min(max(float(part), -1e6), 1e6) for part in written.split())
    except ValueError:
        return 0.0, 0.0, 0.0, 0.0
    return left, top, width, height
