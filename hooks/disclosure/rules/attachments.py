"""Files beside documents: that they can be read, hold nothing that was to be taken out, and are what their names say."""

from __future__ import annotations

import posixpath
import re

from disclosure.column import Column
from disclosure.model import Trait
from disclosure.problems import Family, Latitude, Limit, Severity
from disclosure.rules.registry import Findings, rule

SIZE = Limit("attachment-size", "大小", 30, "一个附件最多多少 MB")
LENGTH = Limit("attachment-name", "字数", 80, "附件的文件名最多多少个字")

_ENDINGS = {
    "docx": ("docx", "docm", "dotx"),
    "doc": ("doc", "wps", "dot", "wpt"),
    "xlsx": ("xlsx", "xlsm", "xltx"),
    "xls": ("xls", "et", "xlt", "ett"),
    "pptx": ("pptx", "pptm", "ppsx"),
    "ppt": ("ppt", "pps", "dps"),
    "rtf": ("rtf",),
    "pdf": ("pdf",),
    "ofd": ("ofd",),
    "odf": ("odt", "ods", "odp"),
    "zip": ("zip",),
    "rar": ("rar",),
    "7z": ("7z",),
    "html": ("html", "htm", "shtml", "xhtml"),
    "eml": ("eml", "mht", "mhtml"),
    "xml": ("xml",),
    "svg": ("svg",),
    "json": ("json",),
    "csv": ("csv",),
    "txt": ("txt", "csv"),
    "jpg": ("jpg", "jpeg", "jpe"),
    "png": ("png",),
    "gif": ("gif",),
    "tif": ("tif", "tiff"),
    "bmp": ("bmp",),
    "webp": ("webp",),
}
_IN_WORDS = {"html": "网页", "txt": "纯文字", "eml": "邮件或者存下来的网页", "zip": "压缩包"}
_KNOWN_ENDINGS = frozenset(ending for endings in _ENDINGS.values() for ending in endings)
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")
_SPECIAL = re.compile(r"[#%?&+;:*|\"'<>\\^`{}\[\]=@$]")


@rule(
    "attachment-unreadable",
    "附件要读得出来，才能检查里面有没有个人信息和秘密",
    family=Family.PRIVACY,
    latitude=Latitude.FULL,
    norm="条例第十七条（公开前审查）",
    advice="按检查结果换成读得出来的文件；只能用扫描件的，由人逐页看过没有个人信息和秘密，再写进“已核对”，写明是谁看的。",
    bad="附件: [{文件: fangan.pdf}]，fangan.pdf 是扫描件，或者加了密码",
    good="附件: [{文件: fangan.pdf}]，fangan.pdf 由 Word 文件直接导出，能选中里面的文字",
)
def attachment_unreadable(column: Column) -> Findings:
    """What cannot be read cannot be checked: each reason is a finding of its own."""
    for path, file in column.attached.items():
        for fault in file.faults:
            yield path, 1, f"附件没有读全，里面有没有个人信息查不了：{fault}"


@rule(
    "attachment-leftovers",
    "发布的附件里不能留着修订、批注和隐藏的内容",
    Severity.WARNING,
    family=Family.PRIVACY,
    norm="条例第十七条（公开前审查）",
    advice="在 Word、Excel 或者 WPS 里接受或者拒绝全部修订，删去批注，取消隐藏、删去不该公开的行列和工作表，另存后再上传。",
    bad="名单.xlsx 里有隐藏的工作表“底稿”，实施方案.docx 里有 3 处批注",
    good="名单.xlsx 只有公开的工作表，实施方案.docx 已经接受全部修订、删去批注",
)
def attachment_leftovers(column: Column) -> Findings:
    """Tracked changes, comments, hidden sheets, rows, columns and text are what leaks come from."""
    for path, file in column.attached.items():
        found = [what for trait in (Trait.CHANGES, Trait.COMMENTS, Trait.HIDDEN) for what in file.what(trait)]
        if found:
            yield path, 1, f"定稿里还留着：{'、'.join(found)}，谁都看得到；请处理干净，另存后再上传"


@rule(
    "attachment-author",
    "附件的属性里最好不留个人的名字",
    Severity.NOTICE,
    family=Family.PRIVACY,
    norm="个人信息保护法第六条",
    advice="在 Word 或者 WPS 里点“文件→信息→检查文档（文档加密→属性）”，删去作者、最后修改者等个人信息，再保存上传。",
    bad="登记表.docx 的属性“作者”是经办人的姓名",
    good="登记表.docx 的属性“作者”是空的，或者是单位的名称",
)
def attachment_author(column: Column) -> Findings:
    """The names of those who typed a paper are of no use to its readers."""
    for path, file in column.attached.items():
        if found := file.what(Trait.PERSON):
            yield path, 1, f"{'、'.join(found)}里有个人的名字；不需要公开的，请删去文件属性里的个人信息，再保存上传"


@rule(
    "attachment-macros",
    "附件里不要带宏",
    Severity.WARNING,
    family=Family.SITE,
    advice="另存为不带宏的 docx 或者 xlsx，再上传。",
    bad="附件: [{文件: baobiao.xlsm}]，baobiao.xlsm 里有宏",
    good="附件: [{文件: baobiao.xlsx}]",
)
def attachment_macros(column: Column) -> Findings:
    """Macros run on the computers of those who open the file; mail gates and browsers stop such files."""
    for path, file in column.attached.items():
        if file.what(Trait.MACROS):
            yield path, 1, "附件里有宏，打开时会报警，很多电脑不让打开；请另存为不带宏的 docx 或者 xlsx，再上传"


@rule(
    "attachment-ending",
    "附件的扩展名要与内容一致",
    Severity.WARNING,
    family=Family.SITE,
    advice="用能打开它的程序打开，另存为扩展名所说的格式；或者把扩展名改成真正的格式。",
    bad="附件: [{文件: mingdan.xls}]，mingdan.xls 其实是网页",
    good="附件: [{文件: mingdan.xlsx}]，用 Excel 或者 WPS 另存出来的",
)
def attachment_ending(column: Column) -> Findings:
    """A file whose name says something else opens with a warning, or not at all."""
    for path, file in column.attached.items():
        ending = _ending_of(path)
        allowed = _ENDINGS.get(file.format)
        if allowed and ending in _KNOWN_ENDINGS and ending not in allowed:
            yield (
                path,
                1,
                f"扩展名是“.{ending}”，内容却是{_IN_WORDS.get(file.format, f' {file.format}')}，不一定打得开；请另存为 {ending}，或者改成“.{allowed[0]}”",
            )


@rule(
    "attachment-name",
    "附件的文件名不要有空格和特殊符号，不要太长，不要只差大小写",
    Severity.WARNING,
    family=Family.SITE,
    norm="国办发〔2017〕47号（地址链接）",
    advice="改文件名，最好用小写英文字母、数字和连字符；汉字也可以。改了以后，文档里写的文件名也要改。",
    bad="附件: [{文件: 附件1 (最终)#2.docx}]",
    good="附件: [{文件: baoming-biao.docx}]",
    limits=(LENGTH,),
)
def attachment_name(column: Column) -> Findings:
    """Names that break when an address is copied, sent or put on another server."""
    longest = column.checks.limit(LENGTH)
    by_folded: dict[str, str] = {}
    for path in column.attached:
        name = posixpath.basename(path)
        other = by_folded.setdefault(path.lower(), path)
        if _BLANK.search(name):
            yield path, 1, "文件名里有空格或者看不见的符号，复制网址时会断开；请改名，可以用连字符代替"
        if found := "".join(dict.fromkeys(_SPECIAL.findall(name))):
            yield path, 1, f"文件名里有特殊符号“{found}”，网址会出错；请改名，可以用连字符代替"
        if len(name) > longest:
            yield path, 1, f"文件名有 {len(name)} 个字，最多 {longest} 个；请改短"
        if not _ending_of(path):
            yield path, 1, "文件名没有扩展名，打开时不知道用什么程序；请补上，如“.docx”"
        if other != path:
            yield path, 1, f"与“{posixpath.basename(other)}”只差大小写，在有的电脑和服务器上会互相覆盖；请改名"


@rule(
    "attachment-size",
    "附件不要太大",
    Severity.WARNING,
    family=Family.SITE,
    norm="国办发〔2017〕47号（网页打开不超过3秒）",
    advice="压缩里面的图片，或者拆成几个文件。",
    bad="附件: [{文件: guihua.pdf}]，guihua.pdf 有 86 MB",
    good="附件: [{文件: guihua-wenben.pdf}, {文件: guihua-tuji.pdf}]，各 20 MB",
    limits=(SIZE,),
)
def attachment_size(column: Column) -> Findings:
    """On a phone in the country, 30 MB take minutes."""
    most = column.checks.limit(SIZE)
    for path in column.attached:
        size = column.files[path] / 1024 / 1024
        if size > most:
            yield path, 1, f"文件有 {size:.1f} MB，超过 {most} MB，手机上很难打开；请压缩里面的图片，或者拆成几个文件"


def _ending_of(path: str) -> str:
    return posixpath.splitext(path)[1].lower().removeprefix(".")
