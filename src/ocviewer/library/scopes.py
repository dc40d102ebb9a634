"""Ranks and means within the world, a continent or a region, computed once and kept."""

from functools import cached_property
from typing import TYPE_CHECKING

from ocviewer.domain.ranking import Ranking, Scope, Standing
from ocviewer.domain.score import Hundredths, mean

if TYPE_CHECKING:
    from ocviewer.library.library import Library

_Key = tuple[int, str, Scope, str]
"""Edition, code, scope and the scope's name."""


class Scopes:
    """Places countries among others; every edition within the continents and regions of 2025."""

    def __init__(self, library: "Library") -> None:
        """Computes nothing yet."""
        self._library = library
        self._rankings: dict[_Key, Ranking] = {}
        self._scored: dict[_Key, frozenset[str]] = {}
        self._means: dict[_Key, Hundredths | None] = {}

    def name(self, iso3: str, scope: Scope) -> str:
        """The name of a country's continent or region; empty for the world."""
        country = self._library.countries[iso3]
        if scope is Scope.WORLD:
            return ""
        return country.continent if scope is Scope.CONTINENT else country.region

    @cached_property
    def _members(self) -> dict[tuple[Scope, str], list[str]]:
        members: dict[tuple[Scope, str], list[str]] = {}
        for iso3 in self._library.countries:
            for scope in Scope:
                members.setdefault((scope, self.name(iso3, scope)), []).append(iso3)
        return members

    def members(self, scope: Scope, name: str) -> tuple[str, ...]:
        """The ISO3 codes of the countries in a scope; empty when there is no such scope."""
        return tuple(self._members.get((scope, name), ()))

    def names(self, scope: Scope) -> tuple[str, ...]:
        """The continents or the regions, by name; for the world one empty name."""
        return tuple(sorted(name for known, name in self._members if known is scope))

    def _scores(self, key: _Key) -> list[Hundredths]:
        year, code, scope, name = key
        edition = self._library.edition(year)
        scores = (edition.score(iso3, code) for iso3 in self._members[scope, name])
        return [score for score in scores if score is not None]

    def scored(self, scope: Scope, name: str, code: str, year: int) -> frozenset[str]:
        """The countries of a place that have a score.

        Ranks and means of two editions can be held against each other only where these are the
        same.
        """
        key = (year, code, scope, name)
        if key not in self._scored:
            scores = self._library.edition(year).scores
            members = self._members.get((scope, name), ())
            self._scored[key] = frozenset(m for m in members if code in scores.get(m, ()))
        return self._scored[key]

    def _ranking_before(self, scope: Scope, name: str, code: str, year: int) -> Ranking | None:
        """The ranking of the edition before, if it ranked the same countries."""
        before = self._library.edition_before(year)
        if before is None:
            return None
        here, there = (self.scored(scope, name, code, when) for when in (year, before.year))
        return self._ranking((before.year, code, scope, name)) if here == there else None

    def _ranking(self, key: _Key) -> Ranking:
        if key not in self._rankings:
            self._rankings[key] = Ranking(self._scores(key))
        return self._rankings[key]

    def standing(self, iso3: str, code: str, year: int, scope: Scope) -> Standing | None:
        """A country's rank in a scope, with the rank before; ``None`` where it has no score.

        A rank among other countries is no rank before.
        """
        score = self._library.edition(year).score(iso3, code)
        if score is None:
            return None
        name = self.name(iso3, scope)
        ranking = self._ranking((year, code, scope, name))
        before, old = (
            self._library.edition_before(year),
            self._ranking_before(scope, name, code, year),
        )
        old_score = before.score(iso3, code) if before else None
        old_rank = None if old is None or old_score is None else old.rank(old_score)
        return Standing(scope, name, ranking.rank(score), len(ranking), old_rank)

    def standings(self, scope: Scope, name: str, code: str, year: int) -> dict[str, Standing]:
        """The ranks of all countries of a place that have a score, with their ranks before."""
        scores, before = self._library.edition(year).scores, self._library.edition_before(year)
        old_scores = {} if before is None else before.scores
        ranking = self._ranking((year, code, scope, name))
        old = self._ranking_before(scope, name, code, year)
        found = {}
        for iso3 in self._members[scope, name]:
            score = scores.get(iso3, {}).get(code)
            old_score = old_scores.get(iso3, {}).get(code)
            if score is not None:
                previous = None if old is None or old_score is None else old.rank(old_score)
                rank = ranking.rank(score)
                found[iso3] = Standing(scope, name, rank, len(ranking), previous)
        return found

    def mean(self, iso3: str, code: str, year: int, scope: Scope) -> Hundredths | None:
        """The mean score of the countries in a country's scope, rounded to 0.01."""
        return self.mean_of(scope, self.name(iso3, scope), code, year)

    def mean_of(self, scope: Scope, name: str, code: str, year: int) -> Hundredths | None:
        """The mean score of the countries in a place, rounded to 0.01; ``None`` of no score."""
        key = (year, code, scope, name)
        if key not in self._means:
            self._means[key] = mean(self._scores(key))
        return self._means[key]
