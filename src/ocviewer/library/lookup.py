"""Finds a country by anything that people type for it: name, other name or ISO code."""

import unicodedata
from collections.abc import Iterable

from ocviewer.domain.country import Country
from ocviewer.domain.problem import BadCall, Problem

SUGGESTIONS = 3
_CLOSE_ENOUGH = 0.6


def fold(text: str) -> str:
    """The text without case, accents, punctuation and doubled spaces, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    kept = (
        " " if not (c.isalnum() or c == "'") else c for c in plain if not unicodedata.combining(c)
    )
    return " ".join("".join(kept).replace("'", "").split())


class Lookup:
    """Every name and code of the countries, folded."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Takes the countries; the index's own names win over other names, names over codes."""
        self._countries = tuple(countries)
        self._plain = {country.iso3: country.iso3 for country in self._countries}
        self._plain |= {country.name: country.iso3 for country in self._countries}
        self._iso3: dict[str, str] = {}
        self._squeezed: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def _fold_all(self) -> None:
        """Folds every spelling; only when a call is no code and no name to the letter."""
        for country in self._countries:
            for spelling in (country.iso3, country.iso2, country.name, *country.other_names):
                self._iso3.setdefault(fold(spelling), country.iso3)
            self._iso3[fold(country.name)] = country.iso3
            for spelling in (country.name, *country.other_names):
                self._squeezed.setdefault(fold(spelling).replace(" ", ""), country.iso3)
                self._names.setdefault(fold(spelling), country.name)

    def get(self, text: str) -> str | None:
        """The ISO3 code of this name or code; case, accents, points and spaces do not count."""
        if text in self._plain:
            return self._plain[text]
        if not self._iso3:
            self._fold_all()
        folded = fold(text)
        return self._iso3.get(folded) or self._squeezed.get(folded.replace(" ", ""))

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
        """The index's names of the countries whose names come closest, the closest first."""
        from difflib import get_close_matches  # noqa: PLC0415 - only after a typo

        matches = get_close_matches(
            fold(text), self._names, n=2 * SUGGESTIONS, cutoff=_CLOSE_ENOUGH
        )
        names = dict.fromkeys(self._names[match] for match in matches)
        return tuple(names)[:SUGGESTIONS]
