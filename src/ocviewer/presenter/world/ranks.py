"""The countries of a place by their score in one node: ranks, ties, moves and earlier scores."""

from collections import Counter
from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.country import Country
from ocviewer.domain.ranking import Scope, Standing
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import change_view, rank_view
from ocviewer.presenter.page import ChangeView, RankView
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
    rank: RankView | None
    shared: int
    history: tuple[Hundredths | None, ...]


def ranked_countries(library: Library, words: Words, asked: Asked) -> tuple[RankedCountry, ...]:
    """The highest score first, ties by name, and last the countries without a score."""
    members = library.scopes.members(asked.scope, asked.place)
    editions = [library.edition(year) for year in library.years]
    edition = library.edition(asked.edition)
    counts = Counter(edition.score(iso3, asked.code) for iso3 in members)
    maker = _Maker(library, words, asked)
    found = [
        maker.make(
            library.countries[iso3],
            tuple(known.score(iso3, asked.code) for known in editions),
            counts[edition.score(iso3, asked.code)],
        )
        for iso3 in members
    ]
    found.sort(key=_order)
    return tuple(found)


def _order(ranked: RankedCountry) -> tuple[bool, Hundredths, str]:
    return ranked.score is None, -(ranked.score or 0), sort_name(ranked.country.name)


class _Maker:
    """Words the countries of one ranking; equal changes are worded once."""

    def __init__(self, library: Library, words: Words, asked: Asked) -> None:
        self._library = library
        self._words = words
        self._asked = asked
        self._polarity = library.indicators[asked.code].polarity
        self._now = library.years.index(asked.edition)
        before = library.edition_before(asked.edition)
        self._before = None if before is None else before.year
        self._changes: dict[tuple[Hundredths | None, str], ChangeView] = {}

    def make(
        self, country: Country, history: tuple[Hundredths | None, ...], shared: int
    ) -> RankedCountry:
        asked = self._asked
        score = history[self._now]
        standing = self._library.scopes.standing(
            country.iso3, asked.code, asked.edition, asked.scope
        )
        return RankedCountry(
            country=country,
            score=score,
            score_text=NOTHING if score is None else score_text(score),
            change=self._change(history),
            standing=standing,
            rank=None if standing is None else rank_view(self._words, standing, self._before),
            shared=0 if score is None else shared,
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
