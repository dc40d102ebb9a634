"""Trends: the scores of every node over the editions, one small chart each."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.indicator import AVERAGES, Indicator, Polarity
from ocviewer.domain.place import Place, place_of
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS, change_view
from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words


class Trace(NamedTuple):
    """One line of a chart: a score for each edition, ``None`` where there is none.

    ``texts`` are the scores in words, or why there is none. ``change`` is that from the first to
    the last edition with a score; ``period`` says which those are (``since 2021``), and ``span``
    does so in few letters (``2021–2025``). A mean is ``broken`` before the places of editions that
    scored other countries than the edition before: that it is another then is no change.
    """

    scores: tuple[Hundredths | None, ...]
    texts: tuple[str, ...]
    change: ChangeView
    period: str
    span: str
    broken: tuple[int, ...] = ()


class Trend(NamedTuple):
    """The chart of one node: a line for each subject, in their order, and two means behind them.

    ``region`` and ``world`` are ``None`` where that mean is a subject itself, ``region`` also where
    no subject is a country. ``begins`` says so where no subject has a score in the first edition.
    """

    code: str
    name: str
    short_name: str
    polarity: Polarity
    subjects: tuple[Trace, ...]
    region: Trace | None
    world: Trace | None
    begins: str
    spoken: str


class TrendGroup(NamedTuple):
    """Charts that belong together; the averages, which come first, have no title."""

    title: str
    trends: tuple[Trend, ...]


class TrendSubject(NamedTuple):
    """A country, or the mean of a place, that a pane shows, with the number of its colour."""

    key: str
    name: str
    colour: int


class Trends(NamedTuple):
    """All 36 charts on one scale.

    ``chosen`` is the place of the first pane's edition among ``editions``; ``region_text`` and
    ``world_text`` name the two means, empty where they are not drawn; ``note`` says which editions
    scored fewer indicators.
    """

    editions: tuple[int, ...]
    chosen: int
    subjects: tuple[TrendSubject, ...]
    region_text: str
    world_text: str
    groups: tuple[TrendGroup, ...]
    note: str
    spoken: str


def trends(state: ViewState, library: Library, words: Words) -> Trends:
    """The trends of what the panes show; the region is that of the first country."""
    return _Maker(state, library, words).trends()


class _Maker:
    """Puts the trends of one state together."""

    def __init__(self, state: ViewState, library: Library, words: Words) -> None:
        self._library = library
        self._words = words
        self._years = library.years
        self._edition = state.panes[0].edition
        colours: dict[str, int] = {}
        for pane, colour in zip(state.panes, state.colours, strict=False):
            colours.setdefault(pane.iso3, colour)
        self._subjects = tuple(
            TrendSubject(key, self._name(key), colour) for key, colour in colours.items()
        )
        self._region, self._world = self._means()
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
        names = self._words.joined([subject.name for subject in self._subjects])
        return Trends(
            editions=self._years,
            chosen=self._years.index(self._edition),
            subjects=self._subjects,
            region_text=self._mean_name(self._region),
            world_text=self._mean_name(self._world),
            groups=(TrendGroup("", averages), *groups),
            note=self._note(),
            spoken=self._words.say(
                "trends.spoken",
                names=names,
                first=self._years[0],
                last=self._years[-1],
            ),
        )

    def _means(self) -> tuple[Place | None, Place | None]:
        """The region and the world whose means are drawn; ``None`` where a subject is just that."""
        places = [place_of(subject.key) for subject in self._subjects]
        regions = (
            Place(Scope.REGION, self._library.scopes.name(subject.key, Scope.REGION))
            for subject, place in zip(self._subjects, places, strict=True)
            if place is None
        )
        found = (next(regions, None), Place(Scope.WORLD, ""))
        region, world = (None if place in places else place for place in found)
        return region, world

    def _name(self, key: str) -> str:
        place = place_of(key)
        return self._library.countries[key].name if place is None else self._mean_name(place)

    def _mean_name(self, place: Place | None) -> str:
        if place is None:
            return ""
        if place.scope is Scope.WORLD:
            return self._words.say("trends.mean_world")
        return self._words.say("trends.mean_region", where=self._words.within(place.name))

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
        subjects = tuple(self._line(node, subject.key) for subject in self._subjects)
        region, world = (
            None if place is None else self._mean(node, place)
            for place in (self._region, self._world)
        )
        return Trend(
            code=node.code,
            name=node.name,
            short_name=node.short_name,
            polarity=node.polarity,
            subjects=subjects,
            region=region,
            world=world,
            begins=self._begins(subjects),
            spoken=self._spoken(node, (*subjects, region, world)),
        )

    def _line(self, node: Indicator, key: str) -> Trace:
        place = place_of(key)
        if place is not None:
            return self._mean(node, place)
        editions = (self._library.edition(year) for year in self._years)
        return self._trace(node, tuple(edition.score(key, node.code) for edition in editions))

    def _mean(self, node: Indicator, place: Place) -> Trace:
        scopes, years = self._library.scopes, self._years
        means = tuple(scopes.mean_of(*place, node.code, year) for year in years)
        return self._trace(node, means, [scopes.scored(*place, node.code, y) for y in years])

    def _begins(self, subjects: tuple[Trace, ...]) -> str:
        """Since when there are scores, where that is later than the first edition."""
        scored = (
            i for trace in subjects for i, score in enumerate(trace.scores) if score is not None
        )
        first = min(scored, default=0)
        return self._words.say("trends.begins", edition=self._years[first]) if first else ""

    def _trace(
        self,
        node: Indicator,
        scores: tuple[Hundredths | None, ...],
        of: Sequence[frozenset[str]] = (),
    ) -> Trace:
        """A line; ``of`` are the countries that each mean is of."""
        texts = tuple(
            why if score is None else score_text(score)
            for score, why in zip(scores, self._not_scored, strict=True)
        )
        scored = [place for place, score in enumerate(scores) if score is not None]
        broken = tuple(n for n, (old, new) in enumerate(pairwise(of), start=1) if old != new)
        why = self._why_no_change(scored, of)
        if why:
            change = change_view(self._words, node.polarity, None, why)
            return Trace(scores, texts, change, "", "", broken)
        first, last = scored[0], scored[-1]
        difference = changes.change(scores[last], scores[first])
        change = change_view(self._words, node.polarity, difference, "")
        ends = {"first": self._years[first], "last": self._years[last]}
        period = self._words.say("trends.between", **ends)
        if self._years[-1] == ends["last"] == self._edition:
            period = self._words.say("trends.since", edition=ends["first"])
        return Trace(scores, texts, change, period, self._words.say("trends.span", **ends), broken)

    def _why_no_change(self, scored: list[int], of: Sequence[frozenset[str]]) -> str:
        """Why a line has no change over the places with a score; empty where it has one."""
        if not scored:
            return self._words.say("trends.never")
        first, last = scored[0], scored[-1]
        if first == last:
            return self._words.say("trends.once", edition=self._years[first])
        if of and of[first] != of[last]:
            return self._words.say("place.others_scored", edition=self._years[first])
        return ""

    def _spoken(self, node: Indicator, traces: tuple[Trace | None, ...]) -> str:
        names = [subject.name for subject in self._subjects]
        names += [self._mean_name(self._region), self._mean_name(self._world)]
        named = zip(names, traces, strict=True)
        lines = (self._spoken_trace(name, trace) for name, trace in named if trace is not None)
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
