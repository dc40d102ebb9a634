"""Trends: the scores of every node over the editions, one small chart each."""

from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.indicator import AVERAGES, Indicator, Polarity
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS, change_view
from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.marks import marks


class Trace(NamedTuple):
    """One line of a chart: a score for each edition, ``None`` where there is none.

    ``texts`` are the scores in words, or why there is none. ``change`` is that from the first to
    the last edition with a score, and ``period`` says which those are.
    """

    scores: tuple[Hundredths | None, ...]
    texts: tuple[str, ...]
    change: ChangeView
    period: str


class Trend(NamedTuple):
    """The chart of one node: a line for each country, in their order, and the two means.

    ``region`` is ``None`` where the panes show no country at all.
    """

    code: str
    name: str
    short_name: str
    polarity: Polarity
    countries: tuple[Trace, ...]
    region: Trace | None
    world: Trace
    spoken: str


class TrendGroup(NamedTuple):
    """Charts that belong together; the averages, which come first, have no title."""

    title: str
    trends: tuple[Trend, ...]


class TrendCountry(NamedTuple):
    """A country whose lines are drawn, with the number of its colour."""

    iso3: str
    name: str
    colour: int


class Trends(NamedTuple):
    """All 36 charts on one scale.

    ``chosen`` is the place of the first pane's edition among ``editions``; ``region_text`` and
    ``world_text`` name the two means; ``note`` says which editions scored fewer indicators.
    """

    editions: tuple[int, ...]
    chosen: int
    countries: tuple[TrendCountry, ...]
    region_text: str
    world_text: str
    groups: tuple[TrendGroup, ...]
    note: str
    spoken: str


def trends(state: ViewState, library: Library, words: Words) -> Trends:
    """The trends of the panes' countries; the region is that of the first one."""
    return _Maker(state, library, words).trends()


class _Maker:
    """Puts the trends of one state together."""

    def __init__(self, state: ViewState, library: Library, words: Words) -> None:
        self._library = library
        self._words = words
        self._years = library.years
        self._edition = state.panes[0].edition
        self._countries = tuple(
            TrendCountry(mark.iso3, library.countries[mark.iso3].name, mark.colour)
            for mark in marks(state)
        )
        self._region_text = ""
        if self._countries:
            region = library.scopes.name(self._countries[0].iso3, Scope.REGION)
            self._region_text = words.say("trends.mean_region", where=words.within(region))
        self._world_text = words.say("trends.mean_world")
        self._not_scored = tuple(
            words.say("figures.not_scored", edition=year) for year in self._years
        )

    def trends(self) -> Trends:
        """Averages first, then the indicators below each, in the order of the index."""
        table = self._library.indicators
        averages = tuple(self._trend(table[code]) for code in AVERAGES)
        groups = (
            TrendGroup(table[code].name, tuple(map(self._trend, table.children(code))))
            for code in GROUPS
        )
        names = self._words.joined([country.name for country in self._countries])
        return Trends(
            editions=self._years,
            chosen=self._years.index(self._edition),
            countries=self._countries,
            region_text=self._region_text,
            world_text=self._world_text,
            groups=(TrendGroup("", averages), *groups),
            note=self._note(),
            spoken=self._words.say(
                "trends.spoken",
                names=names or self._world_text,
                first=self._years[0],
                last=self._years[-1],
            ),
        )

    def _note(self) -> str:
        """Which editions scored fewer indicators, since their averages rest on fewer too."""
        indicators = [node.code for node in self._library.indicators if node.section is not None]
        parts = []
        for year in self._years:
            scores = self._library.edition(year).scores.values()
            count = sum(any(code in of for of in scores) for code in indicators)
            if count < len(indicators):
                values = {"edition": year, "count": count, "of": len(indicators)}
                parts.append(self._words.say("trends.fewer", **values))
        return " ".join(parts)

    def _trend(self, node: Indicator) -> Trend:
        editions = [self._library.edition(year) for year in self._years]
        countries = tuple(
            self._trace(node, tuple(e.score(country.iso3, node.code) for e in editions))
            for country in self._countries
        )
        region = self._mean(node, Scope.REGION) if self._countries else None
        world = self._mean(node, Scope.WORLD)
        return Trend(
            code=node.code,
            name=node.name,
            short_name=node.short_name,
            polarity=node.polarity,
            countries=countries,
            region=region,
            world=world,
            spoken=self._spoken(node, countries, region, world),
        )

    def _mean(self, node: Indicator, scope: Scope) -> Trace:
        mean = self._library.scopes.mean
        iso3 = self._countries[0].iso3 if self._countries else next(iter(self._library.countries))
        scores = tuple(mean(iso3, node.code, year, scope) for year in self._years)
        return self._trace(node, scores)

    def _trace(self, node: Indicator, scores: tuple[Hundredths | None, ...]) -> Trace:
        texts = tuple(
            why if score is None else score_text(score)
            for score, why in zip(scores, self._not_scored, strict=True)
        )
        scored = [place for place, score in enumerate(scores) if score is not None]
        if len(scored) < 2:
            why = self._words.say("trends.never")
            if scored:
                why = self._words.say("trends.once", edition=self._years[scored[0]])
            return Trace(scores, texts, change_view(self._words, node.polarity, None, why), "")
        first, last = scored[0], scored[-1]
        difference = changes.change(scores[last], scores[first])
        change = change_view(self._words, node.polarity, difference, "")
        return Trace(scores, texts, change, self._period(first, last))

    def _period(self, first: int, last: int) -> str:
        """Since when, or from when to when where the newest edition has no score."""
        if last == len(self._years) - 1:
            return self._words.say("trends.since", edition=self._years[first])
        return self._words.say("trends.between", first=self._years[first], last=self._years[last])

    def _spoken(
        self, node: Indicator, countries: tuple[Trace, ...], region: Trace | None, world: Trace
    ) -> str:
        names = [country.name for country in self._countries]
        means = ((self._region_text, region), (self._world_text, world))
        traces = (*zip(names, countries, strict=True), *means)
        lines = (self._spoken_trace(name, trace) for name, trace in traces if trace is not None)
        return " ".join((f"{node.name}.", *lines))

    def _spoken_trace(self, name: str, trace: Trace) -> str:
        """The scores of a line and its change, in words and without signs."""
        say = self._words.say
        scores = self._words.say("figures.list_separator").join(
            text if score is None else say("trends.spoken_score", score=text, edition=year)
            for score, text, year in zip(trace.scores, trace.texts, self._years, strict=True)
        )
        change = trace.change
        if change.difference is None:
            return say("trends.spoken_trace", name=name, scores=scores)
        key = "same" if change.difference == 0 else ("up" if change.difference > 0 else "down")
        by = score_text(abs(change.difference))
        values = {"name": name, "scores": scores, "word": change.word, "period": trace.period}
        return say(f"trends.spoken_{key}", by=by, **values)
