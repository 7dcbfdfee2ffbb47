"""Packages of Office: parts, how they are related, and what every kind of package may hold besides its text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from disclosure.load.attached.gathering import Gathering, Unreadable
from disclosure.load.attached.images import tell_image
from disclosure.load.attached.people import note_person
from disclosure.load.attached.sniffing import IMAGES, ending_of
from disclosure.load.attached.xml_parts import elements, whole
from disclosure.load.attached.zipped import Archive
from disclosure.model import Trait

_LOCAL_PLACE = re.compile(r"mailto:|file:|tel:|^[A-Za-z]:[\\/]|^\\\\", re.IGNORECASE)
_CORE = {
    "title": "标题",
    "subject": "主题",
    "creator": "作者",
    "keywords": "标记",
    "description": "备注",
    "lastModifiedBy": "最后修改者",
    "category": "类别",
    "contentStatus": "状态",
}
_PEOPLE = ("作者", "最后修改者", "经理")
_APP = {"Company": "单位", "Manager": "经理", "HyperlinkBase": "链接的起点"}
OF_THE_PROGRAM = re.compile(r"KSO|ICV$|commondata$")
"""Properties in which WPS notes things about itself."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is related to: the kind is the last word of its type (header, comments, hyperlink)."""

    id: str
    kind: str
    target: str
    is_outside: bool


class Package:
    """A package, its parts by their path."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.read_parts: set[str] = set()

    @property
    def parts(self) -> list[str]:
        """The paths of all parts."""
        return list(self._archive.members)

    def __contains__(self, part: str) -> bool:
        return part in self._archive.members

    def read(self, part: str) -> bytes:
        """The content of ``part``, which then counts as read."""
        if part not in self._archive.members:
            raise Unreadable(f"缺少“{part}”，文件不完整；请重新生成后上传")
        self.read_parts.add(part)
        return self._archive.read(part)

    @cached_property
    def main(self) -> str:
        """The part that everything begins with."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        raise Unreadable("找不到正文，文件不完整；请重新生成后上传")

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What ``part`` is related to; the package itself has no name."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self:
            return ()
        return tuple(_relation(element.attrib, folder) for element in elements(self.read(path), "Relationship"))

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts to which ``part`` is related in the way ``kind``."""
        for relation in self.relations(part):
            if relation.kind == kind and not relation.is_outside and relation.target in self:
                yield relation.target


def _relation(attributes: dict[str, str], folder: str) -> Relation:
    target = attributes.get("Target", "")
    is_outside = attributes.get("TargetMode") == "External"
    if not is_outside:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2], target, is_outside)


def tell_properties(package: Package, gathering: Gathering) -> None:
    """Gather who wrote the file, for whom, and what else its properties say."""
    for part, names in (("docProps/core.xml", _CORE), ("docProps/app.xml", _APP)):
        if part in package:
            for element in whole(package.read(part)):
                key = names.get(element.tag.rpartition(":")[2])
                if key and element.text:
                    gathering.tell_property(key, element.text)
                    if key in _PEOPLE:
                        note_person(element.text, f"文件属性“{key}”", gathering)
    if "docProps/custom.xml" in package:
        for element in whole(package.read("docProps/custom.xml")):
            name = element.get("name", "")
            if not OF_THE_PROGRAM.match(name):
                gathering.tell_property(name, "".join(element.itertext()))


def tell_surroundings(package: Package, gathering: Gathering) -> None:
    """Gather macros, places outside the file, and what is written into pictures."""
    pictures = 0
    for part in package.parts:
        name = posixpath.basename(part)
        if name.lower() == "vbaproject.bin":
            gathering.note(Trait.MACROS)
        elif part.endswith(".rels"):
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(part)), name.removesuffix(".rels"))
            for relation in package.relations(owner):
                if relation.is_outside and _LOCAL_PLACE.search(relation.target):
                    gathering.tell("链接的地址", relation.target, is_hidden=True)
        elif "/media/" in part and ending_of(part) in (*IMAGES, "jpeg", "tiff"):
            pictures += 1
            tell_image(package.read(part), gathering, name)
    if pictures and gathering.seen < 10:
        gathering.note(Trait.SCANNED)
        gathering.fault(f"里面只有图片（{pictures} 张），没有文字；请换成有文字的文件")
