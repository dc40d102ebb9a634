"""The points of the scatter: countries with the same two scores are one, and told as one."""

from collections.abc import Collection, Sequence
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from ocviewer.domain.country import Country
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import Indicator
from ocviewer.domain.ranking import Ranking, Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.phrases import in_text
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.scatter_part import Dot, Point

MIDDLE: Hundredths = 550
"""Where the index parts low from high; 5.50 itself is high, as the counts in its reports show."""

Place = tuple[Hundredths, Hundredths]
"""The score across and the score up."""


_END = {False: "low", True: "high"}


_SCORE, _RANK = "\0", "\1"
"""Stand for a score and its rank in a line that is worded once for all points."""


class Scored(NamedTuple):
    """A country with both scores."""

    country: Country
    x: Hundredths
    y: Hundredths


class Points:
    """The points of an edition by the scores of two nodes, across and up."""

    def __init__(
        self, library: Library, words: Words, edition: Edition, nodes: tuple[Indicator, Indicator]
    ) -> None:
        """Finds who has both scores."""
        self._library = library
        self._words = words
        self._edition = edition
        self._nodes = nodes
        self.continents = {
            name: number for number, name in enumerate(library.scopes.names(Scope.CONTINENT))
        }
        """The numbers of the continents."""
        x, y = self._scores = tuple(self._scores_of(node) for node in nodes)
        self.scored = tuple(
            Scored(country, x[iso3], y[iso3])
            for iso3, country in library.countries.items()
            if iso3 in x and iso3 in y
        )
        """Every country that has both scores."""

    def _scores_of(self, node: Indicator) -> dict[str, Hundredths]:
        found = ((iso3, self._edition.score(iso3, node.code)) for iso3 in self._library.countries)
        return {iso3: score for iso3, score in found if score is not None}

    @cached_property
    def quadrants(self) -> dict[tuple[bool, bool], tuple[str, ...]]:
        """Names of the quadrants by whether they are high across and high up.

        In full (``High criminality, low resilience``), by short names and by the axes.
        """
        say = self._words.say
        axes = (
            [in_text(node.name) for node in self._nodes],
            [in_text(node.short_name) for node in self._nodes],
            [say("scatter.across"), say("scatter.up")],
        )
        return {
            (high_x, high_y): tuple(
                say(f"scatter.quadrant_{_END[high_x]}_{_END[high_y]}", x=x, y=y) for x, y in axes
            )
            for high_x, high_y in product((False, True), repeat=2)
        }

    @cached_property
    def most_people(self) -> int:
        """The largest population at one point."""
        return max(map(_people, self._places.values()), default=0)

    def points(self, first: Sequence[str], *, sized: bool) -> tuple[Point, ...]:
        """The points from left to right; ``first`` are the countries that are named first."""
        order = {iso3: number for number, iso3 in enumerate(first)}
        made = []
        for place in sorted(self._places):
            countries = sorted(
                self._places[place], key=lambda c: (order.get(c.iso3, len(order)), _key(c.name))
            )
            size = _people(countries) / self.most_people if sized and self.most_people else 0.0
            made.append(self._point(place, countries, size))
        return tuple(made)

    @cached_property
    def _places(self) -> dict[Place, list[Country]]:
        places: dict[Place, list[Country]] = {}
        for country, x, y in self.scored:
            places.setdefault((x, y), []).append(country)
        return places

    def _point(self, place: Place, countries: Sequence[Country], size: float) -> Point:
        say, (x, y) = self._words.say, place
        scores = (self._lines[0][x], self._lines[1][y])
        if len(countries) == 1:
            heading, country = countries[0].name, countries[0]
            rest = [self._where[country.region]]
        else:
            heading = say("scatter.at_point", count=len(countries))
            rest = [say("scatter.member", name=c.name, region=c.region) for c in countries]
        told = (*scores, self.quadrants[x >= MIDDLE, y >= MIDDLE][0])
        dots = tuple(self._dot(country, countries, told) for country in countries)
        return Point(*place, dots, size, heading, (*scores, *rest))

    @cached_property
    def _where(self) -> dict[str, str]:
        """Regions with their continents."""
        places = {c.region: c.continent for c in self._library.countries.values()}
        return {
            region: self._words.say("scatter.where", region=region, continent=continent)
            for region, continent in places.items()
        }

    def _dot(self, country: Country, countries: Sequence[Country], told: tuple[str, ...]) -> Dot:
        parts = [f"{country.name}, {country.region}", *told]
        if len(countries) > 1:
            fellows = [fellow.name for fellow in countries if fellow is not country]
            names = self._words.joined(fellows)
            parts.append(self._words.say("scatter.spoken_others", names=names))
        return Dot(
            iso3=country.iso3,
            name=country.name,
            key=_key(country.name),
            continent=self.continents[country.continent],
            spoken=". ".join(parts) + ".",
        )

    @cached_property
    def _lines(self) -> tuple[dict[Hundredths, str], dict[Hundredths, str]]:
        """What is told of each score across and up: ``Criminality 6.62, 31st of 193``."""
        (x, y), (across, up) = self._nodes, self._scores
        return self._lines_of(x, across.values()), self._lines_of(y, up.values())

    def _lines_of(self, node: Indicator, scores: Collection[Hundredths]) -> dict[Hundredths, str]:
        """The ranks are among all that have the score, whether they have the other or not."""
        ranking = Ranking(scores)
        rank = self._words.say("figures.rank", rank=_RANK, of=len(ranking))
        line = self._words.say("scatter.score", name=node.name, score=_SCORE, rank=rank)
        return {
            score: line.replace(_SCORE, score_text(score)).replace(
                _RANK, self._words.ordinal(ranking.rank(score))
            )
            for score in set(scores)
        }


@cache  # the same names at every switch
def _key(name: str) -> str:
    return fold(name)


def _people(countries: Sequence[Country]) -> int:
    return sum(c.population.value for c in countries if c.population is not None)
