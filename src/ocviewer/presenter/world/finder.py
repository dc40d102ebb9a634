"""Finds the rows of a table by what is typed, as the country selector's filter does."""

from collections.abc import Iterable

from ocviewer.domain.country import Country
from ocviewer.library.matching import NameMatcher


class CountryFinder:
    """Countries by their names in any language, codes, regions and continents, with typos."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Takes the countries to find; some milliseconds for all of them."""
        self._names = {country.iso3: country.name for country in countries}
        self._matcher = NameMatcher(countries)

    def found(self, query: str) -> tuple[str, ...]:
        """The countries (ISO3) that a query finds, the best match first."""
        return tuple(match.iso3 for match in self._matcher.match(query))

    def closest(self, query: str) -> str:
        """The name of the country that a query which finds none may mean; empty if none is near."""
        iso3 = self._matcher.closest(query)
        return "" if iso3 is None else self._names[iso3]
