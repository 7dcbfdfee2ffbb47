"""A whole issue on one page: what the page and the Word file are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from disclosure.derive import addresses, labels, wording
from disclosure.derive.beside import body_of, files_of
from disclosure.derive.bulletins.beside import issue_of, name_of
from disclosure.derive.bulletins.contexts import IssuePart, IssueText, WholeBulletinPage
from disclosure.derive.frame import frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import Bulletin, BulletinSection, BulletinText, ColumnType

_NOTE = "这里是这一期出版时刊登的内容。文件后来是不是修改、废止，请看专栏里这份文件的页面。"


def whole_page(holdings: Holdings, bulletin: Bulletin) -> WholeBulletinPage:
    """/bulletins/<year>-<number>/whole/."""
    name = name_of(holdings.column)
    issue = issue_of(bulletin)
    title, description = f"{name}{issue}全文", f"《{name}》{issue}的全部内容，一页看完，可以打印。"
    back = Link(issue, addresses.of_bulletin(bulletin))
    serial = (f"总第{bulletin.serial}期",) if bulletin.serial else ()
    return WholeBulletinPage(
        frame=frame(
            addresses.of_whole_bulletin(bulletin),
            title,
            description,
            Link("政府公报", addresses.BULLETINS),
            back,
            here="全文",
            changed=bulletin.published.isoformat(),
            labels=labels.of_list(title, description, ColumnType.POLICY, "政府公报"),
        ),
        organ=holdings.column.info.organ.name,
        heading=f"{name}{issue}",
        cover=(
            *serial,
            f"{wording.day(bulletin.published).text}出版",
            f"主办：{bulletin.organ.name}",
            _NOTE,
        ),
        parts=tuple(
            IssuePart(
                name=section.name,
                anchor=f"section-{place}",
                texts=tuple(_text(holdings, text, anchor) for anchor, text in texts),
            )
            for place, (section, texts) in enumerate(anchored(bulletin), 1)
        ),
        file=file_of(bulletin),
        back=back,
    )


def file_of(bulletin: Bulletin) -> Link:
    """The issue as a Word file."""
    return Link("下载全文（Word 文档）", addresses.of_bulletin_file(bulletin))


def anchored(bulletin: Bulletin) -> Iterator[tuple[BulletinSection, tuple[tuple[str, BulletinText], ...]]]:
    """The sections, and their texts with the anchor of each in the whole issue."""
    numbers = count(1)
    for section in bulletin.sections:
        yield section, tuple((f"text-{next(numbers)}", text) for text in section.texts)


def _text(holdings: Holdings, text: BulletinText, anchor: str) -> IssueText:
    document = holdings.column.by_number.get(text.number or "")
    if document is None:
        return IssueText(
            anchor=anchor, title=text.title or "", number="", writing=None, paragraphs=text.paragraphs, files=()
        )
    return IssueText(
        anchor=anchor,
        title=document.title,
        number=document.doc_number or "",
        writing=body_of(holdings, document),
        paragraphs=(),
        files=files_of(document),
    )
