"""The countries of a place by their score in one node: ranks, ties, moves and earlier scores."""

from collections import Counter
from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.country import Country
from ocviewer.domain.ranking import Scope, Standing
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import change_view
from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import NOTHING, sort_name


class Asked(NamedTuple):
    """What is ranked: a node in an edition, among the countries of a place."""

    code: str
    edition: int
    scope: Scope
    place: str


class RankedCountry(NamedTuple):
    """A country in a ranking; without a score it has no standing.

    ``shared`` is how many countries have the same rank. ``history`` has a score, or ``None``, for
    each edition of the library.
    """

    country: Country
    score: Hundredths | None
    score_text: str
    change: ChangeView
    standing: Standing | None
    shared: int
    history: tuple[Hundredths | None, ...]


def ranked_countries(library: Library, words: Words, asked: Asked) -> tuple[RankedCountry, ...]:
    """The highest score first, ties by name, and last the countries without a score."""
    scopes, years = library.scopes, library.years
    editions = [library.edition(year).scores for year in years]
    standings = scopes.standings(asked.scope, asked.place, asked.code, asked.edition)
    shared = Counter(standing.rank for standing in standings.values())
    maker = _Maker(library, words, asked)
    found = []
    for iso3 in scopes.members(asked.scope, asked.place):
        history = tuple([scores.get(iso3, {}).get(asked.code) for scores in editions])
        standing = standings.get(iso3)
        count = 0 if standing is None else shared[standing.rank]
        found.append(maker.make(library.countries[iso3], history, standing, count))
    found.sort(key=_order)
    return tuple(found)


def _order(ranked: RankedCountry) -> tuple[bool, Hundredths, str]:
    return ranked.score is None, -(ranked.score or 0), sort_name(ranked.country.name)


class _Maker:
    """Words the countries of one ranking; equal changes are worded once."""

    def __init__(self, library: Library, words: Words, asked: Asked) -> None:
        self._words = words
        self._asked = asked
        self._polarity = library.indicators[asked.code].polarity
        self._now = library.years.index(asked.edition)
        before = library.edition_before(asked.edition)
        self._before = None if before is None else before.year
        self._changes: dict[tuple[Hundredths | None, str], ChangeView] = {}

    def make(
        self,
        country: Country,
        history: tuple[Hundredths | None, ...],
        standing: Standing | None,
        shared: int,
    ) -> RankedCountry:
        score = history[self._now]
        return RankedCountry(
            country=country,
            score=score,
            score_text=NOTHING if score is None else score_text(score),
            change=self._change(history),
            standing=standing,
            shared=shared,
            history=history,
        )

    def _change(self, history: tuple[Hundredths | None, ...]) -> ChangeView:
        score = history[self._now]
        old = None if self._before is None else history[self._now - 1]
        difference = changes.change(score, old)
        why = "" if difference is not None else self._why(score)
        if (difference, why) not in self._changes:
            view = change_view(self._words, self._polarity, difference, why)
            self._changes[difference, why] = view
        return self._changes[difference, why]

    def _why(self, score: Hundredths | None) -> str:
        """Why there is no change."""
        if score is not None and self._before is None:
            return self._words.say("figures.first_edition")
        edition = self._asked.edition if score is None else self._before
        return self._words.say("figures.not_scored", edition=edition)
