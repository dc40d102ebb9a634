"""Countries by their figures: which of them have the scores and changes that a query asks for."""

from collections.abc import Iterator
from typing import NamedTuple

from ocviewer.domain.change import change
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths
from ocviewer.library.library import Library
from ocviewer.library.search.query import Condition, Key, Operator, Query


class FoundCountry(NamedTuple):
    """A country in an edition in which everything that was asked for holds."""

    iso3: str
    edition: int


def asked_editions(query: Query, library: Library) -> tuple[int, ...]:
    """The editions that figures are looked up in: those that are filtered by, or the newest."""
    named = {int(value) for value in query.values(Key.EDITION)}
    unwanted = {int(value) for value in query.values(Key.EDITION, negative=True)}
    if named or unwanted:
        years = named or set(library.years)
        return tuple(year for year in library.years if year in years - unwanted)
    return (library.newest,)


def countries_in(query: Query, library: Library) -> frozenset[str] | None:
    """The countries (ISO3) that the filters of place leave; ``None`` where there is none."""
    keys = (Key.COUNTRY, Key.REGION, Key.CONTINENT)
    if not any(filter_.key in keys for filter_ in query.filters):
        return None
    left = set(library.countries)
    for key in keys:
        if query.values(key):
            left &= _members(query.values(key), key, library)
        left -= _members(query.values(key, negative=True), key, library)
    return frozenset(left)


def _members(values: tuple[str, ...], key: Key, library: Library) -> set[str]:
    if key is Key.COUNTRY:
        return set(values)
    scope = Scope.REGION if key is Key.REGION else Scope.CONTINENT
    return {iso3 for value in values for iso3 in library.scopes.members(scope, value)}


def found_countries(query: Query, library: Library) -> tuple[FoundCountry, ...]:
    """The countries for which all conditions hold, by name, and in each edition asked for."""
    return tuple(_found(query, library))


def _found(query: Query, library: Library) -> Iterator[FoundCountry]:
    places = countries_in(query, library)
    editions = asked_editions(query, library)
    for one in sorted(library.countries.values(), key=lambda country: country.name):
        if places is not None and one.iso3 not in places:
            continue
        for year in editions:
            if all(holds(condition, one.iso3, year, library) for condition in query.conditions):
                yield FoundCountry(one.iso3, year)


def figure(condition: Condition, iso3: str, year: int, library: Library) -> Hundredths | None:
    """The score or the change that a condition speaks of; ``None`` where there is none."""
    score = library.edition(year).score(iso3, condition.code)
    if not condition.change:
        return score
    before = library.edition_before(year)
    return change(score, before.score(iso3, condition.code) if before else None)


def holds(condition: Condition, iso3: str, year: int, library: Library) -> bool:
    """Whether a condition holds; never of what was not scored, even with a minus."""
    found = figure(condition, iso3, year, library)
    if found is None:
        return False
    wanted = condition.value * 100
    answer = {
        Operator.LESS: found < wanted,
        Operator.AT_MOST: found <= wanted,
        Operator.MORE: found > wanted,
        Operator.AT_LEAST: found >= wanted,
        Operator.EQUAL: found == wanted,
    }[condition.operator]
    return answer is not condition.negative
