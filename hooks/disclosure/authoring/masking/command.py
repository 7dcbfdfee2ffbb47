"""``disclosure mask``: which files, what stays in them, where their originals go, what is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from disclosure.authoring.masking.editing import ByHand, Change, Masking
from disclosure.authoring.masking.packages import masked_package
from disclosure.authoring.masking.texts import ENDINGS, masked_text
from disclosure.authoring.masking.word import masked_word
from disclosure.authoring.masking.workbooks import masked_workbook
from disclosure.column import Column
from disclosure.measures.private.kinds import Found
from disclosure.measures.private.leaks import Leak
from disclosure.measures.private.office import NO_OFFICE, office_of
from disclosure.rules.judging import acceptances_of
from disclosure.rules.private import RULE_OF, message_of
from disclosure.whole_files import write_whole

_LARGEST = 200_000_000
_PACKAGES = {".docx": masked_word, ".docm": masked_word, ".xlsx": masked_workbook, ".xlsm": masked_workbook}
_BY_HAND = {
    ".pdf": "PDF 程序不改；请在生成它的 Word、表格里遮蔽，重新导出 PDF（不要只盖上黑块：盖住的字还能复制出来）",
    ".doc": "旧格式 doc 程序不改；请用 Word 或者 WPS 另存为 docx，再遮蔽",
    ".wps": "wps 格式程序不改；请用 WPS 另存为 docx，再遮蔽",
    ".xls": "旧格式 xls 程序不改；请用 Excel 或者 WPS 另存为 xlsx，再遮蔽",
    ".et": "et 格式程序不改；请用 WPS 另存为 xlsx，再遮蔽",
    ".ppt": "ppt 程序不改；请打开后逐页改，或者另存为 docx 再遮蔽",
    ".pptx": "pptx 程序不改；请打开后逐页改",
    ".zip": "压缩包程序不改；请解开，遮蔽里面的文件，再打包",
    ".rar": "压缩包程序不改；请解开，遮蔽里面的文件，再打包",
    ".7z": "压缩包程序不改；请解开，遮蔽里面的文件，再打包",
    ".json": "json 是程序写的；请改写出它的那份文件",
}
_PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"))


@dataclass(frozen=True, slots=True)
class Masked:
    """What became of a file: what was masked, what a person has to do, where the original is."""

    path: str
    changes: tuple[Change, ...] = ()
    by_hand: tuple[str, ...] = ()
    original: str = ""


@dataclass
class Masks:
    """Masks files of the column at ``root``; the originals go to ``originals``, unless it is only a trial."""

    root: Path
    originals: Path
    column: Column | None
    is_trial: bool = False
    _accepted: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each, _, paths in acceptances_of(self.column) if self.column else ():
            for path in paths:
                self._accepted.setdefault((each.rule, path), []).append(each.about or "")

    def mask(self, file: Path) -> Masked:
        """Mask one file, whole or not at all."""
        path = self._path(file)
        try:
            data = _content(file)
            masking = Masking(self._keeps(path), self._title(path))
            new = _masked(data, file, masking)
        except ByHand as reason:
            return Masked(path, by_hand=(str(reason),))
        original = ""
        if new != data and not self.is_trial:
            original = self._kept(file, data)
            write_whole(file, new)
        return Masked(path, tuple(masking.changes), tuple(masking.left), original)

    def _path(self, file: Path) -> str:
        try:
            return file.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return file.as_posix()

    def _title(self, path: str) -> str:
        """What the file is about, as the rules see it: the name of its register, the title of its document."""
        if self.column is None:
            return ""
        for register in self.column.registers:
            if path in (register.origin.path, f"{register.origin.path.removesuffix('.yml')}.csv"):
                return register.name
        for writing in self.column.writings:
            if any(attachment.source == path for attachment in writing.attachments):
                return f"{writing.title} {Path(path).stem}"
        return ""

    def _keeps(self, path: str) -> Callable[[Found, str, str], bool]:
        office = office_of(self.column) if self.column else NO_OFFICE

        def keeps(found: Found, text: str, where: str) -> bool:
            if office.owns(found, text):
                return True
            # Crosses are only how YAML can hold a mask; what was accepted is written with stars.
            leak = Leak(kind=found.kind, path=path, line=1, mask=found.mask.replace("×", "*"), where=where)
            said = message_of(leak)
            return any(about in said for about in self._accepted.get((RULE_OF[found.kind], path), ()))

        return keeps

    def _kept(self, file: Path, data: bytes) -> str:
        """Keep the original where nothing is published or put under version control; where that is."""
        folder = self.originals / sha256(data).hexdigest()[:12]
        folder.mkdir(parents=True, exist_ok=True)
        for each in (self.originals, folder):
            each.chmod(0o700)
        target = folder / file.name
        if not target.exists():
            write_whole(target, data)
            target.chmod(0o600)
        return self._path(target)


def _content(file: Path) -> bytes:
    if file.is_dir():
        raise ByHand("这是文件夹；请写出要遮蔽的文件")
    if not file.is_file():
        raise ByHand("没有这个文件；请核对文件名")
    ending = file.suffix.lower()
    if ending in _BY_HAND:
        raise ByHand(_BY_HAND[ending])
    if ending in _PICTURES:
        raise ByHand("图片程序不改；请用画图程序涂掉，另存一份")
    if ending not in ENDINGS and ending not in _PACKAGES:
        raise ByHand(f"“{file.suffix or file.name}”这样的文件程序不改；能改的有：docx、xlsx、csv、md、yml、txt、html")
    if file.stat().st_size > _LARGEST:
        raise ByHand("文件太大，程序改不了；请拆成几个小文件，再遮蔽")
    return file.read_bytes()


def _masked(data: bytes, file: Path, masking: Masking) -> bytes:
    masks = _PACKAGES.get(file.suffix.lower())
    return masked_text(data, file.name, masking) if masks is None else masked_package(data, masks, masking)


def in_words(masked: Masked, *, is_trial: bool) -> Iterator[str]:
    """What is told of a file."""
    for change in masked.changes:
        yield f"{masked.path} {change.where}：{change.kind} → {change.mask}"
    for reason in masked.by_hand:
        yield f"{masked.path}：{reason}"
    if masked.changes:
        done = "会遮蔽" if is_trial else "已遮蔽"
        kept = f"；原件在 {masked.original}（不会发布，核对以后请删去）" if masked.original else ""
        yield f"{masked.path}：{done} {len(masked.changes)} 处{kept}"
    elif not masked.by_hand:
        yield f"{masked.path}：没有发现要遮蔽的内容"
