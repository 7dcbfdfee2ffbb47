"""Papers that texts name, and what the column knows of them."""

from __future__ import annotations

from disclosure.column import RELATION_FIELDS, Column, references
from disclosure.measures.cited import Cited, cited, is_called, library_of, unresolved
from disclosure.measures.clauses import is_of_the_past
from disclosure.measures.lapses import is_over
from disclosure.model import Document, Reference, RulePage
from disclosure.passages import Source
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_REVIEWED, _NAME, _NUMBER = "规范性文件清理结果", "文件名称", "文号"
_LEADS = tuple("按据照依对将和与及以至由经的为原在是了从把见如即")
"""What may stand before a number in running text."""
_SHOWN = 3


@rule(
    "citation-title",
    "引用文件时，标题和文号要是同一份文件的",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="对照专栏里的文件，改正标题或者文号；照原文引用、原文就这样写的，可以写进“已核对”。",
    bad="《示例县停车管理办法》（示政发〔2019〕6号），而示政发〔2019〕6号是另一份文件",
    good="《示例县停车管理办法》（示政发〔2019〕5号）",
)
def citation_title(column: Column) -> Findings:
    """A title with a number of the column is a title of that document: in texts, references and lists of what was reviewed."""
    for each in cited(column):
        if each.paper and each.citation.title and each.citation.number:
            yield from _named_wrong(column, each.passage.path, each.line, each.citation.title, each.paper)
    for document in column.documents:
        for reference in (each for kind in RELATION_FIELDS for each in references(document, kind)):
            paper = column.by_number.get(reference.number or "")
            if paper and reference.title:
                yield from _named_wrong(column, document.origin.path, reference.line, reference.title, paper)
    for register in column.registers:
        names = [each.name for each in register.columns]
        if register.kind == _REVIEWED and {_NAME, _NUMBER} <= set(names):
            for row in register.rows:
                title, number = (str(row.values[names.index(name)] or "") for name in (_NAME, _NUMBER))
                if paper := column.by_number.get(number):
                    yield from _named_wrong(column, row.path, row.line, title, paper)


@rule(
    "citation-missing",
    "正文引用的本专栏各机关的文件，最好能在专栏里找到",
    Severity.WARNING,
    norm="条例第二十条第一项",
    family=Family.VALIDITY,
    advice="核对文号；文号没有错的，把那份文件也发布到专栏里；不能公开、已经不用的，可以写进“已核对”。",
    bad="按照《示例县停车管理办法》（示政发〔2019〕5号）执行，而专栏里没有示政发〔2019〕5号",
    good="引用的本机关文件都在专栏里",
)
def citation_missing(column: Column) -> Findings:
    """What texts of today name by a number of the column's own organs is here; one finding for each number."""
    prefixes = {prefix for organ in column.organs for prefix in organ.number_prefixes if len(prefix) > 1}
    if column.broken_numbers is None:
        return
    found: dict[str, list[Cited]] = {}
    for each in unresolved(column):
        if (
            _is_own(each, prefixes)
            and not _is_told_elsewhere(column, each)
            and each.citation.number not in column.broken_numbers
        ):
            found.setdefault(each.citation.number or "", []).append(each)
    for first, *others in found.values():
        more = "、".join(
            dict.fromkeys(each.passage.path for each in others[:_SHOWN] if each.passage.path != first.passage.path)
        )
        yield (
            first.passage.path,
            first.line,
            f"这里引用的{first.name}是本专栏机关的文号，专栏里却没有这份文件"
            f"{f'（还有 {more} 等处）' if more else ''}；请核对文号，或者补上这份文件",
        )


@rule(
    "reference-in-column",
    "引用专栏里的文件要写文号，不要只写标题",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="把 {标题: …} 换成那份文件的文号或者索引号，两边的网页才会互相链接，有效性才算得对。",
    bad="废止: [{标题: 示例县停车管理办法}]，而这份文件就在专栏里",
    good="废止: [示政发〔2019〕5号]",
)
def reference_in_column(column: Column) -> Findings:
    """What a reference calls a paper outside the column is not in it."""
    library = library_of(column)
    for document in column.documents:
        for kind in RELATION_FIELDS:
            for reference in references(document, kind):
                title = (reference.title or "").strip("《》")
                paper = library.by_name(title, document)
                if isinstance(paper, Document) and _is_meant(column, reference, paper, document):
                    yield (
                        document.origin.path,
                        reference.line,
                        f"“{label(Document, kind)}”里的《{title}》就在专栏里（{paper.origin.path}）；"
                        f"请写它的文号“{_number(paper)}”",
                    )


def _named_wrong(column: Column, path: str, line: int, title: str, paper: Document | RulePage) -> Findings:
    title = title.strip("《》")
    if is_called(paper, title):
        return
    meant = library_of(column).by_name(title)
    hint = f"；《{title}》的文号是“{_number(meant)}”" if meant and _number(meant) else ""
    yield (
        path,
        line,
        f"这里写的是《{title}》，而文号“{_number(paper)}”是“{paper.title}”{hint}；请核对标题和文号",
    )


def _number(paper: Document | RulePage) -> str:
    return paper.doc_number or (paper.index_number if isinstance(paper, Document) else "")


def _is_own(each: Cited, prefixes: set[str]) -> bool:
    """Whether the number begins with a 机关代字 of the column."""
    stem, _, tail = (each.citation.number or "").partition("〔")
    if not tail:
        return False
    if stem in prefixes:
        return True
    open_stem = (each.citation.whole or "").partition("〔")[0]
    return any(open_stem.endswith(prefix) and open_stem.removesuffix(prefix).endswith(_LEADS) for prefix in prefixes)


def _is_told_elsewhere(column: Column, each: Cited) -> bool:
    """Whether the text is of the past or tells what the paper was, or the number alone is a line, a field or a cell."""
    passage = each.passage
    if not each.citation.title:
        start = passage.text.rfind("\n", 0, each.citation.place) + 1
        line = passage.text[start:].partition("\n")[0]
        if passage.source in (Source.FIELD, Source.CELL) or len(line.strip("*#（()） \u3000")) <= len(each.name) + 2:
            return True
    writing = passage.writing
    if isinstance(writing, Document) and (writing.interprets or is_over(column, writing)):
        return True
    return is_of_the_past(passage.text, each.citation)


def _is_meant(column: Column, reference: Reference, paper: Document, document: Document) -> bool:
    """Whether ``reference`` can only mean ``paper``: no other number, and not a newer paper of the same name."""
    if reference.number in column.by_number or paper.issued > document.issued:
        return False
    year = (reference.number or "").partition("〔")[2][:4]
    return reference.number is None or year in (paper.doc_number or "")
