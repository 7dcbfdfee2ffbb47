"""发文机关, title, signature and 来源 name the same organs; a paper of several organs names them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disclosure.column import Column
from disclosure.measures.named_organs import (
    is_issuer,
    may_mean,
    organs_by_name,
    organs_counted_in_title,
    organs_in_title,
    signers_of,
)
from disclosure.model import Document, Organ
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule

_ABOUT = "关于"
_DEPARTMENT = "局"


@rule(
    "issuer-disagrees",
    "发文机关要与标题、落款的机关一致",
    Severity.WARNING,
    norm="GB/T 9704-2012",
    family=Family.COMPLETENESS,
    advice="看正式文件上盖的是谁的章：发文机关写错了就改发文机关，标题、落款录错了就改标题、落款。",
    bad="发文机关: 示例县民政局（正文落款是“示例县财政局”）",
    good="发文机关: 示例县民政局（标题、落款都是“示例县民政局”）",
)
def issuer_disagrees(column: Column) -> Findings:
    """The title begins with an issuer and an issuer signs; a shortened name is taken for the organ that it may mean.

    What is no paper (关于……) may quote one of organs that the column does not know.
    """
    named = organs_by_name(column)
    for document in _papers(column):
        strangers = {
            place: written
            for place, written in _named_in(document, named).items()
            if written
            and not any(is_issuer(each, document, named) for each in written)
            and (_ABOUT in document.title or any(each in named for each in written))
        }
        if strangers:
            places = "、".join(f"{place}写的是“{'、'.join(written)}”" for place, written in strangers.items())
            yield (
                document.origin.path,
                document.origin.line_of("issuers"),
                f"发文机关是“{_names(document.issuers)}”，而{places}；请核对，一般以落款为准",
            )


@rule(
    "joint-issuers",
    "联合发文要把各机关都写进发文机关",
    Severity.WARNING,
    norm="条例第十条第三款",
    family=Family.COMPLETENESS,
    advice="发文机关写成列表，主办机关写在最前；机关目录里还没有的，先在 organs.yml 加上。",
    bad="发文机关: 示例县民政局（标题是“示例县民政局 示例县财政局关于……”）",
    good="发文机关: [示例县民政局, 示例县财政局]",
)
def joint_issuers(column: Column) -> Findings:
    """Whoever the title begins with or whoever signs, beside an issuer, is an issuer; the title may only count them."""
    named = organs_by_name(column)
    for document in _papers(column):
        where = document.origin.path, document.origin.line_of("issuers")
        missing: dict[str, list[str]] = {}
        for place, written in _named_in(document, named).items():
            others = [each for each in written if not is_issuer(each, document, named)]
            if len(others) < len(written):
                for each in others:
                    missing.setdefault(each, []).append(place)
        if missing:
            names = "、".join(f"“{name}”（{'、'.join(places)}）" for name, places in missing.items())
            yield (
                *where,
                f"联合发文的还有{names}，发文机关只写了“{_names(document.issuers)}”；请补上，主办机关写在最前",
            )
            continue
        counted = organs_counted_in_title(document.title)
        if counted and counted > 1 and len(document.issuers) == 1:
            yield (
                *where,
                f"标题写明是 {counted} 个部门联合发文，发文机关只写了“{_names(document.issuers)}”；请补上其余的机关",
            )


@rule(
    "source-disagrees",
    "来源写的机关要与发文机关有关",
    Severity.NOTICE,
    family=Family.COMPLETENESS,
    advice="来源一般写发文机关，或者提供信息的机关；从别的文件复制来的，请改正。",
    bad="来源: 示例县财政局（发文机关是示例县民政局）",
    good="来源: 示例县民政局",
)
def source_disagrees(column: Column) -> Findings:
    """A bureau that is named as 来源 of the paper of a bureau issued or interprets it, keeps its item, or runs the column.

    Governments and committees publish what their bureaus draft: there the two may differ.
    """
    named = organs_by_name(column)
    keepers = {item.id: item.organs for item in column.items}
    own = {column.info.organ, *(organ for organ in column.organs if column.info.office.startswith(organ.name))}
    for document in column.documents:
        source = named.get("".join((document.source or "").split()))
        if source is None or source in own or source in keepers.get(document.item, ()):
            continue
        if not all(organ.name.endswith(_DEPARTMENT) for organ in (source, *document.issuers)):
            continue
        if document.interpreter and document.interpreter.startswith((source.name, source.short_name or source.name)):
            continue
        if source not in document.issuers and not any(may_mean(source.name, issuer) for issuer in document.issuers):
            yield (
                document.origin.path,
                document.origin.line_of("source"),
                f"来源写的是“{source.name}”，发文机关是“{_names(document.issuers)}”；请核对来源是不是从别的文件复制来的",
            )


def _papers(column: Column) -> Iterator[Document]:
    """The documents whose title and signature speak of themselves: those that explain another one may quote it."""
    return (each for each in column.documents if each.issuers and not each.interprets and "解读" not in each.title)


def _named_in(document: Document, named: Mapping[str, Organ]) -> Mapping[str, tuple[str, ...]]:
    return {"标题": organs_in_title(document.title, named), "落款": signers_of(document, named)}


def _names(organs: Iterable[Organ]) -> str:
    return "、".join(organ.name for organ in organs)
