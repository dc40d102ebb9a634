"""Finds a country by anything that people type for it: name, other name or ISO code.

What leaves no doubt is found here, with a few dictionaries; what comes close is found by
``matching``, the country filter's own mechanism, and only ever suggested.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ocviewer.domain.country import Country
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.folding import FILLERS, fold

if TYPE_CHECKING:
    from ocviewer.library.matching import NameMatcher

SUGGESTIONS = 3


class Lookup:
    """Every name and code of the countries, folded."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Takes the countries; the index's own names win over other names, names over codes."""
        self._countries = tuple(countries)
        self._plain = {country.iso3: country.iso3 for country in self._countries}
        self._plain |= {country.name: country.iso3 for country in self._countries}

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Every spelling, folded and without spaces; not needed for a code or name to the letter.

        The index's own names come first: none of them is ever another country's.
        """
        found = {_squeezed(country.name): country.iso3 for country in self._countries}
        for country in self._countries:
            codes = (country.iso3, country.iso2, country.numeric)
            for spelling in (*codes, *country.other_names):
                found.setdefault(_squeezed(spelling), country.iso3)
        return found

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], set[str]]:
        """The countries by the words of each of their names, whatever the order."""
        found: dict[tuple[str, ...], set[str]] = {}
        for country in self._countries:
            for name in (country.name, *country.other_names):
                found.setdefault(_words(name), set()).add(country.iso3)
        return found

    @cached_property
    def _matcher(self) -> "NameMatcher":
        from ocviewer.library.matching import NameMatcher  # noqa: PLC0415 - only after a typo

        return NameMatcher(self._countries)

    def get(self, text: str) -> str | None:
        """The ISO3 code of this name or code, or ``None``; nothing is guessed.

        Case, accents, points and spaces do not count, nor does the order of a name's words where
        only one country has all of them: "Moldova, Republic of".
        """
        if text in self._plain:
            return self._plain[text]
        iso3 = self._folded.get(_squeezed(text))
        if iso3 is not None:
            return iso3
        found = self._by_words.get(_words(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def find(self, text: str) -> str:
        """The ISO3 code, or ``BadCall`` with the names that come close."""
        iso3 = self.get(text)
        if iso3 is None:
            close = self.suggestions(text)
            key = "unknown_country_close" if close else "unknown_country"
            values = {"name": text, "close": ", ".join(close)}
            raise BadCall(Problem(key, values=values))
        return iso3

    def suggestions(self, text: str) -> tuple[str, ...]:
        """The index's names of the countries that come closest, the closest first."""
        names = {country.iso3: country.name for country in self._countries}
        return tuple(names[iso3] for iso3 in self._matcher.suggestions(text, SUGGESTIONS))


def _squeezed(text: str) -> str:
    return fold(text).replace(" ", "")


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in the order of the alphabet; fillers count only where all are."""
    words = fold(name).split()
    return tuple(sorted(word for word in words if word not in FILLERS) or sorted(words))
