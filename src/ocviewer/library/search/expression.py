"""The words of a query in the language of the full-text index."""

import re
from collections.abc import Callable, Iterable
from unicodedata import normalize

from ocviewer.library.search.query import Term

_WORD = re.compile(r"[^\W_]+")
_OWN = "{name title body extra}"
"""A document's own columns, without those that tell where it stands."""


def wanted(terms: Iterable[Term], tells_place: Callable[[Term], bool]) -> str:
    """What a document has to match; empty where the query has no word to look for.

    One word at least has to be the document's own: all paragraphs of Peru are Peru's. So much is
    certain where there is one that does not tell a place, the name of a country or a section.
    """
    named = [(term, piece) for term in terms if not term.negative and (piece := _piece(term))]
    pieces = [piece for _, piece in named]
    if len(pieces) == 1:
        return f"{_OWN} : {pieces[0]}"
    every = " AND ".join(pieces)
    if named and all(tells_place(term) for term, _ in named):
        return f"{every} AND {_OWN} : ({' OR '.join(pieces)})"
    return every


def unwanted(terms: Iterable[Term]) -> str:
    """What a document may not match in any column; empty where there is nothing."""
    return " OR ".join(piece for term in terms if term.negative and (piece := _piece(term)))


def _piece(term: Term) -> str:
    """A word as a phrase, too: an apostrophe or a hyphen makes two words of it.

    A single letter that may go on is left out: every text has words that begin with it.
    """
    words = _WORD.findall(normalize("NFC", term.text))
    if term.prefix and words and len(words[-1]) > 1:
        return f'"{" ".join(words)}" *'
    if term.prefix:
        words = words[:-1]
    return f'"{" ".join(words)}"' if words else ""
