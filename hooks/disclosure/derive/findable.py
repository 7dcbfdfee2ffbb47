"""What search can find: every text of the column with its names, its facets and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from disclosure.derive import addresses, frame, labels, wording
from disclosure.derive.bulletins.beside import issue_of, name_of
from disclosure.derive.fields.pages import description_of as field_description
from disclosure.derive.fields.pages import title_of as field_title
from disclosure.derive.holdings import Holdings
from disclosure.derive.lists import numbered, pages_of
from disclosure.derive.registers.cells import words
from disclosure.derive.registers.tables import PAGE_SIZE, order_of
from disclosure.model import (
    AnnualReport,
    Bulletin,
    CollectedColumn,
    CollectedDocument,
    Document,
    FieldCatalogue,
    Item,
    Matter,
    Organ,
    Page,
    Register,
    RulePage,
    TaskPlan,
    Writing,
)

_PARTS = {"guide": frame.GUIDE, "rules": frame.RULES, "statutory": frame.STATUTORY, "annual": frame.ANNUAL}


class Tag(NamedTuple):
    """A value of a facet: its id in addresses, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page that search can find: ``address`` is in this site, or starts with https:// and leads to another.

    ``number`` is shown; ``numbers`` (发文字号, 索引号) are searched.  ``day`` is 发布日期 (ISO).  ``organ`` names who issued it.
    ``body`` is Markdown.  The tags are what it can be filtered by.
    """

    address: str
    title: str
    number: str
    numbers: tuple[str, ...]
    organ: str
    keywords: tuple[str, ...]
    summary: str
    attachments: tuple[str, ...]
    body: str
    day: str
    validity: str
    tone: str
    part: tuple[Tag, ...]
    items: tuple[Tag, ...] = ()
    organs: tuple[Tag, ...] = ()
    themes: tuple[Tag, ...] = ()
    genres: tuple[Tag, ...] = ()


def all_findables(holdings: Holdings) -> Iterator[Findable]:
    """All documents, newest first, then the guide, rules, annual reports, pages about the site, items, registers, organs, what was collected."""
    for document in holdings.newest:
        yield _of_document(holdings, document)
    column = holdings.column
    for part, pages in (
        ("guide", column.guide),
        ("rules", column.rules),
        ("annual", (*column.annual, *column.reports)),
    ):
        for page in pages:
            yield _of_page(page, (Tag(part, _PARTS[part]),))
    for page in column.about:
        yield _of_page(page, ())
    yield _of_place(
        addresses.APPLY, frame.ON_APPLICATION, "没有主动公开的信息怎样申请：办法、期限、表格、电话。", "guide"
    )
    yield _of_place(
        addresses.DATA, frame.OPEN_DATA, "目录、清单和统计表，可以下载 Excel、CSV、JSON 文件。", "statutory"
    )
    if any(document.interprets for document in holdings.newest):
        yield _of_place(
            addresses.INTERPRETATIONS,
            "政策解读：文件和解读对照",
            "哪些政策文件有解读：图解、问答、文字等形式。",
            "statutory",
        )
    for bulletin in column.bulletins:
        yield _of_bulletin(holdings, bulletin)
    for item in holdings.items:
        own = holdings.page_of_item.get(item.id)
        if own:
            yield replace(_of_page(own, (Tag("statutory", _PARTS["statutory"]),)), items=(Tag(item.id, item.name),))
        elif holdings.has_page(item):
            yield _of_item(item)
    for register in column.registers:
        yield from _of_register(holdings, register)
    for organ in column.organs:
        yield _of_organ(organ)
    for plan in column.tasks:
        yield _of_plan(plan)
    for catalogue in column.field_catalogues:
        yield _of_field(catalogue)
        for matter in catalogue.matters:
            yield _of_matter(catalogue, matter)
    for collected in column.collected:
        for each in collected.documents:
            yield _of_collected(collected, each)


def _of_document(holdings: Holdings, document: Document) -> Findable:
    validity, tone = wording.validity(holdings.column, document)
    item = holdings.item_by_id[document.item]
    group = holdings.item_by_id.get(item.parent or "")
    return Findable(
        address=addresses.of_writing(document),
        title=document.title,
        number=document.doc_number or document.index_number,
        numbers=document.numbers,
        organ=wording.issuers(document),
        keywords=document.keywords,
        summary=document.summary,
        attachments=_attachments(document),
        body=document.body,
        day=document.published.isoformat(),
        validity=validity,
        tone=tone,
        part=(Tag("statutory", _PARTS["statutory"]),),
        items=tuple(Tag(each.id, each.name) for each in (group, item) if each),
        organs=tuple(Tag(organ.id, organ.name) for organ in document.issuers),
        themes=(Tag(document.theme.id, document.theme.name),),
        genres=(Tag(document.genre.id, document.genre.name),),
    )


def _of_page(page: Page, part: tuple[Tag, ...]) -> Findable:
    number = page.doc_number if isinstance(page, RulePage) else None
    reporter = page.organ if isinstance(page, AnnualReport) else None
    return Findable(
        address=addresses.of_writing(page),
        title=page.title,
        number=number or "",
        numbers=(number,) if number else (),
        organ=reporter.name if reporter else "",
        keywords=(),
        summary=page.summary,
        attachments=_attachments(page),
        body=page.body.lstrip("\n"),
        day=page.published.isoformat(),
        validity="",
        tone="",
        part=part,
        organs=(Tag(reporter.id, reporter.name),) if reporter else (),
    )


def _of_item(item: Item) -> Findable:
    """The list of a sub-column."""
    return _of_place(addresses.of_item(item), item.name, labels.description_of(item), "statutory", items=(item,))


def _of_register(holdings: Holdings, register: Register) -> Iterator[Findable]:
    """Each page of the rows of a register."""
    column, order = holdings.column, order_of(register)
    item = holdings.item_by_id[register.item]
    for pager, address, rows in pages_of(register.rows, addresses.of_register(register), PAGE_SIZE):
        lines = (" ".join(words(column, register.columns[at], row.values[at]) for at in order) for row in rows)
        yield _of_place(
            address,
            numbered(register.name, pager.page),
            register.description or "",
            "statutory",
            body="\n".join(_escaped(line) for line in lines),
            items=(item,),
            organs=register.organs,
        )


def _escaped(text: str) -> str:
    """``text`` as Markdown that shows just that: 张* and #1 are no markup."""
    return re.sub(r"([\\`*_\[\]<>#+|!&-])", r"\\\1", text)


def _of_organ(organ: Organ) -> Findable:
    """The page of an organ: what it does and how it is reached (条例 Art. 20(2))."""
    divisions = (text for each in organ.divisions for text in (each.name, each.duty, each.telephone))
    leaders = (text for each in organ.leaders for text in (f"{each.name}，{each.post}", *each.duties))
    reached = (organ.address, organ.hours, organ.telephone, organ.fax, organ.email)
    facts = (*organ.duties, *divisions, *leaders, *reached)
    return _of_place(
        addresses.of_organ(organ),
        organ.name,
        f"{organ.name}：职能、机构、地址、电话和它的文件。",
        "statutory",
        keywords=(organ.short_name,) if organ.short_name else (),
        body="\n".join(fact for fact in facts if fact),
        organs=(organ,),
    )


def _of_plan(plan: TaskPlan) -> Findable:
    """The page of a plan: what its tasks say."""
    texts = (
        text
        for task in plan.tasks
        for text in (task.text, *task.demands, *(step.text for step in task.progress), task.outcome)
    )
    return _of_place(
        addresses.of_plan(plan),
        plan.title,
        plan.lead or f"{plan.title}：任务、责任单位、时限和进展。",
        "statutory",
        body="\n".join(text for text in texts if text),
        organs=(plan.organ,),
    )


def _of_field(catalogue: FieldCatalogue) -> Findable:
    """The catalogue of a field."""
    return _of_place(
        addresses.of_field(catalogue.id),
        field_title(catalogue),
        field_description(catalogue),
        "statutory",
        body="\n".join(dict.fromkeys(matter.first for matter in catalogue.matters)),
    )


def _of_matter(catalogue: FieldCatalogue, matter: Matter) -> Findable:
    """A row of it, where it stands on the page."""
    facts = (*matter.contents, *matter.bases, matter.time_limit, *matter.others)
    return _of_place(
        f"{addresses.of_field(catalogue.id)}#{matter.id}",
        f"{matter.first}：{matter.name}",
        f"{catalogue.name}领域的公开事项。",
        "statutory",
        body="\n".join(facts),
        organs=matter.organs,
    )


def _of_collected(column: CollectedColumn, document: CollectedDocument) -> Findable:
    """A document of another column, by what its 目录 says; its page is on another site."""
    return Findable(
        address=document.address,
        title=document.title,
        number=document.doc_number or document.index_number,
        numbers=document.numbers,
        organ=document.issuers,
        keywords=document.keywords,
        summary=document.summary,
        attachments=(),
        body="",
        day=document.published.isoformat(),
        validity=document.validity,
        tone=wording.tone_of(document.validity),
        part=(Tag("subordinates", frame.SUBORDINATES),),
        items=(Tag(f"subordinates-{column.id}", column.name),),
    )


def _of_bulletin(holdings: Holdings, bulletin: Bulletin) -> Findable:
    """An issue of 政府公报: its contents, and the texts that stand only there."""
    lines: list[str] = []
    for text in bulletin.texts:
        document = holdings.column.by_number.get(text.number or "")
        lines += [document.title] if document else [text.title or "", *text.paragraphs]
    return replace(
        _of_place(
            addresses.of_bulletin(bulletin),
            f"{name_of(holdings.column)}{issue_of(bulletin)}",
            f"{issue_of(bulletin)}的目录和全文，刊登 {len(bulletin.texts)} 篇。",
            "statutory",
            keywords=("政府公报",),
            body="\n".join(lines),
            organs=(bulletin.organ,),
        ),
        day=bulletin.published.isoformat(),
    )


def _of_place(
    address: str,
    title: str,
    summary: str,
    part: str,
    *,
    keywords: tuple[str, ...] = (),
    body: str = "",
    items: tuple[Item, ...] = (),
    organs: tuple[Organ, ...] = (),
) -> Findable:
    return Findable(
        address=address,
        title=title,
        number="",
        numbers=(),
        organ="",
        keywords=keywords,
        summary=summary,
        attachments=(),
        body=body,
        day="",
        validity="",
        tone="",
        part=(Tag(part, _PARTS[part]),),
        items=tuple(Tag(item.id, item.name) for item in items),
        organs=tuple(Tag(organ.id, organ.name) for organ in organs),
    )


def _attachments(writing: Writing) -> tuple[str, ...]:
    """Names of the attachments, and what they are said to hold."""
    return tuple(f"{wording.attachment_title(each)} {each.alternative or ''}".strip() for each in writing.attachments)
