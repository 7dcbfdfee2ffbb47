"""What lies beside a page: its attachments, the files its body shows, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.column import Column
from disclosure.derive import addresses, wording
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import File
from disclosure.derive.pieces import Writing as WritingContext
from disclosure.load.body import files_beside, is_markdown, linked_path
from disclosure.model import Writing


def body_of(holdings: Holdings, writing: Writing) -> WritingContext:
    """The body with the address of every link target that is a file of the column."""
    found: dict[str, str] = {}
    for link in writing.links:
        path = linked_path(writing.origin.path, link.target)
        if path is None:
            continue
        place = holdings.places.get(path) or (addresses.link_to_file(writing, path) if not is_markdown(path) else None)
        if place is not None:
            _, hash_sign, anchor = link.target.partition("#")
            found[link.target] = place + hash_sign + anchor
    return WritingContext(markdown=writing.body, links=tuple(sorted(found.items())))


def files_of(writing: Writing) -> tuple[File, ...]:
    """The attachments as a page lists them."""
    return tuple(
        File(
            title=wording.attachment_title(attachment),
            address=addresses.link_to_file(writing, attachment.source),
            kind=wording.kind(attachment.file),
            size=wording.size(attachment.size),
            alternative=attachment.alternative or "",
        )
        for attachment in writing.attachments
    )


def published_files(column: Column) -> Iterator[tuple[str, str]]:
    """Address and source path of every file to publish: what public pages attach or show, and nothing else."""
    for writing in column.writings:
        sources = {source for source, _ in files_beside(writing) if source in column.files}
        for source in sorted(sources):
            yield addresses.of_file(writing, source), source
