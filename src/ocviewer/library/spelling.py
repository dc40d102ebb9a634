"""A name as it is compared, folded into words, with the way back to the name as it is shown."""

import unicodedata
from functools import lru_cache
from typing import TypeAlias

from ocviewer.library.folding import fold

Span: TypeAlias = tuple[int, int]
"""A piece of a text: the position of its first character and the one after its last."""


@lru_cache(maxsize=1024)
def _folded(character: str) -> str:
    """What ``fold`` makes of one character between letters: nothing, a space or letters."""
    return fold(f"a{character}a")[1:-1]


class FoldedName:
    """The folded words of a name, where each of their letters comes from, and all in one word."""

    __slots__ = ("_sources", "_starts", "compact", "text", "words")

    def __init__(self, text: str) -> None:
        """Folds the name; ``" ".join(words)`` is ``fold(text)``."""
        self.text = text
        words: list[str] = []
        sources: list[int] = []
        starts: list[int] = []
        ended = True
        for position, character in enumerate(text):
            for letter in _folded(character):
                if letter == " ":
                    ended = True
                    continue
                if ended:
                    words.append("")
                    starts.append(len(sources))
                    ended = False
                words[-1] += letter
                sources.append(position)
        self.words = tuple(words)
        self.compact = "".join(words)
        self._sources = sources
        self._starts = starts

    def span(self, word: int, start: int, end: int) -> Span:
        """Where letters ``start`` to ``end`` (excluded) of a word stand in the name."""
        offset = self._starts[word]
        return self._source_span(offset + start, offset + end)

    def compact_spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where letters of ``compact`` stand in the name: one span for each word they touch."""
        edges = [*self._starts, len(self._sources)]
        pieces = (
            (max(start, edges[word]), min(end, edges[word + 1])) for word in range(len(self.words))
        )
        return tuple(self._source_span(first, last) for first, last in pieces if first < last)

    def _source_span(self, start: int, end: int) -> Span:
        last = self._sources[end - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1  # the accent of the last letter, when it is a character of its own
        return self._sources[start], last
