"""The words of a query in the language of the full-text index."""

from collections.abc import Callable, Iterable

from ocviewer.library.search.query import Term

_OWN = "{name title body extra}"
"""A document's own columns, without those that tell where it stands."""


def wanted(terms: Iterable[Term], tells_place: Callable[[Term], bool]) -> str:
    """What a document has to match; empty where the query has no word to look for.

    One word at least has to be the document's own: all paragraphs of Peru are Peru's. So much is
    certain where there is one that does not tell a place, the name of a country or a section.
    """
    named = [term for term in terms if not term.negative and _is_word(term)]
    pieces = [_piece(term) for term in named]
    if len(pieces) == 1:
        return f"{_OWN} : {pieces[0]}"
    every = " AND ".join(pieces)
    if named and all(map(tells_place, named)):
        return f"{every} AND {_OWN} : ({' OR '.join(pieces)})"
    return every


def unwanted(terms: Iterable[Term]) -> str:
    """What a document may not match in any column; empty where there is nothing."""
    return " OR ".join(_piece(term) for term in terms if term.negative and _is_word(term))


def _is_word(term: Term) -> bool:
    """Whether there is enough of a word to look for: every text has words with one letter of it."""
    return not term.prefix or sum(map(str.isalnum, term.text)) > 1


def _piece(term: Term) -> str:
    """A word as a phrase, too: an apostrophe or a hyphen makes two words of it."""
    text = term.text.replace('"', " ").replace("\0", " ")
    return f'"{text}" *' if term.prefix else f'"{text}"'
