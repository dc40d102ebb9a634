"""Criminality against resilience, or any two nodes, for all countries of an edition."""

from collections import Counter

from ocviewer.domain.indicator import CRIMINALITY, RESILIENCE, Indicator
from ocviewer.domain.score import score_text
from ocviewer.library.library import Library
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world import scatter_words
from ocviewer.presenter.world.choices import checked_node, node_options
from ocviewer.presenter.world.extremes import standing_out
from ocviewer.presenter.world.marks import marks
from ocviewer.presenter.world.scatter_part import (
    Axis,
    ContinentKey,
    Label,
    Opened,
    Point,
    Quadrant,
    Scatter,
    SizeKey,
)
from ocviewer.presenter.world.scatter_points import MIDDLE, Place, Points

MOST_LABELS = 24
"""How many points that stand out are named, where there is room."""

_SIZES = (20_000_000, 100_000_000)
"""The populations that the legend shows: larger ones would not fit a line."""


def scatter(state: ViewState, library: Library, words: Words) -> Scatter:
    """All countries by ``choice.indicator`` (across) and ``choice.versus`` (up).

    ``BadCall`` for a node or edition that there is not.
    """
    return _Scattering(state, library, words).part()


class _Scattering:
    """One part in the making."""

    def __init__(self, state: ViewState, library: Library, words: Words) -> None:
        self._library = library
        self._words = words
        self._sized = state.choice.sized
        self._marks = marks(state)
        self._edition = library.edition(state.panes[0].edition)
        self._before = library.edition_before(self._edition.year)
        self._nodes = (
            library.indicators[checked_node(library, state.choice.indicator)],
            library.indicators[checked_node(library, state.choice.versus)],
        )
        self._all = Points(library, words, self._edition, self._nodes)
        opened = [mark.iso3 for mark in self._marks]
        self._points = self._all.points(opened, sized=self._sized)

    def part(self) -> Scatter:
        """The whole."""
        say, year, (x, y) = self._words.say, self._edition.year, self._nodes
        title = say("scatter.title", x=x.name, y=y.name, edition=year)
        missing = scatter_words.missing(self._library, self._words, year, self._nodes)
        correlation = "" if missing else self._correlation()
        quadrants = () if missing else self._quadrants()
        opened = self._opened()
        shared = any(len(point.dots) > 1 for point in self._points)
        sized = self._sized and bool(self._points)
        return Scatter(
            title=title,
            edition=year,
            nodes=node_options(self._library),
            x=self._axis(x),
            y=self._axis(y),
            sized=self._sized,
            middle=MIDDLE,
            points=self._points,
            labels=self._labels(opened),
            opened=opened,
            quadrants=quadrants,
            continents=self._continents(),
            shared_text=say("scatter.shared") if shared else "",
            trail_text=self._trail_text(opened),
            sizes=self._sizes() if sized else (),
            sizes_text=say("scatter.sizes") if sized else "",
            missing=missing,
            correlation=correlation,
            notes="" if missing else self._notes(),
            spoken=" ".join(
                (
                    f"{title}.",
                    missing or correlation,
                    *(f"{each.names[0]}: {each.count_text}." for each in quadrants),
                )
            ),
        )

    def _axis(self, node: Indicator) -> Axis:
        text, short_text = (
            self._words.say(f"scatter.axis_{node.polarity}", name=name)
            for name in (node.name, node.short_name)
        )
        return Axis(node.code, node.name, text, short_text, node.polarity)

    # the open countries, and names beside points

    def _opened(self) -> tuple[Opened, ...]:
        places = {dot.iso3: index for index, point in enumerate(self._points) for dot in point.dots}
        return tuple(
            Opened(mark.iso3, mark.colour, places[mark.iso3], self._place_before(mark.iso3))
            for mark in self._marks
            if mark.iso3 in places
        )

    def _place_before(self, iso3: str) -> Place | None:
        if self._before is None:
            return None
        x, y = (self._before.score(iso3, node.code) for node in self._nodes)
        return None if x is None or y is None else (x, y)

    def _trail_text(self, opened: tuple[Opened, ...]) -> str:
        if self._before is None or not any(mark.before for mark in opened):
            return ""
        return self._words.say("scatter.trail", edition=self._before.year)

    def _labels(self, opened: tuple[Opened, ...]) -> tuple[Label, ...]:
        chosen = (
            Label(self._library.countries[mark.iso3].name, mark.point, mark.colour)
            for mark in opened
        )
        taken = {mark.point for mark in opened}
        outer = standing_out([(point.x, point.y) for point in self._points])
        free = [index for index in outer if index not in taken][:MOST_LABELS]
        return (*chosen, *(Label(self._name(self._points[i]), i, None) for i in free))

    def _name(self, point: Point) -> str:
        first, more = point.dots[0].name, len(point.dots) - 1
        return self._words.say("scatter.and_more", name=first, count=more) if more else first

    # quadrants and legend

    def _quadrants(self) -> tuple[Quadrant, ...]:
        found = Counter((one.x >= MIDDLE, one.y >= MIDDLE) for one in self._all.scored)
        return tuple(
            Quadrant(*ends, names, found[ends], self._count(found[ends]))
            for ends, names in self._all.quadrants.items()
        )

    def _count(self, count: int) -> str:
        key = "scatter.countries_one" if count == 1 else "scatter.countries_other"
        return self._words.say(key, count=count)

    def _continents(self) -> tuple[ContinentKey, ...]:
        found = [one.country.continent for one in self._all.scored]
        return tuple(
            ContinentKey(
                number, self._words.say("scatter.continent", name=name, count=found.count(name))
            )
            for name, number in self._all.continents.items()
            if name in found
        )

    def _sizes(self) -> tuple[SizeKey, ...]:
        most = self._all.most_people
        return tuple(
            SizeKey(people / most, self._words.say(f"scatter.people_{people}"))
            for people in _SIZES
            if people <= most
        )

    # sentences

    def _correlation(self) -> str:
        scores = (
            [one.x for one in self._all.scored],
            [one.y for one in self._all.scored],
        )
        return scatter_words.correlation(self._words, self._edition.year, self._nodes, scores)

    def _notes(self) -> str:
        say, year, scored = self._words.say, self._edition.year, self._all.scored
        of_index = {node.code for node in self._nodes} == {CRIMINALITY, RESILIENCE}
        notes = [say(f"scatter.{'middle' if of_index else 'lines'}", middle=score_text(MIDDLE))]
        left_out = len(self._library.countries) - len(scored)
        if left_out:
            notes.append(say("scatter.left_out", count=len(scored), left=left_out, edition=year))
        known = {one.country.iso3 for one in scored}
        for mark in self._marks:
            if mark.iso3 not in known:
                name = self._library.countries[mark.iso3].name
                notes.append(say("world.country_without_score", name=name, edition=year) + ".")
        if self._sized:
            notes.append(say("scatter.sizes_note"))
        nameless = [one.country.name for one in scored if one.country.population is None]
        if self._sized and nameless:
            notes.append(say("scatter.no_population", names=self._words.joined(nameless)))
        return " ".join(notes)
