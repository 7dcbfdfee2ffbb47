"""The two files that help with a query: suggestions, and what mends slips of typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.model import Document, Validity
from disclosure.search.sounds import sounds
from disclosure.search.suggest import suggestions

SUGGESTIONS_FILE = "search/data/suggestions.js"
SOUNDS_FILE = "search/data/sounds.js"

_PAST = (Validity.REPEALED, Validity.EXPIRED)


def help_files(column: Column) -> Iterator[tuple[str, bytes]]:
    """Address and content of both files for the public ``column``."""
    titles = [document.title for document in _by_importance(column)]
    titles += [page.title for page in (*column.guide, *column.rules, *column.annual, *column.about)]
    words = Counter(word for document in column.documents for word in document.keywords)
    synonyms = [group.words for group in column.synonyms]
    names = list(dict.fromkeys(_names(column)))
    # What nothing on a card of the catalogue speaks of would be suggested in vain.
    spoken = "\n".join((*titles, *words, *(document.summary for document in column.documents)))
    useful = [group for group in synonyms if any(word in spoken for word in group)]
    yield SUGGESTIONS_FILE, suggestions(titles, names, words, useful)
    yield SOUNDS_FILE, sounds(titles, names, words, synonyms)


def _by_importance(column: Column) -> list[Document]:
    """What is in force before what is not, the newest first."""
    newest = sorted(column.documents, key=lambda document: document.origin.path)
    newest.sort(key=lambda document: document.published, reverse=True)
    return sorted(newest, key=lambda document: column.validity[document.origin.path] in _PAST)


def _names(column: Column) -> Iterator[str]:
    """The names of items, and of the organs, themes and genres that documents have."""
    yield from (item.name for item in column.applicable_items)
    organs = {organ.id for document in column.documents for organ in document.issuers}
    for organ in column.organs:
        if organ.id in organs:
            yield from (organ.name, organ.short_name or organ.name)
    themes = {document.theme.id for document in column.documents}
    yield from (theme.name for theme in column.themes if theme.id in themes)
    genres = {document.genre.id for document in column.documents}
    yield from (genre.name for genre in column.genres if genre.id in genres)
