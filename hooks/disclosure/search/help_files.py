"""The two files that help with a query: suggestions, and what mends slips of typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from disclosure.column import Column
from disclosure.derive.holdings import Holdings
from disclosure.model import Validity
from disclosure.search.sounds import sounds
from disclosure.search.suggest import suggestions

SUGGESTIONS_FILE = "search/data/suggestions.js"
SOUNDS_FILE = "search/data/sounds.js"

_PAST = (Validity.REPEALED, Validity.EXPIRED)


def help_files(column: Column) -> Iterator[tuple[str, bytes]]:
    """Address and content of both files for the public ``column``."""
    holdings = Holdings(column)
    # What is in force before what is not, the newest first.
    documents = sorted(holdings.newest, key=lambda document: column.validity[document.origin.path] in _PAST)
    titles = [document.title for document in documents]
    titles += [page.title for page in (*column.guide, *column.rules, *column.annual, *column.reports, *column.about)]
    words = Counter(word for document in column.documents for word in document.keywords)
    synonyms = [group.words for group in column.synonyms]
    names = list(dict.fromkeys(_names(holdings)))
    # What nothing on a card of the catalogue speaks of would be suggested in vain.
    spoken = "\n".join((*titles, *words, *(document.summary for document in column.documents)))
    useful = [group for group in synonyms if any(word in spoken for word in group)]
    yield SUGGESTIONS_FILE, suggestions(titles, names, words, useful)
    yield SOUNDS_FILE, sounds(titles, names, words, synonyms)


def _names(holdings: Holdings) -> Iterator[str]:
    """The names of items, and of the organs, themes and genres that documents have."""
    yield from (item.name for item in holdings.items)
    for organ in holdings.column.organs:
        if organ.id in holdings.by_organ:
            yield from (organ.name, organ.short_name or organ.name)
    yield from (theme.name for theme in holdings.column.themes if theme.id in holdings.by_theme)
    yield from (genre.name for genre in holdings.column.genres if genre.id in holdings.by_genre)
