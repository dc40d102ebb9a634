"""Finds a typed word among known words: whole, at their start, inside them or with a typo."""

from collections.abc import Iterable
from typing import NamedTuple

_SHORTEST_INSIDE = 3

WHOLE, START, INSIDE, TYPO = range(4)
"""Efforts of a hit; a typo costs 3 in a whole word, 4 at a start, and 2 more for a second edit."""


class Hit(NamedTuple):
    """How a typed word was found in a known one: the effort, and which letters matched."""

    effort: int
    start: int
    end: int


class WordIndex:
    """The words of all names, folded; every answer is a hit by known word."""

    def __init__(self, words: Iterable[str]) -> None:
        """Takes the known words; a word given twice counts once."""
        self._words = list(dict.fromkeys(words))
        self._heads: dict[int, tuple[list[str], list[str]]] = {}

    def hits(self, word: str, *, forgive: bool) -> dict[str, Hit]:
        """The hits of a typed word; typos too when nothing else hits, or ``forgive`` says so."""
        literal = self.literal_hits(word)
        if literal and not forgive:
            return literal
        return {**self._typo_hits(word), **literal}

    def literal_hits(self, word: str) -> dict[str, Hit]:
        """The hits without a typo; inside a word from three letters."""
        size = len(word)
        whole, start, found = Hit(WHOLE, 0, size), Hit(START, 0, size), {}
        for known in self._words:
            if word not in known:
                continue
            position = known.find(word)
            if position == 0:
                found[known] = whole if len(known) == size else start
            elif size >= _SHORTEST_INSIDE:
                found[known] = Hit(INSIDE, position, position + size)
        return found

    def _typo_hits(self, word: str) -> dict[str, Hit]:
        """One edit from four letters, two from eight, in a whole word or at its start."""
        allowed = min(len(word) // 4, 2)
        if allowed == 0:
            return {}
        from rapidfuzz import process  # noqa: PLC0415 - only after a typo
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        found: dict[str, Hit] = {}
        sources = [(self._words, self._words, 0)]
        lengths = range(len(word) - allowed, len(word) + allowed + 1)
        sources.extend((*self._heads_of(length), 1) for length in lengths)
        for texts, known, extra in sources:
            near = process.extract(
                word, texts, scorer=OSA.distance, score_cutoff=allowed, limit=None
            )
            for text, edits, number in near:
                hit = Hit(TYPO + 2 * (int(edits) - 1) + extra, 0, len(text))
                found[known[number]] = min(hit, found.get(known[number], hit))
        return found

    def _heads_of(self, length: int) -> tuple[list[str], list[str]]:
        """The starts of this length of all longer words, and those words."""
        if length not in self._heads:
            longer = [word for word in self._words if len(word) > length]
            self._heads[length] = ([word[:length] for word in longer], longer)
        return self._heads[length]
