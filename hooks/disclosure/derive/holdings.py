"""The public documents in every order that pages need, sorted once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from disclosure.column import Column
from disclosure.derive import addresses
from disclosure.model import Document, Item, ItemForm, Page, Register

_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Holdings:
    """Documents of a column, newest first, by item, theme, genre, organ and year."""

    column: Column

    @cached_property
    def newest(self) -> tuple[Document, ...]:
        """All documents, newest first; those of one moment in the order of their 索引号."""
        by_number = sorted(self.column.documents, key=lambda document: document.index_number)
        return tuple(sorted(by_number, key=lambda document: (document.published, document.clock), reverse=True))

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that apply to the level of the column."""
        return self.column.applicable_items

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """The items by id."""
        return {item.id: item for item in self.column.items}

    def members_of(self, item: Item) -> tuple[Item, ...]:
        """The items below a group."""
        return tuple(member for member in self.items if member.parent == item.id)

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by item; a group holds those of its members too."""

        def items_of(document: Document) -> Iterable[str]:
            parent = self.item_by_id[document.item].parent
            return (document.item, parent) if parent else (document.item,)

        return self._grouped(items_of)

    @cached_property
    def registers_by_item(self) -> Mapping[str, tuple[Register, ...]]:
        """Registers by item, in the order of their ids; a group holds those of its members too."""
        found: dict[str, list[Register]] = {}
        for register in self.column.registers:
            for key in (register.item, self.item_by_id[register.item].parent):
                if key:
                    found.setdefault(key, []).append(register)
        return {key: tuple(registers) for key, registers in found.items()}

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by theme."""
        return self._grouped(lambda document: (document.theme.id,))

    @cached_property
    def by_genre(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by genre."""
        return self._grouped(lambda document: (document.genre.id,))

    @cached_property
    def by_organ(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by each of their issuers."""
        return self._grouped(lambda document: tuple(organ.id for organ in document.issuers))

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Document, ...]]:
        """Documents by year of publication, newest year first."""
        return self._grouped(lambda document: (document.published.year,))

    @cached_property
    def by_matter(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by each row of the field catalogues that they name."""
        return self._grouped(lambda document: document.matters)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Document | None, Document | None]]:
        """For each 索引号 the newer and the older document of the same item."""
        found: dict[str, tuple[Document | None, Document | None]] = {}
        for item in self.column.items:
            own = [document for document in self.by_item.get(item.id, ()) if document.item == item.id]
            for newer, document, older in zip([None, *own], own, [*own[1:], None], strict=False):
                found[document.index_number] = (newer, older)
        return found

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The address of every document and page by the path of its file."""
        return {writing.origin.path: addresses.of_writing(writing) for writing in self.column.writings}

    @cached_property
    def page_of_item(self) -> Mapping[str, Page]:
        """The pages that items of the form 单页 consist of, by item."""
        return {page.slug: page for page in self.column.item_pages}

    def newest_of(self, item: Item) -> dt.date | None:
        """When something was last published under ``item``."""
        documents = self.by_item.get(item.id, ())
        page = self.page_of_item.get(item.id)
        days = [
            *(document.published for document in documents[:1]),
            *([page.updated or page.published] if page else []),
            *(register.updated for register in self.registers_by_item.get(item.id, ())),
        ]
        return max(days, default=None)

    def has_page(self, item: Item) -> bool:
        """Whether an item has a page of its own."""
        return item.form is not ItemForm.LINK

    def _grouped(self, keys_of: Callable[[Document], Iterable[_Key]]) -> Mapping[_Key, tuple[Document, ...]]:
        found: dict[_Key, list[Document]] = {}
        for document in self.newest:
            for key in dict.fromkeys(keys_of(document)):
                found.setdefault(key, []).append(document)
        return {key: tuple(documents) for key, documents in found.items()}
