"""The page of a continent or region: its means, its countries, and how they stand."""

from typing import NamedTuple

from ocviewer.domain.indicator import CRIMINALITY, RESILIENCE
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS, Figures, spoken_score
from ocviewer.presenter.page import BarGroup, Card, Pyramid
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import Option, checked_place, place_options
from ocviewer.presenter.world.linked import Linked, unlinked
from ocviewer.presenter.world.marks import Mark, first_country, marks
from ocviewer.presenter.world.means import Means
from ocviewer.presenter.world.place_sentences import PlaceSentences
from ocviewer.presenter.world.table import (
    Cell,
    Column,
    CountryTable,
    Kind,
    change_cell,
    score_cell,
    sorted_rows,
    text_cell,
)


class PlacePage(NamedTuple):
    """A place, whole. ``cards`` to ``legend`` are its means, as ``page.FiguresPart`` has them."""

    scope: Scope
    place: str
    title: str
    places: tuple[Option, ...]
    sentences: tuple[Linked, ...]
    cards: tuple[Card, ...]
    pyramid: Pyramid
    groups: tuple[BarGroup, ...]
    legend: str
    table: CountryTable
    marks: tuple[Mark, ...]
    first: str
    spoken: str


class PlaceRow(NamedTuple):
    """A country of the place."""

    iso3: str
    name: str
    cells: tuple[Cell, ...]
    spoken: str


def place_of(state: ViewState, library: Library) -> tuple[Scope, str]:
    """The place that is chosen, else that of the first pane which is in one: its region or itself.

    Where all panes are the mean of the world it is the first continent.
    """
    choice = state.choice
    if choice.scope is not Scope.WORLD:
        return choice.scope, choice.place
    for pane in state.panes:
        if pane.place is None:
            return Scope.REGION, library.scopes.name(pane.iso3, Scope.REGION)
        if pane.place.scope is not Scope.WORLD:
            return pane.place.scope, pane.place.name
    return Scope.CONTINENT, library.scopes.names(Scope.CONTINENT)[0]


def place_page(state: ViewState, library: Library, words: Words) -> PlacePage:
    """The page of the place that a state chooses; ``BadCall`` when there is no such place."""
    scope, name = place_of(state, library)
    checked_place(library, scope, name)
    first = state.panes[0]
    means = Means(library, words, scope, name, first.edition)
    writer = PlaceSentences(library, words, means, scope, name)
    sentences = writer.sentences(first.edition)
    return PlacePage(
        scope=scope,
        place=name,
        title=words.say("place.title", name=name, edition=first.edition),
        places=tuple(
            option for option in place_options(library, words) if option.value != (Scope.WORLD, "")
        ),
        sentences=sentences,
        cards=means.cards(),
        pyramid=means.pyramid(),
        groups=tuple(means.group(code, state.order) for code in GROUPS),
        legend=means.legend(),
        table=_table(library, words, means, first.edition),
        marks=marks(state),
        first=first_country(state),
        spoken=" ".join(map(unlinked, sentences)),
    )


def _table(library: Library, words: Words, means: Means, edition: int) -> CountryTable:
    """The countries with criminality and resilience, the highest criminality first."""
    columns = [Column("country", words.say("rankings.country"), Kind.NAME)]
    for code in (CRIMINALITY, RESILIENCE):
        node = library.indicators[code]
        columns.append(
            Column(
                code, node.name, Kind.SCORE, words.say("rankings.tip_score"), True, node.polarity
            )
        )
        before = library.edition_before(edition)
        tip = "rankings.tip_first" if before is None else "rankings.tip_since"
        said = words.say(tip, edition="" if before is None else before.year)
        title = words.say("rankings.change")
        columns.append(Column(f"change {code}", title, Kind.CHANGE, said, descending=True))
    rows = [_row(library, words, PaneState(iso3, edition)) for iso3 in means.members]
    return CountryTable(tuple(columns), sorted_rows(rows, 1, descending=True), sorted_by=1)


def _row(library: Library, words: Words, pane: PaneState) -> PlaceRow:
    figures = Figures(library, words, pane)
    earlier = library.edition_before(pane.edition)
    before = None if earlier is None else earlier.year
    name = library.countries[pane.iso3].name
    cells = [text_cell(name)]
    spoken = [f"{name}."]
    for code in (CRIMINALITY, RESILIENCE):
        node, score = library.indicators[code], figures.score(code)
        change = figures.change(node)
        cells += [score_cell(score, figures.score_text(code)), change_cell(change)]
        spoken.append(spoken_score(words, node.name, score, change, before))
    return PlaceRow(pane.iso3, name, tuple(cells), " ".join(spoken))
