"""The points of the scatter: countries with the same two scores are one, and told as one."""

from collections.abc import Sequence
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
        x, y = nodes
        pairs = (
            (country, edition.score(iso3, x.code), edition.score(iso3, y.code))
            for iso3, country in library.countries.items()
        )
        self.scored = tuple(
            Scored(country, across, up)
            for country, across, up in pairs
            if across is not None and up is not None
        )
        """Every country that has both scores."""

    def quadrant(self, place: Place, *, short: bool = False) -> str:
        """The name of the quadrant of a place: ``High criminality, low resilience``."""
        high_x, high_y = (score >= MIDDLE for score in place)
        return self._quadrants[high_x, high_y, short]

    @cached_property
    def _quadrants(self) -> dict[tuple[bool, bool, bool], str]:
        """The names by whether they are high across, high up, and short."""
        names = {}
        for high_x, high_y, short in product((False, True), repeat=3):
            x, y = (in_text(node.short_name if short else node.name) for node in self._nodes)
            key = f"scatter.quadrant_{_END[high_x]}_{_END[high_y]}"
            names[high_x, high_y, short] = self._words.say(key, x=x, y=y)
        return names

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
        say = self._words.say
        scores = tuple(map(self._score_line, self._nodes, place))
        if len(countries) == 1:
            heading, country = countries[0].name, countries[0]
            rest = (say("scatter.where", region=country.region, continent=country.continent),)
        else:
            heading = say("scatter.at_point", count=len(countries))
            rest = tuple(say("scatter.member", name=c.name, region=c.region) for c in countries)
        told = (*scores, self.quadrant(place))
        dots = tuple(self._dot(country, countries, told) for country in countries)
        return Point(*place, dots, size, heading, (*scores, *rest))

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
    def _rankings(self) -> dict[str, Ranking]:
        """Among all that have the score, whether they have the other or not."""
        scores = {
            node.code: [self._edition.score(iso3, node.code) for iso3 in self._library.countries]
            for node in self._nodes
        }
        return {
            code: Ranking(score for score in found if score is not None)
            for code, found in scores.items()
        }

    def _score_line(self, node: Indicator, score: Hundredths) -> str:
        ranking = self._rankings[node.code]
        rank = self._words.ordinal(ranking.rank(score))
        text = self._words.say("figures.rank", rank=rank, of=len(ranking))
        return self._words.say("scatter.score", name=node.name, score=score_text(score), rank=text)


@cache  # the same names at every switch
def _key(name: str) -> str:
    return fold(name)


def _people(countries: Sequence[Country]) -> int:
    return sum(c.population.value for c in countries if c.population is not None)
