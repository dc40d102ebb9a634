"""The vocabulary of queries, with the short names that charts give to the nodes."""

from functools import lru_cache

from ocviewer.library.library import Library
from ocviewer.library.search.vocabulary import Vocabulary
from ocviewer.presenter.words import Words


@lru_cache(2)
def vocabulary(library: Library, words: Words) -> Vocabulary:
    """All names that a query may use; the same for the same library."""
    keys = ((node.code, f"figures.short_{node.code}") for node in library.indicators)
    return Vocabulary(library, {code: words.say(key) for code, key in keys if words.has(key)})
