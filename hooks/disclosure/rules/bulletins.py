"""政府公报: an issue holds what was there on its day, each text once, and only what is public."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.model import BulletinText, Document, Level
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_WITHOUT = (Level.DEPARTMENT, Level.TOWNSHIP)


@rule(
    "bulletin-contents",
    "公报的每一篇要么写文号，要么写标题和正文",
    norm="国办发〔2018〕22号",
    family=Family.CATALOGUES,
    advice="专栏里的文件只写文号；只在公报里有的文字，标题和正文都写上。",
    bad="{文件: 示政规〔2026〕8号, 标题: 停车管理办法}",
    good="文件: [示政规〔2026〕8号]",
)
def bulletin_contents(column: Column) -> Findings:
    """An issue has sections, a section has texts, and a text is a document of the column or written out here."""
    for bulletin in column.bulletins:
        path = bulletin.origin.path
        if not bulletin.sections:
            yield path, bulletin.origin.line_of("sections"), "“目录”是空的；请至少写一个栏目、一篇文件"
        for section in bulletin.sections:
            if not section.texts:
                yield path, section.line, f"栏目“{section.name}”里一篇文件也没有；请写上文号，或者删去这个栏目"
            for text in section.texts:
                if wrong := _wrong_with(text):
                    yield path, text.line, wrong


@rule(
    "bulletin-reference",
    "公报里的文件要能在专栏里找到，而且是主动公开的",
    family=Family.CATALOGUES,
    advice="核对文号；专栏里还没有的先发布，不公开的从公报里删去。",
    bad="文件: [示政函〔2026〕3号]（依申请公开）",
    good="文件: [示政规〔2026〕8号]（主动公开）",
)
def bulletin_reference(column: Column) -> Findings:
    """A number in an issue names a public document of the column."""
    for bulletin in column.bulletins:
        for text in bulletin.texts:
            document = column.by_number.get(text.number or "")
            if document is not None and not document.is_public:
                yield (
                    bulletin.origin.path,
                    text.line,
                    f"“{text.number}”的公开属性是“{document.openness}”，不能刊登在公报里；请删去这一篇，或者核对文号",
                )
            elif (
                document is None
                and text.number
                and column.broken_numbers is not None
                and text.number not in column.broken_numbers
            ):
                yield (
                    bulletin.origin.path,
                    text.line,
                    f"“{text.number}”在专栏里找不到；请核对文号，或者先把这份文件发布到专栏",
                )


@rule(
    "bulletin-date",
    "公报的出版日期不能晚于今天，也不能早于所刊登文件的成文日期",
    family=Family.CATALOGUES,
    advice="核对出版日期和文号；还没有出版的，出版以后再发布。",
    bad="出版日期: 2026-01-19，刊登 2026-01-20 成文的文件",
    good="出版日期: 2026-01-30，刊登 2026-01-20 成文的文件",
)
def bulletin_date(column: Column) -> Findings:
    """An issue is out, and holds nothing that was not there yet."""
    for bulletin in column.bulletins:
        path = bulletin.origin.path
        if bulletin.published > column.today:
            yield (
                path,
                bulletin.origin.line_of("published"),
                f"出版日期 {bulletin.published} 晚于今天 {column.today}；请改正，或者出版以后再发布",
            )
        for text, document in _documents(column, bulletin.texts):
            if document.issued > bulletin.published:
                yield (
                    path,
                    text.line,
                    f"“{text.number}”成文于 {document.issued}，晚于这一期的出版日期 {bulletin.published}；请核对文号和出版日期",
                )


@rule(
    "bulletin-repeated",
    "同一份文件在公报里只刊登一次",
    Severity.WARNING,
    family=Family.CATALOGUES,
    advice="核对两期的目录，删去重复的一处。",
    bad="第1期和第10期都刊登了示政发〔2025〕6号",
    good="示政发〔2025〕6号只在第1期里",
)
def bulletin_repeated(column: Column) -> Findings:
    """No document stands in two issues, or twice in one."""
    seen: dict[str, str] = {}
    for bulletin in reversed(column.bulletins):
        issue = f"{bulletin.year}年第{bulletin.number}期"
        for text, document in _documents(column, bulletin.texts):
            if document.index_number in seen:
                yield (
                    bulletin.origin.path,
                    text.line,
                    f"“{text.number}”在{seen[document.index_number]}里已经刊登过；请核对，重复的请删去一处",
                )
            seen.setdefault(document.index_number, issue)


@rule(
    "bulletin-level",
    "部门和乡镇不办政府公报",
    Severity.WARNING,
    norm="国办发〔2018〕22号",
    family=Family.CATALOGUES,
    advice="核对 column.yml 的“层级”；没有错的，删去 catalogue/bulletins 文件夹。",
    bad="层级: 乡级，又有 catalogue/bulletins/2026-1.yml",
    good="层级: 县级，有 catalogue/bulletins/2026-1.yml",
)
def bulletin_level(column: Column) -> Findings:
    """Provinces and cities issue a bulletin, counties as needed; departments and townships do not."""
    if column.info.level in _WITHOUT:
        for bulletin in column.bulletins:
            yield (
                bulletin.origin.path,
                1,
                f"专栏的层级是“{column.info.level}”，不办政府公报；请核对 column.yml 的“层级”，没有错就删去 catalogue/bulletins 文件夹",
            )


def _wrong_with(text: BulletinText) -> str:
    if text.number and (text.title or text.paragraphs):
        return f"写了文号“{text.number}”，又写了标题或者正文；专栏里的文件只写文号，请删去标题和正文"
    if not text.number and not (text.title and text.paragraphs):
        return "这一篇没有写文号，标题和正文也没有写全；专栏里的文件写文号，只在公报里有的文字写标题和正文"
    return ""


def _documents(column: Column, texts: tuple[BulletinText, ...]) -> list[tuple[BulletinText, Document]]:
    """The texts that are documents of the column."""
    return [(text, document) for text in texts if (document := column.by_number.get(text.number or ""))]
