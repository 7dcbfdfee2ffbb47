"""Everything that search can find in a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from disclosure.derive import addresses, frame, labels, wording
from disclosure.derive.bulletins.findable import bulletin_findables
from disclosure.derive.fields.findable import field_findables
from disclosure.derive.findable import PARTS, Findable, Tag, attachments_of, of_page, of_place
from disclosure.derive.holdings import Holdings
from disclosure.derive.registers.findable import register_findables
from disclosure.derive.subordinates.findable import subordinate_findables
from disclosure.derive.tasks.findable import task_findables
from disclosure.model import Document, Item, Organ


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
            yield of_page(page, (Tag(part, PARTS[part]),))
    for page in column.about:
        yield of_page(page, ())
    yield of_place(
        addresses.APPLY, frame.ON_APPLICATION, "没有主动公开的信息怎样申请：办法、期限、表格、电话。", "guide"
    )
    yield of_place(addresses.DATA, frame.OPEN_DATA, "目录、清单和统计表，可以下载 Excel、CSV、JSON 文件。", "statutory")
    if any(document.interprets for document in holdings.newest):
        yield of_place(
            addresses.INTERPRETATIONS,
            "政策解读：文件和解读对照",
            "哪些政策文件有解读：图解、问答、文字等形式。",
            "statutory",
        )
    yield from bulletin_findables(holdings)
    for item in holdings.items:
        own = holdings.page_of_item.get(item.id)
        if own:
            yield replace(of_page(own, (Tag("statutory", PARTS["statutory"]),)), items=(Tag(item.id, item.name),))
        elif holdings.has_page(item):
            yield _of_item(item)
    yield from register_findables(holdings)
    for organ in column.organs:
        yield _of_organ(organ)
    yield from task_findables(holdings)
    yield from field_findables(holdings)
    yield from subordinate_findables(holdings)


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
        attachments=attachments_of(document),
        body=document.body,
        day=document.published.isoformat(),
        validity=validity,
        tone=tone,
        part=(Tag("statutory", PARTS["statutory"]),),
        items=tuple(Tag(each.id, each.name) for each in (group, item) if each),
        organs=tuple(Tag(organ.id, organ.name) for organ in document.issuers),
        themes=(Tag(document.theme.id, document.theme.name),),
        genres=(Tag(document.genre.id, document.genre.name),),
    )


def _of_item(item: Item) -> Findable:
    """The list of a sub-column."""
    return of_place(addresses.of_item(item), item.name, labels.description_of(item), "statutory", items=(item,))


def _of_organ(organ: Organ) -> Findable:
    """The page of an organ: what it does and how it is reached (条例 Art. 20(2))."""
    divisions = (text for each in organ.divisions for text in (each.name, each.duty, each.telephone))
    leaders = (text for each in organ.leaders for text in (f"{each.name}，{each.post}", *each.duties))
    reached = (organ.address, organ.hours, organ.telephone, organ.fax, organ.email)
    facts = (*organ.duties, *divisions, *leaders, *reached)
    return of_place(
        addresses.of_organ(organ),
        organ.name,
        f"{organ.name}：职能、机构、地址、电话和它的文件。",
        "statutory",
        keywords=(organ.short_name,) if organ.short_name else (),
        body="\n".join(fact for fact in facts if fact),
        organs=(organ,),
    )
