"""References between documents, and the validity that follows from them."""

from __future__ import annotations

from disclosure.column import RELATION_FIELDS, Column, references
from disclosure.model import Document, Validity
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label


@rule(
    "unknown-reference",
    "引用的文号要能在专栏里找到；专栏以外的文件要写标题",
    family=Family.VALIDITY,
    advice="核对文号；专栏以外的文件，把标题一起写上。",
    bad="废止: [示政发〔2016〕2号]（专栏里没有）",
    good="废止: [{标题: 示例县停车管理暂行办法, 文号: 示政发〔2016〕2号}]",
)
def unknown_reference(column: Column) -> Findings:
    """A number names a document of the column; what lies outside it carries a title."""
    for document in column.documents:
        for kind in RELATION_FIELDS:
            for reference in references(document, kind):
                key = label(Document, kind)
                if reference.number is None and reference.title is None:
                    yield (
                        document.origin.path,
                        reference.line,
                        f"“{key}”里有一项既没有文号也没有标题；请写文号，专栏以外的文件写标题",
                    )
                elif (
                    reference.title is None
                    and reference.number not in column.by_number
                    and column.broken_numbers is not None
                    and reference.number not in column.broken_numbers
                ):
                    yield (
                        document.origin.path,
                        reference.line,
                        f"“{key}”引用的“{reference.number}”在专栏里找不到；请核对文号，或者写成"
                        f" {{标题: 文件名称, 文号: {reference.number}}}（专栏以外的文件）",
                    )


@rule(
    "reference-address",
    "别的网站的网址要以 https:// 开头",
    family=Family.SITE,
    advice="写 https:// 开头的完整网址。",
    bad="地址: http://www.shilixian.gov.cn/tiaoli/",
    good="地址: https://www.shilixian.gov.cn/tiaoli/",
)
def reference_address(column: Column) -> Findings:
    """Addresses outside the column are complete and safe."""
    found = [
        (document.origin.path, reference.line, reference.address, "官方网站上这份文件的")
        for document in column.documents
        for kind in RELATION_FIELDS
        for reference in references(document, kind)
    ]
    for page in column.rules:
        found.append((page.origin.path, page.origin.line_of("original"), page.original, "官方网站上这份文件的"))
    origin = column.origins["column", ""]
    for name in ("site_address", "corrections", "party_mark"):
        found.append((origin.path, origin.line_of(name), getattr(column.info, name), ""))
    for path, line, address, what in found:
        if address and not address.startswith("https://"):
            yield path, line, f"网址“{address}”不是以 https:// 开头；请写{what}完整网址"


@rule(
    "impossible-relation",
    "文件不能废止、修改自己或者比自己新的文件",
    family=Family.VALIDITY,
    advice="核对文号；废止和被废止写反了的，移到新文件里去写。",
    bad="2020年的文件里写 废止: [示政发〔2025〕6号]",
    good="2025年的文件里写 废止: [示政发〔2020〕3号]",
)
def impossible_relation(column: Column) -> Findings:
    """A document repeals and amends only what was there before it."""
    for relation in column.relations:
        source, target = relation.source, relation.target
        line = source.origin.line_of(relation.kind)
        key = label(Document, relation.kind)
        if source is target:
            yield source.origin.path, line, f"“{key}”里写的是本文件自己的文号；请核对文号"
        elif relation.kind in ("repeals", "amends") and target.issued > source.issued:
            yield (
                source.origin.path,
                line,
                f"“{key}”里的《{target.title}》成文于 {target.issued}，比本文件（{source.issued}）还晚；请核对文号",
            )


@rule(
    "validity-disagrees",
    "写明的有效性要与日期和废止、修改关系一致",
    family=Family.VALIDITY,
    advice="删去“有效性”这一行，让程序算；算得不对的，改正日期、废止和修改关系。",
    bad="有效性: 有效，另一份文件已经写 废止: [它的文号]",
    good="不写“有效性”",
)
def validity_disagrees(column: Column) -> Findings:
    """A written 有效性 is what dates and relations give; judged only when all documents could be loaded."""
    if column.broken:
        return
    for document in column.documents:
        derived = column.validity[document.origin.path]
        if document.stated_validity and document.stated_validity is not derived:
            yield (
                document.origin.path,
                document.origin.line_of("stated_validity"),
                f"有效性写的是“{document.stated_validity}”，而{_reason(column, document, derived)}；"
                "请删去这一行，或者改正日期、废止和修改关系",
            )


@rule(
    "interpretation-pair",
    "解读和解读形式要一起写",
    family=Family.INTERPRETATION,
    advice="补上缺的那一行；不是解读的，两行都删去。",
    bad="解读: [示民〔2026〕30号]，没有“解读形式”",
    good="解读: [示民〔2026〕30号]，解读形式: 图解",
)
def interpretation_pair(column: Column) -> Findings:
    """What interprets says in which form, and the other way round."""
    for document in column.documents:
        if bool(document.interprets) != bool(document.form):
            written, lacking = ("interprets", "form") if document.interprets else ("form", "interprets")
            yield (
                document.origin.path,
                document.origin.line_of(written),
                f"写了“{label(Document, written)}”却没有写“{label(Document, lacking)}”；请补上",
            )


@rule(
    "interpretation-before-document",
    "解读不能在文件之前发布",
    Severity.WARNING,
    family=Family.INTERPRETATION,
    advice="核对两个发布日期和“解读”里的文号；解读与文件同时或者随后发布。",
    bad="文件 2026-02-17 发布，解读 2026-02-16 发布",
    good="文件和解读都在 2026-02-17 发布",
)
def interpretation_before_document(column: Column) -> Findings:
    """An interpretation is published with its document or after it; it may be drafted before (同步起草)."""
    for relation in column.relations:
        source, target = relation.source, relation.target
        if relation.kind == "interprets" and source.published < target.published:
            yield (
                source.origin.path,
                source.origin.line_of("published"),
                f"发布日期 {source.published} 早于所解读的“{target.title}”的发布日期 {target.published}；请核对这两个日期和“解读”的文号",
            )


def _reason(column: Column, document: Document, derived: Validity) -> str:
    """Why ``derived`` is the validity of ``document``, in words."""
    incoming = [each for each in column.relations_to.get(document.origin.path, ()) if each.kind in _VERBS]
    for relation in incoming:
        is_whole_repeal = relation.kind == "repeals" and not relation.articles
        effect = Validity.REPEALED if is_whole_repeal else _EFFECTS[relation.kind]
        if effect is derived and column.in_effect(relation):
            part = f"的{relation.articles}" if relation.articles else ""
            return f"本文件{part}已被 {_name(relation.source)} {_VERBS[relation.kind]}，应当是“{derived}”"
    if derived is Validity.EXPIRED:
        return f"有效期到 {document.expires} 为止，应当是“{derived}”"
    if derived is Validity.NOT_YET:
        return f"本文件 {document.effective} 才施行，应当是“{derived}”"
    for relation in incoming:
        if not column.in_effect(relation):
            source = relation.source
            return f"{_VERBS[relation.kind]}它的 {_name(source)} {source.takes_effect} 才施行，应当是“{derived}”"
    return f"没有文件废止或者修改它，应当是“{derived}”"


def _name(document: Document) -> str:
    return document.doc_number or document.title


_VERBS = {"repeals": "废止", "amends": "修改"}
_EFFECTS = {"repeals": Validity.PARTLY_REPEALED, "amends": Validity.AMENDED}
