"""One map in words: each country's figure, change and rank, and why a map is empty."""

from collections import Counter
from functools import lru_cache

from ocviewer.domain import change as changes
from ocviewer.domain.country import Country
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.ranking import Ranking
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import change_view, spoken_score
from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.map_legend import MapLegend
from ocviewer.presenter.world.map_part import MapCountry, MapSide
from ocviewer.presenter.world.map_scale import Scale, change_steps, score_steps, step_of
from ocviewer.presenter.world.rankings import scored_in


@lru_cache(maxsize=4)  # of two maps one stays as it is when the other changes
def map_side(library: Library, words: Words, code: str, year: int, since: int | None) -> MapSide:
    """One map; ``since`` is the edition to count changes from, ``None`` for the scores."""
    return _Maker(library, words, code, year, since).side()


class _Maker:
    """Words one map; equal changes and ranks are worded once."""

    def __init__(
        self, library: Library, words: Words, code: str, year: int, since: int | None
    ) -> None:
        self._library = library
        self._words = words
        self._node = library.indicators[code]
        self._year = year
        self._since = since
        before = library.edition_before(year)
        self._before = since if since is not None else (before.year if before else None)
        steps = score_steps() if since is None else change_steps(code, self._node.polarity)
        self._steps = steps
        edition = library.edition(year)
        self._scores = {iso3: edition.score(iso3, code) for iso3 in library.countries}
        self._ranking = Ranking(score for score in self._scores.values() if score is not None)
        self._changes: dict[tuple[Hundredths | None, str], tuple[ChangeView, str]] = {}
        self._ranks: dict[Hundredths, str] = {}

    def side(self) -> MapSide:
        """The whole map."""
        countries = tuple(map(self._country, self._library.countries.values()))
        counts = Counter(country.tone for country in countries)
        legend = MapLegend(self._words, self._steps, changes=self._since is not None)
        kind = "score" if self._since is None else "change"
        values = {"name": self._node.name, "edition": self._year, "since": self._since}
        title = self._words.say(f"map.{kind}_title", **values)
        up = "worse" if self._node.polarity is Polarity.CRIMINALITY else "better"
        note = self._words.say(f"map.{kind}_up_is_{up}")
        notice = self._notice() if counts[None] == len(countries) else ""
        told = notice or legend.spoken(counts)
        return MapSide(
            code=self._node.code,
            title=title,
            note=note,
            scale=Scale(self._node.polarity) if self._since is None else Scale.CHANGE,
            countries=countries,
            legend=legend.entries(counts),
            missing=legend.missing(counts),
            notice=notice,
            spoken=self._words.say("map.spoken_map", title=title, note=note, legend=told),
        )

    def _country(self, country: Country) -> MapCountry:
        say, name, score = self._words.say, self._node.name, self._scores[country.iso3]
        old = None
        if self._before is not None:
            old = self._library.edition(self._before).score(country.iso3, self._node.code)
        change, since = self._change(score, old)
        shown = score if self._since is None else change.difference
        figure, rank = say("figures.not_scored", edition=self._year), ""
        if score is not None:
            figure, rank = score_text(score), self._rank(score)
        told = (
            say("map.spoken_name", name=country.name),
            spoken_score(self._words, name, score, change, self._before),
            say("map.spoken_rank", rank=rank) if rank else "",
        )
        return MapCountry(
            iso3=country.iso3,
            numeric=country.numeric,
            name=country.name,
            tone=None if shown is None else step_of(shown, self._steps).tone,
            figure=say("map.figure", name=name, score=figure),
            change=change,
            since=since,
            rank=rank,
            spoken=" ".join(filter(None, told)),
        )

    def _rank(self, score: Hundredths) -> str:
        if score not in self._ranks:
            rank, of = self._words.ordinal(self._ranking.rank(score)), len(self._ranking)
            text = self._words.say("figures.rank", rank=rank, of=of)
            self._ranks[score] = self._words.say("map.rank", rank=text)
        return self._ranks[score]

    def _change(self, score: Hundredths | None, old: Hundredths | None) -> tuple[ChangeView, str]:
        """A change with the line that tells it, which is empty where there is no score."""
        difference = changes.change(score, old)
        why = "" if difference is not None else self._why(score)
        if (difference, why) not in self._changes:
            view = change_view(self._words, self._node.polarity, difference, why)
            line = "" if score is None else why
            if difference is not None:
                line = self._words.say("map.since", change=view.text, edition=self._before)
            self._changes[difference, why] = view, line
        return self._changes[difference, why]

    def _why(self, score: Hundredths | None) -> str:
        if score is not None and self._before is None:
            return self._words.say("figures.first_edition")
        edition = self._year if score is None else self._before
        return self._words.say("figures.not_scored", edition=edition)

    def _notice(self) -> str:
        """Why there is nothing to show, and which editions have the node."""
        say, name = self._words.say, self._node.name
        scored = scored_in(self._library, self._node.code)
        years = [self._year] if self._since is None else [self._since, self._year]
        without = self._words.joined([str(year) for year in years if year not in scored])
        key = "nothing_score" if self._since is None else "nothing_change"
        told = say(f"map.{key}", name=name, editions=without)
        if not scored:
            return f"{told} {say('map.in_no_edition')}"
        editions = self._words.joined([str(year) for year in scored])
        return f"{told} {say('map.in_editions', editions=editions)}"
