"""The ranking of a node: every country of a place, the highest score first."""

from typing import NamedTuple

from ocviewer.domain.country import Country
from ocviewer.domain.indicator import Indicator
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import mean, score_text
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import (
    Option,
    checked_node,
    checked_place,
    node_options,
    place_options,
)
from ocviewer.presenter.world.marks import Mark, first_country, marks
from ocviewer.presenter.world.rankings_table import rankings_table
from ocviewer.presenter.world.ranks import Asked, RankedCountry, ranked_countries
from ocviewer.presenter.world.table import CountryTable


class Rankings(NamedTuple):
    """A ranking, whole.

    ``ranked`` are the countries in the order of ``table``. ``first`` is the country (ISO3) of the
    first pane that shows one, empty where all are means; ``marks`` are those of all panes.
    ``file_name`` is proposed for the CSV file, and ``source`` is its last line.
    """

    indicator: Indicator
    edition: int
    scope: Scope
    place: str
    nodes: tuple[Option, ...]
    places: tuple[Option, ...]
    summary: str
    table: CountryTable
    ranked: tuple[RankedCountry, ...]
    years: tuple[int, ...]
    marks: tuple[Mark, ...]
    first: str
    source: str
    file_name: str

    @property
    def countries(self) -> tuple[Country, ...]:
        """The countries of the place."""
        return tuple(one.country for one in self.ranked)


def rankings(state: ViewState, library: Library, words: Words) -> Rankings:
    """The ranking that a state chooses; ``BadCall`` for a node or place that there is not."""
    choice, first = state.choice, state.panes[0]
    asked = Asked(choice.indicator, first.edition, choice.scope, choice.place)
    checked_node(library, asked.code)
    checked_place(library, asked.scope, asked.place)
    node = library.indicators[asked.code]
    ranked = ranked_countries(library, words, asked)
    return Rankings(
        indicator=node,
        edition=asked.edition,
        scope=asked.scope,
        place=asked.place,
        nodes=node_options(library),
        places=place_options(library, words),
        summary=_summary(library, words, asked, ranked, first_country(state)),
        table=rankings_table(ranked, node, asked.edition, library.years, words),
        ranked=ranked,
        years=library.years,
        marks=marks(state),
        first=first_country(state),
        source=source_line(library, words, asked),
        file_name=_file_name(node, asked),
    )


def where(words: Words, asked: Asked) -> str:
    """The place in running text: ``in the world``, ``in South America``."""
    if asked.scope is Scope.WORLD:
        return words.say("glance.in_world")
    return words.within(asked.place)


def source_line(library: Library, words: Words, asked: Asked) -> str:
    """Whose scores these are, and who ranked them where."""
    name = library.indicators[asked.code].name
    values = {"name": name, "code": asked.code, "where": where(words, asked)}
    return words.say("rankings.source", edition=asked.edition, **values)


def scored_in(library: Library, code: str) -> tuple[int, ...]:
    """The editions that scored a node in any country."""
    return tuple(
        year
        for year in library.years
        if any(code in scores for scores in library.edition(year).scores.values())
    )


def _others(library: Library, asked: Asked, year: int) -> bool:
    """Whether the edition of a year ranked other countries, so that nothing tells who moved."""
    scored = library.scopes.scored
    now, before = (
        scored(asked.scope, asked.place, asked.code, when) for when in (asked.edition, year)
    )
    return bool(before) and before != now


def _summary(
    library: Library,
    words: Words,
    asked: Asked,
    ranked: tuple[RankedCountry, ...],
    first: str,
) -> str:
    """How many are ranked, their mean, and what is missing."""
    scores = [one.score for one in ranked if one.score is not None]
    name, place = library.indicators[asked.code].name, where(words, asked)
    average = mean(scores)
    if average is None:
        said = [words.say("rankings.not_scored", name=name, edition=asked.edition, where=place)]
        years = [str(year) for year in scored_in(library, asked.code) if year != asked.edition]
        if years:
            said.append(words.say("rankings.scored_in", editions=words.joined(years)))
    else:
        key = "rankings.ranked_one" if len(scores) == 1 else "rankings.ranked_other"
        said = [
            words.say(key, count=len(scores), where=place, edition=asked.edition),
            words.say("rankings.mean", mean=score_text(average)),
        ]
        if len(scores) < len(ranked):
            said.append(words.say("rankings.without", count=len(ranked) - len(scores)))
        before = library.edition_before(asked.edition)
        if before is not None and _others(library, asked, before.year):
            said.append(words.say("rankings.others_ranked", edition=before.year))
    if first and all(one.country.iso3 != first for one in ranked):
        outside = library.countries[first].name
        said.append(words.say("rankings.elsewhere", name=outside, where=place))
    return " ".join(said)


def _file_name(node: Indicator, asked: Asked) -> str:
    parts = (node.name, asked.place, str(asked.edition))
    return "-".join("-".join(fold(part).split()) for part in parts if part) + ".csv"
