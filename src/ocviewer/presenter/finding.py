"""Finds words in all that the open panes have to read, whatever their case and accents."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ocviewer.library.library import Library
from ocviewer.presenter.sections import section_view, tabs
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})


class Hit(NamedTuple):
    """Words that were found: from ``start`` up to ``end`` in a paragraph of a section of a pane.

    ``section`` is the place of its tab; all count from 0.
    """

    section: int
    pane: int
    paragraph: int
    start: int
    end: int


class Folded(NamedTuple):
    """A text as it is compared, and the place of each of its characters in the text itself."""

    text: str
    places: Sequence[int]
    """One more than there are characters: the last is the end of the text."""


Texts = tuple[tuple[Folded, ...], ...]
"""The folded paragraphs of each section."""


@lru_cache(8)
def texts(library: Library, words: Words, pane: PaneState) -> Texts:
    """All that a pane has to read, by the places of the tabs; nothing for the mean of a place."""
    if pane.place is not None:
        return tuple(() for _ in tabs(library, words))
    return tuple(
        tuple(folded(p.text) for p in section_view(library, words, pane, tab.id).paragraphs)
        for tab in tabs(library, words)
    )


def folded(text: str) -> Folded:
    """Without case and accents; quotes, dashes and spaces of all kinds are one of each."""
    if text.isascii():
        return Folded(" ".join(text.lower().split("\n")), range(len(text) + 1))
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _letters(char):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), (*places, len(text)))


@lru_cache(4_096)
def _letters(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char).casefold().translate(_SAME)
    shown = (c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(" " if c.isspace() else c for c in shown)


def find(panes: Sequence[Texts], wanted: str) -> tuple[Hit, ...]:
    """All hits in the order of reading: by section, there by pane, none overlapping another."""
    needle = folded(wanted).text
    if not needle.strip():
        return ()
    return tuple(
        Hit(section, pane, paragraph, start, end)
        for section in range(max(map(len, panes), default=0))
        for pane, text in enumerate(panes)
        for paragraph, folded_text in enumerate(text[section])
        for start, end in _ranges(folded_text, needle)
    )


def _ranges(text: Folded, needle: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = text.text.find(needle)
    while at >= 0:
        behind = at + len(needle)
        start = text.places[at]
        # an accent of its own belongs to its letter; each half of a letter is the letter, once
        if not found or start >= found[-1][1]:
            found.append((start, max(text.places[behind], text.places[behind - 1] + 1)))
        at = text.text.find(needle, behind)
    return found


def by_section(hits: Sequence[Hit]) -> Counter[int]:
    """How many hits each section has."""
    return Counter(hit.section for hit in hits)


def first_from(hits: Sequence[Hit], here: tuple[int, ...]) -> int:
    """The place of the first hit at or behind a place (section, pane, paragraph, start).

    Behind the last, it is the first of all. ``ValueError`` where there is no hit.
    """
    if not hits:
        raise ValueError("no hits")
    return next((place for place, hit in enumerate(hits) if hit[: len(here)] >= here), 0)
