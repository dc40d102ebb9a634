"""Reads and changes the filters in the text of a query, whatever else is in it.

So that a box that chooses a region and the text say the same: the text is the only truth.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ocviewer.library.folding import fold
from ocviewer.library.search.parser import quoted
from ocviewer.library.search.query import Key
from ocviewer.library.search.tokens import Kind, tokens


class WrittenFilter(NamedTuple):
    """A filter as it is written, right or wrong, without a minus before it."""

    key: Key
    value: str
    start: int
    end: int


def written_filters(text: str) -> tuple[WrittenFilter, ...]:
    """The filters in a text that are not negative, in order."""
    return tuple(_written(text))


def _written(text: str) -> Iterator[WrittenFilter]:
    found = tokens(text)
    for number in range(len(found) - 2):
        word, colon, value = found[number : number + 3]
        negative = number > 0 and found[number - 1].kind is Kind.MINUS
        if word.kind is Kind.WORD and colon.kind is Kind.COLON and word.end == colon.start:
            known = fold(word.text) in set(Key) and value.kind in (Kind.WORD, Kind.PHRASE)
            if known and not negative:
                yield WrittenFilter(Key(fold(word.text)), value.text, word.start, value.end)


def with_filter(text: str, key: Key, name: str) -> str:
    """The text with one filter of a key, at its end; with none where ``name`` is empty."""
    for filter_ in reversed(written_filters(text)):
        if filter_.key is key:
            text = text[: filter_.start].rstrip() + " " + text[filter_.end :].lstrip()
    text = text.strip()
    if not name:
        return text
    last = tokens(text)[-1:]
    if last and not last[0].closed:  # else the filter would be a part of the phrase
        text += '"'
    return f"{text} {key}:{quoted(name)} ".lstrip()
