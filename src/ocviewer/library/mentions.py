"""Finds the names of countries in running text: whole words, the longest name first.

A name has to be written as a name: "turkey" is none, nor is "south Sudan" more than Sudan. Case
otherwise, accents, hyphens, "the" and the like do not count. Beside another word with a capital it
may be part of something else (Lake Chad, Michael Jordan, Villa El Salvador, the Niger Delta, Chile
Vamos), and is left alone: a link too few does no harm.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.country import Country
from ocviewer.library.folding import FILLERS, fold
from ocviewer.library.mention_words import (
    BEFORE_A_NAME,
    NO_PLACE,
    NOT_AFTER_OF,
    NOT_IN_TEXT,
)

_WORD = re.compile(r"[^\W_]+")
_ABBREVIATED = 3
"""The most letters of a word before a point inside a name: St. Lucia, but not Guinea. Bissau."""
_GAP = re.compile(r"\s+|-|‐|['’]|\s*&\s*")
_POINT = re.compile(r"\.[\s-]*|\s*&\s*")


class Mention(NamedTuple):
    """A country named in a text, from ``start`` up to ``end``."""

    start: int
    end: int
    iso3: str


class _Name(NamedTuple):
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    exact: str
    """The letters as they have to be, for an abbreviation; else empty."""
    iso3: str


class Mentions:
    """Every name of the countries, ready to be found."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Takes names and other names; one that two countries share belongs to neither."""
        names: dict[tuple[str, ...], _Name | None] = {}
        for country in countries:
            for spelling in (country.name, *country.other_names):
                name = _name(spelling, country.iso3)
                if name is None:
                    continue
                known = names.get(name.words, name)
                names[name.words] = name if known and known.iso3 == country.iso3 else None
        self._by_first: dict[str, list[_Name]] = {}
        for words, name in names.items():
            if name is not None:
                self._by_first.setdefault(words[0], []).append(name)
        for same in self._by_first.values():
            same.sort(key=lambda name: -len(name.words))

    def find(self, text: str, own: str = "") -> tuple[Mention, ...]:
        """The countries named in a text in its order, but not the one whose code is ``own``."""
        line = _Line(text)
        found: list[Mention] = []
        done = 0
        for at, word in enumerate(line.words):
            if at < done or not word[0][0].isupper():
                continue
            for name in self._by_first.get(_folded(word[0]), ()):
                end = line.matched(name, at)
                if not end:
                    continue
                if name.iso3 != own and line.is_country(at, end):
                    found.append(Mention(word.start(), line.words[end - 1].end(), name.iso3))
                done = end
                break
        return tuple(found)


class _Line:
    """The words of a text and what stands between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words: Sequence[re.Match[str]] = tuple(_WORD.finditer(text))

    def matched(self, name: _Name, at: int) -> int:
        """The place behind a name's last word if it starts at a word; 0 where it is another."""
        words, place = self.words, at
        for number, (wanted, capital) in enumerate(zip(name.words, name.capitals, strict=True)):
            while number and place < len(words) and words[place][0] in FILLERS:
                if not self._joined(place):
                    return 0
                place += 1
            if place >= len(words) or _folded(words[place][0]) != wanted:
                return 0
            if capital and not words[place][0][0].isupper():
                return 0
            if number and not self._joined(place):
                return 0
            place += 1
        exact = name.exact
        return place if not exact or self._between(at, place) == exact else 0

    def _between(self, start: int, end: int) -> str:
        return self._text[self.words[start].start() : self.words[end - 1].end()]

    def _gap(self, place: int) -> str:
        """What stands before a word, up to the word before."""
        return self._text[self.words[place - 1].end() : self.words[place].start()]

    def _joined(self, place: int) -> bool:
        """Whether a word belongs to the one before it."""
        gap = self._gap(place)
        if _GAP.fullmatch(gap):
            return True
        return len(self.words[place - 1][0]) <= _ABBREVIATED and bool(_POINT.fullmatch(gap))

    def is_country(self, start: int, end: int) -> bool:
        """Whether a name is not part of another: of a lake, a city, a person, a currency."""
        before = self.words[start - 1][0] if start and self._gap(start).isspace() else ""
        after = self.words[end][0] if end < len(self.words) and self._gap(end).isspace() else ""
        behind = self.words[end - 1].end()
        if self._text[behind : behind + 1] in ("$", "_"):
            return False
        if before == "of" and start > 1 and _folded(self.words[start - 2][0]) in NOT_AFTER_OF:
            return False
        if before[:1].isupper() and _folded(before) not in BEFORE_A_NAME:
            return False
        return not after[:1].isupper() and _folded(after) not in NO_PLACE


def _name(spelling: str, iso3: str) -> _Name | None:
    """A spelling as it may stand in a text; ``None`` for one that is for lists alone."""
    if any(mark in spelling for mark in ",("):
        return None
    written = [word for word in _WORD.findall(spelling) if _folded(word) not in FILLERS]
    folded = tuple(map(_folded, written))
    if not written or " ".join(folded) in NOT_IN_TEXT or not written[0][0].isupper():
        return None
    capitals = tuple(word[0].isupper() for word in written)
    is_short = len(spelling) <= 5 and sum(letter.isupper() for letter in spelling) > 1
    return _Name(folded, capitals, spelling if is_short else "", iso3)


@lru_cache(8_192)
def _folded(word: str) -> str:
    return fold(word)
